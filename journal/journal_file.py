"""The journal's own file, as a rep looks after it: copied, proved, brought back, moved aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from journal.moment import Moment


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the journal that lies beside it."""

    path: str
    """Where it lies."""
    made: Moment
    """When it was made."""
    size: int
    """How large it is, in bytes."""


class JournalFile(Protocol):
    """The file a journal is kept in, whatever is in it."""

    @property
    def place(self) -> str:
        """Where it lies."""
        ...

    def back_up(self, at: Moment, is_wanted: Callable[[], bool] | None = None) -> str:
        """Copy it and prove the copy; returns where that lies. Raises CannotSave, NotOurFile.

        ``is_wanted`` is asked many times a second, in the thread that does the work; once it says
        no, nothing is left of the copy and Stopped is raised.
        """
        ...

    def check(self, is_wanted: Callable[[], bool] | None = None) -> None:
        """Prove that it is whole. Raises NotOurFile, and Stopped once it is not wanted any more."""
        ...

    def backups(self) -> Sequence[Backup]:
        """The copies that lie beside it, the newest first; none of them is proved yet."""
        ...

    def bring_back(self, backup: Backup) -> str | None:
        """Prove a copy and put it in the journal's place; returns where the old file now lies, if any.

        Nothing is moved unless the copy is whole. Raises CannotSave, NotOurFile.
        """
        ...

    def move_aside(self) -> str:
        """Give the file another name, so that a new journal can begin; returns where it lies now.

        Raises CannotSave.
        """
        ...
