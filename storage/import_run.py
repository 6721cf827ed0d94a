"""One import under way: what it brought so far, and the rows of its files in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from journal.deal_waiting import counted
from journal.moment import Moment
from journal.transfer.found import Found
from journal.transfer.progress import LookUp
from storage.import_deals import DealsAbout
from storage.import_endings import Endings
from storage.provenance import Keyed, as_json, keyed
from storage.rows import Value, moment_kept

CHUNK = 500
"""Rows looked up and written at a time: memory stays flat however long the file is."""

MOST_NOTES = 100
"""The most remarks an import makes; the rest is counted."""

LINKED_ONE = (
    "1 activity or task of an earlier import is about one of these deals: now linked to it."
)
LINKED = "{:,} activities and tasks of earlier imports are about these deals: now linked to them."


class Seen:
    """A row of the file that an earlier import brought already."""

    __slots__ = ("found", "source", "told", "told_as_json", "unknown")

    def __init__(self, found: Found, source: dict[str, Any], told: dict[str, Value]) -> None:
        """Take the row, its provenance, and what the file tells of it now."""
        self.found = found
        self.source = source
        self.told = told
        self.told_as_json = as_json(told)
        self.unknown = as_json(found.unknown)

    @property
    def is_as_before(self) -> bool:
        """Whether the file says what it said last time."""
        return (self.told_as_json, self.unknown) == (self.source["seen"], self.source["unknown"])


@dataclass(slots=True)
class Run:
    """One import under way."""

    format: str
    """What the files are."""
    files: Sequence[str]
    """Their names."""
    at: Moment
    """When they were read."""
    about: DealsAbout
    """Which deals its activities are about."""
    endings: Endings
    """What comes of deals that it ends, or opens again."""
    look_up: LookUp
    """Called where it is long at work without a row of the files; ends it by raising."""
    may_settle: bool
    """Whether tasks that an earlier import brought may be done now."""
    batch: int = 0
    """The number of the import; 0 while nothing was kept."""
    added: int = 0
    """Rows that are new."""
    updated: int = 0
    """Rows with at least one field taken."""
    unchanged: int = 0
    """Rows left as they are."""
    notes: list[str] = field(default_factory=list)
    """What the rep should know, up to MOST_NOTES."""
    more: int = 0
    """How many remarks were not written out."""
    new_deals: int = 0
    """The first deal it made whose activities of earlier imports were not looked for yet; 0 for none."""
    linked: int = 0
    """How many of those activities and tasks stand with their deals now."""
    accounts: dict[str | None, int | None] = field(default_factory=dict)
    """The rows of accounts that it met, by their names."""
    written_down: dict[str, Value] = field(init=False)
    """The columns that all new activities have in common."""

    def __post_init__(self) -> None:
        """Work out the common columns once."""
        self.written_down = {"form": "activity", "source": "import", **moment_kept(self.at)}

    def note_edit(self, row: Found, column: str) -> None:
        """Note that the rep's own word was kept against the file's."""
        if len(self.notes) >= MOST_NOTES:
            self.more += 1
            return
        words = column.replace("_", " ")
        self.notes.append(
            f"{row.file}, line {row.line}: your own {words} was kept, the file now says another."
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """The notes, how many more there would be, and what was closed along with deals."""
        many = self.endings.let_go
        were = f"{counted(many)} of deals lost since {'was' if many == 1 else 'were'} closed."
        gone = (were,) if many else ()
        more = (f"{self.more:,} more of your own edits were kept.",) if self.more else ()
        return (*self.notes, *more, *gone, *self._said_of_links)

    @property
    def _said_of_links(self) -> tuple[str, ...]:
        if self.linked == 1:
            return (LINKED_ONE,)
        return (LINKED.format(self.linked),) if self.linked else ()


def chunks(found: Iterable[Found]) -> Iterator[list[Keyed]]:
    """The rows in pieces, none of which names the same row twice."""
    chunk: list[Keyed] = []
    keys: set[tuple[str, tuple[str, str]]] = set()
    for each in found:
        row = keyed(each)
        if len(chunk) == CHUNK or (row.object, row.key) in keys:
            yield chunk
            chunk, keys = [], set()
        chunk.append(row)
        keys.add((row.object, row.key))
    if chunk:
        yield chunk
