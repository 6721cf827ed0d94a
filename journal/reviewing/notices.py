"""What a review says about its own figures: what is default, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.dates import in_words
from journal.measure import REACH
from journal.reviewing.asked import AskedBy

if TYPE_CHECKING:
    from journal.reviewing.conversions import Conversion
    from journal.reviewing.plan_rows import PlanTable
    from journal.reviewing.span import Span


_OTHERS = {AskedBy.MILESTONE: "a milestone", AskedBy.DAILY_TARGET: "your daily target"}


def notices(
    table: PlanTable, steps: Sequence[Conversion], span: Span, *, is_planned: bool
) -> tuple[str, ...]:
    """Plain sentences, the weightiest first."""
    found: list[str] = []
    row = table.row(REACH)
    if not row.asked:
        found.append(
            "Nothing asked for reach-outs in these days."
            if is_planned
            else "There is no plan yet to hold these days against; 2 Goals begins one."
        )
    elif others := [_OTHERS[who] for who in row.asked_by if who is not AskedBy.PLAN]:
        found.append(
            f"Where the plan asks for no reach-outs, {' and then '.join(others)} asks for them."
        )
    since = max((each.since for each in table.rows if each.asked), default=span.first)
    if since > span.first:
        began = in_words(since, span.today)
        found.append(f"Before {began} nothing was asked: only what came after is compared.")
    defaults = sum(step.is_default for step in steps)
    if defaults == len(steps):
        found.append("The assumed rates are defaults: type your own over them in the funnel.")
    elif defaults:
        found.append(f"{defaults} of {len(steps)} assumed rates are defaults.")
    return tuple(found)
