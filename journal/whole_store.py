"""What the journal asks of whoever keeps it, to hand out all of it, and to write files safely."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from journal.transfer.whole_fields import Plain
    from journal.transfer.whole_part import Part
    from journal.transfer.whole_read import WholeRow


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of the rows of a file that was read into a journal with rows of its own."""

    added: int
    """How many are new here, and came in."""
    differing: Mapping[str, int]
    """How many were here already and say something else than those here, by the name of their part."""
    deleted: Mapping[str, int]
    """How many were deleted here, or belong to what was, and stay out, by the name of their part."""
    left_out: Mapping[str, int]
    """How many belong to what is known here, as its check-ins or answers, and are not here."""


class Snapshot(Protocol):
    """The whole journal as it was at one moment, whatever is saved meanwhile."""

    def rows(self, part: Part) -> Iterator[Sequence[Plain]]:
        """The rows of a part in the order they were made, each as the values of its fields."""
        ...

    def named(self, part: Part, since: date | None = None) -> Iterator[Sequence[Plain]]:
        """The same, each followed by the names of what it names, and by its goal's measure and currency.

        Of what happened on a day, only what is not older than one, if one is given.
        """
        ...


class Whole(Protocol):
    """All that the journal holds."""

    def as_it_is(self) -> AbstractContextManager[Snapshot]:
        """The journal of this moment; nobody who saves waits for its end.

        Raises CannotSave, NotOurFile.
        """
        ...

    def ended_by(self, look: Callable[[], None]) -> AbstractContextManager[None]:
        """Inside, even one long statement looks up some times a second, and ends when that raises.

        Raises what ended it: Stopped, or Ctrl+C.
        """
        ...

    def laid_aside(self, rows: Iterable[WholeRow], name: str) -> AbstractContextManager[int]:
        """The rows of a file of this name beside the journal, each proved; gives how many there are.

        Nothing is kept of them until they are merged. Entered outside an action. Raises
        UnreadableFile, CannotSave; what the rows raise comes through.
        """
        ...

    def merge(self) -> Merged:
        """Take in what lies aside and is new here, inside an action; what is known here stays."""
        ...


class Files(Protocol):
    """Files for the rep to take away. What was there before is whole, or what is new; never a part."""

    def save(self, target: str, texts: Iterable[str], *, force: bool = False) -> None:
        """Write a file, for the rep's eyes only; nothing is left of one that was not finished.

        Raises CannotSave when there is one already that may not be replaced, or when it cannot be
        written; what the texts raise comes through.
        """
        ...

    def save_all(
        self, folder: str, sheets: Iterable[tuple[str, Iterable[str]]], *, force: bool = False
    ) -> None:
        """Write a folder of files by name, in the same way.

        Forced into one that is there, the files of these names are replaced and the others stay.
        """
        ...
