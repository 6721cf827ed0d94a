"""Follow-ups: who waits today, the ways back into lost deals, and who does not answer any more."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from journal.follow_up import FollowUp, FollowUpState
from journal.journal import Journal
from journal.waiting import Place, Waits
from screens import follow_up_words
from screens.due_acts import IS_ASKED, answer, open_line
from screens.follow_up_asks import FollowUpAsks
from screens.follow_up_keys import KEYS
from screens.page import Page
from screens.pitch_asks import tick_about
from screens.widgets.due_band import DueBand
from screens.widgets.follow_up_list import FollowUpList
from screens.widgets.second_place import SecondPlacePanel
from screens.widgets.silence_panel import SilencePanel
from screens.widgets.touch_story import TouchCard
from screens.widgets.ways_back import WaysBack

PAGE = 100
"""So many are read at once; those after them follow when the cursor comes near."""

FARTHEST = 20
"""So many times the list is read on to reach one that was found."""

WAYS = 20
"""So many ways back in are read at once."""

_LISTENING = "listening"


class FollowUps(Page, inherit_bindings=False):
    """No reason, no touch: each has its day, its worth and why they should care."""

    NUMBER: ClassVar[int] = 5
    CSS_PATH = "follow_ups.tcss"
    AUTO_FOCUS = "#list"

    BINDINGS: ClassVar[list[BindingType]] = [
        *KEYS,
        # The keys of every page come after the page's own, so that the row of keys shows these.
        *Page.BINDINGS,
        *Screen.BINDINGS,
    ]

    def __init__(self, journal: Journal) -> None:
        """Take the journal it shows."""
        super().__init__(journal)
        self._has_more = False
        self._wanted: tuple[int, int | None] | None = None

    def panels(self) -> Iterator[Widget]:
        """The band, the list, the ways back in, and what belongs to the selected row."""
        with Container(id="body"):
            with Container(id="band"):
                yield DueBand(id="due")
                yield SecondPlacePanel(id="place")
            yield FollowUpList(id="list")
            yield WaysBack(id="ways")
            with Container(id="below"):
                yield TouchCard(id="story")
                yield SilencePanel(id="silence")

    def on_mount(self) -> None:
        """Read the journal for the first paint."""
        self.read_again()

    def read_again(self) -> None:
        """Read everything again, the list as far as it was read; the cursors stay where they were."""
        journal, listed, ways = self.journal, self.query_one(FollowUpList), self.query_one(WaysBack)
        before, at = listed.selected, ways.selected
        limit = max(PAGE, len(listed.lines) + 1)
        view = journal.follow_ups.view(limit, max(WAYS, len(ways.ways)))
        self._has_more = len(view.lines) >= limit
        listed.currency = self.query_one(TouchCard).currency = journal.settings.currency
        listed.day, listed.lines = view.day, view.lines
        self.query_one(DueBand).view = view
        self.query_one(SecondPlacePanel).place = view.place
        ways.day, ways.ways = view.day, view.ways
        if at is not None:
            ways.select(at.deal.id)
        ways.cursor = ways.validate_cursor(ways.cursor)
        self._put_cursor(before)
        self._tell(self._focused_line())
        self._listen()

    def tick(self) -> None:
        """Move the clock on; at the day's start the new day begins."""
        super().tick()
        day: date | None = self.query_one(FollowUpList).day
        if day is not None and day != self.journal.today():
            self.journal.forget_what_was_read()
            self.read_again()

    def show_follow_up(self, follow_up: int, setback: int | None = None) -> None:
        """Put the cursor on a follow-up, or on what a setback asks; at once, or once it is read."""
        listed = self.query(FollowUpList)
        if not (listed and listed.first().select(follow_up, setback)):
            self._wanted = (follow_up, setback)

    def reach(self, follow_up: int) -> bool:
        """Put the cursor on a follow-up, reading on as far as it is down; whether it is in the list."""
        listed = self.query_one(FollowUpList)
        for _ in range(FARTHEST):
            if listed.select(follow_up):
                return True
            if not self._has_more:
                break
            self._read_on()
        return False

    def on_follow_up_list_highlighted(self, message: FollowUpList.Highlighted) -> None:
        """Tell the story of the row under the cursor, and read on where the list ends."""
        listed = self.query_one(FollowUpList)
        self._tell(self._focused_line())
        if self._has_more and listed.cursor >= listed.count() - 1:
            self._read_on()

    def on_ways_back_highlighted(self, message: WaysBack.Highlighted) -> None:
        """Tell the story of the lost deal under the cursor, and read on where they end."""
        self._tell(self._focused_line())
        ways = self.query_one(WaysBack)
        if ways.count() >= WAYS and ways.cursor >= ways.count() - 1:
            more = self.journal.deals.ways_back(ways.count() + WAYS)
            if len(more) > ways.count():
                ways.ways = more

    def on_descendant_focus(self) -> None:
        """What has the focus is what the story tells of, and what the keys act on."""
        self._tell(self._focused_line())

    def on_follow_up_list_opened(self) -> None:
        """Open the row that was clicked."""
        self.action_open()

    def on_ways_back_opened(self) -> None:
        """Open the row that was clicked."""
        self.action_open()

    def on_touch_card_opened(self) -> None:
        """Open the story that was clicked."""
        self.action_open()

    def on_silence_panel_asked(self) -> None:
        """Read the closing line of a silent account."""
        if (quiet := self.query_one(SilencePanel).selected) is not None:
            self.asks.begin(lambda asks: asks.close_line(quiet))

    @property
    def asks(self) -> FollowUpAsks:
        """What is asked of follow-ups."""
        return FollowUpAsks(self, self.show_follow_up)

    def action_done(self) -> None:
        """Say that the one under the cursor is done; answer it, when it is a question."""
        line = self._focused_line()
        if line is not None and line.follow_up.is_question:
            answer(self, line.follow_up)
        elif one := self._waiting():
            self.asks.begin(lambda asks: asks.done(one))

    def action_move(self) -> None:
        """Let the one under the cursor wait until another day."""
        if one := self._waiting():
            self.asks.begin(lambda asks: asks.move(one))

    def action_skip(self) -> None:
        """Let the one under the cursor go."""
        if one := self._waiting():
            self.asks.begin(lambda asks: asks.skip(one))

    def action_close(self) -> None:
        """Close the one under the cursor for good."""
        if one := self._waiting():
            self.asks.begin(lambda asks: asks.close(one))

    def action_add(self) -> None:
        """Add a follow-up."""
        self.asks.begin(lambda asks: asks.add())

    def action_requests(self) -> None:
        """Say what the four requests came to."""
        line = self._focused_line()
        if line is None or line.deal is None:
            self.say(follow_up_words.ONLY_AFTER_A_LOSS)
            return
        deal = line.deal.id
        self.asks.begin(lambda asks: asks.requests(deal))

    def action_pitch(self) -> None:
        """Tick what was said in a pitch to whoever the one under the cursor is about."""
        line = self._focused_line()
        tick_about(self, line.follow_up if line else None)

    def action_way_back(self) -> None:
        """Lay the way back into a lost deal that has none."""
        self.asks.begin(lambda asks: asks.way_back())

    def action_open_again(self) -> None:
        """Open the lost deal under the cursor again."""
        if (way := self.query_one(WaysBack).selected) is not None:
            self.asks.begin(lambda asks: asks.open_again(way.deal.id))

    def action_open(self) -> None:
        """Open the deal of the one under the cursor; answer it, when it is a question."""
        line = self._focused_line()
        if line is None:
            self.action_add()
        elif line.follow_up.is_question:
            answer(self, line.follow_up)
        else:
            open_line(self, line)

    def action_fold(self) -> None:
        """Show story and silence where the ways back in stand, or go to them where all fit; and back."""
        listed, card = self.query_one(FollowUpList), self.query_one(TouchCard)
        if self.has_class("-narrow") or self.has_class("-short"):
            self.toggle_class("-story")
            is_left = not self.has_class("-story")
        else:
            is_left = card.has_focus
        self.set_focus(listed if is_left else card)

    def action_rest(self) -> None:
        """Back to the list."""
        self.remove_class("-story")
        self.set_focus(self.query_one(FollowUpList))

    def _focused_line(self) -> Waits | None:
        """What the keys act on: the row of the list, or the next touch of a way back in."""
        ways = self.query_one(WaysBack)
        if not ways.has_focus or ways.selected is None:
            return self.query_one(FollowUpList).selected
        way = ways.selected
        waiting = (one for one in way.touches if one.state is FollowUpState.DUE)
        one = next(waiting, None) or _bare(way.touches, way.deal.id, way.deal.account)
        return Waits(follow_up=one, place=Place(one.due or date.max, 0, one.id), deal=way.deal)

    def _waiting(self) -> FollowUp | None:
        """The one under the cursor that can be settled; of a question it is said what answers it."""
        one = line.follow_up if (line := self._focused_line()) else None
        if one is not None and one.is_question:
            self.say(IS_ASKED)
        elif one is None or not one.id:
            self.say(follow_up_words.NOTHING_PLANNED if one else follow_up_words.NONE_TO_SETTLE)
        else:
            return one
        return None

    def _put_cursor(self, before: Waits | None) -> None:
        listed = self.query_one(FollowUpList)
        wanted, self._wanted = self._wanted, None
        if wanted is None and before is not None:
            wanted = (before.follow_up.id, before.follow_up.setback)
        if wanted is not None:
            listed.select(*wanted)
        listed.cursor = listed.validate_cursor(listed.cursor)

    def _read_on(self) -> None:
        listed = self.query_one(FollowUpList)
        read = [line for line in listed.lines if not line.follow_up.is_question]
        later = self.journal.follow_ups.lines(read[-1].place if read else None, PAGE)
        self._has_more = len(later) >= PAGE
        if later:
            listed.lines = (*listed.lines, *later)

    @work(group=_LISTENING, exclusive=True)
    async def _listen(self) -> None:
        """Four months of entries are looked at for who is silent: in another thread, beside the keys."""
        journal, version = self.journal, self.journal.version
        ahead = journal.follow_ups.unanswered_ahead()
        found = await to_thread(ahead) if ahead else None
        if version != journal.version or not self.query(SilencePanel):
            return
        panel = self.query_one(SilencePanel)
        panel.day, panel.found = journal.today(), found or journal.follow_ups.unanswered()

    def _tell(self, line: Waits | None) -> None:
        card = self.query_one(TouchCard)
        card.day = self.journal.today()
        card.told = None if line is None else (line, self.journal.follow_ups.story(line))


def _bare(touches: tuple[FollowUp, ...], deal: int, account: str | None) -> FollowUp:
    """What stands for a way back in on which nothing waits any more."""
    last = replace(touches[-1], id=0) if touches else None
    return last or FollowUp(due=None, what="nothing is planned", account=account, deal=deal)
