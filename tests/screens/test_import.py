"""Bringing files in, in the app: what is asked, what is shown before, and what undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from builders import activity
from on_files import export, names_files, says, shows, stands
from textual import events
from waiting import wait_until

from journal.deal import Outcome
from journal.journal import Journal
from journal.moment import Moment
from journal.transfer.ways_out import take_out
from screens import transfer_words
from screens.app import JournalApp
from screens.dialogs.ask import AskDialog
from screens.dialogs.bring_in_columns import ColumnsDialog
from screens.dialogs.bring_in_files import FilesDialog, PathLine
from screens.dialogs.bring_in_preview import PreviewDialog
from screens.today import Today
from storage.store import open_store


def won(journal: Journal) -> list[str | None]:
    """The accounts of the deals that were won."""
    return [line.deal.account for line in journal.deals.lines(Outcome.WON)]


async def test_a_hubspot_export_is_looked_at_brought_in_and_taken_back(
    journal: Journal, tmp_path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, export(tmp_path))
        await stands(pilot, app, PreviewDialog)
        await shows(pilot, app, "3 rows read: 3 new")
        await shows(pilot, app, "3 deals: 1 won, 1 lost, 1 open")
        await shows(pilot, app, "HubSpot")
        assert won(journal) == []
        await pilot.press("enter")
        await shows(pilot, app, "Imported  3 came in   u takes it back")
        assert won(journal) == ["Acme"]
        await pilot.press("u")
        await shows(pilot, app, "Taken back: the import of deals.csv")
        assert won(journal) == []


async def test_a_file_brought_in_again_changes_nothing_and_says_so(
    journal: Journal, tmp_path: Path
) -> None:
    file = export(tmp_path)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(2):
            await names_files(pilot, app, file)
            await stands(pilot, app, PreviewDialog)
            await pilot.press("enter")
            await stands(pilot, app, Today)
        await shows(pilot, app, transfer_words.NOTHING_NEW)
        assert won(journal) == ["Acme"]


async def test_tab_completes_a_name_and_a_folder_is_gone_into(
    journal: Journal, tmp_path: Path
) -> None:
    (folder := tmp_path / "Exports of mine").mkdir()
    file = export(folder, name="deals of spring.csv")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await stands(pilot, app, FilesDialog)
        line = app.screen.query_one(PathLine)
        line.value = f"{tmp_path}/exp"
        await pilot.press("tab")
        await wait_until(pilot, lambda: line.value == f"{folder}/")
        await pilot.press("d", "e", "tab")
        await wait_until(pilot, lambda: line.value == str(file))
        await pilot.press("enter")
        await shows(pilot, app, "✓ deals of spring.csv")


async def test_files_dropped_on_the_terminal_are_taken(journal: Journal, tmp_path: Path) -> None:
    one, other = export(tmp_path, name="a b.csv"), export(tmp_path, name="c.csv")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await stands(pilot, app, FilesDialog)
        app.screen.query_one(PathLine).post_message(events.Paste(f"'{one}' {other}"))
        await shows(pilot, app, "✓ c.csv")
        await shows(pilot, app, "✓ a b.csv")


async def test_dates_that_fit_both_orders_are_asked_about_once(
    journal: Journal, tmp_path: Path
) -> None:
    file = export(tmp_path, "Account,Deal,Amount,Close Date,Won\nAcme,A,10,04/05/2026,yes\n")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, file)
        await stands(pilot, app, AskDialog)
        await shows(pilot, app, "“04/05/2026” in the column “Close Date”")
        await pilot.press("d")
        await stands(pilot, app, PreviewDialog)
        await shows(pilot, app, "read with the day first")
        await shows(pilot, app, "4 May")
        await pilot.press("d")
        await stands(pilot, app, AskDialog)
        await pilot.press("m")
        await shows(pilot, app, "read with the month first")
        await pilot.press("enter")
        await stands(pilot, app, Today)
        (line,) = journal.deals.lines(Outcome.WON)
        assert line.deal.closed == date(2026, 4, 5)


async def test_years_that_may_stand_at_either_end_are_asked_about_once(
    journal: Journal, tmp_path: Path
) -> None:
    file = export(tmp_path, "Account,Deal,Amount,Close Date,Won\nAcme,A,10,24-09-10,yes\n")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, file)
        await stands(pilot, app, AskDialog)
        await shows(pilot, app, "Year first, then the month")
        await pilot.press("y")
        await stands(pilot, app, PreviewDialog)
        await shows(pilot, app, "read with the year first")
        await pilot.press("enter")
        await stands(pilot, app, Today)
        (line,) = journal.deals.lines(Outcome.WON)
        assert line.deal.closed == date(2024, 9, 10)


async def test_one_reps_rows_are_taken_out_of_a_team_file(journal: Journal, tmp_path: Path) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, export(tmp_path))
        await stands(pilot, app, PreviewDialog)
        await shows(pilot, app, "2 owners; all of them are read")
        await pilot.press("o")
        await stands(pilot, app, AskDialog)
        await pilot.press("a")
        await shows(pilot, app, "only Ana Roy's rows")
        await pilot.press("enter")
        await shows(pilot, app, "Imported  1 came in")
        assert [one.deal.account for one in journal.deals.lines(Outcome.OPEN)] == ["Stark"]


async def test_columns_that_nobody_knows_are_named_by_the_rep(
    journal: Journal, tmp_path: Path
) -> None:
    file = export(tmp_path, "Firma,Wert,Ausgang\nAcme,10,won\nHooli,20,lost\n")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, file)
        await stands(pilot, app, ColumnsDialog)
        await shows(pilot, app, "Nothing here tells what the rows of deals.csv are")
        await says(pilot, app, "account")
        await says(pilot, app, "amount")
        await says(pilot, app, "status")
        await pilot.press("ctrl+s")
        await stands(pilot, app, PreviewDialog)
        await shows(pilot, app, "2 deals: 1 won, 1 lost")


async def test_a_rep_who_names_columns_sees_what_they_hold_and_what_they_may_be(
    journal: Journal, tmp_path: Path
) -> None:
    file = export(tmp_path, "Firma,[/]Wert\n,12\n[b]Acme,20\n")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await names_files(pilot, app, file)
        await stands(pilot, app, ColumnsDialog)
        await shows(pilot, app, "[b]Acme")
        await shows(pilot, app, "12")
        await shows(pilot, app, "account, and one of amount, stage, status, close date")
        await shows(pilot, app, "subject and day")
        await shows(pilot, app, "▸kept as it is")
        await shows(pilot, app, "expected close")
        await says(pilot, app, "account")
        await pilot.press("up")
        await shows(pilot, app, "▸account")
        await pilot.press("ctrl+s")
        await shows(pilot, app, "deals.csv is still open: a table of deals has Account and one of")


async def test_a_deal_without_a_decision_is_called_so_in_full(
    journal: Journal, tmp_path: Path
) -> None:
    file = export(tmp_path, "Account,Deal,Amount,Status\nAcme,A,10,no decision\n")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await names_files(pilot, app, file)
        await stands(pilot, app, PreviewDialog)
        await shows(pilot, app, "no decision deal Acme")


async def test_what_columns_were_called_is_remembered_until_it_is_forgotten(
    journal: Journal, tmp_path: Path
) -> None:
    file = export(tmp_path, "Firma,Wert,Ausgang\nAcme,10,won\n")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await names_files(pilot, app, file)
        await stands(pilot, app, ColumnsDialog)
        for field in ("account", "amount", "status"):
            await says(pilot, app, field)
        await pilot.press("ctrl+s")
        await stands(pilot, app, PreviewDialog)
        await pilot.press("enter")
        await shows(pilot, app, "Imported  1 came in")
        file.write_text("Firma,Wert,Ausgang\nHooli,20,won\n", encoding="utf-8")
        await names_files(pilot, app, file)
        await stands(pilot, app, PreviewDialog)
        await shows(pilot, app, "“Firma” is read as account")
        await shows(pilot, app, "forgets that")
        await pilot.press("f")
        await stands(pilot, app, ColumnsDialog)


async def test_a_whole_journal_that_was_taken_out_comes_in_elsewhere(
    journal: Journal, watch: Callable[[], Moment], tmp_path: Path
) -> None:
    journal.record(activity("call", 3, date(2026, 11, 24), account="Acme"))
    take_out(journal, "json", str(tmp_path / "all.json"))
    with closing(open_store(tmp_path / "other.db", create=True)) as store:
        other = Journal(store, watch)
        app = JournalApp(other)
        async with app.run_test(size=(120, 40)) as pilot:
            await names_files(pilot, app, tmp_path / "all.json")
            await stands(pilot, app, PreviewDialog)
            await shows(pilot, app, "a sales journal")
            await pilot.press("c")
            assert isinstance(app.screen, PreviewDialog)
            await pilot.press("enter")
            await shows(pilot, app, "came in   u takes it back")
            assert other.accounts_starting("") == ["Acme"]
            await pilot.press("u")
            await shows(pilot, app, "Taken back: the import of all.json")
            assert other.accounts_starting("") == []
