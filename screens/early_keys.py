"""Keys that come before the screen they are meant for: they wait for it, and act there in their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.screen import Screen

Early = events.Key | events.Paste
"""What comes from the rep's hands, and may come early."""

LOOK = 0.005
"""Seconds between two looks at whether the screen stands there by now."""

MOST_LOOKS = 400
"""Looks after which keys act wherever they can."""


class EarlyKeys:
    """Those that wait.

    The framework lets a key act on a screen whose rows are not there yet, which ends the app, and leaves one
    that was on its way when the screen was opened to the page beneath.
    """

    def __init__(self, app: App[None], act: Callable[[Early], Awaitable[None]]) -> None:
        """Take the app, and what lets a key or a paste act."""
        self._app = app
        self._act = act
        self._waiting: deque[Early] = deque()
        self._sent: WeakKeyDictionary[Early, Screen[object]] = WeakKeyDictionary()
        self._looks = 0

    def hold(self, key: Early) -> bool:
        """Whether a key or a paste has to wait, which it does from now on."""
        here = self._app.screen
        was_sent_elsewhere = key.is_forwarded and self._sent.get(key, here) is not here
        if not (self._waiting or was_sent_elsewhere or self._opens()):
            self._sent[key] = here
            return False
        self._waiting.append(_again(key) if key.is_forwarded else key)
        if len(self._waiting) == 1:
            self._looks = 0
            self._app.set_timer(LOOK, self._let_in)
        return True

    def _opens(self) -> bool:
        """Whether the screen is still on its way: its rows are not there, or none has the focus yet."""
        here = self._app.screen
        return not (here.is_mounted and here.stack_updates)

    async def _let_in(self) -> None:
        if not self._app.screen_stack:
            return
        self._looks += 1
        while self._waiting and (self._looks > MOST_LOOKS or not self._opens()):
            key = self._waiting.popleft()
            self._sent[key] = self._app.screen
            await self._act(key)
        if self._waiting:
            self._app.set_timer(LOOK, self._let_in)


def _again(key: Early) -> Early:
    """One that was sent to where it has nothing to do, as if it came only now."""
    fresh = (
        events.Paste(key.text)
        if isinstance(key, events.Paste)
        else events.Key(key.key, key.character)
    )
    fresh.time = key.time
    return fresh
