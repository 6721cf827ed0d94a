"""Bringing in other programs' files: looked at first, tried out if wanted, taken in as one action.

For a window: ``look`` at the files, show ``reading.files`` and ``try_out``, then ``take_in``. Each of
the three may run in another thread with a journal of its own (``journal.store.beside()``), calls
``watch`` every 1,000 rows and where it is long between two, and leaves the journal as it was when
``watch`` raises ``Stopped``:

    sources = journal.store.imports.sources(["deals.csv"])                 UnreadableFile
    reading = journal.incoming.look(sources, Wishes(day_first=True), watch)  UnreadableFile, BadInput
    would = journal.incoming.try_out(reading, watch)                       nothing is kept
    brought = journal.incoming.take_in(reading, watch)                     one action, undone as one

``look`` raises ``OpenDateOrder`` (ask, then look again with ``day_first`` or
``year_first``) and ``UnknownHeader`` (show
its ``columns``, then look again with a ``mapping`` of them). What is mapped is remembered when it is
taken in, and ``file.naming.before`` tells what of it was said before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.transfer.found import Applied, Found, Refused
from journal.transfer.naming import Naming, name_of_header, nothing_remembered
from journal.transfer.progress import Progress, Watch, watched
from journal.transfer.reading import Reading, read_files
from journal.transfer.source import SourceFile

if TYPE_CHECKING:
    from journal.import_store import Mappings
    from journal.journal import Journal
    from journal.moment import Moment

OWNERS = 200
"""The most owners that are told apart; a column with more of them names something else."""

SAMPLES = 12
"""The most rows that are kept to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the rep says about files beyond what they tell themselves."""

    format: str = "auto"
    """The program they come from; "auto" goes by their columns."""
    mapping: Mapping[str, str] = field(default_factory=dict)
    """What a column is, as {"Column": "field"}; "ignore" leaves it alone. It holds for the next file
    with the same columns as well."""
    forget_mapping: bool = False
    """Whether what such columns were called before is dropped."""
    owner: str | None = None
    """Whose rows are wanted; None for everyone's."""
    day_first: bool | None = None
    """Whether 4/12 is in December, for columns whose dates fit both orders; None asks."""
    year_first: bool = False
    """Whether 24-09-10 is in 2024, for columns whose years of two digits may stand at either end."""

    @property
    def has_order(self) -> bool:
        """Whether anything was said of the order of dates."""
        return self.year_first or self.day_first is not None

    def with_first(self, first: str) -> Wishes:
        """The same, with what open dates begin with: year, day or month."""
        if first == "year":
            return replace(self, year_first=True)
        return replace(self, day_first=first == "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What an import did to the journal, or would do."""

    format: str
    """The program the files come from, or mixed."""
    read: int
    """Rows of data in all files."""
    applied: Applied
    """What became of them; its batch is 0 when nothing was kept."""
    refused: Sequence[Refused]
    """The rows that could not be read, each with its reason."""
    notes: Sequence[str]
    """What the rep should know, one sentence each."""
    deals: Mapping[Outcome, int]
    """How many deals the files hold, by how they stand."""
    activities: int
    """How many things done."""
    follow_ups: int
    """How many things still to do."""
    owners: Sequence[tuple[str, int]] = ()
    """Whose rows they are and how many each has, the most first; empty when no file tells."""
    samples: Sequence[Found]
    """The first rows that were understood, a few of each kind."""


class Incoming:
    """The files of other programs, on their way into the journal."""

    def __init__(self, journal: Journal) -> None:
        """Bring them into this journal."""
        self._journal = journal

    def look(
        self,
        files: Sequence[SourceFile],
        wishes: Wishes | None = None,
        watch: Watch | None = None,
    ) -> Reading:
        """Go through the files once, and know what they are; nothing is kept.

        Raises UnreadableFile (OpenDateOrder, UnknownHeader), BadInput, and what ``watch`` raises.
        """
        said = wishes or Wishes()
        return read_files(
            files,
            today=self._journal.today(),
            currency=self._journal.settings.currency,
            stages=self._journal.settings.stages,
            day_first=said.day_first,
            year_first=said.year_first,
            owner=said.owner,
            format=said.format,
            mapping=said.mapping,
            remembered=nothing_remembered if said.forget_mapping else self._mappings.of,
            watch=watch,
        )

    def try_out(self, reading: Reading, watch: Watch | None = None) -> Brought:
        """What taking the files in would do: it is done, and let go of before it is kept.

        Raises UnreadableFile, CannotSave, and what ``watch`` raises.
        """
        journal, now, seen = self._journal, self._journal.now(), _Seen(reading)
        applied: Applied | None = None
        with suppress(_LetGo), journal.store.action("a try", now, journal.origin):
            applied = self._apply(reading, seen, now, watch)
            raise _LetGo
        if applied is None:
            raise AssertionError("what was applied is known before it is let go")
        return _brought(reading, seen, applied)

    def take_in(self, reading: Reading, watch: Watch | None = None) -> Brought:
        """Take in all that the files hold, as one action that undo takes back whole.

        The journal as it was is copied first. Raises UnreadableFile, CannotSave, and what ``watch``
        raises; then nothing was changed.
        """
        journal, seen = self._journal, _Seen(reading)
        names = ", ".join(file.name for file in reading.files)
        with copied_first(journal) as is_done, journal.writing(f"the import of {names}") as now:
            applied = self._apply(reading, seen, now, watch)
            for file in reading.files:
                self._remember(file.naming)
            is_done(applied.added or applied.updated)
        journal.forget_what_was_read()
        return _brought(reading, seen, applied)

    def forget(self, header: Sequence[str]) -> bool:
        """Forget what the rep called the columns of such a header; returns whether anything was kept."""
        name = name_of_header(header)
        if not self._mappings.of(name):
            return False
        with self._journal.writing("the forgotten names of columns"):
            self._mappings.keep(name, {})
        return True

    def _remember(self, naming: Naming) -> None:
        """Keep what the rep called the columns of a file, if that is news."""
        if not naming.says(self._mappings.of(naming.header)):
            self._mappings.keep(naming.header, naming.columns)

    @property
    def _mappings(self) -> Mappings:
        return self._journal.store.imports.mappings

    def _apply(self, reading: Reading, seen: _Seen, now: Moment, watch: Watch | None) -> Applied:
        rows = seen.passing(watched(reading.found, reading.read, watch))
        names = [file.name for file in reading.files]

        def look_up() -> None:
            if watch is not None:
                watch(Progress(seen.rows, reading.read))

        return self._journal.store.imports.apply(
            rows, format=reading.format, files=names, at=now, look_up=look_up
        )


@contextmanager
def copied_first(journal: Journal) -> Iterator[Callable[[int], None]]:
    """Around an import: the journal as it was is copied first, and the copy goes if nothing came in.

    Gives what is told how many rows came in. Raises CannotSave.
    """
    done, is_done = [0], False
    then = journal.store.back_up_before("import", journal.now())
    try:
        yield done.append
        is_done = bool(done[-1])
    finally:
        then(is_done)


class _LetGo(Exception):
    """Lets go of what was only tried."""


class _Seen:
    """What passed by on its way in."""

    def __init__(self, reading: Reading) -> None:
        self.owners: Counter[str] = Counter()
        self._titles = {
            file.name: column.title
            for file in reading.files
            for column in file.columns
            if column.field == "owner"
        }
        self.deals: Counter[Outcome] = Counter()
        self.others: Counter[bool] = Counter()
        self.samples: list[Found] = []
        self._kinds: Counter[type] = Counter()

    @property
    def rows(self) -> int:
        """How many passed."""
        return self.deals.total() + self.others.total()

    def passing(self, rows: Iterable[Found]) -> Iterator[Found]:
        """The rows, counted as they pass."""
        for row in rows:
            value = row.value
            if isinstance(value, Deal):
                self.deals[value.outcome] += 1
            else:
                self.others[isinstance(value, Activity)] += 1
            if len(self.samples) < SAMPLES and self._kinds[type(value)] < SAMPLES // 3:
                self._kinds[type(value)] += 1
                self.samples.append(row)
            owner = row.unknown.get(self._titles.get(row.file, ""), "")
            if owner and (owner in self.owners or len(self.owners) < OWNERS):
                self.owners[owner] += 1
            yield row


def _brought(reading: Reading, seen: _Seen, applied: Applied) -> Brought:
    return Brought(
        format=reading.format,
        read=reading.read,
        applied=applied,
        refused=reading.refused,
        notes=(*reading.notes, *applied.notes),
        deals=seen.deals,
        activities=seen.others[True],
        follow_ups=seen.others[False],
        owners=tuple(seen.owners.most_common()),
        samples=tuple(seen.samples),
    )
