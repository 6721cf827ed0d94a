"""What the journal asks of whoever keeps it for a calendar of what is ahead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from journal.follow_up import FollowUp


class CalendarRows(Protocol):
    """Read only."""

    def follow_ups(self, after: int = 0, limit: int = 500) -> Sequence[FollowUp]:
        """Every follow-up by id, settled ones too; ``after`` is the id the page before ended on."""
        ...

    def saved(self, table: str) -> Mapping[int, datetime]:
        """When each row of a table was last saved, by id, as far as the history of undo tells."""
        ...
