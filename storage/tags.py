"""Entries found by the words a rep set on them, in any case."""

from __future__ import annotations

from datetime import date

from storage.database import Database
from storage.entries import COLUMNS, JOINED
from storage.rows import Row, text_kept

WORDS = """WITH RECURSIVE met (word) AS (SELECT min(word) FROM tag
  UNION ALL SELECT (SELECT min(word) FROM tag WHERE word > met.word) FROM met
  WHERE met.word IS NOT NULL)
SELECT word FROM met WHERE word IS NOT NULL"""
TAGGED = f"""SELECT {COLUMNS} {JOINED} WHERE day BETWEEN ? AND ?
  AND EXISTS (SELECT 1 FROM tag WHERE tag.entry = entry.id AND word IN ({{marks}}))
ORDER BY day, time, entry.id LIMIT ?"""
SET_BETWEEN = """SELECT word, entry.id FROM entry JOIN tag ON tag.entry = entry.id
WHERE day BETWEEN ? AND ?"""


def tagged(db: Database, word: str, first: date, last: date, limit: int) -> list[Row]:
    """The rows of the entries with a tag in any case, oldest first."""
    wanted = text_kept(word).casefold()
    words = [str(known) for (known,) in db.rows(WORDS) if str(known).casefold() == wanted]
    if not words:
        return []
    sql = TAGGED.format(marks=", ".join("?" * len(words)))
    return db.rows(sql, (first.isoformat(), last.isoformat(), *words, limit))


def totals(db: Database, first: date, last: date) -> dict[str, int]:
    """How many entries have each tag, by the tag in small letters; one twice set counts once."""
    entries: dict[str, set[int]] = {}
    for word, entry in db.rows(SET_BETWEEN, (first.isoformat(), last.isoformat())):
        entries.setdefault(str(word).casefold(), set()).add(entry)
    return {word: len(having) for word, having in sorted(entries.items())}
