"""What the deals say so far: how many were won, for how much, when, and how long they took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import mean, median

from journal.deal import Deal, Outcome
from journal.money import Money, minor_per_major
from journal.planning.cycle import cycle_days, entered_late, left_out_in_words


@dataclass(frozen=True, slots=True)
class CycleDays:
    """How long the won deals took."""

    median: float | None
    """The middle one, in calendar days; None when no cycle is known."""
    mean: float | None
    """Their average, in calendar days."""
    n: int
    """How many won deals have both dates, in order."""
    left_out: int
    """How many have dates missing or reversed."""


@dataclass(frozen=True, slots=True)
class QuarterWon:
    """What one calendar quarter won."""

    count: int
    """How many deals."""
    value: Money
    """For how much, in the journal's main currency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """The figures of the deals."""

    won: int
    """Deals won."""
    lost: int
    """Deals lost."""
    no_decision: int
    """Deals that ended without a decision."""
    open: int
    """Deals still open."""
    win_rate: float | None
    """won/(won + lost + no decision), 0-1; None before the first deal closed."""
    won_value: Money
    """The sum of the won amounts, in the main currency."""
    average_won: Fraction | None
    """Their average in major units, exact; None without any."""
    median_won: Fraction | None
    """The middle one in major units, exact; None without any."""
    cycle_days: CycleDays
    """How long the won deals took."""
    won_by_quarter: dict[str, QuarterWon]
    """Calendar quarters in which deals were won, "2023-Q1" first."""
    without_amount: int
    """Won deals that name no amount: in the counts, in no amount."""
    other_currency: int
    """Won deals in another currency: in the counts, in no amount."""
    without_day: int
    """Won deals whose day is not known: in no quarter."""
    notes: tuple[str, ...]
    """What was left out of which figure, one plain sentence each."""


def main_currency(deals: Iterable[Deal], otherwise: str) -> str:
    """The currency most of the deals are in, the first of several alike in the alphabet."""
    counts = Counter(deal.amount.currency for deal in deals if deal.amount is not None)
    return min(counts, key=lambda code: (-counts[code], code), default=otherwise)


def quarter_of(day: date) -> str:
    """The calendar quarter of a day: "2023-Q1"."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def stats(
    deals: Sequence[Deal],
    currency: str,
    *,
    since: date | None = None,
    until: date | None = None,
) -> Stats:
    """The figures of the deals that are open now, or were closed in since..until.

    Amounts are in the main currency of all these deals, or in the one given while none names an
    amount. A closed deal without a day counts only when no period is asked for.
    """
    main = main_currency(deals, currency)
    kept = [deal for deal in deals if deal.is_open or _closed_within(deal, since, until)]
    ended = Counter(deal.outcome for deal in kept)
    won = [deal for deal in kept if deal.outcome is Outcome.WON]
    closed = len(kept) - ended[Outcome.OPEN]
    told = [deal.amount for deal in won if deal.amount is not None]
    minors = [money.minor for money in told if money.currency == main]
    major = [Fraction(minor, minor_per_major(main)) for minor in minors]
    cycle, without_day = _cycle(won), sum(deal.closed is None for deal in won)
    without, foreign = len(won) - len(told), len(told) - len(minors)
    notes = _notes(main, without, foreign, without_day)
    return Stats(
        won=len(won),
        lost=ended[Outcome.LOST],
        no_decision=ended[Outcome.NO_DECISION],
        open=ended[Outcome.OPEN],
        win_rate=len(won) / closed if closed else None,
        won_value=Money(sum(minors), main),
        average_won=sum(major, Fraction()) / len(major) if major else None,
        median_won=median(major) if major else None,
        cycle_days=cycle,
        won_by_quarter=won_by_quarter(won, main),
        without_amount=without,
        other_currency=foreign,
        without_day=without_day,
        notes=(*notes, *left_out_in_words(cycle.left_out, entered_late(won))),
    )


def won_by_quarter(deals: Iterable[Deal], currency: str) -> dict[str, QuarterWon]:
    """The won deals among these by calendar quarter, oldest first, amounts in one currency."""
    found: dict[str, QuarterWon] = {}
    won = ((deal.closed, deal) for deal in deals if deal.outcome is Outcome.WON)
    for day, deal in sorted(
        ((day, deal) for day, deal in won if day is not None), key=lambda pair: pair[0]
    ):
        before = found.get(quarter_of(day), QuarterWon(0, Money(0, currency)))
        amount = deal.amount
        minor = amount.minor if amount is not None and amount.currency == currency else 0
        value = Money(before.value.minor + minor, currency)
        found[quarter_of(day)] = QuarterWon(before.count + 1, value)
    return found


def _cycle(won: Iterable[Deal]) -> CycleDays:
    days, left_out = cycle_days(won)
    if not days:
        return CycleDays(None, None, 0, left_out)
    return CycleDays(float(median(days)), float(mean(days)), len(days), left_out)


def _closed_within(deal: Deal, since: date | None, until: date | None) -> bool:
    if deal.closed is None:
        return since is None and until is None
    return (since or date.min) <= deal.closed <= (until or date.max)


def _notes(currency: str, without: int, foreign: int, without_day: int) -> tuple[str, ...]:
    left_out = "its amount is left out" if foreign == 1 else "their amounts are left out"
    return tuple(
        f"{count:,} won {'deal' if count == 1 else 'deals'} {why}."
        for count, why in (
            (without, "without an amount: counted, in no amount"),
            (foreign, f"not in {currency}: {left_out}"),
            (without_day, "without a day: in no quarter"),
        )
        if count
    )
