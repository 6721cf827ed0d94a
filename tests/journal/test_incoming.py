"""Files are looked at, tried out and taken in, with a say at every thousand rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import NOW

from journal.deal import Deal, Outcome
from journal.errors import NothingToUndo
from journal.incoming import Wishes
from journal.journal import Journal
from journal.transfer.faults import OpenDateOrder, UnknownHeader, UnreadableFile
from journal.transfer.fields import Kind, fields_of
from journal.transfer.outline import Column
from journal.transfer.progress import Progress, Stopped
from journal.transfer.source import SourceFile
from storage.store import SqliteStore

TABLE = "Account,Amount,Stage,Region\nAcme,100,Won,\nGlobex,7,Lost,North\nInitech,9,Discovery,\n"
MANY = "Subject,Date\n" + "".join(f"Call {n},2024-01-15\n" for n in range(2_500))


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    """An empty journal on a Thursday."""
    return Journal(store, lambda: NOW)


def sources(journal: Journal, folder: Path, text: str, name: str = "deals.csv") -> list[SourceFile]:
    (folder / name).write_text(text, encoding="utf-8")
    return list(journal.store.imports.sources([str(folder / name)]))


def test_a_file_is_shown_in_outline_before_it_is_taken_in(journal: Journal, tmp_path: Path) -> None:
    reading = journal.incoming.look(sources(journal, tmp_path, TABLE))
    (file,) = reading.files
    assert (file.name, file.kind, file.system, file.rows) == (
        *("deals.csv", Kind.DEALS),
        *("table", 3),
    )
    assert file.columns == (
        Column("Account", "account", "Acme"),
        Column("Amount", "amount", "100"),
        Column("Stage", "stage", "Won"),
        Column("Region", None, "North"),
    )
    assert "amount" in fields_of(file.kind)


def test_what_is_tried_out_is_counted_and_not_kept(journal: Journal, tmp_path: Path) -> None:
    reading = journal.incoming.look(sources(journal, tmp_path, TABLE))
    would = journal.incoming.try_out(reading)
    assert (would.read, would.applied.added) == (3, 3)
    assert would.deals == {Outcome.WON: 1, Outcome.LOST: 1, Outcome.OPEN: 1}
    assert [one.value.account for one in would.samples] == ["Acme", "Globex", "Initech"]
    assert journal.store.deals.listed() == []
    with pytest.raises(NothingToUndo):
        journal.store.undo(NOW, "app")


def test_what_is_taken_in_is_one_thing_to_undo(journal: Journal, tmp_path: Path) -> None:
    reading = journal.incoming.look(sources(journal, tmp_path, TABLE))
    brought = journal.incoming.take_in(reading)
    assert (brought.applied.added, brought.activities, brought.follow_ups) == (3, 0, 0)
    assert [deal.account for deal in journal.store.deals.listed()] == ["Acme", "Globex", "Initech"]
    assert journal.store.undo(NOW, "app").label == "the import of deals.csv"
    assert journal.store.deals.listed() == []


def test_whoever_watches_hears_how_far_it_is(journal: Journal, tmp_path: Path) -> None:
    heard: list[Progress] = []
    reading = journal.incoming.look(sources(journal, tmp_path, MANY), watch=heard.append)
    assert heard == [Progress(1_000, None), Progress(2_000, None), Progress(2_500, None)]
    heard.clear()
    journal.incoming.take_in(reading, heard.append)
    assert heard == [Progress(1_000, 2_500), Progress(2_000, 2_500), Progress(2_500, 2_500)]


def test_an_import_that_is_stopped_leaves_nothing(journal: Journal, tmp_path: Path) -> None:
    def stop(now: Progress) -> None:
        if now.rows == 2_000:
            raise Stopped

    reading = journal.incoming.look(sources(journal, tmp_path, MANY))
    with pytest.raises(Stopped):
        journal.incoming.take_in(reading, stop)
    assert journal.store.entries.first_day() is None
    with pytest.raises(NothingToUndo):
        journal.store.undo(NOW, "app")
    assert journal.incoming.take_in(reading).applied.added == 2_500


def test_it_can_be_stopped_while_it_looks_for_what_earlier_files_said_of_its_deals(
    journal: Journal, tmp_path: Path
) -> None:
    calls = journal.incoming.look(sources(journal, tmp_path, MANY, "calls.csv"))
    journal.incoming.take_in(calls)
    reading, heard = journal.incoming.look(sources(journal, tmp_path, TABLE)), list[Progress]()

    def stop(now: Progress) -> None:
        heard.append(now)
        if len(heard) == 4:
            raise Stopped

    with pytest.raises(Stopped):
        journal.incoming.take_in(reading, stop)
    assert heard == [Progress(3, 3)] * 4
    assert journal.store.deals.listed() == []
    assert journal.store.undo(NOW, "app").label == "the import of calls.csv"


def test_another_thread_takes_it_in_with_a_journal_of_its_own(
    journal: Journal, tmp_path: Path
) -> None:
    reading = journal.incoming.look(sources(journal, tmp_path, TABLE))
    beside = journal.store.beside()
    assert beside is not None
    with beside as store:
        Journal(store, journal.clock, origin="app").incoming.take_in(reading)
    assert journal.has_changed()
    assert [type(deal) for deal in journal.store.deals.listed()] == [Deal, Deal, Deal]


def test_a_file_that_changes_while_it_is_read_is_not_taken_in(
    journal: Journal, tmp_path: Path
) -> None:
    def change(now: Progress) -> None:
        if now.rows == 1_000:
            (tmp_path / "calls.csv").write_text(MANY + "Call more,2024-01-16\n", encoding="utf-8")

    reading = journal.incoming.look(sources(journal, tmp_path, MANY, "calls.csv"))
    said = r"calls\.csv changed while it was read: wait until it is saved whole"
    with pytest.raises(UnreadableFile, match=said):
        journal.incoming.take_in(reading, change)
    assert journal.store.entries.first_day() is None


def test_an_open_order_of_dates_is_asked_and_answered(journal: Journal, tmp_path: Path) -> None:
    files = sources(journal, tmp_path, "Account,Close Date\nAcme,3/4/2026\n")
    with pytest.raises(OpenDateOrder) as asked:
        journal.incoming.look(files)
    assert (asked.value.column, asked.value.example) == ("Close Date", "3/4/2026")
    assert journal.incoming.look(files, Wishes(day_first=True)).read == 1


def test_a_header_nobody_knows_is_shown_so_that_it_can_be_named(
    journal: Journal, tmp_path: Path
) -> None:
    files = sources(journal, tmp_path, "Meine Liste\nKunde;Wert;Stand\nAcme;5;Won\n")
    with pytest.raises(UnknownHeader) as unknown:
        journal.incoming.look(files)
    assert (unknown.value.file, unknown.value.columns) == ("deals.csv", ("Kunde", "Wert", "Stand"))
    named = Wishes(mapping={"Kunde": "account", "Wert": "amount"})
    assert journal.incoming.look(files, named).read == 1
