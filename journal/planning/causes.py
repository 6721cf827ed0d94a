"""Why a plan asks for more or fewer reach-outs than the version before: one plain sentence per cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journal.money import Money
from journal.plan import LEVEL_WORDS, LEVELS, Level, Plan
from journal.planning.explain import AVERAGE, BOOKED, OPEN, TARGET, Terms, explain

LEAST = 0.5
"""A change of fewer reach-outs than this is no cause."""

RATE_NAMES = {
    Level.QUALIFIED: "win rate",
    Level.STAGE1: "share of opportunities that qualify",
}
"""What the rates that come from deals are called."""


def causes(before: Plan, after: Plan) -> tuple[str, ...]:
    """What changed the reach-outs asked for, the largest change first, then what moved their days.

    The parts add up to the whole change (NUMBERS §12); what is in hand below stage 1 is no part of it.
    """
    moved = tuple(_days_moved(before, after))
    if before.currency != after.currency:
        return (f"The plan counts {after.currency} now, {before.currency} before.", *moved)
    first, last = terms_of(before), terms_of(after)
    if first is None or last is None:
        return (*_said_at_last(before, after), *moved)
    parts = explain(first, last)
    if parts is None:
        return ("At a rate of 0 % no number follows, so there is nothing to compare.", *moved)
    largest = sorted(parts.items(), key=lambda part: -abs(part[1]))
    words = _words(first, last, after.currency)
    split = (f"{words[name]}: {_change(by)}." for name, by in largest if abs(by) >= LEAST)
    return (*split, *moved)


def terms_of(plan: Plan) -> Terms | None:
    """What the reach-outs of a version followed from; None where a target or a deal size was missing."""
    on = plan.rests_on
    if on is None or plan.target is None or not on.average:
        return None
    return Terms(
        target=plan.target,
        booked=on.booked,
        open_expected=on.open_expected,
        average=on.average,
        rates=on.rates,
    )


def _words(before: Terms, after: Terms, currency: str) -> Mapping[str, str]:
    """Each term as it changed."""

    def amounts(old: float, new: float) -> str:
        return f"from {Money(round(old), currency)} to {Money(round(new), currency)}"

    open_ones = amounts(before.open_expected, after.open_expected)
    return {
        TARGET: f"The target went {amounts(before.target, after.target)}",
        BOOKED: f"What is booked went {amounts(before.booked, after.booked)}",
        OPEN: f"What the open deals should bring went {open_ones}",
        AVERAGE: f"The average deal went {amounts(before.average, after.average)}",
        **{
            level.value: f"The {_rate_name(level)} went from {_percent(rate)} "
            f"to {_percent(after.rates[level])}"
            for level, rate in before.rates.items()
        },
    }


def _rate_name(level: Level) -> str:
    above = LEVELS[LEVELS.index(level) - 1]
    return RATE_NAMES.get(level) or f"rate from {LEVEL_WORDS[level]} to {LEVEL_WORDS[above]}"


def _percent(rate: float) -> str:
    return f"{100 * rate:.1f}".removesuffix(".0") + " %"


def _change(by: float) -> str:
    number = round(abs(by))
    return f"{number:,} {'more' if by > 0 else 'fewer'} reach-out{'' if number == 1 else 's'}"


def _said_at_last(before: Plan, after: Plan) -> Iterator[str]:
    """A target or a deal size that was missing before, or is missing now."""
    if before.target is None and after.target is not None:
        yield f"The plan has a target now: {Money(after.target, after.currency)}."
    if before.deal_size is None and after.deal_size is not None:
        yield f"The average deal was told: {Money(after.deal_size, after.currency)}."
    if before.deal_size is not None and after.deal_size is None:
        yield "The average deal is taken from history again."


def _days_moved(before: Plan, after: Plan) -> Iterator[str]:
    """What leaves the need as it is and moves the days left for it."""
    if before.by != after.by:
        time = "less" if after.by < before.by else "more"
        yield (
            f"The last day went from {before.by.isoformat()} to {after.by.isoformat()}: "
            f"{time} time for it."
        )
    for level in LEVELS[1:]:
        old, new = before.lag_when_saved(level), after.lag_when_saved(level)
        if old != new:
            above = LEVELS[LEVELS.index(level) - 1]
            yield (
                f"{LEVEL_WORDS[level].capitalize()} take {new} days to become "
                f"{LEVEL_WORDS[above]}, not {old}."
            )
