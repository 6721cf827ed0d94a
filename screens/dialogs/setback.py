"""Writing down a setback in 20 seconds: its type, what happened, how much it stings."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from journal.entry import Entry
from journal.errors import BadInput
from journal.journal import Journal
from journal.logbook import check
from journal.quick_entry import Heard
from journal.setback import Setback
from journal.setback_heard import SetbackEar, ToldSetback
from screens import entry_words, wording
from screens.dialogs.depth import Depth
from screens.dialogs.entry import KnownAccounts
from screens.dialogs.fields import Choice, Line, Words
from screens.dialogs.form import Form, Row
from screens.dialogs.setback_types import TypeGrid
from screens.drafted import Draft
from screens.widgets.ink import cut

_PURPOSE = 58
"""The cells of the purpose in the box."""


class SetbackDialog(Form[ToldSetback]):
    """Hands back what was told. Enter, Enter, Enter is enough; below the sting is what was understood."""

    AUTO_FOCUS = "TypeGrid"
    DEFAULT_CSS = """
    SetbackDialog {
        & TypeGrid.field { height: 8; margin-bottom: 1; background: $background; }
        & Words.field { height: 2; }
        & .about { margin-bottom: 1; height: auto; }
    }
    SetbackDialog.-short {
        & > #box { padding: 0 2; }
        & .about { margin-bottom: 0; }
    }
    """

    title_text = "Setback"
    hint = "Enter, Enter, Enter is enough; the rest your words tell."

    def __init__(self, journal: Journal, told: ToldSetback | None = None, said: str = "") -> None:
        """Take the journal; what was told in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "new-setback"))
        self._journal = journal
        self._told = told or ToldSetback()
        self._ear = SetbackEar(journal)
        self._account: str | None = None
        self._deal: int | None = None
        """The deal that was understood."""

    @property
    def is_at_its_start(self) -> bool:
        """Whether nothing but letters of a type can have been typed yet."""
        return self.focused is None or isinstance(self.focused, TypeGrid)

    def above(self) -> ComposeResult:
        """Why the rep does this."""
        purpose = self._journal.purpose()
        if purpose:
            yield Static(Content(cut(wording.purpose(purpose), _PURPOSE)), classes="about")

    def body(self) -> ComposeResult:
        """The types, then the rows."""
        grid = TypeGrid(self._told.type, id="type")
        grid.add_class("field")
        yield grid
        yield from super().body()

    def rows(self) -> Iterable[Row]:
        """What happened and how much it stings; then what is understood from the words."""
        told, known = self._told, KnownAccounts(self._journal)
        yield Row("What happened", Words(told.words, id="words"))
        yield Row("Sting", Depth(told.sting, id="sting", ends="0–9, + is 10"))
        yield Row("With", Line(told.account, id="account", suggester=known))
        yield Row("Deal", Choice([(None, "none")], None, id="deal"))
        yield Row("Day", Line(told.day, id="day", example="today"))

    def on_mount(self) -> None:
        """Understand what it opens with."""
        self._show_deals(False)
        self._understand()

    def around(self) -> int:
        """All but the rows: a tall screen has room to breathe."""
        return 11 if self.size.height >= 34 else 7

    def on_key(self, event: events.Key) -> None:
        """Keys that come before the first row has the focus are meant for it."""
        if self.focused is not None:
            return
        grid = self.query_one(TypeGrid)
        if event.key in ("enter", "tab"):
            event.stop()
            self.set_focus(grid)
            self.step(1)
        elif (event.character or "").isalnum():
            event.stop()
            self.set_focus(grid)
            grid.type_in(event.character or "")

    def read(self) -> ToldSetback:
        """What was told. Raises BadInput."""
        told = self.told()
        self._reading = "day" if told.day else "words"
        if not told.words:
            self._reading = "words"
            raise BadInput("Say what happened; one line is enough.")
        self.heard(told)
        return told

    def heard(self, told: ToldSetback) -> Entry:
        """What is saved for what was told. Raises BadInput."""
        heard = self._ear.hear(told)
        if heard.entry is None:
            raise BadInput(heard.hint)
        check(heard.entry, self._journal.today())
        return heard.entry

    def settling(self) -> AbstractContextManager[None]:
        """What is saved inside lets go of what was typed here."""
        return self.draft.settled() if self.draft else nullcontext()

    def told(self) -> ToldSetback:
        """What stands in the rows."""
        type_, sting, deal = self.chosen("type"), self.chosen("sting"), self.chosen("deal")
        return ToldSetback(
            words=self.text("words").strip(),
            type=type_ if isinstance(type_, str) else None,
            sting=sting if isinstance(sting, int) else None,
            account=self.text("account"),
            deal=deal if isinstance(deal, int) else None,
            day=self.text("day"),
        )

    def step(self, by: int) -> None:
        """Go to another row; without open deals there is no row for them."""
        fields = [field for field in self.query(".field").results(Widget) if _is_there(field)]
        at = fields.index(self.focused) if self.focused in fields else -by
        self.set_focus(fields[(at + by) % len(fields)])

    def next_row(self) -> None:
        """The sting is the last of the three: Enter on it saves."""
        if isinstance(self.focused, Depth):
            self.action_save()
        else:
            super().next_row()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Understand it anew."""
        self._understand()

    def on_text_area_changed(self, event: Words.Changed) -> None:
        """Understand it anew."""
        self._understand()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Understand it anew."""
        self._understand()

    def _understand(self) -> None:
        told = self.told()
        grid, account = self.query_one(TypeGrid), self.query_one("#account", Line)
        heard = self._ear.hear(told) if told.words else Heard(None)
        entry = heard.entry if isinstance(heard.entry, Setback) else None
        grid.told = entry.type if entry is not None else ""
        account.offer(entry.account or "" if entry is not None else "")
        self._offer_deals(entry)
        self.hint = type(self).hint
        if entry is not None:
            said = entry_words.said_back(entry, self._journal.today())
            who = f"{said.account} (new)" if heard.new_account else said.account
            sting = "" if entry.sting is None else f"sting {entry.sting}"
            words = ", ".join(part for part in (said.what, who, sting, said.when) if part)
            self.hint = f"{words}. Enter on the sting saves it."
        elif told.words:
            self.hint = heard.hint

    def _offer_deals(self, entry: Setback | None) -> None:
        """The open deals of the account; the one that is meant, until the rep takes another."""
        account = entry.account if entry is not None else None
        choice: Choice[int | None] = self.query_one("#deal", Choice)
        is_left_to_us = account != self._account or choice.value == self._deal
        if account != self._account:
            self._account = account
            deals = self._ear.deals_of(account)
            choice.options = ((None, "none"), *((deal.id, deal.name) for deal in deals))
            self._show_deals(bool(deals))
        if is_left_to_us:
            self._deal = self._ear.deal_meant(account, self.text("words"))
            known = [option for option, _ in choice.options]
            choice.index = known.index(self._deal) if self._deal in known else 0
            choice.refresh()

    def _show_deals(self, are_there: bool) -> None:
        row = self.query_one("#deal").parent
        if isinstance(row, Widget):
            row.display = are_there


def _is_there(field: Widget) -> bool:
    return not isinstance(field.parent, Widget) or bool(field.parent.display)
