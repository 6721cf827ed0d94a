"""What the journal asks of whoever keeps it about what a CRM lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from journal.activity import Activity


@dataclass(frozen=True, slots=True)
class Owed:
    """Something the rep did that their CRM has not shown yet."""

    activity: Activity
    """What was done."""
    deal_name: str | None = None
    """The name of the deal it is about."""
    deal_external_id: str | None = None
    """The CRM's own id of that deal; None when the CRM never told of it."""


class CrmDebt(Protocol):
    """Read only."""

    def last_system(self, systems: Sequence[str]) -> str | None:
        """Which of these programs the last import came from; None before the first."""
        ...

    def owed(
        self,
        system: str,
        since: date,
        *,
        after: tuple[date, int] | None = None,
        limit: int = 500,
    ) -> Sequence[Owed]:
        """The rep's own activities from a day on that no import from this program showed, oldest first.

        ``after`` is the (day, id) that the page before ended on.
        """
        ...

    def newest(
        self, system: str, *, before: tuple[date, int] | None = None, limit: int = 100
    ) -> Sequence[Owed]:
        """The same, newest first; ``before`` is the (day, id) that the page before ended on."""
        ...

    def count(self, system: str, since: date) -> int:
        """How many they are."""
        ...
