"""What SQLite laid beside a journal that is gone: moved aside, for it belongs to no other file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from storage.as_made import DIGEST

UNFINISHED = ("-journal", "-wal")
"""What SQLite plays into whatever file lies beside it."""

BESIDE = (*UNFINISHED, "-shm", DIGEST)
"""What SQLite lays beside a journal's file, and we beside a backup's: it is never another file's."""

ASIDE = ".before-restore-"
"""What the name of a journal gets that was moved aside, before a number."""

DATABASE = b"SQLite format 3\0"
"""What every file of SQLite begins with."""


def taken_for(path: Path) -> Path | None:
    """The database whose own SQLite would take a file of this name for; None for any other name."""
    for more in (*UNFINISHED, "-shm"):
        owner = path.with_name(path.name.removesuffix(more) or path.name)
        with suppress(OSError):
            if owner != path and owner.is_file() and _begins(owner) == DATABASE:
                return owner
    return None


def _begins(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(len(DATABASE))


def free_name(path: Path) -> Path:
    """A name to move a journal aside to, where nothing lies and nothing beside it."""
    number = 1
    while lying(aside := path.with_name(f"{path.name}{ASIDE}{number}"), ("", *BESIDE)):
        number += 1
    return aside


def lying(path: Path, endings: tuple[str, ...] = BESIDE) -> list[str]:
    """The endings with which something lies beside a path."""
    return [more for more in endings if os.path.lexists(path.with_name(path.name + more))]


def move_beside(path: Path, aside: Path) -> list[Path]:
    """Move what lies beside a path to beside another one; returns where each now lies."""
    moved = []
    for more in lying(path):
        # Another window may have moved it meanwhile.
        with suppress(FileNotFoundError):
            old = path.with_name(path.name + more)
            moved.append(old.rename(aside.with_name(aside.name + more)))
    return moved


def clear_for_new(path: Path) -> None:
    """Move aside what lies where a journal is to be made: SQLite would delete it unasked."""
    # In this order: beside a file that another window is just making, it is that window's.
    if lying(path) and not os.path.lexists(path):
        move_beside(path, free_name(path))
