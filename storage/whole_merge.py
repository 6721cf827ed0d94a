"""A whole journal that lies beside the rep's own, taken in: what is known here stays as it is here.

Rows are known by their uid, an account by its name, a setting by its key and day, and so on; what
belongs to a known row stays out with it, and so does what a program's file once brought here and the
rep deleted. New rows keep their numbers where those were never given
here, so that an empty journal becomes the very one that was taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journal.transfer.whole_part import Part
from journal.transfer.whole_parts import PARTS
from journal.whole_store import Merged
from storage.changes import Changes
from storage.whole_tables import TABLES, column_of

ASIDE = "brought"
"""What the tables beside the rep's own are called by."""

_LAST = "SELECT seq FROM main.sqlite_sequence WHERE name = ?"
_NUMBER = "(SELECT new FROM brought.number WHERE part = '{part}' AND old = its.{column})"
_IS_NEW = "(SELECT known FROM brought.number WHERE part = '{part}' AND old = its.{column}) = 0"
_RUNS = """SELECT min(number), max(number) FROM (
  SELECT rowid AS number, rowid - row_number() OVER (ORDER BY rowid) AS run
  FROM main.{table} WHERE rowid > ?) GROUP BY run ORDER BY 1"""
_ROW = """coalesce((SELECT new FROM brought.number WHERE old = its.row AND part = CASE its.object
  WHEN 'deal' THEN 'deals' WHEN 'entry' THEN 'entries' ELSE 'follow_ups' END), 0)"""

_BY_UID = """SELECT its.id, ours.id FROM brought.{table} AS its
JOIN main.{table} AS ours ON ours.uid = its.uid"""
_BY_SOURCE = """SELECT their.row, ours.row FROM brought.provenance AS their
JOIN main.provenance AS ours USING (object, system, external_id)
JOIN main.{table} AS it ON it.id = ours.row WHERE object = '{table}' AND their.row <> 0"""
_GONE = """SELECT their.row, NULL FROM brought.provenance AS their
JOIN main.provenance AS ours USING (object, system, external_id)
LEFT JOIN main.{table} AS it ON it.id = ours.row
WHERE object = '{table}' AND their.row <> 0 AND it.id IS NULL"""
_BY_ANY = f"{_BY_UID} UNION ALL {_BY_SOURCE} UNION ALL {_GONE}"
_KNOWN = {
    "accounts": """SELECT its.id, coalesce(
  (SELECT id FROM main.account WHERE folded = its.folded),
  (SELECT account FROM main.account_alias WHERE folded = its.folded)) AS known
FROM brought.account AS its WHERE known IS NOT NULL""",
    "deals": _BY_ANY,
    "entries": _BY_ANY,
    "follow_ups": _BY_ANY,
    "goals": _BY_UID,
    "plans": """SELECT its.id, ours.id FROM brought.plan AS its
JOIN brought.number ON part = 'goals' AND old = its.goal
JOIN main.plan AS ours ON ours.goal = number.new AND ours.utc IS its.utc
  AND (ours.start, ours.due) = (its.start, its.due)""",
    "day_pages": """SELECT its.id, ours.id FROM brought.day_page AS its
JOIN main.day_page AS ours ON ours.day = its.day""",
    "imports": """SELECT its.id, ours.id FROM brought.batch AS its
JOIN main.batch AS ours ON (ours.utc, ours.format, ours.files) = (its.utc, its.format, its.files)""",
}
"""Of parts whose rows are named by others: which row here a row of the file is; NULL for one that is gone."""

_NEW = {
    "account_names": """its.folded NOT IN (SELECT folded FROM main.account_alias)
AND its.folded NOT IN (SELECT folded FROM main.account
  WHERE id NOT IN (SELECT new FROM brought.number WHERE part = 'accounts' AND known = 0))""",
    "contacts": f"""NOT EXISTS (SELECT 1 FROM main.contact AS ours WHERE ours.name = its.name
AND ours.account = {_NUMBER.format(part="accounts", column="account")})""",
    "settings": """NOT EXISTS (SELECT 1 FROM main.setting AS ours
WHERE (ours.key, ours.from_day) = (its.key, its.from_day))""",
    "days_off": """NOT EXISTS (SELECT 1 FROM main.day_off AS ours
WHERE (ours.first, ours.last) = (its.first, its.last))""",
    "purposes": "NOT EXISTS (SELECT 1 FROM main.purpose)",
    "call_blocks": "its.uid NOT IN (SELECT uid FROM main.call_block)",
    "intentions": """EXISTS (SELECT 1 FROM brought.day_page AS page JOIN brought.number
  ON part = 'day_pages' AND old = page.id AND known = 0 WHERE page.day = its.day)""",
    "reviews": """NOT EXISTS (SELECT 1 FROM main.review AS ours
WHERE (ours.period, ours.first, ours.last, ours.utc) = (its.period, its.first, its.last, its.utc))""",
    "sources": """NOT EXISTS (SELECT 1 FROM main.provenance AS ours
WHERE (ours.object, ours.system, ours.external_id) = (its.object, its.system, its.external_id))""",
    "column_mappings": "its.header NOT IN (SELECT header FROM main.mapping)",
}
"""Of parts that nobody names: when a row of the file is new here."""

_IS_GONE = """EXISTS (SELECT 1 FROM brought.number
WHERE part = '{part}' AND old = its.{column} AND new IS NULL)"""
_OF_GONE = f"its.kind = 'revival' AND {_IS_GONE.format(part='deals', column='deal')}"
_COMES = {
    "plans": "NOT EXISTS (SELECT 1 FROM main.plan)",
    "follow_ups": f"NOT ({_OF_GONE})",
}
"""What else must be for a row to come in: a rep who has a plan keeps it as the newest, and the way back
to a deal goes with the deal."""


_DIFFERING, _DELETED, _LEFT_OUT = "differing", "deleted", "left out"
"""Why rows of the file stay out: another row stands for them here, they were deleted here, or they
belong to a row that is known here."""
_ONE_EACH = {"requests": "ask", "forecasts": "monday", "check_ins": "day"}
"""Of which a deal or a goal has one of each; of other parts a row has one, whose name it is, or many."""

_SILENT = ("imports", "sources")
"""Parts in which journals differ without a word of the rep: what their imports last saw."""
_OF_THIS_FILE = ("id", "uid", "rev", "folded", "action", "utc", "zone", "offset")
"""Columns that tell when and where a row was written down, not what it says."""


def merge(changes: Changes) -> Merged:
    """Take in every row that is new here, inside the action under way; what is known here stays."""
    changes.db.run("PRAGMA defer_foreign_keys=ON")
    changes.db.run(f"DELETE FROM {ASIDE}.number")
    added, stayed = 0, dict[str, dict[str, int]]()
    for part in PARTS:
        number, others = _take_in(changes, part)
        added += number
        for why, rows in others.items():
            stayed.setdefault(why, {})[part.name] = rows
    return Merged(added, *(stayed.get(why, {}) for why in (_DIFFERING, _DELETED, _LEFT_OUT)))


def _take_in(changes: Changes, part: Part) -> tuple[int, dict[str, int]]:
    """Take in the new rows of one part; gives their number, and of how many others it is to be said why."""
    db, table = changes.db, TABLES[part.name]
    where = _is_new(part)
    if part.name in _KNOWN:
        _number_known(changes, part)
    last = int((db.row(_LAST, (table,)) or (0,))[0])
    shift = _shift(changes, part, where, last)
    if part.name in _KNOWN:
        _number_new(changes, part, shift)
        where = _IS_NEW.format(part=part.name, column="id")
    columns, taken = zip(*_columns(changes, part, shift), strict=True)
    others = _stay_out(changes, part, where, dict(zip(columns, taken, strict=True)))
    floor = int(db.rows(f"SELECT coalesce(max(rowid), 0) FROM main.{table}")[0][0])
    db.run(
        f"""INSERT INTO main.{table} ({", ".join(columns)}) SELECT {", ".join(taken)}
FROM {ASIDE}.{table} AS its WHERE {where} ORDER BY its.rowid"""
    )
    number = 0
    for first, end in db.rows(_RUNS.format(table=table), (floor,)):
        changes.note_inserts(table, first, end)
        number += end - first + 1
    return number, others


def _stay_out(changes: Changes, part: Part, where: str, taken: Mapping[str, str]) -> dict[str, int]:
    """How many rows of the file stay out and none here says just the same, by why."""
    if part.name in _SILENT:
        return {}
    owners = {column_of(part, field) for field in part.fields if field.to and not field.null}
    alike = []
    if part.name in _KNOWN:
        alike.append(f"ours.id = {_NUMBER.format(part=part.name, column='id')}")
    for column, value in taken.items():
        if column in owners:
            alike.append(f"ours.{column} = {value}")
        elif column not in _OF_THIS_FILE:
            # The + keeps it to the index of the owner: of a day or a kind there may be thousands.
            plus = "" if part.name in _NEW else "+"
            alike.append(f"{plus}ours.{column} IS {value}")
    table = TABLES[part.name]
    return dict(
        changes.db.rows(
            f"""SELECT {_why(part)}, count(*) FROM {ASIDE}.{table} AS its
WHERE NOT coalesce(({where}), 0)
AND NOT EXISTS (SELECT 1 FROM main.{table} AS ours WHERE {" AND ".join(alike)}) GROUP BY 1"""
        )
    )


def _why(part: Part) -> str:
    """Why a row stays out that nothing here says just so."""
    gone = [
        _IS_GONE.format(part=field.to, column=column_of(part, field))
        for field in part.fields
        if field.to and not field.null
    ]
    if part.name in _KNOWN:
        gone.append(_IS_GONE.format(part=part.name, column="id"))
    if part.name == "follow_ups":
        is_here = _NUMBER.format(part=part.name, column="id")
        gone.append(f"{_OF_GONE} AND {is_here} IS NULL")
    return f"""CASE WHEN {" OR ".join(gone or ["0"])} THEN '{_DELETED}'
WHEN {_stands_here(part)} THEN '{_DIFFERING}' ELSE '{_LEFT_OUT}' END"""


def _stands_here(part: Part) -> str:
    """Whether a row that stays out has a counterpart here, and does not just belong to a row that has."""
    if part.name == "intentions":
        return "0"
    if part.name in (*_KNOWN, *_NEW, "plan_rates"):
        return "1"
    owner = next(field for field in part.fields if field.to and not field.null)
    column = column_of(part, owner)
    if part.fields[0].name == "id" and part.name not in _ONE_EACH:
        return "0"
    alike = [f"same.{column} = {_NUMBER.format(part=owner.to, column=column)}"]
    if part.name in _ONE_EACH:
        alike.append("same.{0} = its.{0}".format(_ONE_EACH[part.name]))
    return f"EXISTS (SELECT 1 FROM main.{TABLES[part.name]} AS same WHERE {' AND '.join(alike)})"


def _action_of(changes: Changes, part: Part) -> int:
    """The action under way, where it brings an import; 0 where it brings none, and need not be kept."""
    is_new = _IS_NEW.format(part=part.name, column="id")
    comes = f"SELECT 1 FROM {ASIDE}.batch AS its WHERE {is_new} LIMIT 1"
    return changes.action_id() if changes.db.row(comes) else 0


def _number_known(changes: Changes, part: Part) -> None:
    """Note which row here a row of the file is."""
    known = _KNOWN[part.name].format(table=TABLES[part.name])
    changes.db.run(
        f"INSERT OR IGNORE INTO {ASIDE}.number SELECT '{part.name}', *, 1 FROM ({known})"
    )


def _number_new(changes: Changes, part: Part, shift: int) -> None:
    """Note which row here a new one will be."""
    changes.db.run(
        f"""INSERT INTO {ASIDE}.number SELECT '{part.name}', its.id, its.id + {shift}, 0
FROM {ASIDE}.{TABLES[part.name]} AS its WHERE {_is_new(part)}"""
    )


def _is_new(part: Part) -> str:
    """When a row of a part is new here."""
    if part.name in _NEW:
        return _NEW[part.name]
    owned = [
        _IS_NEW.format(part=field.to, column=column_of(part, field))
        for field in part.fields
        if field.to and not field.null and field.to != part.name
    ]
    if part.name in _KNOWN:
        unknown = f"its.id NOT IN (SELECT old FROM {ASIDE}.number WHERE part = '{part.name}')"
        owned = [unknown, *owned]
    return " AND ".join([*owned, *([_COMES[part.name]] if part.name in _COMES else [])])


def _shift(changes: Changes, part: Part, where: str, last: int) -> int:
    """How far the numbers of new rows move, so that none is given twice; 0 where all are free."""
    if part.fields[0].name != "id":
        return 0
    lowest = changes.db.rows(
        f"SELECT min(its.id) FROM {ASIDE}.{TABLES[part.name]} AS its WHERE {where}"
    )[0][0]
    return last if lowest is not None and lowest <= last else 0


def _columns(changes: Changes, part: Part, shift: int) -> Iterator[tuple[str, str]]:
    """Each column of a part, and what it takes of the row aside."""
    for field in part.fields:
        column = column_of(part, field)
        if field.name == "id":
            yield column, f"its.id + {shift}"
        elif field.to:
            yield column, _NUMBER.format(part=field.to, column=column)
        elif (part.name, field.name) == ("sources", "row"):
            yield column, _ROW
        else:
            yield column, f"its.{column}"
    if part.name in ("accounts", "account_names"):
        yield "folded", "its.folded"
    if part.name == "imports":
        yield "action", str(_action_of(changes, part))
