"""One import under way: what it brought so far, and the rows of its files in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from journal.deal_waiting import counted
from journal.moment import Moment
from journal.transfer.found import Found
from journal.transfer.progress import LookUp
from storage.changes import Changes
from storage.database import Database
from storage.import_alike import Alike
from storage.import_deals import DealsAbout
from storage.import_endings import Endings
from storage.import_homes import at_home
from storage.import_seen import as_known
from storage.import_tasks import Tasks
from storage.import_twins import Twins
from storage.provenance import Keyed, as_json, keyed
from storage.rows import Value, moment_kept
from storage.taken_back import TakenBack

CHUNK = 500
"""Rows looked up and written at a time: memory stays flat however long the file is."""

MOST_NOTES = 100
"""The most remarks an import makes; the rest is counted."""

LINKED_ONE = (
    "1 activity or task of an earlier import is about one of these deals: now linked to it."
)
LINKED = "{:,} activities and tasks of earlier imports are about these deals: now linked to them."


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
    tasks: Tasks
    """What becomes of tasks that earlier imports brought."""
    alike: Alike
    """Its rows that have no id of their own, and differ from what is known of them."""
    twins: Twins
    """Its new deals that may be there already."""
    taken_back: TakenBack
    """The rep's own entries that are gone, and are not to come back by way of a CRM."""
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

    def number(self, changes: Changes) -> int:
        """The number of this import, made when there is something to keep."""
        if not self.batch:
            values: dict[str, Value] = {"format": self.format, "files": as_json(list(self.files))}
            values |= {"action": changes.action_id(), **moment_kept(self.at)}
            self.batch = changes.insert("batch", values)
        return self.batch

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
        return (*self.notes, *more, *gone, *self.twins.said, *self._said_of_links)

    @property
    def _said_of_links(self) -> tuple[str, ...]:
        if self.linked == 1:
            return (LINKED_ONE,)
        return (LINKED.format(self.linked),) if self.linked else ()


def pieces(run: Run, db: Database, found: Iterable[Found]) -> Iterator[list[Keyed]]:
    """The rows in pieces as below, those that would tell what is known better as it is known."""
    for chunk in chunks(found):
        rows = as_known(db, at_home(db, chunk))
        run.unchanged += len(chunk) - len(rows)
        yield rows


def chunks(found: Iterable[Found]) -> Iterator[list[Keyed]]:
    """The rows in pieces, none of which names the same row twice, by whatever name of its program."""
    chunk: list[Keyed] = []
    keys: set[tuple[str, str]] = set()
    for each in found:
        row = keyed(each)
        name = row.object, row.key[1]
        if len(chunk) == CHUNK or name in keys:
            yield chunk
            chunk, keys = [], set()
        chunk.append(row)
        keys.add(name)
    if chunk:
        yield chunk


def by_object(rows: Iterable[Keyed]) -> dict[str, list[Keyed]]:
    """Rows by the table they belong to."""
    answer: dict[str, list[Keyed]] = {}
    for row in rows:
        answer.setdefault(row.object, []).append(row)
    return answer
