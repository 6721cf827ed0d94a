"""What stands around the list of who waits: the counts, the week's touches, and the ways back in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.dates import add_months
from journal.deals_read import TAUGHT_BY
from journal.due_lines import next_after, read_lines
from journal.second_place import SecondPlace, WayBack, read_second_place, read_ways_back
from journal.waiting import Counts, Waits

if TYPE_CHECKING:
    from journal.journal import Journal

WAYS = 20
"""So many ways back in are read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpsView:
    """What the screen of follow-ups shows beside the story of one."""

    day: date
    """The rep's today."""
    lines: tuple[Waits, ...]
    """The first of those who wait, soonest and most valuable first."""
    counts: Counts
    """How many wait; what is asked today stands among today's."""
    next: Waits | None
    """The one that comes next, when nobody waits today."""
    place: SecondPlace
    """What came of the deals that were lost."""
    ways: tuple[WayBack, ...]
    """The ways back in, those touched next first."""


def read_view(journal: Journal, limit: int = 100, ways: int = WAYS) -> FollowUpsView:
    """Everything at once, in a few queries: so many lines and ways back in at most."""
    today = journal.today()
    place = read_second_place(journal, add_months(today, -TAUGHT_BY))
    week = place.week.week
    lines = read_lines(journal, week, limit=limit)
    counts = journal.store.waiting.counts(today, week)
    asked = sum(one.follow_up.is_question for one in lines)
    counts = Counts(counts.late, counts.today + asked, counts.later)
    return FollowUpsView(
        day=today,
        lines=lines,
        counts=counts,
        next=None if counts.due else next_after(lines, today),
        place=place,
        ways=read_ways_back(journal, ways),
    )
