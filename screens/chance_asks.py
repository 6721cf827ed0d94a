"""Asking for Monday's chances: of one deal, or of all that wait, one after the other until Esc."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.deal_check import MondayForecast
from journal.errors import JournalError
from journal.monday_chances import waiting
from journal.percent import in_percent
from screens import monday_words
from screens.deal_asking import Asking, Said
from screens.dialogs.keep_beside import Asked, ask_beside

if TYPE_CHECKING:
    from screens.dialogs.chance import Foreseen


@dataclass(frozen=True, slots=True)
class TheChance:
    """What is thought of a deal, in words, to be seen beside another window's."""

    chance: str = ""
    """How likely it is ever won."""
    close: date | None = None
    """The day it closes."""

    @classmethod
    def of(cls, said: Sequence[MondayForecast]) -> TheChance:
        """What was said last of these Mondays."""
        return cls(in_percent(said[-1].chance), said[-1].close) if said else cls()


class ChanceAsks(Asking):
    """Opens the dialog of a chance."""

    async def one(self, deal_id: int) -> Said | None:
        """How likely one deal is, and when it closes. Raises NotFound, JournalError."""
        deal = self._journal.deals.get(deal_id)
        if not deal.is_open:
            raise JournalError(monday_words.ONLY_OPEN)
        return Said(monday_words.said(1, 0), deal) if await self._ask(deal, (1, 1)) else None

    async def all_waiting(self) -> Said | None:
        """The same of every open deal that waits for it, those worth most first."""
        deals = waiting(self._journal)
        if not deals:
            self._page.say(monday_words.NONE_WAITS)
            return None
        kept, left = 0, len(deals)
        for place, deal in enumerate(deals, 1):
            is_mine = await self._ask(deal, (place, len(deals)))
            if is_mine is None:
                break
            kept, left = kept + is_mine, left - 1
        return Said(monday_words.said(kept, left)) if kept else None

    async def _ask(self, deal: Deal, place: tuple[int, int]) -> bool | None:
        """Whether what was typed is kept, and not what another window said; None when the rep left."""
        from screens.dialogs.chance import ChanceDialog

        journal, deals = self._journal, self._journal.deals
        before = deals.chances(deal.id)
        last = before[-1] if before else None

        def save(thought: Foreseen, read: Sequence[MondayForecast]) -> bool:
            deals.set_forecast(deal.id, thought.chance, thought.close, read)
            return True

        asked = Asked(
            lambda typed, said: ChanceDialog(journal, deal, last, place, typed, said),
            save,
            lambda: deals.chances(deal.id),
            lambda thought, _: TheChance(in_percent(thought.chance), thought.close),
            TheChance.of,
            if_theirs=False,
        )
        return await ask_beside(self._app, before, asked)
