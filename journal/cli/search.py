"""``journal search``: where the rep wrote something, in whatever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.dates import in_words
from journal.errors import BadInput
from journal.search import LIMIT, MOST, Query, read_kind_of_hit, read_query

if TYPE_CHECKING:
    from journal.search import Hit, Hits
    from journal.search_marks import Piece

ROOM, ROOM_JSON = 72, 200
"""How many characters around a hit are shown, and given to another program."""

NOTHING = "Nothing holds these words: try fewer of them, or only how they begin."
MORE = "There is more: add a word, name a --kind, or raise --limit."
UNREAD = "Not looked through yet: {:,} that came last, because nothing can be written to this journal now."
MUCH = 10_000
"""So much that is new takes more than a moment to look through."""

FIRST = "Looking through {:,} that are new first; the next search is quick."
NO_LIMIT = f"A limit is a whole number from 1 to {MOST:,}."


@verb(
    "search",
    "journal search pricing",
    "journal search acme renewal",
    "journal search budget --kind setback",
    "journal search 東京 --limit 50 --json",
)
@click.argument("words", nargs=-1, metavar="WORDS…")
@click.option(
    "--kind",
    metavar="K",
    help="Only this kind: account, deal, contact, goal, milestone, follow-up, setback, note, "
    "activity, day, review, purpose or day off.",
)
@click.option(
    "--limit", metavar="N", default=str(LIMIT), help=f"How many at most; {LIMIT} if left out."
)
@json_option
def search(words: tuple[str, ...], kind: str | None, limit: str, as_json: bool) -> None:
    """Find words in everything you wrote, the best hit first.

    All words must be found, each at the beginning of a word.
    """
    from journal.journal import Journal

    query = read_query(" ".join(words), read_kind_of_hit(kind) if kind is not None else None)
    most = _limit(limit)
    with reading(Journal) as journal:
        if (new := journal.search.unread()) > MUCH:
            click.echo(FIRST.format(new), err=True)
        hits = journal.search.find(" ".join(words), query.kind, most)
        today = journal.today()
    if as_json:
        say_json(_as_json(hits, query))
        return
    say_table(([*_row(hit, query, today)] for hit in hits.hits), right=(0,))
    if not hits.hits:
        say(NOTHING)
    if hits.more:
        say(MORE)
    if hits.unread:
        say(UNREAD.format(hits.unread))


def _limit(word: str) -> int:
    if not word.isdecimal() or len(word) > 6 or not 1 <= int(word) <= MOST:
        raise BadInput(NO_LIMIT)
    return int(word)


def _row(hit: Hit, query: Query, today: date) -> tuple[str, ...]:
    from journal.search_marks import excerpt

    name = hit.name or hit.account or ""
    at = f" at {hit.account}" if hit.name and hit.account and hit.account != hit.name else ""
    about = hit.about.replace("\n", " · ")
    words = [_starred(excerpt(part, query, ROOM)) for part in (hit.text, about) if part]
    return (
        str(hit.id),
        in_words(hit.day, today) if hit.day else "–",
        hit.what if hit.kind == "activity" and hit.what else str(hit.kind),
        _starred(excerpt(name, query, ROOM)) + at,
        " · ".join(words),
    )


def _starred(pieces: Sequence[Piece]) -> str:
    """The text with *stars* around what was looked for."""
    return "".join(f"*{piece.text}*" if piece.is_hit else piece.text for piece in pieces)


def _as_json(hits: Hits, query: Query) -> dict[str, object]:
    return {
        "hits": [_hit_as_json(hit, query) for hit in hits.hits],
        "more": hits.more,
        "unread": hits.unread,
    }


def _hit_as_json(hit: Hit, query: Query) -> dict[str, object]:
    from journal.search_marks import excerpt

    pieces = excerpt(hit.text, query, ROOM_JSON)
    marks: list[list[int]] = []
    end = 0
    for piece in pieces:
        start, end = end, end + len(piece.text)
        if piece.is_hit:
            marks.append([start, end])
    return {
        "kind": hit.kind,
        "id": hit.id,
        "day": hit.day.isoformat() if hit.day else None,
        "name": hit.name,
        "account": hit.account,
        "what": hit.what or None,
        "about": hit.about.splitlines(),
        "text": "".join(piece.text for piece in pieces) or None,
        "marks": marks,
    }
