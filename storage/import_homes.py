"""Under which program's name rows without an id stand: a file of few columns may be taken for another's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from storage.database import Database
from storage.import_met import TASKS, Family, family_of
from storage.provenance import Keyed, others_of

KNOWN_AS = """WITH wanted (base) AS (VALUES {bases}) SELECT base FROM wanted WHERE EXISTS (
  SELECT 1 FROM provenance WHERE object = ? AND system = ? AND external_id = base
) OR EXISTS (
  SELECT 1 FROM provenance WHERE object = ? AND system = ?
  AND external_id > base || ' #' AND external_id < base || ' #:')"""

_DEALS = ("deal",)
_ACTIVITIES = ("entry", TASKS)
"""What was to do and what was done are numbered together."""


def at_home(db: Database, rows: Sequence[Keyed]) -> list[Keyed]:
    """The rows; those that are alike stand with what one other name of their program knows of them.

    That is where their own name knows nothing of any that is alike. It takes both names of a deal,
    or what was done and the day: by less, nothing tells that it is the same program's.
    """
    wanted: dict[tuple[tuple[str, ...], str], dict[str, None]] = {}
    for row in rows:
        if row.found.alike is not None:
            object_, system, base = family_of(row)
            if _tells_names(object_, base):
                wanted.setdefault((_together(object_), system), {})[base] = None
    homes: dict[Family, str] = {}
    for (objects, system), bases in wanted.items():
        for base, other in _homes_of(db, objects, system, bases).items():
            homes |= {(object_, system, base): other for object_ in objects}
    return [_moved(row, homes) for row in rows] if homes else list(rows)


def _moved(row: Keyed, homes: dict[Family, str]) -> Keyed:
    if row.found.alike is None or (other := homes.get(family_of(row))) is None:
        return row
    return row._replace(key=(other, row.key[1]))


def _homes_of(
    db: Database, objects: tuple[str, ...], system: str, bases: Iterable[str]
) -> dict[str, str]:
    """The one other name under which each of those stands that stand not under their own."""
    others = {other for object_ in objects for other in others_of(db, object_, system)}
    if not others:
        return {}
    known = _known_as(db, objects, system, list(bases))
    unknown = [base for base in bases if base not in known]
    met: dict[str, list[str]] = {}
    for other in sorted(others) if unknown else ():
        for base in _known_as(db, objects, other, unknown):
            met.setdefault(base, []).append(other)
    return {base: names[0] for base, names in met.items() if len(names) == 1}


def _known_as(
    db: Database, objects: tuple[str, ...], system: str, bases: Sequence[str]
) -> set[str]:
    sql = KNOWN_AS.format(bases=", ".join(["(?)"] * len(bases)))
    return {
        str(base)
        for object_ in objects
        for (base,) in db.rows(sql, (*bases, object_, system, object_, system))
    }


def _together(object_: str) -> tuple[str, ...]:
    return _DEALS if object_ in _DEALS else _ACTIVITIES


def _tells_names(object_: str, base: str) -> bool:
    """Whether a deal tells its account and name, and an activity its subject and its day."""
    first, _, last = base.rpartition(" | ")
    return bool(last and (first if object_ in _DEALS else first.rpartition(" | ")[2]))
