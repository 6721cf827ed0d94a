"""What a reader finds in a file: rows in the journal's own words, and what it had to refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from journal.activity import Activity
from journal.deal import Deal
from journal.follow_up import FollowUp


@dataclass(frozen=True, slots=True)
class Move:
    """A step that a deal took on an earlier day, as another program kept it."""

    day: date
    """The day it happened."""
    what: str
    """stage, outcome or reopen."""
    before: str | None
    """What it was; None when nobody says."""
    after: str
    """What it became."""


@dataclass(slots=True, kw_only=True)
class Found:
    """One row of a file, understood; nobody changes it, but to freeze each would double its cost."""

    system: str
    """Where it comes from: salesforce, hubspot, pipedrive, table."""
    external_id: str
    """The other program's id; else account and name, folded: the same row has it again next time."""
    value: Deal | Activity | FollowUp
    """The row in our words."""
    file: str
    """The file's name."""
    line: int
    """The line the row begins on, 1 for the first of the file."""
    deal_external_id: str | None = None
    """The other program's id of the deal that an activity or a follow-up is about."""
    deal_name: str | None = None
    """The name of that deal, when its id is not told."""
    moves: tuple[Move, ...] = ()
    """What is known of a deal's way so far, oldest first."""
    unknown: Mapping[str, str] = field(default_factory=dict)
    """Columns we have no word for, kept as they are."""
    reference: str | None = None
    """The uid of the entry it was taken out of, as its notes carry it."""
    is_our_own: bool = False
    """Whether its file is one that we took out, which tells nothing about what a CRM has."""
    alike: str | None = None
    """What its id is made of where it has none of its own: others may have the same, and get a number."""
    waited: tuple[str, str] | None = None
    """What ``alike`` was while it was to be done, where the day of the deed is in it, and for which day."""
    silent: frozenset[str] = frozenset()
    """What its file tells nothing of: there, what was told before goes on to hold."""
    titles: frozenset[str] | None = None
    """The names of its file's columns; None where ``unknown`` is all that anybody ever said."""
    to_do: Callable[[Found], Found | None] | None = field(default=None, compare=False, repr=False)
    """Of what only its day tells that it is done: gives it as what is still to do, None if it cannot be."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that could not be read, and why."""

    file: str
    """The file's name."""
    line: int
    """The line the row begins on."""
    why: str
    """The reason, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What an import did to the journal."""

    batch: int
    """The number of the import; 0 for a dry run."""
    added: int
    """Rows that are new."""
    updated: int
    """Rows with at least one field taken from the file."""
    unchanged: int
    """Rows that say what the journal says already, or that the rep deleted."""
    notes: tuple[str, ...] = ()
    """What the rep should know: edits kept against the file, and the like."""
