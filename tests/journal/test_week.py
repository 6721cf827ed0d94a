"""This week's reach-outs: a daily target, a milestone's line or the plan says how many it asks for."""

from __future__ import annotations

from datetime import date

from builders import activity, at

from journal.goal import Form
from journal.journal import Journal
from journal.week import Week, read_week
from storage.store import SqliteStore


def tuesday(store: SqliteStore) -> Journal:
    """A journal on Tuesday 24 November 2026."""
    return Journal(store, lambda: at("2026-11-24T13:45"))


def laid(journal: Journal, target: int, due: date, start: date) -> None:
    """A milestone in reach-outs."""
    journal.goals.add(
        journal.goals.new(
            form=Form.MILESTONE,
            title="Reach-outs",
            measure="reach-outs",
            target=target,
            due=due,
            start=start,
        )
    )


def test_a_week_that_nothing_asks_for_has_only_what_is_done(store: SqliteStore) -> None:
    journal = tuesday(store)
    journal.record(activity("call", 3, date(2026, 11, 23)))
    journal.record(activity("meeting", 1, date(2026, 11, 24)))
    journal.record(activity("call", 9, date(2026, 11, 22)))
    assert read_week(journal, journal.goals.tree()) == Week(done=3, asked=None, days_left=4)


def test_a_daily_target_asks_for_its_working_days(store: SqliteStore) -> None:
    journal = tuesday(store)
    journal.set("target.reach-outs", "12")
    journal.days_off.take(date(2026, 11, 27), date(2026, 11, 27))
    week = read_week(journal, journal.goals.tree())
    assert (week.asked, week.to_go, week.days_left) == (48, 48, 3)


def test_a_milestone_asks_for_what_its_line_reaches_by_sunday(store: SqliteStore) -> None:
    journal = tuesday(store)
    laid(journal, 100, date(2026, 12, 4), date(2026, 11, 23))
    journal.record(activity("email", 15, date(2026, 11, 23)))
    week = read_week(journal, journal.goals.tree())
    assert (week.done, week.asked, week.to_go) == (15, 50, 35)


def test_what_was_missed_before_this_week_is_asked_for_too(store: SqliteStore) -> None:
    journal = tuesday(store)
    laid(journal, 150, date(2026, 12, 4), date(2026, 11, 16))
    journal.record(activity("call", 30, date(2026, 11, 16)))
    week = read_week(journal, journal.goals.tree())
    assert (week.done, week.asked) == (0, 70)


def test_a_milestone_far_ahead_of_its_line_asks_for_nothing(store: SqliteStore) -> None:
    journal = tuesday(store)
    laid(journal, 100, date(2026, 12, 4), date(2026, 11, 23))
    journal.record(activity("call", 60, date(2026, 11, 23)))
    week = read_week(journal, journal.goals.tree())
    assert (week.done, week.asked, week.to_go) == (60, None, 0)


def test_a_milestone_past_its_due_day_asks_the_week_for_nothing(store: SqliteStore) -> None:
    journal = tuesday(store)
    laid(journal, 100, date(2026, 11, 20), date(2026, 11, 9))
    assert read_week(journal, journal.goals.tree()) == Week(done=0, asked=None, days_left=4)
    laid(journal, 20, date(2026, 12, 4), date(2026, 11, 23))
    # Of the 20 by Friday week, the line reaches 10 by Sunday.
    assert read_week(journal, journal.goals.tree()).asked == 10


def test_without_target_and_milestone_the_saved_plan_asks(store: SqliteStore) -> None:
    journal = tuesday(store)
    journal.plans.save(target=120_000_000, by=date(2027, 12, 31), deal_size=6_000_000)
    week = read_week(journal, journal.goals.tree())
    assert week.asked is not None
    assert week.asked > 0
