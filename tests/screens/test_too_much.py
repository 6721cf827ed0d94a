"""A day or a week that asks for more than the rep's best day held says so, on Today and on Goals."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

import pytest
from builders import activity
from on_goals import go_to_goals
from reading import row_of
from waiting import wait_until

from journal.goal import Form
from journal.journal import Journal
from screens.app import JournalApp

FRIDAY = "2026-11-27T09:00"


class Wound(Protocol):
    """A clock the test sets."""

    def set(self, text: str) -> None: ...


def with_a_best_day_of_nine(journal: Journal) -> None:
    """Ten working days up to Friday the 20th, none of more than nine calls; nothing since Monday."""
    for ahead in range(12):
        on = date(2026, 11, 9) + timedelta(days=ahead)
        if on.weekday() < 5:
            journal.record(activity("call", 5 + ahead % 5, on))


def this_week(journal: Journal, target: int, start: date) -> None:
    """A milestone for so many reach-outs by Friday."""
    journal.goals.add(
        journal.goals.new(
            form=Form.MILESTONE, title="This week", measure="reach-outs", target=target,
            due=date(2026, 11, 27), start=start,
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("size", "today", "week"),
    [
        ((120, 40), "! more than your best day held: 9", "! 30 a day, your best day held 9"),
        ((200, 60), "! more than your best day held: 9", "! 30 a day, your best day held 9"),
        ((80, 24), "! best day so far: 9", "! 30 a day, best so far 9"),
    ],
)
async def test_a_friday_that_asks_for_the_whole_week_says_what_the_best_day_held(
    journal: Journal, watch: Wound, size: tuple[int, int], today: str, week: str
) -> None:
    with_a_best_day_of_nine(journal)
    watch.set("2026-11-23T09:00")
    this_week(journal, 30, date(2026, 11, 23))
    watch.set(FRIDAY)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: "reach-outs" in row_of(app, "#must-today"))
        assert today in row_of(app, "#must-today")
        await go_to_goals(pilot, app)
        assert week in row_of(app, "#week")
        assert "0 done, 30 to go in 1 " in row_of(app, "#week")


async def test_hundreds_for_one_day_still_stand_beside_the_best_day(
    journal: Journal, watch: Wound
) -> None:
    with_a_best_day_of_nine(journal)
    watch.set("2026-11-23T09:00")
    this_week(journal, 454, date(2026, 11, 23))
    watch.set(FRIDAY)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        assert "454 to go in 1 d" in row_of(app, "#week")
        assert "! 454 a day, best 9" in row_of(app, "#week")


async def test_a_day_within_reach_says_nothing_of_it(journal: Journal, watch: Wound) -> None:
    with_a_best_day_of_nine(journal)
    watch.set(FRIDAY)
    this_week(journal, 9, date(2026, 11, 27))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: "reach-outs" in row_of(app, "#must-today"))
        assert "best day" not in row_of(app, "#must-today")
        await go_to_goals(pilot, app)
        assert "1 working day left" in row_of(app, "#week")
