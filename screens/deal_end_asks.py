"""What is asked when a deal ends, and when it is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.deal_ending import Loss, Tag, Undecided, Win
from journal.deal_story import Whose
from screens import deal_words
from screens.deal_asking import Asking, Said
from screens.dialogs.keep import ask_until_saved

if TYPE_CHECKING:
    from screens.dialogs.deal_day import Chosen


class EndAsks(Asking):
    """Opens the dialogs of a deal that ends."""

    async def won(self, deal_id: int) -> Said | None:
        """Winning it; or, once it has ended, what they say made them decide that way."""
        from screens.dialogs.won import WonDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)

        def save(win: Win) -> str:
            if deal.is_open:
                return deal_words.ended(journal.deals.won(deal_id, win), journal.today())
            journal.deals.tell_why(deal_id, win)
            return deal_words.told_why(deal, win)

        before = None if deal.is_open else self._said_before(deal_id)
        said = await ask_until_saved(
            self._app,
            lambda typed, said: WonDialog(journal, deal, typed or before, said),
            save,
        )
        return None if said is None else Said(said, journal.deals.get(deal_id))

    def _said_before(self, deal_id: int) -> Win:
        """What was said so far of why it ended so; a new answer is written beside the earlier ones."""
        stories = self._journal.store.deal_stories
        reasons = stories.reasons([deal_id]).get(deal_id, ())
        tags = {
            whose: tuple(
                Tag(tag=one.tag, taught=one.taught) for one in reasons if one.whose is whose
            )
            for whose in Whose
        }
        return Win(
            why_not_asked=stories.story(deal_id).why_not_asked,
            buyers_reasons=tags[Whose.BUYER],
            my_reasons=tags[Whose.REP],
        )

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
