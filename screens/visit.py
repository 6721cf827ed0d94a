"""A visit: the morning or the evening page over Today, whose lines Enter walks and Esc leaves as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from journal.briefing import Briefing
from journal.day_page import DayPage
from journal.errors import ChangedElsewhere
from journal.journal import Journal
from screens import visit_words, wording
from screens.dialogs.fields import Line, TooLong
from screens.drafted import Draft, Drafted
from screens.page import Page
from screens.widgets.ink import cut
from screens.widgets.page_line import PageLine

Kept = TypeVar("Kept")

QUIET_KEYS: list[BindingType] = [
    replace(binding, show=False) for binding in Page.BINDINGS if isinstance(binding, Binding)
]
"""The keys of every page, which act here as well; the row at the bottom has others to tell."""

LETTERS_DO = {"count"} | {
    binding.action.partition("(")[0]
    for binding in Page.BINDINGS
    if isinstance(binding, Binding) and len(binding.key) == 1
}
"""What single letters do; where letters are text, they do not."""


class Visit(Page, Drafted):
    """Stays the page of its day, whatever the clock says meanwhile."""

    NUMBER: ClassVar[int] = 1
    CSS_PATH = "visit.tcss"
    AUTO_FOCUS = ""
    FORM: ClassVar[str]
    """What its draft is called."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "later",
            "To the day",
            id="visit.later",
            key_display="Esc",
            tooltip="To the day; what you typed is kept",
        ),
        Binding(
            "ctrl+s",
            "save",
            "Done",
            id="visit.save",
            key_display="Ctrl+S",
            tooltip="Save the page now",
        ),
        Binding(
            "f1", "keys", "Keys", id="visit.keys", key_display="F1", tooltip="What the keys do here"
        ),
    ]

    def __init__(self, journal: Journal, day: date | None = None) -> None:
        """Take the journal, and the day whose page it is; the rep's day now if none is said."""
        super().__init__(journal)
        self.day = day or journal.today()
        self.written: DayPage = journal.day_pages.of(self.day)
        self.briefing: Briefing = journal.briefing()
        self._said_of: dict[str, str] | None = None
        self._kept_before = journal.kept
        self._is_old = self.day != journal.today()
        self.draft = Draft(journal, self.FORM, self.day.toordinal(), may_change=True)

    def on_mount(self) -> None:
        """Show the day, and what was typed before and not saved."""
        if not self.is_gone:
            self.show()
            self.offer_again()
            self.call_after_refresh(self._begin)

    def show(self) -> None:
        """Show the day as it stands now."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the cursor where the rep begins; nowhere on a page that is read first."""

    def _begin(self) -> None:
        if not self.is_gone:
            self.begin()
            if since := self.saved_since():
                self.say(since, is_trouble=True)
            elif self.day != self.journal.today():
                self.say(visit_words.AS_LEFT.format(day=wording.full_day(self.day)))

    def stops(self) -> list[Widget]:
        """Where Enter stops, top to bottom."""
        there = set(self.focus_chain)
        return [stop for stop in self.query(".stop") if stop in there]

    def row(self, label: str, field: Widget, *, classes: str = "") -> Horizontal:
        """A label and its field."""
        field.add_class("stop")
        name = Static(Content(label), classes="label")
        return Horizontal(name, field, classes=f"row {classes}", id=f"{field.id}-row")

    def line(self, name: str, label: str, example: str, value: str = "") -> Horizontal:
        """A line to type in."""
        return self.row(label, PageLine(value, id=name, example=example))

    def text(self, name: str) -> str:
        """What stands in a line."""
        return self.query_one(f"#{name}", Line).text

    def step(self, by: int) -> None:
        """Go to another line; from the last to the first, and back. A page just left has none."""
        if stops := self.stops():
            at = stops.index(self.focused) if self.focused in stops else (-1 if by > 0 else 0)
            self.set_focus(stops[(at + by) % len(stops)])

    def action_next(self) -> None:
        """Enter while nothing has the focus: go to the first line."""
        self.step(1)

    def next_row(self) -> None:
        """Go down, and save on the last line."""
        stops = self.stops()
        if stops and self.focused is stops[-1]:
            self.action_save()
        else:
            self.step(1)

    def action_save(self) -> None:
        """Save the page."""
        raise NotImplementedError

    def action_later(self) -> None:
        """To the day; what is typed is kept."""
        self.leave()

    def leave(self) -> None:
        """Give way to the day; what is typed is kept."""
        if self.app.screen is self:
            self.keep_draft()
            self.let_draft_be()
            self.app.pop_screen()

    def leave_saved(self, words: str) -> None:
        """Back to the day, which says what was saved, if anything was."""
        self.let_draft_be()
        self.app.pop_screen()
        if isinstance(below := self.app.screen, Page):
            below.show_saved(words, self._kept_before)

    def save_until_agreed(self, save: Callable[[DayPage], Kept], mine: DayPage) -> Kept | None:
        """Save; where another window wrote on the same line, ask which of both stays."""
        try:
            self._kept_before = self.journal.kept
            with self.saving():
                return save(mine)
        except ChangedElsewhere:
            self.ask_which(mine)
            return None

    def ask_which(self, mine: DayPage) -> None:
        """Show both versions; the one that is chosen is written on at once."""
        from screens.dialogs.changed import ChangedDialog, Keep

        theirs = self.journal.day_pages.of(self.day)

        def chosen(kept: Keep | None) -> None:
            if kept is not None:
                self.written = theirs
                if kept is Keep.THEIRS:
                    self.fill_from(theirs)
                self.action_save()

        self.app.push_screen(ChangedDialog(mine, theirs), chosen)

    def fill_from(self, page: DayPage) -> None:
        """Let the lines say what a page says."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Show the day again; what is typed stays, lines that nobody touched say what is saved now."""
        self.briefing = self.journal.briefing()
        self.show()
        saved = self.journal.day_pages.of(self.day)
        is_untouched = self.draft is not None and self.fields_typed() == self.draft.opened_with
        if saved != self.written and is_untouched:
            self.written = saved
            self.fill_from(saved)
            self._begin_anew()

    def say(self, words: str, *, hint: str = "", is_trouble: bool = False) -> None:
        """Say it above the keys."""
        sign = ("! ", "$warning") if is_trouble else ("✓ ", "$success") if hint else ""
        said = Content.assemble(sign, cut(words, 300), (f"   {hint}" if hint else "", "$muted"))
        self.query_one("#said", Static).update(said)
        self._said_of = self.fields_typed() if words else None

    def tell_of_draft(self, sentence: str) -> None:
        """Say above the keys that something is not kept yet."""
        self.say(sentence, is_trouble=bool(sentence))

    def tick(self) -> None:
        """Move the clock on; when a new day begins, say whose page this is.

        What is said later, as that something was saved, stands until the next key.
        """
        super().tick()
        is_said = self._is_old and self._said_of is not None
        self._is_old = self.journal.today() != self.day
        if self._is_old and not is_said:
            self.say(visit_words.OLD_PAGE.format(day=wording.full_day(self.day)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a line, letters are text."""
        if action not in LETTERS_DO:
            return True
        field = self.focused
        return not self.TAKES_LETTERS and not (field and field.check_consume_key("s", "s"))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The line with the cursor has its label in colour."""
        self._mark(event.widget, is_here=True)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The cursor went elsewhere."""
        self._mark(event.widget, is_here=False)

    def on_too_long(self, message: TooLong) -> None:
        """A paste that no line holds: nothing of it was taken."""
        self.say(wording.too_long(message.wanted, message.longest), is_trouble=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was said was about other words; a change may be told after the complaint about it."""
        if self._said_of is not None and self.fields_typed() != self._said_of:
            self.say("")

    def _mark(self, widget: Widget, *, is_here: bool) -> None:
        self.set_class(is_here, f"-in-{widget.id}")
        for row in widget.ancestors:
            if isinstance(row, Horizontal) and row.has_class("row"):
                row.set_class(is_here, "-here")
