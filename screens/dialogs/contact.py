"""Somebody at an account: who it is, what they do, and whether they speak for us."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journal.deal_story import Contact
from journal.errors import BadInput
from journal.journal import Journal
from screens.dialogs.fields import Choice, Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft

_SPEAKS: tuple[tuple[bool, str], ...] = ((False, "no"), (True, "yes, also without us there"))


class ContactDialog(Form[Contact]):
    """Hands back who it is."""

    def __init__(
        self, journal: Journal, contact: Contact, typed: Contact | None = None, said: str = ""
    ) -> None:
        """Take who it is, or a blank at the account; what was typed before, and why it was not saved."""
        super().__init__(said, Draft(journal, "contact", contact.id, may_change=contact.id > 0))
        self._contact = typed or contact
        self.title_text = f"{'Change' if contact.id else 'Somebody'} at {contact.account}"
        self.hint = "An advocate speaks for us when we are not in the room."

    def rows(self) -> Iterable[Row]:
        """Name, role, advocate."""
        who = self._contact
        yield Row("Name", Line(who.name, id="name", example="Dana Ruiz"))
        yield Row("Role", Line(who.role, id="role", example="plant manager"))
        yield Row("Advocate", Choice(_SPEAKS, who.advocate, id="advocate"))

    def read(self) -> Contact:
        """Who it is. Raises BadInput."""
        advocate, role = self.chosen("advocate") is True, self.text("role")
        name = self.text("name")
        if not name.strip():
            raise BadInput("Say who it is.")
        return replace(self._contact, name=name, role=role, advocate=advocate)
