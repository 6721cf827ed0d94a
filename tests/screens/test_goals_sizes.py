"""Goals is complete at 80×24, uses more room, and no word of a rep's can break it."""

from __future__ import annotations

from datetime import date

import pytest
from builders import activity
from hostile import UNSAFE, WALKED
from on_goals import go_to_goals, laid, year
from reading import all_text, row_of
from rich.cells import cell_len
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.widgets.goal_list import columns
from screens.widgets.goal_story import wrapped
from screens.widgets.panel import Panel

SIZES = [(80, 24), (120, 40), (200, 60)]
HOSTILE = (*WALKED[:2], WALKED[2] + " " + "a" * 60)


def fill(journal: Journal, words: str) -> None:
    """A year with milestones in every state, the same words wherever a rep can type."""
    goal = year(journal)
    for title, target, due in (
        ("one", 60, date(2026, 12, 4)),
        ("two", 6_000, date(2026, 12, 18)),
        ("three", 9, date(2026, 11, 20)),
        ("four", 8, None),
    ):
        made = laid(journal, f"{words[:150]} {title}", parent=goal.id, target=target, due=due)
        if title == "one":
            journal.goals.redate(made.id, date(2026, 12, 11), 50, words)
        if title == "four":
            journal.goals.complete(made.id)
    journal.record(activity("call", 7, date(2026, 11, 23)))
    journal.plans.save(deal_size=6_000_000)


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_is_wider_than_its_panel(journal: Journal, size: tuple[int, int]) -> None:
    fill(journal, "漢字 and much more than any row of a panel can hold, whatever its width")
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_goals(pilot, app)
        for _ in range(5):
            await pilot.press("down")
            await pilot.pause()
            for panel in app.screen.query(Panel):
                widest = max(cell_len(row) for row in panel.render().plain.split("\n"))
                assert widest <= max(panel.content_size.width, 0), panel.id


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_has_number_list_and_story(
    journal: Journal, size: tuple[int, int]
) -> None:
    fill(journal, "Wayne")
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("down")
        await wait_until(
            pilot, lambda: "Wayne three" in str(app.screen.query_one("#story").border_title)
        )
        assert "reach-outs this week" in row_of(app, "#week")
        rows = row_of(app, "#list").splitlines()
        assert len(rows) == 6
        assert "4 d late" in rows[2]
        assert "‖ easing 1 D" in rows[3]
        assert "✓ done" in rows[5]
        if size[0] < 160:
            await pilot.press("t")
        await wait_until(pilot, lambda: "Lay it again? r" in row_of(app, "#story"))
        assert ("due" in rows[0]) == (size[0] > 80)


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_words_of_a_rep_break_goals(journal: Journal, words: str) -> None:
    fill(journal, words)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await go_to_goals(pilot, app)
        for row in range(1, 6):
            await pilot.press("down")
            await wait_until(
                pilot, lambda row=row: app.screen.query_one("#list").cursor == min(row, 4)
            )
            assert not UNSAFE & set(all_text(app).replace("\n", ""))


async def test_a_list_longer_than_the_screen_keeps_the_cursor_in_sight(journal: Journal) -> None:
    for number in range(30):
        laid(journal, f"Waypoint {number:02}")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("pagedown", "pagedown", "pagedown")
        await wait_until(pilot, lambda: "Waypoint 29" in row_of(app, "#list"))
        assert row_of(app, "#list").splitlines()[-1].startswith("▌")
        await pilot.press("pageup", "pageup", "pageup")
        await wait_until(pilot, lambda: "Waypoint 00" in row_of(app, "#list"))


@pytest.mark.parametrize("width", [20, 75, 89, 90, 113, 149, 150, 193])
def test_the_columns_never_ask_for_more_than_the_width(width: int) -> None:
    fit = columns(width, has_chance=True)
    others = (fit.progress, fit.done, fit.state, fit.chance, fit.left, fit.due)
    gaps = fit.gap * sum(cells > 0 for cells in others)
    assert fit.title + sum(others) + gaps <= max(width, 52)
    assert fit.title >= 8


def test_long_words_wrap_in_a_story_and_nowhere_else() -> None:
    assert list(wrapped("one two three four", 9)) == ["one two", "three", "four"]
    assert list(wrapped("漢字漢字漢字", 5)) == ["漢字…"]
    assert list(wrapped("", 5)) == []
