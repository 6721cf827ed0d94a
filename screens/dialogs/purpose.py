"""The purpose: one statement beyond the commission cheque, in the rep's own words."""

from __future__ import annotations

from collections.abc import Iterable

from journal.journal import Journal
from screens.dialogs.fields import Words
from screens.dialogs.form import Form, Row
from screens.drafted import Draft


class PurposeDialog(Form[str]):
    """Hands back the statement as it is to be read each morning."""

    title_text = "Why I do this"
    hint = "Read each morning and on every setback; earlier wordings are kept."

    def __init__(self, journal: Journal, typed: str | None = None, said: str = "") -> None:
        """Take the journal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "purpose"))
        self._typed = typed if typed is not None else journal.purpose() or ""

    def rows(self) -> Iterable[Row]:
        """The one statement."""
        yield Row("Beyond the cheque", Words(self._typed, id="purpose"))

    def read(self) -> str:
        """The statement; what is too long or empty is refused when it is saved."""
        return self.text("purpose")
