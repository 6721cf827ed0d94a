"""``journal`` alone opens the app; ``journal demo`` opens it on a throw-away sample year."""

from __future__ import annotations

import sys
from pathlib import Path

from journal.cli.opening import clock, place
from journal.cli.verb import verb
from journal.errors import JournalError


def open_app() -> None:
    """The app on the rep's own journal, which is made when it does not exist yet."""
    _needs_terminal("journal today shows the day without one.")
    _run(place())


@verb("demo", "journal demo", "journal demo --now 2026-11-24T13:45")
def demo() -> None:
    """Open the app on a made-up year.

    It is thrown away when you quit; your own journal is not touched."""
    _needs_terminal("open one and call it there.")


def _needs_terminal(instead: str) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise JournalError(f"The app needs a terminal; {instead}")


def _run(path: Path) -> None:
    from journal.journal import Journal
    from screens.app import JournalApp
    from storage.store import open_store

    time = clock()
    store = open_store(path, create=True)
    try:
        JournalApp(Journal(store, time, origin="app")).run()
    finally:
        store.close()
