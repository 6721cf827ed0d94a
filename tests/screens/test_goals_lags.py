"""Lags on the funnel: days typed over where rates stand, what follows from them, and reset."""

from __future__ import annotations

from datetime import date

import pytest
from on_funnel import line_of, on_the_funnel, typed_over
from on_goals import go_to_goals
from reading import row_of
from waiting import wait_until

from journal.journal import Journal
from journal.plan import Level, Plan
from screens.app import JournalApp
from screens.widgets.funnel_field import Over
from screens.widgets.funnel_panel import FunnelPanel

WHOLE, NARROW = (120, 40), (80, 24)


def planned(journal: Journal) -> None:
    """1.2M by the end of next year, with an average deal of 60k."""
    journal.plans.save(target=120_000_000, by=date(2027, 12, 31), deal_size=6_000_000)


def latest(journal: Journal) -> Plan:
    found = journal.plans.latest()
    assert found is not None
    return found


@pytest.mark.parametrize("size", [WHOLE, NARROW])
async def test_days_are_typed_over_where_the_rate_stands_and_until_follows(
    journal: Journal, size: tuple[int, int]
) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        # 60 days before 31 December 2027; with 90 it is 2 October, and 30 before that 2 September.
        assert "Nov ’27" in line_of(app, "Qualified opp.")
        await typed_over(pilot, app, "90 d")
        await wait_until(pilot, lambda: "Oct ’27" in line_of(app, "Qualified opp."))
        assert "Sep ’27" in line_of(app, "Stage-1")
        assert "25 %" in line_of(app, "Qualified opp.")
        assert (latest(journal).lags, latest(journal).rates) == ({Level.QUALIFIED: 90}, {})
        await pilot.press("u")
        await wait_until(pilot, lambda: "Nov ’27" in line_of(app, "Qualified opp."))


async def test_the_open_field_says_that_it_takes_a_rate_or_days(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=NARROW) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Stage-1")
        panel = app.screen.query_one(FunnelPanel)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.focused, Over), "the field")
        takes = "a rate like 25 %, or days like 45 d; now 30 d, default"
        await wait_until(pilot, lambda: takes in str(panel.border_title))
        await pilot.press("backspace")
        assert app.screen.query_one(Over).placeholder == "25 % or 45 d"
        await pilot.press("escape")
        await wait_until(pilot, lambda: "45 d" not in str(panel.border_title))


async def test_the_row_tells_its_days_and_who_says_so(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Stage-1")
        told = "days to become qualified opportunities:"
        await wait_until(pilot, lambda: f"30 {told}" in " ".join(row_of(app, "#funnel").split()))
        await typed_over(pilot, app, "45d")
        await wait_until(pilot, lambda: f"45 {told}" in " ".join(row_of(app, "#funnel").split()))
        assert "as you planned it." in " ".join(row_of(app, "#funnel").split())


async def test_a_reset_takes_rate_and_days_back(journal: Journal) -> None:
    planned(journal)
    journal.plans.type_over(Level.QUALIFIED, rate=0.5, lag=90)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        assert "Oct ’27" in line_of(app, "Qualified opp.")
        await pilot.press("backspace")
        await wait_until(pilot, lambda: "Nov ’27" in line_of(app, "Qualified opp."))
        assert line_of(app, "Qualified opp.").split()[-3:] == ["25", "%", "default"]
    assert (latest(journal).rates, latest(journal).lags) == ({}, {})


async def test_days_beyond_the_time_left_stay_and_are_said(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        await typed_over(pilot, app, "500 days")
        await wait_until(pilot, lambda: "18 Aug" in line_of(app, "Qualified opp."))
        told = " ".join(row_of(app, "#funnel").split())
        assert "! Past its last useful day" in told
        assert "take 500 days to become deals, and 402 are left" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("-5 d", "no whole number of days"),
        ("1.5 days", "no whole number of days"),
        ("99999 d", "a whole number of days from 0 to 3,650"),
        ("[/]9d", "no whole number of days"),
    ],
)
async def test_what_is_no_number_of_days_stays_in_the_field_with_one_sentence(
    journal: Journal, words: str, said: str
) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=NARROW) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Stage-1")
        await typed_over(pilot, app, words)
        await wait_until(pilot, lambda: said in " ".join(row_of(app, "#funnel").split()))
        assert app.screen.query_one(Over).value == words
    assert latest(journal).lags == {}


async def test_the_deals_take_an_amount_and_no_days(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=NARROW) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Deals")
        await typed_over(pilot, app, "45 d")
        await wait_until(pilot, lambda: "is not an amount like" in row_of(app, "#funnel"))


@pytest.mark.parametrize(
    ("size", "name"), [(NARROW, "needed"), (WHOLE, "need"), ((200, 60), "needed")]
)
async def test_all_that_is_needed_has_a_column(
    journal: Journal, size: tuple[int, int], name: str
) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        heads = row_of(app, "#funnel").splitlines()[0].split()
        assert heads[:3] == [name, "done", "to"]
        numbers = line_of(app, "Qualified opp.").removeprefix("▌Qualified opp.").lstrip(" ─")
        assert numbers.split()[:3] == ["80", "0", "80"]
