"""The morning page: two minutes to read where the day stands, and to write what would make it good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from journal.day_page import MOST_INTENTIONS, DayPage
from journal.errors import BadInput
from screens import visit_words, wording
from screens.today import Today
from screens.visit import QUIET_KEYS, Visit
from screens.widgets.counts import LETTERS
from screens.widgets.due import Due
from screens.widgets.heard_row import HeardRow
from screens.widgets.ink import cut
from screens.widgets.must_today import MustToday
from screens.widgets.next_waypoint import NextWaypoint
from screens.widgets.yesterday import YesterdayPanel

_EXAMPLES = (
    "what would make today a good day",
    "the second thing that would make today good",
    "leave empty if two are enough",
)


class Morning(Visit, inherit_bindings=False):
    """Two steps: reading, where all keys act, and writing, where Enter goes down and saves at the end."""

    FORM: ClassVar[str] = "morning"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next",
            "Next line",
            id="morning.next",
            key_display="Enter",
            tooltip="Go to the first line, and down; the last one saves",
        ),
        *Visit.BINDINGS,
        *(
            Binding(
                letter,
                f"count('{kind}')",
                f"One {kind}",
                id=f"morning.{kind}",
                show=False,
                tooltip=f"Count one {kind}" + (" touch" if kind == "social" else ""),
            )
            for kind, letter in LETTERS.items()
        ),
        *QUIET_KEYS,
        *Screen.BINDINGS,
    ]

    def panels(self) -> Iterator[Widget]:
        """What is read, then what is written."""
        words = Content.assemble(
            ("Good morning.", "bold $foreground"), f"  {visit_words.TWO_MINUTES}"
        )
        yield Static(words, id="greeting")
        yield Static(id="purpose", markup=False)
        yield MustToday(id="must-today")
        yield NextWaypoint(id="waypoint")
        yield Due(id="due")
        yield YesterdayPanel(id="yesterday")
        with Vertical(id="lines") as lines:
            lines.border_title = Content("Today I will")
            for slot, (text, example) in enumerate(zip(self._first(), _EXAMPLES, strict=True), 1):
                label = f"{slot}  {'First' if slot == 1 else 'Then'}"
                yield self.line(f"intention-{slot}", label, example, text)
            page = self.written
            yield self.line("obstacle", "In the way", "what is likely to stop me", page.obstacle)
            example = "if the 10:00 slips, then I call the next on the list"
            yield self.line("if-then", "If that, then", example, page.if_then)
        yield Static(id="said", markup=False)

    def show(self) -> None:
        """Everything that is read."""
        briefing = self.briefing
        purpose = wording.purpose(briefing.purpose) if briefing.purpose else wording.NO_PURPOSE
        self.query_one("#purpose", Static).update(cut(purpose, 400))
        must, waypoint = self.query_one(MustToday), self.query_one(NextWaypoint)
        must.one, must.best_day = briefing.one, briefing.best_day
        must.is_off = not self.journal.calendar.is_working(briefing.day)
        waypoint.waypoint, waypoint.day = briefing.waypoint, briefing.day
        due = self.query_one(Due)
        due.due = self.journal.due_with(briefing)
        due.waiting, due.day = briefing.waiting, briefing.day
        yesterday = self.query_one(YesterdayPanel)
        promised = self.journal.day_pages.reward()
        yesterday.reward = visit_words.reward(promised) if promised else ""
        yesterday.day, yesterday.yesterday = self.day, self.journal.day_pages.yesterday()

    def begin(self) -> None:
        """The page is read first: nothing has the focus."""
        self.say("")

    def fill_from(self, page: DayPage) -> None:
        """Let the lines say what a page says."""
        texts = [one.text for one in page.intentions]
        for slot in range(1, MOST_INTENTIONS + 1):
            words = texts[slot - 1] if slot <= len(texts) else ""
            self.query_one(f"#intention-{slot}", Input).value = words
        self.query_one("#obstacle", Input).value = page.obstacle
        self.query_one("#if-then", Input).value = page.if_then

    def action_count(self, kind: str) -> None:
        """Count one of a kind, as on the day itself."""
        if isinstance(today := self.app.screen_stack[0], Today):
            today.action_count(kind)
            self.read_again()
            self.query_one("#said", Static).update(today.query_one(HeardRow).words)

    def action_save(self) -> None:
        """Save the lines and go to the day; a page that nobody wrote on is only left."""
        if self.app.screen is not self:
            return
        slots = range(1, MOST_INTENTIONS + 1)
        intentions = [self.text(f"intention-{slot}") for slot in slots]
        obstacle, if_then = self.text("obstacle"), self.text("if-then")
        if not any((*intentions, obstacle, if_then, self.written.intentions)):
            self.leave()
            return
        with self.trouble_said():
            try:
                page = self.save_until_agreed(
                    lambda read: self.journal.day_pages.plan_day(
                        intentions, obstacle, if_then, read
                    ),
                    self.written,
                )
            except BadInput:
                self.step_to_longest()
                raise
            if page is not None:
                self.leave_saved(visit_words.planned(len(page.intentions)))

    def step_to_longest(self) -> None:
        """Put the cursor into the line that holds most: it is the one that is too long."""
        self.set_focus(max(self.query(Input), key=lambda line: len(line.value)))

    async def on_due_acted(self, message: Due.Acted) -> None:
        """A click on what is due: it is acted on in Follow-ups."""
        from screens.follow_ups import FollowUps

        await self.run_action("app.page(5)")
        if message.line is not None and isinstance(page := self.app.screen, FollowUps):
            page.show_follow_up(message.line.follow_up.id, message.line.follow_up.setback)

    async def on_next_waypoint_opened(self) -> None:
        """A click on the waypoint."""
        await self.run_action("app.page(2)")

    def _first(self) -> list[str]:
        """The intentions that stand already; what the evening before called the first step comes first."""
        texts = [one.text for one in self.written.intentions]
        yesterday = self.journal.day_pages.yesterday()
        step = " ".join(yesterday.first_step.split())[:1_000] if yesterday else ""
        is_new = not any(one.carried_from is None for one in self.written.intentions)
        if step and is_new and step not in texts and len(texts) < MOST_INTENTIONS:
            texts.insert(0, step)
        return [*texts, "", "", ""][:MOST_INTENTIONS]
