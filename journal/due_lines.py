"""How the list of who waits is read: follow-ups, touches of lost deals, and what is asked today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.follow_up import FollowUp
from journal.frozen import frozen
from journal.touch_week import read_days
from journal.waiting import Counts, Place, Waits, Week

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.standing import Standing

LINES = 100
"""So many lines are read at once."""

SOON = timedelta(14)
"""How far ahead a page at a glance looks."""

LATE_ONE_BY_ONE = 3
"""Up to this many late follow-ups are listed at a glance; more are told as a number."""

_ASKED = -2
"""The worth at which questions stand: after everything else of the day."""


@frozen
class DueSoon:
    """Who waits today or soon, as far as a page at a glance may show."""

    lines: tuple[Waits, ...]
    """Soonest and most valuable first; many late ones are left to the counts. No question among them."""
    counts: Counts
    """How many wait."""


@frozen
class Glance:
    """What is read at a glance of all that is due."""

    late: int
    """How many are late, told as one number; 0 where they are listed one by one."""
    lines: tuple[Waits, ...]
    """The first of them."""
    more: int
    """How many more wait today than are told."""


def at_a_glance(due: Sequence[Waits], counts: Counts, today: date, room: int) -> Glance:
    """What fits in so many rows: the number of the late, the first lines, and how many more there are."""
    late = late_in_one(counts)
    room = max(0, room - bool(late))
    lines, more = tuple(due[:room]), left_out(due, counts, today, room)
    if more:
        lines = lines[: max(0, room - 1)]
        more = left_out(due, counts, today, len(lines))
    return Glance(late, lines, more)


def late_in_one(counts: Counts) -> int:
    """How many late ones are told as one number; 0 where they are listed one by one."""
    return counts.late if counts.late > LATE_ONE_BY_ONE else 0


def left_out(due: Sequence[Waits], counts: Counts, today: date, told: int) -> int:
    """How many that wait today stand behind the first ``told`` lines; questions among them."""
    questions = sum(line.follow_up.is_question for line in due)
    told_today = sum(line.on is not None and line.on <= today for line in due[:told])
    return max(0, counts.due - late_in_one(counts) + questions - told_today)


def read_lines(
    journal: Journal, week: Week | None = None, after: Place | None = None, limit: int = LINES
) -> tuple[Waits, ...]:
    """Who waits, soonest first, the most valuable of a day first; ``after`` is where a page ended.

    What is asked today, of a setback or for the review, stands at the end of today.
    """
    today = journal.today()
    week = week or read_days(journal, journal.goals.tree())
    lines = _read(journal, week, after, limit)
    has_come = after is None or (after.day, -after.worth) < (today, -_ASKED)
    goes_on = len(lines) < limit or lines[-1].place.day > today
    return with_asked(lines, journal.check_ins(), today) if has_come and goes_on else lines


def with_asked(lines: Sequence[Waits], asked: Sequence[FollowUp], today: date) -> tuple[Waits, ...]:
    """What is asked today among those who wait: a question is never late, it ends today's."""
    questions = [Waits(follow_up=one, place=Place(today, _ASKED, 0)) for one in asked]
    return tuple(sorted((*lines, *questions), key=lambda line: (line.place.day, -line.place.worth)))


def read_soon(journal: Journal, tree: Sequence[Standing], limit: int) -> DueSoon:
    """Who waits up to two weeks ahead; more than a few late ones are only counted."""
    today = journal.today()
    week = read_days(journal, tree)
    counts = journal.store.waiting.counts(today, week)
    after = None if counts.late <= LATE_ONE_BY_ONE else Place(today - timedelta(1), _ASKED, 0)
    lines = _read(journal, week, after, limit)
    soon = tuple(line for line in lines if line.on is not None and line.on <= today + SOON)
    return DueSoon(soon, counts)


def _read(journal: Journal, week: Week, after: Place | None, limit: int) -> tuple[Waits, ...]:
    store = journal.store
    found = store.waiting.listed(week, journal.settings.currency, after=after, limit=limit)
    wanted = [deal for _, _, deal in found if deal is not None]
    deals = store.deals.some(wanted) if wanted else {}
    return tuple(
        Waits(
            follow_up=one,
            place=place,
            deal=deals.get(about or 0),
            is_moved=one.due is not None and one.due != place.day,
        )
        for place, one, about in found
    )


def next_after(lines: Sequence[Waits], today: date) -> Waits | None:
    """The touch that comes next when nobody waits today."""
    return next((one for one in lines if one.on is not None and one.on > today), None)
