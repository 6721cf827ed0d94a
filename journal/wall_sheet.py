"""What a rep sticks on the wall: purpose, goal, this week, milestones with boxes, and the next review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS
from journal.dates import MONTHS, WEEKDAYS
from journal.days import DayState
from journal.goal import Form
from journal.measure import AMOUNT, NUMBER, in_words, noun
from journal.planning.goal import goal_planned
from journal.reviewing.levers import LEVER_WORDS
from journal.standing import Standing
from journal.wall_week import WeekNumber, week_numbers
from journal.week import read_week

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.review import Review
    from journal.streak import Streak

_DAY = timedelta(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WallGoal:
    """A goal or a milestone on the wall."""

    title: str
    """What will be true."""
    progress: str
    """What is done of what is asked: "38 of 60 reach-outs"; empty without a target."""
    due: date | None
    """The day it is due."""
    is_done: bool
    """Whether its box is ticked."""
    share: float | None = None
    """How much of it is done, 0-1; None where that cannot be said."""
    why: str = ""
    """Why it matters."""
    is_goal: bool = False
    """Whether it is a goal of its own, and no waypoint."""


@dataclass(frozen=True, slots=True)
class WallDay:
    """A day of this week."""

    day: date
    """The day."""
    is_working: bool
    """Whether the rep works on it."""
    state: DayState | None
    """How it stands in the streak; None while it is still to come, or before the first entry."""
    boxes: int
    """Reach-outs to tick off on it; 0 for a day that is over, or where nothing asks for any."""
    ticked: int = 0
    """How many of them are done already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallSheet:
    """Everything on the sheet."""

    today: date
    """The day it was made."""
    purpose: str
    """Why I do this; empty until it is written."""
    goal: WallGoal | None
    """The one the plan belongs to, else the first open one."""
    days: tuple[WallDay, ...]
    """Monday to Sunday."""
    a_day: int
    """Reach-outs that each working day left asks for; 0 where nothing does."""
    days_left: int
    """Working days left this week, today included."""
    numbers: tuple[WeekNumber, ...]
    """What this week asks for, and what is done of it."""
    streak: Streak
    """Where the streak stands."""
    milestones: tuple[WallGoal, ...]
    """All others, the soonest due first."""
    change: str
    """The one change of the last review; empty when there was none."""
    if_then: str
    """What is done when something gets in its way."""
    review: date
    """The day of the next review."""
    is_review_default: bool
    """Whether that day is only proposed."""

    @property
    def is_review_missed(self) -> bool:
        """Whether that day went by without it; it is due until it is held."""
        return self.review < self.today


def read_wall(journal: Journal, since: date | None = None) -> WallSheet:
    """The sheet as it stands now; of what is done only that from a day on, else from this year.

    When this week has no working day left, it is the sheet of the week that comes.
    """
    if (monday := _monday_ahead(journal)) is not None:
        return replace(read_wall(monday, since), today=journal.today())
    today, tree = journal.today(), journal.goals.tree()
    main, week, record = _main(journal, tree), read_week(journal, tree), journal.track_record()
    totals = journal.store.entries.totals(today, today)
    done_today = sum(totals.get(kind, 0) for kind in REACH_OUTS)
    a_day = week.a_day(done_today)
    held = max(journal.reviews.held(), key=_when_held, default=None)
    following = journal.reviews.next()
    earliest = since or today.replace(month=1, day=1)
    others = [one for one in tree if one is not main and _is_shown(one, earliest)]
    return WallSheet(
        today=today,
        purpose=journal.purpose() or "",
        goal=_on_the_wall(main) if main else None,
        days=_days(journal, {each.day: each.state for each in record.days}, a_day, done_today),
        a_day=a_day,
        days_left=week.days_left,
        numbers=week_numbers(journal, week),
        streak=record.streak,
        milestones=tuple(map(_on_the_wall, sorted(others, key=_soonest))),
        change=LEVER_WORDS.get(held.lever, held.lever) if held else "",
        if_then=held.if_then if held else "",
        review=following.day,
        is_review_default=following.is_default,
    )


def day_in_full(day: date, today: date) -> str:
    """A day as it reads on a wall, whenever one looks: Fri 4 Dec, Mon 3 Jan 2028."""
    said = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year}"


def _monday_ahead(journal: Journal) -> Journal | None:
    """The same journal as it will stand on Monday morning; None while this week goes on."""
    today, now = journal.today(), journal.now()
    left = timedelta(7 - today.weekday())
    if date.max - today <= left or journal.calendar.working_days(today, today + left - _DAY):
        return None
    from journal.journal import Journal

    then = replace(now, utc=now.utc + left)
    return Journal(journal.store, lambda: then)


def _days(
    journal: Journal, states: Mapping[date, DayState], a_day: int, done_today: int
) -> tuple[WallDay, ...]:
    """This week from Monday to Sunday."""
    today = journal.today()
    monday = (today - timedelta(today.weekday())).toordinal()
    days = []
    for day in map(date.fromordinal, range(monday, min(monday + 6, date.max.toordinal()) + 1)):
        is_working = journal.calendar.is_working(day)
        boxes = a_day if is_working and day >= today else 0
        ticked = min(done_today, boxes) if day == today else 0
        days.append(WallDay(day, is_working, states.get(day), boxes, ticked))
    return tuple(days)


def _main(journal: Journal, tree: Sequence[Standing]) -> Standing | None:
    """The goal the plan belongs to, else the first open one."""
    planned = goal_planned(journal)
    by_id = {one.goal.id: one for one in tree}
    if planned is not None and planned.id in by_id:
        return by_id[planned.id]
    goals = (one for one in tree if one.goal.form is Form.GOAL and not one.is_finished)
    return next(goals, None)


def _is_shown(one: Standing, earliest: date) -> bool:
    return one.goal.finished is None or one.goal.finished >= earliest


def _soonest(one: Standing) -> tuple[date, int]:
    return one.term.due or date.max, one.goal.id


def _when_held(review: Review) -> float:
    return review.held.utc.timestamp() if review.held else 0.0


def _on_the_wall(one: Standing) -> WallGoal:
    goal, target = one.goal, one.term.target
    progress, share = "", None
    if target is not None:
        done = 0 if one.done is None else one.done
        what = {NUMBER: "", AMOUNT: " booked"}.get(goal.measure, f" {noun(goal.measure)}")
        words = [in_words(goal.measure, number, goal.currency) for number in (done, target)]
        progress = f"{words[0]} of {words[1]}{what}"
        if goal.at_most:
            progress = f"{words[0]}, at most {words[1]}{what}"
        elif target > goal.baseline:
            share = min(1.0, max(0.0, (done - goal.baseline) / (target - goal.baseline)))
    return WallGoal(
        title=goal.title,
        progress=progress,
        due=one.term.due,
        is_done=one.is_finished,
        share=share,
        why=goal.why or "",
        is_goal=goal.form is Form.GOAL,
    )
