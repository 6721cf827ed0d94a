"""A new follow-up: whom, on which day, what, and why they should care."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.errors import BadInput
from journal.journal import Journal
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.dialogs.touch import day_ahead, echoed
from screens.drafted import Draft


@dataclass(frozen=True, slots=True)
class NewFollowUp:
    """What is to be done."""

    account: str
    """Who waits; may be empty."""
    due: date
    """On which day."""
    what: str
    """What to do."""
    reason: str
    """Why they should care; may be empty."""


class FollowUpDialog(Form[NewFollowUp]):
    """Hands back what is to be done."""

    title_text = "Follow up"
    hint = "It stands in Today on its day."

    def __init__(self, journal: Journal, typed: NewFollowUp | None = None, said: str = "") -> None:
        """Take what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "follow-up"))
        self._journal = journal
        self._typed = typed

    def rows(self) -> Iterable[Row]:
        """Whom, when, what and why."""
        typed = self._typed
        account = Line(typed.account if typed else "", id="account", example="acme")
        yield Row("Follow up", account)
        day = typed.due.isoformat() if typed else ""
        yield Row("On", Line(day, id="due", example="fri"), echoes=True)
        yield Row("What", Line(typed.what if typed else "", id="what", example="Call"))
        example = "why should they care?"
        yield Row("Because", Line(typed.reason if typed else "", id="reason", example=example))

    def read(self) -> NewFollowUp:
        """What is to be done. Raises BadInput."""
        account, what = " ".join(self.text("account").split()), self.text("what").strip()
        if not account and not what:
            self.text("account")
            raise BadInput("Say whom to follow up, or what is to be done.")
        due = day_ahead(self._journal, self.text("due"))
        known = self._journal.store.accounts.known(account) if account else None
        return NewFollowUp(known or account, due, what or "Call", self.text("reason"))

    def echo(self, name: str) -> str:
        """The day, and whether it is one off."""
        return echoed(self._journal, self.query_one(f"#{name}", Line).value)
