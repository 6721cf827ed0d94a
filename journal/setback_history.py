"""The setbacks of a journal beside its working days: where bounce-back and the other measures are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS
from journal.bounce_back import Cluster, WorkedDays, clusters, ordinary_days, worked_days
from journal.dates import add_months
from journal.resilience import (
    MONTHS,
    BounceBack,
    Resilience,
    bounce_back_after,
    most_often,
    ordinary_pace,
)
from journal.setback import Setback
from journal.sting import HowOften, acted, fading

if TYPE_CHECKING:
    from journal.journal import Journal

_PAGE = 500


class SetbackHistory:
    """What was measured of setbacks; made anew when the journal was read anew."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal it is read from."""
        self._journal = journal
        self._worked: tuple[date, WorkedDays] | None = None
        self._found: tuple[tuple[int, date], Sequence[Cluster]] | None = None

    def resilience(self) -> Resilience:
        """Everything that is measured of the setbacks of the last 24 months."""
        journal, store = self._journal, self._journal.store
        today, since = journal.today(), self._since()
        found = self.clusters()
        recent = found[bisect_left(found, since, key=lambda cluster: cluster.day) :]
        days = store.setbacks.days(since, today)
        hits = self._since_day(since)
        ids = [hit.id for hit in hits]
        checks = store.setbacks.checks(ids)
        first = max(since, store.entries.first_day() or since)
        totals = store.entries.totals(first, today)
        return Resilience(
            since=since,
            setbacks=len(days),
            bounce_back=bounce_back_after(recent),
            ordinary=ordinary_pace(ordinary_days(found, self.worked_days(), since)),
            fade=fading((hit, checks.get(hit.id, ())) for hit in hits),
            acted=acted(
                hits,
                store.setbacks.first_steps(ids),
                store.follow_ups.of_setbacks(ids),
                journal.now(),
            ),
            how_often=HowOften(
                sum(day >= first for day, _, _ in days),
                sum(totals.get(kind, 0) for kind in REACH_OUTS),
            ),
            most_often=most_often(days, recent),
        )

    def bounce_back(self) -> BounceBack:
        """How fast the rep was back from the setbacks of the last 24 months, and nothing else."""
        since = self._since()
        return bounce_back_after(one for one in self.clusters() if one.day >= since)

    def clusters(self) -> Sequence[Cluster]:
        """All setbacks up to today as they are observed, kept until something is saved."""
        today = self._journal.today()
        asked = (self._journal.version, today)
        if self._found is None or self._found[0] != asked:
            days = self._journal.store.setbacks.days(date.min, today)
            worked = self.worked_days()
            self._found = asked, clusters(((day, id_) for day, id_, _ in days), worked)
        return self._found[1]

    def worked_days(self) -> WorkedDays:
        """What was done on each working day up to yesterday, read once until one of them changes."""
        journal, today = self._journal, self._journal.today()
        if self._worked is None or self._worked[0] != today:
            first = journal.store.entries.first_day()
            earliest = journal.store.setbacks.days(date.min, today)[:1]
            since = earliest[0][0] if earliest else today
            tallies = journal.store.entries.tallies(first, today) if first else ()
            self._worked = today, worked_days(tallies, journal.calendar, first, since, today)
        return self._worked[1]

    def _since(self) -> date:
        """The first day of the last 24 months."""
        return add_months(self._journal.today(), -MONTHS)

    def _since_day(self, since: date) -> list[Setback]:
        """The setbacks from a day on, newest first; those ahead of a clock moved back are left out."""
        store, today = self._journal.store.setbacks, self._journal.today()
        found: list[Setback] = []
        page = store.newest_first(None, _PAGE)
        while page:
            found += [hit for hit in page if since <= hit.day <= today]
            last = page[-1]
            if len(page) < _PAGE or last.day < since:
                break
            page = store.newest_first((last.day, last.id), _PAGE)
        return found
