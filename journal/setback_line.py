"""A setback as it is listed: what happened, what the rep made of it, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from journal.bounce_back import Cluster, WorkedDays
from journal.follow_up import FollowUp
from journal.setback import Setback
from journal.setback_work import CHECKS, Check, Thoughts

ASKED_FOR = 30
"""So many days the last question waits for an answer; an earlier one waits for the next at most."""

_TAUGHT = {
    "no call-back": "the missing call-back",
    "RFP missed": "the missed RFP",
    "not shortlisted": "the missed shortlist",
    "deal lost": "the lost deal",
    "target missed": "the missed target",
    "customer lost": "the lost customer",
    "meeting cancelled": "the cancelled meeting",
    "territory change": "the new territory",
    "unwanted target": "the unwanted target",
    "sponsor left": "losing the sponsor",
    "deal pushed": "the pushed deal",
    "last-minute curve ball": "the curve ball",
    "colleague left": "losing the colleague",
    "new approval process": "the new approval process",
    "product issue in an evaluation": "the product issue",
}


class Came(StrEnum):
    """What came of a setback."""

    OPEN = "open"
    ASK = "ask"
    BACK = "back"
    STRONGER = "stronger"
    LEFT = "left as it is"


@dataclass(frozen=True, slots=True)
class CameOf:
    """What came of a setback, and on which day."""

    state: Came
    """The state."""
    day: int | None = None
    """For ASK the day it is asked, 7 or 30; for BACK the working days it took."""

    def __str__(self) -> str:
        """In words: open, "ask, day 7", "back, day 2", stronger, left as it is."""
        return self.state.value if self.day is None else f"{self.state.value}, day {self.day}"


@dataclass(frozen=True, slots=True)
class CheckDue:
    """A setback that is asked about now: what did it teach you?"""

    setback: Setback
    """The setback."""
    after: int
    """Which of CHECKS it is."""

    @property
    def due(self) -> date:
        """The day it is asked from."""
        return self.setback.day + timedelta(days=self.after)

    @property
    def question(self) -> str:
        """What is asked."""
        return f"What did {_TAUGHT.get(self.setback.type, 'the setback')} teach you?"

    def as_follow_up(self) -> FollowUp:
        """The same among what is due; it is derived, so it has no number of its own."""
        return FollowUp(
            due=self.due,
            what=self.question,
            account=self.setback.account,
            deal=self.setback.deal,
            setback=self.setback.id,
            kind="check-in",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetbackLine:
    """One setback with everything that came after it."""

    setback: Setback
    """What happened."""
    thoughts: Thoughts | None
    """What the rep thought of it later; None until it was worked through."""
    checks: tuple[Check, ...]
    """What was said of it after 7 and 30 days, earliest first."""
    next_step: FollowUp | None
    """The next small action: the one that waits, else the last there was."""
    came_of: CameOf
    """What came of it."""
    answers: int
    """Which of CHECKS an answer given today belongs to."""
    not_measured: str | None = None
    """Why its bounce-back is not measured, after "not measured: "; None when it is."""

    def check(self, after: int) -> Check | None:
        """The answer to one of CHECKS; None while it has none."""
        return next((check for check in self.checks if check.after == after), None)


def asked_between(after: int, today: date) -> tuple[date, date]:
    """The first and the last day of the setbacks that are asked about today, ``after`` so many days."""
    later = [each for each in CHECKS if each > after]
    until = min(later, default=after + ASKED_FOR)
    return today - timedelta(days=until - 1), today - timedelta(days=after)


def answered_by(day: date, today: date) -> int:
    """Which of CHECKS an answer given today to a setback of a day belongs to."""
    return max((each for each in CHECKS if (today - day).days >= each), default=CHECKS[0])


def came_of(
    setback: Setback,
    checks: tuple[Check, ...],
    cluster: Cluster | None,
    worked: WorkedDays,
    today: date,
) -> CameOf:
    """What came of a setback so far; what is asked comes before what is known.

    ``cluster`` is what it is observed in; None for one dated ahead of a clock that was moved back.
    """
    answered = {check.after for check in checks}
    for after in CHECKS:
        first, last = asked_between(after, today)
        if after not in answered and first <= setback.day <= last:
            return CameOf(Came.ASK, after)
    said = [check.stronger for check in checks if check.stronger is not None]
    if said and said[-1]:
        return CameOf(Came.STRONGER)
    if cluster is not None and cluster.is_back:
        return CameOf(Came.BACK, max(1, cluster.end - worked.place(setback.day)))
    still_asked = answered != set(CHECKS) and setback.day > today - timedelta(
        days=CHECKS[-1] + ASKED_FOR
    )
    return CameOf(Came.OPEN if still_asked or _is_watched(cluster, worked) else Came.LEFT)


def _is_watched(cluster: Cluster | None, worked: WorkedDays) -> bool:
    """Whether its return may still come."""
    return cluster is None or (cluster.watched is not None and cluster.end >= len(worked.days))
