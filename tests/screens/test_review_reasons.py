"""What decides deals and how well they are foreseen stands in Review, and r tells the whole of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import activity
from hostile import UNSAFE, WALKED
from on_reasons import ended
from on_review import Settable, focus_of, go_to_review, lived
from reading import row_of
from rich.cells import cell_len
from textual.pilot import Pilot
from waiting import wait_until

from journal.journal import Journal
from journal.meeting import Meeting
from screens import taught_words
from screens.app import JournalApp
from screens.dialogs.keys import KeysDialog
from screens.dialogs.taught import TaughtDialog
from screens.review import Review
from screens.widgets.what_hit import WhatHit

SIZES = [(80, 24), (120, 40), (200, 60)]
HOSTILE = [*(words[:60] for words in WALKED), "a" * 60]


async def on_reasons(pilot: Pilot[None], app: JournalApp) -> list[str]:
    """Review with the setbacks and reasons in sight; the rows of them."""
    await go_to_review(pilot, app)
    await wait_until(pilot, lambda: app.screen.query_one(WhatHit).taught is not None)
    await pilot.press("h")
    await wait_until(pilot, lambda: focus_of(app) == "hit" and bool(row_of(app, "#hit").strip()))
    return [" ".join(row.split()) for row in row_of(app, "#hit").splitlines()]


async def whole(pilot: Pilot[None], app: JournalApp) -> str:
    """All that r tells, in single blanks."""
    await go_to_review(pilot, app)
    await wait_until(pilot, lambda: app.screen.query_one(WhatHit).taught is not None)
    await pilot.press("r")
    await wait_until(pilot, lambda: isinstance(app.screen, TaughtDialog))
    await wait_until(pilot, lambda: bool(row_of(app, "#lines")))
    return " ".join(row_of(app, "#lines").split())


async def test_the_panel_tells_the_worked_example_with_its_counts(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    ended(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        assert await on_reasons(pilot, app) == [
            "setbacks 2 back after: not yet, 2 of 5",
            "we win by references 6 of 10 wins, 2 of 20 losses",
            "my dates slip by 11 days Brier 0.04, always your win rate 0.22 (n 30)",
        ]
        assert str(app.screen.query_one("#hit").border_title) == "Setbacks and reasons"


async def test_where_there_is_room_both_sides_and_how_often_they_differ_stand_there(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    ended(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        rows = await on_reasons(pilot, app)
        assert "we lose by price 4 of 10 wins, 18 of 20 losses" in rows
        assert "reasons differ yours and the buyer's in 3 of 3 deals" in rows
        assert "deals ended 10 won" in rows
        await pilot.press("left_square_bracket")
        await wait_until(pilot, lambda: "20 lost" in row_of(app, "#hit"))


async def test_under_thirty_deals_the_rule_says_that_reasons_are_exploratory(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    ended(journal, losses=19)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        rows = await on_reasons(pilot, app)
        title = str(app.screen.query_one("#hit").border_title)
        assert title == "Setbacks and reasons · exploratory, n 29"
        assert any(row.endswith("6/10 wins, 2/19 losses") for row in rows)


async def test_what_cannot_be_told_yet_says_what_it_takes(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    ended(journal, wins=2, losses=3)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        rows = await on_reasons(pilot, app)
        assert "we win by not yet: 2 of 5 wins, 3 of 5 losses" in rows
        assert "my dates slip by not yet: 5 of 10 closed deals" in rows
        await pilot.press("r")
        await wait_until(pilot, lambda: isinstance(app.screen, TaughtDialog))
        told = " ".join(row_of(app, "#lines").split())
        assert "Compared from 5 wins and 5 losses with a reason on; you have 2 and 3." in told
        assert "Measured from 10 closed deals with a Monday chance on; you have 5." in told


@pytest.mark.parametrize("size", SIZES)
async def test_before_the_first_deal_it_says_what_will_stand_there(
    journal: Journal, size: tuple[int, int]
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        told = await whole(pilot, app)
        assert "Give a deal that ends its reasons" in told
        assert "Tag your outreach" in told
        assert "0 of 0" not in told
        assert "How many deals end without a decision stands here" in told
        assert app.screen.query_one("#hints").region.bottom < size[1]
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
        rows = await on_reasons(pilot, app)
        assert rows[0].startswith("How fast you are back after a setback")


@pytest.mark.parametrize("size", SIZES)
async def test_r_tells_the_whole_and_its_key_stays_in_sight(
    journal: Journal, watch: Settable, size: tuple[int, int]
) -> None:
    lived(journal, watch)
    ended(journal)
    met = activity("meeting", 1, date(2026, 11, 20), "Globex")
    journal.meetings.record(met, Meeting(activity=0, talk_share=40, questions=12))
    lunch = replace(activity("visit", 1, date(2026, 11, 2), "Globex"), tags=("lunch",))
    journal.record(lunch)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        told = await whole(pilot, app)
        for words in (
            "November so far 10 won",
            "24 months 10 won, 20 lost",
            "of 10 won of 20 lost",
            "references 6 2 wins, z 2.6 1 taught",
            "price 4 18 loses, z -2.6",
            "With 20 tags expect one by luck; here are 3.",
            "Your reason and the buyer's differ in 3 of 3 deals.",
            "references 6 of 10 wins, 2 of 20 losses; not said yet",
            "Brier 0.040 over 30 closed deals (0 is perfect), better than always",
            "Your chances came to 12.0 deals won; 10 were. Take 17 % off them.",
            "Won deals close 11 days late on your own dates (n 10).",
            "never pushed 0 % 0 of 30",
            "40 % n 1, 12 questions asked",
            "#lunch 100 % 1 of 1 account",
        ):
            assert words in told, words
        assert app.screen.query_one("#hints").region.bottom < size[1]
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))


@pytest.mark.parametrize("key", ["", "escape"])
async def test_r_before_the_deals_are_read_opens_by_itself_unless_it_was_left(
    journal: Journal, watch: Settable, key: str
) -> None:
    lived(journal, watch)
    ended(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await go_to_review(pilot, app)
        panel = page.query_one(WhatHit)
        await wait_until(pilot, lambda: panel.taught is not None)
        panel.taught = None
        await pilot.press("r")
        await wait_until(
            pilot, lambda: any(n.message == taught_words.READING for n in app._notifications)
        )
        if key:
            await pilot.press(key)
        journal.record(activity("call", 1, date(2026, 11, 24)))
        page.read_again()
        await wait_until(pilot, lambda: panel.taught is not None)
        await pilot.pause()
        assert isinstance(app.screen, Review if key else TaughtDialog)


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_reason_breaks_the_panel_or_what_r_tells(
    journal: Journal, watch: Settable, words: str
) -> None:
    lived(journal, watch)
    ended(journal, named=words)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_reasons(pilot, app)
        panel = app.screen.query_one(WhatHit)
        drawn = panel.render().plain.split("\n")
        assert all(cell_len(row) <= panel.content_size.width for row in drawn)
        assert any("6/10 wins, 2/20 losses" in row for row in drawn)
        await pilot.press("r")
        await wait_until(pilot, lambda: isinstance(app.screen, TaughtDialog))
        told = row_of(app, "#lines")
        assert not UNSAFE & set((told + "".join(drawn)).replace("\n", ""))
        assert all(cell_len(row) <= 72 for row in told.splitlines())


async def test_a_deal_that_ends_meanwhile_is_counted(journal: Journal, watch: Settable) -> None:
    lived(journal, watch)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await on_reasons(pilot, app)
        assert "we win by not yet: from 5 wins and 5 losses on" in rows
        ended(journal)
        assert isinstance(app.screen, Review)
        app.screen.read_again()
        await wait_until(pilot, lambda: "6 of 10 wins" in row_of(app, "#hit"))


async def test_the_key_is_told_by_the_help(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_review(pilot, app)
        await pilot.press("question_mark")
        await wait_until(pilot, lambda: isinstance(app.screen, KeysDialog))
        assert "Reasons, chances, first meetings in full" in row_of(app, "#lines")
