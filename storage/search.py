"""Finding things by their words, in an index that a search brings up to date before it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from journal.search import LIMIT, MOST, Hit, HitKind, Hits, Query, signs_of
from journal.search_folding import FOLDING, folded
from storage.database import Database
from storage.rows import Row, read_rows, text_kept
from storage.schema_search import FILL
from storage.search_words import Told, words_of

UNREAD = "SELECT count(*) FROM search_todo"
ALL_READ = "SELECT count(*) FROM search_place WHERE of > ''"
FOLDED_SO = "SELECT 1 FROM search_place WHERE of = '' AND row = ?"
"""Among the places, one that is nothing's names the folding with which the index is written."""
FORGET_FOLDING = "DELETE FROM search_place WHERE of = ''"
KEEP_FOLDING = "INSERT INTO search_place (of, row, place) VALUES ('', ?, 0)"
NEXT_UNREAD = "SELECT of, row FROM search_todo ORDER BY of, row LIMIT ?"
PLACES = "SELECT place, row FROM search_place WHERE of = '{table}' AND row IN ({marks})"
FORGET_WORDS = "DELETE FROM search WHERE rowid = ?"
FORGET_PLACE = "DELETE FROM search_place WHERE of = ? AND row = ?"
FORGET_UNREAD = "DELETE FROM search_todo WHERE of = ? AND row = ?"
KEEP_PLACE = "INSERT INTO search_place (of, row, place) VALUES (?, ?, ?)"
KEEP_WORDS = """INSERT INTO search (rowid, name, account, text, about, signs)
VALUES (?, ?, ?, ?, ?, ?)"""
_HOLDS = " LIKE ? ESCAPE '~'"
MATCHING = """SELECT rowid, bm25(search, 8.0, 0.0, 4.0, 1.0, 1.0) FROM search
WHERE search MATCH ? AND rowid BETWEEN ? AND ?{within} ORDER BY rowid DESC LIMIT ?"""
"""What is merely at an account of that name fits no better for having fewer words."""
ANYWHERE = " AND text || char(10) || name || char(10) || account || char(10) || about" + _HOLDS
IN_NAME = " AND name || char(10) || account" + _HOLDS

ALIKE = 4
"""Into so many steps it is told how well a hit fits beside the best one: within one, the newer is first."""

_KINDS = {
    HitKind.ACCOUNT: 1,
    HitKind.DEAL: 2,
    HitKind.CONTACT: 3,
    HitKind.GOAL: 4,
    HitKind.MILESTONE: 5,
    HitKind.FOLLOW_UP: 6,
    HitKind.SETBACK: 7,
    HitKind.NOTE: 8,
    HitKind.ACTIVITY: 9,
    HitKind.DAY: 10,
    HitKind.REVIEW: 11,
    HitKind.PURPOSE: 12,
    HitKind.DAY_OFF: 13,
}
"""How each kind is counted in the index, in the order of names found: never another number once shipped."""
_BY_NUMBER = {number: kind for kind, number in _KINDS.items()}

_TABLES = {kind: str(kind) for kind in HitKind} | {
    HitKind.MILESTONE: "goal",
    HitKind.FOLLOW_UP: "follow_up",
    HitKind.SETBACK: "entry",
    HitKind.NOTE: "entry",
    HitKind.ACTIVITY: "entry",
    HitKind.DAY: "day_page",
    HitKind.DAY_OFF: "day_off",
}
"""Where the words of each kind are kept."""

_NAMED = (HitKind.ACCOUNT, HitKind.DEAL, HitKind.CONTACT, HitKind.GOAL, HitKind.MILESTONE)
"""What is found by its name before anything is found by its words."""

_IN_WORDS = "{name account text about} : "
"""Where a word is looked for: never among the signs, which are told as words that nobody wrote."""

_QUOTE = '"'
_KIND_AT, _DAY_AT = 58, 36
_IN_KIND = (1 << _KIND_AT) - 1
_LAST = (1 << 63) - 1
_ROWS = (1 << _DAY_AT) - 1
_DAYS = (1 << (_KIND_AT - _DAY_AT)) - 1


def place_of(kind: HitKind, day: date | None, row: int) -> int:
    """Where a thing lies in the index: kind by kind, day by day, so that the newest are read first."""
    ordinal = day.toordinal() if day else 0
    return _KINDS[kind] << _KIND_AT | ordinal << _DAY_AT | row


class SqliteSearch:
    """``journal.search.Searching`` on SQLite's full-text index."""

    def __init__(self, db: Database) -> None:
        """Read and write in this database; the index is no part of what can be undone."""
        self._db = db

    def unread(self) -> int:
        """How many things were written since a search last looked through what is new.

        What an earlier folding indexed is new once more.
        """
        unread = int(self._db.rows(UNREAD)[0][0])
        return unread if self._is_folded_so() else unread + int(self._db.rows(ALL_READ)[0][0])

    def read_on(self, at_most: int) -> int:
        """Look through so many of the new things; returns how many are left. Raises CannotSave."""
        with self._db.transaction():
            if not self._is_folded_so():
                self._begin_anew()
            unread = self._db.rows(NEXT_UNREAD, (at_most,))
            for table, some in groupby(unread, key=lambda one: str(one[0])):
                rows = [int(row) for _, row in some]
                self._forget(table, rows)
                self._keep(table, list(words_of(self._db, table, rows)))
            self._db.run_many(FORGET_UNREAD, unread)
            return self.unread()

    def _is_folded_so(self) -> bool:
        """Whether the index, as far as it goes, is written with the folding of today."""
        return bool(self._db.rows(FOLDED_SO, (FOLDING,)))

    def _begin_anew(self) -> None:
        """All is to be looked through; until then what was indexed so far is still found."""
        self._db.run(FORGET_FOLDING)
        for everything in FILL:
            self._db.run(everything)
        self._db.run(KEEP_FOLDING, (FOLDING,))

    def find(self, query: Query, limit: int = LIMIT, of_each: int = MOST) -> Hits:
        """What holds all the words, the best first."""
        scores: dict[int, float] = dict(self._matching(query))
        named = set(self._named(query, scores))
        scores |= {place: scores.get(place, 0.0) for place in named}
        highest = min(scores.values(), default=0.0) or -1.0
        wanted = min(limit, MOST)

        def worth(place: int) -> tuple[bool, int, int, int]:
            by_name = place in named
            kind = place >> _KIND_AT if by_name else 0
            fits = round(ALIKE * scores[place] / highest)
            return not by_name, kind, -fits, -(place & _IN_KIND)

        best, more_of = _fairly(sorted(scores, key=worth), of_each)
        hits = _exact_first(self._hits(best[:wanted], query), query)
        return Hits(hits, len(best) > wanted or bool(more_of), self.unread(), more_of)

    def _hits(self, places: Sequence[int], query: Query) -> list[Hit]:
        """What lies at these places, in their order, as it reads now; what is gone since is left out."""
        kinds: dict[HitKind, list[int]] = {}
        for place in places:
            kinds.setdefault(_BY_NUMBER[place >> _KIND_AT], []).append(place & _ROWS)
        told = {
            (one.kind, one.row): one
            for kind, rows in kinds.items()
            for one in words_of(self._db, _TABLES[kind], rows)
        }
        asked = ((str(_BY_NUMBER[place >> _KIND_AT]), place & _ROWS) for place in places)
        return read_rows(_hit, (_shown(told[one], query) for one in asked if one in told))

    def _matching(self, query: Query) -> Iterator[Row]:
        """Where the newest things of each kind lie that hold all the words, and how well each fits."""
        match = _match(query, _IN_WORDS)
        first, last = _span(query.kind)
        while rows := self._asked(match, query, (first, last), ANYWHERE):
            yield from rows
            lowest = int(rows[-1][0])
            if len(rows) < MOST:
                return
            # A kind that filled the page by itself is left behind, or a common word takes all day.
            fills = rows[0][0] >> _KIND_AT == lowest >> _KIND_AT
            last = (lowest >> _KIND_AT << _KIND_AT if fills else lowest) - 1

    def _named(self, query: Query, scores: Iterable[int]) -> Iterator[int]:
        """Where things lie whose name or account holds all the words; an account has several names."""
        accounts = range(*_span(HitKind.ACCOUNT))
        yield from (place for place in scores if place in accounts)
        if query.kind is None or query.kind in _NAMED:
            _, last = _span(_NAMED[-1])
            first, end = _span(query.kind)
            match = _match(query, "{name account} : ")
            rows = self._asked(match, query, (first, min(last, end)), IN_NAME)
            yield from (place for place, _ in rows)

    def _asked(self, match: str, query: Query, span: tuple[int, int], within: str) -> Sequence[Row]:
        likes = [text_kept(_like(word.text)) for word in query.words if word.is_within]
        sql = MATCHING.format(within=within * len(likes))
        return self._db.rows(sql, (text_kept(match), *span, *likes, MOST))

    def _forget(self, table: str, rows: Sequence[int]) -> None:
        """Take out of the index what it says of these things."""
        found = self._db.rows_of(PLACES.replace("{table}", table), rows)
        places = sorted((int(place), int(row)) for place, row in found)
        self._db.run_many(FORGET_WORDS, [(place,) for place, _ in places])
        self._db.run_many(FORGET_PLACE, [(table, row) for _, row in places])

    def _keep(self, table: str, things: Sequence[Told]) -> None:
        """Write things into the index, in the order in which it takes them fastest."""
        placed = sorted(
            (
                place_of(
                    HitKind(one.kind), date.fromisoformat(one.day) if one.day else None, one.row
                ),
                one,
            )
            for one in things
        )
        self._db.run_many(KEEP_PLACE, [(table, one.row, place) for place, one in placed])
        self._db.run_many(KEEP_WORDS, (_indexed(place, one) for place, one in placed))


def _indexed(place: int, one: Told) -> Row:
    """What the index is told of a thing."""
    text = "\n".join((one.text, *(said for _, said in one.kept)))
    words = tuple(folded(part) for part in (one.name, one.account, text, one.about))
    signs = dict.fromkeys(run for part in words for run in signs_of(part))
    return (place, *words, " x ".join(signs))


def _shown(one: Told, query: Query) -> Row:
    """What is told of a hit; of what files said besides only the columns that hold a word of it."""
    said = (
        f"{title}: {text}"
        for title, text in one.kept
        if any(word.text in folded(text) for word in query.words)
    )
    text = "\n".join(filter(None, (one.text, *said)))
    return one.row, one.kind, one.day, one.name, one.account, one.about, one.what, text


def _span(kind: HitKind | None) -> tuple[int, int]:
    """Between which places the things of a kind lie, or those of all kinds."""
    if kind is None:
        return 0, _LAST
    return _KINDS[kind] << _KIND_AT, (_KINDS[kind] + 1 << _KIND_AT) - 1


def _match(query: Query, column: str) -> str:
    """The words as the index is asked for them, each quoted, so that none of its own signs is left."""
    asked = [
        f'{column}"{word.text.replace(_QUOTE, _QUOTE * 2)}"*' for word in query.words if word.begins
    ]
    asked += [f'signs : "{run}"' for word in query.words for run in word.signs]
    return " AND ".join(asked)


def _like(text: str) -> str:
    """What LIKE is asked for, the text as it stands."""
    for sign in "~%_":
        text = text.replace(sign, f"~{sign}")
    return f"%{text}%"


def _hit(row: Row) -> Hit:
    number, kind, day, name, account, about, what, text = row
    return Hit(
        kind=HitKind(kind),
        id=number,
        day=date.fromisoformat(day) if day else None,
        name=name or None,
        account=account or None,
        what=what,
        about=about,
        text=text,
    )


def _fairly(places: Iterable[int], of_each: int) -> tuple[list[int], frozenset[HitKind]]:
    """So many of each kind, in their order, and the kinds of which some are left out."""
    taken: dict[int, int] = {}
    kept = []
    for place in places:
        taken[place >> _KIND_AT] = taken.get(place >> _KIND_AT, 0) + 1
        if taken[place >> _KIND_AT] <= of_each:
            kept.append(place)
    return kept, frozenset(_BY_NUMBER[kind] for kind, count in taken.items() if count > of_each)


def _exact_first(hits: Sequence[Hit], query: Query) -> tuple[Hit, ...]:
    """What is called just as the query says comes first."""
    asked = " ".join(word.text for word in query.words)
    return tuple(sorted(hits, key=lambda hit: folded(hit.name or "") != asked))
