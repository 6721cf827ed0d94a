"""A measure: what a goal or a milestone counts."""

from __future__ import annotations

from journal.activity import KINDS, REACH_OUTS, kind_named
from journal.errors import BadInput
from journal.money import minor_per_major

REACH = "reach-outs"
FIRST_MEETINGS = "first-meetings"
DEALS_WON = "deals-won"
AMOUNT = "amount-booked"
STAGE1 = "stage1"
QUALIFIED = "qualified"
NUMBER = "number"

OUTCOME_MEASURES = (FIRST_MEETINGS, DEALS_WON, AMOUNT, STAGE1, QUALIFIED)
"""Measures that count what customers did, not only what the rep did."""


def read_measure(text: str, more_kinds: tuple[str, ...] = ()) -> str:
    """The measure a word names: a kind, reach-outs, or one of the outcomes. Raises BadInput."""
    folded = text.strip().casefold().replace("_", "-").replace(" ", "-")
    if folded in (REACH, "reach-out", "reachouts"):
        return REACH
    for measure in (*OUTCOME_MEASURES, NUMBER):
        if folded in (measure, measure.removesuffix("s")):
            return measure
    if kind := kind_named(folded, more_kinds):
        return kind
    known = ", ".join((REACH, *KINDS, *more_kinds, *OUTCOME_MEASURES, NUMBER))
    raise BadInput(f"Nothing here counts “{text}”. Measures are: {known}.")


def kinds_counted(measure: str) -> tuple[str, ...]:
    """The kinds of activity whose counts add up to the measure; empty when it counts no activity."""
    if measure == REACH:
        return REACH_OUTS
    return () if measure in (*OUTCOME_MEASURES, NUMBER) else (measure,)


def units(measure: str, currency: str) -> int:
    """How many stored units make one of the measure: minor units for money, hundredths for a number."""
    if measure == AMOUNT:
        return minor_per_major(currency)
    return 100 if measure == NUMBER else 1
