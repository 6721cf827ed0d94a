"""The chance of a milestone for what comes of the rep's work: first meetings, stage 1, qualified."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import NOW, activity, at, day, deal

from journal.day_page import DayPage
from journal.evening import Evening
from journal.goal import Form, Goal
from journal.journal import Journal
from journal.standing import Standing
from storage.store import SqliteStore

MONDAY = day("2026-03-02")
TWENTY_DAYS = [day("2026-02-02") + timedelta(days=n) for n in range(28)]


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    return Journal(store, lambda: at("2026-03-02T09:00"))


def laid(journal: Journal, measure: str, target: int, due: str) -> Goal:
    new = journal.goals.new(
        form=Form.MILESTONE, title=measure, measure=measure, target=target, due=day(due)
    )
    return journal.goals.add(new)


def standing(journal: Journal, goal: Goal) -> Standing:
    return journal.goals.standing(goal.id)


def thirty_in_twenty_days() -> list[date]:
    """One and two by turns on each working day of four weeks."""
    working = [on for on in TWENTY_DAYS if on.weekday() < 5]
    return [on for place, on in enumerate(working) for _ in range(1 + place % 2)]


def save_deals(store: SqliteStore, which: str, days: list[date]) -> None:
    with store.action("deals", NOW, "test"):
        for number, on in enumerate(days):
            store.deals.add(replace(deal(f"Deal {number}", None), **{which: on}))


@pytest.mark.parametrize(
    ("measure", "which"), [("stage1", "stage1_on"), ("qualified", "qualified_on")]
)
def test_opportunities_have_the_chance_that_the_reps_own_days_give_them(
    journal: Journal, store: SqliteStore, measure: str, which: str
) -> None:
    # NUMBERS 4: λ0 2 a day, 30 in the last 20 days, 10 days left for 20.
    journal.record(activity(on=day("2026-02-02")))
    save_deals(store, which, thirty_in_twenty_days())
    found = standing(journal, laid(journal, measure, 20, "2026-03-13"))
    assert found.chance == pytest.approx(0.2613, abs=5e-5)
    assert not found.if_plan_kept


def test_first_meetings_count_on_the_day_an_account_was_first_met(journal: Journal) -> None:
    for number, on in enumerate(thirty_in_twenty_days()):
        journal.record(activity("meeting", on=on, account=f"Account {number}"))
        journal.record(activity("meeting", on=day("2026-02-27"), account="Account 0"))
    found = standing(journal, laid(journal, "first-meetings", 20, "2026-03-13"))
    assert found.chance == pytest.approx(0.2613, abs=5e-5)


def test_before_any_history_the_first_target_says_the_pace(journal: Journal) -> None:
    # NUMBERS 4: λ0 8 a day, nothing known, 20 days left for 160.
    for measure in ("first-meetings", "stage1", "qualified"):
        found = standing(journal, laid(journal, measure, 160, "2026-03-27"))
        assert found.chance == pytest.approx(0.4939, abs=5e-5)
        assert found.if_plan_kept


def test_the_saved_plan_says_the_pace_of_each_level(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=day("2026-12-31"), deal_size=6_000_000)
    # 333⅓ first meetings in the 145 working days to 18 September, 160 stage-1 in the 155 to 2 October,
    # 80 qualified in the 175 to 1 November; the tails were added up term by term.
    for measure, target, due, chance in (
        ("first-meetings", 20, "2026-03-13", 0.677402416),
        ("stage1", 6, "2026-03-13", 0.865442650),
        ("qualified", 12, "2026-03-27", 0.281339273),
    ):
        found = standing(journal, laid(journal, measure, target, due))
        assert found.chance == pytest.approx(chance, abs=5e-7)


def test_a_deal_that_comes_today_is_done_and_no_history_yet(
    journal: Journal, store: SqliteStore
) -> None:
    milestone = laid(journal, "stage1", 1, "2026-03-13")
    save_deals(store, "stage1_on", [MONDAY])
    found = standing(journal, milestone)
    assert (found.done, found.chance, found.if_plan_kept) == (1, 1.0, True)


def test_a_day_called_done_is_no_day_to_work_on_any_more(journal: Journal) -> None:
    for on in thirty_in_twenty_days():
        journal.record(activity(on=on))
    journal.record(activity(count=2, on=MONDAY))
    calls = laid(journal, "call", 22, "2026-03-16")
    ahead = journal.goals.add(replace(calls, id=0, uid="", start=day("2026-03-03")))
    # λ0 2 a day, 30 in the last 20 days, 20 to go in 11 days: added up term by term.
    assert standing(journal, calls).chance == pytest.approx(0.386813, abs=5e-7)
    before = standing(journal, ahead).chance
    journal.day_pages.close(Evening(page=DayPage(day=MONDAY)))
    # NUMBERS 4: the same in the 10 days from tomorrow on.
    assert standing(journal, calls).chance == pytest.approx(0.2613, abs=5e-5)
    assert standing(journal, ahead).chance == before
    journal.day_pages.reopen(MONDAY)
    assert standing(journal, calls).chance == pytest.approx(0.386813, abs=5e-7)


def test_on_its_last_day_a_short_milestone_has_no_chance_once_the_day_is_done(
    journal: Journal,
) -> None:
    calls = laid(journal, "call", 5, "2026-03-02")
    assert (standing(journal, calls).chance or 0) > 0
    journal.day_pages.close(Evening(page=DayPage(day=MONDAY)))
    assert standing(journal, calls).chance == 0
