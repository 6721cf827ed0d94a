"""Activities, notes and setbacks: one table for all three, so that they share ids and one timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import Activity
from journal.entry import Entry, Note
from journal.errors import NotFound
from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.rows import (
    PAGE,
    Row,
    Value,
    day_kept,
    maybe_text,
    moment_kept,
    moment_read,
    new_uid,
    read_rows,
    refuse_another,
    text_kept,
    time_kept,
    time_read,
)
from storage.tallies import SqliteTallies

if TYPE_CHECKING:
    from journal.exchange import Exchange

COLUMNS = """entry.id, entry.uid, entry.rev, form, day, time, utc, zone, offset, logged_day,
  kind, count, minutes, account.name, deal, outcome, text, setback.type, setback.sting"""
JOINED = """FROM entry LEFT JOIN account ON account.id = entry.account
  LEFT JOIN setback ON setback.entry = entry.id"""
_PAGED = "(day, time, entry.id) > (?, ?, ?) AND day <= ? ORDER BY day, time, entry.id LIMIT ?"

ONE = f"SELECT {COLUMNS} {JOINED} WHERE entry.id = ?"
BETWEEN = f"SELECT {COLUMNS} {JOINED} WHERE {_PAGED}"
BETWEEN_OF_KIND = f"SELECT {COLUMNS} {JOINED} WHERE kind = ? AND {_PAGED}"
NEWEST = f"""SELECT {COLUMNS} {JOINED} WHERE kind = ? AND day = ? AND form = 'activity'
ORDER BY entry.id DESC LIMIT 1"""
NEWEST_FIRST = f"SELECT {COLUMNS} {JOINED} WHERE entry.id < ? ORDER BY entry.id DESC LIMIT ?"
_OLDER = "(day, entry.id) < (?, ?) ORDER BY day DESC, entry.id DESC LIMIT ?"
OF_DEAL = f"SELECT {COLUMNS} {JOINED} WHERE entry.deal = ? AND {_OLDER}"
AT_ACCOUNT = f"SELECT {COLUMNS} {JOINED} WHERE entry.account = ? AND {_OLDER}"
EXCHANGES = """SELECT day, account.name, kind, outcome
FROM entry JOIN account ON account.id = entry.account
WHERE day BETWEEN ? AND ? AND form = 'activity' AND (kind IN ('email', 'social') OR outcome <> '')
ORDER BY day, time, entry.id"""
TIME_OF = "SELECT time FROM entry WHERE id = ?"
TAGS = "SELECT entry, word FROM tag WHERE entry IN ({marks}) ORDER BY entry, id"
TAGS_OF = "SELECT id FROM tag WHERE entry = ? ORDER BY id"

NO_SUCH = "There is no entry {:,}: “journal list” shows those there are."


class SqliteEntries(SqliteTallies):
    """Entries in the file."""

    def __init__(self, changes: Changes, accounts: SqliteAccounts) -> None:
        """Read and write through these changes."""
        super().__init__(changes.db)
        self._changes = changes
        self._accounts = accounts

    def add(self, entry: Entry) -> Entry:
        """Save a new entry; returns it with id, uid and rev. Its logged moment must be set."""
        if entry.logged is None:
            raise ValueError("an entry is saved with the moment it was written down")
        if entry.logged_day is None:
            entry = replace(entry, logged_day=entry.logged.day())
        uid = entry.uid or new_uid(self._changes.at)
        values = {"uid": uid, "source": self._changes.origin, **self._values(entry)}
        row = self._changes.insert("entry", values)
        self._add_sides(row, entry)
        return self.get(row)

    def change(self, entry: Entry) -> Entry:
        """Save over the row of the same id and rev. Raises NotFound, ChangedElsewhere."""
        before = self.get(entry.id)
        refuse_another(before, entry, NO_SUCH)
        if type(before) is not type(entry) or entry.logged is None or entry.logged_day is None:
            raise ValueError("an entry keeps its form, and when it was written down")
        aside = _side(before) != _side(entry) or before.tags != _words(entry)
        values = self._values(entry)
        self._changes.update("entry", entry.id, values, entry.rev, touch=aside)
        if aside:
            self._remove_sides(entry.id)
            self._add_sides(entry.id, entry)
        return self.get(entry.id)

    def remove(self, entry_id: int) -> Entry:
        """Delete an entry; returns what it was. Raises NotFound.

        With a setback goes what was thought of it; its next steps stay, and belong to none. With a
        meeting go the notes on it.
        """
        was = self.get(entry_id)
        self._changes.delete("meeting", entry_id)
        if _form(was) == "setback":
            from storage.setbacks import remove_what_came_of

            remove_what_came_of(self._changes, entry_id)
        self._remove_sides(entry_id)
        self._changes.delete("entry", entry_id)
        return was

    def get(self, entry_id: int) -> Entry:
        """One entry. Raises NotFound."""
        found = self._db.row(ONE, (entry_id,)) if 0 < entry_id < 2**63 else None
        if found is None:
            raise NotFound(NO_SUCH.format(entry_id))
        return self.read([found])[0]

    def between(
        self,
        first: date,
        last: date,
        *,
        kind: str | None = None,
        after: tuple[date, int] | None = None,
        limit: int = PAGE,
    ) -> Sequence[Entry]:
        """Entries of the days first..last, oldest first by day, time and id, at most ``limit``."""
        start: tuple[str, str, int] = (first.isoformat(), "", 0)
        if after is not None:
            clock = self._db.row(TIME_OF, (after[1],))
            start = (after[0].isoformat(), clock[0] if clock else "", after[1])
        values = (*start, last.isoformat(), limit)
        if kind is None:
            return self.read(self._db.rows(BETWEEN, values))
        return self.read(self._db.rows(BETWEEN_OF_KIND, (kind, *values)))

    def newest(self, day: date, kind: str) -> Activity | None:
        """The activity of a kind that was written down last for a day; None when there is none."""
        found = self.read(self._db.rows(NEWEST, (kind, day.isoformat())))
        return found[0] if found and isinstance(found[0], Activity) else None

    def newest_first(self, before: int | None = None, limit: int = PAGE) -> Sequence[Entry]:
        """Entries as they were written down, newest first."""
        return self.read(self._db.rows(NEWEST_FIRST, (before or 2**63 - 1, limit)))

    def of_deal(
        self, deal: int, before: tuple[date, int] | None = None, limit: int = 100
    ) -> Sequence[Entry]:
        """The entries of a deal, newest day first; ``before`` is the (day, id) the page before ended on."""
        return self._older(OF_DEAL, deal, before, limit)

    def at_account(
        self, account: str, before: tuple[date, int] | None = None, limit: int = 100
    ) -> Sequence[Entry]:
        """The entries at an account, of all its deals and of none, in the same way."""
        number = self._accounts.known_id(account)
        return [] if number is None else self._older(AT_ACCOUNT, number, before, limit)

    def exchanges(self, first: date, last: date) -> Sequence[Exchange]:
        """The e-mails, social touches and all with an outcome at an account, in the order they happened."""
        from journal.exchange import Exchange

        found = self._db.rows(EXCHANGES, (first.isoformat(), last.isoformat()))
        return read_rows(lambda row: Exchange(date.fromisoformat(row[0]), *row[1:]), found)

    def _older(
        self, sql: str, owner: int, before: tuple[date, int] | None, limit: int
    ) -> Sequence[Entry]:
        day, number = before or (date.max, 2**63 - 1)
        return self.read(self._db.rows(sql, (owner, day.isoformat(), number, limit)))

    def tagged(self, word: str, first: date, last: date, limit: int = PAGE) -> Sequence[Entry]:
        """Entries of the days first..last with this tag in any case, oldest first."""
        from storage.tags import tagged

        return self.read(tagged(self._db, word, first, last, limit))

    def tag_totals(self, first: date, last: date) -> dict[str, int]:
        """How many entries of the days first..last have each tag, by the tag in small letters."""
        from storage.tags import totals

        return totals(self._db, first, last)

    def _values(self, entry: Entry) -> dict[str, Value]:
        """The columns of the entry's own row. Raises NotFound for a deal that is not there."""
        if entry.deal is not None and not self._db.row(
            "SELECT 1 FROM deal WHERE id = ?", (entry.deal,)
        ):
            raise NotFound(f"There is no deal {entry.deal:,}: look for its number among the deals.")
        return {"account": self._accounts.id_of(entry.account), **entry_kept(entry)}

    def _add_sides(self, row: int, entry: Entry) -> None:
        """Save what the entry has beyond its own row."""
        if side := _side(entry):
            self._changes.insert("setback", {"entry": row, "type": side[0], "sting": side[1]})
        for word in _words(entry):
            self._changes.insert("tag", {"entry": row, "word": word})

    def _remove_sides(self, row: int) -> None:
        """Take away what the entry has beyond its own row."""
        for (tag,) in self._db.rows(TAGS_OF, (row,)):
            self._changes.delete("tag", tag)
        self._changes.delete("setback", row)

    def read(self, rows: list[Row]) -> list[Entry]:
        """The entries that rows tell of, with their tags."""
        words: dict[int, tuple[str, ...]] = {}
        for entry, word in self._db.rows_of(TAGS, [row[0] for row in rows]):
            words[entry] = (*words.get(entry, ()), word)
        return read_rows(lambda row: _entry(row, words.get(row[0], ())), rows)


def entry_kept(entry: Entry) -> dict[str, Value]:
    """The columns of an entry, but for its account."""
    if entry.logged is None:
        raise ValueError("an entry is saved with the moment it was written down")
    values: dict[str, Value] = {
        "form": _form(entry),
        "day": entry.day.isoformat(),
        "time": time_kept(entry.time),
        **moment_kept(entry.logged),
        "logged_day": day_kept(entry.logged_day),
        "kind": _form(entry),
        "deal": entry.deal,
        "text": text_kept(entry.text),
    }
    if isinstance(entry, Activity):
        values |= {"kind": text_kept(entry.kind), "count": entry.count, "minutes": entry.minutes}
        values["outcome"] = maybe_text(entry.outcome)
    return values


def _form(entry: Entry) -> str:
    """Which of the three it is."""
    if isinstance(entry, Activity):
        return "activity"
    return "note" if isinstance(entry, Note) else "setback"


def _side(entry: Entry) -> tuple[str, int | None] | None:
    """What a setback has that other entries lack."""
    if isinstance(entry, Activity | Note):
        return None
    from journal.setback import Setback

    if not isinstance(entry, Setback):
        raise TypeError("an entry is an activity, a note or a setback")
    return (text_kept(entry.type), entry.sting)


def _words(entry: Entry) -> tuple[str, ...]:
    """The tags as they are kept."""
    return tuple(text_kept(word) for word in entry.tags)


def _entry(row: Row, tags: tuple[str, ...]) -> Entry:
    """The entry a row tells of."""
    (entry, uid, rev, form, day, clock, utc, zone, offset, logged_day, *rest) = row
    kind, count, minutes, account, deal, outcome, text, type_, sting = rest
    common = {
        "id": entry,
        "uid": uid,
        "rev": rev,
        "day": date.fromisoformat(day),
        "time": time_read(clock),
        "logged": moment_read(utc, zone, offset),
        "logged_day": date.fromisoformat(logged_day),
        "account": account,
        "deal": deal,
        "text": text,
        "tags": tags,
    }
    if form == "activity":
        return Activity(kind=kind, count=count, outcome=outcome, minutes=minutes, **common)
    if form == "note":
        return Note(**common)
    from journal.setback import Setback

    return Setback(type=type_, sting=sting, **common)
