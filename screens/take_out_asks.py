"""What is asked on the way out: the format, where to, and whether what lies there may be replaced."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.errors import JournalError
from journal.transfer.progress import Progress
from journal.transfer.ways_out import WAYS_OUT, take_out
from screens import transfer_words
from screens.dialogs.ask import AskDialog
from screens.dialogs.file_names import as_said
from screens.dialogs.take_out import TakeOut, TakeOutDialog
from screens.transfer_work import Job, on_its_own, worked

if TYPE_CHECKING:
    from pathlib import Path

    from journal.journal import Journal
    from screens.page import Page

_ASKING = "taking out"


class TakingOut:
    """Asks until a file is written or the rep leaves."""

    def __init__(self, page: Page) -> None:
        """Take the page it is asked on."""
        self._page = page
        self._app = page.app
        self._journal = page.journal

    def begin(self, format: str = "json") -> None:
        """Ask, and not a second time when the key comes twice."""
        page = self._page
        if not any(one.group == _ASKING and not one.is_finished for one in page.workers):
            known = format if format in WAYS_OUT else "json"
            page.run_worker(self._until_written(known), group=_ASKING)

    async def _until_written(self, format: str) -> None:
        typed: TakeOut | None = None
        said = ""
        while True:
            dialog = TakeOutDialog(self._journal, typed, said, format)
            typed = await self._app.push_screen_wait(dialog)
            if typed is None:
                return
            said, may_replace = "", False
            if typed.target.exists():
                may_replace = await self._may_replace(typed.target)
                if not may_replace:
                    continue
            try:
                await self._write(typed, force=may_replace)
            except JournalError as problem:
                said = str(problem)
                continue
            self._page.say(transfer_words.written(as_said(typed.target)))
            return

    async def _may_replace(self, target: Path) -> bool:
        question = transfer_words.is_there(target.name)
        answers = ((False, transfer_words.ANOTHER_NAME), (True, transfer_words.REPLACE))
        dialog = AskDialog("Export", question, answers)
        chosen = await self._app.push_screen_wait(dialog)
        return bool(chosen)

    async def _write(self, wanted: TakeOut, *, force: bool) -> None:
        job = Job(transfer_words.writing(wanted.target.name))
        await worked(self._app, job, on_its_own(self._journal, partial(_write, wanted, force, job)))


def _write(wanted: TakeOut, force: bool, job: Job, journal: Journal) -> None:
    take_out(
        journal,
        wanted.format,
        str(wanted.target),
        since=wanted.since,
        force=force,
        watch=lambda pieces: job.watch(Progress(pieces, None)),
    )
