"""The sample rep's call blocks: planned, dreaded a little, and never as bad as feared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from journal.call_block import CallBlock
from journal.sample.days import SampleDays

_HELD = (
    # working days back, planned, minutes late, dread, feared, calls, harsh nos
    (2, time(9), 4, 5, 0.30, 8, 1),
    (5, time(14), 0, 6, 0.35, 7, 0),
    (7, time(9), 22, 7, 0.45, 9, 2),
    (9, time(9), 3, 4, 0.25, 6, 0),
    (12, time(14), 8, 5, 0.30, 8, 1),
    (14, time(9), -2, 5, 0.40, 7, 1),
    (17, time(9), 5, 6, 0.40, 9, 1),
    (19, time(14), 35, 8, 0.50, 5, 1),
    (22, time(9), 1, 5, 0.35, 8, 0),
    (26, time(9), 6, 6, 0.30, 10, 2),
    (31, time(14), 9, 7, 0.45, 6, 1),
    (36, time(9), 14, 7, 0.50, 8, 2),
)

_TODAY = time(15)


def sample_blocks(days: SampleDays) -> Iterator[CallBlock]:
    """The blocks of the last weeks and, on a working day, the one of this afternoon."""
    for back, planned, late, dread, feared, calls, nos in _HELD:
        day = days.worked_on(days.back(back))
        begun = datetime.combine(day, planned) + timedelta(minutes=late)
        yield CallBlock(
            day=day,
            planned=planned,
            minutes=60,
            dread=dread,
            feared=feared,
            started=begun.time(),
            calls=calls,
            harsh_nos=nos,
        )
    if days.calendar.is_working(days.today) and days.now.local.date() == days.today:
        ahead = CallBlock(day=days.today, planned=_TODAY, minutes=60, dread=4, feared=0.25)
        if days.now.local.time() < _TODAY:
            yield ahead
