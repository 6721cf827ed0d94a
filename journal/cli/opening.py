"""The composition root: who keeps the journal and who tells the time meet here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from journal.cli.asked import asked
from journal.cli.clock import clock_for
from journal.errors import CannotSave, NotSaved
from journal.logbook import Logbook
from journal.moment import Clock, Moment

if TYPE_CHECKING:
    from journal.journal import Journal

Book = TypeVar("Book", bound=Logbook)
Answer = TypeVar("Answer")


def place() -> Path:
    """The journal's file: --db, JOURNAL_DB, or the user's data folder. Creates nothing."""
    from storage.locations import journal_path

    return journal_path(asked().db, os.environ)


def clock() -> Clock:
    """The machine's time, or that of --now. Raises BadInput."""
    return clock_for(asked().now)


@contextmanager
def reading(book: type[Book]) -> Iterator[Book]:
    """The journal as it is; when there is none yet, an empty one that cannot be written to."""
    with ExitStack() as stack:
        with _nothing_to_save():
            opened = stack.enter_context(_opened(book, create=False))
        yield opened


@contextmanager
def _nothing_to_save() -> Iterator[None]:
    """What keeps the file from being read is said without a word of saving."""
    try:
        yield
    except NotSaved as held:
        raise held.to_a_reader() from held


def writing(book: type[Book], do: Callable[[Book], Answer]) -> Answer:
    """Do something that saves. A journal that does not exist yet is only made for what is not refused."""
    at = place()
    if _is_there(at):
        with _opened(book, create=True) as opened:
            return do(opened)
    with suppress(CannotSave), _opened(book, create=False) as rehearsal:
        do(rehearsal)
    from storage.first_start import made_to_stay

    with made_to_stay(at), _opened(book, create=True) as opened:
        return do(opened)


def trying(book: type[Book], do: Callable[[Book], Answer]) -> Answer:
    """Do something that takes back itself what it saves; a missing journal is made elsewhere, for now."""
    if _is_there(place()):
        with _opened(book, create=False) as opened:
            return do(opened)
    from tempfile import TemporaryDirectory

    with (
        TemporaryDirectory(prefix="journal-") as folder,
        _opened(book, create=True, path=Path(folder) / "journal.db") as made,
    ):
        return do(made)


def _is_there(path: Path) -> bool:
    """Whether a file lies there; where that may not be known, who opens it says what to do."""
    try:
        return path.exists()
    except PermissionError:
        return True


@contextmanager
def app_journal(path: Path) -> Iterator[Journal]:
    """The journal as the app works with it, made when there is none at the path."""
    from journal.journal import Journal

    with ExitStack() as stack:
        with _nothing_to_save():
            opened = _opened(Journal, create=True, path=path, origin="app")
            journal = stack.enter_context(opened)
        yield journal


@contextmanager
def _opened(
    book: type[Book], *, create: bool, path: Path | None = None, origin: str = "cli"
) -> Iterator[Book]:
    from storage.store import open_store

    time, at = clock(), path or place()
    before = _last_saved(at) if path is None else None
    store = open_store(at, create=create)
    try:
        opened = book(store, time, origin=origin)
        try:
            yield opened
        finally:
            asked().has_saved |= path is None and opened.version > 0
        if before is not None and before != _last_saved(at):
            _back_up_if_first_of_day(opened, at, before)
    finally:
        store.close()


def _last_saved(path: Path) -> float | None:
    """When the file was last written to; None where that says nothing about the rep's own day."""
    if not asked().by_process or asked().now is not None:
        return None
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def _back_up_if_first_of_day(book: Logbook, path: Path, before: float) -> None:
    """Begin the day's backup with the first thing saved on it; nobody waits for its end.

    An app left open over night writes drafts: then the backups tell that none was made today.
    """
    from datetime import UTC, datetime

    from storage.locations import folder_of

    with suppress(OSError):
        before = min(before, folder_of(path).stat().st_mtime)
    last = Moment.of(datetime.fromtimestamp(before, UTC).astimezone(), "")
    if last.day(book.settings.day_start) < book.today():
        from storage.daily import DailyBackup

        with suppress(OSError):
            DailyBackup(path, book.today()).begin()
