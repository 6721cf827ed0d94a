"""The touches of lost deals in one week: the cap of effort, which of them stay, and which move on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.frozen import frozen
from journal.revival import Waiting, over_the_cap, weekly_cap
from journal.waiting import Week
from journal.week import read_week

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.standing import Standing

_WEEK = timedelta(6)


@frozen(kw_only=True)
class TouchWeek:
    """The touches of lost deals in the week from Monday to Sunday."""

    planned: int
    """The reach-outs planned for the week."""
    cap: int
    """How many touches of lost deals it may hold."""
    done: int
    """How many were made already."""
    waiting: tuple[Waiting, ...]
    """Those that wait this week; those from earlier weeks among them."""
    moved: tuple[Waiting, ...]
    """Those that exceed the cap and wait next week."""
    week: Week
    """Its days, and which touches stay in it."""


def read_touch_week(journal: Journal) -> TouchWeek:
    """This week's touches of lost deals, and which of them stay in it."""
    monday = monday_of(journal)
    waiting = _that_wait(journal, monday)
    return _touch_week(journal, monday, waiting, journal.goals.tree())


def read_days(journal: Journal, tree: Sequence[Standing]) -> Week:
    """The same week's days, and which touches stay in it; the cap is worked out only where any waits."""
    monday = monday_of(journal)
    if waiting := _that_wait(journal, monday):
        return _touch_week(journal, monday, waiting, tree).week
    return Week(monday, monday + _WEEK, frozenset(), _next_week(journal, monday))


def monday_of(journal: Journal) -> date:
    """The Monday of the week that today belongs to."""
    today = journal.today()
    return today - timedelta(today.weekday())


def _that_wait(journal: Journal, monday: date) -> Sequence[Waiting]:
    currency = journal.settings.currency
    return journal.store.waiting.revivals_until(monday, monday + _WEEK, currency)


def _next_week(journal: Journal, monday: date) -> date:
    return journal.calendar.next_working(monday + timedelta(7))


def _touch_week(
    journal: Journal, monday: date, waiting: Sequence[Waiting], tree: Sequence[Standing]
) -> TouchWeek:
    sunday = monday + _WEEK
    done = journal.store.waiting.revivals_done(monday, sunday)
    asked = read_week(journal, tree).asked or 0
    cap = weekly_cap(asked)
    moved = over_the_cap(waiting, done, cap)
    stay = frozenset(one.id for one in waiting) - moved
    return TouchWeek(
        planned=asked,
        cap=cap,
        done=done,
        waiting=tuple(one for one in waiting if one.id in stay),
        moved=tuple(one for one in waiting if one.id in moved),
        week=Week(monday, sunday, stay, _next_week(journal, monday)),
    )
