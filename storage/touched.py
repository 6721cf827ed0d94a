"""How many rows an action touched, as a rep would count them."""

from __future__ import annotations

from collections.abc import Iterable

COUNTED = (
    "entry",
    "deal",
    "follow_up",
    "goal",
    "check_in",
    "plan",
    "setting",
    "day_off",
    "purpose",
    "day_page",
    "setback_thought",
    "setback_check",
    "call_block",
    "review",
    "deal_story",
    "deal_check",
    "deal_answer",
    "deal_reason",
    "request",
    "monday_forecast",
    "contact",
    "meeting",
)
"""What a rep would call a row; names of customers, tags and the like come along uncounted."""


class Touched:
    """The rows an undo or a redo went over, each counted once."""

    def __init__(self) -> None:
        """Start at none."""
        self._ranges: list[tuple[str, int, int]] = []
        self._rows: set[tuple[str, int]] = set()

    def insert(self, table: str, first: int, last: int) -> None:
        """Rows that the action had inserted."""
        if table in COUNTED:
            self._ranges.append((table, first, last))

    def others(self, table: str, rows: Iterable[int]) -> None:
        """Rows that the action had changed or deleted."""
        if table in COUNTED:
            self._rows.update((table, row) for row in rows)

    @property
    def total(self) -> int:
        """Rows, each once; at least one, for there is always something."""
        inserted = sum(last - first + 1 for _, first, last in self._ranges)
        others = sum(not self._is_inserted(table, row) for table, row in self._rows)
        return max(1, inserted + others)

    def _is_inserted(self, table: str, row: int) -> bool:
        return any(of == table and first <= row <= last for of, first, last in self._ranges)
