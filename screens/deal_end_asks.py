"""What is asked when a deal ends, and when it is opened again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.deal_ending import Loss, Undecided, Win, tag_in_words
from screens import deal_words
from screens.deal_asking import Asking, Said
from screens.dialogs.keep import ask_until_saved
from screens.dialogs.keep_beside import Asked, ask_beside

if TYPE_CHECKING:
    from screens.dialogs.deal_day import Chosen


@dataclass(frozen=True, slots=True)
class WhyEnded:
    """Why a deal ended so, in words, to be seen beside another window's."""

    theirs: str
    """The buyer's reasons."""
    mine: str
    """The rep's own."""
    why_not: str
    """Why nobody has asked yet."""

    @classmethod
    def of(cls, said: Win) -> WhyEnded:
        """What was said."""
        theirs, mine = (
            ", ".join(map(tag_in_words, tags)) for tags in (said.buyers_reasons, said.my_reasons)
        )
        return cls(theirs, mine, said.why_not_asked)


class EndAsks(Asking):
    """Opens the dialogs of a deal that ends."""

    async def won(self, deal_id: int) -> Said | None:
        """Winning it; or, once it has ended, what they say made them decide that way."""
        from screens.dialogs.won import WonDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)
        before = Win() if deal.is_open else journal.deals.why(deal_id)

        def save(win: Win, read: Win) -> str:
            if deal.is_open:
                return deal_words.ended(journal.deals.won(deal_id, win), journal.today())
            journal.deals.tell_why(deal_id, win, read)
            return deal_words.told_why(deal, _over(win, read))

        asked = Asked(
            lambda typed, said: WonDialog(journal, deal, typed, said, before),
            save,
            lambda: journal.deals.why(deal_id),
            lambda win, _: WhyEnded.of(_over(win, journal.deals.why(deal_id))),
            WhyEnded.of,
        )
        said = await ask_beside(self._app, before, asked)
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


def _over(win: Win, there: Win) -> Win:
    """What is said, with the reasons that stand there where none are said."""
    return replace(
        win,
        buyers_reasons=win.buyers_reasons or there.buyers_reasons,
        my_reasons=win.my_reasons or there.my_reasons,
    )
