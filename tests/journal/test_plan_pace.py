"""The levels of the saved plan on Today: which one binds, what feeds it, and what a day asks for."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import activity, at, day

from journal.calendar import Calendar, DayOff
from journal.journal import Journal
from journal.moment import Moment
from journal.money import Money
from journal.pace import PaceState
from journal.plan import Level, Plan
from journal.plan_pace import level_paces
from journal.week import read_week
from storage.store import SqliteStore

MONDAY = day("2026-01-05")
PLAN = Plan(
    goal=1,
    target=120_000_000,
    currency="EUR",
    start=day("2026-01-01"),
    by=day("2026-12-31"),
    saved_day=MONDAY,
    # 20 deals in 259, 80 qualified in 215, 160 stage 1 in 195, 16,666.67 reach-outs in 165 days.
    daily_rates={
        Level.DEALS: 20 / 259,
        Level.QUALIFIED: 80 / 215,
        Level.STAGE1: 160 / 195,
        Level.REACH_OUTS: 16_666.666666667 / 165,
    },
)


class Watch:
    """A clock the test winds on."""

    def __init__(self, now: Moment) -> None:
        self.now = now

    def __call__(self) -> Moment:
        return self.now

    def to(self, text: str) -> None:
        self.now = at(text)


@pytest.fixture
def watch() -> Watch:
    return Watch(at("2026-01-05T09:00"))


@pytest.fixture
def journal(store: SqliteStore, watch: Watch) -> Journal:
    """A plan saved on Monday: 50 reach-outs a week for ten weeks and a bit."""
    made = Journal(store, watch)
    made.plans.save(target=120_000_000, by=day("2026-12-31"), deal_size=6_000_000)
    return made


def test_a_level_asks_for_what_the_plan_asked_for_when_it_was_saved() -> None:
    paces = {one.level: one for one in level_paces(PLAN, {}, Calendar(), MONDAY)}
    assert {level: one.target for level, one in paces.items()} == {
        Level.DEALS: 20,
        Level.QUALIFIED: 80,
        Level.STAGE1: 160,
        Level.REACH_OUTS: 16_667,
    }
    # 1 November 2026 is a Sunday: the last useful working day is the Friday before.
    assert paces[Level.QUALIFIED].due == day("2026-10-30")
    assert paces[Level.REACH_OUTS].due == day("2026-08-21")


def test_two_days_without_reach_outs_put_their_level_two_days_behind() -> None:
    (reach,) = (
        one
        for one in level_paces(PLAN, {}, Calendar(), day("2026-01-07"))
        if one.level is Level.REACH_OUTS
    )
    assert (reach.pace.state, reach.pace.buffer_days) == (PaceState.BEHIND, -2)
    # Three days of 16,667 in 165: 303.04 reach-outs, so 304.
    assert reach.pace.must_today == 304


def test_a_level_past_its_last_useful_day_is_left_out() -> None:
    levels = [one.level for one in level_paces(PLAN, {}, Calendar(), day("2026-10-05"))]
    assert levels == [Level.DEALS, Level.QUALIFIED]


def test_an_off_day_at_the_end_moves_the_last_useful_day_back() -> None:
    off = Calendar(off=[DayOff(day("2026-08-17"), day("2026-08-21"))])
    last = level_paces(PLAN, {}, off, MONDAY)[-1]
    assert last.due == day("2026-08-14")
    assert last.target == 16_162  # 160 days of 16,666.67 in 165


def test_on_its_first_day_the_plan_asks_for_what_feeds_its_first_deal(journal: Journal) -> None:
    one = journal.briefing().one
    assert one is not None
    # Every line is due today; one deal of 20 is a larger share than 102 reach-outs of 16,667.
    assert (one.what, one.must_today, one.buffer_days, one.title) == ("deals", 1, 0, "the plan")
    assert one.fed_by is not None
    assert (one.fed_by.what, one.fed_by.must_today) == ("reach-outs", 102)


def test_the_waypoint_at_hand_goes_before_the_plan_as_it_asks_for_more(
    store: SqliteStore, watch: Watch
) -> None:
    journal = Journal(store, watch)
    journal.plans.begin(120_000_000, day("2026-12-31"), 6_000_000, 0.25)
    one = journal.briefing().one
    assert one is not None
    # Ten working days of 16,667 in 165 are 1,011, and a tenth of them is due today.
    assert (one.what, one.must_today, one.title) == ("reach-outs", 102, "1,011 reach-outs")


def test_an_outcome_that_leads_shows_what_feeds_it(store: SqliteStore, watch: Watch) -> None:
    journal = Journal(store, watch)
    journal.plans.save(target=120_000_000, by=day("2026-12-31"), deal_size=6_000_000)
    watch.to("2026-01-12T09:00")
    for ahead in range(5):
        journal.record(activity("call", 150, MONDAY + timedelta(days=ahead), outcome="reached"))
        journal.record(activity("meeting", 30, MONDAY + timedelta(days=ahead), outcome="qualified"))
    one = journal.briefing().one
    assert one is not None
    # No deal, no opportunity in five days; one deal of 20 is the largest share.
    assert (one.what, one.buffer_days) == ("deals", -5)
    assert one.fed_by is not None
    # Six days of 16,667 in 165 are 606.1, and 750 are done: the line is kept.
    assert (one.fed_by.what, one.fed_by.must_today) == ("reach-outs", 0)
    assert journal.briefing().reach_outs.target is None


def test_the_week_asks_for_what_its_line_reaches_by_sunday(journal: Journal, watch: Watch) -> None:
    watch.to("2026-01-07T09:00")
    week = read_week(journal, journal.goals.tree())
    # Five days of 16,667 in 165, rounded up: 506; two of five days are gone.
    assert (week.asked, week.days_left, week.a_day(0)) == (506, 3, 169)


def test_what_feeds_an_outcome_asks_for_what_its_own_line_lacks_today(
    journal: Journal, watch: Watch
) -> None:
    watch.to("2026-01-07T09:00")
    one = journal.briefing().one
    assert one is not None
    assert (one.what, one.buffer_days) == ("deals", -2)
    assert one.fed_by is not None
    # Three days of 16,667 in 165 are 303.04; the row beneath says the same.
    assert (one.fed_by.what, one.fed_by.must_today, one.fed_by.done) == ("reach-outs", 304, 0)
    assert journal.briefing().reach_outs.target == 304


def test_reach_outs_of_the_plan_that_lead_are_asked_for_by_one_number_alone(
    store: SqliteStore, watch: Watch
) -> None:
    journal = Journal(store, watch)
    # 4 deals, 3,333.33 reach-outs in 165 days: 3,334 from Monday to 21 August.
    journal.plans.save(target=24_000_000, by=day("2026-12-31"), deal_size=6_000_000)
    for number, on in enumerate((5, 6, 7, 8, 9, 12)):
        watch.to(f"2026-01-{on:02}T12:00")
        journal.record(activity("call", 14, outcome="booked", on=day(f"2026-01-{on:02}")))
        met = activity("meeting", outcome="qualified", on=day(f"2026-01-{on:02}"))
        journal.record(replace(met, account=f"Account {number}"))
        amount = Money(6_000_000, "EUR")
        made = journal.deals.add(f"Account {number}", "Rollout", amount=amount, stage="Negotiation")
    journal.deals.won(made.id)
    watch.to("2026-01-13T09:00")
    # Seven days of 3,334 in 165 are 141.4; 84 are done.
    assert asked_and_left(journal) == ("reach-outs", 58, -2, 58, 58)
    journal.record(activity("call", 30, on=day("2026-01-13")))
    assert asked_and_left(journal) == ("reach-outs", 28, -1, 58, 28)
    journal.record(activity("call", 28, on=day("2026-01-13")))
    assert asked_and_left(journal) == ("reach-outs", 0, 1, 58, 0)


def asked_and_left(journal: Journal) -> tuple[str, int, int | None, int | None, int]:
    """The number that leads with its buffer, and what the row of reach-outs says."""
    briefing = journal.briefing()
    one, row = briefing.one, briefing.reach_outs
    assert one is not None
    return one.what, one.must_today, one.buffer_days, row.target, row.to_go


def test_what_a_day_asks_for_does_not_shrink_while_the_rep_works(
    journal: Journal, watch: Watch
) -> None:
    watch.to("2026-01-07T09:00")
    journal.record(activity("call", 60, day("2026-01-07")))
    assert journal.briefing().reach_outs.target == 304
    assert journal.briefing().reach_outs.done == 60


def test_a_day_off_this_week_is_no_day_to_spread_over(journal: Journal, watch: Watch) -> None:
    watch.to("2026-01-07T09:00")
    journal.days_off.take(day("2026-01-09"), day("2026-01-09"))
    # Four days of the line by Sunday: it loses the Friday at both ends, 406 of 16,566 in 164.
    week = read_week(journal, journal.goals.tree())
    assert week.days_left == 2
    assert week.asked == 405


def test_a_day_that_asks_for_more_than_the_best_one_says_so(journal: Journal, watch: Watch) -> None:
    watch.to("2026-01-14T09:00")
    for ahead in range(7):
        on = MONDAY + timedelta(days=ahead)
        if on.weekday() < 5:
            journal.record(activity("call", 20 + ahead, on))
    sentence = journal.briefing().too_much
    assert sentence is not None
    assert "your best day of the last 7 held 24" in sentence


def test_before_five_days_nobody_knows_a_best_day(journal: Journal) -> None:
    assert journal.briefing().too_much is None


def test_today_is_read_without_the_planner() -> None:
    child = subprocess.run(
        [
            sys.executable,
            "-c",
            "import journal.journal, journal.brief, sys; print(*sys.modules, sep='\\n')",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = child.stdout.split()
    assert "journal.one_number" in loaded
    heavy = [name for name in loaded if name.startswith(("journal.planning", "journal.plans"))]
    assert heavy == []
    assert "statistics" not in loaded
