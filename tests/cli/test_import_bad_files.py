"""Whatever is named by mistake is one plain sentence, and the journal stays as it was."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from asking import Rep

from journal.transfer.faults import UnreadableFile
from storage.source_files import source_files

NOBODY = 65_534
"""A user who may read nothing of ours, for tests that root runs."""

GOOD = "Account,Amount,Stage\nAcme,100,Won\n"


@pytest.fixture
def folder(rep: Rep) -> Iterator[Path]:
    """A rep's folder, beside a journal with one call and a table that could be read."""
    rep.asks("log", "call")
    (rep.path.parent / "good.csv").write_text(GOOD, encoding="utf-8")
    yield rep.path.parent
    assert rep.gets("stats")["activity"] == {"call": 1}
    assert rep.gets("stats")["deals"]["won"] == 0


def refused(rep: Rep, path: Path | str) -> str:
    """The one sentence, when a good file is named with a bad one."""
    code, sentence = rep.asks("import", str(rep.path.parent / "good.csv"), str(path)).refused
    assert code == 1
    return sentence


def packed(*names: str) -> bytes:
    """An archive of small files."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, GOOD)
    return held.getvalue()


def test_a_file_of_2_gb_is_refused_at_once(rep: Rep, folder: Path) -> None:
    with (folder / "huge.csv").open("wb") as file:
        file.truncate(2 << 30)
    assert refused(rep, folder / "huge.csv") == (
        "huge.csv is larger than 50 MB: export a shorter period or fewer columns."
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            packed("[Content_Types].xml", "xl/workbook.xml"),
            "deals.csv is an Excel workbook: open it there, save it as CSV and import that.",
        ),
        (packed("deals.csv"), "deals.csv is a ZIP archive: unpack it and import the CSV in it."),
        (b"", "deals.csv is empty: export it again."),
        (
            b"<html><head><META charset=utf-8></head><table><tr><td>Opportunity Name",
            "deals.csv is a web page inside: open it in a spreadsheet, save it as CSV and import"
            " that.",
        ),
        (
            bytes(range(1, 32)),
            "deals.csv is not a text file: export the list as CSV and import that.",
        ),
    ],
)
def test_another_kind_of_file_is_told_by_its_bytes(
    rep: Rep, folder: Path, content: bytes, said: str
) -> None:
    (folder / "deals.csv").write_bytes(content)
    assert refused(rep, folder / "deals.csv") == said


@pytest.mark.parametrize("said", [(), ("--from", "json"), ("--from", "salesforce")])
def test_another_journal_is_to_be_taken_out_first(
    rep: Rep, folder: Path, said: tuple[str, ...]
) -> None:
    other = folder / "other.db"
    rep.asks("--db", str(other), "log", "call")
    code, sentence = rep.asks("import", str(other), *said).refused
    assert (code, sentence) == (
        1,
        "other.db is a journal: take it out with “journal --db FILE export json -o journal.json”,"
        " then import that.",
    )


def test_a_program_that_is_none_is_said_before_any_file_is_opened(rep: Rep, folder: Path) -> None:
    other = folder / "other.db"
    rep.asks("--db", str(other), "log", "call")
    for file in (other, folder / "none.csv", folder / "none.json"):
        assert rep.asks("import", str(file), "--from", "foo").refused == (
            2,
            "“foo” cannot be read. Formats are: auto, salesforce, hubspot, pipedrive, table, json.",
        )


def test_a_database_of_another_program_is_no_journal(rep: Rep, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "crm.db")) as crm:
        crm.execute("CREATE TABLE deals (name TEXT)")
    assert refused(rep, folder / "crm.db") == (
        "crm.db is a database: export the list as CSV and import that."
    )


def test_a_name_of_nothing_is_refused(rep: Rep) -> None:
    said = "journal: That names no file: write one, like deals.csv.\n"
    assert rep.asks("import", "").err == said


def test_a_first_import_that_brings_nothing_makes_no_journal(rep: Rep, tmp_path: Path) -> None:
    file = tmp_path / "deals.csv"
    file.write_text("Account,Amount\n", encoding="utf-8")
    assert rep.asks("import", str(file)).code == 0
    assert not rep.path.exists()


def test_a_folder_is_refused(rep: Rep, folder: Path) -> None:
    assert refused(rep, folder) == f"{folder} is a folder: name its files, like {folder}/deals.csv."


def test_a_file_that_is_not_there_is_refused(rep: Rep, folder: Path) -> None:
    assert refused(rep, "nowhere.csv") == "There is no file nowhere.csv."
    assert refused(rep, folder / "good.csv" / "x.csv").startswith("There is no file")


def test_a_pipe_is_refused_without_waiting_for_it(rep: Rep, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert refused(rep, folder / "pipe") == (
        f"{folder}/pipe can be read only once: save it as a file and import that."
    )


def test_a_file_that_breaks_off_while_it_is_read_is_to_be_copied_first(
    rep: Rep, folder: Path
) -> None:
    assert refused(rep, "/proc/self/mem") == (
        "mem cannot be read to its end (Input/output error): copy it elsewhere and import that."
    )


@contextmanager
def as_nobody() -> Iterator[None]:
    """Do something as a user who is not root; whoever is none anyway stays who they are."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableFile) as said, as_nobody():
        source_files([str(path)])
    assert str(said.value).startswith("You may not read ")
    assert str(said.value).endswith("give yourself the right to, or copy it to a folder of yours.")


def test_a_journal_of_a_newer_program_is_refused(rep: Rep, folder: Path) -> None:
    newer = json.dumps({"format": "sales-journal", "version": 999_999})
    (folder / "newer.json").write_text(newer, encoding="utf-8")
    code, sentence = rep.asks("import", str(folder / "newer.json")).refused
    assert code == 1
    assert "newer" in sentence
