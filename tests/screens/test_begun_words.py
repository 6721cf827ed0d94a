"""What the first start says: which waypoint was laid, and where none could be, what helps next."""

from __future__ import annotations

from datetime import date

import pytest
from builders import at, day

from journal.deal import Deal, Outcome
from journal.journal import Journal
from journal.money import Money
from screens import goal_words, wording
from screens.begun_words import begun
from storage.store import SqliteStore

AUTUMN = "2026-11-23T13:00"


def said(
    store: SqliteStore,
    now: str,
    target: int | None = 120_000_000,
    by: str | None = "2026-12-31",
    size: int | None = 6_000_000,
    rate: float | None = None,
) -> str:
    """The three answers given, and what the first plan says."""
    journal = Journal(store, lambda: at(now))
    plan = journal.plans.begin(target, day(by) if by else None, size, rate)
    assert plan is not None
    parts = [one for one in journal.goals.tree() if one.goal.parent == plan.goal]
    return begun(journal.plans.funnel(), parts, journal.today())


def kept(store: SqliteStore, deal: Deal) -> None:
    """A deal that stands in the journal."""
    with Journal(store, lambda: at(AUTUMN)).writing("a deal"):
        store.deals.add(deal)


def test_a_first_waypoint_within_two_weeks_is_named_and_the_deals_are_asked_for(
    store: SqliteStore,
) -> None:
    assert said(store, "2026-01-05T09:00") == (
        "✓ The plan has begun; your first waypoint is laid: 1,011 reach-outs by Fri 16 Jan. "
        "I brings in the deals you have."
    )


def test_in_autumn_reach_outs_come_too_late_and_no_waypoint_is_claimed(store: SqliteStore) -> None:
    assert said(store, AUTUMN) == (
        "✓ The plan has begun with 20 deals won by 31 Dec; reach-outs from today come too late "
        "for it on average: a later date helps, or open deals, which I brings in."
    )


def test_next_years_target_begins_with_reach_outs_in_autumn(store: SqliteStore) -> None:
    # 16,666.67 in 195 working days to 20 August; 11 of them to 7 December.
    assert said(store, AUTUMN, by="2027-12-31") == (
        "✓ The plan has begun; your first waypoint is laid: 941 reach-outs by Mon 7 Dec. "
        "I brings in the deals you have."
    )


def test_without_a_deal_size_nothing_is_laid_and_it_says_what_is_missing(
    store: SqliteStore,
) -> None:
    assert said(store, AUTUMN, size=None) == (
        "✓ The plan has begun, without a waypoint yet: type what an average deal brings on Deals "
        "in the funnel, or bring yours in with I; then l lays them."
    )


def test_without_a_target_nothing_can_be_laid(store: SqliteStore) -> None:
    assert said(store, AUTUMN, target=None, by=None, rate=0.3) == (
        "✓ Saved; no waypoint can be laid without a target: type one on Booked in the funnel, "
        "then l lays them."
    )


def test_open_deals_that_are_there_are_named_as_what_helps(store: SqliteStore) -> None:
    acme = Deal(account="Acme", name="X", amount=Money(9_000_000, "EUR"), stage="Proposal")
    kept(store, acme)
    assert said(store, AUTUMN).endswith(": a later date helps, or the open deals.")


def test_once_reach_outs_come_too_late_first_meetings_are_laid_at_hand(store: SqliteStore) -> None:
    # 118 days are too few for the 132 from a reach-out to a deal, and enough for a meeting's 104.
    words = said(store, "2026-09-04T09:00")
    assert words == (
        "✓ The plan has begun; your first waypoint is laid: 334 first meetings by Fri 18 Sep. "
        "I brings in the deals you have."
    )
    earlier = Journal(store, lambda: at("2026-08-24T09:00"))
    assert earlier.plans.funnel().is_past
    first = earlier.goals.lay_backward(earlier.plans.current().goal)[-1]
    # 20 working days to 18 September, 10 of them to 4 September: half of 334.
    assert (first.title, first.terms[0].due) == ("167 first meetings", date(2026, 9, 4))


def test_a_rep_whose_deals_are_all_in_is_told_the_pace_though_nothing_was_won_this_year(
    store: SqliteStore,
) -> None:
    said(store, AUTUMN)
    last_year = Deal(account="Acme", name="X", outcome=Outcome.WON, closed=date(2025, 12, 1))
    kept(store, last_year)
    kept(store, Deal(account="Stark", name="Y", outcome=Outcome.LOST, closed=date(2026, 6, 1)))
    kept(store, Deal(account="Wayne", name="Z", stage="Proposal"))
    journal = Journal(store, lambda: at(AUTUMN))
    goal = journal.goals.tree()[0]
    assert (goal.done, goal.awaits_wins) == (0, False)
    assert goal_words.short_state(goal, journal.today()).words == "behind"


@pytest.mark.parametrize(("is_won", "states"), [(False, "no wins yet"), (True, "behind")])
def test_a_goal_made_in_autumn_is_not_called_behind_while_no_win_is_written_down(
    store: SqliteStore, is_won: bool, states: str
) -> None:
    said(store, AUTUMN)
    journal = Journal(store, lambda: at(AUTUMN))
    if is_won:
        won = Deal(
            account="Acme",
            name="X",
            amount=Money(6_000_000, "EUR"),
            outcome=Outcome.WON,
            closed=date(2026, 3, 2),
        )
        kept(store, won)
        journal.forget_what_was_read()
    goal = journal.goals.tree()[0]
    assert goal_words.short_state(goal, journal.today()).words == states
    assert (goal.pace is None) is not is_won
    if not is_won:
        assert wording.state(goal).words == "nothing booked yet"
        assert goal_words.line(goal) == (
            "Nothing booked is written down yet, so no verdict on the time before: "
            "I brings your deals in."
        )


def test_a_goal_made_in_january_is_told_behind_as_ever(store: SqliteStore) -> None:
    said(store, "2026-01-05T09:00")
    later = Journal(store, lambda: at("2026-01-12T09:00"))
    goal = later.goals.tree()[0]
    assert goal.pace is not None
    assert goal.pace.buffer_days == -7  # 1, 2 and 5 to 9 January: seven working days without a win


@pytest.mark.parametrize(
    ("target", "due", "words"),
    [
        (None, None, "No line yet: it needs a target and a date. r gives it both."),
        (5, None, "No line yet: it needs a date. r gives it one."),
    ],
)
def test_what_a_goal_lacks_for_its_line_is_named(
    store: SqliteStore, target: int | None, due: date | None, words: str
) -> None:
    from journal.goal import Form

    journal = Journal(store, lambda: at(AUTUMN))
    goal = journal.goals.new(form=Form.GOAL, title="y", measure="number", target=target, due=due)
    standing = journal.goals.standing(journal.goals.add(goal).id)
    assert goal_words.line(standing) == words


def test_a_line_that_is_not_met_on_a_sunday_is_not_called_kept(store: SqliteStore) -> None:
    from journal.goal import Form

    journal = Journal(store, lambda: at("2026-03-08T09:00"))
    goal = journal.goals.new(
        form=Form.MILESTONE,
        title="Fifty",
        measure="reach-outs",
        target=50,
        start=date(2026, 3, 2),
        due=date(2026, 3, 13),
    )
    standing = journal.goals.standing(journal.goals.add(goal).id)
    # 50 in ten working days: Monday the 9th is the sixth.
    assert goal_words.line(standing) == (
        "The line will stand at 30 on your next working day; today asks for nothing."
    )
