"""Asking of deals: a dialog after another until something is saved and said, or the rep leaves."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.deal import Deal

if TYPE_CHECKING:
    from screens.page import Page

ASKING = "asking of deals"
"""The group of the workers that ask."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was saved."""

    words: str
    """The sentence about it."""
    deal: Deal | None = None
    """The deal it was about, for the cursor to go to."""


Answers = Coroutine[object, object, Said | None]
"""A dialog that is asked, and ends with what was saved."""


class Asking:
    """Whoever asks on a page."""

    def __init__(self, page: Page, show: Callable[[Deal], None]) -> None:
        """Take the page they are asked on, and what puts the cursor on a deal that was saved."""
        self._app = page.app
        self._journal = page.journal
        self._page = page
        self._show = show

    def begin(self, asked: Callable[[], Answers]) -> None:
        """Open a dialog, and not a second one when a key comes twice."""
        page = self._page
        if not any(one.group == ASKING and not one.is_finished for one in page.workers):
            page.run_worker(self._until_said(asked), group=ASKING)

    async def _until_said(self, asked: Callable[[], Answers]) -> None:
        page, since = self._page, self._journal.kept
        with page.trouble_said():
            if (said := await asked()) is not None:
                page.show_saved(said.words, since)
                if said.deal is not None:
                    self._show(said.deal)
