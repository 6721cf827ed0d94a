"""What a review says about its own figures: what is default, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.dates import in_words
from journal.measure import REACH

if TYPE_CHECKING:
    from journal.reviewing.conversions import Conversion
    from journal.reviewing.plan_rows import PlanTable
    from journal.reviewing.span import Span


def notices(
    table: PlanTable, steps: Sequence[Conversion], span: Span, *, is_planned: bool
) -> tuple[str, ...]:
    """Plain sentences, the weightiest first."""
    found: list[str] = []
    if table.row(REACH).is_daily_target:
        found.append("The reach-outs are held against your daily target: no plan asked for any.")
    elif not table.row(REACH).asked:
        found.append(
            "No plan asked for reach-outs in these days."
            if is_planned
            else "There is no plan yet to hold these days against; 2 Goals begins one."
        )
    if table.since > span.first:
        found.append(
            f"The plan began {in_words(table.since, span.today)}: it is held against what was done since."
        )
    defaults = sum(step.is_default for step in steps)
    if defaults == len(steps):
        found.append("The assumed rates are defaults: type your own over them in the funnel.")
    elif defaults:
        found.append(f"{defaults} of {len(steps)} assumed rates are defaults.")
    return tuple(found)
