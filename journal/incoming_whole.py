"""Bringing in a whole journal that was taken out as JSON: proved first, taken in as one action.

For a window: ``is_whole(source)`` tells such a file from a table. ``try_out`` and ``take_in`` read it
anew each time; each may run in another thread with a journal of its own (``journal.store.beside()``),
calls ``watch`` every 1,000 rows, and leaves the journal as it was when ``watch`` raises ``Stopped``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from journal.deal import Outcome
from journal.errors import BadInput
from journal.incoming import Brought, copied_first
from journal.transfer.found import Applied
from journal.transfer.progress import Progress, Watch, watched
from journal.transfer.whole_parts import PARTS
from journal.transfer.whole_read import WholeRow, is_json, read_whole
from journal.whole_store import Merged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.journal import Journal
    from journal.transfer.source import SourceFile

_MANY = {"check_ins": "check-ins"}
"""What more than one of a part are called, where that is not its name."""

FORMAT = "json"
"""What ``--from`` calls it, and the result too."""

ALONE = "A whole journal comes in by itself: name {} alone."
NO_TABLE = "{} is JSON, which no other program’s export is: leave --from out."


def whole_among(files: Sequence[SourceFile], format: str = "auto") -> SourceFile | None:
    """The whole journal that the rep named; None when they named tables.

    Raises BadInput for one named together with other files, or as something else.
    """
    whole = [file for file in files if is_json(file)] if format != FORMAT else list(files)
    if not whole:
        return None
    if len(files) > 1:
        raise BadInput(ALONE.format(whole[0].name))
    if format not in ("auto", FORMAT):
        raise BadInput(NO_TABLE.format(whole[0].name))
    return whole[0]


class IncomingWhole:
    """A whole journal, on its way into this one."""

    def __init__(self, journal: Journal, file: SourceFile) -> None:
        """Bring this file into this journal."""
        self._journal = journal
        self._file = file

    def try_out(self, watch: Watch | None = None) -> Brought:
        """What taking it in would do: it is done, and let go of before it is kept.

        Raises UnreadableFile, CannotSave, and what ``watch`` raises.
        """
        journal, seen, merged = self._journal, _Seen(), Merged(0, {}, {}, {})
        with self._laid_aside(seen, watch) as number:
            now = journal.now()
            with suppress(_LetGo), journal.store.action("a try", now, journal.origin):
                merged = journal.store.whole.merge()
                raise _LetGo
        return seen.brought(number, merged)

    def take_in(self, watch: Watch | None = None) -> Brought:
        """Take in all that is new here, as one action that undo takes back whole.

        What is known here stays as it is here. The journal as it was is copied first. Raises
        UnreadableFile, CannotSave, and what ``watch`` raises; then nothing was changed.
        """
        journal, seen = self._journal, _Seen()
        with self._laid_aside(seen, watch) as number:
            label = f"the import of {self._file.name}"
            with copied_first(journal) as is_done, journal.writing(label):
                merged = journal.store.whole.merge()
                is_done(merged.added)
        journal.forget_what_was_read()
        return seen.brought(number, merged)

    @contextmanager
    def _laid_aside(self, seen: _Seen, watch: Watch | None) -> Iterator[int]:
        """The rows of the file beside the journal, until the rep has enough of it."""

        def look() -> None:
            if watch is not None:
                watch(Progress(seen.rows, None))

        whole = self._journal.store.whole
        with (
            whole.ended_by(look),
            whole.laid_aside(self._rows(seen, watch), self._file.name) as number,
        ):
            yield number

    def _rows(self, seen: _Seen, watch: Watch | None) -> Iterator[WholeRow]:
        return seen.passing(watched(read_whole(self._file), None, watch))


class _LetGo(Exception):
    """Lets go of what was only tried."""


class _Seen:
    """What passed by on its way in."""

    def __init__(self) -> None:
        self._parts: Counter[str] = Counter()
        self._deals: Counter[Outcome] = Counter()

    @property
    def rows(self) -> int:
        """How many there were so far."""
        return self._parts.total()

    def passing(self, rows: Iterable[WholeRow]) -> Iterator[WholeRow]:
        """The rows, counted as they pass."""
        for row in rows:
            self._parts[row.part.name] += 1
            if row.part.name == "deals":
                place = [field.name for field in row.part.fields].index("outcome")
                self._deals[Outcome(str(row.values[place]))] += 1
            yield row

    def brought(self, number: int, merged: Merged) -> Brought:
        """What became of so many rows."""
        added = merged.added
        known = number - added
        here = known - sum((*merged.deleted.values(), *merged.left_out.values()))
        stayed = (_stayed(here, merged.differing),) if here else ()
        deleted = (_deleted(merged.deleted),) if merged.deleted else ()
        left_out = (_left_out(merged.left_out),) if merged.left_out else ()
        notes = (*stayed, *left_out, *deleted)
        return Brought(
            format=FORMAT,
            read=number,
            applied=Applied(batch=0, added=added, updated=0, unchanged=known, notes=notes),
            refused=(),
            notes=notes,
            deals=self._deals,
            activities=self._parts["entries"],
            follow_ups=self._parts["follow_ups"],
            samples=(),
        )


def _stayed(known: int, differing: Mapping[str, int]) -> str:
    """What became of rows that were here already, and how many of them say something else here."""
    others = sum(differing.values())
    if not others:
        if known == 1:
            return "1 row was here already, just as the file has it."
        return f"{known:,} rows were here already, just as the file has them."
    told = _told(differing)
    if known == 1:
        return f"1 row was here already, differs from the file ({told}), and stays as it is here."
    verb, stay = ("differs", "stays as it is") if others == 1 else ("differ", "stay as they are")
    return (
        f"{known:,} rows were here already; {others:,} of them {verb} from the file ({told}) and"
        f" {stay} here."
    )


def _left_out(rows: Mapping[str, int]) -> str:
    """What the file tells more of what is known here."""
    told = _told(rows)
    if (many := sum(rows.values())) == 1:
        return (
            f"1 row that belongs to what is known here was left out ({told}): write it down here"
            " if you want to keep it."
        )
    return (
        f"{many:,} rows that belong to what is known here were left out ({told}): write them down"
        " here if you want to keep them."
    )


def _deleted(rows: Mapping[str, int]) -> str:
    """What the rep deleted here, and the file still has."""
    many = sum(rows.values())
    if many == 1:
        return f"1 row of what was deleted here stays out ({_told(rows)})."
    return f"{many:,} rows of what was deleted here stay out ({_told(rows)})."


def _told(rows: Mapping[str, int]) -> str:
    """How many rows of which parts."""
    ones = {part.name: part.one for part in PARTS}
    return ", ".join(
        f"1 {ones[name]}" if n == 1 else f"{n:,} {_MANY.get(name, name.replace('_', ' '))}"
        for name, n in rows.items()
    )
