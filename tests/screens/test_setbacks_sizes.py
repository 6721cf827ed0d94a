"""Setbacks is complete at 80×24, uses more room, and no word of a rep's can break it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from hostile import UNSAFE, WALKED
from on_setbacks import TUESDAY, go_to_setbacks, hit, steady
from reading import all_text, row_of
from rich.cells import cell_len
from waiting import wait_until

from journal.journal import Journal
from journal.kaplan_meier import Watched, kaplan_meier
from journal.setback_work import Check, Thoughts
from screens.app import JournalApp
from screens.dialogs.learned import LearnedDialog
from screens.dialogs.stronger import StrongerDialog
from screens.dialogs.work_through import WorkThroughDialog
from screens.widgets.back_curve import days_drawn
from screens.widgets.panel import Panel
from screens.widgets.setback_list import columns

SIZES = [(80, 24), (120, 40), (200, 60)]
HOSTILE = (*WALKED[:2], WALKED[2] + " " + "a" * 99_900)


def fill(journal: Journal, words: str) -> None:
    """Setbacks in every state, the same words wherever a rep can type."""
    steady(journal)
    journal.set_purpose(words[:900] or "why")
    for back in (0, 8, 31, 40, 90):
        one = hit(journal, words, TUESDAY - timedelta(days=back), account=words[:150])
        journal.setbacks.work_through(
            Thoughts(
                setback=one.id, belief=words, permanent=10, pervasive=0, personal=5, mine=100,
                theirs=0, circumstance=0, in_control=words, evidence_against=words,
                other_view=words, if_then=words,
            )
        )  # fmt: skip
        journal.setbacks.next_step(one.id, words[:900].strip() or "x", TUESDAY)
        if back > 31:
            journal.setbacks.answer(
                Check(
                    setback=one.id, after=30, day=TUESDAY, sting=0, learned=words,
                    differently=words, stronger=back == 90,
                )
            )  # fmt: skip
    block = journal.call_blocks.plan(time(10), minutes=60, dread=10, feared=1.0)
    journal.call_blocks.start(block.id)
    journal.call_blocks.finish(block.id, 1_000, 1_000)


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_is_wider_than_its_panel(journal: Journal, size: tuple[int, int]) -> None:
    fill(journal, "漢字 and much more than any row of a panel can hold, whatever its width")
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_setbacks(pilot, app)
        for keys in ("down", "down", "f", "escape", "down"):
            await pilot.press(keys)
            await pilot.pause()
            for panel in app.screen.query(Panel):
                widest = max(cell_len(row) for row in panel.render().plain.split("\n"))
                assert widest <= max(panel.content_size.width, 0), panel.id


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_has_number_list_and_card(journal: Journal, size: tuple[int, int]) -> None:
    fill(journal, "Wayne missed us")
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_setbacks(pilot, app)
        assert "working day" in row_of(app, "#back")
        rows = row_of(app, "#list").splitlines()
        assert len(rows) == 6
        assert ("next small action" in rows[0]) == (size[0] > 80)
        assert "? ask, day 7" in rows[2]
        assert "✓ stronger" in rows[5]
        await pilot.press("down")
        await wait_until(pilot, lambda: "Seven days on" in row_of(app, "#card"))
        card = row_of(app, "#card").splitlines()
        assert card[0].startswith("Mon 16 Nov  meeting cancelled  sting 4")
        assert any(line.startswith("“Wayne missed us”") for line in card)
        assert app.screen.query_one("#blocks").display == (size[0] == 200)


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_words_of_a_rep_break_setbacks(journal: Journal, words: str) -> None:
    fill(journal, words)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await go_to_setbacks(pilot, app)
        for row in range(1, 5):
            await pilot.press("down")
            await wait_until(pilot, lambda row=row: app.screen.query_one("#list").cursor == row)
            assert not UNSAFE & set(all_text(app).replace("\n", ""))
        for key, kind in (("w", WorkThroughDialog), ("l", LearnedDialog), ("g", StrongerDialog)):
            await pilot.press(key)
            await wait_until(
                pilot,
                lambda kind=kind: isinstance(app.screen, kind) and app.screen.focused is not None,
            )
            assert not UNSAFE & set(all_text(app).replace("\n", ""))
            await pilot.press("escape")
            await wait_until(pilot, lambda: app.screen.query("#list"))


async def test_a_worked_through_setback_saved_untouched_keeps_every_letter(
    journal: Journal,
) -> None:
    words = "\x1b[31m [/] 漢字\n" + "a" * 99_000
    one = hit(journal, words)
    before = Thoughts(
        setback=one.id, belief=words, if_then=words, mine=1, theirs=2, circumstance=97
    )
    journal.setbacks.work_through(before)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, WorkThroughDialog))
        await wait_until(pilot, lambda: app.screen.focused is not None)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: app.screen.query("#list"))
    kept = journal.setbacks.story(one.id).thoughts
    assert kept is not None
    assert replace(kept, rev=0) == before


@pytest.mark.parametrize("size", [(80, 24), (80, 20), (120, 40)])
async def test_the_keys_of_each_dialog_stay_in_sight(
    journal: Journal, size: tuple[int, int]
) -> None:
    journal.set_purpose("why")
    hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_setbacks(pilot, app)
        for key in ("s", "n", "l", "w", "b"):
            await pilot.press(key)
            await wait_until(pilot, lambda: app.screen.query("#hints") and app.screen.focused)
            await pilot.pause()
            hints = app.screen.query_one("#hints").region
            assert hints.height == 1
            assert hints.bottom < size[1], key
            await pilot.press("escape")
            await wait_until(pilot, lambda: app.screen.query("#list"))


@pytest.mark.parametrize("width", [20, 75, 94, 95, 115, 149, 150, 193])
def test_the_columns_never_ask_for_more_than_the_width(width: int) -> None:
    fit = columns(width)
    sting = fit.bar + 4 if fit.bar else 2
    others = [fit.day, fit.type, sting, fit.step, fit.came]
    gaps = fit.gap * sum(cells > 0 for cells in others)
    assert fit.what + sum(others) + gaps <= max(width, 58)
    assert fit.what >= 8


def test_the_curve_names_each_day_or_where_they_are_too_many_those_that_changed_it() -> None:
    seen = [Watched(1, ended=True), Watched(3, ended=True)]
    assert days_drawn(kaplan_meier(seen), 10) == [(0, 1.0), (1, 0.5), (2, 0.5), (3, 0.0)]
    assert days_drawn(kaplan_meier(seen), 3) == [(0, 1.0), (1, 0.5), (3, 0.0)]
    assert days_drawn((), 5) == [(0, 1.0)]
