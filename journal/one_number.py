"""The one number today hangs on: what is furthest behind its line, and what a rep can do about it today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journal.frozen import frozen
from journal.measure import (
    AMOUNT,
    DEALS_WON,
    FIRST_MEETINGS,
    NUMBER,
    QUALIFIED,
    REACH,
    STAGE1,
    kinds_counted,
    noun,
)
from journal.pace import Pace, PaceState
from journal.plan import LEVEL_WORDS, Level
from journal.plan_pace import LevelPace
from journal.standing import Standing

_SETTLED = (PaceState.DONE, PaceState.NOT_STARTED, PaceState.OVERDUE)

OUTCOMES = (STAGE1, QUALIFIED, DEALS_WON, AMOUNT)
"""What customers decide: each is shown with the activity that feeds it."""

LEVEL_MEASURES = {
    Level.DEALS: DEALS_WON,
    Level.QUALIFIED: QUALIFIED,
    Level.STAGE1: STAGE1,
    Level.QUALIFIED_LEADS: "qualified-leads",
    Level.FIRST_MEETINGS: FIRST_MEETINGS,
    Level.UNQUALIFIED_LEADS: "unqualified-leads",
    Level.REACH_OUTS: REACH,
}
"""What each level of the plan counts; leads are no measure of a goal and have their own word."""

# What comes of the rep's own work, nearest to it first.
_FAR = (
    "unqualified-leads", FIRST_MEETINGS, "qualified-leads", STAGE1, QUALIFIED, DEALS_WON, AMOUNT,
)  # fmt: skip

THE_PLAN = "the plan"
"""Where a level of the funnel comes from, in place of a milestone's title."""


@frozen
class OneNumber:
    """The one thing that today hangs on."""

    what: str
    """The noun it counts: "reach-outs"."""
    must_today: int
    """How many are still to do today, in the measure's units; 0 when the line is kept."""
    done: int
    """How many are done today."""
    measure: str
    """The measure it counts."""
    buffer_days: int | None = None
    """Working days of buffer; None when no milestone and no plan asks for it."""
    title: str | None = None
    """The milestone it comes from, or "the plan"; None when a daily target or the floor asks."""
    currency: str = "EUR"
    """The currency of an amount."""
    fed_by: OneNumber | None = None
    """For what customers decide: the activity that feeds it, with its own number for today."""


@frozen
class Asking:
    """A milestone or a level of the plan that asks for something today."""

    measure: str
    """What it counts."""
    what: str
    """The noun for it."""
    pace: Pace
    """How it stands against its line."""
    needed: int
    """How many it asks for from start to end."""
    title: str
    """The milestone's title, or "the plan"."""
    currency: str = "EUR"
    """The currency of an amount."""
    id: int = 0
    """The milestone's number; 0 for the plan."""

    @property
    def is_outcome(self) -> bool:
        """Whether customers decide it."""
        return self.measure in OUTCOMES

    @property
    def urgency(self) -> tuple[int, float, int, int]:
        """The most urgent first: least buffer, larger share asked for today, nearest to the rep."""
        share = self.pace.must_today / self.needed if self.needed else 0.0
        near = _FAR.index(self.measure) + 2 if self.measure in _FAR else int(self.measure != REACH)
        return (self.pace.buffer_days, -share, near, self.id)


def asking(milestones: Sequence[Standing], levels: Sequence[LevelPace] = ()) -> list[Asking]:
    """All that is started, not done and not past its day, the most urgent first.

    Budgets and numbers never lead.
    """
    found = [
        Asking(
            measure=LEVEL_MEASURES[each.level],
            what=LEVEL_WORDS[each.level],
            pace=each.pace,
            needed=each.target,
            title=THE_PLAN,
        )
        for each in levels
        if each.pace.state not in _SETTLED
    ]
    for one in milestones:
        goal, pace = one.goal, one.pace
        if pace is None or pace.state in _SETTLED or goal.at_most or goal.measure == NUMBER:
            continue
        needed = (one.term.target or 0) - goal.baseline
        found.append(
            Asking(
                goal.measure, noun(goal.measure), pace, needed, goal.title, goal.currency, goal.id
            )
        )
    return sorted(found, key=lambda each: each.urgency)


def one_number(
    asking: Sequence[Asking],
    targets: Mapping[str, int],
    done_today: Mapping[str, int],
    floor: int,
) -> OneNumber:
    """The most urgent number; else the reach-outs, or any kind, with a target; else the floor.

    An outcome comes with what feeds it: the rep's most urgent activity, else one with a target.
    """
    if asking:
        number = _number(asking[0], done_today)
        if not asking[0].is_outcome:
            return number
        activity = next((each for each in asking if each.measure not in _FAR), None)
        if activity and not (activity.title == THE_PLAN and activity.measure in targets):
            return replace(number, fed_by=_number(activity, done_today))
        # A daily target that the rep set goes before the plan's reach-outs.
        return replace(number, fed_by=_by_target(targets, done_today))
    if (number_asked := _by_target(targets, done_today)) is not None:
        return number_asked
    total = sum(done_today.values())
    return OneNumber("activities", max(0, floor - total), total, "activities")


def _number(each: Asking, done_today: Mapping[str, int]) -> OneNumber:
    return OneNumber(
        what=each.what,
        must_today=each.pace.must_today,
        done=_done(each.measure, done_today),
        measure=each.measure,
        buffer_days=each.pace.buffer_days,
        title=each.title,
        currency=each.currency,
    )


def _by_target(targets: Mapping[str, int], done_today: Mapping[str, int]) -> OneNumber | None:
    asked = (
        REACH if REACH in targets else max(targets, key=lambda kind: targets[kind], default=None)
    )
    if asked is None:
        return None
    done = _done(asked, done_today)
    return OneNumber(noun(asked), max(0, targets[asked] - done), done, asked)


def _done(measure: str, done_today: Mapping[str, int]) -> int:
    return sum(done_today.get(kind, 0) for kind in kinds_counted(measure))
