"""``journal export`` and the way back: everything out, everything in, nothing overwritten unasked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from asking import Rep

from journal.__main__ import main
from journal.transfer.ways_out import WAYS_OUT

GENUINE = Path(__file__).parent / "genuine"


@pytest.fixture
def other(rep: Rep, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Rep:
    """The same rep on a new machine."""
    return Rep(tmp_path / "other" / "journal.db", capsys)


def test_a_genuine_crm_export_comes_back_byte_for_byte_and_is_known_again(
    rep: Rep, other: Rep, tmp_path: Path
) -> None:
    files = [str(GENUINE / name) for name in ("Opportunity.csv", "Task.csv", "Account.csv")]
    rep.gets("import", *files)
    out = tmp_path / "journal.json"
    assert rep.asks("export", "json", "-o", str(out)).out == f"Written: {out}\n"
    read = other.gets("import", str(out))
    rows = sum(len(part) for part in json.loads(out.read_text()).values() if isinstance(part, list))
    assert read == {
        "format": "json", "read": rows, "added": rows, "updated": 0, "unchanged": 0,
        "refused": [], "notes": [], "batch": 0,
    }  # fmt: skip
    assert other.asks("export", "json").out == out.read_text(encoding="utf-8")
    assert other.gets("stats") == rep.gets("stats")
    again = other.gets("import", *files)
    assert (again["added"], again["updated"]) == (0, 0)
    assert again["unchanged"] > 100


def test_what_came_in_is_taken_back_as_one(rep: Rep, other: Rep, tmp_path: Path) -> None:
    rep.asks("log", "call", "3", "Acme")
    rep.asks("export", "json", "-o", str(tmp_path / "j.json"))
    other.asks("note", "mine")
    said = other.asks("import", str(tmp_path / "j.json"), "--from", "json")
    assert said.out.startswith(
        "2 rows read (json, names and origins counted too): "
        "2 added, 0 updated, 0 unchanged, 0 refused.\n"
    )
    assert other.asks("undo").out == "Taken back: the import of j.json\n"
    assert [entry["note"] for entry in other.gets("list")] == ["mine"]


def test_a_dry_run_says_what_would_come_and_changes_nothing(
    rep: Rep, other: Rep, tmp_path: Path
) -> None:
    rep.asks("log", "call")
    rep.asks("export", "json", "-o", str(tmp_path / "j.json"))
    said = other.gets("import", str(tmp_path / "j.json"), "--dry-run")
    assert (said["added"], said["batch"]) == (1, None)
    assert not other.path.exists()


@pytest.mark.parametrize("words", [("--owner", "Kim"), ("--map", "A=name"), ("--day-first",)])
def test_a_whole_journal_is_not_picked_from(
    rep: Rep, tmp_path: Path, words: tuple[str, ...]
) -> None:
    rep.asks("export", "json", "-o", str(tmp_path / "j.json"))
    assert rep.asks("import", str(tmp_path / "j.json"), *words).refused == (
        2,
        "A whole journal comes in as it is: leave --map, --owner and the order of dates out.",
    )


def test_a_file_that_is_cut_off_makes_no_journal(rep: Rep, other: Rep, tmp_path: Path) -> None:
    rep.asks("log", "call")
    out = rep.asks("export", "json").out
    (tmp_path / "j.json").write_text(out[: len(out) // 2])
    code, said = other.asks("import", str(tmp_path / "j.json")).refused
    assert code == 1
    assert said.startswith("j.json ends in the middle, on line ")
    assert not other.path.exists()


def test_a_rep_without_a_journal_takes_an_empty_one_out_and_makes_none(rep: Rep) -> None:
    assert json.loads(rep.asks("export", "json").out)["entries"] == []
    assert not rep.path.exists()


def test_nothing_is_overwritten_unless_forced(rep: Rep, tmp_path: Path) -> None:
    rep.asks("log", "call")
    for words in (
        ("json", "-o", str(tmp_path / "j.json")),
        ("csv", "-o", str(tmp_path / "tables")),
    ):
        assert rep.asks("export", *words).code == 0
        code, said = rep.asks("export", *words).refused
        assert code == 1
        assert "is there already and was left as it is: name another place" in said
        assert rep.asks("export", *words, "--force").code == 0


def test_the_journal_itself_is_never_replaced(rep: Rep) -> None:
    rep.asks("log", "call")
    before = rep.path.read_bytes()
    assert rep.asks("export", "json", "-o", str(rep.path), "--force").refused[0] == 1
    assert rep.path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("xml",), "A journal is taken out as json, csv, ics, markdown, wall, salesforce, hubspot or pi"),
        (("j\x1bson",), "A journal is taken out as json"),
        (("json", "--since", "2024-01-01"), "json always holds the whole journal: leave the day out."),
        (("csv", "--since", "soon"), "No day is called “soon”"),
        (("csv", "-o", "-"), "csv is a folder of files: name it after -o."),
        ((), "Missing argument 'FORMAT'"),
    ],
)  # fmt: skip
def test_a_slip_of_the_fingers_is_one_line(rep: Rep, words: tuple[str, ...], sentence: str) -> None:
    code, said = rep.asks("export", *words).refused
    assert (code, said[: len(sentence)]) == (2, sentence)


def test_tables_go_into_a_folder_named_by_the_day(
    rep: Rep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert rep.asks("export", "csv").out == "Written: sales-journal-2024-02-01\n"
    assert (tmp_path / "sales-journal-2024-02-01" / "deals.csv").exists()


def test_a_shell_completes_the_formats(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], rep: Rep
) -> None:
    monkeypatch.setenv("_JOURNAL_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "journal export ")
    monkeypatch.setenv("COMP_CWORD", "2")
    with pytest.raises(SystemExit):
        main([])
    offered = [line.partition(",")[2] for line in capsys.readouterr().out.splitlines()]
    assert offered == list(WAYS_OUT)
