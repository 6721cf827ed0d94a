"""A review looks back on a week or a month, on a real journal, its figures worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import activity, at, day, note, setback
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.entry import Entry, Note
from journal.errors import BadInput
from journal.journal import Journal
from journal.moment import Moment
from journal.money import Money
from journal.plan import Level
from journal.review import Period
from journal.reviewing.plan_rows import RowState
from storage.store import SqliteStore

TUESDAY = day("2026-11-24")
YEAR_END = day("2026-12-31")


class Rep:
    """A rep whose clock can be set."""

    def __init__(self, store: SqliteStore) -> None:
        self.now = at("2026-11-24T13:45")
        self.journal = Journal(store, self.clock)

    def clock(self) -> Moment:
        return self.now

    def be(self, moment: str) -> None:
        self.now = at(moment)
        self.journal.forget_what_was_read()

    def did(self, *entries: Entry) -> None:
        with self.journal.writing("entries"):
            for entry in entries:
                self.journal.store.entries.add(entry)
        self.journal.forget_what_was_read()


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


def tagged(text: str, on: str, *tags: str) -> Note:
    when = day(on)
    return Note(day=when, text=text, tags=tags, logged=at(f"{on}T12:00"), logged_day=when)


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


def test_what_moved_is_told_newest_first_and_stands_as_a_note_in_the_year(rep: Rep) -> None:
    rep.did(
        activity("call", 1, day("2026-10-30")),
        tagged("Acme named a date", "2026-10-30", "progress"),
        *(tagged(f"Step {n}", "2026-11-10", "Progress") for n in range(11)),
        tagged("Globex named the pain", "2026-11-12", "progress", "vision"),
        tagged("No progress here", "2026-11-13", "vision"),
    )
    view = rep.journal.reviews.view()
    assert [entry.text for entry in view.moved][:2] == ["Globex named the pain", "Step 10"]
    assert (len(view.moved), view.moved_count) == (10, 12)
    assert view.notes[day("2026-10-30")] == "Acme named a date"
    assert view.notes[day("2026-11-10")] == "Step 0"
    assert day("2026-11-13") not in view.notes


def test_a_good_thing_on_the_days_page_is_its_note(rep: Rep) -> None:
    from journal.day_page import DayPage

    rep.did(tagged("Globex named the pain", "2026-11-12", "progress"))
    with rep.journal.writing("a page"):
        page = DayPage(day=day("2026-11-12"), good_thing="I asked and kept quiet.")
        rep.journal.store.day_pages.save(page)
    assert rep.journal.reviews.view().notes == {day("2026-11-12"): "I asked and kept quiet."}


def test_setbacks_are_counted_in_their_own_month(rep: Rep) -> None:
    rep.did(
        *(setback(on=day(each)) for each in ("2026-11-03", "2026-11-20", "2026-10-20")),
        note(on=day("2026-11-03")),
    )
    assert rep.journal.reviews.view().setbacks == 2
    assert rep.journal.reviews.view(day=day("2026-10-05")).setbacks == 1


def test_skills_are_counted_by_their_tag_this_quarter_and_last(rep: Rep) -> None:
    rep.journal.set("skills", "vision, asking-why")
    rep.did(
        tagged("a", "2026-10-01", "Vision"),
        tagged("b", "2026-11-24", "vision", "asking-why"),
        tagged("c", "2026-09-30", "vision"),
        tagged("d", "2026-06-30", "vision"),
    )
    found = [
        (one.skill, one.this_quarter, one.last_quarter) for one in rep.journal.reviews.skills()
    ]
    assert found == [("vision", 2, 1), ("asking-why", 1, 0)]
    assert rep.journal.reviews.view(day=day("2026-10-05")).skills == ()


def test_the_reward_goes_to_the_best_week_and_is_always_awarded(rep: Rep) -> None:
    assert rep.journal.reviews.reward() is None
    rep.journal.set("reward", "Oysters at Moe's", day("2026-10-01"))
    rep.did(activity("call", 30, day("2026-11-11")), activity("email", 29, TUESDAY))
    first = rep.journal.reviews.reward()
    assert first is not None
    assert first.best is not None
    assert first.this_week is not None
    assert (first.what, first.best.days, first.best.reach_outs) == (
        *("Oysters at Moe's", "9 to 13 Nov"),
        30,
    )
    assert (first.this_week.reach_outs, first.is_this_week, first.is_awarded) == (29, False, False)
    rep.did(activity("social", 2, TUESDAY))
    ahead = rep.journal.reviews.reward()
    assert ahead is not None
    assert (ahead.is_this_week, ahead.is_awarded) == (True, False)
    rep.be("2026-12-01T09:00")
    awarded = rep.journal.reviews.view(day=TUESDAY).reward
    assert awarded is not None
    assert awarded.best is not None
    assert (awarded.is_awarded, awarded.best.reach_outs, awarded.this_week) == (True, 31, None)


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


_done = st.lists(
    st.builds(
        lambda n, kind, count: activity(kind, count, day("2026-09-20") + timedelta(days=n)),
        st.integers(0, 75),
        st.sampled_from(["call", "email", "social", "meeting", "demo"]),
        st.integers(1, 40),
    ),
    max_size=25,
)


@trials(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=_done, on=st.integers(0, 75))
def test_the_weeks_of_a_month_add_up_to_what_was_done_in_it(
    tmp_path_factory: pytest.TempPathFactory, done: list[Activity], on: int
) -> None:
    from storage.store import open_store

    path: Path = tmp_path_factory.mktemp("month") / "journal.db"
    store = open_store(path, create=True)
    try:
        rep = Rep(store)
        rep.be("2026-12-04T12:00")
        rep.did(*done)
        view = rep.journal.reviews.view(day=day("2026-09-20") + timedelta(days=on))
        totals = store.entries.totals(view.span.first, view.span.until)
        added: dict[str, int] = {}
        for week in view.weeks:
            for kind, count in week.totals.items():
                added[kind] = added.get(kind, 0) + count
        assert added == totals
        assert sum(week.reach_outs for week in view.weeks) == sum(
            totals.get(kind, 0) for kind in ("call", "email", "social")
        )
        days = sum((week.last - week.first).days + 1 for week in view.weeks)
        assert days == (view.span.last - view.span.first).days + 1
    finally:
        store.close()
