"""All the words of each thing that can be found, read from the tables they are kept in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from journal.transfer.fields import Kind
from journal.transfer.kept_columns import columns_in, to_find
from storage.database import Database
from storage.rows import Row


def _all(column: str, table: str, where: str) -> str:
    """The words of all rows that belong to a thing, line by line."""
    return f"(SELECT group_concat({column}, char(10)) FROM {table} WHERE {where})"


def _lines(*columns: str) -> str:
    """Words of one row, line by line; nothing where there is none."""
    return " || char(10) || ".join(f"coalesce({column}, '')" for column in columns)


_LISTED = """(SELECT group_concat(value, char(10)) FROM json_each(
    iif(json_valid(more_categories), more_categories, '[]')))"""
"""What is kept as a JSON list, line by line."""


def _kept(table: str) -> str:
    """What files said of a row beyond what is read of it, a JSON object for each."""
    return f"""(SELECT json_group_array(unknown) FROM provenance
    WHERE object = '{table}' AND provenance.row = {table}.id AND unknown <> '{{{{}}}}')"""


ENTRIES = f"""SELECT entry.id, form, day, NULL, account.name,
  CASE form WHEN 'activity' THEN kind WHEN 'setback' THEN coalesce(setback.type, '') ELSE '' END,
  {_lines("deal.name", "entry.outcome", _all("'#' || word", "tag", "tag.entry = entry.id"))},
  {
    _lines(
        "entry.text",
        "setback.type",
        *("belief", "in_control", "evidence_against", "other_view", "if_then"),
        _all(_lines("learned", "differently"), "setback_check", "setback_check.setback = entry.id"),
        *("meeting.learned", "they_learned", "silent"),
    )
}, {_kept("entry")}
FROM entry LEFT JOIN account ON account.id = entry.account LEFT JOIN deal ON deal.id = entry.deal
LEFT JOIN setback ON setback.entry = entry.id
LEFT JOIN setback_thought AS thought ON thought.setback = entry.id
LEFT JOIN meeting ON meeting.activity = entry.id
WHERE entry.id IN ({{marks}})"""

ACCOUNTS = f"""SELECT id, 'account', NULL, name, name, '', '',
  {_all("account_alias.name", "account_alias", "account_alias.account = account.id")}
FROM account WHERE id IN ({{marks}})"""

CONTACTS = """SELECT contact.id, 'contact', NULL, contact.name, account.name, '', '', role
FROM contact JOIN account ON account.id = contact.account WHERE contact.id IN ({marks})"""

DEALS = f"""SELECT deal.id, 'deal', coalesce(closed, expected_close, opened), deal.name,
  account.name, CASE outcome WHEN 'open' THEN coalesce(stage, outcome) ELSE outcome END,
  {
    _lines(
        "stage", "category", _all("deal_reason.tag", "deal_reason", "deal_reason.deal = deal.id")
    )
},
  {
    _lines(
        *("next_step", "they_do", "changed", "pain", "need", "give", "get", "stretches", "helper"),
        *("winner", _LISTED, "missing", "could_have_known"),
        *("factors_evidence", "why_not_asked"),
        _all("evidence", "deal_check", "deal_check.deal = deal.id"),
        _all(_lines("question", "text", "asked_by"), "deal_answer", "deal_answer.deal = deal.id"),
        _all(_lines("ask", "note"), "request", "request.deal = deal.id"),
    )
}, {_kept("deal")}
FROM deal LEFT JOIN account ON account.id = deal.account
LEFT JOIN deal_story ON deal_story.deal = deal.id WHERE deal.id IN ({{marks}})"""

FOLLOW_UPS = f"""SELECT follow_up.id, 'follow-up', coalesce(settled, due), NULL, account.name, state,
  {_lines("deal.name")}, {_lines("what", "reason", "why")},
  {_kept("follow_up")}
FROM follow_up LEFT JOIN account ON account.id = follow_up.account
LEFT JOIN deal ON deal.id = follow_up.deal WHERE follow_up.id IN ({{marks}})"""

GOALS = f"""SELECT id, form, start, title, NULL, '', measure,
  {
    _lines(
        "why", "evidence", "serves", _all("goal_term.why", "goal_term", "goal_term.goal = goal.id")
    )
}
FROM goal WHERE id IN ({{marks}})"""

DAY_PAGES = f"""SELECT id, 'day', day, NULL, NULL, '', '',
  {
    _lines(
        _all("intention.text", "intention", "intention.day = day_page.day"),
        *("obstacle", "if_then", "good_thing", "my_part", "first_tomorrow", "overstated", "thanks"),
    )
}
FROM day_page WHERE id IN ({{marks}})"""

PURPOSES = (
    "SELECT id, 'purpose', from_day, NULL, NULL, '', '', text FROM purpose WHERE id IN ({marks})"
)

REVIEWS = f"""SELECT id, 'review', last, NULL, NULL, period, '', {_lines("sentence", "lever", "if_then")}
FROM review WHERE id IN ({{marks}})"""

DAYS_OFF = """SELECT id, 'day off', first, NULL, NULL, '', '', coalesce(why, '')
FROM day_off WHERE id IN ({marks})"""

BY_TABLE = {
    "entry": ENTRIES,
    "account": ACCOUNTS,
    "contact": CONTACTS,
    "deal": DEALS,
    "follow_up": FOLLOW_UPS,
    "goal": GOALS,
    "day_page": DAY_PAGES,
    "purpose": PURPOSES,
    "review": REVIEWS,
    "day_off": DAYS_OFF,
}
"""How the words of a thing are read, by its table."""


@dataclass(frozen=True, slots=True)
class Told:
    """A thing and all its words."""

    row: int
    """Its number in its table."""
    kind: str
    """What it is, as ``journal.search.HitKind`` says it."""
    day: str | None
    """The day it belongs to."""
    name: str
    """What the rep named it; "" for what has only words."""
    account: str
    """Its account; "" for none."""
    about: str
    """What else belongs to it, line by line."""
    what: str
    """What kind of thing it is among its like."""
    text: str
    """All its words."""
    kept: tuple[tuple[str, str], ...] = ()
    """What files said of it besides, each column with its words."""


def words_of(db: Database, table: str, rows: Iterable[int]) -> Iterator[Told]:
    """The things of one table that are still there."""
    kind = Kind.DEALS if table == "deal" else Kind.ACTIVITIES
    return (_told(row, kind) for row in db.rows_of(BY_TABLE[table], rows))


def _told(row: Row, of: Kind) -> Told:
    number, kind, day, name, account, what, about, text, *kept = row
    words = (name or "", account or "", _filled(about), what, _filled(text))
    return Told(number, kind, day, *words, tuple(_said(kept[0], of)) if kept else ())


def _said(kept: str, of: Kind) -> Iterator[tuple[str, str]]:
    """The columns with words that each file said."""
    if kept == "[]":
        return
    for columns in json.loads(kept):
        # Of what no import would keep nothing is found; the rest still is.
        with suppress(ValueError):
            for title, said in to_find(of, columns_in(columns)):
                yield title, _filled(said)


def _filled(words: str | None) -> str:
    """The lines that say something; NUL, which ends a text for SQLite, is no word."""
    lines = (words or "").replace("\0", " ").splitlines()
    return "\n".join(line for line in lines if line.strip())
