"""Today is complete at 80×24, and no word of a rep's can break it or command the terminal."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from builders import at, follow_up
from hostile import UNSAFE, WALKED
from reading import all_text, row_of
from rich.cells import cell_len
from waiting import wait_until

from journal.activity import Activity
from journal.entry import Note
from journal.goal import Form
from journal.journal import Journal
from journal.setback import Setback
from screens.app import JournalApp
from screens.widgets.entry_line import EntryLine
from screens.widgets.half_year import HalfYear
from screens.widgets.milestones import Milestones
from screens.widgets.panel import Panel

TUESDAY = date(2026, 11, 24)
SIZES = [(80, 24), (120, 40), (200, 60)]
HOSTILE = (*WALKED[:2], WALKED[2] + " " + "a" * 3_000)


def fill(journal: Journal, words: str = "spoke to Dana") -> None:
    """A day with a bit of everything, the same words in every place a rep can type into."""
    journal.set("target.call", "10")
    journal.set("target.email", "5")
    journal.set("target.social", "1")
    journal.set("target.meeting", "1")
    journal.set_purpose(f"“{words[:500]}”")
    for hour in range(8, 13):
        call = Activity(day=TUESDAY, kind="call", time=time(hour), account=words[:100], text=words)
        journal.record(call)
    journal.record(Setback(day=TUESDAY, account=words[:100], text=words, sting=4, time=time(13)))
    with journal.store.action("due", journal.now(), "app"):
        journal.store.follow_ups.add(follow_up(words, date(2026, 11, 23)))
    for title in (f"{words[:100]} first", f"{words[:100]} again"):
        journal.goals.add(
            journal.goals.new(
                form=Form.MILESTONE, title=title, measure="reach-outs", target=60,
                start=date(2026, 11, 2), due=date(2026, 12, 4), why=words, evidence=words, serves=words,
            )
        )  # fmt: skip


def widest(panel: Panel) -> int:
    """How wide the widest row of a panel is before anything is cut off."""
    return max(cell_len(row) for row in panel.render().plain.split("\n"))


@pytest.mark.parametrize("size", SIZES)
async def test_everything_of_today_is_there_in_every_size(
    journal: Journal, size: tuple[int, int]
) -> None:
    fill(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: "Setback" in row_of(app, "#so-far"))
        assert "reach-outs to go today" in row_of(app, "#must-today")
        assert "1 day late" in row_of(app, "#due")
        assert " of 60" in row_of(app, "#waypoint")
        assert "due Fri 4 Dec" in row_of(app, "#waypoint")
        rows = row_of(app, "#counts").splitlines()
        assert [row[1:11].strip() for row in rows] == [
            "▌c Calls"[1:],
            "i Emails",
            "o Social",
            "t Meetings",
        ]
        assert [row.split()[-2:] for row in rows] == [["to", "go"]] * 4
        assert len(row_of(app, "#so-far").splitlines()) == 6
        await wait_until(pilot, lambda: "Streak 1 day" in row_of(app, "#half-year"))
        assert row_of(app, "#heard").endswith("u takes the last thing back")
        assert row_of(app, "#keys").endswith("/ Search  ? Keys")
        assert "Tue 24 Nov 2026" in row_of(app, "#nav")


@pytest.mark.parametrize("width", [80, 100, 200])
async def test_freezes_are_told_in_every_width(journal: Journal, width: int) -> None:
    for back in range(40, 0, -1):
        noon = at(f"{TUESDAY - timedelta(days=back)}T12:00")
        Journal(journal.store, lambda noon=noon: noon).count("call")
    app = JournalApp(journal)
    async with app.run_test(size=(width, 24)) as pilot:
        await wait_until(pilot, lambda: "2 freezes" in row_of(app, "#half-year"))
        assert "best 40" in row_of(app, "#half-year") or width < 160
        assert "…" not in row_of(app, "#half-year").splitlines()[0]


async def test_the_strength_is_drawn_as_one_quiet_field(journal: Journal) -> None:
    for back in range(60, 0, -1):
        noon = at(f"{TUESDAY - timedelta(days=back)}T12:00")
        Journal(journal.store, lambda noon=noon: noon).count("call")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "100" in row_of(app, "#half-year"))
        curve = row_of(app, "#half-year").splitlines()[-4:]
        assert [row[:4].strip() for row in curve] == ["100", "", "", "0"]
        assert all(len(row) <= 4 + 51 for row in curve)
        heights = [sum(row[at : at + 1] not in ("", " ") for row in curve) for at in range(38, 55)]
        assert heights == sorted(heights)
        assert heights[-1] >= 3
        styles = {str(span.style) for span in app.screen.query_one(HalfYear).render().spans[-40:]}
        assert styles <= {"$faint", "$faint on $faint", "$muted"}


async def test_a_large_terminal_shows_what_came_before_today_above_it(journal: Journal) -> None:
    for hour in range(8, 18):
        monday = TUESDAY - timedelta(days=1)
        journal.record(Activity(day=monday, kind="email", time=time(hour), account="Globex"))
    journal.record(Activity(day=TUESDAY, kind="call", time=time(9), account="Acme"))
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await wait_until(pilot, lambda: "Globex" in row_of(app, "#so-far"))
        rows = row_of(app, "#so-far").splitlines()
        assert [row.split() for row in rows[-2:]] == [
            ["Mon", "Email", "Globex"],
            ["09:00", "Call", "Acme"],
        ]
        assert len(rows) == 11
        await pilot.press("c")
        await wait_until(pilot, lambda: "13:45 Call" in row_of(app, "#so-far"))
        assert len(row_of(app, "#so-far").splitlines()) == 12
        await pilot.resize_terminal(120, 40)
        await wait_until(pilot, lambda: "Globex" not in row_of(app, "#so-far"))


async def test_without_an_account_the_words_take_its_cells(journal: Journal) -> None:
    words = "a long note about nobody in particular, to be read whole"
    journal.record(Note(day=TUESDAY, text=words, time=time(9, 0)))
    app = JournalApp(journal)
    async with app.run_test(size=(160, 40)) as pilot:
        await wait_until(pilot, lambda: f"09:00 Note       {words[:20]}" in row_of(app, "#so-far"))
        journal.record(Activity(day=TUESDAY, kind="call", account="Acme", time=time(9, 5)))
        await pilot.press("c")
        await wait_until(pilot, lambda: "Acme" in row_of(app, "#so-far"))
        assert f"09:00 Note              {words[:16]}" in row_of(app, "#so-far")


async def test_no_bar_is_longer_than_one_reads(journal: Journal) -> None:
    fill(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await wait_until(pilot, lambda: "of 60" in row_of(app, "#milestones"))
        for selector in ("#waypoint", "#milestones", "#counts"):
            for row in row_of(app, selector).splitlines():
                assert sum(row.count(cell) for cell in "━╸─┃") in range(41)


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_is_wider_than_its_panel(journal: Journal, size: tuple[int, int]) -> None:
    fill(
        journal,
        "漢字 and much more than any panel can hold in one row of it, whatever its width is",
    )
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: "漢字" in row_of(app, "#waypoint"))
        for panel in app.screen.query(Panel):
            assert widest(panel) <= panel.content_size.width, panel.id


async def test_the_same_page_serves_a_terminal_that_is_drawn_wider_and_narrower(
    journal: Journal,
) -> None:
    fill(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: "to go" in row_of(app, "#counts"))
        assert not app.screen.query(Milestones)
        await pilot.resize_terminal(200, 60)
        await wait_until(pilot, lambda: bool(app.screen.query(Milestones)))
        await wait_until(pilot, lambda: "again" in row_of(app, "#milestones"))
        await pilot.resize_terminal(80, 24)
        await wait_until(pilot, lambda: not app.screen.query_one(Milestones).display)
        assert len(row_of(app, "#counts").splitlines()) == 4


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_words_of_a_rep_break_today(journal: Journal, words: str) -> None:
    fill(journal, words)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await wait_until(pilot, lambda: "Setback" in row_of(app, "#so-far"))
        app.screen.query_one("#so-far").focus()
        await pilot.press("up", "up")
        await wait_until(pilot, lambda: "of 60" in row_of(app, "#milestones"))
        assert not UNSAFE & set(all_text(app).replace("\n", ""))


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_words_typed_or_pasted_command_the_terminal(journal: Journal, words: str) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", *"note ")
        line = app.screen.query_one(EntryLine)
        line.type_in(words)
        await wait_until(pilot, lambda: "Enter saves" in row_of(app, "#heard") or not words.strip())
        drawn = line.render_line(0).text + row_of(app, "#heard")
        assert not UNSAFE & set(drawn)


def test_the_clock_of_these_tests_stands_on_a_tuesday() -> None:
    assert at("2026-11-24T13:45").day() == TUESDAY
