"""A place that cannot be is said in one sentence, whichever command is given it."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Rep


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
