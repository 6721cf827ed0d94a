"""What two years of deals, meetings and outreach teach, read in one go for a review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.calibration import Calibration, PushRisk, calibration, push_risks
from journal.dates import add_months
from journal.deal import Outcome
from journal.deals_read import TAUGHT_BY
from journal.errors import JournalError
from journal.meetings import MonthOfMeetings
from journal.reasons import (
    EXPLORATORY_BELOW,
    Decider,
    TalkingPoint,
    WhatDecides,
    talking_points,
    what_decides,
)
from journal.tactics import Tactic

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.store import Store


@dataclass(frozen=True, slots=True)
class HowEnded:
    """How the deals that ended on some days did."""

    won: int
    """How many were won."""
    lost: int
    """How many were lost."""
    no_decision: int
    """How many ended without a decision."""

    @property
    def n(self) -> int:
        """How many ended."""
        return self.won + self.lost + self.no_decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """Everything a review tells of what decides deals, how well they are foreseen, and what opens doors."""

    since: date
    """The first day of the 24 months that are looked at."""
    endings: tuple[tuple[date, Outcome], ...]
    """The day and the outcome of each deal that ended since."""
    decides: WhatDecides
    """The reasons of the deals won and lost."""
    points: tuple[TalkingPoint, ...]
    """What goes with winning, and how often it was said."""
    calibration: Calibration
    """Monday's chances and dates against what came."""
    risks: tuple[PushRisk, ...]
    """How often deals pushed so often ended without a decision."""
    months: tuple[MonthOfMeetings, ...]
    """Talk share and questions of the last 12 months, this one last."""
    tactics: tuple[Tactic, ...]
    """Outreach tags with their rate of first meetings, the best first."""

    @property
    def n(self) -> int:
        """How many deals with a reason on the reasons rest on."""
        return self.decides.wins + self.decides.losses

    @property
    def is_exploratory(self) -> bool:
        """Whether the reasons rest on so few deals that they are a hint only; not where there is none."""
        return 0 < self.n < EXPLORATORY_BELOW

    @property
    def win_by(self) -> Decider | None:
        """The reason that goes most with winning, clear or not; None where wins cannot be compared."""
        return _first(self.decides, 1)

    @property
    def lose_by(self) -> Decider | None:
        """The reason that goes most with losing, clear or not; None where losses cannot be compared."""
        return _first(self.decides, -1)

    def ended(self, first: date, last: date) -> HowEnded:
        """How the deals that ended on the days first..last did."""
        counts = Counter(outcome for day, outcome in self.endings if first <= day <= last)
        return HowEnded(*(counts[one] for one in (Outcome.WON, Outcome.LOST, Outcome.NO_DECISION)))


def read_taught(journal: Journal) -> Taught:
    """What the deals of the last 24 months, the meetings and the outreach teach.

    It reads every one of those deals: where no key may wait, let ``taught_beside`` read it in another
    thread.
    """
    store, today = journal.store, journal.today()
    since = add_months(today, -TAUGHT_BY)
    deals = [deal for deal in store.deals.touched_since(since) if not deal.is_open]
    reasons = store.deal_stories.reasons([deal.id for deal in deals])
    decides = what_decides(deals, reasons)
    return Taught(
        since=since,
        endings=tuple((deal.closed, deal.outcome) for deal in deals if deal.closed),
        decides=decides,
        points=talking_points(decides, store.entries.tag_totals(since, today)),
        calibration=calibration(deals, store.deal_stories.forecasts()),
        risks=push_risks(deals),
        months=journal.meetings.trend(),
        tactics=journal.meetings.tactics(),
    )


def taught_beside(journal: Journal) -> Callable[[], Taught | None] | None:
    """The same, to be called in another thread; None for a journal in memory, which only its own reads.

    What cannot be read there comes back as None: it is read, and complained about, where it is asked for.
    """
    beside = journal.store.beside()
    return None if beside is None else lambda: _read_beside(journal, beside)


def _read_beside(journal: Journal, beside: AbstractContextManager[Store]) -> Taught | None:
    with suppress(JournalError), beside as store:
        return read_taught(type(journal)(store, journal.clock))
    return None


def _first(decides: WhatDecides, sign: int) -> Decider | None:
    """The reason furthest on one side."""
    return next(
        (one for one in decides.reasons if one.contrast and sign * one.contrast.z > 0), None
    )
