"""Who is waiting for the sample rep, and who waited before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from journal.follow_up import FollowUp, FollowUpState
from journal.sample.days import SampleDays
from journal.sample.names import WELL_KNOWN

_DONE_BEFORE = (
    *("Send the case study", "Ask for the decision criteria", "Call after the fair", "New date"),
    *(
        "Minutes of the meeting",
        "Reference visit",
        "Numbers for the second site",
        "Thank the sponsor",
    ),
)


def sample_follow_ups(rng: Random, days: SampleDays) -> Iterator[FollowUp]:
    """One late, two today, a few ahead, and a handful done."""
    yield _due(
        "Initech", "Ask for the decision criteria", days.back(1), "you promised it last week"
    )
    yield _due("Hooli", "New date for the demo", days.today, "they cancelled the last one")
    yield _due("Stark", "Day-30 touch: case study", days.today, "the Leipzig plant is in it")
    ahead = days.calendar.plus_working
    yield _due("Globex", "Two references from their industry", ahead(days.today, 3), "they asked")
    yield _due("Tyrell", "Day-30 touch", ahead(days.today, 5), None, "revival")
    yield _due(
        "Oscorp", "Day-90 touch", ahead(days.today, 9), "the new budget year begins", "revival"
    )
    for back in range(6, 120, 8):
        due = days.back(back)
        settled = days.worked_on(due) if rng.random() < 0.7 else days.back(back - 2)
        yield FollowUp(
            due=due,
            what=rng.choice(_DONE_BEFORE),
            account=rng.choice(WELL_KNOWN),
            reason="you promised it",
            state=FollowUpState.DONE if rng.random() < 0.85 else FollowUpState.SKIPPED,
            settled=min(settled, days.today - timedelta(days=1)),
        )


def _due(account: str, what: str, due: date, reason: str | None, kind: str = "task") -> FollowUp:
    return FollowUp(due=due, what=what, account=account, kind=kind, reason=reason)
