"""Two accounts that are one: which other name it goes by, and which of the two is shown from then on."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from journal.errors import BadInput, NotFound
from journal.joining import Joining, look_alike, read_joining
from journal.journal import Journal
from screens.dialogs.deal_about import WIDEST
from screens.dialogs.entry import KnownAccounts
from screens.dialogs.fields import Choice, Line
from screens.dialogs.form import Form, Row
from screens.widgets.ink import cut


class JoinDialog(Form[Joining]):
    """Hands back what is joined; what that does stands below before it is saved."""

    title_text = "The same account"
    hint = "Write the other name of this account; → takes the one that is offered."

    def __init__(
        self, journal: Journal, account: str, typed: Joining | None = None, said: str = ""
    ) -> None:
        """Take the account; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said)
        self._journal = journal
        self._account = account
        self._typed = typed

    def above(self) -> ComposeResult:
        """The account."""
        yield Static(Content.styled(cut(self._account, WIDEST), "bold"), classes="about")

    def rows(self) -> Iterable[Row]:
        """The other name, and which is shown."""
        typed = self._typed
        stays_here = typed is None or typed.stays == self._account
        other = (typed.gone if stays_here else typed.stays) if typed else ""
        line = Line(other, id="other", suggester=KnownAccounts(self._journal))
        if near := look_alike(self._journal, self._account):
            line.offer(near)
        yield Row("Is the same as", line)
        shown = ((True, cut(self._account, 30)), (False, "the other name"))
        yield Row("Shown as", Choice(shown, stays_here, id="stays"))

    def read(self) -> Joining:
        """What is joined. Raises BadInput."""
        other, stays = self.text("other"), self.chosen("stays") is not False
        self._reading = "other"
        gone, to = (other, self._account) if stays else (self._account, other)
        try:
            return read_joining(self._journal, gone, to)
        except NotFound as problem:
            raise BadInput(str(problem)) from problem

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what it would do."""
        self._tell()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Say what it would do the other way round."""
        self._tell()

    def _tell(self) -> None:
        self.hint = type(self).hint
        if self.query_one("#other", Line).value.strip():
            try:
                self.hint = self.read().words
            except BadInput as problem:
                self.hint = str(problem)
