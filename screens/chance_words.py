"""What Goals says of the chance: one sentence, the four marks below its bar, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil, exp
from typing import TYPE_CHECKING

from journal.percent import as_chance
from journal.planning.lags import lags_in_words
from screens import plan_words, wording

if TYPE_CHECKING:
    from journal.planning.basis import Basis
    from journal.planning.funnel import Funnel
    from journal.planning.outlook import Outlook
    from screens.widgets.funnel_said import Figures

INVITATION = ("A target and an average deal", "say how likely it is.", "Enter", " asks for them.")
"""What stands in place of a chance, with its key in the middle."""

NOT_YET = "adding up what may come…"
"""What stands there while the chance is worked out for the first time."""


def sentence(outlook: Outlook, today: date, width: int = 200) -> tuple[str, str]:
    """The chance, and what it is the chance of; the day goes first where room is scarce."""
    by = "" if outlook.by is None else f" by {wording.near_day(outlook.by, today)}"
    if outlook.is_reached:
        return "✓ reached:", f" {outlook.booked.short} booked of {outlook.target.short}{by}"
    kept = ", if you keep the plan" if outlook.if_plan_kept else ""
    number = as_chance(outlook.chance)
    words = f" chance of {outlook.target.short}{by}{kept}"
    if kept and len(number) + len(words) > width:
        words = f" chance of {outlook.target.short}, the plan kept"
    return number, words


def outcomes(outlook: Outlook) -> str:
    """What the heavy part of the bar says."""
    if outlook.p10 == outlook.p90:
        return f"All outcomes end at {outlook.p50.short}."
    return f"8 in 10 outcomes end between {outlook.p10.short} and {outlook.p90.short}"


def assumptions(
    outlook: Outlook, funnel: Funnel, figures: Figures, today: date
) -> Iterator[tuple[str, str]]:
    """What the chance rests on, each with a label, then what would raise it."""
    first, rest = sentence(outlook, today)
    yield "Chance", f"{first}{rest}"
    yield "Outcomes", f"{outcomes(outlook)}, the middle one at {outlook.p50.short}."
    yield "Booked", f"{outlook.booked.short} are won already."
    if pace := _pace(outlook, funnel):
        yield "Pace", pace
    yield from _rests_on(funnel.basis, funnel)
    for words in lags_in_words(funnel.lags):
        yield "Lags", words
    for words in plan_words.helps(figures.levers):
        yield "Would help", words
    yield from plan_words.by_quarter(figures.quarters, funnel)
    for note in outlook.notes:
        yield "Note", note


def _pace(outlook: Outlook, funnel: Funnel) -> str:
    """Whose reach-outs the chance stands for, beside those that the target asks for from today on."""
    asked = funnel.weekly_reach_outs
    if asked is None or not outlook.weekly:
        return ""
    stands_for = (
        "what the plan asked for when it was saved"
        if outlook.if_plan_kept
        else "going by the opportunities that come now"
    )
    return (
        f"It stands for about {round(outlook.weekly):,} reach-outs a week, {stands_for}; "
        f"from today the target asks for {ceil(asked - 1e-9):,}."
    )


def _rests_on(basis: Basis, funnel: Funnel) -> Iterator[tuple[str, str]]:
    counted = basis.open.counted
    deals = "1 open deal" if len(counted) == 1 else f"{len(counted):,} open deals"
    yield (
        "Open deals",
        f"{deals} from stage 1 on, {funnel.open_expected.short} expected of them in time.",
    )
    for line in funnel.levels:
        if line.level in plan_words.IN_THE_CHANCE:
            yield plan_words.IN_THE_CHANCE[line.level], plan_words.origin(line, funnel)
    cycle = basis.cycle
    n = f"{cycle.n:,} won deals" if cycle.n != 1 else "1 won deal"
    source = f"from {n}, held to 90 days while few" if cycle.n else "the default; no won deal yet"
    yield "Sales cycle", f"Half of the wins take up to {exp(cycle.mu):,.0f} days: {source}."
