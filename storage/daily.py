"""The day's backup, made by a process of its own so that no key in the app waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from journal.errors import JournalError

UNSAID = "The day's backup could not be made: type journal backup to see why."


class DailyBackup:
    """The backup of one day, which goes on by itself when the program that began it ends."""

    def __init__(self, path: Path, today: date) -> None:
        """Nothing is begun yet."""
        self._path = path
        self._today = today
        self._process: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Begin it, unless that was done before."""
        from storage.backup import target_of

        if self._process is not None or target_of(self._path, self._today).exists():
            return
        # A name in the folder the rep stands in must not be taken for one of ours: hence -P.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, str(self._path), self._today.isoformat()],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    @property
    def is_under_way(self) -> bool:
        """Whether it is being made now."""
        return self._process is not None and self._process.poll() is None

    def complaint(self, patience: float) -> str | None:
        """Why it was not made, in one sentence, waiting so many seconds for it to end.

        None when it was made, and when it is still under way.
        """
        if self._process is None:
            return None
        try:
            said, _ = self._process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            return None
        return (said.strip() or UNSAID) if self._process.returncode else None


def main(path: str, today: str) -> int:
    """Make the backup here and now; what keeps it from being made is printed.

    At the priority of any program: one that steps back may be left waiting while it holds a lock.
    """
    from storage.backup import daily_backup

    try:
        daily_backup(Path(path), date.fromisoformat(today))
    except JournalError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
