"""How meetings went: who talked, what was asked and learned, how that moves, and what leads to first ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS, Activity
from journal.dates import add_months
from journal.deal_ending import check_long
from journal.entry import TIME_AHEAD, Entry, is_ahead
from journal.errors import BadInput
from journal.logbook import Logbook, check
from journal.meeting import Meeting
from journal.quick_entry import summary
from journal.tactics import Tactic, tactics

if TYPE_CHECKING:
    from journal.journal import Journal

MEETING_KINDS = ("meeting", "demo", "visit", "call", "proposal")
"""What somebody talks in."""

MOST_QUESTIONS = 1_000
"""The most questions of one meeting."""

MONTHS = 12
"""The months that are looked back on."""

FIRST_TOUCHES = (*REACH_OUTS, "visit", "other")
"""What may lead to a first meeting; a lunch at their office is a visit."""

SHOWN = 12
"""So many of the last meetings are offered to be noted."""

_HELD = ("meeting", "demo", "visit")
_LOOKED_THROUGH = 500
_READ = 5_000
_MOST_TAGS = 30


@dataclass(frozen=True, slots=True)
class MonthOfMeetings:
    """The meetings of one calendar month that have notes."""

    first: date
    """The first of the month."""
    meetings: int
    """How many meetings have notes."""
    talk_share: float | None
    """How much of the time the rep talked, 0 to 100 %, on average; None when nothing was noted."""
    questions: float | None
    """How many questions the rep asked, on average; None when nothing was noted."""


class Meetings:
    """What a rep keeps of meetings."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they belong to."""
        self._journal = journal

    def of(self, activity: int) -> Meeting:
        """The notes on a meeting, blank when there are none."""
        return self._journal.store.meetings.get(activity) or Meeting(activity=activity)

    def keep(self, meeting: Meeting) -> Meeting:
        """Save the notes on a meeting over those of the same rev.

        Raises BadInput, NotFound, ChangedElsewhere, CannotSave.
        """
        entry = self._journal.entry(meeting.activity)
        if not isinstance(entry, Activity) or entry.kind not in MEETING_KINDS:
            raise BadInput(f"Notes like these are for {', '.join(MEETING_KINDS)}; log one first.")
        check_meeting(meeting)
        with self._journal.writing(f"the notes on the {entry.kind} of {entry.day.isoformat()}"):
            return self._journal.store.meetings.keep(meeting)

    def held(
        self, deal: int | None = None, account: str | None = None, most: int = SHOWN
    ) -> tuple[Activity, ...]:
        """The last meetings, demos and visits, newest first: of a deal, else at an account, else all."""
        entries = self._journal.store.entries
        found: Sequence[Entry] = ()
        if deal is not None:
            found = entries.of_deal(deal, limit=_LOOKED_THROUGH)
        if account is not None and not any(map(_is_held, found)):
            found = entries.at_account(account, limit=_LOOKED_THROUGH)
        if deal is None and account is None:
            found = entries.newest_first(limit=_LOOKED_THROUGH)
        held = (each for each in found if isinstance(each, Activity) and _is_held(each))
        return tuple(held)[:most]

    def record(self, entry: Activity, meeting: Meeting) -> tuple[Entry, Meeting]:
        """Save a new meeting with its notes, as one thing to undo. Raises BadInput, CannotSave."""
        return record(self._journal, entry, meeting)

    def trend(self, months: int = MONTHS) -> tuple[MonthOfMeetings, ...]:
        """Talk share and questions of the last months, this one last; those without notes too."""
        today = self._journal.today()
        first = add_months(today.replace(day=1), 1 - months)
        return month_by_month(self._journal.store.meetings.between(first, today), first, months)

    def tactics(self) -> tuple[Tactic, ...]:
        """The tags of the last 12 months' outreach with their rate of first meetings, best first."""
        journal, today = self._journal, self._journal.today()
        entries, since = journal.store.entries, add_months(today, -MONTHS)
        skills = {skill.casefold() for skill in journal.settings.skills}
        totals = entries.tag_totals(since, today)
        tags = sorted((tag for tag in totals if tag not in skills), key=lambda t: (-totals[t], t))
        touches = [
            (tag, entry.account, entry.day)
            for tag in tags[:_MOST_TAGS]
            for entry in entries.tagged(tag, since, today, _READ)
            if isinstance(entry, Activity) and entry.kind in FIRST_TOUCHES and entry.account
        ]
        if not touches:
            return ()
        begin = entries.first_day() or since
        met = first_met(self._meetings(begin, today))
        return tactics(touches, met, today)

    def _meetings(self, first: date, last: date) -> Iterable[Entry]:
        """Every meeting, a page at a time."""
        entries = self._journal.store.entries
        page = entries.between(first, last, kind="meeting", limit=_READ)
        while page:
            yield from page
            after = (page[-1].day, page[-1].id)
            more = len(page) == _READ
            page = (
                entries.between(first, last, kind="meeting", after=after, limit=_READ)
                if more
                else ()
            )


def _is_held(entry: Entry) -> bool:
    return isinstance(entry, Activity) and entry.kind in _HELD and entry.outcome != "no-show"


def record(book: Logbook, entry: Activity, meeting: Meeting) -> tuple[Entry, Meeting]:
    """Save a new meeting with its notes, as one thing to undo. Raises BadInput, CannotSave."""
    if entry.kind not in MEETING_KINDS:
        raise BadInput(f"Notes like these are for {', '.join(MEETING_KINDS)}.")
    check_meeting(meeting)
    today = book.today()
    check(entry, today)
    if is_ahead(entry.time, entry.day, today, book.now()):
        raise BadInput(TIME_AHEAD)
    with book.writing(summary(entry, today)) as now:
        saved = book.store.entries.add(replace(entry, logged=now, logged_day=today))
        noted = book.store.meetings.keep(replace(meeting, activity=saved.id))
    if entry.day < today:
        book.forget_what_was_read()
    return saved, noted


def check_meeting(meeting: Meeting) -> None:
    """Refuse what cannot be true or kept whole. Raises BadInput."""
    if meeting.talk_share is not None and not 0 <= meeting.talk_share <= 100:
        raise BadInput("How much you talked is 0 to 100 %.")
    if meeting.questions is not None and not 0 <= meeting.questions <= MOST_QUESTIONS:
        raise BadInput(f"Questions are a whole number from 0 to {MOST_QUESTIONS:,}.")
    for text in (meeting.silent, meeting.learned, meeting.they_learned):
        check_long(text)


def month_by_month(
    noted: Sequence[tuple[date, Meeting]], first: date, months: int
) -> tuple[MonthOfMeetings, ...]:
    """Notes on meetings with their days, by calendar month from the first on."""
    found = []
    for begin in (add_months(first, place) for place in range(months)):
        of_month = [one for day, one in noted if (day.year, day.month) == (begin.year, begin.month)]
        shares = [one.talk_share for one in of_month if one.talk_share is not None]
        questions = [one.questions for one in of_month if one.questions is not None]
        found.append(
            MonthOfMeetings(
                begin,
                len(of_month),
                fmean(shares) if shares else None,
                fmean(questions) if questions else None,
            )
        )
    return tuple(found)


def first_met(meetings: Iterable[Entry]) -> dict[str, date]:
    """The day each account, by its casefolded name, was first met; no-shows are no meetings."""
    found: dict[str, date] = {}
    for entry in meetings:
        if entry.account and not (isinstance(entry, Activity) and entry.outcome == "no-show"):
            name = entry.account.casefold()
            found[name] = min(entry.day, found.get(name, entry.day))
    return found
