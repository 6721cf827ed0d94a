"""How a briefing is read: one pass over the tallies, and a handful of short lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS
from journal.briefing import Briefing, Count
from journal.days import Day, DayState
from journal.follow_up import FollowUp
from journal.goal import Form
from journal.measure import REACH
from journal.one_number import one_number
from journal.standing import Standing
from journal.streak import fold
from journal.strength import curve
from journal.tally import totals_of
from journal.targets import daily_targets

if TYPE_CHECKING:
    from journal.journal import Journal

ALWAYS_COUNTED = ("call", "email", "social", "meeting")
"""The kinds Today shows even before the first of them."""

WEEKS_SHOWN = 26
"""Weeks of the heatmap, this one included."""

DAYS_BEFORE_STRENGTH = 3
"""Days with entries before a strength is shown; fewer say nothing yet."""

OVERDUE_ONE_BY_ONE = 3
"""Up to this many overdue follow-ups are listed; more are told as a number."""

DUE_SHOWN = 12
"""The most follow-ups a briefing lists."""


def read_briefing(journal: Journal) -> Briefing:
    """Everything Today shows, read at once from the journal's store."""
    store, today = journal.store, journal.today()
    first = store.entries.first_day()
    tallies = store.entries.tallies(first, today) if first else ()
    run = fold(tallies, journal.calendar, journal.history, today)
    scores = curve(run, tallies, journal.calendar, journal.history, today)
    done_today = totals_of(tally for tally in tallies if tally.day == today)
    tree = journal.goals.tree()
    milestones = _open_milestones(tree)
    plan = store.plans.latest()
    settings = journal.settings
    targets = daily_targets(settings, milestones, done_today, plan)
    overdue = store.follow_ups.overdue(today)
    due = _due(journal, today, overdue)
    timeline = tuple(store.entries.between(today, today))
    is_empty = first is None and not tree and not due and not overdue and not timeline
    is_empty = is_empty and not store.entries.newest_first(limit=1)
    days_with_entries = sum(1 for day in run.days if day.done)
    since = today - timedelta(days=today.weekday(), weeks=WEEKS_SHOWN - 1)
    return Briefing(
        now=journal.now(),
        day=today,
        state=_state(run.days, journal, today),
        purpose=store.days.purpose(),
        streak=run.streak,
        strength=scores[-1][1] if scores and days_with_entries >= DAYS_BEFORE_STRENGTH else None,
        curve=tuple(score for day, score in scores if day >= since),
        counts=_counts(done_today, targets),
        reach_outs=Count(
            "reach_outs", sum(done_today.get(kind, 0) for kind in REACH_OUTS), targets.get(REACH)
        ),
        one=None if is_empty else one_number(milestones, targets, done_today, settings.floor),
        waypoint=_waypoint(milestones, tree),
        milestones=milestones,
        due=due,
        overdue=overdue,
        timeline=timeline,
        half_year=tuple(day for day in run.days if day.day >= since),
        is_empty=is_empty,
    )


def _open_milestones(tree: Sequence[Standing]) -> tuple[Standing, ...]:
    open_ones = (
        standing
        for standing in tree
        if standing.goal.form is Form.MILESTONE and not standing.is_finished
    )
    return tuple(sorted(open_ones, key=lambda one: (one.term.due or date.max, one.goal.id)))


def _waypoint(milestones: Sequence[Standing], tree: Sequence[Standing]) -> Standing | None:
    """The milestone due next that has a line; without one, the goal due next."""
    with_line = [standing for standing in milestones if standing.pace is not None]
    ahead = [standing for standing in with_line if (standing.days_left or 0) >= 0]
    if ahead or with_line:
        return (ahead or with_line)[0]
    goals = [one for one in tree if one.pace is not None and not one.is_finished]
    return min(goals, key=lambda one: one.term.due or date.max, default=None)


def _counts(done_today: dict[str, int], targets: dict[str, int]) -> tuple[Count, ...]:
    more = sorted(kind for kind in {*done_today, *targets} if kind not in (*ALWAYS_COUNTED, REACH))
    asked = (kind for kind in more if done_today.get(kind) or targets.get(kind))
    return tuple(
        Count(kind, done_today.get(kind, 0), targets.get(kind))
        for kind in (*ALWAYS_COUNTED, *asked)
    )


def _state(days: Sequence[Day], journal: Journal, today: date) -> DayState:
    if days and days[-1].day == today:
        return days[-1].state
    return DayState.OPEN if journal.calendar.is_working(today) else DayState.OFF


def _due(journal: Journal, today: date, overdue: int) -> tuple[FollowUp, ...]:
    since = None if overdue <= OVERDUE_ONE_BY_ONE else today
    soon = today + timedelta(days=14)
    return tuple(journal.store.follow_ups.due(soon, since=since, limit=DUE_SHOWN))
