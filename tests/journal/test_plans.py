"""A plan lived with: begun, typed over, taken back, explained, and weighed on bad days and bad data."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from builders import at, day

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.errors import BadInput
from journal.goal import Form
from journal.journal import Journal
from journal.money import Money
from journal.plan import Level, Plan
from storage.store import SqliteStore

YEAR_END = day("2026-12-31")
NOW = at("2026-01-05T09:00")


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    return Journal(store, lambda: NOW)


def planned(journal: Journal) -> Plan:
    return journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000)


def with_deals(journal: Journal, *deals: Deal) -> None:
    with journal.writing("deals"):
        for deal in deals:
            journal.store.deals.add(deal)
    journal.forget_what_was_read()


def won(name: str, amount: Money | None, closed: str | None, opened: str | None = None) -> Deal:
    return Deal(
        account="Acme",
        name=name,
        amount=amount,
        outcome=Outcome.WON,
        opened=day(opened) if opened else None,
        closed=day(closed) if closed else None,
    )


def test_two_minutes_lay_a_plan_a_goal_and_a_first_waypoint_as_one_action(
    journal: Journal,
) -> None:
    plan = journal.plans.begin(120_000_000, YEAR_END, 6_000_000, 0.25)
    assert plan is not None
    goal, waypoint = journal.goals.tree()
    assert (goal.goal.measure, goal.term.target, goal.term.due) == (
        *("amount-booked", 120_000_000),
        YEAR_END,
    )
    # 16,666.67 reach-outs in 165 working days; 10 of them until two weeks are nearly over.
    assert (waypoint.goal.measure, waypoint.term.target) == ("reach-outs", 1_011)
    assert waypoint.term.due == day("2026-01-16")
    assert waypoint.goal.serves == "A step to: 1.2M booked in 2026"
    journal.undo()
    assert (journal.goals.tree(), journal.plans.latest()) == ((), None)


@pytest.mark.parametrize(
    ("target", "by", "title"),
    [
        (120_000_000, "2027-12-31", "1.2M booked in 2027"),
        (120_000_000, "2027-06-30", "1.2M booked by 30 Jun 2027"),
        (8_600_000, "2026-03-31", "86k booked by 31 Mar 2026"),
        (None, "2026-12-31", "Booked in 2026"),
    ],
)
def test_a_plans_goal_is_called_by_its_amount_and_its_year(
    journal: Journal, target: int | None, by: str, title: str
) -> None:
    journal.plans.begin(target, day(by), 6_000_000, None)
    assert journal.goals.tree()[0].goal.title == title


def test_the_plans_own_title_follows_its_target_and_the_reps_title_stays(journal: Journal) -> None:
    plan = planned(journal)
    journal.plans.save(target=150_000_000)
    assert journal.goals.get(plan.goal).title == "1.5M booked in 2026"
    journal.undo()
    assert journal.goals.get(plan.goal).title == "1.2M booked in 2026"
    journal.goals.change(replace(journal.goals.get(plan.goal), title="The best year"))
    journal.plans.save(target=150_000_000)
    assert journal.goals.get(plan.goal).title == "The best year"


def test_every_question_of_the_first_start_may_be_skipped(journal: Journal) -> None:
    assert journal.plans.begin(None, None, None, None) is None
    assert journal.plans.latest() is None
    only_size = journal.plans.begin(None, None, 6_000_000, None)
    assert only_size is not None
    assert (only_size.target, only_size.deal_size) == (None, 6_000_000)
    assert journal.plans.outlook() is None
    assert [one.goal.form for one in journal.goals.tree()] == [Form.GOAL]


def test_an_assumption_typed_over_is_a_version_and_can_be_reset(journal: Journal) -> None:
    planned(journal)
    assert journal.plans.type_over(Level.STAGE1, rate=0.4).rate(Level.STAGE1) == 0.4
    assert journal.plans.type_over(Level.STAGE1, lag=20).lag(Level.STAGE1) == 20
    assert journal.plans.funnel().levels[2].needed == pytest.approx(200)
    plain = journal.plans.reset(Level.STAGE1)
    assert (plain.rates, plain.lags) == ({}, {})
    assert len(journal.plans.versions()) == 4
    journal.undo()
    latest = journal.plans.latest()
    assert latest is not None
    assert (latest.rates, latest.lags) == ({Level.STAGE1: 0.4}, {Level.STAGE1: 20})


def test_resetting_what_was_never_typed_saves_nothing(journal: Journal) -> None:
    plan = planned(journal)
    assert journal.plans.reset(Level.QUALIFIED) == plan
    assert len(journal.plans.versions()) == 1


def test_the_average_deal_may_be_taken_from_history_again(journal: Journal) -> None:
    planned(journal)
    with_deals(journal, won("One", Money(9_000_000, "EUR"), "2025-11-03", "2025-09-01"))
    assert journal.plans.funnel().basis.size.mean == (5 * 6_000_000 + 9_000_000) / 6
    journal.plans.reset(Level.DEALS)
    assert journal.plans.funnel().basis.size.mean == 9_000_000


def test_each_version_says_what_changed_the_need(journal: Journal) -> None:
    planned(journal)
    journal.plans.save(target=90_000_000, deal_size=5_000_000, win_rate=0.2)
    newer, first = journal.plans.versions()
    assert (newer.deals_needed, first.deals_needed) == (18, 20)
    assert first.causes == ()
    # NUMBERS 12 in qualified opportunities, over .5·.8·.6·.2·.1 reach-outs each.
    assert newer.causes == (
        "The target went from 1,200,000 to 900,000: 5,088 fewer reach-outs.",
        "The win rate went from 25 % to 20 %: 3,947 more reach-outs.",
        "The average deal went from 60,000 to 50,000: 3,225 more reach-outs.",
    )


def test_what_was_booked_and_what_opened_since_are_causes_too(journal: Journal) -> None:
    planned(journal)
    with_deals(
        journal,
        won("Booked", Money(30_000_000, "EUR"), "2026-01-02"),
        Deal(account="B", name="Open", amount=Money(20_000_000, "EUR"), stage="Negotiation"),
    )
    journal.plans.save()
    causes = " ".join(journal.plans.versions()[0].causes)
    assert "What is booked went from 0 to 300,000:" in causes
    assert "What the open deals should bring went from 0 to" in causes
    assert "The win rate went from 25 % to 28.6 %:" in causes


def test_a_moved_day_and_a_longer_lag_are_told_without_a_number(journal: Journal) -> None:
    planned(journal)
    journal.plans.save(by=day("2026-11-30"), lags={Level.REACH_OUTS: 21})
    assert journal.plans.versions()[0].causes == (
        "The last day went from 2026-12-31 to 2026-11-30: less time for it.",
        "Reach-outs take 21 days to become unqualified leads, not 14.",
    )


def test_a_rate_of_nought_is_compared_with_nothing(journal: Journal) -> None:
    planned(journal)
    journal.plans.type_over(Level.QUALIFIED, rate=0.0)
    assert journal.plans.versions()[0].causes == (
        "At a rate of 0 % no number follows, so there is nothing to compare.",
    )
    assert journal.plans.funnel().levels[1].needed is None
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert outlook.chance == 0
    assert journal.plans.weekly_for(0.5) is None


def test_a_rate_of_one_needs_no_more_than_the_level_above(journal: Journal) -> None:
    planned(journal)
    journal.plans.type_over(Level.QUALIFIED, rate=1.0)
    deals, qualified = journal.plans.funnel().levels[:2]
    assert (deals.needed, qualified.needed) == (20, 20)
    assert {lever.name: lever.gain for lever in journal.plans.levers()}["w"] == 0


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"target": 0}, "A target is more than nothing; write an amount above 0."),
        ({"target": -5}, "A target is more than nothing; write an amount above 0."),
        ({"deal_size": 0}, "An average deal is more than nothing; write an amount above 0."),
        ({"win_rate": 1.2}, "A rate lies between 0 and 100 %: write 25%, 25 or .25."),
        ({"by": day("2025-06-30")}, "The plan ended 2025-06-30; write a day that is still ahead"),
    ],
)
def test_what_cannot_be_planned_is_one_sentence_and_saves_nothing(
    journal: Journal, said: dict[str, Any], sentence: str
) -> None:
    before = planned(journal)
    with pytest.raises(BadInput) as refused:
        journal.plans.save(**said)
    assert str(refused.value).startswith(sentence)
    assert journal.plans.latest() == before


def test_an_average_deal_larger_than_the_target_needs_a_part_of_one(journal: Journal) -> None:
    journal.plans.save(target=1_000_000, by=YEAR_END, deal_size=6_000_000)
    assert journal.plans.funnel().levels[0].needed == pytest.approx(1 / 6)
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert 0 < outlook.chance < 1


def test_lags_longer_than_the_time_left_leave_what_still_helps(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=day("2026-02-01"), deal_size=6_000_000)
    funnel = journal.plans.funnel()
    assert (funnel.is_past, funnel.weekly_reach_outs) == (True, None)
    assert journal.plans.plan_chance() is None
    assert [one.level for one in journal.level_paces()] == [Level.DEALS]
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert outlook.notes[0] == (
        "The plan asks for no new opportunity in time, and none has begun lately: "
        "only the open deals count."
    )


def test_past_a_last_useful_day_a_new_version_keeps_the_pace_of_the_one_before(
    journal: Journal,
) -> None:
    before = planned(journal)
    after = journal.plans.save(by=day("2026-02-01"))
    assert Level.REACH_OUTS in before.daily_rates
    assert after.daily_rates == {
        **before.daily_rates,
        Level.DEALS: after.daily_rates[Level.DEALS],
    }
    assert [one.level for one in journal.level_paces()] == [Level.DEALS]
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert not any("no new opportunity" in note for note in outlook.notes)


def test_other_currencies_are_kept_apart_and_said(journal: Journal) -> None:
    planned(journal)
    with_deals(
        journal,
        won("Dollars", Money(50_000_000, "USD"), "2026-01-02"),
        Deal(account="B", name="Open", amount=Money(90_000_000, "USD"), stage="Proposal"),
    )
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert outlook.booked == Money(0, "EUR")
    assert "2 deals not in EUR: left out of the amounts." in outlook.notes


def test_deals_without_amount_or_dates_are_counted_where_they_can_be(journal: Journal) -> None:
    planned(journal)
    with_deals(
        journal,
        won("No amount", None, "2025-11-03"),
        won("No dates", Money(6_000_000, "EUR"), None),
        Deal(account="C", name="Nothing known"),
    )
    outlook, funnel = journal.plans.outlook(), journal.plans.funnel()
    assert outlook is not None
    assert "1 deal won without an amount: not in the average deal." in outlook.notes
    assert funnel.basis.rates[Level.QUALIFIED].s == 1
    assert "1 deal open in a stage the journal does not know: not in what is expected." in (
        outlook.notes
    )


def test_a_year_with_one_deal_still_says_something(journal: Journal) -> None:
    with_deals(journal, won("The one", Money(6_000_000, "EUR"), "2025-06-30", "2025-03-03"))
    journal.plans.save(target=12_000_000, by=YEAR_END)
    outlook, funnel = journal.plans.outlook(), journal.plans.funnel()
    assert outlook is not None
    # (20·.25 + 1)/21; the deal itself is the average.
    assert funnel.basis.rates[Level.QUALIFIED].used == pytest.approx(6 / 21)
    assert (funnel.basis.size.mean, funnel.levels[0].needed) == (6_000_000, 2)
    assert 0 < outlook.chance < 1


def test_without_a_deal_size_there_is_no_outlook_and_the_funnel_says_why(
    journal: Journal,
) -> None:
    journal.plans.save(target=120_000_000, by=YEAR_END)
    assert journal.plans.outlook() is None
    assert (journal.plans.levers(), journal.plans.weekly_for(0.5)) == ((), None)
    assert journal.plans.funnel().notes[0].startswith("Say what an average deal brings")


def test_a_target_that_is_booked_has_every_chance(journal: Journal) -> None:
    planned(journal)
    with_deals(journal, won("All", Money(130_000_000, "EUR"), "2026-01-02"))
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert (outlook.chance, outlook.booked.minor) == (1, 130_000_000)
    assert journal.plans.weekly_for(0.8) == 0


def test_a_new_plan_has_its_own_chance_and_the_reach_outs_for_more(journal: Journal) -> None:
    planned(journal)
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert outlook.if_plan_kept
    assert outlook.chance == pytest.approx(0.382, abs=0.005)
    assert journal.plans.plan_chance() == pytest.approx(outlook.chance, abs=1e-9)
    half, sure = journal.plans.weekly_for(0.5), journal.plans.weekly_for(0.8)
    assert half is not None
    assert sure is not None
    assert 506 < half < sure


def test_the_levers_come_best_first(journal: Journal) -> None:
    planned(journal)
    gains = [lever.gain for lever in journal.plans.levers()]
    assert gains == sorted(gains, reverse=True)
    assert {lever.name for lever in journal.plans.levers()} == {
        *("reach_outs", "d", "c", "b", "a", "q", "w", "deal_size"),
    }


def test_the_quarters_add_up_to_the_gap(journal: Journal) -> None:
    planned(journal)
    gaps = [quarter.gap for quarter in journal.plans.quarters()]
    assert sum(gaps) == pytest.approx(120_000_000)
    # NUMBERS 5: C = 10.153, 56.997, 118.169 and 182.619 at the ends of the quarters.
    assert [gap / 120_000_000 for gap in gaps] == pytest.approx(
        [0.0556, 0.2565, 0.3350, 0.3529], abs=5e-5
    )


def test_goals_for_deals_have_a_chance_of_their_own(journal: Journal) -> None:
    planned(journal)
    few = journal.goals.add(
        journal.goals.new(
            form=Form.GOAL, title="Two won", measure="deals-won", target=2, due=YEAR_END
        )
    )
    many = journal.goals.add(
        journal.goals.new(
            form=Form.GOAL, title="Sixty won", measure="deals-won", target=60, due=YEAR_END
        )
    )
    dollars = journal.goals.add(
        replace(
            journal.goals.new(
                form=Form.GOAL, title="Dollars", measure="amount-booked", target=5, due=YEAR_END
            ),
            currency="USD",
        )
    )
    chances = journal.goals.chances()
    plan = journal.plans.current()
    assert chances[plan.goal] == pytest.approx(0.382, abs=0.005)
    assert chances[few.id] > 0.98 > chances[many.id]
    assert dollars.id not in chances


def test_what_was_won_counts_towards_the_deals_of_a_goal(journal: Journal) -> None:
    planned(journal)
    goal = journal.goals.add(
        journal.goals.new(
            form=Form.GOAL,
            title="One won",
            measure="deals-won",
            target=1,
            due=YEAR_END,
            start=day("2026-01-01"),
        )
    )
    with_deals(journal, won("First", None, "2026-01-02"))
    assert journal.goals.chances()[goal.id] == 1


def test_a_logged_call_leaves_the_chance_as_it_was(journal: Journal) -> None:
    planned(journal)
    before = journal.plans.outlook()
    journal.count("call")
    assert journal.plans.outlook() == before
    assert journal.plans.funnel().levels[-1].done == 1


def test_what_was_done_yesterday_is_read_again_when_yesterday_changes(
    store: SqliteStore,
) -> None:
    moments = [NOW]
    journal = Journal(store, lambda: moments[0])
    planned(journal)
    moments[0] = replace(NOW, utc=NOW.utc + timedelta(days=2))
    assert journal.plans.funnel().levels[-1].done == 0
    journal.record(Activity(day=day("2026-01-06"), kind="call", count=30))
    assert journal.plans.funnel().levels[-1].done == 30


def test_a_plan_goes_along_when_its_goal_is_re_dated_and_comes_back_with_undo(
    journal: Journal,
) -> None:
    plan = planned(journal)
    journal.goals.redate(plan.goal, day("2027-03-31"), why="Budgets are decided in March")
    moved = journal.plans.current()
    # What was booked since January still counts: only the end moves.
    assert (moved.start, moved.by, moved.target) == (plan.start, day("2027-03-31"), 120_000_000)
    assert journal.plans.funnel().by == day("2027-03-31")
    assert journal.goals.get(plan.goal).title == "1.2M booked by 31 Mar 2027"
    journal.undo()
    assert journal.plans.current() == plan
    assert journal.goals.get(plan.goal).terms[-1].due == YEAR_END


def test_a_milestone_that_is_re_dated_leaves_the_plan_alone(journal: Journal) -> None:
    plan = planned(journal)
    first = journal.goals.add(
        journal.goals.new(
            form=Form.MILESTONE,
            title="Deals",
            measure="deals",
            target=5,
            due=day("2026-06-30"),
            parent=plan.goal,
        )
    )
    journal.goals.redate(first.id, day("2026-05-29"))
    assert journal.plans.current() == plan


def test_a_goal_that_gets_another_day_keeps_the_easier_target_that_was_decided(
    store: SqliteStore,
) -> None:
    clock = [at("2026-01-15T09:00")]
    journal = Journal(store, lambda: clock[0])
    planned(journal)
    clock[0] = at("2026-01-16T09:00")
    plan = journal.plans.save(target=80_000_000)
    clock[0] = at("2026-01-17T09:00")
    journal.goals.redate(plan.goal, day("2026-11-30"))
    moved = journal.plans.current()
    assert (moved.target, moved.by) == (80_000_000, day("2026-11-30"))
    assert journal.goals.get(plan.goal).terms[-1].target == 80_000_000


def test_a_rate_too_near_to_nothing_is_refused_and_the_plan_stays(journal: Journal) -> None:
    plan = planned(journal)
    with pytest.raises(BadInput, match=r"write 0, or at least 0\.0001%"):
        journal.plans.type_over(Level.QUALIFIED, rate=1e-150)
    assert journal.plans.current() == plan


def test_a_plan_of_an_older_version_with_such_a_rate_is_still_told(journal: Journal) -> None:
    plan = planned(journal)
    with journal.writing("an older version's plan"):
        journal.store.plans.add(replace(plan, rates={Level.QUALIFIED: 1e-150}))
    journal.forget_what_was_read()
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert 0 <= outlook.chance <= 1


def test_a_journal_without_a_plan_has_no_versions(journal: Journal) -> None:
    assert journal.plans.versions() == ()
