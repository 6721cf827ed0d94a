"""What takes long of the chance, as two steps that another thread can take."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

from journal.plan import Plan
from journal.planning.basis import Basis
from journal.planning.forecast.reach_outs import usual_weekly, weekly_for
from journal.planning.forecast.target import WorkedOut
from journal.planning.outlook import levers_of, outlook_of

AIMS = (0.5, 0.8)
"""The chances for which the reach-outs of a week are told."""


def steps(
    work: Callable[[], WorkedOut | None],
    plan: Plan,
    basis: Basis,
    week_length: int,
    kept: MutableMapping[str, Any],
) -> tuple[Callable[[], None], Callable[[], None]]:
    """First the chance, then what would raise it; each keeps its results under their names."""

    def think() -> None:
        found = kept["worked out"] = work()
        kept["outlook"] = found and outlook_of(found, plan, basis)

    def think_on() -> None:
        if found := kept["worked out"]:
            kept["levers"] = levers_of(found)
            usual = usual_weekly(found.situation, basis.rates, week_length, plan.daily_rates)
            for aim in AIMS:
                kept[f"weekly for {aim}"] = weekly_for(found, usual, aim)

    return think, think_on
