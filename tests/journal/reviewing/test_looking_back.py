"""A review looks back on a week or a month, on a real journal, its figures worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from builders import activity, day
from clocked import Rep

from journal.deal import Deal, Outcome
from journal.errors import BadInput
from journal.money import Money
from journal.plan import Level
from journal.review import Period
from journal.reviewing.plan_rows import RowState
from storage.store import SqliteStore

TUESDAY = day("2026-11-24")
YEAR_END = day("2026-12-31")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


def working_days(first: str, last: str) -> Iterator[date]:
    start, end = day(first), day(last)
    days = (start + timedelta(days=n) for n in range((end - start).days + 1))
    return (each for each in days if each.weekday() < 5)


def test_an_empty_journal_has_a_review_that_says_nothing_yet(rep: Rep) -> None:
    for period in Period:
        view = rep.journal.reviews.view(period)
        assert view.is_empty
        assert (view.share, view.days_kept, view.days_of, view.strength_to) == (None, 0, 0, None)
        assert (view.best_week, view.runs, view.year, view.moved) == (None, (), (), ())
        assert (view.before, view.after, view.setbacks, view.reward) == (None, None, 0, None)
    assert view.next.sentence == (
        "The first review is on Mon 30 Nov, the last working day of the month (default)."
    )
    assert "There is no plan yet to hold these days against; 2 Goals begins one." in view.notices


def test_one_day_of_history_is_one_day_kept_and_no_strength_yet(rep: Rep) -> None:
    rep.did(activity("call", 3, TUESDAY))
    view = rep.journal.reviews.view()
    assert (view.is_empty, view.days_kept, view.days_of) == (False, 1, 1)
    assert (view.strength_from, view.strength_to) == (None, None)
    assert view.best_week is not None
    assert (view.best_week.days, view.best_week.reach_outs) == ("23 to 27 Nov", 3)
    assert [run.length for run in view.runs] == [1]
    assert view.table.row("reach-outs").done == 3


def test_a_month_stands_against_the_plans_share_of_its_working_days(rep: Rep) -> None:
    rep.be("2026-11-02T09:00")
    # 120 reach-outs from Monday 2 November to Friday 13 November, ten working days: 12 a day.
    plan = rep.journal.plans.save(
        target=60_000_00,
        by=day("2026-11-13"),
        deal_size=60_000_00,
        win_rate=1.0,
        rates={
            Level.STAGE1: 0.5,
            Level.QUALIFIED_LEADS: 1,
            Level.FIRST_MEETINGS: 1,
            Level.UNQUALIFIED_LEADS: 1 / 3,
            Level.REACH_OUTS: 0.05,
        },
        lags=dict.fromkeys(list(Level)[1:], 0),
    )
    assert plan.daily_rates[Level.REACH_OUTS] == pytest.approx(12)
    for each in working_days("2026-11-02", "2026-11-04"):
        rep.did(activity("call", 11, each))
    rep.be("2026-11-05T09:00")
    rep.did(activity("call", 5, day("2026-11-05")), activity("meeting", 1, day("2026-11-05"), "A"))
    table = rep.journal.reviews.view().table
    reach = table.row("reach-outs")
    # 38 of 48 asked to today, 36 to yesterday: the line of yesterday is met, 10 are left for today.
    assert (reach.done, reach.asked, reach.state, reach.short) == (38, 48, RowState.DUE_TODAY, 10)
    assert table.share == pytest.approx(38 / 48)
    assert table.share_of == "the plan's reach-outs"
    meetings = table.row("first-meetings")
    assert (meetings.done, meetings.asked, meetings.state) == (1, 1, RowState.MET)
    booked = table.row("amount-booked")
    # 60,000.00 over ten days: 24,000.00 by the fourth, 18,000.00 by the third.
    assert (booked.done, booked.asked, booked.state) == (0, 2_400_000, RowState.SHORT)
    assert rep.journal.reviews.view(Period.WEEK).table.row("reach-outs").asked == 48


def test_on_the_first_morning_nothing_is_missed_yet(rep: Rep) -> None:
    rep.be("2026-11-02T09:00")
    rep.journal.set("target.reach-outs", "10")
    view = rep.journal.reviews.view(Period.WEEK)
    assert view.share is None
    assert view.table.row("reach-outs").state is RowState.DUE_TODAY
    assert "Where the plan asks for no reach-outs, your daily target asks for them." in view.notices


def test_a_plan_begun_within_the_month_is_compared_with_what_came_after(rep: Rep) -> None:
    rep.did(activity("call", 50, day("2026-11-03")))
    rep.be("2026-11-16T09:00")
    rep.journal.set("target.reach-outs", "10", day("2026-11-16"))
    rep.did(activity("call", 9, day("2026-11-16")))
    view = rep.journal.reviews.view()
    row = view.table.row("reach-outs")
    assert (row.done, row.asked, row.since) == (9, 10, day("2026-11-16"))
    assert view.table.share_of == "the reach-outs asked for"
    assert "Before today nothing was asked: only what came after is compared." in view.notices


def test_conversions_of_the_month_stand_beside_those_of_two_years(rep: Rep) -> None:
    # Reached on 5 November: two weeks after the reach-outs of October they are counted against.
    rep.did(
        activity("call", 20, day("2026-10-20")),
        activity("call", 3, day("2026-11-05"), outcome="reached"),
        activity("call", 17, day("2026-03-05"), outcome="reached"),
    )
    steps = {step.level: step for step in rep.journal.reviews.view().conversions}
    leads = steps[Level.REACH_OUTS]
    # Of the 23 reach-outs from 18 October to 10 November 3 became leads, of all 40 so far 20 did.
    assert (leads.mine, leads.n) == (pytest.approx(3 / 23), 23)
    assert (leads.usual, leads.usual_n) == (0.5, 40)
    assert (leads.assumed, leads.is_default) == (0.1, True)
    assert leads.points == pytest.approx(3.043478)
    won = steps[Level.QUALIFIED]
    assert (won.mine, won.n, won.points) == (None, 0, None)
    assert list(steps) == [*reversed(list(Level)[1:])]


def test_deals_settled_in_the_month_tell_its_win_rate(rep: Rep) -> None:
    def settled(outcome: Outcome, closed: str, qualified: str | None) -> Deal:
        return Deal(
            account="Acme",
            name=f"{outcome} {closed}",
            amount=Money(1_000_000, "EUR"),
            outcome=outcome,
            stage="Qualification" if qualified else "Selling vision",
            stage1_on=day("2026-09-01"),
            qualified_on=day(qualified) if qualified else None,
            closed=day(closed),
        )

    with rep.journal.writing("deals"):
        for deal in (
            settled(Outcome.WON, "2026-11-05", "2026-11-03"),
            settled(Outcome.LOST, "2026-11-06", "2026-10-03"),
            settled(Outcome.LOST, "2026-11-06", None),
            settled(Outcome.WON, "2026-10-06", "2026-10-01"),
        ):
            rep.journal.store.deals.add(deal)
    rep.journal.forget_what_was_read()
    view = rep.journal.reviews.view()
    steps = {step.level: step for step in view.conversions}
    assert (steps[Level.QUALIFIED].mine, steps[Level.QUALIFIED].n) == (0.5, 2)
    # Settled in November: one qualified on the 3rd, one lost on the 6th without ever being it.
    assert (steps[Level.STAGE1].mine, steps[Level.STAGE1].n) == (0.5, 2)
    assert view.table.row("deals-won").done == 1
    assert view.table.row("amount-booked").done == 1_000_000


def test_a_month_without_a_working_day_is_looked_at_calmly(rep: Rep) -> None:
    rep.did(activity("call", 1, day("2026-09-30")))
    rep.journal.days_off.take(day("2026-10-01"), day("2026-10-31"), "sabbatical")
    view = rep.journal.reviews.view(day=day("2026-10-15"))
    assert (view.days_kept, view.days_of, view.share, view.best_week) == (0, 0, None, None)
    assert view.span.title == "October"


def test_entries_that_lie_ahead_after_the_clock_went_back_are_left_out(rep: Rep) -> None:
    rep.did(activity("call", 2, day("2026-11-10")), activity("call", 5, TUESDAY))
    rep.be("2026-11-11T09:00")
    view = rep.journal.reviews.view()
    assert view.table.row("reach-outs").done == 2
    assert view.best_week is not None
    assert view.best_week.reach_outs == 2
    assert view.span.until == day("2026-11-11")


def test_a_day_ahead_is_refused(rep: Rep) -> None:
    with pytest.raises(BadInput, match="has not come yet"):
        rep.journal.reviews.view(Period.WEEK, day("2026-11-25"))
