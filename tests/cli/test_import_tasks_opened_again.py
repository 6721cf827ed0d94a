"""``journal import`` of a task that was done in the other program, and waits there again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from asking import Rep

WITH_ID = "Activity ID,Assigned,Subject,Date,Status,Company / Account\n00TDm00000AAAAAIA3,Jo,Send"
WITHOUT = "Assigned,Subject,Date,Status,Company / Account\nJo,Send"
SILENT = "Activity ID,Assigned,Subject,Date,Company / Account\n00TDm00000AAAAAIA3,Jo,Send"


def brings(rep: Rep, folder: Path, on: str, row: str) -> tuple[int, int, int]:
    file = folder / "tasks.csv"
    file.write_text(f"{row},Acme\n", encoding="utf-8")
    told = rep.gets("import", str(file), now=f"{on}T10:00")
    assert (told["refused"], told["notes"]) == ([], [])
    return told["added"], told["updated"], told["unchanged"]


def kept(folder: Path, columns: str, table: str) -> list[tuple[object, ...]]:
    journal = sqlite3.connect(folder / "folder" / "journal.db")
    rows = journal.execute(f"SELECT {columns} FROM {table} ORDER BY id").fetchall()
    journal.close()
    return rows


def states(folder: Path) -> list[tuple[object, ...]]:
    return kept(folder, "due, state, settled", "follow_up")


def waiting(rep: Rep, on: str) -> list[str]:
    listed = rep.gets("due", now=f"{on}T10:00")["due"]
    return [one["reason"] for one in listed if one["kind"] == "task"]


def test_a_task_that_is_opened_again_waits_again_and_is_done_again(
    rep: Rep, tmp_path: Path
) -> None:
    assert brings(rep, tmp_path, "2026-03-03", f"{WITH_ID},2026-03-01,Not Started") == (1, 0, 0)
    assert brings(rep, tmp_path, "2026-03-04", f"{WITH_ID},2026-03-01,Completed") == (1, 0, 0)
    assert waiting(rep, "2026-03-21") == []
    again = f"{WITH_ID},2026-03-20,Not Started"
    assert brings(rep, tmp_path, "2026-03-19", again) == (0, 1, 0)
    assert waiting(rep, "2026-03-21") == ["Send"]
    assert states(tmp_path) == [("2026-03-20", "due", None)]
    assert brings(rep, tmp_path, "2026-03-24", f"{WITH_ID},2026-03-20,Completed") == (0, 1, 0)
    assert states(tmp_path) == [("2026-03-20", "done", "2026-03-20")]
    assert brings(rep, tmp_path, "2026-03-25", f"{WITH_ID},2026-03-20,Completed") == (0, 0, 1)


@pytest.mark.parametrize("row", [WITH_ID, WITHOUT], ids=["with an id", "without an id"])
def test_a_task_opened_again_on_its_old_day_waits_until_it_is_done(
    rep: Rep, tmp_path: Path, row: str
) -> None:
    for _ in range(2):
        brings(rep, tmp_path, "2026-03-03", f"{row},2026-03-01,Not Started")
        assert states(tmp_path) == [("2026-03-01", "due", None)]
        brings(rep, tmp_path, "2026-03-04", f"{row},2026-03-01,Completed")
        assert states(tmp_path) == [("2026-03-01", "done", "2026-03-01")]


def test_undo_of_each_import_leaves_the_task_exactly_as_it_was(rep: Rep, tmp_path: Path) -> None:
    before: list[list[list[tuple[object, ...]]]] = []
    steps = ("2026-03-01,Not Started", "2026-03-01,Completed", "2026-03-01,Not Started")
    for step in (*steps, "2026-03-01,Completed"):
        brings(rep, tmp_path, "2026-03-05", f"{WITH_ID},{step}")
        before.append([states(tmp_path), kept(tmp_path, "*", "provenance")])
    for then in before[-2::-1]:
        rep.asks("undo", now="2026-03-06T10:00")
        assert [states(tmp_path), kept(tmp_path, "*", "provenance")] == then
    for then in before[1:]:
        rep.asks("redo", now="2026-03-06T10:00")
        assert [states(tmp_path), kept(tmp_path, "*", "provenance")] == then


def test_a_task_that_the_rep_settled_stays_settled_while_the_file_says_it_waits(
    rep: Rep, tmp_path: Path
) -> None:
    brings(rep, tmp_path, "2026-03-03", f"{WITH_ID},2026-03-01,Not Started")
    rep.asks("follow-up", "done", "1", now="2026-03-03T10:00")
    brings(rep, tmp_path, "2026-03-04", f"{WITH_ID},2026-03-01,Not Started")
    brings(rep, tmp_path, "2026-03-04", f"{WITH_ID},2026-03-20,Not Started")
    assert states(tmp_path) == [("2026-03-20", "done", "2026-03-03")]


def test_a_list_that_does_not_say_what_is_done_opens_nothing_again(
    rep: Rep, tmp_path: Path
) -> None:
    brings(rep, tmp_path, "2026-03-03", f"{WITH_ID},2026-03-01,Not Started")
    brings(rep, tmp_path, "2026-03-04", f"{WITH_ID},2026-03-01,Completed")
    brings(rep, tmp_path, "2026-03-05", f"{SILENT},2026-03-01")
    brings(rep, tmp_path, "2026-03-05", f"{SILENT},2026-03-20")
    assert [state[1:] for state in states(tmp_path)] == [("done", "2026-03-01")]
    brings(rep, tmp_path, "2026-03-06", f"{WITH_ID},2026-03-20,Not Started")
    assert brings(rep, tmp_path, "2026-03-21", f"{SILENT},2026-03-20") == (0, 0, 1)
    assert waiting(rep, "2026-03-21") == ["Send"]
