"""What the sample rep has done today, as far as the clock has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

from journal.activity import Activity
from journal.entry import Entry, Note
from journal.sample.days import SampleDays
from journal.setback import Setback


def today_so_far(days: SampleDays) -> Iterator[Entry]:
    """Today's entries up to this moment, oldest first."""
    planned = _working_day if days.calendar.is_working(days.today) else _day_off
    for entry in planned(days.today):
        happened = datetime.combine(days.today, entry.time or time(0))
        if happened <= days.now.local:
            at = days.moment(days.today, happened.time())
            yield replace(entry, logged=at, logged_day=days.today)


def _working_day(day: date) -> Iterator[Entry]:
    def did(
        hour: int, minute: int, kind: str, count: int, account: str, text: str, outcome: str | None
    ) -> Activity:
        return Activity(
            day=day,
            time=time(hour, minute),
            kind=kind,
            count=count,
            account=account,
            text=text,
            outcome=outcome,
        )

    yield did(8, 50, "call", 3, "Acme", "left voicemail", "voicemail")
    yield did(9, 40, "email", 5, "Webinar list", "two replies so far", None)
    met = did(10, 5, "meeting", 1, "Globex", "they named the pain themselves", "qualified")
    yield replace(met, minutes=45, tags=("progress",))
    yield did(11, 30, "call", 1, "Initech", "spoke to Dana, back on Thursday", "reached")
    yield Setback(
        day=day,
        time=time(13, 15),
        account="Hooli",
        text="demo cancelled",
        type="meeting cancelled",
        sting=4,
    )
    yield did(13, 40, "call", 2, "Umbrella", "wrong person, got a name", "reached")
    yield did(15, 20, "call", 3, "Kessler Tools", "", "no-answer")
    yield did(16, 5, "social", 1, "Stark", "congratulated the new plant manager", None)
    yield did(16, 40, "call", 1, "Umbrella", "the right person this time", "reached")
    yield Note(day=day, time=time(17, 20), text="Dana called back by herself.")


def _day_off(day: date) -> Iterator[Entry]:
    yield Note(
        day=day, time=time(8, 30), text="Quiet day. Begin with the Stark list on the next one."
    )
    yield Activity(
        day=day,
        time=time(9, 10),
        kind="email",
        account="Initech",
        text="answered Dana in two lines",
    )
