"""``journal import`` of tasks without an id, whose list has a due day and the day when they were done."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from asking import Rep

HEADER = "Subject,Task Due Date,Completed Date,Status,Account\n"
FIRST = "Send,2026-03-01,,Not Started,Acme\n"
SECOND = "Send,2026-03-04,,Not Started,Acme\n"
FIRST_DONE = "Send,2026-03-01,2026-03-03,Completed,Acme\n"
SECOND_DONE = "Send,2026-03-04,2026-03-05,Completed,Acme\n"


def brings(rep: Rep, folder: Path, rows: str) -> tuple[int, int, int]:
    file = folder / "tasks.csv"
    file.write_text(HEADER + rows, encoding="utf-8")
    told = rep.gets("import", str(file), now="2026-03-10T10:00")
    assert (told["refused"], told["notes"]) == ([], [])
    return told["added"], told["updated"], told["unchanged"]


def states(folder: Path) -> list[tuple[object, ...]]:
    journal = sqlite3.connect(folder / "folder" / "journal.db")
    rows = journal.execute("SELECT due, state, settled FROM follow_up ORDER BY id").fetchall()
    journal.close()
    return rows


def test_a_task_that_comes_back_done_on_another_day_is_done(rep: Rep, tmp_path: Path) -> None:
    assert brings(rep, tmp_path, FIRST) == (1, 0, 0)
    assert brings(rep, tmp_path, FIRST_DONE) == (1, 0, 0)
    assert states(tmp_path) == [("2026-03-01", "done", "2026-03-03")]
    assert brings(rep, tmp_path, FIRST_DONE) == (0, 0, 1)
    rep.asks("undo", now="2026-03-10T10:00")
    assert states(tmp_path) == [("2026-03-01", "due", None)]


def test_of_two_tasks_the_one_of_that_due_day_is_done(rep: Rep, tmp_path: Path) -> None:
    assert brings(rep, tmp_path, FIRST + SECOND) == (2, 0, 0)
    assert brings(rep, tmp_path, SECOND_DONE) == (1, 0, 0)
    waits = ("2026-03-01", "due", None)
    assert states(tmp_path) == [waits, ("2026-03-04", "done", "2026-03-05")]
    assert brings(rep, tmp_path, FIRST + SECOND_DONE) == (0, 0, 2)
    assert brings(rep, tmp_path, FIRST_DONE + SECOND_DONE) == (1, 0, 1)
    assert [state[1:] for state in states(tmp_path)] == [
        ("done", "2026-03-03"),
        ("done", "2026-03-05"),
    ]


def test_what_was_done_for_an_earlier_day_settles_no_task_that_waits(
    rep: Rep, tmp_path: Path
) -> None:
    assert brings(rep, tmp_path, SECOND) == (1, 0, 0)
    assert brings(rep, tmp_path, FIRST_DONE) == (1, 0, 0)
    assert states(tmp_path) == [("2026-03-04", "due", None)]


def test_such_a_task_that_is_opened_again_is_done_again(rep: Rep, tmp_path: Path) -> None:
    for _ in range(2):
        brings(rep, tmp_path, FIRST)
        assert states(tmp_path) == [("2026-03-01", "due", None)]
        brings(rep, tmp_path, FIRST_DONE)
        assert states(tmp_path) == [("2026-03-01", "done", "2026-03-03")]
    assert brings(rep, tmp_path, FIRST_DONE) == (0, 0, 1)
