"""What the sample rep meant to do today, and how they closed the working day before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from journal.day_hours import NOON
from journal.day_page import DayPage, Intention, IntentionState
from journal.sample.days import SampleDays

FIRST = "Call Dana at Initech before nine"
"""What the evening before called the first step."""


def sample_pages(days: SampleDays) -> Iterator[DayPage]:
    """Yesterday's page, closed; and today's from noon on: before, the rep is still to plan the day."""
    yesterday = days.calendar.previous_working(days.today)
    yield DayPage(
        day=yesterday,
        intentions=(
            Intention("Two demos of the new version", IntentionState.DONE),
            Intention("Ring through the webinar list", IntentionState.DONE),
        ),
        obstacle="the mail before ten",
        if_then="if I open it before ten, then I close it and call the next on the list",
        good_thing="Dana called back by herself",
        my_part="I had asked a better question on Friday",
        first_tomorrow=FIRST,
        thanks="Ben, for the numbers",
        offence=60,
        done_at=days.moment(yesterday, time(17, 52)),
    )
    if days.calendar.is_working(days.today) and _now_is_after(days, NOON):
        yield DayPage(
            day=days.today,
            intentions=(
                Intention(FIRST, IntentionState.DONE),
                Intention("Send Globex the numbers"),
                Intention("Two hours of the Stark list"),
            ),
            obstacle="the afternoon meeting that runs over",
            if_then="if it runs over, then the Stark list comes first tomorrow",
        )


def _now_is_after(days: SampleDays, clock: time) -> bool:
    return days.now.local >= datetime.combine(days.today, clock)
