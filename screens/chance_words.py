"""What Goals says of the chance: one sentence, the four marks below its bar, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import exp
from typing import TYPE_CHECKING

from screens import plan_words

if TYPE_CHECKING:
    from journal.planning.basis import Basis
    from journal.planning.funnel import Funnel
    from journal.planning.outlook import Lever, Outlook

INVITATION = ("A target and an average deal say how likely it is.", "Enter", " asks for them.")
"""What stands in place of a chance, with its key in the middle."""

NOT_YET = "adding up what may come…"
"""What stands there while the chance is worked out for the first time."""


def share(chance: float) -> str:
    """38 %, with words at both ends: nothing is ever quite sure, and nothing quite lost."""
    if chance >= 1:
        return "100 %"
    if chance > 0.99:
        return "over 99 %"
    return "under 1 %" if chance < 0.01 else f"{100 * chance:.0f} %"


def sentence(outlook: Outlook, today: date) -> tuple[str, str]:
    """The chance, and what it is the chance of."""
    by = "" if outlook.by is None else f" by {plan_words.until(outlook.by, today)}"
    if outlook.booked >= outlook.target:
        return "✓ reached:", f" {outlook.booked.short} booked of {outlook.target.short}{by}"
    kept = ", if you keep the plan" if outlook.if_plan_kept else ""
    return share(outlook.chance), f" chance of {outlook.target.short}{by}{kept}"


def outcomes(outlook: Outlook) -> str:
    """What the heavy part of the bar says."""
    if outlook.p10 == outlook.p90:
        return f"All outcomes end at {outlook.p50.short}."
    return f"8 in 10 outcomes end between {outlook.p10.short} and {outlook.p90.short}"


def assumptions(
    outlook: Outlook, funnel: Funnel, levers: tuple[Lever, ...], today: date
) -> Iterator[tuple[str, str]]:
    """What the chance rests on, each with a label, then what would raise it."""
    first, rest = sentence(outlook, today)
    yield "Chance", f"{first}{rest}"
    yield "Outcomes", f"{outcomes(outlook)}, the middle one at {outlook.p50.short}."
    yield "Booked", f"{outlook.booked.short} are won already."
    yield from _rests_on(funnel.basis, funnel)
    for each in levers:
        if each.gain > 0:
            yield "Would help", plan_words.gain(each)
    for note in outlook.notes:
        yield "Note", note


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
