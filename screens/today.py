"""Today: the one number, the next waypoint, the counts, and the line to type in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from journal.briefing import Briefing
from journal.day_hours import is_evening, is_morning
from journal.entry import Entry
from journal.journal import Journal
from journal.moment import Moment
from screens import entry_words, meeting_words, visit_words, wording
from screens.due_acts import DueActs
from screens.held import was_held
from screens.pitch_keys import PitchKeys
from screens.widgets.counts import LETTERS, Counts
from screens.widgets.due import Due
from screens.widgets.entry_line import EntryLine
from screens.widgets.evening_row import EveningRow
from screens.widgets.half_year import HalfYear
from screens.widgets.heard_row import HeardRow
from screens.widgets.ink import cut
from screens.widgets.intentions import Intentions
from screens.widgets.milestones import Milestones
from screens.widgets.must_today import MustToday
from screens.widgets.next_waypoint import NextWaypoint
from screens.widgets.so_far import SoFar
from screens.writing import Writing

DAYS_BEFORE = 7
"""How many days before today are looked at for rows that would be blank."""

WIDE = 160
"""Columns from which on there is room for a third column."""

_FOCUS = ("counts", "intentions", "so-far", "waypoint", "milestones", "due", "half-year")
"""In this order Tab goes round."""


class Today(Writing, DueActs, PitchKeys):
    """What a rep reads at a glance and writes in with one key."""

    AUTO_FOCUS = "#counts"
    NUMBER: ClassVar[int] = 1

    # Priority, so that a key acts before the next one is handed out: "call 3 acme" typed at once
    # must not lose the letters that follow "ca" while the focus is on its way to the line.
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                letter,
                f"count('{kind}')",
                f"One {kind}",
                id=f"today.{kind}",
                show=False,
                tooltip=f"Count one {kind}" + (" touch" if kind == "social" else ""),
                priority=True,
            )
            for kind, letter in LETTERS.items()
        ),
        Binding(
            "a",
            "write",
            "Write a line",
            id="today.write",
            show=False,
            tooltip="Write an entry in your own words",
            priority=True,
        ),
        Binding(
            "escape", "rest", "Back", id="today.rest", show=False, tooltip="Back to the counts"
        ),
    ]

    def __init__(self, journal: Journal) -> None:
        """Take the journal it shows."""
        super().__init__(journal)
        self._briefing: Briefing | None = None
        self._earlier: tuple[Entry, ...] = ()
        self._greeted: date | None = None

    @property
    def focus_chain(self) -> list[Widget]:
        """What is written in comes before what is only read; the line comes last."""
        chain = super().focus_chain
        return sorted(
            chain, key=lambda one: _FOCUS.index(one.id) if one.id in _FOCUS else len(_FOCUS)
        )

    def panels(self) -> Iterator[Widget]:
        """The panels lie on the page itself: each container around them would be drawn as well."""
        yield Static(id="purpose", markup=False)
        yield MustToday(id="must-today")
        yield NextWaypoint(id="waypoint")
        if self.app.size.width >= WIDE:
            yield Milestones(id="milestones")
        yield Counts(id="counts")
        yield Due(id="due")
        yield Intentions(id="intentions")
        yield HalfYear(id="half-year")
        yield SoFar(id="so-far")
        yield EveningRow()
        yield EntryLine(self.journal.accounts_starting)
        yield HeardRow()

    def on_mount(self) -> None:
        """Read the journal for the first paint."""
        self._show(self.journal.briefing())
        # Years of days are walked once, after the rep can already read and count.
        self.call_after_refresh(self.read_when_free, self._show_record)
        self.call_after_refresh(self.read_when_free, self._offer_morning)

    def on_resize(self, event: events.Resize) -> None:
        """A wide terminal has room for a third column, a tall one for earlier entries."""
        if self._earlier or event.size.width >= WIDE:
            self.call_after_refresh(self.read_when_free, self._show_earlier)
        if event.size.width >= WIDE and not self.query(Milestones):
            self.mount(Milestones(id="milestones"), after="#waypoint")
            self.call_after_refresh(self.read_when_free, self.read_again)

    def read_again(self) -> None:
        """Read again and hand each panel its part; what did not change is not drawn again."""
        self._show(self.journal.briefing())
        self._show_record()

    def tick(self) -> None:
        """Move the clock on; at the day's start the new day begins."""
        super().tick()
        if self._briefing is None or was_held(self):
            return
        if self.journal.today() != self._briefing.day:
            self.journal.forget_what_was_read()
            self.read_when_free(self.read_again)
        elif self._evening_has_come(self._briefing.now):
            self.read_when_free(self.read_again)
        if self.journal.today() != self._greeted:
            self.call_later(self.read_when_free, self._offer_morning)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the line, letters are text."""
        return action not in ("count", "write") or not isinstance(self.focused, EntryLine)

    def action_count(self, kind: str) -> None:
        """Count one of a kind."""
        with self.trouble_said():
            self.look_around()
            saved = self.journal.count(kind)
            self._burst.counted(kind)
            words = entry_words.counted_one(kind, saved.totals)
            self._say_done(words, meeting_words.hint(saved.entry))

    def _uncount(self, kind: str) -> None:
        with self.trouble_said():
            self.look_around()
            saved = self.journal.uncount(kind)
            self._say_done(entry_words.one_less(kind, saved.totals))

    def on_counts_asked(self, message: Counts.Asked) -> None:
        """A row was clicked, or "-" pressed on it."""
        if message.step > 0:
            self.action_count(message.kind)
        else:
            self._uncount(message.kind)

    def on_counts_write(self) -> None:
        """Enter on the counts."""
        self.write()

    def on_intentions_ticked(self, message: Intentions.Ticked) -> None:
        """Space or a click on an intention."""
        with self.trouble_said():
            self.look_around()
            pages, today = self.journal.day_pages, self.journal.today()
            one = pages.tick(today, message.slot).intentions[message.slot - 1]
            self._say_done(visit_words.ticked(one, pages.next_day(today), today))

    async def on_intentions_opened(self) -> None:
        """Enter on the intentions."""
        await self.run_action("app.visit('morning')")

    async def on_evening_row_opened(self) -> None:
        """A click on the row that offers the evening."""
        await self.run_action("app.visit('evening')")

    def on_next_waypoint_opened(self) -> None:
        """Enter on the waypoint."""
        self.app.switch_mode("goals")

    def on_so_far_opened(self, message: SoFar.Opened) -> None:
        """Enter on an entry."""
        self._edit(message.entry)

    def on_so_far_deleted(self, message: SoFar.Deleted) -> None:
        """Delete on an entry."""
        with self.trouble_said():
            self.look_around()
            gone = self.journal.remove(message.entry.id)
            self._say_done(entry_words.deleted(gone, self.journal.today()), wording.BRING_BACK)

    @work
    async def _edit(self, entry: Entry) -> None:
        from screens.dialogs.entry import EntryDialog
        from screens.dialogs.keep import change_until_saved

        since = self.journal.kept
        saved = await change_until_saved(
            self.app,
            entry,
            lambda typed, said: EntryDialog(self.journal, typed, said),
            self.journal.change,
            self.journal.entry,
            self.journal.record_anew,
        )
        if saved is not None:
            self.show_saved(entry_words.changed(saved, self.journal.today()), since)

    def _show_record(self) -> None:
        half_year = self.query_one(HalfYear)
        half_year.view = self.journal.track_record()
        promised = self.journal.settings.reward and self.journal.day_pages.reward()
        half_year.reward = visit_words.reward(promised, short=True) if promised else ""
        if self._briefing is not None:
            self.query_one(Due).due = self.journal.due_with(self._briefing)
        self._show_earlier()

    def _evening_has_come(self, since: Moment) -> bool:
        """Whether the evening's hour lies between a moment and now."""
        today, hour = self.journal.today(), self.journal.settings.evening_from
        return is_evening(self.journal.now(), today, hour) and not is_evening(since, today, hour)

    def _offer_morning(self) -> None:
        """Open the morning page by itself, once a day, unless the rep is at work already."""
        line, today = self.query_one(EntryLine), self.journal.today()
        is_at_work = self.app.screen is not self or line.value or line.has_focus
        asks_now = is_morning(self.journal.now(), today) and not is_at_work
        if asks_now and self.journal.day_pages.offers_morning():
            self.journal.store.day_pages.mark_shown("morning", today)
            self.call_later(self.run_action, "app.visit('morning')")
        self._greeted = today

    def _show_earlier(self) -> None:
        """A large terminal has room for what came before today."""
        if self._briefing is None or not (self._earlier or self.app.size.width >= WIDE):
            return
        so_far, timeline = self.query_one(SoFar), self._briefing.timeline
        room = so_far.content_size.height - len(timeline)
        earlier: list[Entry] = []
        if self.app.size.width >= WIDE and timeline:
            for back in range(1, DAYS_BEFORE + 1):
                day = self._briefing.day - timedelta(days=back)
                if len(earlier) < room:
                    earlier = [*self.journal.entries(day, day), *earlier]
        self._earlier = tuple(earlier[max(0, len(earlier) - room) :]) if room > 0 else ()
        so_far.entries = (*self._earlier, *timeline)

    def _show(self, briefing: Briefing) -> None:
        before = self._briefing
        self._briefing = briefing
        if before is None or before.purpose != briefing.purpose:
            words = wording.purpose(briefing.purpose) if briefing.purpose else wording.NO_PURPOSE
            self.query_one("#purpose", Static).update(cut(words, 400))
        must, waypoint = self.query_one(MustToday), self.query_one(NextWaypoint)
        is_off = not self.journal.calendar.is_working(briefing.day)
        must.one, must.is_off, must.best_day = briefing.one, is_off, briefing.best_day
        waypoint.waypoint, waypoint.day = briefing.waypoint, briefing.day
        for milestones in self.query(Milestones):
            others = (one for one in briefing.milestones if one != briefing.waypoint)
            milestones.milestones, milestones.day = tuple(others), briefing.day
        self.query_one(Counts).counts = briefing.counts
        due = self.query_one(Due)
        due.due, due.waiting, due.day = briefing.due, briefing.waiting, briefing.day
        self.query_one(EveningRow).briefing = briefing
        self.query_one(Intentions).intentions = briefing.page.intentions
        self.set_class(bool(briefing.page.intentions), "-planned")
        so_far = self.query_one(SoFar)
        so_far.is_new, so_far.day = briefing.is_empty, briefing.day
        so_far.entries = (*self._earlier, *briefing.timeline)
