"""This week's numbers: what the whole week asks for of each thing that is counted, and what is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from typing import TYPE_CHECKING

from journal.level_counts import activity_counts, deal_counts
from journal.measure import AMOUNT, REACH, in_words, noun
from journal.one_number import LEVEL_MEASURES
from journal.plan import LEVEL_WORDS
from journal.reviewing.asked import asked_of_plan

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.week import Week

_WORDS = {LEVEL_MEASURES[level]: words for level, words in LEVEL_WORDS.items()}


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """One thing that is counted."""

    what: str
    """What is counted, in the plural."""
    done: str
    """How much is done, as it reads."""
    asked: str
    """How much the whole week asks for, as it reads; empty where nothing does."""


def week_numbers(journal: Journal, week: Week) -> tuple[WeekNumber, ...]:
    """The reach-outs, then what the plan and the daily targets ask for, where that is one or more."""
    today = journal.today()
    monday = today - timedelta(today.weekday())
    asked = "" if week.asked is None else f"{week.asked:,}"
    first = WeekNumber(noun(REACH), f"{week.done:,}", asked)
    return (first, *_by_plan(journal, monday, today), *_by_targets(journal, monday, today))


def _by_plan(journal: Journal, monday: date, today: date) -> Iterator[WeekNumber]:
    store, currency = journal.store, journal.settings.currency
    plans = store.plans.versions()
    asked = asked_of_plan(plans, journal.calendar, monday, _sunday(monday))
    levels = deal_counts(store, monday, today) | activity_counts(store, monday, today)
    done = {LEVEL_MEASURES[level]: count for level, count in levels.items()}
    done[AMOUNT] = store.deals.won(monday, today).booked.get(currency, 0)
    for measure, share in asked.items():
        whole = floor(round(share, 6) + 0.5)
        if whole and measure != REACH:
            words = [in_words(measure, count, currency) for count in (done[measure], whole)]
            yield WeekNumber(_WORDS.get(measure) or noun(measure), *words)


def _by_targets(journal: Journal, monday: date, today: date) -> Iterator[WeekNumber]:
    totals = journal.store.entries.totals(monday, today)
    days = journal.calendar.working_days(monday, _sunday(monday))
    for kind, daily in journal.settings.targets.items():
        if kind != REACH and daily * days:
            yield WeekNumber(noun(kind), f"{totals.get(kind, 0):,}", f"{daily * days:,}")


def _sunday(monday: date) -> date:
    return date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal()))
