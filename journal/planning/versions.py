"""The versions of a plan, each with what changed the need for deals since the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.plan import Plan, RestsOn
from journal.planning.causes import causes, terms_of
from journal.planning.funnel import Funnel


@dataclass(frozen=True, slots=True)
class Version:
    """One saved plan, and why it asks for what it asks for."""

    plan: Plan
    """The plan as saved."""
    deals_needed: float | None
    """How many deals its gap asked for; None without a target, a deal size, or with a rate of 0."""
    causes: tuple[str, ...]
    """What changed the need against the version before, one plain sentence each, the largest first."""


def rests_on(found: Funnel) -> RestsOn:
    """What a plan rests on today, as its version keeps it."""
    average = found.basis.size.mean
    return RestsOn(
        booked=found.booked.minor,
        open_expected=found.open_expected.minor,
        average=None if average is None else round(average),
        rates={level: rate.used for level, rate in found.basis.rates.items()},
        lags={level: lag.days for level, lag in found.basis.lags.items()},
    )


def read_versions(plans: Sequence[Plan], limit: int) -> tuple[Version, ...]:
    """The versions of plans given newest first; one more than ``limit`` tells what changed in the last."""
    return tuple(
        Version(plan, _deals_needed(plan), causes(before, plan) if before else ())
        for plan, before in zip(plans[:limit], [*plans[1:], None], strict=False)
    )


def _deals_needed(plan: Plan) -> float | None:
    terms = terms_of(plan)
    return None if terms is None else replace(terms, rates={}).need
