"""What another program last said about a row, and what a newer word of it changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from journal.activity import Activity
from journal.deal import Deal
from journal.follow_up import FollowUp
from journal.transfer.found import Found
from storage.database import Database
from storage.deals import deal_kept
from storage.follow_ups import follow_up_kept
from storage.rows import Value, folded, maybe_text, text_kept, time_kept

Importable = Deal | Activity | FollowUp
Fields = Mapping[str, Value]
"""What is told of a row, by column; the account by its name."""

KNOWN = "SELECT * FROM provenance WHERE object = ? AND system = ? AND external_id IN ({marks})"
DEALS_NAMED = """SELECT external_id, row FROM provenance JOIN deal ON deal.id = provenance.row
WHERE object = 'deal' AND system = ? AND external_id IN ({marks})"""
ROWS_NOW = "SELECT * FROM {table} WHERE id IN ({marks})"
ANY = "SELECT 1 FROM provenance WHERE object = ? AND system = ? LIMIT 1"

TABLE = "table"
PROGRAMS = ("salesforce", "hubspot", "pipedrive")
LONG = 9
"""An id of so many letters is no other program's as well."""
ALL_IN_COMMON = {
    "deal": ("account", "name"),
    "entry": ("account", "day", "text"),
    "follow_up": ("account", "due", "what"),
}
"""What two programs must both say of a row with the same short id, by its table: then it is one."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted: Callable[[str], str] = json.encoder.encode_basestring


@lru_cache(maxsize=1_024)
def _form(names: tuple[str, ...]) -> str:
    """JSON with a %s for each value: the same few names come with each row."""
    return "{" + ",".join(f"{_quoted(name).replace('%', '%%')}:%s" for name in names) + "}"


def object_of(value: Importable) -> str:
    """The table a value belongs to."""
    if isinstance(value, Deal):
        return "deal"
    return "entry" if isinstance(value, Activity) else "follow_up"


class Keyed(NamedTuple):
    """A row of a file with what finds it again."""

    found: Found
    """The row."""
    object: str
    """The table it belongs to."""
    key: tuple[str, str]
    """The system, and the row's id there."""


def keyed(found: Found) -> Keyed:
    """A row with what finds it again."""
    return Keyed(found, object_of(found.value), (found.system, text_kept(found.external_id)))


def known(
    db: Database, object_: str, rows: Iterable[Keyed]
) -> dict[tuple[str, str], dict[str, Value]]:
    """The provenance of the rows that an earlier import brought, by system and external id."""
    by_system: dict[str, list[str]] = {}
    for row in rows:
        by_system.setdefault(row.key[0], []).append(row.key[1])
    answer = {}
    for system, ids in by_system.items():
        marks = ", ".join("?" * len(ids))
        for source in db.named(KNOWN.format(marks=marks), (object_, system, *ids)):
            answer[(system, source["external_id"])] = source
    return answer


def known_anywhere(
    db: Database, object_: str, rows: Sequence[Keyed]
) -> dict[tuple[str, str], dict[str, Any]]:
    """The same; an id of its own is looked for under the other names of its program as well.

    A file with few columns is taken for a table, whatever program wrote it. A short id may be any
    program's: such rows are one only where all that names them is told, and is the same.
    """
    answer = known(db, object_, rows)
    if len(answer) == len(rows):
        return answer
    for system in {row.key[0] for row in rows}:
        met: dict[str, list[dict[str, Any]]] = {}
        if not (others := others_of(db, object_, system)):
            continue
        theirs = {
            row.key[1]: row
            for row in rows
            if row.key[0] == system and row.found.alike is None and row.key not in answer
        }
        for other in others if theirs else ():
            marks = ", ".join("?" * len(theirs))
            for source in db.named(KNOWN.format(marks=marks), (object_, other, *theirs)):
                met.setdefault(source["external_id"], []).append(source)
        for external_id, sources in met.items():
            row = theirs[external_id]
            if len(sources) == 1 and (
                len(external_id) >= LONG or _is_same(object_, row, json.loads(sources[0]["seen"]))
            ):
                answer[row.key] = sources[0]
    return answer


def others_of(db: Database, object_: str, system: str) -> list[str]:
    """The names under which rows of a program may stand as well, as far as there are any."""
    others = PROGRAMS if system == TABLE else (TABLE,)
    return [other for other in others if db.row(ANY, (object_, other)) is not None]


def _is_same(object_: str, row: Keyed, seen: Fields) -> bool:
    """Whether a row tells of account, name and day what one that was seen told; neither lacks any.

    What was done is never one with what was to do: they have no day or text in common.
    """
    said, names = told(row.found.value), ALL_IN_COMMON[object_]
    return row.found.silent.isdisjoint(names) and all(
        said.get(name) and folded(str(said[name])) == folded(str(seen.get(name) or ""))
        for name in names
    )


def rows_now(db: Database, table: str, ids: Sequence[Value]) -> dict[Value, dict[str, Any]]:
    """The rows that are still there, by number."""
    found = db.named(ROWS_NOW.format(table=table, marks=", ".join("?" * len(ids))), ids)
    return {row["id"]: row for row in found}


def deals_named(
    db: Database, wanted: Iterable[tuple[str, str | None]]
) -> dict[tuple[str, str], Value]:
    """The deals of these systems and ids, by system and id; unknown ones are left out.

    So are those that the rep deleted. What a system does not know is looked for as above, by a long
    id alone: nothing tells whether a short one is the same program's.
    """
    answer: dict[tuple[str, str], Value] = {}
    by_system: dict[str, list[str]] = {}
    for system, deal in wanted:
        if deal:
            by_system.setdefault(system, []).append(text_kept(deal))
    for system, ids in by_system.items():
        marks = ", ".join("?" * len(ids))
        for external_id, row in db.rows(DEALS_NAMED.format(marks=marks), (system, *ids)):
            answer[system, str(external_id)] = row
        left = [one for one in ids if len(one) >= LONG and (system, one) not in answer]
        if not left:
            continue
        met: dict[str, set[Value]] = {}
        marks = ", ".join("?" * len(left))
        for other in others_of(db, "deal", system):
            for external_id, row in db.rows(DEALS_NAMED.format(marks=marks), (other, *left)):
                met.setdefault(str(external_id), set()).add(row)
        answer |= {(system, one): rows.pop() for one, rows in met.items() if len(rows) == 1}
    return answer


def told(value: Importable) -> dict[str, Value]:
    """What a file tells of a row."""
    if isinstance(value, Deal):
        return {"account": maybe_text(value.account), **deal_kept(value)}
    if isinstance(value, FollowUp):
        return {"account": maybe_text(value.account), **follow_up_kept(value)}
    return {
        "account": maybe_text(value.account),
        "day": value.day.isoformat(),
        "time": time_kept(value.time),
        "kind": text_kept(value.kind),
        "count": value.count,
        "minutes": value.minutes,
        "deal": value.deal,
        "outcome": maybe_text(value.outcome),
        "text": text_kept(value.text),
    }


def as_json(value: Mapping[str, Value] | Sequence[str]) -> str:
    """A value as it is kept; the same value always gives the same text."""
    if not value:
        return "{}"
    if not isinstance(value, dict):
        return _encode(value)
    # What json.dumps would give; two of them are made for each row of an import.
    said = [
        _quoted(one) if one.__class__ is str else "null" if one is None else repr(one)
        for one in value.values()
    ]
    return _form(tuple(value)) % tuple(said)


def merge(seen: Fields, now: Fields, new: Fields) -> tuple[list[str], list[str]]:
    """The columns to take from the file, and those where the rep's own edit stays.

    A column is the file's to change when the file changed its mind and the rep did not touch it.
    """
    taken: list[str] = []
    kept: list[str] = []
    for column in new:
        if _same(column, new, seen) or _same(column, new, now):
            continue
        (taken if _same(column, now, seen) else kept).append(column)
    return taken, kept


def _same(column: str, one: Fields, other: Fields) -> bool:
    """Whether two rows say the same: an account in any case, an amount with its currency."""
    if column == "account":
        return folded(str(one["account"] or "")) == folded(str(other["account"] or ""))
    if column in ("amount", "currency"):
        return (one["amount"], one["currency"]) == (other["amount"], other["currency"])
    return one[column] == other[column]
