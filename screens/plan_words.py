"""What Goals says of the plan: levels and their numbers for a column, and what they mean in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from journal.measure import one_or_several
from journal.percent import as_chance, rounded
from journal.plan import LEVEL_WORDS, Level, Plan
from journal.planning.funnel import Funnel, LevelLine
from journal.planning.lags import takes
from journal.planning.rates import Source
from screens import wording

if TYPE_CHECKING:
    from journal.planning.outlook import Lever
    from journal.planning.quarters import Quarter
    from journal.planning.versions import Version

LEVELS = {
    Level.REACH_OUTS: "Reach-outs",
    Level.UNQUALIFIED_LEADS: "Unqual. leads",
    Level.FIRST_MEETINGS: "First meetings",
    Level.QUALIFIED_LEADS: "Qualified leads",
    Level.STAGE1: "Stage-1",
    Level.QUALIFIED: "Qualified opp.",
    Level.DEALS: "Deals",
}
"""The levels of the funnel, the rep's own work first."""

IN_THE_CHANCE = {
    Level.QUALIFIED: "Win rate",
    Level.STAGE1: "Qualifying",
    Level.DEALS: "Deal size",
}
"""The levels whose rates the chance uses as they are, and what these are called."""

BOOKED = "Booked"
"""The row below the deals: the amount, whose target can be typed over."""

NO_TARGET = (
    "What would success be? A target and its date say what each level needs.",
    "Enter on Booked takes the target, on Deals the average deal.",
)
"""What stands below a funnel without a target."""

PAST = "past its last useful day"
"""What is said once new reach-outs come too late on average."""

ONLY_NEXT = "What still helps: next year's pipeline."
"""What is said when no lever moves the chance any more."""

IS_BOOKED = "✓ the target is booked; what comes now is on top"
"""What is said once nothing is missing."""

_LEAST_GAIN = 0.0005
"""A rise of the chance that would be shown as 0 is none."""

_LETTERS = {
    "reach_outs": "reach-outs",
    "d": "reach-outs answered",
    "c": "leads that meet",
    "b": "meetings that qualify",
    "a": "leads that reach stage 1",
    "q": "stage-1 that qualify",
    "w": "win rate",
    "deal_size": "deal size",
}


def lever(name: str) -> str:
    """What a lever is called: win rate."""
    return _LETTERS.get(name, name.replace("_", " "))


def gain(each: Lever) -> str:
    """What 10 % more of a lever gives: win rate +10 % → +6 points."""
    points = 100 * each.gain
    said = f"{points:.0f}" if points >= 9.95 else f"{points:.1f}"
    said = said.removesuffix(".0")
    return f"{lever(each.name)} +10 % → +{said} {'point' if said == '1' else 'points'}"


def needed(line: LevelLine) -> int | None:
    """How many are still to go, rounded up; None where no number is known."""
    return None if line.needed is None else ceil(line.needed - 1e-9)


def to_go(number: int | None) -> str:
    """How many are still to go, for a column: a tick once none are, a dash where nobody knows."""
    return "–" if number is None else count(number) if number else "✓"


def count(number: int) -> str:
    """A number for a column: 16,667, then 120k."""
    if number < 100_000:
        return f"{number:,}"
    return f"{number / 1_000:,.0f}k" if number < 10_000_000 else f"{number / 1_000_000:,.0f}M"


def until(day: date | None, today: date) -> str:
    """A last useful day for a column: 21 Aug, or Aug ’27 in another year."""
    if day is None:
        return "–"
    words = f"{day.day} {wording.month(day)}"
    return words if day.year == today.year else f"{wording.month(day)} ’{day:%y}"


def rate(line: LevelLine, funnel: Funnel) -> str:
    """The rate as it is used; for the deals, their average size."""
    if line.level is Level.DEALS:
        mean = funnel.basis.size.mean
        return "–" if not mean else _money(mean, funnel)
    return "–" if line.rate is None else rounded(line.rate)


def source(line: LevelLine, funnel: Funnel) -> str:
    """Where the rate comes from: what history alone says and of how many, the plan, or the default."""
    if line.level is Level.DEALS and line.source is Source.DEFAULT:
        return "not known"
    if line.source is not Source.HISTORY:
        return str(line.source)
    many = f"n {line.n:,}" if line.n < 1_000 else f"n {line.n / 1_000:.1f}k"
    return many if line.raw_rate is None else f"{rounded(line.raw_rate)} {many}"


def origin(line: LevelLine, funnel: Funnel) -> str:
    """The same in one sentence, for the row under the cursor."""
    said = rate(line, funnel)
    if line.level is Level.DEALS:
        if line.source is Source.DEFAULT:
            return "No deal size yet: Enter types an average deal."
        won = "won deal" if line.n == 1 else "won deals"
        if line.source is Source.HISTORY:
            return f"An average deal of {said}, from {line.n:,} {won} so far."
        return f"An average deal of {said}, as you planned it; no won deal yet."
    if line.source is Source.HISTORY and line.raw_rate is not None:
        raw = rounded(line.raw_rate)
        of = f"{raw} of {line.n:,} in your history"
        return f"{said} used: {of}." if raw == said else f"{said} used: {of}, the plan weighed in."
    by = "as you planned it" if line.source is Source.PLAN else "the default; no history yet"
    return f"{said} used: {by}."


def lag(line: LevelLine) -> str:
    """How long a level takes to become the one above it, and who says so; the deals take nothing."""
    return "" if line.lag is None else takes(line.level, line.lag)


def lag_in_short(line: LevelLine) -> str:
    """The same for the rule over an open field: now 66 d, n 20."""
    if line.lag is None:
        return ""
    told = line.lag.source is Source.HISTORY
    return f"now {line.lag.days:,} d, {f'n {line.lag.taken.n:,}' if told else line.lag.source}"


AS_LEFT = "as you left it; typing writes over it"
"""Said of a field that opens with what was left in it."""


def may_be_typed(level: Level | None) -> str:
    """What the open field on a row takes; no level is the row of the target."""
    if level is None:
        return "an amount like 1.2M"
    return "an amount like 60k" if level is Level.DEALS else "a rate like 25 %, or days like 45 d"


def example(level: Level | None) -> str:
    """The same for an empty field."""
    if level is None:
        return "1.2M"
    return "60k" if level is Level.DEALS else "25 % or 45 d"


def is_booked(funnel: Funnel) -> bool:
    """Whether the target is reached by what is won already."""
    return funnel.target is not None and funnel.booked.minor >= funnel.target.minor


def money_to_go(funnel: Funnel) -> str:
    """What is missing to the target; a tick once it is booked."""
    from journal.money import Money

    if is_booked(funnel):
        return to_go(0)
    target = funnel.target.minor if funnel.target else 0
    return Money(target - funnel.booked.minor, funnel.booked.currency).short


def in_hand(funnel: Funnel) -> str:
    """What is booked and what the open deals bring."""
    return f"{funnel.booked.short} booked, {funnel.open_expected.short} expected from open deals"


def weekly(number: float, chance: float | None = None) -> str:
    """The reach-outs a week that the plan asks for, and the chance of doing exactly that."""
    whole = ceil(number - 1e-9)
    words = f"{whole:,} {one_or_several(LEVEL_WORDS[Level.REACH_OUTS], whole)} a week from today"
    return words if chance is None else f"{words}: {as_chance(chance)} if kept exactly"


def by_quarter(quarters: Iterable[Quarter], funnel: Funnel) -> Iterator[tuple[str, str]]:
    """Each quarter of the plan: what is booked, what the open deals bring, what is still to come."""
    for each in quarters:
        name = f"{wording.month(each.first)} – {wording.month(each.last)}"
        parts = ((each.booked, "booked"), (each.open_expected, "open"), (each.gap, "to come"))
        told = [f"{_money(minor, funnel)} {what}" for minor, what in parts if round(minor)]
        yield name, ", ".join(told) or "–"


def helps(levers: Iterable[Lever]) -> Iterator[str]:
    """What each lever that moves the chance at all would add to it, the best first."""
    for each in levers:
        if each.gain >= _LEAST_GAIN:
            yield gain(each)


def weekly_for(half: float | None, most: float | None) -> str:
    """The reach-outs a week for 50 % and for 80 %."""
    if half is None:
        return "50 %: not by reach-outs alone"
    first = f"for 50 %: {ceil(half - 1e-9):,} a week"
    return f"{first}, for 80 %: " + (
        "not by reach-outs alone" if most is None else f"{ceil(most - 1e-9):,}"
    )


def _money(minor: float, funnel: Funnel) -> str:
    return _amount(minor, funnel.booked.currency)


OF_TODAY = "The plan was saved today, and asks for what it needs."


def saved(plan: Plan) -> str:
    """What a new version says."""
    return f"✓ saved as version {plan.id}, u takes it back"


def was_reset(plan: Plan) -> str:
    """What a reset says."""
    return "✓ your history says it again, u takes it back"


def versions(versions: Iterable[Version], today: date) -> Iterator[tuple[str, str]]:
    """Every saved plan, the newest first, with its causes in one sentence each."""
    is_any = False
    for version in versions:
        is_any = True
        day = version.plan.saved_day
        label = "–" if day is None else f"{day.day} {wording.month(day)}"
        if day is not None and day.year != today.year:
            label += f" {day.year}"
        yield label, _needs(version)
        for cause in version.causes:
            yield label, cause
    if not is_any:
        yield "", "No plan was saved yet: type over a rate, or the target, and it is the first."


def _needs(version: Version) -> str:
    money = version.plan.target
    target = "No target" if money is None else _amount(money, version.plan.currency)
    if version.deals_needed is None:
        return f"{target} by {wording.full_day(version.plan.by)}."
    deals = f"{version.deals_needed:,.1f}".removesuffix(".0")
    return f"{target} by {wording.full_day(version.plan.by)} needed {deals} more deals."


def _amount(minor: float, currency: str) -> str:
    from journal.money import Money

    return Money(round(minor), currency).short
