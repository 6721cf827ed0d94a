"""Opening the app on a journal, and leaving it well however it ends."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from journal.cli.opening import app_journal, clock, place
from journal.cli.private import close_doors
from journal.errors import CannotSave, JournalError, NotOurFile
from journal.shown import shown

if TYPE_CHECKING:
    from journal.journal import Journal
    from screens.app import JournalApp
    from storage.daily import DailyBackup

STANDS = 30.0
"""Seconds that a sentence about the file itself stands there."""

CALM = 60.0
"""Seconds in which the app opens anew by itself at most once."""

HELD = "Another program held the file for a while: look whether the last words you typed are here."

LEAVING_PATIENCE = 1.0
"""Seconds that quitting waits for the day's backup."""

_LOOK_AGAIN = 0.5
"""Seconds between two looks at whether the day's backup is made."""

_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""What ends a program from outside: being asked to, and a terminal that was closed."""


class Held(CannotSave):
    """The file could not be read while the app was open: another program held it for long."""


def open_app() -> None:
    """The app on the rep's own journal, which is made when it does not exist yet."""
    needs_terminal("journal today shows the day without one.")
    # Until the first paint hardly anything becomes garbage; looking for it takes a twentieth of the start.
    gc.disable()
    path, said, began = place(), "", 0.0
    while True:
        try:
            _open(path, said)
            return
        except NotOurFile as why:
            said = _ask_what_to_do(path, why)
        except Held:
            if monotonic() - began < CALM:
                raise
            began, said = monotonic(), HELD


def _open(path: Path, said: str) -> None:
    """The app on a journal, with something to say first. Raises NotOurFile when it is damaged."""
    from storage.daily import DailyBackup

    with app_journal(path) as journal:
        backup = DailyBackup(path, journal.today())
        run_app(
            journal, partial(_back_up, backup=backup), said or journal.store.why_read_only or ""
        )
    # Who quits at once leaves before it was begun; a long one ends by itself.
    backup.begin()
    if words := backup.complaint(LEAVING_PATIENCE):
        raise CannotSave(words)


def _ask_what_to_do(path: Path, why: NotOurFile) -> str:
    """Let the rep choose, and return what to say once the journal is open.

    Raises what is wrong once more when the rep leaves, and for what is no file at all.
    """
    if not path.is_file():
        raise why
    gc.enable()
    from screens.damaged import Damaged
    from storage.journal_file import SqliteJournalFile

    said = Damaged(SqliteJournalFile(path), str(why), clock()().local.date()).run()
    if said is None:
        raise why
    return said


def run_app(
    journal: Journal, after_paint: Callable[[JournalApp], None] | None = None, said: str = ""
) -> None:
    """Run the app; what is to be done once it is painted gets the app. Raises NotOurFile."""
    from screens.app import JournalApp

    def painted() -> None:
        gc.enable()
        journal.keep_holidays_ahead()
        if after_paint is not None:
            after_paint(app)
        if said:
            app.notify(shown(said), severity="warning", markup=False, timeout=STANDS)

    app = JournalApp(journal, after_paint=painted)
    app.run()
    if isinstance(app.trouble, CannotSave):
        raise Held(str(app.trouble))
    if app.trouble is not None:
        raise app.trouble
    if app.return_code:
        raise SystemExit(app.return_code)


def _back_up(app: JournalApp, backup: DailyBackup) -> None:
    """The day's backup, beside the rep's work; what keeps it from being made is said in the app."""

    async def watch() -> None:
        while backup.is_under_way:
            await asyncio.sleep(_LOOK_AGAIN)
        if words := backup.complaint(LEAVING_PATIENCE):
            app.notify(shown(words), severity="warning", markup=False)

    backup.begin()
    app.run_worker(watch())


@contextmanager
def leaving_when_ended() -> Iterator[None]:
    """Let what ends the program from outside run the ways out, so that nothing stays behind."""
    before = {ending: signal.signal(ending, _leave) for ending in _ENDINGS}
    try:
        yield
    finally:
        for ending, handler in before.items():
            signal.signal(ending, handler)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def needs_terminal(instead: str) -> None:
    """Refuse to open where nobody could see it, or where somebody else would. Raises JournalError."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise JournalError(f"The app needs a terminal; {instead}")
    close_doors(os.environ)
