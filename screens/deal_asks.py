"""What is asked of an open deal: its row, its story, its checks and its closing day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.deal_check import CheckName, DealCheck
from journal.deal_checked import with_stage_days
from journal.deal_story import DealStory
from journal.errors import ChangedElsewhere, JournalError
from screens import deal_words
from screens.deal_asking import Asking, Said
from screens.dialogs.changed import ChangedDialog, Keep
from screens.dialogs.keep import ask_until_saved, change_until_saved
from screens.dialogs.keep_beside import Asked, ask_beside

if TYPE_CHECKING:
    from screens.dialogs.deal_check import Ticked
    from screens.dialogs.deal_day import Chosen
    from screens.dialogs.deal_story import StoryDialog


@dataclass(frozen=True, slots=True)
class TheChecks:
    """The five checks that are said, in words, to be seen beside another window's."""

    budget: str = ""
    """Whether it is budgeted, and when."""
    champion: str = ""
    """Whether somebody with power speaks for it."""
    visibility: str = ""
    """Whether there are two contacts or more."""
    threat: str = ""
    """Who else is in the race."""
    assumption: str = ""
    """Whether none is left open."""

    @classmethod
    def of(cls, checks: Sequence[DealCheck]) -> TheChecks:
        """What was said of them; fresh contact is never said, it follows."""
        said = (one for one in checks if one.name is not CheckName.FRESH)
        return cls(**{one.name.value: _said(one) for one in said})


class DealAsks(Asking):
    """Opens the dialogs of a deal that goes on."""

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
            deals.add_anew,
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

    async def check(self, deal_id: int) -> Said | None:
        """One of the six checks."""
        from screens.dialogs.deal_check import CheckDialog

        deals = self._journal.deals
        line, before = deals.story(deal_id).line, deals.checks(deal_id)

        def save(ticked: Ticked, read: tuple[DealCheck, ...]) -> Ticked:
            deals.check(deal_id, ticked.name, ticked.holds, ticked.evidence, read)
            return ticked

        def mine(ticked: Ticked, _: tuple[DealCheck, ...]) -> TheChecks:
            return replace(TheChecks.of(deals.checks(deal_id)), **{ticked.name: _said(ticked)})

        asked = Asked(
            lambda typed, said: CheckDialog(self._journal, line, typed, said),
            save,
            lambda: deals.checks(deal_id),
            mine,
            TheChecks.of,
        )
        said = await ask_beside(self._app, before, asked)
        if said is None:
            return None
        how = "holds" if said.holds else "is open"
        name = said.name.value.capitalize()
        return Said(f"{name} {how}: {deal_words.short_name(line.deal)}", line.deal)

    def _keep(self, form: StoryDialog, told: DealStory, deal: Deal) -> Said:
        with form.settling():
            self._journal.deals.keep_story(told)
        return Said(f"Saved  the story of {deal_words.short_name(deal)}", deal)


def _said(check: DealCheck | Ticked) -> str:
    return f"{'holds' if check.holds else 'is open'}: {check.evidence}".strip(": ")
