"""Next! What is said to somebody who does not answer, when to ask again, and whom to turn to now."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.dates import MONTHS
from journal.errors import JournalError
from journal.follow_up import FollowUp
from journal.silence import Silence, Silent
from journal.waiting import Waits

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.store import Store

REVISIT = "revisit"
"""The kind of a follow-up that asks again after silence."""

REVISIT_AFTER = timedelta(90)
"""So long after the closing line it is asked again [default]."""

CLOSING_LINE = (
    "I have not heard from you and take it that the time is not right. I close this for now and will "
    "not write again before you do, or before {month}. One word is enough if that changes."
)
"""What is written last."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Somebody who has not answered, and whether that was closed."""

    silent: Silent
    """What was sent, how long ago, and whether an answer may still come."""
    revisit: date | None
    """The day it is asked again; None while it was not closed."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Who has not answered, those to close first."""

    silence: Silence
    """What the chances rest on."""
    quiet: tuple[Quiet, ...]
    """One for each account; those that were closed come last."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What is suggested once an answer is not to be waited for."""

    account: str
    """Who is silent."""
    line: str
    """What is written last."""
    revisit: date
    """The working day on which it is asked again."""
    lead: Waits | None
    """Whom to turn to now: the first of those who wait at another account."""


def read_unanswered(journal: Journal) -> Unanswered:
    """Who has not answered, from the rep's own answers."""
    silence = journal.deals.silence()
    quiet = [Quiet(one, _revisit(journal, one.send.account)) for one in silence.waiting]
    quiet.sort(key=lambda one: one.revisit is not None)
    return Unanswered(silence, tuple(quiet))


def unanswered_beside(journal: Journal) -> Callable[[], Unanswered | None] | None:
    """The same, to be read in another thread; None for a journal in memory, which only its own reads.

    What cannot be read there comes back as None: it is read, and complained about, where it is asked for.
    """
    beside = journal.store.beside()
    return None if beside is None else lambda: _read_beside(journal, beside)


def closing(journal: Journal, account: str) -> Closing:
    """The closing line for an account, the day to ask again, and the next lead."""
    day = journal.calendar.next_working(journal.today() + REVISIT_AFTER)
    others = (
        one
        for one in journal.follow_ups.lines()
        if one.follow_up.account and one.follow_up.account.casefold() != account.casefold()
    )
    line = CLOSING_LINE.format(month=_MONTHS[day.month - 1])
    return Closing(account, line, day, next(others, None))


def close_silence(journal: Journal, account: str, sent: date, revisit: date) -> FollowUp:
    """Lay the day on which a silent account is asked again. Raises BadInput, CannotSave."""
    return journal.follow_ups.add(
        "Ask again after the closing line",
        revisit,
        account=account,
        kind=REVISIT,
        reason=f"no answer to what was sent on {sent.day} {MONTHS[sent.month - 1]} {sent.year}",
    )


def _read_beside(journal: Journal, beside: AbstractContextManager[Store]) -> Unanswered | None:
    with suppress(JournalError), beside as store:
        return read_unanswered(type(journal)(store, journal.clock))
    return None


def _revisit(journal: Journal, account: str) -> date | None:
    waiting = journal.store.people.follow_ups_of(account)
    return next((one.due for one in waiting if one.kind == REVISIT and one.due), None)
