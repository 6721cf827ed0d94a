"""Files for the rep to take away, each written whole or not at all, for the rep's eyes only."""

from __future__ import annotations

import fcntl
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from journal.errors import CannotSave
from storage.aside import DATABASE, taken_for
from storage.locations import named_path

PARTIAL = ".journal-export.partial"
"""How the name of a file ends that is not finished yet."""

A_FOLDER = "{} is a folder: name a file in it, like {}."
NO_FILE = "{} is no file or folder that can be written: name another place."
A_FILE = (
    "{} is a file, and tables (csv) go into a folder: name a folder that is there, or a new one."
)
NO_NAME = "That names no file: write one, like journal.json."
OF_ANOTHER = "{} is a name that belongs to {}, which would be spoilt by it: name another place."
NO_FOLDER = "There is no folder {}: make it first, or name another place."
THERE = (
    "{} is there already and was left as it is: name another place, or use --force to replace it."
)
A_DATABASE = "{} is a journal or another database and was left as it is: name another place."
NOT_WRITTEN = (
    "Nothing was written at {}: {}. Make room or allow writing there, or name another place."
)

Sheets = Iterable[tuple[str, Iterable[str]]]
"""Files of a folder: the name of each, and what it holds."""


class DiskFiles:
    """Files on this machine."""

    def save(self, target: str, texts: Iterable[str], *, force: bool = False) -> None:
        """Write a file; nothing is left of one that was not finished. Raises CannotSave.

        Without force none is replaced; a journal never is. What the texts raise comes through.
        """
        with _saying_why(target):
            path = _place_of(target)
            if path.is_dir():
                raise CannotSave(A_FOLDER.format(target, path / "journal.json"))
            _refuse_to_replace(path, target, force)
            with _partial_in(path.parent) as (partial, keep):
                _write(partial, texts)
                _refuse_to_replace(path, target, force)
                keep(path)

    def save_all(self, folder: str, sheets: Sheets, *, force: bool = False) -> None:
        """Write a folder of files by name. Raises CannotSave.

        Forced into one that is there, the files of these names are replaced and the others stay.
        """
        with _saying_why(folder):
            path = _place_of(folder)
            if path.is_file():
                raise CannotSave(A_FILE.format(folder))
            if path.exists() and not (path.is_dir() and force):
                raise CannotSave(THERE.format(folder) if path.is_dir() else NO_FILE.format(folder))
            if path.is_dir():
                _replace_in(path, sheets, folder)
            else:
                _make(path, sheets)


def _place_of(target: str) -> Path:
    """Where a file is to lie, links followed, in a folder that is there. Raises CannotSave, BadInput."""
    if not target.strip():
        raise CannotSave(NO_NAME)
    path = Path(os.path.realpath(named_path(target)))
    if not path.parent.is_dir():
        raise CannotSave(NO_FOLDER.format(path.parent))
    if owner := taken_for(path):
        raise CannotSave(OF_ANOTHER.format(target, owner))
    return path


def _refuse_to_replace(path: Path, target: str, force: bool) -> None:
    """Refuse what may not be replaced. Raises CannotSave."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise CannotSave(NO_FILE.format(target))
    if not force:
        raise CannotSave(THERE.format(target))
    with path.open("rb") as file:
        if file.read(len(DATABASE)) == DATABASE:
            raise CannotSave(A_DATABASE.format(target))


@contextmanager
def _saying_why(target: str) -> Iterator[None]:
    """Whatever the disk refuses is one sentence."""
    try:
        yield
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) and "\0" not in target:
            raise
        why = getattr(error, "strerror", None) or "no such name is possible"
        raise CannotSave(NOT_WRITTEN.format(target, why[:1].lower() + why[1:])) from error


@contextmanager
def _partial_in(folder: Path) -> Iterator[tuple[int, Callable[[Path], None]]]:
    """An open file that has no lasting name until it is kept at a path; else it is gone again."""
    _clear_away(folder)
    handle, name = tempfile.mkstemp(PARTIAL, ".", folder)
    partial = Path(name)

    def keep(path: Path) -> None:
        os.fsync(handle)
        partial.rename(path)
        _keep_names(folder)

    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle, keep
    finally:
        os.close(handle)
        partial.unlink(missing_ok=True)


def _clear_away(folder: Path) -> None:
    """Delete what killed exports left; one that is being written holds a lock on its file."""
    for stale in folder.glob(f".*{PARTIAL}"):
        with suppress(OSError):
            handle = os.open(stale, os.O_RDONLY)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                stale.unlink()
            finally:
                os.close(handle)


def _write(handle: int, texts: Iterable[str]) -> None:
    """Write all of it to the open file."""
    with os.fdopen(handle, "w", encoding="utf-8", newline="", closefd=False) as file:
        file.writelines(texts)


def _make(path: Path, sheets: Sheets) -> None:
    """A new folder that has its name only once all of it is written."""
    partial = Path(tempfile.mkdtemp(PARTIAL, ".", path.parent))
    try:
        for name, texts in sheets:
            with _partial_in(partial) as (handle, keep):
                _write(handle, texts)
                keep(partial / name)
        partial.rename(path)
        _keep_names(path.parent)
    finally:
        if partial.exists():
            rmtree(partial)


def _replace_in(path: Path, sheets: Sheets, folder: str) -> None:
    """Files into a folder that is there: all are written before the first gets its name."""
    with ExitStack() as open_ones:
        ready = []
        for name, texts in sheets:
            _refuse_to_replace(path / name, str(Path(folder) / name), force=True)
            handle, keep = open_ones.enter_context(_partial_in(path))
            _write(handle, texts)
            ready.append((keep, path / name))
        for keep, place in ready:
            keep(place)


def _keep_names(folder: Path) -> None:
    """Ask the disk to keep the names of a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
