"""Long work on the journal: done in a thread beside the rep's keys, its progress told, ended by Esc."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from journal.errors import CannotSave
from journal.transfer.progress import Progress, Stopped

if TYPE_CHECKING:
    from textual.app import App

    from journal.journal import Journal

Answer = TypeVar("Answer")

NO_FILE = "This journal is in memory only and takes nothing in or out: open one that is a file."

REFUSED = (
    "The disk refused in the middle of it ({}), and nothing was kept: look at it, then try again."
)


class Job:
    """One piece of work, as far as it has come. One thread does it, another watches."""

    def __init__(self, what: str, *, can_end: bool = True) -> None:
        """Take what is done, in words, and whether it can be ended before it is done."""
        self.what = what
        """What is done, in words."""
        self.can_end = can_end
        """Whether it can be ended before it is done."""
        self.progress = Progress(0, None)
        """How far it is."""
        self.is_let_go = False
        """Whether the rep wants it no more."""
        self._began = monotonic()

    @property
    def pace(self) -> int:
        """Rows per second so far."""
        seconds = monotonic() - self._began
        return round(self.progress.rows / seconds) if seconds > 0 else 0

    def let_go(self) -> None:
        """End it as soon as it looks up; what it did is taken back."""
        self.is_let_go = True

    def watch(self, progress: Progress) -> None:
        """Called by the work from time to time. Raises Stopped when nobody wants it any more."""
        if self.is_let_go:
            raise Stopped
        if progress.rows < self.progress.rows:
            self._began = monotonic()
        self.progress = progress


async def worked(app: App[object], job: Job, do: Callable[[], Answer]) -> Answer:
    """What the work gives, done in another thread while a dialog tells how far it is.

    Raises what the work raises, CannotSave for what the disk refuses, Stopped when the rep let go of it.
    """
    from screens.dialogs.under_way import UnderWay

    dialog = UnderWay(job)
    await app.push_screen(dialog)
    try:
        return await to_thread(do)
    except OSError as error:
        raise CannotSave(REFUSED.format(error.strerror or error)) from error
    finally:
        # A window that closes in the middle must not leave the thread at work.
        job.let_go()
        if dialog.is_current:
            dialog.dismiss(None)


def on_its_own(journal: Journal, do: Callable[[Journal], Answer]) -> Callable[[], Answer]:
    """What is to be done, to be called in another thread: on the same file by a connection of its own.

    Raises CannotSave for a journal in memory.
    """
    beside = journal.store.beside()
    if beside is None:
        raise CannotSave(NO_FILE)

    def done() -> Answer:
        with beside as store:
            return do(type(journal)(store, journal.clock, journal.origin))

    return done
