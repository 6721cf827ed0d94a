"""What the journal asks of whoever keeps it about those who wait, and what came of lost deals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # Loaded where the list is read: a quick log goes without the rules of lost deals.
    from journal.follow_up import FollowUp
    from journal.revival import Waiting
    from journal.waiting import Counts, Place, Week


class WaitingList(Protocol):
    """Read only: follow-ups are written through their own store."""

    def listed(
        self, week: Week, currency: str, *, after: Place | None = None, limit: int = 100
    ) -> Sequence[tuple[Place, FollowUp, int | None]]:
        """Those that wait, soonest first, the most valuable of a day first: where it stands, and the deal.

        The deal is its own, or else the only open one of its account.
        Touches of lost deals that do not stay in the week stand at the day they move to; those
        without a reason from before the week are left out. Those without a day come last.
        """
        ...

    def counts(self, today: date, week: Week) -> Counts:
        """How many wait: late, for today, and later this week."""
        ...

    def revivals_until(self, monday: date, sunday: date, currency: str) -> Sequence[Waiting]:
        """The touches of lost deals that wait up to a Sunday; those let go before its Monday left out."""
        ...

    def revivals_done(self, first: date, last: date) -> int:
        """How many touches of lost deals were made on the days first..last."""
        ...

    def next_of_lost(self, limit: int) -> Sequence[int]:
        """Lost deals with a way back in, by id: those touched next first, then those asked for something."""
        ...

    def reopened(self, since: date) -> Sequence[int]:
        """Deals that were lost once and opened again, by id: open now, or closed since a day."""
        ...

    def request_states(self, since: date) -> Mapping[str, int]:
        """How many requests came to what, for deals that are open or closed since a day."""
        ...
