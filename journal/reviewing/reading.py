"""Reads a review's view from the journal: every figure from a rollup or one indexed query."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.reviewing.asked import in_force
from journal.reviewing.conversions import Conversion, activity_shares, conversions, deal_shares
from journal.reviewing.days_so_far import (
    days_kept,
    first_of_year,
    longest_runs,
    strength_moved,
    year_of,
)
from journal.reviewing.notices import notices
from journal.reviewing.plan_rows import read_table
from journal.reviewing.reward import reward_of
from journal.reviewing.skills import skill_counts
from journal.reviewing.view import ReviewView
from journal.reviewing.weeks import best_of, weeks_of

if TYPE_CHECKING:
    from journal.entry import Entry
    from journal.journal import Journal
    from journal.plan import Plan
    from journal.reviewing.next_day import NextReview
    from journal.reviewing.span import Span

PROGRESS = "progress"
"""The tag that marks what moved."""

SAID_NO = "said-no"
"""The outcome of a clear no: whoever says it need not be waited for any more."""

MOST_MOVED = 10
"""How many entries marked as progress are told."""


def read_view(journal: Journal, span: Span, following: NextReview) -> ReviewView:
    """Read everything that is shown of a span of days."""
    store, calendar, until = journal.store, journal.calendar, span.until
    walked, record = journal.walked(), journal.track_record()
    plans = store.plans.versions()
    table = read_table(journal, plans, span)
    steps = _conversions(journal, plans, span)
    kept, of = days_kept(walked.days, span, calendar)
    before, after = strength_moved(walked, span)
    year, curve = year_of(walked, until)
    progress = store.entries.tagged(PROGRESS, first_of_year(until), until)
    moved = [entry for entry in progress if entry.day >= span.first]
    weeks = weeks_of(store.entries.tallies(span.first, until), calendar, span.first, span.last)
    return ReviewView(
        span=span,
        before=span.before(store.entries.first_day()),
        after=span.after,
        share=table.share,
        days_kept=kept,
        days_of=of,
        strength_from=before,
        strength_to=after,
        table=table,
        conversions=steps,
        streak=record.streak,
        runs=longest_runs(walked.days),
        year=year,
        notes=_notes(journal, progress, until),
        curve=curve,
        weeks=weeks,
        best_week=best_of(weeks),
        moved=tuple(reversed(moved[-MOST_MOVED:])),
        moved_count=len(moved),
        said_no=_said_no(journal, span.first, until),
        setbacks=len(store.setbacks.days(span.first, until)),
        skills=skill_counts(journal, until),
        reward=reward_of(journal, until, span.today),
        next=following,
        notices=notices(table, steps, span, is_planned=bool(plans)),
    )


def _said_no(journal: Journal, first: date, last: date) -> int:
    totals = journal.store.entries.outcome_totals(first, last)
    return sum(count for (_, outcome), count in totals.items() if outcome == SAID_NO)


def _conversions(journal: Journal, plans: Sequence[Plan], span: Span) -> tuple[Conversion, ...]:
    """The steps of the span against the version that was the plan at its end."""
    first, until = span.first, span.until
    held = next((plan for plan, _, _ in in_force(plans, first, until)), None)
    plan = held or journal.plans.current()
    deals = journal.plans.deals_since(first)
    shares = activity_shares(journal.store, plan, first, until)
    shares |= deal_shares(deals, first, until, journal.settings.stages)
    return conversions(plan, shares, journal.plans.funnel().basis.rates)


def _notes(journal: Journal, progress: Sequence[Entry], until: date) -> dict[date, str]:
    """By day: the good thing of its page, else the first entry that was marked as progress."""
    notes: dict[date, str] = {}
    for entry in progress:
        if entry.text:
            notes.setdefault(entry.day, entry.text)
    for page in journal.store.day_pages.between(first_of_year(until), until):
        if page.good_thing:
            notes[page.day] = page.good_thing
    return notes
