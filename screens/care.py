"""Looking after the journal's file from within the app: a backup now, and a proof that it is whole."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING

from journal.errors import JournalError
from screens import care_words

if TYPE_CHECKING:
    from journal.journal_file import JournalFile
    from screens.page import Page

_CARING = "looking after the file"


class Care:
    """Works in a thread beside the rep's keys, and says in one sentence what came of it."""

    def __init__(self, page: Page) -> None:
        """Take the page it was asked for on."""
        self._page = page
        self._journal = page.journal

    def back_up(self) -> None:
        """Copy the journal, and prove the copy."""
        now = self._journal.now()
        self._begin(
            care_words.BACKING_UP,
            lambda file: care_words.backed_up(PurePath(file.back_up(now)).name),
        )

    def check(self) -> None:
        """Prove that the journal's file is whole."""

        def checked(file: JournalFile) -> str:
            file.check()
            return care_words.WHOLE

        self._begin(care_words.CHECKING, checked)

    def _begin(self, doing: str, do: Callable[[JournalFile], str]) -> None:
        page, file = self._page, self._journal.store.file
        if file is None:
            page.say(care_words.NO_FILE, is_trouble=True)
        elif not any(one.group == _CARING and not one.is_finished for one in page.workers):
            page.say(doing)
            page.run_worker(self._until_done(lambda: do(file)), group=_CARING)

    async def _until_done(self, do: Callable[[], str]) -> None:
        try:
            self._say(await to_thread(do))
        except JournalError as trouble:
            self._say(str(trouble), is_trouble=True)

    def _say(self, words: str, *, is_trouble: bool = False) -> None:
        """On the page the rep is on by now."""
        from screens.page import Page

        here = self._page.app.screen
        page = here if isinstance(here, Page) else self._page
        page.say(words, is_trouble=is_trouble)
