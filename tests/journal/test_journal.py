"""What a rep does with the journal, on a real file: log, count, plan, rest, look, take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import at, day

from journal.activity import Activity
from journal.days import DayState
from journal.entry import LONGEST_TEXT, Note
from journal.errors import BadInput, ChangedElsewhere, NotFound, NothingToUndo
from journal.goal import Form, Goal
from journal.journal import Journal
from journal.moment import Moment
from journal.pace import PaceState
from storage.store import SqliteStore

THURSDAY = day("2024-02-01")
NEXT_FRIDAY = day("2024-02-09")


class Watch:
    """A clock the test winds on."""

    def __init__(self, now: Moment) -> None:
        self.now = now

    def __call__(self) -> Moment:
        return self.now

    def on(self, **ahead: int) -> None:
        self.now = replace(self.now, utc=self.now.utc + timedelta(**ahead))


@pytest.fixture
def watch() -> Watch:
    return Watch(at("2024-02-01T09:30"))


@pytest.fixture
def journal(store: SqliteStore, watch: Watch) -> Journal:
    return Journal(store, watch)


@pytest.fixture
def milestone(journal: Journal) -> Callable[..., Goal]:
    def add(title: str = "Twenty calls", target: int = 20, due: date = NEXT_FRIDAY) -> Goal:
        made = journal.goals.new(
            form=Form.MILESTONE, title=title, measure="call", target=target, due=due
        )
        return journal.goals.add(made)

    return add


def test_keys_within_ten_minutes_of_the_first_are_one_row(journal: Journal, watch: Watch) -> None:
    for _ in range(3):
        journal.count("call")
        watch.on(minutes=5)
    journal.count("call")
    rows = journal.entries(THURSDAY, THURSDAY)
    assert [row.count for row in rows if isinstance(row, Activity)] == [3, 1]


def test_a_count_after_a_pause_is_a_row_of_its_own(journal: Journal, watch: Watch) -> None:
    journal.count("call")
    watch.on(minutes=11)
    journal.count("call")
    rows = journal.entries(THURSDAY, THURSDAY)
    assert [row.count for row in rows if isinstance(row, Activity)] == [1, 1]


def test_a_count_never_joins_a_call_with_a_name(journal: Journal) -> None:
    journal.record(Activity(day=THURSDAY, kind="call", account="Acme"))
    saved = journal.count("call")
    assert saved.totals == {"call": 2}
    assert len(journal.entries(THURSDAY, THURSDAY)) == 2


def test_each_counted_key_is_taken_back_by_itself(journal: Journal) -> None:
    journal.count("call")
    journal.count("call")
    assert journal.undo().label == "1 call"
    assert journal.briefing().counts[0].done == 1
    journal.undo()
    assert journal.briefing().is_empty


def test_taking_one_off_below_zero_says_so(journal: Journal) -> None:
    journal.count("email")
    assert journal.uncount("email").totals == {}
    with pytest.raises(NotFound, match="No email stands for today"):
        journal.uncount("email")


def test_nothing_is_left_to_undo_in_an_empty_journal(journal: Journal) -> None:
    with pytest.raises(NothingToUndo):
        journal.undo()


def test_a_log_at_one_in_the_morning_belongs_to_the_evening_before(
    store: SqliteStore, watch: Watch
) -> None:
    watch.now = at("2024-02-02T01:00")
    journal = Journal(store, watch)
    assert journal.count("call").entry.day == THURSDAY
    watch.now = at("2024-02-02T04:00")
    assert journal.count("email").entry.day == day("2024-02-02")


def test_tomorrow_cannot_be_logged_and_nothing_is_kept(journal: Journal) -> None:
    with pytest.raises(BadInput, match="has not come yet"):
        journal.record(Activity(day=THURSDAY + timedelta(days=1), kind="call"))
    assert journal.entries(THURSDAY, THURSDAY + timedelta(days=1)) == []


def test_a_note_may_be_long_but_not_endless(journal: Journal) -> None:
    assert journal.record(Note(day=THURSDAY, text="x" * LONGEST_TEXT)).entry.id == 1
    with pytest.raises(BadInput, match=r"100,001 characters; an entry holds 100,000"):
        journal.record(Note(day=THURSDAY, text="x" * (LONGEST_TEXT + 1)))


def test_a_form_from_this_morning_does_not_save_over_a_newer_row(journal: Journal) -> None:
    first = journal.record(Activity(day=THURSDAY, kind="call", account="Acme")).entry
    journal.change(replace(first, text="she called back"))
    with pytest.raises(ChangedElsewhere):
        journal.change(replace(first, text="an older thought"))
    assert journal.entry(first.id).text == "she called back"


def test_an_easing_waits_seven_days_and_wants_a_reason(
    journal: Journal, milestone: Callable[..., Goal]
) -> None:
    goal = milestone()
    later = day("2024-02-16")
    with pytest.raises(BadInput, match="one sentence why"):
        journal.goals.redate(goal.id, later)
    journal.goals.redate(goal.id, later, why="the fair was moved")
    standing = journal.goals.standing(goal.id)
    assert standing.term.due == day("2024-02-09")
    assert standing.coming is not None
    assert (standing.coming.due, standing.coming.effective) == (later, day("2024-02-08"))


def test_a_harder_date_acts_at_once_and_every_date_is_kept(
    journal: Journal, milestone: Callable[..., Goal]
) -> None:
    goal = milestone()
    journal.goals.redate(goal.id, day("2024-02-07"))
    assert [term.due for term in journal.goals.get(goal.id).terms] == [
        day("2024-02-09"),
        day("2024-02-07"),
    ]
    assert journal.goals.standing(goal.id).term.due == day("2024-02-07")
    journal.undo()
    assert journal.goals.standing(goal.id).term.due == day("2024-02-09")


def test_a_milestone_done_early_says_by_how_many_days(
    journal: Journal, milestone: Callable[..., Goal]
) -> None:
    goal = milestone()
    standing = journal.goals.complete(goal.id)
    assert standing.days_early == 8
    with pytest.raises(BadInput, match="already"):
        journal.goals.complete(goal.id)


def test_a_milestone_shows_its_pace_and_what_it_lacks(
    journal: Journal, milestone: Callable[..., Goal]
) -> None:
    milestone()
    journal.record(Activity(day=THURSDAY, kind="call", count=3))
    standing = journal.goals.tree()[0]
    assert standing.done == 3
    assert standing.pace is not None
    # Twenty calls in the seven working days from Thursday 1 to Friday 9 February: the first day's
    # line is 20/7, met by 3, and the second day's 40/7 is not.
    assert standing.pace.state is PaceState.ONE_DAY
    assert standing.lacks == ("evidence", "what it serves")


@pytest.mark.parametrize("target", [0, -5])
def test_a_target_of_nothing_is_refused(journal: Journal, target: int) -> None:
    made = journal.goals.new(
        form=Form.GOAL, title="Nothing", measure="call", target=target, due=THURSDAY
    )
    with pytest.raises(BadInput, match="above 0"):
        journal.goals.add(made)


def test_a_goal_cannot_be_part_of_itself(journal: Journal, milestone: Callable[..., Goal]) -> None:
    upper, lower = milestone("upper"), milestone("lower")
    journal.goals.change(replace(lower, parent=upper.id))
    with pytest.raises(BadInput, match="part of itself"):
        journal.goals.change(replace(journal.goals.get(upper.id), parent=lower.id))


def test_a_goal_with_parts_is_not_deleted_under_them(
    journal: Journal, milestone: Callable[..., Goal]
) -> None:
    upper, lower = milestone("upper"), milestone("lower")
    journal.goals.change(replace(lower, parent=upper.id))
    with pytest.raises(BadInput, match="has parts"):
        journal.goals.remove(upper.id)


def test_a_checked_in_number_is_its_last_value(journal: Journal) -> None:
    made = journal.goals.new(
        form=Form.MILESTONE,
        title="Talk share under 45 %",
        measure="number",
        target=4_500,
        due=day("2024-03-01"),
        baseline=6_000,
        at_most=True,
    )
    goal = journal.goals.add(made)
    assert journal.goals.standing(goal.id).done is None
    journal.goals.check_in(goal.id, 5_800, day("2024-01-31"))
    journal.goals.check_in(goal.id, 5_200)
    assert journal.goals.standing(goal.id).done == 5_200
    with pytest.raises(BadInput, match="has not come yet"):
        journal.goals.check_in(goal.id, 5_000, day("2024-02-02"))


def test_days_off_break_nothing_and_may_be_given_back(journal: Journal) -> None:
    journal.days_off.take(THURSDAY, day("2024-02-02"), "a long weekend")
    assert journal.briefing().state is DayState.OFF
    with pytest.raises(NotFound):
        journal.days_off.give_back(day("2024-03-01"), day("2024-03-02"))
    assert journal.days_off.give_back(THURSDAY, day("2024-02-02")) == 2
    assert journal.briefing().state is DayState.OPEN


def test_days_off_that_end_before_they_begin_are_refused(journal: Journal) -> None:
    with pytest.raises(BadInput, match="before they begin"):
        journal.days_off.take(THURSDAY, day("2024-01-31"))


def test_public_holidays_are_free_from_the_day_the_country_is_set(
    journal: Journal, watch: Watch
) -> None:
    watch.now = at("2024-05-01T10:00")
    assert journal.calendar.is_working(day("2024-05-01"))
    journal.set("country", "DE")
    assert not journal.calendar.is_working(day("2024-05-01"))
    assert journal.calendar.is_working(day("2024-04-01"))


def test_a_four_day_week_does_not_rewrite_the_past(journal: Journal) -> None:
    journal.set("workdays", "mon-thu")
    assert not journal.calendar.is_working(day("2024-02-02"))
    assert journal.calendar.is_working(day("2024-01-26"))
    journal.undo()
    assert journal.calendar.is_working(day("2024-02-02"))


def test_an_empty_journal_invites(journal: Journal) -> None:
    briefing = journal.briefing()
    assert briefing.is_empty
    assert briefing.one is None
    record = journal.track_record()
    assert record.strength is None
    assert record.days == ()


def test_the_briefing_leads_with_the_waypoint_that_is_behind(
    journal: Journal, watch: Watch, milestone: Callable[..., Goal]
) -> None:
    milestone("Twenty calls", 20)
    watch.on(days=4)
    journal.record(Activity(day=day("2024-02-05"), kind="call", count=2))
    one = journal.briefing().one
    assert one is not None
    # On Monday 5 February the line stands at 60/7 = 8.57, so 9 − 2 = 7 are still to do; Friday's
    # line 40/7 is unmet too, and Thursday's 20/7 as well: three days behind, today not counted.
    assert (one.what, one.must_today, one.done, one.buffer_days) == ("calls", 7, 2, -2)


def test_a_plan_makes_its_goal_and_keeps_every_version(journal: Journal) -> None:
    plan = journal.plans.save(target=120_000_000, by=day("2024-12-31"), deal_size=6_000_000)
    assert plan.start == day("2024-01-01")
    assert [standing.goal.title for standing in journal.goals.tree()] == ["1.2M booked in 2024"]
    newer = journal.plans.save(win_rate=0.3)
    assert (newer.target, newer.goal) == (120_000_000, plan.goal)
    assert newer.id > plan.id
    journal.undo()
    latest = journal.plans.latest()
    assert latest is not None
    assert latest.id == plan.id


def test_a_plan_without_history_asks_what_the_numbers_say(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=day("2024-12-31"), deal_size=6_000_000)
    needed = [line.needed for line in journal.plans.funnel().levels]
    assert needed == pytest.approx([20, 80, 160, 200, 333.333, 1666.667, 16666.667], abs=0.001)


def test_a_plan_that_ended_is_refused(journal: Journal) -> None:
    with pytest.raises(BadInput, match="still ahead"):
        journal.plans.save(target=1_000, by=day("2024-01-31"))


def test_without_a_target_the_funnel_still_shows_its_rates(journal: Journal) -> None:
    found = journal.plans.funnel()
    assert (found.target, found.by, found.weekly_reach_outs) == (None, None, None)
    assert [line.rate for line in found.levels] == [None, 0.25, 0.5, 0.8, 0.6, 0.2, 0.1]


def test_the_holidays_of_later_years_are_kept_when_the_journal_is_opened_then(
    journal: Journal, watch: Watch
) -> None:
    journal.set("country", "DE")
    watch.now = at("2031-05-02T10:00")
    journal.keep_holidays_ahead()
    assert not journal.calendar.is_working(day("2035-05-01"))
    assert journal.undo().label == "country set to DE"


def test_a_day_off_asks_for_nothing_and_still_counts(journal: Journal) -> None:
    journal.set("target.call", "10")
    journal.days_off.take(THURSDAY, THURSDAY)
    briefing = journal.briefing()
    assert [(count.kind, count.target) for count in briefing.counts[:1]] == [("call", None)]
    assert briefing.reach_outs.target is None
    journal.count("call")
    one = journal.briefing().one
    assert one is not None
    assert (one.must_today, one.done) == (0, 1)
    assert journal.briefing().counts[0].done == 1
