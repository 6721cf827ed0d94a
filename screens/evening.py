"""The evening page: what moved first, what else happened, one good thing, and done for today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from journal.day_page import DayPage
from journal.entry import Entry
from journal.errors import BadInput
from journal.evening import Evening as Handed
from journal.journal import Journal
from journal.shown import shown
from screens import entry_words, visit_words
from screens.dialogs.fields import Line
from screens.visit import QUIET_KEYS, Visit
from screens.widgets.day_done import DayDone
from screens.widgets.done_button import DoneButton, MoreLines
from screens.widgets.event_box import EventBox, Understood
from screens.widgets.meant import Loop, Meant

_LINES = {
    "good-thing": "good_thing",
    "my-part": "my_part",
    "first-tomorrow": "first_tomorrow",
    "thanks": "thanks",
    "overstated": "overstated",
}
"""Each line of the page, and what it is called there."""


class Evening(Visit, inherit_bindings=False):
    """Three minutes: Enter goes down line by line, and the last one closes the day."""

    FORM: ClassVar[str] = "evening"
    TAKES_LETTERS: ClassVar[bool] = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next",
            "Next line",
            id="evening.next",
            key_display="Enter",
            tooltip="Go down; the last one closes the day",
        ),
        Binding(
            "escape",
            "later",
            "Later",
            id="evening.later",
            key_display="Esc",
            tooltip="To the day; what you typed is kept",
        ),
        Binding(
            "ctrl+s",
            "save",
            "Done for today",
            id="evening.save",
            key_display="Ctrl+S",
            tooltip="Save the page and close the day",
        ),
        *Visit.BINDINGS[2:],
        Binding(
            "q",
            "write_down",
            "Write",
            id="evening.write",
            show=False,
            key_display="a letter",
            tooltip="Write into the box, wherever the cursor stands",
        ),
        *QUIET_KEYS,
        *Screen.BINDINGS,
    ]

    def __init__(self, journal: Journal) -> None:
        """Take the journal; the page is that of today, or of an evening that words were left in."""
        super().__init__(journal, journal.drafts.earlier_evening())
        pages = journal.day_pages
        following = pages.next_day(self.day)
        in_a_week = pages.next_day(self.day + timedelta(days=6))
        self._days = (following, in_a_week) if in_a_week > following else (following,)
        self._loops = tuple(Loop(one) for one in pages.open_loops(self.day))

    def panels(self) -> Iterator[Widget]:
        """What moved, what was meant, and the lines."""
        words = Content.assemble(
            ("Good evening.", "bold $foreground"), f"  {visit_words.PROGRESS_FIRST}"
        )
        yield Static(words, id="greeting")
        yield DayDone(id="day-done")
        yield Meant(id="meant", classes="stop")
        with Vertical(id="lines") as lines:
            lines.border_title = Content("Evening")
            with Horizontal(id="box-row", classes="row"):
                yield Static(Content("What else happened"), classes="label")
                box = EventBox(id="box")
                box.add_class("stop")
                yield box
                yield Understood(id="understood")
            page = self.written
            yield self.line("good-thing", "One good thing", visit_words.GOOD, page.good_thing)
            yield self.line("my-part", "My part in it", visit_words.PART, page.my_part)
            yield self.line("hit", "What hit me", "")
            yield self.line(
                "first-tomorrow", "Tomorrow's first step", "what, and when", page.first_tomorrow
            )
            yield MoreLines(id="more", classes="stop")
            yield self.row("Thanks to", self._optional("thanks", page.thanks), classes="more")
            overstated = self._optional("overstated", page.overstated, visit_words.OVERSTATED)
            yield self.row("Overstated", overstated, classes="more")
            own = "" if page.offence is None else str(page.offence)
            offence = self._optional("offence", own, visit_words.OFFENCE)
            yield self.row("My own moves", offence, classes="more")
            yield DoneButton(id="done", classes="stop")
        yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        """Show what the morning meant, before anything typed is offered again."""
        meant = self.query_one(Meant)
        meant.day, meant.days = self.day, self._days
        meant.intentions, meant.loops = self.written.intentions, self._loops
        self.set_class(meant.count() > 3, "-many")
        self.set_class(any((self.written.thanks, self.written.overstated)), "-unfolded")

    def show(self) -> None:
        """The day as it stands."""
        briefing = self.briefing
        if briefing.day != self.day:
            return
        done = self.query_one(DayDone)
        done.streak, done.briefing = self.journal.track_record().streak.current, briefing
        hits = visit_words.hit_so_far(briefing.timeline)
        self.query_one("#hit", Input).placeholder = shown(hits or visit_words.NOTHING_HIT)

    def begin(self) -> None:
        """The first stop has the cursor."""
        if self.focused is None:
            self.step(1)
        self._hear()

    def takes(self, key: events.Key) -> bool:
        """Whoever simply types, types into the box, wherever the cursor stands."""
        character = key.character or ""
        if isinstance(self.focused, Input | TextArea) or self.app.screen is not self:
            return False
        if not key.is_printable or not character.strip():
            return False
        box = self.query_one(EventBox)
        self.set_focus(box)
        box.type_in(character)
        return True

    def action_write_down(self) -> None:
        """Put the cursor into the box."""
        self.set_focus(self.query_one(EventBox))

    def fields_typed(self) -> dict[str, str]:
        """What stands in the lines, and what was ticked."""
        return {**super().fields_typed(), "ticks": self.query_one(Meant).ticks()}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was left, ticks too."""
        super().fill({name: text for name, text in fields.items() if name != "ticks"})
        self.query_one(Meant).tick_as_left(fields.get("ticks", ""))
        self._hear()

    def fill_from(self, page: DayPage) -> None:
        """Let the lines say what a page says."""
        for name, attribute in _LINES.items():
            self.query_one(f"#{name}", Input).value = getattr(page, attribute)
        self.query_one("#offence", Input).value = "" if page.offence is None else str(page.offence)
        self.query_one(Meant).intentions = page.intentions

    def next_row(self) -> None:
        """Go down; words in the line of what hit are written down first."""
        if isinstance(self.focused, Line) and self.focused.id == "hit" and self.focused.text:
            self._log_hit(self.focused)
        else:
            super().next_row()

    def on_event_box_finished(self) -> None:
        """Enter on an empty line of the box: what was understood is saved, once."""
        box = self.query_one(EventBox)
        if not box.text.strip():
            self.step(1)
            return
        with self.trouble_said():
            kept = self.journal.day_pages.keep_lines(box.text, self.day)
            box.text = ""
            self.keep_draft()
            self.read_again()
            self.step(1)
            self.say(
                visit_words.kept(len(kept.entries), len(kept.follow_ups)),
                hint=visit_words.TAKE_BACK_LATER,
            )

    def action_save(self) -> None:
        """Close the day with all that stands on the page: one thing to undo."""
        if self.app.screen is not self:
            return
        with self.trouble_said():
            mine = self._page()
            handed = Handed(
                page=mine,
                read=self.written,
                box=self.query_one(EventBox).text,
                loops=self.query_one(Meant).whens(),
            )
            page = self.save_until_agreed(
                lambda page: self.journal.day_pages.close(replace(handed, page=page)), mine
            )
            if page is not None:
                self.leave_saved(visit_words.EVENING_SAVED)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say what the lines mean so far."""
        self._hear()

    def on_text_area_selection_changed(self) -> None:
        """Show what the line with the cursor means."""
        self.query_one(Understood).line = self.query_one(EventBox).lines_to_cursor

    def on_meant_changed(self) -> None:
        """Ticks are kept like words."""
        self.keep_draft()

    def on_done_button_pressed(self) -> None:
        """A click on the button."""
        self.action_save()

    def on_more_lines_opened(self) -> None:
        """The optional lines come out."""
        self.set_class(True, "-unfolded")
        self.set_focus(self.query_one("#thanks"))

    def on_key(self, event: events.Key) -> None:
        """Up and down walk from stop to stop where no line takes them."""
        if event.key in ("up", "down") and isinstance(self.focused, DoneButton | MoreLines):
            event.stop()
            self.step(1 if event.key == "down" else -1)

    def _optional(self, name: str, value: str, example: str = visit_words.MAY_STAY) -> Line:
        from screens.widgets.page_line import PageLine

        return PageLine(value, id=name, example=example)

    def _hear(self) -> None:
        said, box = self.query_one(Understood), self.query_one(EventBox)
        said.day, said.today, said.line = self.day, self.journal.today(), box.lines_to_cursor
        said.heard = self.journal.hear_lines(box.text, self.day)

    def _log_hit(self, line: Line) -> None:
        """Write down another setback of the day; the line is free for the next."""
        with self.trouble_said():
            heard = self.journal.hear(f"setback {line.text}", self.day)
            if heard.entry is None:
                raise BadInput(heard.hint)
            saved: Entry = self.journal.record(replace(heard.entry, day=self.day)).entry
            with line.prevent(Input.Changed):
                line.value = ""
            self.keep_draft()
            self.read_again()
            words = entry_words.saved(saved, self.journal.today(), {})
            self.say(words, hint=visit_words.TAKE_BACK_LATER)

    def _page(self) -> DayPage:
        """The page as it stands in the lines. Raises BadInput."""
        return replace(
            self.written,
            intentions=self.query_one(Meant).intentions,
            good_thing=self.text("good-thing"),
            my_part=self.text("my-part"),
            first_tomorrow=self.text("first-tomorrow"),
            thanks=self.text("thanks"),
            overstated=self.text("overstated"),
            offence=self._offence(),
        )

    def _offence(self) -> int | None:
        typed = self.text("offence").removesuffix("%").strip()
        if not typed:
            return None
        if not typed.isdecimal() or len(typed) > 3 or int(typed) > 100:
            self.set_class(True, "-unfolded")
            self.set_focus(self.query_one("#offence"))
            raise BadInput("How much of the day was your own move is a number from 0 to 100.")
        return int(typed)
