"""A whole journal on its way in can be ended at any moment, and then nothing of it stays."""

from __future__ import annotations

import pytest
from whole_journals import as_json, book, file_of, one_of_everything, row_of

from journal.incoming_whole import IncomingWhole
from journal.transfer.progress import Progress, Stopped
from journal.transfer.whole_parts import PARTS
from storage.store import SqliteStore

WITHOUT_END = """WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)
SELECT max(n) FROM number"""


@pytest.mark.parametrize("why", [Stopped, KeyboardInterrupt])
def test_a_statement_without_end_is_ended(store: SqliteStore, why: type[BaseException]) -> None:
    def look() -> None:
        raise why

    with pytest.raises(why), store.whole.ended_by(look):
        store.database.rows(WITHOUT_END)
    assert store.database.rows("SELECT 1") == [(1,)]


def test_who_ends_it_while_all_is_taken_in_has_the_journal_as_it_was(store: SqliteStore) -> None:
    rows = one_of_everything(lambda: "x")
    entry = row_of(next(part for part in PARTS if part.name == "entries"), lambda: "x")
    rows["entries"] += [entry | {"id": n, "uid": f"u{n}", "form": "note"} for n in range(3, 4_003)]
    before = 0

    def watch(now: Progress) -> None:
        nonlocal before
        if now.rows == before == 4_034:
            # All rows lie aside: the statement that takes them in is under way.
            raise Stopped
        before = now.rows

    with pytest.raises(Stopped):
        IncomingWhole(book(store), file_of(as_json(rows))).take_in(watch)
    assert store.database.rows("SELECT count(*) FROM entry") == [(0,)]
    assert store.database.rows("SELECT count(*) FROM action") == [(0,)]
    assert IncomingWhole(book(store), file_of(as_json(rows))).take_in().applied.added == 4_034
