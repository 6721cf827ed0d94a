"""How long a search takes among many entries, beside one look at every entry's words."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from benchmarks.figures import Ratio, paired, spread
from benchmarks.journals import activities, moment
from journal.activity import Activity
from journal.journal import Journal
from journal.search import read_query
from journal.transfer.found import Found
from storage.store import SqliteStore, open_store

COMMON, RARE = "pricing", "zebra"
ASKED = {
    "a common word": COMMON,
    "a rare word": RARE,
    "two letters": "pr",
    "one letter": "p",
    "CJK": "東京",
    "CJK that is nowhere": "大阪",
    "three words": "pricing acc w01",
    "nothing there": "xylophone",
    "signs": "[/]",
    "one sign": ".",
}
"""What is looked for."""

_ALL_WORDS = "SELECT count(*) FROM entry WHERE text LIKE '%zebra%'"


def talks(entries: int) -> Iterator[Found]:
    """So many activities with a sentence each: common words, rare ones, some Japanese."""
    chance = random.Random(6)
    words = [f"w{number:04}" for number in range(3_000)]
    weights = [1 / (number + 1) for number in range(len(words))]
    for number, found in enumerate(activities(entries)):
        said = chance.choices(words, weights, k=8)
        said += [COMMON] if number % 3 else []
        said += [RARE] if number % 20_000 == 7 else []
        said += ["東京支社"] if number % 500 == 9 else []
        said += ["."] if number % 2 else ["?", "[a/b]!"]
        value = found.value
        if isinstance(value, Activity):
            yield replace(found, value=replace(value, text=" ".join(said)))


def make_talks(path: Path, entries: int) -> None:
    """Write a journal of so many entries with words."""
    store = open_store(path, create=True)
    Journal(store, moment).bring_in(talks(entries), format="table", files=["activities"])
    store.close()


def seconds(store: SqliteStore, words: str) -> float:
    """Seconds that a whole search takes, its hits read."""
    before = time.perf_counter()
    store.search.find(read_query(words), 50)
    return time.perf_counter() - before


def looked_at_all(path: Path) -> float:
    """Seconds that one look at every entry's words takes."""
    with closing(sqlite3.connect(path)) as file:
        before = time.perf_counter()
        file.execute(_ALL_WORDS).fetchall()
        return time.perf_counter() - before


def searches(path: Path, rounds: int) -> Iterator[Ratio]:
    """What each search takes, and the common word beside one look at all."""
    store = open_store(path, create=False)
    before = time.perf_counter()
    journal = Journal(store, moment)
    journal.search.find(COMMON)
    first = 1000 * (time.perf_counter() - before)
    yield Ratio("the first search, which looks through all", first, first, first, 15_000, "ms")
    for what, words in ASKED.items():
        taken = [1000 * seconds(store, words) for _ in range(rounds)]
        yield spread(f"search, {what}", taken, 100)
    yield paired(
        "search, a common word / one look at every entry",
        lambda: seconds(store, COMMON),
        lambda: looked_at_all(path),
        rounds,
        4.0,
    )
    store.close()
