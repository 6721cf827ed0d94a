"""How a briefing is read: today's tallies, and a handful of short lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS
from journal.briefing import Briefing, Count
from journal.day_hours import is_evening
from journal.day_page import DayPage
from journal.days import today_state
from journal.due_lines import read_soon
from journal.goal import Form
from journal.measure import REACH
from journal.one_number import asking, one_number
from journal.plan_pace import reach_outs_today
from journal.standing import Standing
from journal.tally import totals_of
from journal.targets import daily_targets, too_much

if TYPE_CHECKING:
    from journal.journal import Journal

ALWAYS_COUNTED = ("call", "email", "social", "meeting")
"""The kinds Today shows even before the first of them."""

DUE_SHOWN = 12
"""The most follow-ups a briefing lists."""


def read_briefing(journal: Journal) -> Briefing:
    """Everything Today shows, read at once from the journal's store."""
    store, today = journal.store, journal.today()
    done_today = totals_of(store.entries.tallies(today, today))
    tree = journal.goals.tree()
    milestones = _open_milestones(tree)
    levels, settings = journal.level_paces(), journal.settings
    reached = sum(done_today.get(kind, 0) for kind in REACH_OUTS)
    is_working = journal.calendar.is_working(today)
    by_plan = reach_outs_today(levels, reached)
    # A day off asks for nothing, neither for a target nor for the floor; what is done still counts.
    targets = daily_targets(settings, milestones, done_today, by_plan) if is_working else {}
    floor = settings.floor if is_working else 0
    asked = targets.get(REACH, 0) if REACH not in settings.targets else 0
    recent = journal.recent_days().of(REACH_OUTS) if asked else ()
    sentence = too_much(asked, recent)
    due = read_soon(journal, tree, DUE_SHOWN)
    timeline = tuple(store.entries.between(today, today))
    is_empty = not (tree or due.lines or due.counts.due or timeline) and _holds_nothing(journal)
    one = None if is_empty else one_number(asking(milestones, levels), targets, done_today, floor)
    page = store.day_pages.get(today) or DayPage(day=today)
    return Briefing(
        now=journal.now(),
        day=today,
        state=today_state(sum(done_today.values()), journal.calendar, journal.history, today),
        purpose=store.days.purpose(),
        counts=_counts(done_today, targets),
        reach_outs=Count("reach_outs", reached, targets.get(REACH)),
        one=one,
        too_much=sentence,
        best_day=max(recent) if sentence else None,
        waypoint=_waypoint(milestones, tree),
        milestones=milestones,
        due=due.lines,
        waiting=due.counts,
        timeline=timeline,
        is_empty=is_empty,
        page=page,
        offers_evening=_offers_evening(journal, page, is_lived=is_working or bool(timeline)),
    )


def _offers_evening(journal: Journal, page: DayPage, *, is_lived: bool) -> bool:
    """Whether the evening's hour has come on a day that was worked or planned, and it is not done."""
    if page.done_at is not None or not (is_lived or page.intentions):
        return False
    return is_evening(journal.now(), page.day, journal.settings.evening_from)


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
    goals = [
        one for one in tree if (one.pace is not None or one.awaits_wins) and not one.is_finished
    ]
    return min(goals, key=lambda one: one.term.due or date.max, default=None)


def _counts(done_today: dict[str, int], targets: dict[str, int]) -> tuple[Count, ...]:
    more = sorted(kind for kind in {*done_today, *targets} if kind not in (*ALWAYS_COUNTED, REACH))
    asked = (kind for kind in more if done_today.get(kind) or targets.get(kind))
    return tuple(
        Count(kind, done_today.get(kind, 0), targets.get(kind))
        for kind in (*ALWAYS_COUNTED, *asked)
    )


def _holds_nothing(journal: Journal) -> bool:
    store = journal.store
    return not (store.entries.newest_first(limit=1) or store.deals.listed(limit=1))
