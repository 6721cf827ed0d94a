"""Taking the journal out beside the keys can be stopped: what was read for it is let go of there and then."""

from __future__ import annotations

import gc
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builders import activity, at

from journal.journal import Journal
from journal.transfer import ways_out
from journal.transfer.progress import Stopped
from storage.store import SqliteStore


def test_a_json_that_is_stopped_closes_its_copy_in_the_thread_that_made_it(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways_out, "EVERY", 1)
    left: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", left.append)
    Journal(store, lambda: at("2026-11-24T13:45")).record(activity())

    def stop(_pieces: int) -> None:
        raise Stopped

    def work() -> None:
        beside = store.beside()
        assert beside is not None
        with beside as other:
            book = Journal(other, lambda: at("2026-11-24T13:45"))
            ways_out.take_out(book, "json", str(tmp_path / "out.json"), watch=stop)

    with ThreadPoolExecutor(1) as thread:
        problem = thread.submit(work).exception()
    assert isinstance(problem, Stopped)
    del problem
    gc.collect()
    assert left == []
    assert not (tmp_path / "out.json").exists()
