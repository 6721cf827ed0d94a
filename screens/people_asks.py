"""What is asked of an account: who is there, and when its contract with somebody else ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.contacts import change_contact, remove_contact
from journal.deal_story import Contact, ContractEnd
from journal.errors import NotFound
from journal.joining import Joining
from screens import wording
from screens.deal_asking import Asking, Said
from screens.dialogs.keep import ask_until_saved, change_until_saved
from screens.dialogs.keep_beside import Asked, ask_beside

if TYPE_CHECKING:
    from screens.dialogs.deal_day import Chosen


class PeopleAsks(Asking):
    """Opens the dialogs of an account."""

    async def contact(self, account: str) -> Said | None:
        """Somebody at an account: new at once while nobody is known there, else chosen first."""
        from screens.dialogs.ask import AskDialog

        there = self._journal.store.people.contacts(account)
        if not there:
            return await self._who(account, None)
        named = [(one.id, _named(one)) for one in there]
        chosen = await self._app.push_screen_wait(
            AskDialog(account, "Who?", [*named, (0, "+ somebody new")])
        )
        if chosen is None:
            return None
        if chosen == 0:
            return await self._who(account, None)
        one = self._contact(account, chosen)
        stays = await self._app.push_screen_wait(
            AskDialog(
                one.name,
                _named(one),
                [(True, "Change name, role or advocate"), (False, "Take them off the account")],
            )
        )
        if stays is None:
            return None
        if stays:
            return await self._who(account, one)
        remove_contact(self._journal, one)
        return Said(f"Taken off  {wording.one_line(one.name, 60)}")

    async def _who(self, account: str, contact: Contact | None) -> Said | None:
        from screens.dialogs.contact import ContactDialog

        journal = self._journal

        def add(who: Contact) -> Contact:
            return journal.deals.add_contact(account, who.name, who.role, advocate=who.advocate)

        if contact is None:
            blank = Contact(account=account, name="")
            kept = await ask_until_saved(
                self._app, lambda typed, said: ContactDialog(journal, blank, typed, said), add
            )
        else:
            kept = await change_until_saved(
                self._app,
                contact,
                lambda who, said: ContactDialog(journal, who, said=said),
                lambda who: change_contact(journal, who),
                lambda id_: self._contact(account, id_),
                add,
            )
        return None if kept is None else Said(f"Saved  {wording.one_line(kept.name, 60)}")

    async def join(self, account: str) -> Said | None:
        """Another account that is the same one."""
        from screens.dialogs.join import JoinDialog

        journal = self._journal

        def save(joining: Joining) -> str:
            stays = journal.deals.merge(joining.gone, joining.stays)
            gone = wording.one_line(joining.gone, 40)
            return f"Joined  {gone} to {wording.one_line(stays, 40)}"

        said = await ask_until_saved(
            self._app, lambda typed, said: JoinDialog(journal, account, typed, said), save
        )
        return None if said is None else Said(said)

    async def contract_end(self, account: str, deal_id: int) -> Said | None:
        """When the account's contract with somebody else ends."""
        from screens.dialogs.deal_day import Chosen, ContractEndDialog

        journal, deals = self._journal, self._journal.deals
        before = deals.contract_end(account)

        def save(chosen: Chosen, read: ContractEnd) -> str:
            deals.set_contract_end(account, chosen.day, read)
            day = (
                wording.near_day(chosen.day, journal.today()) if chosen.day else "nobody knows when"
            )
            return f"Saved  their contract ends {day}"

        asked = Asked(
            lambda typed, said: ContractEndDialog(
                journal, account, deal_id, typed or Chosen(before.day), said
            ),
            save,
            lambda: deals.contract_end(account),
            lambda chosen, read: replace(read, day=chosen.day),
            lambda read: read,
        )
        said = await ask_beside(self._app, before, asked)
        return None if said is None else Said(said)

    def _contact(self, account: str, contact_id: int) -> Contact:
        there = {one.id: one for one in self._journal.store.people.contacts(account)}
        if contact_id not in there:
            raise NotFound("They were taken off the account in another window.")
        return there[contact_id]


def _named(one: Contact) -> str:
    role = f", {one.role}" if one.role else ""
    return f"{one.name}{role}" + (", speaks for us" if one.advocate else "")
