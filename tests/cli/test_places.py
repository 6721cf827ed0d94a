"""A place that cannot be is said in one sentence, whichever command is given it."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Rep
from children import start


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        ("today", "--db", "~nobody-here/x.db"),
        ("log", "call", "--db", "~nobody-here/x.db"),
        ("where", "--db", "~nobody-here/x.db"),
        ("backup", "~nobody-here/x.db"),
        ("restore", "~nobody-here/x.db"),
        ("import", "~nobody-here/x.csv"),
        ("export", "json", "-o", "~nobody-here/x.json"),
    ],
)
def test_the_home_of_nobody_is_no_place(rep: Rep, tmp_path: Path, words: tuple[str, ...]) -> None:
    rep.asks("log", "call")
    assert rep.asks(*words).refused == (
        2,
        "There is no home folder ~nobody-here: write the whole path, from / on.",
    )
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_a_name_that_begins_like_a_home_is_a_name_like_any_other(rep: Rep, tmp_path: Path) -> None:
    rep.asks("log", "call", "Acme")
    assert rep.asks("backup", "~copy.db").code == 0
    assert [each["account"] for each in rep.gets("list", "--db", "~copy.db")] == ["Acme"]
    assert rep.asks("restore", "~copy.db").code == 0
    assert rep.asks("import", "~none.csv").refused == (1, "There is no file ~none.csv.")


def test_a_link_that_leads_to_itself_is_no_journal_to_restore(rep: Rep, tmp_path: Path) -> None:
    rep.asks("log", "call")
    loop = tmp_path / "loop.db"
    loop.symlink_to(loop)
    assert rep.asks("restore", str(rep.path), "--db", str(loop)).refused == (
        1,
        f"{loop} is a link that leads nowhere but to links: name the file itself with --db.",
    )


def test_a_link_to_what_is_not_there_names_what_is_missing(rep: Rep, tmp_path: Path) -> None:
    link, missing = tmp_path / "link.db", tmp_path / "stick" / "journal.db"
    link.symlink_to(missing)
    assert rep.asks("log", "call", "--db", str(link)).refused == (
        1,
        f"{link} is a link to {missing}, which is not there: bring that back, or name another with --db.",
    )


def test_nothing_is_written_where_sqlite_would_take_it_for_the_journals_own(rep: Rep) -> None:
    rep.asks("log", "call", "Acme")
    rep.path.with_name("sales").touch()
    for ending in ("-journal", "-wal", "-shm"):
        place = f"{rep.path}{ending}"
        said = f"{place} is a name that belongs to {rep.path}, which would be spoilt by it: "
        for words in (("json", "-o", place), ("csv", "-o", place)):
            assert rep.asks("export", *words).refused == (1, f"{said}name another place.")
        assert rep.asks("backup", place).refused == (1, f"{said}name another file.")
    assert rep.asks("export", "json", "-o", f"{rep.path.parent}/sales-journal").code == 0


def test_an_export_without_a_name_is_asked_for_one(rep: Rep) -> None:
    said = (1, "That names no file: write one, like journal.json.")
    assert rep.asks("export", "json", "-o", "").refused == said
    assert rep.asks("export", "csv", "-o", "", "--force").refused == said


SHUT = """
import os, tempfile
from pathlib import Path
from journal.__main__ import main
with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    path, backups = folder / "journal.db", folder / "backups"
    for words in (["log", "call"], ["backup"], ["undo"]):
        main(["--db", str(path), *words])
    is_root = os.geteuid() == 0
    folder.chmod(0o755)
    for shut, *asked in ((backups, ["restore"]), (folder, ["restore"], ["log", "call"])):
        shut.chmod(0)
        if is_root:
            os.seteuid(65534)
        for words in asked:
            print("said", main(["--db", str(path), *words]), flush=True)
        if is_root:
            os.seteuid(0)
        shut.chmod(0o700)
"""
"""What a rep is told who may not look into a folder."""


def test_a_folder_that_may_not_be_read_is_named_with_what_to_do() -> None:
    child = start(SHUT)
    printed, said = child.communicate(timeout=60)
    assert printed.count("said 1") == 3
    unlisted, all_unlisted, unread = said.splitlines()
    assert unlisted.startswith("journal: The folder ")
    assert unlisted.endswith(
        "/backups may not be read, so its backups are unknown: allow it, and ask again."
    )
    assert all_unlisted == unlisted.replace("/backups may", " may")
    assert unread.endswith("/journal.db may not be read: allow it, or name another one with --db.")
