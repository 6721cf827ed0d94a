"""The levers of a plan: what each stands at, what a raise would make of it, and the chance it gains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journal.errors import BadInput
from journal.money import Money
from journal.percent import in_percent
from journal.plan import Level, Plan

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.planning.funnel import Funnel

RAISE = 0.1
"""By how much a lever is raised, as a share of itself [default]."""

REACH_OUTS = "reach_outs"
DEAL_SIZE = "deal_size"

RATES: Mapping[str, Level] = {
    "d": Level.REACH_OUTS,
    "c": Level.UNQUALIFIED_LEADS,
    "b": Level.FIRST_MEETINGS,
    "a": Level.QUALIFIED_LEADS,
    "q": Level.STAGE1,
    "w": Level.QUALIFIED,
}
"""The levers that are rates, by the lower level of their step."""

LEVERS = (REACH_OUTS, *RATES, DEAL_SIZE)
"""Every lever by its name, from the rep's own work up to the deal."""

LEVER_WORDS = {
    REACH_OUTS: "reach-outs",
    "d": "reach-out → lead",
    "c": "lead → meeting",
    "b": "meeting → qualified lead",
    "a": "qualified lead → stage-1",
    "q": "stage-1 → qualified",
    "w": "win rate",
    DEAL_SIZE: "deal size",
}
"""What the levers are called."""


_NOT_TOLD = "Nothing tells the {} yet, so there is nothing to raise: choose another lever."
_TOO_LATE = "More {} from today on come too late for this target: choose another lever."


@dataclass(frozen=True, slots=True)
class LeverChoice:
    """One lever a review may end in."""

    name: str
    """Which: one of LEVERS."""
    now: float | None
    """What the plan assumes: a rate 0-1, minor units, or reach-outs a working day; None while unknown."""
    raised: float | None
    """What it would be after the raise; None while it is not known."""
    gain: float | None
    """The rise of the chance from 10 % more, 0-1; None without a target or a deal size."""

    @property
    def can_be_raised(self) -> bool:
        """Whether there is something to raise, and room above it."""
        return self.now is not None and self.raised is not None and self.raised > self.now


def choices(
    plan: Plan, found: Funnel, gains: Mapping[str, float], by: float = RAISE
) -> tuple[LeverChoice, ...]:
    """Every lever, the one that gains most first; none while the plan has no target."""
    if plan.target is None:
        return ()
    each = (
        LeverChoice(name, now, _raised(name, now, by), gains.get(name))
        for name in LEVERS
        for now in (standing(plan, found, name),)
    )
    return tuple(sorted(each, key=lambda one: -(one.gain or 0.0)))


def standing(plan: Plan, found: Funnel, name: str) -> float | None:
    """What a lever stands at in a plan; None while nothing says it. Raises BadInput for no lever."""
    if name in RATES:
        return plan.rate(RATES[name])
    if name == DEAL_SIZE:
        return plan.deal_size or (round(mean) if (mean := found.basis.size.mean) else None)
    if name == REACH_OUTS:
        return None if found.is_past else plan.daily_rates.get(Level.REACH_OUTS) or None
    raise BadInput(f"A lever is one of: {', '.join(LEVERS)}.")


def raise_lever(journal: Journal, name: str, by: float) -> tuple[Plan, str]:
    """The plan with one lever raised, reckoned anew and not saved, and what was raised in one sentence.

    A rate is typed over, up to 100 %, and so is the deal size; more reach-outs leave the target and
    every rate as they are, and are asked for each working day. Raises BadInput.
    """
    if not 0 < by <= 1:
        raise BadInput("A lever is raised by more than 0 and up to 100 %, like 10%.")
    before, found = journal.plans.current(), journal.plans.funnel()
    if name in LEVERS and before.target is None:
        raise BadInput("No plan has a target yet: begin one first, then a lever can be raised.")
    now = standing(before, found, name)
    raised = _raised(name, now, by)
    if now is None or raised is None:
        why = _TOO_LATE if name == REACH_OUTS and found.is_past else _NOT_TOLD
        raise BadInput(why.format(LEVER_WORDS[name]))
    if raised <= now:
        raise BadInput(f"The {LEVER_WORDS[name]} cannot be raised any more: choose another lever.")
    changed = before
    if name == DEAL_SIZE:
        changed = replace(before, deal_size=round(raised))
    elif name in RATES:
        changed = replace(before, rates={**before.rates, RATES[name]: raised})
    reckoned, _ = journal.plans.reckoned(changed)
    if name == REACH_OUTS:
        asked = max(raised, reckoned.daily_rates.get(Level.REACH_OUTS, 0.0))
        reckoned = replace(reckoned, daily_rates={**reckoned.daily_rates, Level.REACH_OUTS: asked})
    said = (_said(name, value, before.currency) for value in (now, raised))
    what = f"rate {LEVER_WORDS[name]}" if "→" in LEVER_WORDS[name] else LEVER_WORDS[name]
    return reckoned, "The {} went from {} to {}.".format(what, *said)


def _raised(name: str, now: float | None, by: float) -> float | None:
    if now is None:
        return None
    # Rounded far below what matters, or a tenth more of 25 % would be 27.500000000000004 %.
    more = round(now * (1 + by), 9)
    if name in RATES:
        return min(1.0, more)
    return round(more) if name == DEAL_SIZE else more


def _said(name: str, value: float, currency: str) -> str:
    if name in RATES:
        return in_percent(value)
    return str(Money(round(value), currency)) if name == DEAL_SIZE else f"{value:.1f} a day"
