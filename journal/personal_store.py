"""What the journal asks of whoever keeps the rep's own side of it: day pages, setbacks, call blocks,
reviews and drafts.

As in ``journal.store``, every writing call but those of ``Drafts`` happens inside an action.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from journal.call_block import CallBlock
from journal.day_page import DayPage
from journal.moment import Moment
from journal.review import Period, Review
from journal.setback import Setback
from journal.setback_work import Check, Thoughts


class DayPages(Protocol):
    """One page a day."""

    def get(self, day: date) -> DayPage | None:
        """The page of a day; None when nothing is written on it."""
        ...

    def save(self, page: DayPage) -> DayPage:
        """Save a page over the one of the same day and rev; rev 0 is a new one. Raises ChangedElsewhere."""
        ...

    def between(self, first: date, last: date) -> Sequence[DayPage]:
        """The pages of the days first..last, oldest first, at most a year of them."""
        ...

    def is_done(self, day: date) -> bool:
        """Whether the rep called a day done."""
        ...

    def was_shown(self, page: str, day: date) -> bool:
        """Whether a page such as "morning" opened by itself on a day already."""
        ...

    def mark_shown(self, page: str, day: date) -> None:
        """Remember that it did; no step to undo, needs no action, and never fails."""
        ...


class Setbacks(Protocol):
    """What came of setbacks; they themselves are entries."""

    def newest_first(
        self, before: tuple[date, int] | None = None, limit: int = 100
    ) -> Sequence[Setback]:
        """Setbacks by day, newest first; ``before`` is the (day, id) the page before ended on."""
        ...

    def days(self, first: date, last: date) -> Sequence[tuple[date, int, str]]:
        """The day, id and type of each setback of the days first..last, oldest first."""
        ...

    def thoughts(self, setbacks: Iterable[int]) -> Mapping[int, Thoughts]:
        """What was thought of these setbacks, by id; those not worked through are left out."""
        ...

    def keep_thoughts(self, thoughts: Thoughts) -> Thoughts:
        """Save over the thoughts of the same setback and rev (0: new). Raises NotFound, ChangedElsewhere."""
        ...

    def checks(self, setbacks: Iterable[int]) -> Mapping[int, tuple[Check, ...]]:
        """The answered checks of these setbacks, by id, earliest first."""
        ...

    def answer(self, check: Check) -> Check:
        """Save the answer, over an earlier one to the same question. Raises NotFound."""
        ...

    def unanswered(self, after: int, first: date, last: date) -> Sequence[Setback]:
        """The setbacks of the days first..last whose check ``after`` so many days has no answer."""
        ...

    def stronger(self, limit: int = 100) -> Sequence[tuple[Setback, Check]]:
        """The setbacks the rep came out of stronger, with each such answer, the newest answer first."""
        ...

    def first_steps(self, setbacks: Iterable[int]) -> Mapping[int, Moment]:
        """When the first entry after each setback was written down that is no setback itself.

        What an import brings is no step, nor is what was written down in the same action.
        """
        ...


class CallBlocks(Protocol):
    """Stretches of calls, planned and held."""

    def add(self, block: CallBlock) -> CallBlock: ...

    def change(self, block: CallBlock) -> CallBlock:
        """Save over the row of the same id and rev. Raises NotFound, ChangedElsewhere."""
        ...

    def get(self, block_id: int) -> CallBlock:
        """One block. Raises NotFound."""
        ...

    def remove(self, block_id: int) -> None: ...

    def of(self, day: date) -> Sequence[CallBlock]:
        """The blocks of a day, in the order they are planned."""
        ...

    def newest_first(self, limit: int = 100) -> Sequence[CallBlock]:
        """Blocks by day and planned time, newest first."""
        ...


class Reviews(Protocol):
    """Every review that was held."""

    def add(self, review: Review) -> Review: ...

    def newest_first(self, period: Period | None = None, limit: int = 60) -> Sequence[Review]:
        """Reviews by the last day they look at, newest first."""
        ...


class Drafts(Protocol):
    """What is typed and not saved yet; kept at once, no action and no step to undo."""

    def keep(self, form: str, row: int, fields: Mapping[str, str], at: Moment) -> None:
        """Keep these fields of a form, its others as they are; empty ones are let go. Raises CannotSave."""
        ...

    def in_haste(self) -> AbstractContextManager[None]:
        """What is read and kept inside waits hardly at all for another window."""
        ...

    def of(self, form: str, row: int = 0) -> dict[str, str]:
        """The fields of a form as last typed, by name; empty when nothing is kept."""
        ...

    def forget(self, form: str, row: int = 0) -> None:
        """Let go of a form's fields: they were saved, or are not wanted. Raises CannotSave.

        Inside an action they go together with what it saves, or not at all.
        """
        ...

    def waiting(self) -> Sequence[tuple[str, int, datetime]]:
        """The forms that hold something typed, each with its row and the instant; the newest first."""
        ...
