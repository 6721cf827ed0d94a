"""Accounts, who is there, and what waits there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.deal import Deal
from journal.deal_story import Contact
from journal.errors import NotFound
from journal.follow_up import FollowUp
from storage import deals, follow_ups
from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.merging import merge
from storage.rows import PAGE, Row, Value, day_kept, day_read, read_rows, text_kept

CONTRACT_END = "SELECT contract_end FROM account WHERE id = ?"
_CONTACT = """SELECT contact.id, rev, account.name, contact.name, role, advocate
FROM contact JOIN account ON account.id = contact.account"""
CONTACTS = f"{_CONTACT} WHERE contact.account = ? ORDER BY contact.id LIMIT ?"
CONTACT = f"{_CONTACT} WHERE contact.id = ?"
_DEAL = f"SELECT {deals.COLUMNS} {deals.JOINED} WHERE deal.account = ?"
OPEN_AT = f"{_DEAL} AND outcome = 'open' ORDER BY deal.id DESC LIMIT ?"
ENDED_AT = f"""{_DEAL} AND outcome <> 'open'
ORDER BY closed DESC, deal.id DESC LIMIT ?"""
_FOLLOW_UP = f"SELECT {follow_ups.COLUMNS} {follow_ups.JOINED}"
_WAITING = f"{_FOLLOW_UP} WHERE follow_up.account = ? AND state = 'due'"
WAITING_AT = f"{_WAITING} AND due > '' ORDER BY due, follow_up.id LIMIT ?"
WAITING_UNDATED = f"{_WAITING} AND due IS NULL ORDER BY follow_up.id LIMIT ?"

NO_SUCH = "There is no contact {:,}: the account's page shows those there are."
NO_NAME = "Say at which account."


class SqlitePeople:
    """Accounts and who is there, in the file."""

    def __init__(self, changes: Changes, accounts: SqliteAccounts) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db
        self._accounts = accounts

    def contract_end(self, account: str) -> date | None:
        """The day the account's contract with somebody else ends; None when not known."""
        found = self._db.row(CONTRACT_END, (self._accounts.known_id(account),))
        return day_read(found[0]) if found else None

    def set_contract_end(self, account: str, day: date | None) -> None:
        """Keep the day that contract ends, or that it is not known. Raises NotFound."""
        self._changes.update("account", self._id(account), {"contract_end": day_kept(day)})

    def contacts(self, account: str) -> Sequence[Contact]:
        """Who is at an account, as they were written down."""
        found = self._db.rows(CONTACTS, (self._accounts.known_id(account), PAGE))
        return read_rows(_contact, found)

    def add_contact(self, contact: Contact) -> Contact:
        """Save somebody new; returns them with id and rev. Raises NotFound."""
        return self._contact(self._changes.insert("contact", self._values(contact)))

    def change_contact(self, contact: Contact) -> Contact:
        """Save over the row of the same id and rev. Raises NotFound, ChangedElsewhere."""
        self._contact(contact.id)
        self._changes.update("contact", contact.id, self._values(contact), contact.rev)
        return self._contact(contact.id)

    def remove_contact(self, contact_id: int) -> None:
        """Take somebody off the account. Raises NotFound."""
        self._contact(contact_id)
        self._changes.delete("contact", contact_id)

    def merge(self, from_name: str, into: str) -> None:
        """Give all that belongs to one account to another, and know it by both names from now on.

        Raises NotFound for no name at all. The contract end of the other stays, if it has one.
        """
        if not from_name.strip():
            raise NotFound(NO_NAME)
        merge(self._changes, self._accounts, from_name, self._id(into))

    def deals_of(self, account: str, limit: int = 100) -> Sequence[Deal]:
        """The deals of an account, open ones first, then the newest."""
        number = self._accounts.known_id(account)
        found = self._db.rows(OPEN_AT, (number, limit))
        found += self._db.rows(ENDED_AT, (number, max(0, limit - len(found))))
        return deals.read_deals(found)

    def follow_ups_of(self, account: str, limit: int = 100) -> Sequence[FollowUp]:
        """Those that wait at an account, soonest first, those without a day last."""
        number = self._accounts.known_id(account)
        found = self._db.rows(WAITING_AT, (number, limit))
        found += self._db.rows(WAITING_UNDATED, (number, max(0, limit - len(found))))
        return follow_ups.read_follow_ups(found)

    def _id(self, account: str) -> int:
        """The row of an account, made when its name is new. Raises NotFound for no name at all."""
        number = self._accounts.id_of(account)
        if number is None:
            raise NotFound(NO_NAME)
        return number

    def _contact(self, contact_id: int) -> Contact:
        """Somebody by number. Raises NotFound."""
        found = self._db.rows(CONTACT, (contact_id,)) if 0 < contact_id < 2**63 else []
        if not found:
            raise NotFound(NO_SUCH.format(contact_id))
        return read_rows(_contact, found)[0]

    def _values(self, contact: Contact) -> dict[str, Value]:
        """The columns of a contact. Raises NotFound for no account at all."""
        return {
            "account": self._id(contact.account),
            "name": text_kept(contact.name),
            "role": text_kept(contact.role),
            "advocate": int(contact.advocate),
        }


def _contact(row: Row) -> Contact:
    """The contact a row tells of."""
    number, rev, account, name, role, advocate = row
    return Contact(
        id=number, rev=rev, account=account, name=name, role=role, advocate=bool(advocate)
    )
