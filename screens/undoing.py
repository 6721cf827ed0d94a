"""Taking back what was done last, and doing it again: at once, or beside the keys when it is large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import wording

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.undone import Undone
    from screens.page import Page

LARGE = 2_000
"""Rows from which on it takes long enough to be felt: it is then done in another thread."""

_UNDOING = "taking back"


def turn_back(page: Page, *, again: bool = False) -> None:
    """Take back what was done last, or do again what was taken back, and say which it was."""
    with page.trouble_said():
        journal = page.journal
        if journal.store.rows_next(again=again) < LARGE or journal.store.file is None:
            _say(page, _done(journal, again), again)
        elif not any(one.group == _UNDOING and not one.is_finished for one in page.workers):
            page.run_worker(_beside(page, again), group=_UNDOING)


async def _beside(page: Page, again: bool) -> None:
    """The same in another thread; the pages beneath stand still meanwhile."""
    from screens import transfer_words
    from screens.transfer_work import Job, on_its_own, worked

    job = Job(transfer_words.DOING_AGAIN if again else transfer_words.TAKING_BACK, can_end=False)
    with page.trouble_said():
        do = on_its_own(page.journal, lambda journal: _done(journal, again))
        done = await worked(page.app, job, do)
        page.journal.forget_what_was_read()
        _say(page, done, again)


def _done(journal: Journal, again: bool) -> Undone:
    return journal.redo() if again else journal.undo()


def _say(page: Page, done: Undone, again: bool) -> None:
    if again:
        page.show_change(wording.done_again(done.label), wording.TAKE_BACK)
    else:
        page.show_change(wording.taken_back(done.label), wording.DO_AGAIN)
