"""Looking after the journal's file from within the app: a backup now, and a proof that it is whole."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from pathlib import PurePath
from threading import Event
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from journal.errors import JournalError
from journal.transfer.progress import Stopped
from screens import care_words

if TYPE_CHECKING:
    from journal.journal_file import JournalFile
    from screens.page import Page


@runtime_checkable
class Caring(Protocol):
    """An app that knows what stops the work of looking after the file."""

    stop_care: Callable[[], None] | None
    """Ends the backup or the check that is under way; None while there is none."""


class Care:
    """Works in a thread beside the rep's keys until Esc, and says in one sentence what came of it."""

    def __init__(self, page: Page) -> None:
        """Take the page it was asked for on."""
        self._page = page
        self._journal = page.journal
        self._let_go = Event()

    def back_up(self) -> None:
        """Copy the journal, and prove the copy."""
        now = self._journal.now()

        def backed_up(file: JournalFile) -> str:
            return care_words.backed_up(PurePath(file.back_up(now, self._is_wanted)).name)

        self._begin(care_words.BACKING_UP, care_words.NO_BACKUP, backed_up)

    def check(self) -> None:
        """Prove that the journal's file is whole."""

        def checked(file: JournalFile) -> str:
            file.check(self._is_wanted)
            return care_words.WHOLE

        self._begin(care_words.CHECKING, care_words.NOT_CHECKED, checked)

    def _begin(self, doing: str, stopped: str, do: Callable[[JournalFile], str]) -> None:
        page, file = self._page, self._journal.store.file
        if file is None:
            page.say(care_words.NO_FILE, is_trouble=True)
        elif isinstance(app := page.app, Caring) and app.stop_care is None:
            page.say(doing)
            app.stop_care = self._let_go.set
            page.app.run_worker(self._until_done(app, lambda: do(file), stopped))

    async def _until_done(self, app: Caring, do: Callable[[], str], stopped: str) -> None:
        try:
            self._say(await to_thread(do))
        except Stopped:
            self._say(stopped)
        except JournalError as trouble:
            self._say(str(trouble), is_trouble=True)
        finally:
            # A window that closes in the middle must not wait for the thread.
            self._let_go.set()
            app.stop_care = None

    def _is_wanted(self) -> bool:
        return not self._let_go.is_set()

    def _say(self, words: str, *, is_trouble: bool = False) -> None:
        """On the page the rep is on by now."""
        from screens.page import Page

        here = self._page.app.screen
        page = here if isinstance(here, Page) else self._page
        page.say(words, is_trouble=is_trouble)
