"""Waiting for what a test expects of a running app, instead of guessing how long it takes."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.pilot import Pilot


async def wait_until(
    pilot: Pilot[None], is_so: Callable[[], bool], what: str = "", seconds: float = 10
) -> None:
    """Let the app go on until the condition holds. Raises AssertionError after ``seconds``."""
    end = monotonic() + seconds
    while not is_so():
        assert monotonic() < end, what or "what the test waits for never came"
        await pilot.pause()
