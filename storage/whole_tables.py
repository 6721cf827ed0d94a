"""Which table keeps which part of the whole journal's JSON, and what is left out of it, and why."""

from __future__ import annotations

from journal.transfer.whole_fields import Field, Kind
from journal.transfer.whole_part import Part
from journal.transfer.whole_parts import PARTS

TABLES = {
    "accounts": "account",
    "account_names": "account_alias",
    "contacts": "contact",
    "settings": "setting",
    "days_off": "day_off",
    "purposes": "purpose",
    "deals": "deal",
    "deal_events": "deal_event",
    "deal_stories": "deal_story",
    "deal_checks": "deal_check",
    "deal_answers": "deal_answer",
    "deal_reasons": "deal_reason",
    "requests": "request",
    "forecasts": "monday_forecast",
    "entries": "entry",
    "tags": "tag",
    "setbacks": "setback",
    "setback_thoughts": "setback_thought",
    "setback_checks": "setback_check",
    "meetings": "meeting",
    "call_blocks": "call_block",
    "goals": "goal",
    "goal_terms": "goal_term",
    "check_ins": "check_in",
    "plans": "plan",
    "plan_rates": "plan_rate",
    "follow_ups": "follow_up",
    "day_pages": "day_page",
    "intentions": "intention",
    "reviews": "review",
    "imports": "batch",
    "sources": "provenance",
    "column_mappings": "mapping",
}
"""The table of each part."""

LEFT_OUT = {
    "action": "what was done and may be undone is of this file alone",
    "change": "what was done and may be undone is of this file alone",
    "undone_row": "what was done and may be undone is of this file alone",
    "draft": "what is typed and not saved is of this machine's windows",
    "page_shown": "which page opened by itself is of this machine's windows",
    "holiday": "public holidays are worked out from the country",
    "activity_day": "totals are counted from the activities",
    "search": "what the search looks in is made from the rest",
    "search_todo": "what the search looks in is made from the rest",
    "search_place": "what the search looks in is made from the rest",
}
"""Tables that no part holds, and why."""

LEFT_OUT_COLUMNS = {
    ("account", "folded"): "follows from the name",
    ("account_alias", "folded"): "follows from the name",
    ("batch", "action"): "what was done and may be undone is of this file alone",
}
"""Columns that no field holds, and why."""

_RENAMED = {
    ("plans", "by"): "due",
    ("sources", "of"): "object",
    ("sources", "import"): "batch",
}


def column_of(part: Part, field: Field) -> str:
    """The column that keeps a field."""
    renamed = _RENAMED.get((part.name, field.name))
    return renamed or field.name.removesuffix("_minor")


def columns_of(part: Part) -> list[str]:
    """The columns of a part, in the order of its fields."""
    return [column_of(part, field) for field in part.fields]


def read_of(part: Part) -> str:
    """The query for all rows of a part, in the order they were made."""
    return f"SELECT {_columns(part)} FROM {TABLES[part.name]} AS its ORDER BY its.rowid"


def named_of(part: Part, *, since: bool) -> str:
    """The same with the name of each customer, deal and goal, and of a goal its measure and currency.

    ``since`` asks for a day, from which on to read what happened on one.
    """
    names = [
        f"(SELECT {_NAMES[field.to]} FROM {TABLES[field.to]} AS it WHERE it.id = its.{field.name})"
        for field in part.fields
        if field.to in _NAMES
    ]
    if part.name == "goals":
        names += ["its.measure", "its.currency"]
    elif any(field.to == "goals" for field in part.fields):
        names += [
            f"(SELECT {word} FROM goal WHERE id = its.goal)" for word in ("measure", "currency")
        ]
    where = f"WHERE {_day_of(part)} >= ?" if since and _day_of(part) else ""
    table = TABLES[part.name]
    told = ", ".join([_columns(part), *names])
    return f"SELECT {told} FROM {table} AS its {where} ORDER BY its.rowid"


def _columns(part: Part) -> str:
    """What a query asks of each row of a part."""
    return ", ".join(
        _IF_THERE
        if (part.name, field.name) == ("sources", "row")
        else f"its.{column_of(part, field)}"
        for field in part.fields
    )


def _day_of(part: Part) -> str:
    """The day on which a row happened; "" when it did not happen on a day."""
    names = {field.name for field in part.fields}
    if "day" in names:
        return "its.day"
    owner = next((field.name for field in part.fields if field.to == "entries"), None)
    if owner is not None and part.name != "follow_ups":
        return f"(SELECT day FROM entry WHERE id = its.{owner})"
    return "its.last" if part.name == "reviews" else ""


def happens(part: Part) -> bool:
    """Whether the rows of a part happened on a day."""
    return bool(_day_of(part))


_NAMES = {"accounts": "name", "deals": "name", "goals": "title"}

YES_NO = {part.name: tuple(f.kind is Kind.YES_NO for f in part.fields) for part in PARTS}
"""Which fields of each part are a yes or no, which the file keeps as 1 or 0."""

_IF_THERE = """CASE object
  WHEN 'deal' THEN (SELECT id FROM deal WHERE deal.id = its.row)
  WHEN 'entry' THEN (SELECT id FROM entry WHERE entry.id = its.row)
  ELSE (SELECT id FROM follow_up WHERE follow_up.id = its.row) END"""
"""The row that was brought in; nothing when the rep deleted it."""
