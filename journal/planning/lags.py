"""How long each step of the funnel takes: what the rep's own deals tell, else what is planned with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.deal import Deal, Outcome
from journal.errors import BadInput
from journal.plan import DEFAULT_LAGS, LEVEL_WORDS, LEVELS, Level, Plan
from journal.planning.rates import Source, history_start

ENOUGH = 5
"""From so many deals on, their median is the lag [default]."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How long a step took the deals of the last 24 months."""

    median: int | None = None
    """The median in calendar days, half a day counted as a whole one; None without any."""
    n: int = 0
    """How many deals it was read from."""
    left_out: int = 0
    """Deals that took the step on days that are missing or reversed."""


@dataclass(frozen=True, slots=True)
class Lag:
    """How long a level takes to become the one above it."""

    days: int
    """The calendar days to plan with."""
    source: Source
    """History from five deals on, unless the rep typed a number; else the plan, or the default."""
    taken: Taken = Taken()
    """What the deals tell, whether it is used or not."""


def steps_taken(deals: Iterable[Deal], today: date) -> dict[Level, Taken]:
    """What deals tell of the two steps whose days they keep: to the qualified, and to the win."""
    start = history_start(today)
    qualified: list[tuple[date | None, date | None]] = []
    won: list[tuple[date | None, date | None]] = []
    for deal in deals:
        is_won = deal.outcome is Outcome.WON
        day = deal.qualified_on
        if (day is None and is_won) or (day is not None and start <= day <= today):
            qualified.append((deal.stage1_on, day))
        if is_won and (deal.closed is None or start <= deal.closed <= today):
            won.append((day, deal.closed))
    return {Level.STAGE1: _taken(qualified), Level.QUALIFIED: _taken(won)}


def lags_of(plan: Plan, taken: Mapping[Level, Taken]) -> dict[Level, Lag]:
    """The lag of each level but the deals: typed over, else told by enough deals, else the default."""
    found: dict[Level, Lag] = {}
    for level in DEFAULT_LAGS:
        told = taken.get(level, Taken())
        if level in plan.lags:
            found[level] = Lag(plan.lags[level], Source.PLAN, told)
        elif told.median is not None and told.n >= ENOUGH:
            found[level] = Lag(told.median, Source.HISTORY, told)
        else:
            found[level] = Lag(DEFAULT_LAGS[level], Source.DEFAULT, told)
    return found


def read_days(text: str) -> int | None:
    """The days that words like 45 d or 45 days name; None for what is no number of days at all.

    Raises BadInput for days that are no whole number.
    """
    bare = text.strip().casefold()
    unit = next((unit for unit in ("days", "day", "d") if bare.endswith(unit)), None)
    if unit is None or not any(sign.isdigit() for sign in bare):
        return None
    number = bare.removesuffix(unit).strip()
    if not (number.isascii() and number.isdecimal() and len(number) < 6):
        raise BadInput(f"“{text.strip()[:20]}” is no whole number of days; write 45 d.")
    return int(number)


def takes(level: Level, lag: Lag) -> str:
    """How long a level takes, and who says so: 45 days to become deals, the median of 9 deals."""
    above = LEVEL_WORDS[LEVELS[LEVELS.index(level) - 1]]
    days = f"{lag.days:,} day{'' if lag.days == 1 else 's'} to become {above}"
    return f"{days}: {_who_says(lag)}"


def lags_in_words(lags: Sequence[tuple[Level, Lag]]) -> Iterator[str]:
    """Who says how long each level takes: history one by one, then what was planned, then the default."""
    for level, lag in lags:
        if lag.source is Source.HISTORY:
            yield f"{LEVEL_WORDS[level].capitalize()} take {takes(level, lag)}"
    planned = [LEVEL_WORDS[level] for level, lag in lags if lag.source is Source.PLAN]
    if planned:
        yield f"The lags you planned yourself: {', '.join(planned)}."
    if all(lag.source is Source.DEFAULT for _, lag in lags):
        yield "The lags are the default, in days from each level to the one above it."
    elif any(lag.source is Source.DEFAULT for _, lag in lags):
        yield "The other lags are the default."


def _who_says(lag: Lag) -> str:
    n, left_out = lag.taken.n, lag.taken.left_out
    without = f", {left_out:,} without usable dates left out" if left_out else ""
    if lag.source is Source.HISTORY:
        return f"the median of {n:,} of your deals{without}."
    deals = f"{n:,} deal{'' if n == 1 else 's'}"
    if lag.source is Source.PLAN:
        own = f"; your {deals} took {lag.taken.median:,}" if n >= ENOUGH else ""
        return f"as you planned it{own}."
    return f"the default; {deals} of yours so far{without}." if n or left_out else "the default."


def _taken(steps: Iterable[tuple[date | None, date | None]]) -> Taken:
    days: list[int] = []
    left_out = 0
    for first, last in steps:
        if first is None or last is None or last < first:
            left_out += 1
        else:
            days.append((last - first).days)
    days.sort()
    middle = len(days) // 2
    if not days:
        return Taken(None, 0, left_out)
    # Half a day is rounded up: a step is better expected a day late than a day early.
    median = days[middle] if len(days) % 2 else (days[middle - 1] + days[middle] + 1) // 2
    return Taken(median, len(days), left_out)
