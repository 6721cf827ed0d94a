"""Long looks at a journal's file, which whoever waits for them may end in the middle."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from journal.transfer.progress import Stopped

IsWanted = Callable[[], bool]
"""Whether the work is still wanted; asked in the thread that does it, many times a second."""

_STEPS = 10_000
"""Steps of SQLite between two questions: a few milliseconds."""


def heed(connection: sqlite3.Connection, is_wanted: IsWanted | None) -> None:
    """Let every query of a connection end once it is not wanted any more."""
    if is_wanted is not None:
        connection.set_progress_handler(lambda: not is_wanted(), _STEPS)


def go_on(is_wanted: IsWanted | None) -> None:
    """Raise Stopped once the work is not wanted any more."""
    if is_wanted is not None and not is_wanted():
        raise Stopped


def stopped(error: sqlite3.Error) -> Stopped | None:
    """What a query raises that was ended so, as the rep should read it; None for any other failure."""
    is_so = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT
    return Stopped() if is_so else None
