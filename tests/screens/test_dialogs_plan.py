"""The dialogs a plan grows from: three questions, waypoints laid backward, evidence from own weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import activity
from dialogs_host import Host, is_open
from textual.widgets import Static
from waiting import wait_until

from journal.goal import Form, Goal
from journal.journal import Journal
from screens.dialogs.backward import BackwardDialog
from screens.dialogs.begin import BeginDialog, Begun
from screens.dialogs.fields import Choice
from screens.dialogs.goal import GoalDialog
from screens.dialogs.tell import TellDialog

HOSTILE = "[/] \x1b[31m ‮rtl‬ [bold]"


def next_year(journal: Journal) -> Goal:
    """A goal with hostile words: so many deals by the end of next year."""
    return journal.goals.add(
        journal.goals.new(
            form=Form.GOAL, title=HOSTILE, measure="deals-won", target=20, due=date(2027, 12, 31)
        )
    )


def waypoint(journal: Journal, goal: Goal, target: int, due: date) -> Goal:
    """A waypoint as it is proposed."""
    return journal.goals.new(
        form=Form.MILESTONE, title=f"{target} reach-outs", measure="reach-outs",
        target=target, due=due, parent=goal.id,
    )  # fmt: skip


async def test_each_of_the_three_questions_may_be_skipped(journal: Journal) -> None:
    host = Host(BeginDialog(journal))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "Answer one of them" in host.said)
        host.put("win-rate", "25")
        await wait_until(pilot, lambda: host.echo("win-rate") == "25 %")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == Begun(win_rate=0.25)


async def test_target_date_deal_and_rate_are_echoed_as_they_are_understood(
    journal: Journal,
) -> None:
    host = Host(BeginDialog(journal))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        for name, words in {"target": "1.2M", "by": "31 dec", "deal-size": "60k"}.items():
            host.put(name, words)
        await wait_until(pilot, lambda: host.echo("deal-size") == "60,000 EUR")
        assert host.echo("target") == "1,200,000 EUR"
        assert host.echo("by") == "Thu 31 Dec 2026"
        assert host.echo("win-rate") == "default 25 %"
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == Begun(120_000_000, date(2026, 12, 31), 6_000_000)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("target", "0"),
        ("target", "-5"),
        ("target", "much"),
        ("target", "9" * 400),
        ("target", HOSTILE),
        ("by", "yesterday"),
        ("by", "30 feb"),
        ("by", HOSTILE),
        ("deal-size", "0"),
        ("deal-size", "$60k"),
        ("win-rate", "120 %"),
        ("win-rate", "-1"),
        ("win-rate", "half"),
        ("win-rate", HOSTILE),
    ],
)
async def test_an_answer_that_cannot_be_stays_with_one_sentence(
    journal: Journal, name: str, words: str
) -> None:
    host = Host(BeginDialog(journal))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        host.put("target", "1.2M")
        host.put(name, words)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.dialog.query_one("#said").has_class("-wrong"))
        assert host.said.endswith(".")
        assert host.dialog.focused is host.dialog.query_one(f"#{name}")
    assert host.return_value is None


async def test_numbers_and_days_of_the_waypoints_are_changed_row_by_row(journal: Journal) -> None:
    goal = next_year(journal)
    proposed = [
        waypoint(journal, goal, 400, date(2027, 3, 1)),
        waypoint(journal, goal, 60, date(2026, 12, 4)),
    ]
    host = Host(BackwardDialog(journal, goal, proposed))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        host.put("number-0", "500")
        host.put("day-1", "fri")
        await wait_until(pilot, lambda: host.echo("day-1") == "Fri 3 d")
        await pilot.press("enter", "enter", "enter", "enter")
        await wait_until(pilot, lambda: host.return_value is not None)
    laid = host.return_value
    assert isinstance(laid, tuple)
    assert [(each.title, each.terms[0].target, each.terms[0].due) for each in laid] == [
        ("500 reach-outs", 500, date(2027, 3, 1)),
        ("60 reach-outs", 60, date(2026, 11, 27)),
    ]


async def test_an_emptied_number_leaves_its_waypoint_out(journal: Journal) -> None:
    goal = next_year(journal)
    proposed = [
        waypoint(journal, goal, 400, date(2027, 3, 1)),
        waypoint(journal, goal, 60, date(2026, 12, 4)),
    ]
    host = Host(BackwardDialog(journal, goal, proposed))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("number-0", "")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert isinstance(host.return_value, tuple)
    assert [each.terms[0].target for each in host.return_value] == [60]


async def test_it_asks_for_one_more_until_the_first_is_within_two_weeks(journal: Journal) -> None:
    goal = next_year(journal)
    host = Host(BackwardDialog(journal, goal, [waypoint(journal, goal, 9, date(2027, 6, 1))]))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        host.put("number-1", "4")
        host.put("day-1", "2027-02-01")
        measure: Choice[str] = host.dialog.query_one("#what-1", Choice)
        measure.type_in("f")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "by Tue 8 Dec 2026 at the latest?" in host.said)
        await wait_until(pilot, lambda: bool(host.dialog.query("#number-2")))
        host.put("number-2", "60")
        host.put("day-2", "8 dec")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert isinstance(host.return_value, tuple)
    first, second, third = host.return_value
    assert (first.measure, second.measure, third.measure) == (
        "reach-outs", "first-meetings", "reach-outs",
    )  # fmt: skip
    assert (second.title, third.title) == ("4 first meetings", "60 reach-outs")
    assert third.terms[0].due == date(2026, 12, 8)
    assert third.parent == goal.id


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("number-0", "0"),
        ("number-0", "-3"),
        ("number-0", "many"),
        ("number-0", HOSTILE),
        ("day-0", ""),
        ("day-0", "yesterday"),
        ("day-0", "2028-01-01"),
        ("day-0", "31 nov"),
        ("day-0", HOSTILE),
    ],
)
async def test_a_waypoint_that_cannot_be_stays_with_one_sentence(
    journal: Journal, name: str, words: str
) -> None:
    goal = next_year(journal)
    host = Host(BackwardDialog(journal, goal, [waypoint(journal, goal, 60, date(2026, 12, 4))]))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        host.put(name, words)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.dialog.query_one("#said").has_class("-wrong"))
        assert host.said[-1] in ".?"
        assert host.dialog.focused is host.dialog.query_one(f"#{name}")
    assert host.return_value is None


async def test_what_says_i_can_is_offered_from_the_own_best_and_median_week(
    journal: Journal,
) -> None:
    monday = date(2026, 11, 23)
    for weeks, count in ((1, 40), (2, 70), (3, 50)):
        journal.record(activity("call", count, monday - timedelta(weeks=weeks)))
    host = Host(GoalDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("title", "Sixty")
        host.dialog.set_focus(host.dialog.query_one("#evidence"))
        await wait_until(pilot, lambda: host.said.startswith("→ writes"))
        await pilot.press("right")
        await wait_until(pilot, lambda: "best held 70 reach-outs" in host.stands("evidence"))
        assert "the middle one 50" in host.stands("evidence")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert isinstance(host.return_value, Goal)
    assert host.return_value.evidence is not None


async def test_without_history_nothing_is_offered_as_evidence(journal: Journal) -> None:
    host = Host(GoalDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.dialog.set_focus(host.dialog.query_one("#evidence"))
        await pilot.press("right", "right")
        assert host.stands("evidence") == ""
        assert not host.said.startswith("→")


async def test_what_is_told_is_safe_to_show_and_closes_with_a_key(journal: Journal) -> None:
    host = Host(TellDialog(HOSTILE, [(HOSTILE, f"{HOSTILE} " * 60), ("n", "")]))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        said = str(host.dialog.query_one("#lines", Static).content)
        assert "\x1b" not in said
        assert "‮" not in said
        await pilot.press("end", "enter")
        await wait_until(pilot, lambda: host.screen is not host.dialog)
