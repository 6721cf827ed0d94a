"""The journal as a diary in Markdown: a heading for each month and day, oldest first.

Behind the last day stand purpose, goals, deals, follow-ups and people (``markdown_rest``).
Read a page at a time, so that ten years take no more memory than a month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from journal.day_page import DayPage
from journal.entry import Entry
from journal.review import Review
from journal.reviewing.span import MONTH_NAMES
from journal.setback import Setback
from journal.transfer.markdown_parts import (
    entry_told,
    evening_told,
    morning_told,
    review_told,
    setback_told,
)
from journal.transfer.markdown_rest import rest_texts

if TYPE_CHECKING:
    from journal.journal import Journal

TITLE = "# Sales journal\n"
"""What the diary begins with."""

NOTHING = "\nNothing is written down yet.\n"
"""What it says when it would be empty."""

MOST_REVIEWS = 5_000
"""More reviews than a working life holds, one each week."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


Written = DayPage | Entry | Review
"""What a day holds."""


@dataclass(slots=True)
class _Day:
    """All that is written of one day."""

    page: DayPage | None = None
    entries: list[Entry] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)

    def add(self, what: Written) -> None:
        if isinstance(what, DayPage):
            self.page = what
        elif isinstance(what, Entry):
            self.entries.append(what)
        else:
            self.reviews.append(what)


def markdown_texts(journal: Journal, since: date | None = None) -> Iterator[str]:
    """The diary from a day on, a day at a time, and what stands behind its days."""
    yield TITLE
    month: tuple[int, int] | None = None
    for day, written in _days(journal, since or date.min):
        if (day.year, day.month) != month:
            month = (day.year, day.month)
            yield f"\n## {MONTH_NAMES[day.month - 1]} {day.year}\n"
        yield _day_told(journal, day, written)
    is_empty = month is None
    for told in rest_texts(journal, since or date.min):
        is_empty = False
        yield told
    if is_empty:
        yield NOTHING


def _day_told(journal: Journal, day: date, written: _Day) -> str:
    heading = f"{_WEEKDAYS[day.weekday()]}, {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
    morning = morning_told(written.page) if written.page else ""
    evening = evening_told(written.page) if written.page else ""
    named = _deal_names(journal, written.entries)
    parts = {
        "Morning": morning,
        "The day": "".join(_told(journal, each, named) for each in written.entries),
        "Evening": evening,
        "Review": "".join(map(review_told, written.reviews)),
    }
    # Without words between them, lists that follow one another would be one.
    is_plain = not (morning or evening or written.reviews)
    told = [part if is_plain else f"*{name}*\n\n{part}" for name, part in parts.items() if part]
    return "\n".join([f"\n### {heading}\n", *told])


def _told(journal: Journal, entry: Entry, deals: Mapping[int, str]) -> str:
    deal = deals.get(entry.deal, "") if entry.deal is not None else ""
    if isinstance(entry, Setback):
        return setback_told(journal.setbacks.story(entry.id), deal)
    return entry_told(entry, deal, journal.store.meetings.get(entry.id))


def _deal_names(journal: Journal, entries: list[Entry]) -> dict[int, str]:
    wanted = {entry.deal for entry in entries if entry.deal is not None}
    return {number: deal.name for number, deal in journal.store.deals.some(wanted).items()}


def _days(journal: Journal, since: date) -> Iterator[tuple[date, _Day]]:
    """The days of which something is written, oldest first."""
    streams = (_pages(journal, since), _entries(journal, since), _reviews(journal, since))
    by_day: Callable[[tuple[date, Written]], date] = itemgetter(0)
    for day, found in groupby(merge(*streams, key=by_day), key=by_day):
        written = _Day()
        for _, each in found:
            written.add(each)
        if written.entries or written.reviews or (written.page and _has_words(written.page)):
            yield day, written


def _entries(journal: Journal, since: date) -> Iterator[tuple[date, Written]]:
    after = None
    while page := journal.store.entries.between(since, date.max, after=after):
        yield from ((entry.day, entry) for entry in page)
        after = (page[-1].day, page[-1].id)


def _pages(journal: Journal, since: date) -> Iterator[tuple[date, Written]]:
    while page := journal.store.day_pages.between(since, date.max):
        yield from ((each.day, each) for each in page)
        if page[-1].day == date.max:
            return
        since = page[-1].day + timedelta(1)


def _reviews(journal: Journal, since: date) -> Iterator[tuple[date, Written]]:
    start = journal.settings.day_start
    known = journal.store.reviews.newest_first(limit=MOST_REVIEWS)
    held = [(each.held.day(start), each.id, each) for each in known if each.held is not None]
    return ((day, each) for day, _, each in sorted(held) if day >= since)


def _has_words(page: DayPage) -> bool:
    return bool(morning_told(page) + evening_told(page))
