"""What today asks for, kind by kind: a daily target the rep set, a milestone's line, or the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from journal.activity import REACH_OUTS
from journal.chance import OWN_PACE_DAYS
from journal.measure import REACH, kinds_counted
from journal.pace import PaceState
from journal.settings import Settings
from journal.standing import Standing

_ASKS_NOTHING = (PaceState.NOT_STARTED, PaceState.OVERDUE)


def asked_today(standing: Standing, done_today: int) -> int:
    """What a milestone's line asks for over the whole of today, what is done already included."""
    if standing.pace is None or standing.done is None or standing.goal.at_most:
        return 0
    return max(0, ceil(standing.pace.line) - (standing.done - done_today))


def daily_targets(
    settings: Settings,
    milestones: Sequence[Standing],
    done_today: Mapping[str, int],
    by_plan: int = 0,
) -> dict[str, int]:
    """Today's target by kind, and for "reach-outs"; kinds that nothing asks for are left out.

    A target the rep set wins over a milestone's line, and a milestone over the plan, whose line
    asks for ``by_plan`` reach-outs today. Past its due day a milestone asks for nothing until it is laid
    again. The sum of targets for calls, emails and social touches is the target for reach-outs.
    """
    targets = {kind: number for kind, number in settings.targets.items() if number > 0}
    for standing in milestones:
        kinds = kinds_counted(standing.goal.measure)
        if not kinds or standing.pace is None or standing.pace.state in _ASKS_NOTHING:
            continue
        if standing.goal.measure in settings.targets:
            continue
        asked = asked_today(standing, sum(done_today.get(kind, 0) for kind in kinds))
        if asked > 0:
            targets[standing.goal.measure] = max(targets.get(standing.goal.measure, 0), asked)
    if REACH not in targets:
        by_kind = sum(targets.get(kind, 0) for kind in REACH_OUTS)
        if by_kind or by_plan:
            targets[REACH] = by_kind or by_plan
    return targets


def best_day(recent: Sequence[int]) -> int | None:
    """The most that the last working days held on one of them; None before five of them."""
    return max(recent) if len(recent) >= OWN_PACE_DAYS else None


def too_much(asked: int, recent: Sequence[int]) -> str | None:
    """One sentence when today asks for more reach-outs than the rep's best day held; None otherwise.

    ``recent`` holds the reach-outs of the last working days; before five of them nothing is known.
    """
    best = best_day(recent)
    if best is None or asked <= best:
        return None
    return (
        f"Today asks for {asked:,} reach-outs and your best day of the last {len(recent)} held "
        f"{best:,}: more days, a later date or a smaller target would make room."
    )
