"""Review is complete at 80×24, no row is wider than its panel, and no word of a rep's can break it."""

from __future__ import annotations

from datetime import date

import pytest
from hostile import UNSAFE, WALKED
from on_review import Settable, asked, go_to_review, lived, on_to, planned, walk
from reading import all_text
from rich.cells import cell_len
from waiting import wait_until

from journal.days import Day, DayState
from journal.journal import Journal
from journal.reviewing.levers import LeverChoice
from screens import lever_words, review_words
from screens.app import JournalApp
from screens.review import Review
from screens.widgets.panel import Panel
from screens.widgets.squares import mondays_up_to

SIZES = [(80, 24), (80, 40), (120, 24), (120, 40), (200, 60)]
HOSTILE = (*WALKED[:2], WALKED[2] + " " + "a" * 60)


def widths_hold(app: JournalApp) -> bool:
    panels = app.screen.query(Panel)
    return all(
        cell_len(row) <= max(panel.content_size.width, 0)
        for panel in panels
        for row in panel.render().plain.split("\n")
        if panel.display and panel.content_size.width
    )


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_is_wider_than_its_panel(
    journal: Journal, watch: Settable, size: tuple[int, int]
) -> None:
    journal.set("skills", "discovery,silence")
    journal.set("reward", "漢字 and much more than any row of a panel can hold, whatever its width")
    lived(journal, watch, "漢字 and much more than any row of a panel can hold, whatever its width")
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_review(pilot, app)
        assert widths_hold(app)
        for key in ("f", "t", "left", "h", "w", "left_square_bracket"):
            await pilot.press(key)
            await pilot.pause()
            assert widths_hold(app), key
        for widget in app.screen.query(Panel):
            if widget.display and widget.region:
                assert widget.region.bottom < size[1], widget.id


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_words_of_a_rep_break_review_or_its_walk(
    journal: Journal, watch: Settable, words: str
) -> None:
    lived(journal, watch, words)
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await go_to_review(pilot, app)
        await pilot.press("t", "t", "left", "left")
        assert not UNSAFE & set(all_text(app).replace("\n", ""))
        await walk(pilot, app)
        for question in ("hit", "(1 of 2)", "will be saved"):
            await on_to(pilot, app, question)
            assert not UNSAFE & set(all_text(app).replace("\n", ""))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))


async def test_the_walk_follows_the_terminal_and_fits_the_smallest(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_review(pilot, app)
        await walk(pilot, app)
        await on_to(pilot, app, "Which one lever")
        await pilot.resize_terminal(80, 24)
        hints = app.screen.query_one("#hints")
        await wait_until(pilot, lambda: hints.region.bottom < 24)
        last = app.screen.query_one("#levers").region.bottom
        assert last <= app.screen.query_one("#said").region.y
        assert asked(app).startswith("4 of 9")


def test_what_a_lever_gains_is_said_in_points() -> None:
    def gain(share: float | None, now: float | None = 0.25) -> str:
        return lever_words.gained(LeverChoice("w", now, 0.275, share))

    assert [gain(0.06), gain(0.0147), gain(0.1201), gain(0.00001)] == ["+6", "+1.5", "+12", "+0"]
    assert [gain(None), gain(0.06, None)] == ["", "–"]


def test_a_day_of_the_year_is_told_in_words() -> None:
    today, on = date(2026, 11, 24), date(2026, 11, 9)

    def said(state: DayState, note: str | None = None) -> str:
        return review_words.day_told(on, Day(on, state, 7), note, today)

    assert said(DayState.KEPT) == "Mon 9 Nov: 7 done"
    assert said(DayState.MISSED) == "Mon 9 Nov: missed"
    assert said(DayState.OFF, "  a day\nat sea ") == "Mon 9 Nov: off · a day at sea"
    assert said(DayState.FROZEN) == "Mon 9 Nov: frozen, the streak held"
    assert review_words.day_told(on, None, None, today) == "Mon 9 Nov: before your first entry"


def test_the_weeks_end_at_the_day_even_at_the_calendars_ends() -> None:
    assert mondays_up_to(date(2026, 11, 24), 2) == [date(2026, 11, 16), date(2026, 11, 23)]
    assert mondays_up_to(date(1, 1, 9), 52) == [date(1, 1, 1), date(1, 1, 8)]
    assert mondays_up_to(date.max, 1) == [date(9999, 12, 27)]
