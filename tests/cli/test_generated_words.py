"""Words nobody thought of, in every text there is: saved, read again, shown, taken out and in again."""

from __future__ import annotations

from pathlib import Path

from asking import Rep
from proofs import texts

from storage.store import open_store

DAYS = 200
"""So many inputs for each text field; seven in ten of them hold something hostile."""


def test_any_words_anywhere_come_back_equal_are_shown_and_travel(rep: Rep, tmp_path: Path) -> None:
    store = open_store(rep.path, create=True)
    told = texts.a_journal(store, seed=0, days=DAYS)
    store.close()
    again = open_store(rep.path, create=False)
    assert told.differing(again) == []
    again.close()
    texts.is_shown_and_travels(rep, tmp_path, told, DAYS)
