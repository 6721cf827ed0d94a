"""How soon Goals answers: its first opening, an assumption typed over, and what a key waits for the plan."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from textual.pilot import Pilot

from benchmarks.figures import Ratio, spread
from benchmarks.journals import moment
from benchmarks.terminal import Program
from journal.journal import Journal
from screens.app import JournalApp
from storage.store import open_store

FRAME = 1000 / 60
"""Milliseconds of one frame."""

SETTLED = 2.0
"""Seconds in which all is read and worked out."""


def first_openings(app: list[str], painted: bytes, rounds: int) -> list[Ratio]:
    """Milliseconds until Goals first shows its list: at once after Today, and after a look at Today."""
    figures = []
    for look, said in ((0.3, "at once"), (4.0, "after 4 s on Today")):
        taken = []
        for _ in range(rounds):
            with Program(app, {}) as program:
                program.seconds_until(painted)
                program.drain(look)
                sent = program.press(b"2")
                taken.append(1000 * program.seconds_until(b"Goals and milestones", since=sent))
        figures.append(spread(f"first opening of Goals {said}, median", taken, 50))
    return figures


def typed_over(app: list[str], painted: bytes, rounds: int) -> list[Ratio]:
    """Milliseconds from a key in a target typed over until the funnel shows what follows, and to the save."""
    typed, saved = [], []
    with Program(app, {}) as program:
        program.seconds_until(painted)
        program.drain()
        for keys in (b"2", b"f", b"\x1b[B" * 8):
            program.press(keys)
            program.drain()
        for number in range(rounds):
            digits = str(20 + number).encode()
            for keys in (b"\r", digits):
                program.press(keys)
                program.drain()
            sent = program.press(b"M")
            shown = program.seconds_until(b"Funnel to " + digits + b"M", since=sent)
            typed.append(1000 * shown)
            program.drain()
            sent = program.press(b"\r")
            saved.append(1000 * program.seconds_until(b"saved as version", since=sent))
            program.drain()
    return [
        spread("typing over to repaint of the funnel, median", typed, FRAME),
        spread("Enter to the funnel that says it is saved, median", saved, FRAME),
    ]


def waits(path: Path) -> list[Ratio]:
    """The longest time that a key would have waited while the plan was read and worked out."""
    store = open_store(path, create=False)
    try:
        return asyncio.run(_waits(Journal(store, moment)))
    finally:
        store.close()


async def _waits(journal: Journal) -> list[Ratio]:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        loaded = await _longest(4.0)
        opened = await _after(pilot, "2")
        journal.plans.save(target=2_500_000_000)
        undone = await _after(pilot, "u")
    return [
        spread("longest wait of a key while Goals is loaded", [loaded], 100),
        spread("longest wait of a key once Goals opened", [opened], 100),
        spread("longest wait of a key after an undo on Goals", [undone], 100),
    ]


async def _after(pilot: Pilot[None], key: str) -> float:
    pilot.app.simulate_key(key)
    return await _longest(SETTLED)


async def _longest(seconds: float) -> float:
    """The longest time in milliseconds that the loop did not come round, over so many seconds."""
    longest, end = 0.0, time.perf_counter() + seconds
    while (before := time.perf_counter()) < end:
        await asyncio.sleep(0.001)
        longest = max(longest, time.perf_counter() - before - 0.001)
    return 1000 * longest
