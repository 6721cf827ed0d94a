"""Follow-ups is complete at 80×24, uses more room, and no word of a rep's can break it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import activity, at
from hostile import UNSAFE, WALKED
from on_follow_ups import TUESDAY, back_on_follow_ups, go_to_follow_ups, lost, put, waits
from on_goals import dialog, said_in_dialog
from reading import all_text, row_of
from rich.cells import cell_len
from waiting import wait_until

from journal.deal_ending import Loss
from journal.journal import Journal
from journal.request import Ask
from screens.app import JournalApp
from screens.dialogs.fields import Line
from screens.dialogs.touch import DoneDialog, MoveDialog
from screens.widgets.follow_up_list import columns
from screens.widgets.panel import Panel
from screens.widgets.time_line import axis, months
from storage.store import open_store

SIZES = [(80, 24), (120, 40), (200, 60)]
HOSTILE = (*WALKED[:2], WALKED[2] + " " + "a" * 900)


def fill(journal: Journal, words: str) -> None:
    """Follow-ups in every state, the same words wherever a rep can type."""
    name = words[:150]
    deal = lost(journal, name, date(2026, 11, 2), Loss(requests=tuple(Ask)))
    for back in (-3, 0, 3, 40):
        waits(journal, name, TUESDAY + timedelta(days=back), words, deal=deal.id, reason=words)
        waits(journal, name, TUESDAY + timedelta(days=back), words, reason=None)
    journal.record(activity("email", on=date(2026, 11, 6), account=name, text=words))
    journal.deals.add_contact(name, words[:150], words[:100], advocate=True)


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_is_wider_than_its_panel(journal: Journal, size: tuple[int, int]) -> None:
    fill(journal, "漢字 and much more than any row of a panel can hold, whatever its width")
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_follow_ups(pilot, app)
        for keys in ("down", "down", "tab", "f", "escape", "down"):
            await pilot.press(keys)
            await pilot.pause()
            for panel in app.screen.query(Panel):
                widest = max(cell_len(row) for row in panel.render().plain.split("\n"))
                assert widest <= max(panel.content_size.width, 0), panel.id


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_has_number_list_and_ways(journal: Journal, size: tuple[int, int]) -> None:
    for number in range(8):
        lost(journal, f"Lost {number}", date(2026, 11, 2 + number))
    waits(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_follow_ups(pilot, app)
        assert "touch today" in row_of(app, "#due")
        rows = row_of(app, "#list").splitlines()
        assert ("reason" in rows[0]) == (size[0] > 80)
        assert "New date for the demo" in rows[1]
        ways = row_of(app, "#ways").splitlines()
        assert ("requests" in ways[0]) == (size[0] > 80)
        assert sum("Lost" in way for way in ways) >= 4
        assert ("○ planned" in ways[-1]) == (size[0] > 80)
        assert app.screen.query_one("#below").display == (size[0] > 80)


async def test_what_to_do_takes_the_room_of_a_reason_that_is_not_there(journal: Journal) -> None:
    what = "Send the references of the two plants they asked about"
    waits(journal, what=what, reason=None)
    waits(journal, "Stark", what=what, reason="they asked")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        rows = row_of(app, "#list").splitlines()
        assert rows[1].rstrip().endswith(what)
        assert rows[2].rstrip().endswith("…  they asked")


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_words_of_a_rep_break_follow_ups(journal: Journal, words: str) -> None:
    fill(journal, words)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await go_to_follow_ups(pilot, app)
        for _ in range(3):
            await pilot.press("down")
            await pilot.pause()
            assert not UNSAFE & set(all_text(app).replace("\n", ""))
        for key in ("space", "v", "n", "x", "r"):
            await pilot.press("home", key)
            await wait_until(pilot, lambda: app.screen.query("#hints") and app.screen.focused)
            assert not UNSAFE & set(all_text(app).replace("\n", ""))
            await pilot.press("escape")
            await back_on_follow_ups(pilot, app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_keys_of_each_dialog_stay_in_sight(
    journal: Journal, size: tuple[int, int]
) -> None:
    lost(journal, "Tyrell", date(2026, 11, 17))
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_follow_ups(pilot, app)
        for key in ("space", "v", "n", "x", "r", "a"):
            await pilot.press(key)
            await wait_until(pilot, lambda: app.screen.query("#hints") and app.screen.focused)
            await pilot.pause()
            hints = app.screen.query_one("#hints").region
            assert hints.height == 1
            assert hints.bottom < size[1], key
            await pilot.press("escape")
            await back_on_follow_ups(pilot, app)


async def test_what_was_typed_and_left_is_offered_again(journal: Journal) -> None:
    waits(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_follow_ups(pilot, app)
        for note in ("", "half a line"):
            await pilot.press("space")
            await dialog(pilot, app, DoneDialog)
            assert app.screen.query_one("#note", Line).value == note
            put(app, {"note": "half a line"})
            await pilot.press("escape")
            await back_on_follow_ups(pilot, app)


async def test_what_another_window_settles_is_gone_and_the_open_dialog_says_so(
    journal: Journal, path: Path
) -> None:
    one = waits(journal)
    waits(journal, "Acme", date(2026, 11, 26))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("v")
        await dialog(pilot, app, MoveDialog)
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.follow_ups.done(one.id)
        put(app, {"day": "fri"})
        await pilot.press("enter")
        await wait_until(pilot, lambda: "was done today already" in said_in_dialog(app))
        assert app.screen.query_one("#day", Line).value == "fri"
        await pilot.press("escape")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "Hooli" not in row_of(app, "#list"))
        other.store.close()


@pytest.mark.parametrize("width", [20, 75, 94, 95, 115, 149, 150, 193])
def test_the_columns_never_ask_for_more_than_the_width(width: int) -> None:
    fit = columns(width)
    cells = [fit.when, fit.account, fit.worth, fit.what, fit.reason]
    gaps = fit.gap * (sum(each > 0 for each in cells) - 1)
    assert sum(cells) + gaps <= max(width, 45)
    assert fit.what >= 8


def test_a_year_is_drawn_from_a_months_first_and_ends_before_the_same_day() -> None:
    line = axis(TUESDAY, 73)
    assert (line.first, line.last) == (date(2026, 11, 1), date(2027, 11, 1))
    assert (line.at(date(2026, 11, 1)), line.at(TUESDAY), line.at(date(2027, 10, 31))) == (0, 4, 72)
    assert line.at(date(2026, 10, 31)) is None
    assert line.at(date(2027, 11, 1)) is None
    assert months(line).split() == [
        *("Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct")
    ]
