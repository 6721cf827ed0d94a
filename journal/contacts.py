"""The people at an account, as a rep changes them: another role, an advocate, or gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.deal_story import Contact
from journal.entry import LONGEST_ACCOUNT
from journal.errors import BadInput

if TYPE_CHECKING:
    from journal.journal import Journal


def change_contact(journal: Journal, contact: Contact) -> Contact:
    """Save over somebody who was read before. Raises BadInput, NotFound, ChangedElsewhere, CannotSave."""
    changed = replace(
        contact, name=" ".join(contact.name.split()), role=" ".join(contact.role.split())
    )
    if not changed.name:
        raise BadInput("Say who it is.")
    if max(len(changed.name), len(changed.role)) > LONGEST_ACCOUNT:
        raise BadInput(f"Names and roles hold {LONGEST_ACCOUNT} characters; shorten them.")
    with journal.writing(f"a change to {changed.name[:60]} at {changed.account[:60]}"):
        return journal.store.people.change_contact(changed)


def remove_contact(journal: Journal, contact: Contact) -> None:
    """Take somebody off their account. Raises NotFound, CannotSave."""
    with journal.writing(f"{contact.name[:60]} taken off {contact.account[:60]}"):
        journal.store.people.remove_contact(contact.id)
