"""The flags of ``journal log`` that tell how a meeting went; a log without them loads nothing more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from journal.errors import BadInput
from journal.frozen import frozen

if TYPE_CHECKING:
    from journal.activity import Activity
    from journal.entry import Entry
    from journal.logbook import Logbook

_OPTIONS = (
    click.option("--talk", metavar="P", help="Of a meeting: how much of it you talked, 40%."),
    click.option("--questions", metavar="N", help="How many questions you asked."),
    click.option("--silent", metavar="WHO", help="Who was there and said nothing."),
    click.option("--learned", metavar="TEXT", help="One thing you learned."),
    click.option("--they-learned", metavar="TEXT", help="One thing they learned."),
)


@frozen(kw_only=True)
class Went:
    """What was said of how a meeting went; None where nothing was."""

    talk: str | None
    """How much of the time the rep talked, as typed."""
    questions: str | None
    """How many questions they asked, as typed."""
    silent: str | None
    """Who stayed silent."""
    learned: str | None
    """One thing the rep learned."""
    they_learned: str | None
    """One thing the others learned."""

    @property
    def is_said(self) -> bool:
        """Whether anything was said of it."""
        return any(getattr(self, each.name) is not None for each in fields(self))

    def record(self, entry: Activity, book: Logbook) -> Entry:
        """Save a meeting with how it went, as one thing to undo. Raises BadInput, CannotSave."""
        from journal.meeting import Meeting
        from journal.meetings import record

        notes = Meeting(
            activity=0,
            talk_share=None if self.talk is None else _share(self.talk),
            questions=None if self.questions is None else _whole(self.questions),
            silent=self.silent or "",
            learned=self.learned or "",
            they_learned=self.they_learned or "",
        )
        saved, _ = record(book, entry, notes)
        return saved


def meeting_flags(function: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the flags of a meeting; it takes what was said as ``went: Went``."""

    @wraps(function)
    def with_flags(**given: object) -> None:
        flags: dict[str, Any] = {each.name: given.pop(each.name) for each in fields(Went)}
        function(went=Went(**flags), **given)

    for option in reversed(_OPTIONS):
        with_flags = option(with_flags)
    return with_flags


def _share(text: str) -> int:
    """A share of the time in whole percent; 40 and 40% and .4 are the same. Raises BadInput."""
    from journal.percent import read_percent

    return round(100 * read_percent(text))


def _whole(text: str) -> int:
    if not text.isdecimal() or len(text) > 4:
        raise BadInput("Questions are a whole number from 0 to 1,000.")
    return int(text)
