"""What a funnel leaves out or cannot say, one plain sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from journal.money import Money
from journal.percent import rounded
from journal.plan import LEVEL_WORDS, LEVELS, Level, Plan
from journal.planning.activity_rates import LevelCounts
from journal.planning.basis import Basis
from journal.planning.cycle import left_out_in_words


def funnel_notes(
    plan: Plan,
    basis: Basis,
    activity: Mapping[Level, LevelCounts],
    today: date,
    *,
    is_open: bool,
) -> tuple[str, ...]:
    """The sentences, the most urgent first; ``is_open`` tells whether anything is missing to the target."""
    return (
        *_missing(plan, basis),
        *(_too_slow(plan, basis, today) if is_open else ()),
        *little_known(plan, basis),
        *left_out(plan, basis),
        *_surplus(activity),
    )


def _missing(plan: Plan, basis: Basis) -> Iterator[str]:
    if plan.target is not None and not basis.size.mean:
        yield (
            "Say what an average deal brings, and the numbers follow: "
            "journal plan set --deal-size N."
        )
    elif plan.target and basis.size.mean and basis.size.mean > plan.target:
        deal = Money(round(basis.size.mean), plan.currency)
        yield (
            f"One deal of {deal} {plan.currency}, your average, is more than the whole target of "
            f"{Money(plan.target, plan.currency)}: a single win reaches it."
        )
    for level, rate in basis.rates.items():
        if not rate.used:
            yield f"At a rate of 0 % no number of {LEVEL_WORDS[level]} is enough: plan with more."


def _too_slow(plan: Plan, basis: Basis, today: date) -> Iterator[str]:
    """The topmost step that alone takes longer than the time left."""
    left = (plan.by - today).days
    if left < 0:
        return
    for level, lag in basis.lags.items():
        if lag.days > left:
            above = LEVEL_WORDS[LEVELS[LEVELS.index(level) - 1]]
            yield (
                f"{LEVEL_WORDS[level].capitalize()} take {lag.days:,} days to become {above}, and "
                f"{left:,} {'is' if left == 1 else 'are'} left: half of what begins now comes later."
            )
            return


def little_known(plan: Plan, basis: Basis) -> Iterator[str]:
    """What a single deal can tell, and what it cannot."""
    wins, size = basis.rates[Level.QUALIFIED], basis.size
    is_the_average = size.n == 1 and plan.deal_size is None
    if wins.n == 1:
        stays = f"it cannot tell your win rate, which stays near the planned {rounded(wins.plan)}"
        if is_the_average:
            yield (
                f"One closed deal is all your history holds: {stays}, and its amount stands for "
                "every deal to come until you plan an average of your own."
            )
        else:
            yield f"One closed deal is all your history holds: {stays}."
    elif is_the_average:
        yield (
            "A single won deal names an amount: it stands for every deal to come until you plan "
            "an average of your own."
        )


def left_out(plan: Plan, basis: Basis) -> Iterator[str]:
    """The deals that count in no amount, in no average or in no cycle, and why."""
    size, in_hand = basis.size, basis.open
    foreign = size.other_currency + in_hand.other_currency
    too_old = sum(each.too_old for each in in_hand.counted)
    for count, why in (
        (size.without_amount, "won without an amount: not in the average deal"),
        (foreign, f"not in {plan.currency}: left out of the amounts"),
        (in_hand.unranked, "open in a stage the journal does not know: not in what is expected"),
        (in_hand.without_amount, "open without an amount: not in what is expected"),
        (too_old, "open for longer than twice your slow wins: counted as 0"),
    ):
        if count:
            yield f"{count:,} {'deal' if count == 1 else 'deals'} {why}."
    yield from left_out_in_words(basis.cycle.left_out, basis.cycle.entered_late)


def on_no_day(count: int) -> tuple[str, ...]:
    """How many won deals count nowhere, as nobody knows the day they closed."""
    if not count:
        return ()
    have = "won deal has" if count == 1 else "won deals have"
    return (f"{count:,} {have} no day of closing: neither booked nor in a rate.",)


def _surplus(activity: Mapping[Level, LevelCounts]) -> Iterator[str]:
    above = dict(zip(list(Level)[1:], Level, strict=False))
    for level, counts in activity.items():
        if counts.has_surplus and counts.had:
            yield (
                f"More {LEVEL_WORDS[above[level]]} than {LEVEL_WORDS[level]} were logged: "
                f"counted as {counts.had:,} of {counts.had:,}."
            )
        elif counts.has_surplus:
            yield (
                f"{LEVEL_WORDS[above[level]].capitalize()} were logged, but no "
                f"{LEVEL_WORDS[level]} before them: no rate follows from these."
            )
