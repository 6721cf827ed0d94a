"""The journal's own file, looked after: a backup now, a proof, a copy brought back, a file moved aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from journal.errors import CannotSave, NotOurFile
from journal.journal_file import Backup
from journal.moment import Moment
from storage.as_made import AsMade, refuse_changed
from storage.aside import free_name, move_beside
from storage.backup import back_up, verify
from storage.backup_names import named
from storage.opening import State, state_of
from storage.restore import backups_of, restore
from storage.stopping import IsWanted

NOTHING_TO_CHECK = "There is no journal at {}, so there is nothing to check."
NOT_MOVED = "The file could not be moved: {}. Allow writing in its folder, and try again."


def prove(path: Path, is_wanted: IsWanted | None = None) -> AsMade:
    """Prove that a file is whole and, if it is a backup of which that is known, as it was made.

    Returns how much of the latter is known. Raises NotOurFile, CannotSave, Stopped like ``verify``.
    """
    if state_of(path) is not State.OURS:
        raise NotOurFile(NOTHING_TO_CHECK.format(path))
    verify(path, is_wanted)
    return refuse_changed(path, is_wanted)


class SqliteJournalFile:
    """``journal.journal_file.JournalFile`` for a journal in one SQLite file."""

    def __init__(self, path: Path) -> None:
        """Take where it lies."""
        self._path = path

    @property
    def place(self) -> str:
        """Where it lies."""
        return str(self._path)

    def back_up(self, at: Moment, is_wanted: IsWanted | None = None) -> str:
        """Copy it beside the daily backups, under the moment's name."""
        target = named(self._path, f"{at.local:%Y-%m-%dT%H%M%S}")
        return str(back_up(self._path, target, is_wanted))

    def check(self, is_wanted: IsWanted | None = None) -> None:
        """Prove that it is whole."""
        prove(self._path, is_wanted)

    def backups(self) -> Sequence[Backup]:
        """The copies that lie beside it, the newest first."""
        return list(self._backups())

    def bring_back(self, backup: Backup) -> str | None:
        """Prove a copy and put it in the journal's place."""
        aside = restore(self._path, Path(backup.path))
        return None if aside is None else str(aside)

    def move_aside(self) -> str:
        """Give the file, and what SQLite laid beside it, another name."""
        path = self._path
        aside = free_name(path)
        try:
            # What lies beside it first: played into a new file, it would spoil that.
            move_beside(path, aside)
            path.rename(aside)
        except OSError as error:
            raise CannotSave(NOT_MOVED.format(error.strerror or error)) from error
        return str(aside)

    def _backups(self) -> Iterator[Backup]:
        found: list[Path] = []
        with suppress(OSError):
            found = backups_of(self._path)
        for path in found:
            with suppress(OSError):
                known = path.stat()
                made = datetime.fromtimestamp(known.st_mtime, UTC).astimezone()
                yield Backup(str(path), Moment.of(made), known.st_size)
