"""The one number today hangs on: what is furthest behind its line among the things a rep can do today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journal.measure import NUMBER, OUTCOME_MEASURES, REACH, kinds_counted, noun
from journal.pace import PaceState
from journal.standing import Standing

_SETTLED = (PaceState.DONE, PaceState.NOT_STARTED)


@dataclass(frozen=True, slots=True)
class OneNumber:
    """The one thing that today hangs on."""

    what: str
    """The noun it counts: "reach-outs"."""
    must_today: int
    """How many are still to do today; 0 when the line is kept."""
    done: int
    """How many are done today."""
    measure: str
    """The measure it counts."""
    buffer_days: int | None = None
    """Working days of buffer; None when no milestone asks for it."""
    title: str | None = None
    """The milestone it comes from; None when a daily target, the plan or the floor asks."""


def binding(milestones: Sequence[Standing]) -> Standing | None:
    """The milestone with the least signed buffer among those started and not done.

    Ties go to the larger share still asked for today, then to what is nearest to the rep: reach-outs,
    other activities, outcomes. Activities go before outcomes, since only they can be done today.
    """
    open_ones = [
        standing
        for standing in milestones
        if standing.pace is not None
        and standing.pace.state not in _SETTLED
        and not standing.goal.at_most
        and standing.goal.measure != NUMBER
    ]
    return min(open_ones, key=_urgency, default=None)


def one_number(
    milestones: Sequence[Standing],
    targets: Mapping[str, int],
    done_today: Mapping[str, int],
    floor: int,
) -> OneNumber:
    """The binding milestone's number; else the reach-outs, or any kind, with a target; else the floor."""
    if (winner := binding(milestones)) and winner.pace:
        measure = winner.goal.measure
        return OneNumber(
            what=noun(measure),
            must_today=winner.pace.must_today,
            done=_done(measure, done_today),
            measure=measure,
            buffer_days=winner.pace.buffer_days,
            title=winner.goal.title,
        )
    asked = (
        REACH if REACH in targets else max(targets, key=lambda kind: targets[kind], default=None)
    )
    if asked is not None:
        done = _done(asked, done_today)
        return OneNumber(noun(asked), max(0, targets[asked] - done), done, asked)
    total = sum(done_today.values())
    return OneNumber("activities", max(0, floor - total), total, "activities")


def _done(measure: str, done_today: Mapping[str, int]) -> int:
    return sum(done_today.get(kind, 0) for kind in kinds_counted(measure))


def _urgency(standing: Standing) -> tuple[bool, int, float, int, int]:
    pace, measure = standing.pace, standing.goal.measure
    assert pace is not None
    needed = (standing.term.target or 0) - standing.goal.baseline
    share = pace.must_today / needed if needed else 0.0
    nearness = 0 if measure == REACH else 1
    return (measure in OUTCOME_MEASURES, pace.buffer_days, -share, nearness, standing.goal.id)
