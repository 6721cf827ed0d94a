"""How the app ends: with whatever is typed kept, in calm, and with no private word on the terminal."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from weakref import WeakSet

from rich.console import RenderableType
from textual.app import App
from textual.css.query import NoMatches

from journal.errors import CannotSave, NotOurFile
from screens.drafted import Drafted

ENDINGS = ("SIGHUP", "SIGTERM", "SIGINT")
"""What ends a program from outside: a terminal that was closed, and being asked to."""

TRIES = 10
"""How often what is typed is tried to be kept before the end, each time waiting a little for others."""


class EndsWell(App[None]):
    """An app that ends without losing what is typed."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        super().__init__()
        self.drafted: WeakSet[Drafted] = WeakSet()
        """Whatever has fields that a rep types in."""
        self.trouble: CannotSave | NotOurFile | None = None
        """What was found to be wrong with the journal's file while it was open."""
        self._warned_at: list[dict[str, str]] | None = None
        self._is_ending = False

    def on_mount(self) -> None:
        """The framework runs none of our ways out when the program is ended from outside."""
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()
        for name in ENDINGS:
            with suppress(NotImplementedError, AttributeError):
                loop.add_signal_handler(getattr(signal, name), self.exit)

    def keep_drafts(self) -> str:
        """Keep at once whatever is typed; returns why something cannot be kept, "" when all is."""
        troubles = [each.keep_draft() for each in tuple(self.drafted)]
        return next((trouble for trouble in troubles if trouble), "")

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """End, with whatever is typed kept; a window that saves just now is waited for a moment."""
        self._is_ending = True
        for _ in range(TRIES):
            if not self.keep_drafts():
                break
        super().exit(result, return_code, message)

    async def action_quit(self) -> None:
        """End; who would lose words that cannot be kept is told so once."""
        trouble = self.keep_drafts()
        standing = [each.fields_typed() for each in self.drafted if each.is_attached]
        if trouble and standing != self._warned_at:
            from screens.draft_words import leaves_without

            self._warned_at = standing
            self.notify(leaves_without(trouble), severity="warning", markup=False)
            return
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """A page that was still being made when the program ends finds its panels gone: that is no fault."""
        if not (self._is_ending and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave with a traceback that shows no values: they are the rep's private words.

        A file that turns out to be damaged, or is held by others for long, is no fault of the program:
        whoever opened the app goes on.
        """
        self.keep_drafts()
        if isinstance(self._exception, CannotSave | NotOurFile):
            self.trouble = self._exception
            self.panic()
            return
        from rich.traceback import Traceback

        self.panic(Traceback(show_locals=False, width=None, suppress=["textual"]))
