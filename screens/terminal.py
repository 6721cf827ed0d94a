"""The terminal that the app is drawn in, and which may be closed at any moment."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import TextIOWrapper

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver


class Closable(LinuxDriver):
    """Lets the app end well when its terminal is closed.

    The framework's own would wait for ever for somebody to take what it writes.
    """

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Take the app that is drawn, and what the framework hands on."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._file is not None:
            self._file = Paper(os.dup(self._file.fileno()), partial(app.call_later, app.exit))


class Paper(TextIOWrapper):
    """What is drawn on; once it is gone, what is drawn is let go of."""

    def __init__(self, file: int, gone: Callable[[], object]) -> None:
        """Take the number of an open file, and what is to be done once it is gone."""
        super().__init__(os.fdopen(file, "wb"), encoding="utf-8", errors="backslashreplace")
        self._gone: Callable[[], object] | None = gone

    def write(self, text: str, /) -> int:
        """Draw."""
        with self._may_be_gone():
            super().write(text)
        return len(text)

    def flush(self) -> None:
        """Let it be seen."""
        with self._may_be_gone():
            super().flush()

    @contextmanager
    def _may_be_gone(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            gone, self._gone = self._gone, None
            if gone is not None:
                gone()
