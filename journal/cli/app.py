"""``journal`` alone opens the app; ``journal demo`` opens it on a throw-away sample year."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from journal.cli.opening import app_journal, place
from journal.cli.verb import verb
from journal.errors import JournalError
from journal.shown import shown

if TYPE_CHECKING:
    from journal.journal import Journal
    from screens.app import JournalApp

_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""What ends a program from outside: being asked to, and a terminal that was closed."""


def open_app() -> None:
    """The app on the rep's own journal, which is made when it does not exist yet."""
    _needs_terminal("journal today shows the day without one.")
    from storage.backup import daily_backup

    path = place()
    with app_journal(path) as journal:
        today = journal.today()
        _run(journal, partial(_back_up, path=path, today=today))
    # Who quits within a second leaves before the day's backup began.
    daily_backup(path, today)


@verb("demo", "journal demo", "journal demo --now 2026-11-24T13:45")
def demo() -> None:
    """Open the app on a made-up year.

    It is thrown away when you quit; your own journal is not touched.
    """
    _needs_terminal("open one and call journal demo there.")
    with _leaving_when_ended(), TemporaryDirectory(prefix="journal-demo-") as folder:
        from journal.sample import sample_year, write

        with app_journal(Path(folder) / "journal.db") as journal:
            write(sample_year(journal.today(), journal.now()), journal.store)
            journal.forget_what_was_read()
            _run(journal)


def _run(journal: Journal, after_paint: Callable[[JournalApp], None] | None = None) -> None:
    from screens.app import JournalApp

    def painted() -> None:
        loop = asyncio.get_running_loop()
        for ending in _ENDINGS:
            with suppress(NotImplementedError):
                loop.add_signal_handler(ending, app.exit)
        if after_paint is not None:
            after_paint(app)

    app = JournalApp(journal, after_paint=painted)
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)


def _back_up(app: JournalApp, path: Path, today: date) -> None:
    """The day's backup, beside the rep's work; what keeps it from being made is said in the app."""
    from storage.backup import daily_backup

    def work() -> None:
        try:
            daily_backup(path, today)
        except JournalError as error:
            words = shown(str(error))
            app.call_from_thread(app.notify, words, severity="warning", markup=False)

    app.run_worker(work, thread=True)


@contextmanager
def _leaving_when_ended() -> Iterator[None]:
    """Let what ends the program from outside run the ways out, so that nothing stays behind."""
    before = {ending: signal.signal(ending, _leave) for ending in _ENDINGS}
    try:
        yield
    finally:
        for ending, handler in before.items():
            signal.signal(ending, handler)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _needs_terminal(instead: str) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise JournalError(f"The app needs a terminal; {instead}")
