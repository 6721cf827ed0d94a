"""What the sample rep is after: a year's amount, the parts of it, and milestones in every state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.activity import Activity
from journal.dates import add_months
from journal.deal import Deal
from journal.entry import Entry
from journal.goal import Form, Goal, Term
from journal.measure import AMOUNT, DEALS_WON, NUMBER, QUALIFIED, REACH, STAGE1, kinds_counted
from journal.pace import PaceState, pace
from journal.sample.days import SampleDays
from journal.sample.deals import CURRENCY

TARGET = 120_000_000
"""What the rep wants to book in the year, in minor units."""

DEALS = 24
"""How many deals that takes."""

BOOKED, WON, PIPELINE = 1, 2, 3
"""The places of the three goals in the list, from 1: milestones name their goal by its place."""

_MOST_TRIED = 60
"""So many targets are tried for one pair of days."""

_Fit = tuple[tuple[int, int, int], date, date, int]
"""How far one is from what is wanted, its first day, its due date, and its target."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A number the rep read off."""

    place: int
    """The place of its goal in the list, from 1."""
    day: date
    """The day it was read off."""
    value: int
    """What it was, in the measure's units."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What milestones are laid by."""

    days: SampleDays
    entries: Sequence[Entry]
    deals: Sequence[Deal]

    def done(self, measure: str, start: date) -> int:
        """What was done from a day to today."""
        if measure == STAGE1:
            reached = (deal.stage1_on for deal in self.deals)
            return sum(1 for day in reached if day and start <= day <= self.days.today)
        if measure == QUALIFIED:
            qualified = (deal.qualified_on for deal in self.deals)
            return sum(1 for day in qualified if day and start <= day <= self.days.today)
        kinds = kinds_counted(measure)
        return sum(
            entry.count
            for entry in self.entries
            if isinstance(entry, Activity) and entry.kind in kinds and entry.day >= start
        )


def sample_goals(
    days: SampleDays, entries: Sequence[Entry], deals: Sequence[Deal]
) -> tuple[tuple[Goal, ...], tuple[CheckIn, ...]]:
    """Goals and milestones with ``parent`` as a place in the list from 1, and what was read off."""
    known = _Known(days, entries, deals)
    goals = (*_goals(known), *_milestones(known), *_two_more(days))
    asked = len(goals) - 1
    finished = days.back(4)
    check_ins = tuple(
        CheckIn(asked, day, value * 100) for day, value in ((days.back(14), 4), (finished, 9))
    )
    return goals, check_ins


def _goals(known: _Known) -> tuple[Goal, ...]:
    today = known.days.today
    first, last = date(today.year, 1, 1), date(today.year, 12, 31)
    soon = today + timedelta(days=21)
    next_quarter = add_months(date(soon.year, (soon.month - 1) // 3 * 3 + 1, 1), 3)
    since = known.days.back(40)
    pipeline = known.done(QUALIFIED, since)
    return (
        _goal(
            f"1.2M booked in {today.year}",
            AMOUNT,
            first,
            TARGET,
            last,
            why="It makes our region the first, and pays for the summer by the sea.",
        ),
        _goal(
            f"{DEALS} deals won",
            DEALS_WON,
            first,
            DEALS,
            last,
            parent=BOOKED,
            why="Many good ones rest easier than one big one.",
        ),
        _goal(
            f"Pipeline for Q{(next_quarter.month - 1) // 3 + 1}",
            QUALIFIED,
            since,
            pipeline + 5,
            next_quarter - timedelta(days=1),
            parent=BOOKED,
            why="A quarter is won in the one before it.",
        ),
    )


def _milestones(known: _Known) -> tuple[Goal, ...]:
    """Five with a line, each in another state."""
    done_today = known.done(REACH, known.days.today)
    return (
        _laid(known, "call", PaceState.ONE_DAY, (5, 8), "{} calls to open the next quarter"),
        _laid(
            known,
            REACH,
            PaceState.DUE_TODAY,
            (9, 12),
            "{} reach-outs with people we do not know yet",
            must=max(1, 16 - done_today),
        ),
        _laid(known, "meeting", PaceState.SAFE, (11, 16), "{} meetings with those who decide"),
        _laid(known, "email", PaceState.TWO_DAYS, (9, 14), "{} e-mails that end in a question"),
        _laid(known, STAGE1, PaceState.BEHIND, (13, 18), "{} new stage-1 opportunities"),
    )


def _two_more(days: SampleDays) -> tuple[Goal, ...]:
    """One done early, and one that is not yet S.M.A.R.T."""
    asked_since, finished = days.back(24), days.back(4)
    return (
        _goal(
            "Ask every lost deal why",
            NUMBER,
            asked_since,
            900,
            finished + timedelta(days=3),
            parent=PIPELINE,
            form=Form.MILESTONE,
            evidence="Four of the five asked in spring answered.",
            serves="Second place is where the next deal begins.",
            finished=finished,
        ),
        _goal(
            "Meet the purchasing team at Wayne",
            NUMBER,
            days.back(3),
            100,
            None,
            parent=PIPELINE,
            form=Form.MILESTONE,
            serves="They sign whatever the plant wants.",
        ),
    )


def _laid(
    known: _Known,
    measure: str,
    state: PaceState,
    due_in: tuple[int, int],
    title: str,
    must: int | None = None,
) -> Goal:
    """A milestone that stands as wanted today, with the roundest target there is.

    ``due_in`` are working days from today, first and last; ``must`` what today should ask for.
    """
    days = known.days
    found: list[_Fit] = []
    for back in (16, 19, 14, 24, 29, 12, 35):
        for ahead in range(due_in[0], due_in[1] + 1):
            due = days.calendar.plus_working(days.today, ahead)
            found += _fitting(known, measure, state, back, due, must)
        if found and min(found)[0] < (1, 1, 0):
            break
    _, start, due, target = min(found)
    return _goal(
        title.format(target),
        measure,
        start,
        target,
        due,
        parent=PIPELINE,
        form=Form.MILESTONE,
        evidence=f"{known.done(measure, days.back(60))} in the last sixty working days.",
        serves="It fills the top of the next quarter.",
    )


def _fitting(
    known: _Known, measure: str, state: PaceState, back: int, due: date, must: int | None
) -> Iterator[_Fit]:
    """The targets that stand as wanted today when begun some working days back."""
    days, start = known.days, known.days.back(back)
    done = known.done(measure, start)
    level = done * days.calendar.working_days(start, due) // back
    for target in _tried(done, level, is_exact=must is not None):
        stands = pace(
            baseline=0,
            target=target,
            start=start,
            due=due,
            done=done,
            at_most=False,
            calendar=days.calendar,
            today=days.today,
        )
        if stands.state is state:
            off = abs(stands.must_today - must) if must and stands.must_today else 0
            odd = 0 if level < 20 else (target % 10 > 0) + (target % 5 > 0)
            yield (off, odd, abs(target - level)), start, due, target


def _tried(done: int, level: int, *, is_exact: bool) -> Iterable[int]:
    """Targets near what is on the line today; every one of them for an exact number to go."""
    if is_exact:
        return range(max(done + 1, level * 9 // 10), max(done + 8, level * 11 // 10))
    most = max(done + 8, level * 2)
    return (
        *range(done + 1, most, max(1, level // _MOST_TRIED)),
        *range(done // 10 * 10 + 10, most, 10),
    )


def _goal(
    title: str,
    measure: str,
    start: date,
    target: int,
    due: date | None,
    *,
    form: Form = Form.GOAL,
    parent: int | None = None,
    why: str | None = None,
    evidence: str | None = None,
    serves: str | None = None,
    finished: date | None = None,
) -> Goal:
    return Goal(
        form=form,
        title=title,
        measure=measure,
        start=start,
        terms=(Term(target=target, due=due, decided=start, effective=start),),
        currency=CURRENCY,
        parent=parent,
        why=why,
        evidence=evidence,
        serves=serves,
        finished=finished,
    )
