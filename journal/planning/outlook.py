"""The chance to hit the target as a rep reads it: how likely, how much it may come to, what would help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journal.money import Money
from journal.plan import Plan
from journal.planning.basis import Basis
from journal.planning.forecast.reach_outs import usual_weekly
from journal.planning.forecast.situation import ARRIVAL_PRIOR, Situation
from journal.planning.forecast.target import WorkedOut, forecast
from journal.planning.forecast.target import levers as gains_of
from journal.planning.funnel_notes import left_out, little_known

OWN_PACE_DAYS = 5
"""From so many working days of history on, the chance is the rep's own and not the plan's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """How likely the target is reached in time, and what the period may bring."""

    chance: float
    """The chance to book the target by its day, 0-1."""
    p10: Money
    """Nine in ten outcomes are above this amount, booked included."""
    p50: Money
    """Half of the outcomes are above it."""
    p90: Money
    """One in ten outcomes is above it."""
    target: Money
    """The amount to book."""
    booked: Money
    """What is booked so far."""
    by: date
    """The last day that counts."""
    if_plan_kept: bool
    """Whether it mostly says what the plan says, as there is too little history: "if you keep the plan"."""
    weekly: float = 0.0
    """The reach-outs a week that its new deals stand for; 0 where none do, or no rate tells."""
    notes: tuple[str, ...] = ()
    """What the chance cannot tell or leaves out, in plain sentences."""

    @property
    def is_reached(self) -> bool:
        """Whether as much is booked as the target asks for."""
        return self.booked.minor >= self.target.minor


@dataclass(frozen=True, slots=True)
class Lever:
    """What 10 % more of one thing would do."""

    name: str
    """Which: reach_outs, d, c, b, a, q, w or deal_size."""
    gain: float
    """The rise of the chance, 0-1."""


def outlook_of(found: WorkedOut, plan: Plan, basis: Basis, week_length: int) -> Outlook:
    """The chance and the three marks, with what they leave out; the plan must have a target."""
    said, currency = forecast(found), plan.currency
    return Outlook(
        chance=said.chance,
        p10=Money(said.p10, currency),
        p50=Money(said.p50, currency),
        p90=Money(said.p90, currency),
        target=Money(plan.target or 0, currency),
        booked=Money(found.situation.booked, currency),
        by=plan.by,
        if_plan_kept=found.situation.arrivals[1] - ARRIVAL_PRIOR < OWN_PACE_DAYS,
        weekly=usual_weekly(found.situation, basis.rates, week_length, plan.daily_rates),
        notes=(
            *_lacking(found.situation, plan),
            *little_known(plan, basis),
            *left_out(plan, basis),
        ),
    )


def levers_of(found: WorkedOut) -> tuple[Lever, ...]:
    """What each lever gives, the best first; those that give the same in the order of the funnel."""
    gains: Sequence[Lever] = [Lever(each.lever.value, each.gain) for each in gains_of(found)]
    return tuple(sorted(gains, key=lambda lever: -lever.gain))


def _lacking(given: Situation, plan: Plan) -> Iterator[str]:
    if given.gap > 0 and not given.exposure:
        yield "No working day is left for a new deal: only the open ones count."
    elif given.gap > 0 and not given.arrivals[0]:
        asks = (
            "The plan asks for no new opportunity in time"
            if plan.saved
            else "No plan was saved yet"
        )
        yield f"{asks}, and none has begun lately: only the open deals count."
