"""What the sample rep did on an ordinary day, and the meetings that began a deal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from journal.activity import Activity
from journal.deal import Deal
from journal.entry import Entry, Note
from journal.sample.days import SampleDays
from journal.sample.names import (
    CALL_NOTES,
    EMAIL_NOTES,
    GOOD_THINGS,
    MEETING_NOTES,
    OTHERS,
    WELL_KNOWN,
)

WEEKDAY_SHARE = (0.95, 1.1, 1.1, 1.05, 0.8)
"""How much of an average day each weekday holds, Monday first."""

CALLS, EMAILS = 8.4, 4.5
"""Calls and e-mails of an average day."""

_ONE_CALL = (
    ("reached", 36),
    ("voicemail", 28),
    ("no-answer", 22),
    ("booked", 5),
    ("said-no", 6),
    ("", 3),
)
_ONE_EMAIL = (("replied", 30), ("", 70))
_LATER_MEETING = (("held", 82), ("qualified", 8), ("no-show", 10))


def ordinary_days(rng: Random, days: SampleDays, deals: Sequence[Deal]) -> Iterator[Entry]:
    """Every entry of the days before today, oldest day first, with when it was written down."""
    first_meetings = _first_meetings(days, deals)
    strangers = [name for name in OTHERS if all(name != deal.account for deal in deals)]
    met: set[str] = set()
    hot: list[str] = []
    for place, day in enumerate(days.worked):
        if place % 20 == 0:
            hot = rng.sample((*WELL_KNOWN, *OTHERS), 12)
        made = [*_calls(rng, day, place, hot), *_emails(rng, day, hot), *_rest(rng, day, hot)]
        made += [_meeting(rng, day, name, "qualified") for name in first_meetings.get(day, ())]
        if rng.random() < 0.24 and strangers:
            made.append(
                _meeting(rng, day, strangers.pop(), rng.choice(("held", "held", "qualified")))
            )
        met.update(entry.account for entry in made if _is_meeting(entry) and entry.account)
        if rng.random() < 0.42 and met:
            made.append(_meeting(rng, day, rng.choice(sorted(met)), _weighed(rng, _LATER_MEETING)))
        yield from _written_down(rng, made, day, days)
    yield from _too_late(days)


def _first_meetings(days: SampleDays, deals: Sequence[Deal]) -> dict[date, list[str]]:
    found: dict[date, list[str]] = {}
    for deal in deals:
        is_within = deal.stage1_on is not None and days.worked[0] <= deal.stage1_on < days.today
        if is_within and deal.stage1_on and deal.account:
            found.setdefault(deal.stage1_on, []).append(deal.account)
    return found


def _calls(rng: Random, day: date, place: int, hot: Sequence[str]) -> Iterator[Activity]:
    # The rep grows over the year, with a slump in the middle of it.
    form = 0.82 + 0.24 * place / 240 - (0.35 if 118 <= place < 132 else 0)
    left = max(1, round(rng.gauss(CALLS * form * WEEKDAY_SHARE[day.weekday()], 1.9)))
    while left > 0:
        count = min(left, rng.choice((1, 1, 1, 2, 2, 3)))
        outcome = _weighed(rng, _ONE_CALL if count == 1 else (("voicemail", 1), ("no-answer", 1)))
        text = rng.choice(CALL_NOTES[outcome])
        yield _activity(rng, day, "call", count, rng.choice(hot), outcome, text)
        left -= count


def _emails(rng: Random, day: date, hot: Sequence[str]) -> Iterator[Activity]:
    left = max(0, round(rng.gauss(EMAILS * WEEKDAY_SHARE[day.weekday()], 1.1)))
    while left > 0:
        count = min(left, rng.choice((1, 1, 2, 3)))
        outcome = _weighed(rng, _ONE_EMAIL) if count == 1 else ""
        yield _activity(
            rng, day, "email", count, rng.choice(hot), outcome, rng.choice(EMAIL_NOTES[outcome])
        )
        left -= count


def _rest(rng: Random, day: date, hot: Sequence[str]) -> Iterator[Entry]:
    if rng.random() < 0.66:
        yield _activity(rng, day, "social", 1, rng.choice(hot), "", "")
    for kind, chance in (("demo", 0.22), ("proposal", 0.1), ("visit", 0.05)):
        if rng.random() < chance:
            outcome = "held" if kind != "proposal" else ""
            yield _activity(rng, day, kind, 1, rng.choice(hot), outcome, "")
    if rng.random() < 0.12:
        yield Note(day=day, time=time(17, rng.randrange(10, 50)), text=rng.choice(GOOD_THINGS))


def _meeting(rng: Random, day: date, account: str, outcome: str) -> Activity:
    made = _activity(rng, day, "meeting", 1, account, outcome, rng.choice(MEETING_NOTES[outcome]))
    return replace(
        made, minutes=rng.choice((30, 45, 45, 60)), tags=("progress",) * (outcome == "qualified")
    )


def _is_meeting(entry: Entry) -> bool:
    return isinstance(entry, Activity) and entry.kind == "meeting"


def _activity(
    rng: Random, day: date, kind: str, count: int, account: str, outcome: str, text: str
) -> Activity:
    minute = rng.randrange(8 * 60 + 20, 17 * 60, 5)
    return Activity(
        day=day,
        time=time(*divmod(minute, 60)),
        account=account,
        text=text,
        kind=kind,
        count=count,
        outcome=outcome or None,
    )


def _weighed(rng: Random, choices: Sequence[tuple[str, int]]) -> str:
    words, weights = zip(*choices, strict=True)
    return str(rng.choices(words, weights)[0])


def _written_down(rng: Random, made: list[Entry], day: date, days: SampleDays) -> Iterator[Entry]:
    """The day's entries in their order, written down soon after, or on the next working day."""
    next_day = days.calendar.plus_working(day, 1)
    for entry in sorted(made, key=lambda each: each.time or time(12)):
        if day in days.late and next_day < days.today:
            at = days.moment(next_day, time(8, 5))
            yield replace(entry, logged=at, logged_day=next_day)
        else:
            happened = datetime.combine(day, entry.time or time(12))
            soon = happened + timedelta(minutes=rng.randrange(1, 15))
            yield replace(entry, logged=days.moment(day, soon.time()), logged_day=day)


def _too_late(days: SampleDays) -> Iterator[Entry]:
    """One day that was remembered a week later: it counts, and stays as it was."""
    day = days.back(128)
    later = days.calendar.plus_working(day, 6)
    at = days.moment(later, time(8, 30))
    yield Activity(
        day=day,
        account="Weyland",
        kind="call",
        count=3,
        text="from memory",
        logged=at,
        logged_day=later,
    )
