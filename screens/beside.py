"""What takes long is done beside the rep's keys, and a page that was closed meanwhile hears no more of it."""

from __future__ import annotations

from asyncio import CancelledError, to_thread
from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen

from screens.widgets.nav_row import NavRow

_T = TypeVar("_T")


async def beside_keys(page: Screen[None], do: Callable[[], _T]) -> _T:
    """What is done in another thread, which touches nothing on screen.

    The worker that waits for it on a page without panels any more is cancelled: the app ends.
    """
    done = await to_thread(do)
    if not page.query(NavRow):
        raise CancelledError
    return done
