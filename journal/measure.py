"""A measure: what a goal or a milestone counts."""

from __future__ import annotations

from journal.activity import KINDS, REACH_OUTS, kind_named, plural
from journal.errors import BadInput

REACH = "reach-outs"
FIRST_MEETINGS = "first-meetings"
DEALS_WON = "deals-won"
AMOUNT = "amount-booked"
STAGE1 = "stage1"
QUALIFIED = "qualified"
NUMBER = "number"

LARGEST = 10**9
"""The largest number a goal may ask for; an amount is bounded by what money can hold."""

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
        from journal.money import minor_per_major

        return minor_per_major(currency)
    return 100 if measure == NUMBER else 1


def read_units(measure: str, text: str, currency: str) -> int:
    """A typed number in the measure's stored units. Raises BadInput with what to write instead."""
    # Money and decimals are loaded where a number is read: the quick log knows measures by name only.
    from decimal import Decimal

    from journal.money import read_money

    bare = text.strip()
    try:
        if measure == AMOUNT:
            if (amount := read_money(bare, currency)) is not None:
                if amount.currency != currency:
                    raise BadInput(
                        f"“{bare[:40]}” is in {amount.currency}, and this counts {currency}; "
                        "journal settings currency changes that."
                    )
                return amount.minor
        elif measure == NUMBER:
            value = Decimal(bare.replace(",", "."))
            if value.is_finite() and abs(value) <= LARGEST:
                return int((value * 100).to_integral_value())
        elif abs(number := int(bare.replace(",", ""))) <= LARGEST:
            return number
    except BadInput:
        raise
    except (ValueError, ArithmeticError):
        pass
    example = {AMOUNT: "an amount like 1,200,000 or 1.2M", NUMBER: "a number like 45 or 4.5"}
    wanted = example.get(measure, "a whole number like 60")
    raise BadInput(f"“{bare[:40]}” is not {wanted}.")


def in_words(measure: str, stored: int, currency: str) -> str:
    """Stored units as a rep reads them: 60, 4.5, 1,200,000."""
    if measure == AMOUNT:
        from journal.money import Money

        return str(Money(stored, currency))
    if measure == NUMBER:
        return f"{stored / 100:,.2f}".rstrip("0").rstrip(".")
    return f"{stored:,}"


def noun(measure: str) -> str:
    """What several of a measure are called in a sentence: calls, reach-outs, deals won."""
    return _NOUNS.get(measure) or plural(measure)


def one_or_several(what: str, count: int) -> str:
    """What is counted, told in the plural, for so many of it: 1 activity, 2 activities, 1 deal won."""
    if count != 1:
        return what
    first, won, rest = what.partition(" won")
    one = f"{first[:-3]}y" if first.endswith("ies") else first.removesuffix("s")
    return one + won + rest


_NOUNS = {
    REACH: "reach-outs",
    FIRST_MEETINGS: "first meetings",
    DEALS_WON: "deals won",
    AMOUNT: "booked",
    STAGE1: "stage-1 opportunities",
    QUALIFIED: "qualified opportunities",
    NUMBER: "on the scale",
}
