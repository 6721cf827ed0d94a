"""Files that cannot be brought in: what is said, and that nothing of them stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from on_files import export, names_files, shows, stands
from reading import all_text, row_of
from waiting import wait_until

from journal.deal import Outcome
from journal.journal import Journal
from screens import transfer_words
from screens.app import JournalApp
from screens.dialogs.bring_in_columns import ColumnsDialog
from screens.dialogs.bring_in_files import FilesDialog, PathLine
from screens.dialogs.bring_in_preview import PreviewDialog
from screens.dialogs.under_way import UnderWay
from screens.today import Today


def won(journal: Journal) -> list[str | None]:
    """The accounts of the deals that were won."""
    return [line.deal.account for line in journal.deals.lines(Outcome.WON)]


@pytest.mark.parametrize(
    ("name", "holds", "said"),
    [
        ("empty.csv", b"", "empty.csv is empty"),
        ("sheet.xls", b"\xd0\xcf\x11\xe0rest", "Excel workbook"),
        (
            "wide.csv",
            ("Amount,Account," + ",".join(map(str, range(2998)))).encode(),
            "3000 columns",
        ),
        (
            "days_off.csv",
            b"Number,First,Last,Why,Given on\n",
            "days_off.csv is one of the journal's own tables: to bring a journal in, take it out with"
            " “journal export json -o journal.json” and import that.",
        ),
        (
            "deals.csv",
            b"Number,Name,Amount,Currency,Stage,Outcome,Opened,Stage1 on,Qualified on,Expected close,"
            b"Closed,Pushes,Category,Next step,Customer\n1,Tills,5,EUR,,open,,,,,,,,,Acme\n",
            "deals.csv is one of the journal's own tables",
        ),
        ("[b] \x1b[2J\u202egnp.csv", b"", "[b] \u241b[2J\ufffdgnp.csv is empty"),
    ],
)
async def test_a_file_that_cannot_be_read_says_what_to_do_and_another_may_be_named(
    journal: Journal, tmp_path: Path, name: str, holds: bytes, said: str
) -> None:
    (file := tmp_path / name).write_bytes(holds)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await stands(pilot, app, FilesDialog)
        app.screen.query_one(PathLine).value = f"{tmp_path}/{name[:3]}"
        await shows(pilot, app, "▌")
        await pilot.press("enter", "enter")
        await wait_until(pilot, lambda: said in " ".join(all_text(app).split()), said)
        assert isinstance(app.screen, FilesDialog)
        assert file.read_bytes() == holds
        await pilot.press("escape")
        await stands(pilot, app, Today)


async def test_another_journal_is_to_be_taken_out_first(journal: Journal, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("PRAGMA application_id=0x534A4E4C")
        other.execute("CREATE TABLE entries (id INTEGER)")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await stands(pilot, app, FilesDialog)
        app.screen.query_one(PathLine).value = f"{tmp_path}/other"
        await shows(pilot, app, "▌")
        await pilot.press("enter", "enter")
        said = "other.db is a journal: take it out with “journal --db FILE export json"
        await wait_until(pilot, lambda: said in " ".join(all_text(app).split()), said)
        assert isinstance(app.screen, FilesDialog)


@pytest.mark.parametrize("typed", ["x" * 400, "~nobody-here/x", "/dev/null", "[/] \u202e"])
async def test_a_name_that_no_export_has_is_said_to_be_none(journal: Journal, typed: str) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await stands(pilot, app, FilesDialog)
        app.screen.query_one(PathLine).value = typed
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(row_of(app, "#said")))
        assert isinstance(app.screen, FilesDialog)
        assert "✓" not in all_text(app)


async def test_a_journal_started_in_a_folder_that_is_gone_still_asks_for_files(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gone := tmp_path / "gone").mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await stands(pilot, app, FilesDialog)


async def test_esc_in_the_middle_of_an_import_leaves_nothing(
    journal: Journal, path: Path, tmp_path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, export(tmp_path))
        await stands(pilot, app, PreviewDialog)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("enter")
            await wait_until(pilot, lambda: isinstance(app.screen, UnderWay))
            await pilot.press("escape")
            await shows(pilot, app, transfer_words.STOPPING)
            other.execute("ROLLBACK")
            await stands(pilot, app, PreviewDialog)
        await shows(pilot, app, transfer_words.STOPPED)
        assert won(journal) == []
        await pilot.press("escape")
        await stands(pilot, app, Today)


async def test_a_file_that_changed_since_it_was_looked_at_is_looked_at_again(
    journal: Journal, tmp_path: Path
) -> None:
    file = export(tmp_path)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, file)
        await stands(pilot, app, PreviewDialog)
        export(tmp_path, file.read_text(encoding="utf-8").replace("Acme", "Globex and Sons"))
        await pilot.press("enter")
        await shows(pilot, app, "was read again: look at this once more")
        await stands(pilot, app, PreviewDialog)
        assert journal.accounts_starting("") == []
        await pilot.press("enter")
        await stands(pilot, app, Today)
    assert won(journal) == ["Globex and Sons"]


async def test_a_file_that_is_gone_since_it_was_looked_at_brings_nothing_in(
    journal: Journal, tmp_path: Path
) -> None:
    file = export(tmp_path)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, file)
        await stands(pilot, app, PreviewDialog)
        file.unlink()
        await pilot.press("enter")
        await shows(pilot, app, "deals.csv is gone: put it back, then import it again.")
        await stands(pilot, app, PreviewDialog)
        assert journal.accounts_starting("") == []
        export(tmp_path)
        await pilot.press("enter")
        await shows(pilot, app, "was read again: look at this once more")
        await pilot.press("enter")
        await stands(pilot, app, Today)
    assert won(journal) == ["Acme"]


async def test_hostile_cells_are_shown_as_they_are(journal: Journal, tmp_path: Path) -> None:
    nasty = "[/] [red]x \x1b[31m\u202ex"
    file = export(
        tmp_path,
        f"Account,Deal,Amount,Status,{nasty}\n{nasty},{nasty},oops {nasty},won,{nasty}\n"
        f"{nasty},{nasty},10,won,{nasty}\n",
        name=f"{nasty.replace('/', '')}.csv",
    )
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, file)
        await stands(pilot, app, PreviewDialog)
        await shows(pilot, app, "1 refused")
        text = all_text(app)
        assert "[/] [red]x \u241b[31m\ufffdx" in text
        assert not {"\x1b", "\u202e"} & set(text)
        await pilot.press("c")
        await stands(pilot, app, ColumnsDialog)
        await pilot.press("escape")
        await stands(pilot, app, PreviewDialog)
