"""What is asked of deals: each dialog ends with what was saved and a sentence about it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journal.contacts import change_contact
from journal.deal import Deal
from journal.deal_checked import with_stage_days
from journal.deal_ending import Loss, Undecided, Win
from journal.deal_story import Contact, DealStory
from journal.errors import ChangedElsewhere, JournalError
from screens import deal_words, wording
from screens.dialogs.changed import ChangedDialog, Keep
from screens.dialogs.keep import ask_until_saved, change_until_saved

if TYPE_CHECKING:
    from screens.dialogs.deal_check import Ticked
    from screens.dialogs.deal_day import Chosen
    from screens.page import Page

ASKING = "asking of deals"
"""The group of the workers that ask."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was saved."""

    words: str
    """The sentence about it."""
    deal: Deal | None = None
    """The deal it was about, for the cursor to go to."""


class DealAsks:
    """Opens dialogs one after the other until something is saved or the rep leaves."""

    def __init__(self, page: Page, show: Callable[[Deal], None]) -> None:
        """Take the page they are asked on, and what puts the cursor on a deal that was saved."""
        self._app = page.app
        self._journal = page.journal
        self._page = page
        self._show = show

    def begin(self, ask: Callable[[DealAsks], Coroutine[object, object, Said | None]]) -> None:
        """Open a dialog, and not a second one when a key comes twice."""
        page = self._page
        if not any(one.group == ASKING and not one.is_finished for one in page.workers):
            page.run_worker(self._until_said(ask), group=ASKING)

    async def add(self, account: str | None = None) -> Said | None:
        """A new deal."""
        from screens.dialogs.deal import DealDialog

        deals = self._journal.deals
        blank = Deal(account=account, name="", stage=deals.stages.names[0])

        def save(deal: Deal) -> Deal:
            return deals.add(
                deal.account,
                deal.name,
                amount=deal.amount,
                stage=deal.stage,
                opened=deal.opened,
                expected_close=deal.expected_close,
                next_step=deal.next_step,
            )

        added = await ask_until_saved(
            self._app, lambda typed, said: DealDialog(self._journal, blank, typed, said), save
        )
        return None if added is None else Said(f"Saved  {deal_words.short_name(added)}", added)

    async def change(self, deal_id: int) -> Said | None:
        """Its name, amount, stage, dates and next step. Raises JournalError when it is not there."""
        from screens.dialogs.deal import DealDialog

        journal, deals = self._journal, self._journal.deals

        def save(deal: Deal) -> Deal:
            is_moved = deal.stage != deals.get(deal.id).stage
            if is_moved:
                deal = with_stage_days(deal, journal.today(), deals.stages)
            return deals.change(deal)

        changed = await change_until_saved(
            self._app,
            deals.get(deal_id),
            lambda deal, said: DealDialog(journal, deal, said=said),
            save,
            deals.get,
        )
        return (
            None if changed is None else Said(f"Saved  {deal_words.short_name(changed)}", changed)
        )

    async def story(self, deal_id: int) -> Said | None:
        """What changed, the pain, the need and the rest; beside another window's version when needed."""
        from screens.dialogs.deal_story import StoryDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)
        stories = journal.store.deal_stories
        form = StoryDialog(journal, deal, stories.story(deal_id))
        while (typed := await self._app.push_screen_wait(form)) is not None:
            told = typed
            try:
                try:
                    return self._keep(form, told, deal)
                except ChangedElsewhere as problem:
                    theirs, said = stories.story(deal_id), str(problem)
                    kept = await self._app.push_screen_wait(ChangedDialog(told, theirs))
                    told = replace(told, rev=theirs.rev)
                    if kept is Keep.THEIRS:
                        with form.settling():
                            return None
                    if kept is Keep.MINE:
                        return self._keep(form, told, deal)
            except JournalError as problem:
                said = str(problem)
            draft, form = form.draft, StoryDialog(journal, deal, told, said)
            form.draft = draft
        return None

    async def won(self, deal_id: int) -> Said | None:
        """Winning it; or, once it was won, what they say made them decide that way."""
        from screens.dialogs.won import WonDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)
        today = journal.today()

        def save(win: Win) -> str:
            if deal.is_open:
                return deal_words.ended(journal.deals.won(deal_id, win), today)
            if win.answer.strip():
                journal.deals.answer(deal_id, win.answer, asked_by=win.asked_by)
                return "Saved. That is worth more than the commission."
            journal.deals.not_asked(deal_id, win.why_not_asked)
            return "Saved. It is asked again."

        before = None
        if not deal.is_open:
            why_not = journal.store.deal_stories.story(deal_id).why_not_asked
            before = Win(why_not_asked=why_not)
        said = await ask_until_saved(
            self._app,
            lambda typed, said: WonDialog(journal, deal, typed or before, said),
            save,
        )
        return None if said is None else Said(said, journal.deals.get(deal_id))

    async def lost(self, deal_id: int) -> Said | None:
        """Losing it, and what to ask for today."""
        from screens.dialogs.lost import LostDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)

        def save(ending: Loss | Undecided) -> str:
            deals = journal.deals
            if isinstance(ending, Undecided):
                after = deals.no_decision(deal_id, ending)
            else:
                after = deals.lost(deal_id, ending)
            return deal_words.ended(after, journal.today())

        said = await ask_until_saved(
            self._app, lambda typed, said: LostDialog(journal, deal, typed, said), save
        )
        return None if said is None else Said(said, journal.deals.get(deal_id))

    async def no_decision(self, deal_id: int) -> Said | None:
        """Its end without a decision."""
        from screens.dialogs.no_decision import NoDecisionDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)

        def save(undecided: Undecided) -> str:
            return deal_words.ended(journal.deals.no_decision(deal_id, undecided), journal.today())

        said = await ask_until_saved(
            self._app, lambda typed, said: NoDecisionDialog(journal, deal, typed, said), save
        )
        return None if said is None else Said(said, journal.deals.get(deal_id))

    async def push(self, deal_id: int) -> Said | None:
        """A later closing day."""
        from screens.dialogs.deal_day import PushDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)

        def save(chosen: Chosen) -> Deal:
            assert chosen.day is not None
            return journal.deals.push(deal_id, chosen.day)

        pushed = await ask_until_saved(
            self._app, lambda typed, said: PushDialog(journal, deal, typed, said), save
        )
        if pushed is None:
            return None
        return Said(deal_words.pushed_to(pushed, journal.today()), pushed)

    async def reopen(self, deal_id: int) -> Said | None:
        """Another try at one that has ended."""
        from screens.dialogs.deal_day import ReopenDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)

        def save(chosen: Chosen) -> Deal:
            return journal.deals.reopen(deal_id, chosen.day)

        opened = await ask_until_saved(
            self._app, lambda typed, said: ReopenDialog(journal, deal, typed, said), save
        )
        if opened is None:
            return None
        return Said(f"{deal_words.short_name(opened)} is open again; its history stays", opened)

    async def check(self, deal_id: int) -> Said | None:
        """One of the six checks."""
        from screens.dialogs.deal_check import CheckDialog

        journal = self._journal
        line = journal.deals.story(deal_id).line

        def save(ticked: Ticked) -> Ticked:
            journal.deals.check(deal_id, ticked.name, ticked.holds, ticked.evidence)
            return ticked

        said = await ask_until_saved(
            self._app, lambda typed, said: CheckDialog(journal, line, typed, said), save
        )
        if said is None:
            return None
        how = "holds" if said.holds else "is open"
        name = said.name.value.capitalize()
        return Said(f"{name} {how}: {deal_words.short_name(line.deal)}", line.deal)

    async def contact(self, account: str, contact: Contact | None = None) -> Said | None:
        """Somebody at an account, new or changed."""
        from screens.dialogs.contact import ContactDialog

        journal = self._journal
        if contact is None:
            blank = Contact(account=account, name="")
            kept = await ask_until_saved(
                self._app,
                lambda typed, said: ContactDialog(journal, blank, typed, said),
                lambda who: journal.deals.add_contact(
                    account, who.name, who.role, advocate=who.advocate
                ),
            )
        else:
            kept = await change_until_saved(
                self._app,
                contact,
                lambda who, said: ContactDialog(journal, who, said=said),
                lambda who: change_contact(journal, who),
                lambda id_: self._contact(account, id_),
            )
        return None if kept is None else Said(f"Saved  {wording.one_line(kept.name, 60)}")

    async def contract_end(self, account: str, deal_id: int) -> Said | None:
        """When the account's contract with somebody else ends."""
        from screens.dialogs.deal_day import Chosen, ContractEndDialog

        journal = self._journal
        before = journal.store.people.contract_end(account)

        def save(chosen: Chosen) -> str:
            journal.deals.set_contract_end(account, chosen.day)
            day = (
                wording.near_day(chosen.day, journal.today()) if chosen.day else "nobody knows when"
            )
            return f"Saved  their contract ends {day}"

        said = await ask_until_saved(
            self._app,
            lambda typed, said: ContractEndDialog(
                journal, account, deal_id, typed or Chosen(before), said
            ),
            save,
        )
        return None if said is None else Said(said)

    def _contact(self, account: str, contact_id: int) -> Contact:
        there = {one.id: one for one in self._journal.store.people.contacts(account)}
        if contact_id not in there:
            raise JournalError("They were taken off the account in another window.")
        return there[contact_id]

    def _keep(self, form: object, told: DealStory, deal: Deal) -> Said:
        from screens.dialogs.deal_story import StoryDialog

        assert isinstance(form, StoryDialog)
        with form.settling():
            self._journal.deals.keep_story(told)
        return Said(f"Saved  the story of {deal_words.short_name(deal)}", deal)

    async def _until_said(
        self, ask: Callable[[DealAsks], Coroutine[object, object, Said | None]]
    ) -> None:
        page = self._page
        with page.trouble_said():
            if (said := await ask(self)) is not None:
                page.show_change(said.words, wording.TAKE_BACK)
                if said.deal is not None:
                    self._show(said.deal)
