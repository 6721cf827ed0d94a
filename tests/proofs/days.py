"""Midnight, changed clocks, travel and 29 February: each entry lies on the day the rep lived it on."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from reference import Life, states, streak

from journal.activity import Activity
from journal.journal import Journal
from journal.moment import Moment
from journal.tally import Tally
from storage.store import open_store

ZONES = (
    *("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "Australia/Lord_Howe"),
    *("Pacific/Auckland", "Pacific/Apia", "America/St_Johns", "Africa/Cairo", "Pacific/Kiritimati"),
    *("Asia/Kathmandu", "America/Sao_Paulo", "Europe/Dublin", "Pacific/Honolulu", "Asia/Tehran"),
)

STARTS = (time(4), time(4), time(0), time(6, 30))
"""When a rep's day begins; four in the morning unless they say otherwise."""

Lived = tuple[datetime, str]
"""An instant, and the zone it was lived in."""


def midnight(chance: random.Random) -> list[Lived]:
    """The minutes around midnight and around the day's start, for some days."""
    zone = chance.choice(ZONES)
    first = date(chance.randint(2020, 2030), chance.randint(1, 12), chance.randint(1, 28))
    clocks = ("23:59", "00:00", "03:59", "04:00", "06:29", "06:30", "12:00")
    wall = [
        datetime.combine(first + timedelta(n), time.fromisoformat(clock))
        for n in range(3)
        for clock in chance.sample(clocks, 4)
    ]
    return [(each.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), zone) for each in sorted(wall)]


def changed_clocks(chance: random.Random) -> list[Lived]:
    """Every half hour around a change of the clocks, and the days before and after."""
    changes: list[datetime] = []
    while not changes:
        zone, year = ZoneInfo(chance.choice(ZONES)), chance.randint(2005, 2030)
        noons = [datetime(year, 1, 1, 12, tzinfo=UTC) + timedelta(n) for n in range(366)]
        changes = [
            noon
            for noon in noons
            if noon.astimezone(zone).utcoffset()
            != (noon - timedelta(1)).astimezone(zone).utcoffset()
        ]
    noon = chance.choice(changes)
    hours = [noon - timedelta(hours=n) for n in range(24)]
    before = (hours[-1] - timedelta(hours=1)).astimezone(zone).utcoffset()
    change = next(hour for hour in reversed(hours) if hour.astimezone(zone).utcoffset() != before)
    around = [change + timedelta(minutes=30 * n) for n in range(-6, 7)]
    days = [change + timedelta(days=n, hours=12) for n in (-2, -1, 1, 2)]
    return [(each, str(zone)) for each in sorted([*around, *days])]


def travel(chance: random.Random) -> list[Lived]:
    """A week in another zone each day, there and back over the date line too."""
    first = datetime(chance.randint(2020, 2030), chance.randint(1, 12), 3, tzinfo=UTC)
    hours = sorted(chance.sample(range(24 * 8), 14))
    return [(first + timedelta(hours=hour), chance.choice(ZONES)) for hour in hours]


def leap_day(chance: random.Random) -> list[Lived]:
    """The last days of February and the first of March, with and without a 29th."""
    year, zone = chance.choice((2000, 2020, 2023, 2024, 2028, 2100)), chance.choice(ZONES)
    first = datetime(year, 2, 26, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    hours = sorted(chance.sample(range(24 * 6), 16))
    return [(first + timedelta(hours=hour), zone) for hour in hours]


KINDS: tuple[Callable[[random.Random], list[Lived]], ...] = (
    *(midnight, changed_clocks, travel, leap_day),
)


@cache
def _fresh(folder: Path) -> bytes:
    """A new journal, made once."""
    path = folder / "fresh.db"
    open_store(path, create=True).close()
    return path.read_bytes()


def one_case(path: Path, seed: int) -> int:
    """Live through it, log at each moment, and hold it against a slow model; returns how many entries."""
    chance = random.Random(seed)
    lived = KINDS[seed % len(KINDS)](chance)
    start = chance.choice(STARTS)
    clock = [Moment.of(lived[0][0].astimezone(ZoneInfo(lived[0][1])), lived[0][1])]
    path.write_bytes(_fresh(path.parent))
    store = open_store(path, create=False)
    # What is proved here is no matter of the disk.
    store.database.rows("PRAGMA synchronous=OFF")
    journal = Journal(store, lambda: clock[0])
    journal.set("day-start", start.isoformat("minutes"), date(1990, 1, 1))
    expected: list[tuple[date, datetime, str]] = []
    for instant, zone in lived:
        local = instant.astimezone(ZoneInfo(zone))
        clock[0] = Moment.of(local, zone)
        journal.forget_what_was_read()
        day = local.date() if local.time() >= start else local.date() - timedelta(days=1)
        assert journal.today() == day, (seed, local)
        saved = journal.record(Activity(day=day, kind="call", account="Acme")).entry
        expected.append((day, instant, zone))
        assert saved.logged_day == day
    store.close()
    store = open_store(path, create=False)
    journal = Journal(store, lambda: clock[0])
    for number, (day, instant, zone) in enumerate(expected, 1):
        kept = store.entries.get(number)
        assert kept.logged is not None
        assert (kept.day, kept.logged_day, kept.logged.utc, kept.logged.zone) == (
            day,
            day,
            instant,
            zone,
        )
        ahead = instant.astimezone(ZoneInfo(zone)).utcoffset()
        assert ahead == timedelta(minutes=kept.logged.offset)
    per_day = Counter(day for day, _, _ in expected)
    for day, total in per_day.items():
        assert store.entries.totals(day, day) == {"call": total}
    today = expected[-1][0]
    tallies = tuple(Tally(day, "call", day, total) for day, total in per_day.items())
    found = journal.track_record().streak
    model = streak([*states(Life(tallies=tallies), today).values()])
    assert (found.current, found.best, found.freezes) == model, seed
    store.close()
    return len(expected)
