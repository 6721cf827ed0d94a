"""Taking the journal out, in the app: a format, a place, a day, and nothing replaced without a yes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from builders import activity
from on_files import shows, stands
from reading import all_text
from waiting import wait_until

from journal.journal import Journal
from journal.transfer.ways_out import WAYS_OUT
from screens import transfer_words
from screens.app import JournalApp
from screens.dialogs.ask import AskDialog
from screens.dialogs.fields import Choice, Line
from screens.dialogs.take_out import TakeOutDialog
from screens.today import Today


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The rep's own folder."""
    (home := tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home


def line(app: JournalApp, name: str) -> Line:
    return app.screen.query_one(f"#{name}", Line)


async def test_the_whole_journal_is_written_where_it_is_proposed(
    journal: Journal, home: Path
) -> None:
    journal.record(activity("call", 3, date(2026, 11, 24), account="[/] \x1b[31mAcme"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("O")
        await stands(pilot, app, TakeOutDialog)
        assert line(app, "target").value == "~/sales-journal-2026-11-24.json"
        await pilot.press("ctrl+s")
        await shows(pilot, app, "Written:")
    written = home / "sales-journal-2026-11-24.json"
    assert json.loads(written.read_text(encoding="utf-8"))["format"] == "sales-journal"
    assert written.stat().st_mode & 0o777 == 0o600


async def test_every_format_can_be_written_from_the_app(journal: Journal, home: Path) -> None:
    journal.record(activity("call", 3, date(2026, 11, 24), account="[/] \x1b[31mAcme"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        for format, way in WAYS_OUT.items():
            await pilot.press("O")
            await stands(pilot, app, TakeOutDialog)
            choice: Choice[str] = app.screen.query_one("#format", Choice)
            while choice.value != format:
                await pilot.press("right")
            line(app, "target").value = f"~/{format} of mine{way.ending}"
            await shows(pilot, app, transfer_words.way_out(way.what)[:30])
            await pilot.press("ctrl+s")
            await shows(pilot, app, f"Written: ~/{format} of mine{way.ending}")
            await stands(pilot, app, Today)
    assert sorted(each.name for each in home.iterdir()) == sorted(
        f"{format} of mine{way.ending}" for format, way in WAYS_OUT.items()
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_other_formats_stand_below_the_one_that_is_chosen(
    journal: Journal, size: tuple[int, int]
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await pilot.press("O")
        await stands(pilot, app, TakeOutDialog)
        for key, others in (
            ("j", "csv, ics, markdown, wall, salesforce, hubspot, pipedrive."),
            ("w", "salesforce, hubspot, pipedrive, json, csv, ics, markdown."),
        ):
            await pilot.press(key)
            said = f"Space goes on to {others}"
            await wait_until(pilot, lambda said=said: said in " ".join(all_text(app).split()))


async def test_what_is_there_is_replaced_only_after_a_yes(journal: Journal, home: Path) -> None:
    (there := home / "mine.json").write_text("my own words", encoding="utf-8")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("O")
        for answer in ("k", "r"):
            await stands(pilot, app, TakeOutDialog)
            line(app, "target").value = str(there)
            await pilot.press("ctrl+s")
            await stands(pilot, app, AskDialog)
            await shows(pilot, app, "mine.json is there already")
            assert there.read_text(encoding="utf-8") == "my own words"
            await pilot.press(answer)
        await stands(pilot, app, Today)
        await shows(pilot, app, "Written:")
    assert json.loads(there.read_text(encoding="utf-8"))["format"] == "sales-journal"


async def test_the_proposed_name_follows_the_format_until_the_rep_types_one(
    journal: Journal, home: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("O")
        await stands(pilot, app, TakeOutDialog)
        choice: Choice[str] = app.screen.query_one("#format", Choice)
        while choice.value != "ics":
            await pilot.press("right")
        await wait_until(
            pilot, lambda: line(app, "target").value == "~/sales-journal-ics-2026-11-24.ics"
        )
        line(app, "target").value = "~/calendar.ics"
        await pilot.press("left")
        await wait_until(pilot, lambda: choice.value != "ics")
        assert line(app, "target").value == "~/calendar.ics"


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("target", "", "Name a file to write"),
        ("target", "x" * 300, "Name a file to write"),
        ("target", "~/nowhere/at/all.json", "There is no folder"),
        ("since", "tuesday-ish", "tuesday-ish"),
        ("since", "1/10", "always holds the whole journal"),
    ],
)
async def test_what_cannot_be_written_is_said_and_nothing_is_lost(
    journal: Journal, home: Path, name: str, words: str, said: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("O")
        await stands(pilot, app, TakeOutDialog)
        line(app, name).value = words
        await pilot.press("ctrl+s")
        await stands(pilot, app, TakeOutDialog)
        await shows(pilot, app, said)
        assert line(app, name).value == words
    assert list(home.iterdir()) == []
