"""What the backups of a journal are called and which lie there, so that none is taken for another's."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from storage.locations import BACKUPS, folder_of, home_of
from storage.opening import begins_a_journal

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_OURS = re.compile(
    rf"{_DAY}(T[0-9]{{6}})?|schema-[0-9]+(-[0-9]+)?|before-[a-z]+-{_DAY}T[0-9]{{6}}(-[0-9]+)?"
)
"""What follows the journal's name in each name that this program gives: journal-team is another journal."""


def named(path: Path, ending: str) -> Path:
    """Where a backup of a journal lies whose name ends so."""
    return folder_of(path) / f"{_name_of(home_of(path))}-{ending}.db"


def next_free(wanted: Path) -> Path:
    """The same name, with a number from 2 on where something lies there already."""
    target, number = wanted, 1
    while target.exists():
        number += 1
        target = wanted.with_stem(f"{wanted.stem}-{number}")
    return target


def made_of(path: Path) -> Iterator[Path]:
    """The backups that were made of a journal, in no order."""
    file = home_of(path)
    yield from _made_beside(file)
    if file != path:
        # Those of a linked journal once lay beside the link.
        yield from _made_beside(path)


def _made_beside(path: Path) -> Iterator[Path]:
    """The backups that lie beside a file and are named like it."""
    names = [_name_of(path)]
    # Journals not called .db once shared these names with the one that is.
    if path.stem not in names and not _has_namesake(path):
        names.append(path.stem)
    for name in names:
        for each in (path.parent / BACKUPS).glob(f"{glob.escape(name)}-*.db"):
            if _OURS.fullmatch(each.stem.removeprefix(f"{name}-")):
                yield each


def _name_of(path: Path) -> str:
    """What the names of a journal's backups begin with: another one's for sales.sqlite than for sales.db."""
    if path.suffix == ".db":
        return path.stem
    return path.name if path.suffix else f"{path.name}."


def _has_namesake(path: Path) -> bool:
    """Whether another journal lies beside this one, called alike but for the ending."""
    for other in path.parent.glob(f"{glob.escape(path.stem)}*"):
        if other.name == path.name or other.stem != path.stem:
            continue
        if other.suffix == ".db":
            return True
        with suppress(OSError), other.open("rb") as file:
            if begins_a_journal(file.read(100)):
                return True
    return False
