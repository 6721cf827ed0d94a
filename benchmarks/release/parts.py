"""Every part of the proof: what one stretch of its rounds does, and how many rounds each level asks for."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from proofs import crowds, damage, days, full_disk, kills, shipped, texts, whole_journal
from proofs.shipped import SHIPPED

from benchmarks.release.captured import rep_at
from benchmarks.release.figure import HOUSE
from storage.store import open_store

Counts = dict[str, int]
Stretch = Callable[[Path, range], Counts]
"""Runs some rounds in an empty folder, fails when one of them does, and returns what it counted."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is proved."""

    run: Stretch
    """Some of its rounds."""
    ci: int
    """How many rounds at each change."""
    release: int
    """How many before a release."""
    at_once: int
    """How many rounds lie between two looks at the file of figures."""


def writes(folder: Path, rounds: range) -> Counts:
    """Kill -9 during writes: nothing that was acknowledged is lost."""
    looked_for = kills.while_writing(folder / "journal.db", len(rounds), seed=rounds.start)
    return {"acknowledged": looked_for, "lost": 0}


def migrations(folder: Path, rounds: range) -> Counts:
    """Kill -9 during an upgrade of every shipped schema."""
    cut_short = 0
    for n in rounds:
        shipped = SHIPPED[n % len(SHIPPED)]
        seconds = 30 if n % 2 else random.Random(n).uniform(0, 0.06)
        cut_short += kills.while_migrating(folder / f"{n}.db", shipped, seconds)
    return {"cut short": cut_short}


def imports(folder: Path, rounds: range) -> Counts:
    """Kill -9 during an import or its undo."""
    for n in rounds:
        kills.while_importing(folder / f"{n}.db", n)
    return {}


def restores(folder: Path, rounds: range) -> Counts:
    """Kill -9 during restores."""
    path = folder / "journal.db"
    store = open_store(path, create=True)
    backups = kills.two_backups(store, path, folder)
    store.close()
    moved = 0
    for n in rounds:
        moved += kills.while_restoring(path, backups, n, random.Random(n).uniform(0, 0.05))
    return {"moved aside and proved": moved}


def backups(folder: Path, rounds: range) -> Counts:
    """Kill -9 during backups."""
    path = folder / "journal.db"
    store = open_store(path, create=True)
    kills.two_backups(store, path, folder)
    store.close()
    for n in rounds:
        kills.while_backing_up(path, folder / str(n), n, random.Random(n).uniform(0, 0.05))
    return {}


def full_file(folder: Path, rounds: range) -> Counts:
    """A file that may not grow: max_page_count."""
    store = open_store(folder / "journal.db", create=True)
    for n in rounds:
        full_disk.fills_up(store, n % 60)
    store.close()
    return {"refused whole": len(rounds)}


def limited(what: str) -> Stretch:
    """A disk that fills up: RLIMIT_FSIZE."""

    def run(folder: Path, rounds: range) -> Counts:
        refused = full_disk.while_limited(what, folder, rounds.start, len(rounds))
        return {"refused whole": refused, "done whole": len(rounds) - refused}

    return run


def two_writers(folder: Path, rounds: range) -> Counts:
    """Two writers; a round is a second."""
    acknowledged, refused = crowds.two_writers(folder / "journal.db", len(rounds))
    return {"acknowledged": acknowledged, "lost": 0, "told to try again": refused}


def first_starts(folder: Path, rounds: range) -> Counts:
    """Eight first starts at once."""
    for n in rounds:
        crowds.eight_first_starts(folder / f"{n}.db")
    return {"starts": 8 * len(rounds)}


def damaged_files(folder: Path, rounds: range) -> Counts:
    """Files with flipped bits, blank pages, or cut short, asked by every verb."""
    for n in rounds:
        damage.ask_all(rep_at(folder / str(n) / "journal.db"), n)
    return {"files": len(rounds)}


def words(folder: Path, rounds: range) -> Counts:
    """Generated inputs in each text field: save, reopen, show, export, import."""
    rep = rep_at(folder / "journal.db")
    rep.path.parent.mkdir(exist_ok=True)
    store = open_store(rep.path, create=True)
    told = texts.a_journal(store, rounds.start * 100, len(rounds))
    store.close()
    store = open_store(rep.path, create=False)
    assert told.differing(store) == []
    store.close()
    texts.is_shown_and_travels(rep, folder, told, len(rounds))
    return {"texts": told.texts, "differing": 0}


def lived(folder: Path, rounds: range) -> Counts:
    """Midnight, changed clocks, travel, 29 February."""
    return {"entries": sum(days.one_case(folder / f"{n}.db", n) for n in rounds)}


def upgrades(folder: Path, rounds: range) -> Counts:
    """Every shipped schema, upgraded with equal digest."""
    for n in rounds:
        shipped.upgrade(SHIPPED[n], folder / f"{n}.db")
    return {"with equal digest": len(rounds)}


def suite(_folder: Path, rounds: range) -> Counts:
    """The whole suite, with twice as many tests at once as there are cores."""
    at_once = str(2 * (os.cpu_count() or 1))
    for _ in rounds:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", at_once],
            cwd=HOUSE,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-4_000:]
    return {"flakes": 0}


PARTS = {
    "kill-writes": Part(writes, 100, 1_000, 50),
    "kill-migration": Part(migrations, 20, 200, 20),
    "kill-import": Part(imports, 20, 200, 20),
    "kill-restore": Part(restores, 20, 200, 20),
    "kill-backup": Part(backups, 20, 200, 20),
    "kill-export": Part(whole_journal.while_taken_out, 4, 200, 20),
    "kill-whole": Part(whole_journal.while_brought_in, 4, 200, 20),
    "full-whole": Part(whole_journal.while_out_of_room, 20, 200, 20),
    "full-file": Part(full_file, 20, 200, 60),
    **{f"full-{what}": Part(limited(what), 20, 200, 20) for what in full_disk.AT_WORK},
    "two-writers": Part(two_writers, 30, 3_600, 60),
    "first-starts": Part(first_starts, 25, 200, 25),
    "damaged-files": Part(damaged_files, 50, 1_000, 50),
    "words": Part(words, 200, 10_000, 10_000),
    "days": Part(lived, 60, 500, 100),
    "upgrades": Part(upgrades, len(SHIPPED), len(SHIPPED), len(SHIPPED)),
    "suite": Part(suite, 1, 20, 1),
}
"""All parts, by name."""
