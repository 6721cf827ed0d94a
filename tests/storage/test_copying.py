"""A copy holds every row of its journal, a row that differs is found, and who saves hardly waits."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, activity
from children import start

from journal.sample import sample_year, write
from storage.backup import back_up, digest
from storage.copying import beside, differing
from storage.database import connect
from storage.store import SqliteStore

BACKS_UP_IN_THE_SMALLEST_STEPS = """
import sys
from pathlib import Path
import storage.copying
from storage.backup import back_up
storage.copying.SHORT = 0.0
storage.copying.WIDTH = 100
for number in range(3):
    back_up(Path(sys.argv[1]), Path(sys.argv[2]) / f"{number}.db")
"""


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    with closing(sqlite3.connect(path)) as file:
        tables = file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {name: file.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables}


MORE = """
INSERT INTO draft VALUES (1, 'note', 0, 'text', 'half a thou', '2024-02-01T08:30:00Z');
INSERT INTO holiday VALUES ('DE', '2024-05-01', 'Tag der Arbeit'), ('DE', '2024-10-03', 'Einheit');
INSERT INTO deal_event VALUES
  (NULL, 1, '2024-02-01', '2024-02-01T08:30:00Z', 'UTC', 0, 'stage', NULL, 'Proposal');
INSERT INTO undone_row VALUES (1, 1, 7, '{}');
INSERT INTO batch VALUES (1, 1, 'table', '["a.csv"]', '2024-02-01T08:30:00Z', 'UTC', 0, 1, 0, 0);
INSERT INTO provenance VALUES (1, 'table', 'deal', 'd1', 1, 1, '{}', '{}');
INSERT INTO day_page (day, obstacle) VALUES ('1999-02-01', 'Mail');
INSERT INTO intention (day, slot, text, state) VALUES ('1999-02-01', 1, 'Call Acme', 'open');
INSERT INTO page_shown VALUES ('morning', '1999-02-01'), ('morning', '1999-02-02');
INSERT OR IGNORE INTO setback_thought (setback, belief) SELECT min(entry), 'My fault' FROM setback;
INSERT INTO setback_check (setback, after, day) SELECT min(entry), 90, '2024-02-08' FROM setback;
INSERT INTO call_block (uid, day, planned, feared) VALUES ('b', '2024-02-01', '09:30:00', 0.25);
INSERT INTO review (period, first, last, utc, zone, offset) VALUES
  ('month', '2024-01-01', '2024-01-31', '2024-02-01T08:30:00Z', 'UTC', 0);
INSERT OR IGNORE INTO deal_story (deal, pain) VALUES (1, 'Slow');
INSERT INTO deal_check (deal, name, holds, day) VALUES (1, 'budget', 1, '2024-02-01');
INSERT INTO deal_answer (deal, question, text, whose, day) VALUES
  (1, 'Why?', 'Price', 'buyer', '2024-02-01');
INSERT INTO deal_reason (deal, tag, whose) VALUES (1, 'price', 'rep');
INSERT OR IGNORE INTO request (deal, ask, state, day) VALUES
  (1, 'final decision criteria', 'asked', '2024-02-01');
INSERT OR IGNORE INTO monday_forecast (deal, monday, chance) VALUES (1, '1999-02-01', 0.25);
INSERT INTO contact (account, name) VALUES (1, 'Dana');
INSERT INTO account_alias (folded, name, account) VALUES ('the big a', 'The big A', 1);
INSERT OR IGNORE INTO meeting (activity, questions) SELECT max(id), 3 FROM entry
  WHERE form = 'activity';
INSERT INTO mapping (header, columns) VALUES ('0a', '{}');
INSERT INTO search_place VALUES ('account', 1, 7);
INSERT INTO search (rowid, name, text) VALUES (7, 'Acme', 'They are hiring');
"""


def test_a_backup_equals_its_journal_in_every_table(store: SqliteStore, path: Path) -> None:
    write(sample_year(THURSDAY, NOW), store)
    store.database.connection.executescript(MORE)
    copy = back_up(path, path.with_name("copy.db"))
    rows = rows_of(copy)
    assert rows == rows_of(path)
    assert [table for table in rows if not rows[table]] == []
    assert len(rows) == 50


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("UPDATE entry SET text = text || ' ' WHERE id = 2300", "entry"),
        ("UPDATE entry SET minutes = 0 WHERE id = 1", "entry"),
        ("DELETE FROM tag WHERE id = 5", "tag"),
        ("INSERT INTO purpose VALUES (9000, '2024-02-01', 'more')", "purpose"),
        ("UPDATE account SET id = 9000 WHERE id = 100", "account"),
        ("UPDATE activity_day SET total = total + 1 WHERE day = '2024-01-30'", "activity_day"),
        ("DELETE FROM activity_day WHERE day = '2024-01-30'", "activity_day"),
        ("DROP INDEX entry_by_day", "sqlite_schema"),
    ],
)
def test_one_changed_row_is_found(store: SqliteStore, path: Path, change: str, table: str) -> None:
    write(sample_year(THURSDAY, NOW), store)
    copy = back_up(path, path.with_name("copy.db"))
    with beside(path, copy) as both:
        assert list(differing(both)) == []
    with closing(sqlite3.connect(copy)) as altered, altered:
        altered.execute(change)
    with beside(path, copy) as both:
        assert any(f'main."{table}"' in stretch.question for stretch in differing(both))


def test_every_changed_bit_that_a_digest_sees_is_found(store: SqliteStore, path: Path) -> None:
    write(sample_year(THURSDAY, NOW), store)
    whole = digest(store.database.connection)
    copy = back_up(path, path.with_name("copy.db"))
    content = copy.read_bytes()
    chance = random.Random(7)
    seen = 0
    for _ in range(60):
        place = chance.randrange(100, len(content))
        flipped = content[place] ^ (1 << chance.randrange(8))
        copy.write_bytes(content[:place] + bytes([flipped]) + content[place + 1 :])
        try:
            with closing(connect(copy, "ro")) as altered:
                is_whole = digest(altered) == whole
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            is_whole = False
        try:
            with beside(path, copy) as both:
                is_same = not list(differing(both))
        except sqlite3.DatabaseError:
            is_same = False
        assert is_same == is_whole, place
        seen += not is_same
    assert seen >= 10


def test_who_saves_all_the_time_neither_waits_long_nor_keeps_a_backup_from_being_made(
    store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    write(sample_year(THURSDAY, NOW), store)
    child = start(BACKS_UP_IN_THE_SMALLEST_STEPS, path, tmp_path / "copies")
    longest = 0.0
    saved = 0
    while child.poll() is None:
        before = time.perf_counter()
        with store.action("log", NOW, "test"):
            store.entries.add(activity(account="Acme"))
        longest = max(longest, time.perf_counter() - before)
        saved += 1
        assert len(rows_of(path)["entry"]) == 2302 + saved
    assert (child.returncode, *child.communicate()) == (0, "", "")
    assert saved >= 3
    assert longest < 2.0
    copies = [rows_of(copy) for copy in sorted((tmp_path / "copies").glob("*.db"))]
    now = rows_of(path)
    assert len(copies) == 3
    for copy in copies:
        assert copy["entry"] == now["entry"][: len(copy["entry"])]
        assert len(copy["entry"]) == 2302 + len(copy["action"]) - 1
