"""The flags that ``log`` and ``edit`` share, and what each says about an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import wraps
from typing import Any, TypeVar

import click

from journal.activity import Activity
from journal.cli.words import read_minutes, read_outcome, read_tags
from journal.dates import read_past_day, read_time
from journal.entry import Entry
from journal.errors import BadInput
from journal.frozen import frozen
from journal.logbook import Logbook

Any_Entry = TypeVar("Any_Entry", bound=Entry)

_OPTIONS = (
    click.option("-m", "--note", metavar="NOTE", help="What to remember about it."),
    click.option("--on", metavar="DATE", help="The day: yesterday, fri, -3d, 2026-11-24."),
    click.option("--at", metavar="TIME", help="When: 13:45, 1:45pm, 9."),
    click.option("--minutes", metavar="N", help="How long it took."),
    click.option("--outcome", metavar="WORD", help="What it led to: reached, voicemail, booked …"),
    click.option("--deal", metavar="ID", help="The deal it is about."),
    click.option(
        "--tag", "tags", multiple=True, metavar="T", help="A word to find it by; repeat it."
    ),
)


@frozen(kw_only=True)
class Flags:
    """What was said about an entry; None or empty where nothing was."""

    note: str | None
    """The rep's words."""
    on: str | None
    """The day, as typed."""
    at: str | None
    """The time, as typed; empty to forget it."""
    minutes: str | None
    """How long it took, as typed; empty to forget it."""
    outcome: str | None
    """What it led to; empty to forget it."""
    deal: str | None
    """The number of a deal, as typed; empty to forget it."""
    tags: tuple[str, ...]
    """The tags; one empty tag to forget them."""

    def applied(self, entry: Any_Entry, book: Logbook) -> Any_Entry:
        """The entry with what was said. Raises BadInput, NotFound."""
        changes: dict[str, Any] = {}
        if self.note is not None:
            changes["text"] = self.note
        if self.on is not None:
            day_first = book.settings.day_first
            changes["day"] = read_past_day(self.on, book.today(), day_first=day_first)
        if self.at is not None:
            changes["time"] = read_time(self.at) if self.at else None
        if self.deal is not None:
            changes |= about_deal(self.deal, entry, book)
        if self.tags:
            changes["tags"] = read_tags(self.tags)
        return replace(entry, **changes, **self._of_an_activity(entry))

    def _of_an_activity(self, entry: Entry) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        if self.outcome is not None:
            changes["outcome"] = read_outcome(self.outcome)
        if self.minutes is not None:
            changes["minutes"] = read_minutes(self.minutes) if self.minutes else None
        if changes and not isinstance(entry, Activity):
            raise BadInput("Only an activity has an outcome or minutes; leave those flags out.")
        return changes


def entry_flags(function: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the flags of an entry; it takes what was said as ``said: Flags``."""

    @wraps(function)
    def with_flags(**given: object) -> None:
        flags: dict[str, Any] = {name.name: given.pop(name.name) for name in fields(Flags)}
        function(said=Flags(**flags), **given)

    for option in reversed(_OPTIONS):
        with_flags = option(with_flags)
    return with_flags


def about_deal(word: str, entry: Entry, book: Logbook) -> dict[str, Any]:
    """The columns that name a deal by its number, none for an empty word. Raises BadInput, NotFound."""
    if not word:
        return {"deal": None}
    from journal.cli.deal_words import read_number

    deal = book.store.deals.get(read_number(word))
    return {"deal": deal.id, "account": entry.account or deal.account}
