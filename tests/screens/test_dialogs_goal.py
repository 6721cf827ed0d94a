"""Laying a goal, a milestone or a new date by dialog, letter by letter of S.M.A.R.T."""

from __future__ import annotations

from datetime import date

import pytest
from dialogs_host import Host, is_open
from waiting import wait_until

from journal.goal import Form, Goal, Term
from journal.journal import Journal
from screens.dialogs.fields import Choice
from screens.dialogs.goal import GoalDialog
from screens.dialogs.redate import RedateDialog

TUESDAY = date(2026, 11, 24)
HOSTILE = "[/] \x1b[31m ‮rtl‬"


def laid(journal: Journal, target: int = 60) -> Goal:
    """A milestone that stands in the journal: so many reach-outs by Friday week."""
    return journal.goals.add(
        journal.goals.new(
            form=Form.MILESTONE,
            title=HOSTILE,
            measure="reach-outs",
            target=target,
            due=date(2026, 12, 4),
            start=date(2026, 11, 2),
        )
    )


async def test_a_milestone_is_laid_from_its_five_letters(journal: Journal) -> None:
    goal = journal.goals.add(
        journal.goals.new(
            form=Form.GOAL, title="1.2M", measure="amount-booked", target=120_000_000, due=None
        )
    )
    host = Host(GoalDialog(journal, parent=goal.id))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        for name, words in {
            "title": "60 reach-outs",
            "target": "60",
            "evidence": "52 in the last two weeks",
            "serves": "fills the funnel",
            "due": "in 2 weeks",
        }.items():
            host.put(name, words)
        await wait_until(pilot, lambda: host.echo("due") == "Tue 8 Dec 2026")
        assert host.said == "✓ S.M.A.R.T."
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    made = host.return_value
    assert isinstance(made, Goal)
    assert (made.id, made.form, made.parent) == (0, Form.MILESTONE, goal.id)
    assert (made.title, made.measure, made.start) == ("60 reach-outs", "reach-outs", TUESDAY)
    term = Term(target=60, due=date(2026, 12, 8), decided=TUESDAY, effective=TUESDAY)
    assert made.terms == (term,)
    assert (made.evidence, made.serves) == ("52 in the last two weeks", "fills the funnel")


async def test_what_is_not_yet_smart_is_said_while_it_is_typed(journal: Journal) -> None:
    host = Host(GoalDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("title", "Meet Wayne")
        await wait_until(pilot, lambda: host.said.startswith("Not yet S.M.A.R.T."))
        assert "target, evidence, what it serves, due date" in host.said
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert isinstance(host.return_value, Goal)
    assert host.return_value.terms[0].target is None


async def test_an_amount_is_echoed_as_it_is_understood(journal: Journal) -> None:
    host = Host(GoalDialog(journal, form=Form.GOAL))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("title", "A big year")
        host.put("target", "1.2M")
        await wait_until(pilot, lambda: host.echo("target") == "1,200,000 EUR")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert isinstance(host.return_value, Goal)
    assert host.return_value.terms[0].target == 120_000_000
    assert host.return_value.measure == "amount-booked"


@pytest.mark.parametrize(
    ("name", "words", "at"),
    [
        ("title", "", "title"),
        ("title", "x" * 201, "title"),
        ("target", "0", "target"),
        ("target", "-5", "target"),
        ("target", "9" * 30, "target"),
        ("target", "9" * 5_000, "target"),
        ("target", "many", "target"),
        ("target", "1.5", "target"),
        ("baseline", "60", "target"),
        ("due", "30 feb", "due"),
        ("due", "yesterday", "due"),
        ("due", "9999-99-99", "due"),
        ("start", "soonish", "start"),
    ],
)
async def test_what_cannot_be_a_milestone_is_answered_with_one_sentence(
    journal: Journal, name: str, words: str, at: str
) -> None:
    host = Host(GoalDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        for row, answer in {"title": "Sixty", "target": "60", "due": "in 2 weeks"}.items():
            host.put(row, answer)
        host.put(name, words)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.dialog.query_one("#said").has_class("-wrong"))
        assert host.said[-1] in ".?"
        assert host.stands(name) == words
        assert host.dialog.focused is host.dialog.query_one(f"#{at}")
    assert host.return_value is None


async def test_a_changed_milestone_keeps_its_terms_and_what_was_not_touched(
    journal: Journal,
) -> None:
    goal = laid(journal)
    host = Host(GoalDialog(journal, goal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("evidence", "58 in the last two weeks")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    changed = host.return_value
    assert isinstance(changed, Goal)
    assert (changed.title, changed.terms, changed.rev) == (HOSTILE, goal.terms, goal.rev)
    assert changed.evidence == "58 in the last two weeks"


async def test_a_measure_of_other_units_needs_another_milestone(journal: Journal) -> None:
    host = Host(GoalDialog(journal, laid(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        measure: Choice[str] = host.dialog.query_one("#measure", Choice)
        while measure.value != "amount-booked":
            measure.action_turn(1)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "other units" in host.said)
    assert host.return_value is None


async def test_a_goal_is_never_offered_to_hang_on_itself_or_on_its_parts(journal: Journal) -> None:
    top = journal.goals.add(
        journal.goals.new(form=Form.GOAL, title="Top", measure="deals-won", target=5, due=None)
    )
    below = journal.goals.add(
        journal.goals.new(
            form=Form.GOAL, title="Below", measure="deals-won", target=2, due=None, parent=top.id
        )
    )
    host = Host(GoalDialog(journal, top))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        parent: Choice[int | None] = host.dialog.query_one("#parent", Choice)
        assert [value for value, _ in parent.options] == [None]
    host = Host(GoalDialog(journal, below))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        parent = host.dialog.query_one("#parent", Choice)
        assert [value for value, _ in parent.options] == [None, top.id]


async def test_a_harder_date_holds_from_today(journal: Journal) -> None:
    host = Host(RedateDialog(journal, laid(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("due", "mon")
        await wait_until(pilot, lambda: host.said == "It holds from today.")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == Term(
        target=60, due=date(2026, 11, 30), decided=TUESDAY, effective=TUESDAY
    )


async def test_an_easier_date_says_when_it_holds_and_asks_why(journal: Journal) -> None:
    host = Host(RedateDialog(journal, laid(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("due", "18 dec")
        await wait_until(pilot, lambda: "holds from Tue 1 Dec 2026" in host.said)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "one sentence why" in host.said)
        assert host.dialog.focused is host.dialog.query_one("#why")
        host.put("why", HOSTILE)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    term = host.return_value
    assert isinstance(term, Term)
    assert (term.due, term.effective) == (date(2026, 12, 18), date(2026, 12, 1))
    assert term.why == HOSTILE


@pytest.mark.parametrize(
    ("name", "words"),
    [("due", ""), ("due", "31 nov"), ("due", "2026-11-01"), ("target", "0"), ("target", "-1")],
)
async def test_a_date_or_target_that_cannot_be_is_answered_with_one_sentence(
    journal: Journal, name: str, words: str
) -> None:
    host = Host(RedateDialog(journal, laid(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("due", "mon")
        host.put(name, words)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.dialog.query_one("#said").has_class("-wrong"))
        assert host.said.endswith(".")
    assert host.return_value is None
