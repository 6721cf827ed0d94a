"""Asking for Monday's chances: of one deal, or of all that wait, one after the other until Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.deal_check import MondayForecast
from journal.errors import JournalError
from journal.monday_chances import said_last, waiting
from screens import monday_words
from screens.deal_asking import Asking, Said
from screens.dialogs.keep import ask_until_saved

if TYPE_CHECKING:
    from screens.dialogs.chance import Foreseen


class ChanceAsks(Asking):
    """Opens the dialog of a chance."""

    async def one(self, deal_id: int) -> Said | None:
        """How likely one deal is, and when it closes. Raises NotFound, JournalError."""
        deal = self._journal.deals.get(deal_id)
        if not deal.is_open:
            raise JournalError(monday_words.ONLY_OPEN)
        kept = await self._ask(deal, (1, 1))
        return None if kept is None else Said(monday_words.said(1, 0), deal)

    async def all_waiting(self) -> Said | None:
        """The same of every open deal that waits for it, those worth most first."""
        deals = waiting(self._journal)
        if not deals:
            self._page.say(monday_words.NONE_WAITS)
            return None
        kept = 0
        for place, deal in enumerate(deals, 1):
            if await self._ask(deal, (place, len(deals))) is None:
                break
            kept += 1
        return Said(monday_words.said(kept, len(deals) - kept)) if kept else None

    async def _ask(self, deal: Deal, place: tuple[int, int]) -> MondayForecast | None:
        from screens.dialogs.chance import ChanceDialog

        journal, before = self._journal, said_last(self._journal, deal)

        def save(thought: Foreseen) -> MondayForecast:
            return journal.deals.set_forecast(deal.id, thought.chance, thought.close)

        return await ask_until_saved(
            self._app,
            lambda typed, said: ChanceDialog(journal, deal, before, place, typed, said),
            save,
        )
