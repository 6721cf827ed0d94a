"""The ways back in keep today in sight on every row, and mark where somebody speaks for the rep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from on_follow_ups import TUESDAY, go_to_follow_ups, lost
from reading import row_of
from waiting import wait_until

from journal.follow_up import FollowUpState
from journal.journal import Journal
from journal.second_place import read_ways_back
from screens.app import JournalApp
from screens.widgets.time_line import axis, drawn

NOVEMBER = date(2026, 11, 2)


@pytest.mark.parametrize("size", [(80, 24), (80, 40), (120, 40), (200, 60)])
async def test_a_touch_settled_today_leaves_the_mark_of_today_in_sight(
    journal: Journal, size: tuple[int, int]
) -> None:
    done, skipped = (lost(journal, name, NOVEMBER) for name in ("Oscorp", "Tyrell"))
    touches = journal.store.follow_ups.of_deals([done.id, skipped.id])
    journal.follow_ups.done(touches[done.id][0].id, reason="they asked")
    journal.follow_ups.skip(touches[skipped.id][0].id, "on leave")
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_follow_ups(pilot, app)
        rows = row_of(app, "#ways").splitlines()
        (oscorp,) = [row for row in rows if "Oscorp" in row]
        (tyrell,) = [row for row in rows if "Tyrell" in row]
        assert "─●┃" in oscorp
        assert "─–┃" in tyrell
        assert oscorp.index("┃") == tyrell.index("┃")


@pytest.mark.parametrize("width", [12, 63, 73, 160])
def test_nothing_that_falls_on_today_hides_it(journal: Journal, width: int) -> None:
    lost(journal, "Oscorp", NOVEMBER)
    (way,) = read_ways_back(journal, 1)
    touch = replace(way.touches[0], due=TUESDAY, settled=None)
    for one in (touch, replace(touch, settled=TUESDAY, state=FollowUpState.DONE)):
        row = drawn(
            replace(way, touches=(one,), contract_end=None), axis(TUESDAY, width), TUESDAY
        ).plain
        assert (row.count("┃"), row.count("○") + row.count("●"), len(row)) == (1, 1, width)
    row = drawn(replace(way, touches=(), contract_end=TUESDAY), axis(TUESDAY, width), TUESDAY).plain
    assert "┃◆" in row


@pytest.mark.parametrize("size", [(80, 24), (80, 40), (120, 40), (200, 60)])
async def test_who_has_an_advocate_there_is_marked_and_the_legend_says_so(
    journal: Journal, size: tuple[int, int]
) -> None:
    lost(journal, "Oscorp", NOVEMBER)
    lost(journal, "Tyrell", NOVEMBER)
    journal.deals.add_contact("Tyrell", "Dana Lee", "CFO", advocate=True)
    journal.deals.add_contact("Oscorp", "Sam Poe", "CIO")
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_follow_ups(pilot, app)
        told = row_of(app, "#ways")
        rows = told.splitlines()
        (marked,) = [row for row in rows if "Tyrell" in row]
        (plain,) = [row for row in rows if "Oscorp" in row]
        assert marked.index("★") == (24 if size[0] == 200 else 12)
        assert "★" not in plain
        assert marked.index("┃") == plain.index("┃")
        if size[1] > 24:
            assert rows[-1].strip() == (
                "● done  ○ planned  – skipped  ◆ contract ends  ★ advocate  ┃ today"
            )


async def test_where_the_legend_has_no_row_the_star_is_named_beside_the_months(
    journal: Journal,
) -> None:
    for name in ("Oscorp", "Tyrell", "Weyland", "Globex", "Initech"):
        lost(journal, name, NOVEMBER)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_follow_ups(pilot, app)
        assert "★" not in row_of(app, "#ways")
        journal.deals.add_contact("Tyrell", "Dana Lee", "CFO", advocate=True)
        app.screen.read_again()
        await wait_until(pilot, lambda: "★ advocate" in row_of(app, "#ways"))
