"""The tables as they are made, and that an index serves every question a screen asks."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from builders import NOW, activity
from sqlite_utils import Database as Tool

from journal import store as contract
from storage import (
    accounts,
    calendar_rows,
    call_blocks,
    changes,
    crm_debt,
    day_pages,
    days,
    deal_checks,
    deal_stories,
    deal_words,
    deals,
    drafts,
    entries,
    follow_ups,
    goals,
    import_alike,
    import_deals,
    import_endings,
    import_homes,
    import_ids,
    import_tasks,
    import_twins,
    import_updates,
    imports,
    mappings,
    meetings,
    merging,
    migrations,
    people,
    plans,
    provenance,
    reviews,
    rows,
    schema_search,
    search,
    search_words,
    setbacks,
    tags,
    tallies,
    undo,
    waiting,
)
from storage.database import SCHEMA, Database, connect
from storage.store import SqliteStore, open_store

MODULES = (
    accounts, calendar_rows, call_blocks, changes, crm_debt, day_pages, days, deal_checks, deal_stories,
    deal_words, deals, drafts, entries, follow_ups, goals, import_alike, import_deals, import_endings,
    import_homes, import_ids, import_tasks, import_twins, import_updates, imports, mappings, meetings,
    merging, people, plans, provenance, reviews, search, search_words, setbacks, tags, tallies, undo, waiting,
)  # fmt: skip
BY_TABLE = (
    (goals, "BELONGING"),
    (deals, "BELONGING"),
    (deals, "LEFT_BEHIND"),
    (merging, "BELONGING"),
)
FILLED = {
    "marks": "1, 2",
    "bases": "('a'), ('b')",
    "stay": "1, 2",
    "accounts": "1, 2",
    "names": "'a', 'b'",
    "table": "entry",
    "within": search.ANYWHERE,
    "of": undo.LAST_LIVE,
}
SMALL = (
    "setting",
    "day_off",
    "purpose",
    "holiday",
    "goal",
    "plan",
    "draft",
    "mapping",
    "sqlite_sequence",
    "search_todo",
    "met",
    "wanted",
)
"""What stays small however long a rep works, and may be read from end to end."""
SORTED_APART = (
    "STARTING", "TOTALS", "OUTCOME_TOTALS", "FIRST_MEETINGS", "FIRST_MEETINGS_BY_DAY", "WON_BY_CURRENCY",
    "SETTINGS", "OFF", "NEWEST", "WAITING", "ON_THEIR_DAY", "MOVED", "WITHOUT_A_DAY",
    "SAID_BY_FILES",
)  # fmt: skip
"""Answers of a few rows that may be put in order after they are found, as those of a day by worth."""


def queries() -> dict[str, str]:
    """Every query the storage asks, by module and name."""
    found = {}
    for module in MODULES:
        for name, value in vars(module).items():
            if (
                name[0].isalpha()
                and name.isupper()
                and re.match(r"\s*(WITH|SELECT|UPDATE|DELETE)\b", str(value))
            ):
                found[f"{module.__name__}.{name}"] = str(value)
    for module, name in BY_TABLE:
        for table, sql in vars(module)[name].items():
            found[f"{module.__name__}.{name}.{table}"] = sql
    return found


def test_there_are_queries_to_look_at() -> None:
    assert len(queries()) >= 35


@pytest.mark.parametrize("name", queries())
def test_an_index_serves_every_query(nothing: Database, name: str) -> None:
    sql = queries()[name]
    for blank, word in FILLED.items():
        sql = sql.replace(f"{{{blank}}}", word)
    plan = nothing.rows(f"EXPLAIN QUERY PLAN {sql}", (None,) * sql.count("?"))
    steps = [str(step[3]) for step in plan]
    is_sorted_apart = any("TEMP B-TREE" in step for step in steps)
    assert not is_sorted_apart or name.rsplit(".", 1)[1] in SORTED_APART, steps
    ends_early = "LIMIT" in sql and not is_sorted_apart
    for step in steps:
        if scanned := re.match(r"SCAN (?!(?:\d+ )?CONSTANT)(\w+)", step):
            is_inside = "VIRTUAL TABLE" in step or "COVERING INDEX" in step
            assert scanned[1] in SMALL or ends_early or is_inside, steps


TABLES = "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 1 ORDER BY name"
POINTING = 'SELECT "from" FROM pragma_foreign_key_list(?)'
FIRST_OF_INDEXES = """SELECT columns.name FROM pragma_index_list(?) AS found
JOIN pragma_index_info(found.name) AS columns ON columns.seqno = 0
UNION ALL SELECT name FROM pragma_table_info(?) WHERE pk = 1"""


def test_an_index_serves_every_check_that_a_delete_makes(nothing: Database) -> None:
    unserved = []
    for (table,) in nothing.rows(TABLES):
        served = {column for (column,) in nothing.rows(FIRST_OF_INDEXES, (table, table))}
        pointing = {column for (column,) in nothing.rows(POINTING, (table,))}
        unserved += [f"{table}.{column}" for column in sorted(pointing - served)]
    assert unserved == []


def shape(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """All that a schema holds, in words."""
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return sorted((*map(str, row),) for row in found)


def test_a_fresh_journal_has_the_schema_of_one_upgraded_step_by_step(nothing: Database) -> None:
    with closing(connect(None)) as upgraded:
        tool = Tool(upgraded, execute_plugins=False)
        names = [step.name for step in migrations.steps.pending(tool)]
        for following in [*names[1:], None]:
            tool = Tool(upgraded, execute_plugins=False)
            migrations.steps.apply(tool, stop_before=following)
        migrations.make_triggers(upgraded)
        assert shape(upgraded) == shape(nothing.connection)
    assert len(names) == SCHEMA


def test_every_table_is_found_by_its_words_or_said_to_have_none(nothing: Database) -> None:
    tables = {name for (name,) in nothing.rows(TABLES)}
    found = {words.table for words in schema_search.WORDS} | {"intention"}
    assert found | set(schema_search.LEFT_OUT) == tables
    assert not found & set(schema_search.LEFT_OUT)


def test_every_table_of_ours_is_strict(nothing: Database) -> None:
    found = nothing.rows(
        "SELECT name FROM pragma_table_list WHERE strict = 0 AND type NOT IN ('virtual', 'shadow')"
    )
    assert {name for (name,) in found} <= {
        "sqlite_schema",
        "sqlite_temp_schema",
        "sqlite_sequence",
        "_sqlite_migrations",
    }


@pytest.mark.parametrize(
    "day", ["2024-02-30", "2023-02-29", "1.2.2024", "2024-2-1", "", "2024-02-01 "]
)
def test_a_day_that_is_none_is_refused_by_the_table_itself(store: SqliteStore, day: str) -> None:
    with store.action("log", NOW, "test"):
        store.entries.add(activity())
    with pytest.raises(sqlite3.IntegrityError), store.action("edit", NOW, "test"):
        store.database.run("UPDATE entry SET day = ?", (day,))


def test_the_file_keeps_each_save_before_it_says_so(store: SqliteStore) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check")
    kept = [store.database.rows(f"PRAGMA {name}")[0][0] for name in pragmas]
    assert kept == ["delete", 3, 1, 0, 1]


def test_a_page_is_as_long_here_as_the_contract_says() -> None:
    assert rows.PAGE == contract.PAGE


def test_a_backup_is_made_before_the_schema_of_an_older_journal_changes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(path, create=True)
    with store.action("log", NOW, "test"):
        store.entries.add(activity(count=7))
    store.close()
    monkeypatch.setattr("storage.opening.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("storage.database.SCHEMA", SCHEMA + 1)
    with closing(open_store(path, create=True)) as upgraded:
        assert upgraded.database.rows("PRAGMA user_version") == [(SCHEMA + 1,)]
    backup = path.parent / "backups" / f"journal-schema-{SCHEMA}.db"
    with closing(connect(backup, "ro")) as copy:
        assert copy.execute("SELECT count FROM entry").fetchall() == [(7,)]
