"""How an empty or older file becomes a journal of today, one step after the other."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database as Tool
from sqlite_utils import Migrations

from storage import schema_deals, schema_papers, schema_person, schema_search, schema_waiting
from storage.schema import INDEXES, TABLES, TRIGGERS

steps = Migrations("journal")
"""Append-only: a step that was shipped is never changed."""


@steps()
def m001_first_tables(db: Tool) -> None:
    """Every table of the first journal."""
    for statement in (*TABLES, *INDEXES):
        db.execute(statement)


@steps()
def m002_what_a_plan_rests_on(db: Tool) -> None:
    """A version of the plan keeps the numbers of its day, so that the next one can say what changed."""
    for column in ("booked", "open_expected", "average"):
        db.execute(f"ALTER TABLE plan ADD COLUMN {column} INTEGER")
    db.execute("ALTER TABLE plan_rate ADD COLUMN used REAL")


@steps()
def m003_lags_a_plan_rests_on(db: Tool) -> None:
    """A version of the plan keeps the lags of its day too: the last useful days follow from them."""
    db.execute("ALTER TABLE plan_rate ADD COLUMN used_lag INTEGER")


@steps()
def m004_the_reps_own_side(db: Tool) -> None:
    """Day pages, setbacks worked through, call blocks, reviews; a follow-up may belong to a setback."""
    for statement in (*schema_person.TABLES, *schema_person.COLUMNS, *schema_person.INDEXES):
        db.execute(statement)


@steps()
def m005_what_deals_teach(db: Tool) -> None:
    """The stories of deals, who is at an account and its other names, and how meetings went."""
    for statement in (*schema_deals.TABLES, *schema_deals.COLUMNS, *schema_deals.INDEXES):
        db.execute(statement)


@steps()
def m006_words_that_are_found(db: Tool) -> None:
    """All words wait for the first search; what a rep's own columns mean is kept from here on."""
    for statement in (
        schema_search.MAPPING,
        *schema_search.TABLES,
        *schema_search.FILL,
        *schema_papers.INDEXES,
        *schema_waiting.INDEXES,
    ):
        db.execute(statement)


def make_triggers(connection: sqlite3.Connection) -> None:
    """Make every trigger again, for ``transform()`` drops those of its table without a word."""
    for name, body in {**TRIGGERS, **schema_search.TRIGGERS}.items():
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(f"CREATE TRIGGER {name} {body}")


def apply(connection: sqlite3.Connection) -> None:
    """Apply what is pending; the caller holds the transaction, and sets the version."""
    steps.apply(Tool(connection, execute_plugins=False))
    make_triggers(connection)
