"""What takes long of the chances, as steps that another thread can take."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
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
    others: Mapping[str, Callable[[], object]],
    later: Mapping[str, Callable[[], object]],
) -> tuple[Callable[[], None], Callable[[], None], Callable[[], None]]:
    """First the chance, then the others, then what would raise it and what can wait.

    Each keeps its results under their names.
    """

    def think() -> None:
        found = kept["worked out"] = work()
        kept["outlook"] = found and outlook_of(found, plan, basis, week_length)

    def think_of_others() -> None:
        kept.update({name: chance() for name, chance in others.items()})

    def think_on() -> None:
        if found := kept["worked out"]:
            kept["levers"] = levers_of(found)
            usual = usual_weekly(found.situation, basis.rates, week_length, plan.daily_rates)
            for aim in AIMS:
                kept[f"weekly for {aim}"] = weekly_for(found, usual, aim)
        kept.update({name: read() for name, read in later.items()})

    return think, think_of_others, think_on
