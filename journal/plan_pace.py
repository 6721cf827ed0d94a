"""How each level of the saved plan stands against its line today, from counts alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from journal.frozen import frozen
from journal.level_counts import activity_counts, deal_counts
from journal.pace import Pace, line_on
from journal.pace import pace as pace_of
from journal.plan import LEVELS, Level, Plan, last_useful_days

if TYPE_CHECKING:
    from journal.calendar import Calendar
    from journal.store import Store


@frozen
class LevelPace:
    """One level on its way from the day the plan was saved to its last useful day."""

    level: Level
    """Which of the seven."""
    target: int
    """How many the plan asked for when it was saved."""
    done: int
    """How many reached it since."""
    start: date
    """The day the plan was saved."""
    due: date
    """The last working day that is still of use."""
    pace: Pace
    """How it stands against its line."""

    def line_on(self, day: date, calendar: Calendar) -> int:
        """Where its line stands on a day, rounded up."""
        at = line_on(
            day, baseline=0, target=self.target, start=self.start, due=self.due, calendar=calendar
        )
        return ceil(at)


@frozen
class PlanCounts:
    """What was counted since a plan was saved, up to yesterday: it holds until a past day changes."""

    plan: int
    """The number of the plan's version."""
    since: date
    """The day it was saved."""
    today: date
    """The day after the last that was counted."""
    done: Mapping[Level, int]
    """The records that reached each of the four lower levels."""

    def with_today(self, store: Store) -> dict[Level, int]:
        """The same with today's, and what the deals reached."""
        now = activity_counts(store, self.today, self.today)
        return deal_counts(store, self.since, self.today) | {
            level: self.done.get(level, 0) + count for level, count in now.items()
        }


def counts_until(store: Store, plan: Plan, today: date) -> PlanCounts:
    """Count since the day a plan was saved, up to yesterday."""
    assert plan.saved_day is not None
    yesterday = today - timedelta(days=1)
    done = activity_counts(store, plan.saved_day, yesterday) if plan.saved_day <= yesterday else {}
    return PlanCounts(plan.id, plan.saved_day, today, done)


def level_paces(
    plan: Plan, done: Mapping[Level, int], calendar: Calendar, today: date
) -> tuple[LevelPace, ...]:
    """The levels that still help, deals first; ``done`` counts since the day the plan was saved.

    What a level asks for is its daily rate as kept in the saved plan, over its working days.
    """
    if plan.saved_day is None:
        return ()
    useful = last_useful_days(plan)
    found: list[LevelPace] = []
    for level in LEVELS:
        rate, last = plan.daily_rates.get(level), useful[level]
        # Without a working day left it is past its last useful day.
        if not rate or not calendar.working_days(today, last):
            continue
        due = last if calendar.is_working(last) else calendar.previous_working(last)
        # Rounded far below what matters, or a need of 80 carried by days would come back as 81.
        target = ceil(round(rate * calendar.working_days(plan.saved_day, due), 6))
        pace = pace_of(
            baseline=0,
            target=target,
            start=plan.saved_day,
            due=due,
            done=done.get(level, 0),
            at_most=False,
            calendar=calendar,
            today=today,
        )
        found.append(LevelPace(level, target, done.get(level, 0), plan.saved_day, due, pace))
    return tuple(found)


def reach_outs_today(levels: Sequence[LevelPace], done_today: int) -> int:
    """What the plan's line for reach-outs asks for over the whole of today, what is done included."""
    reach = (one for one in levels if one.level is Level.REACH_OUTS)
    return max((0, *(ceil(one.pace.line) - (one.done - done_today) for one in reach)))
