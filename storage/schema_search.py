"""What makes every word findable: what was written since the last search, and where its words lie.

``search_todo`` names each thing whose words changed. Plain triggers fill it, so an import, an undo
or a merge needs to remember nothing, and a search brings the index up to date before it looks.
"""

from __future__ import annotations

from dataclasses import dataclass

TABLES = (
    """CREATE TABLE search_todo (of TEXT NOT NULL, row INTEGER NOT NULL,
        PRIMARY KEY (of, row)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE search_place (of TEXT NOT NULL, row INTEGER NOT NULL, place INTEGER NOT NULL,
        PRIMARY KEY (of, row)) STRICT, WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE search USING fts5(name, account, text, about, signs, what UNINDEXED,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')""",
)
"""Derived from the other tables alone: no part of undo, and never taken out."""

MAPPING = """CREATE TABLE mapping (id INTEGER PRIMARY KEY AUTOINCREMENT,
    header TEXT NOT NULL UNIQUE, columns TEXT NOT NULL) STRICT"""
"""Which column of a rep's own tables means what, by the SHA-256 of the columns' folded names."""

THINGS = (
    "entry",
    "account",
    "contact",
    "deal",
    "follow_up",
    "goal",
    "day_page",
    "purpose",
    "review",
    "day_off",
)
"""The tables of which each row is one thing to be found."""

FILL = tuple(
    f"INSERT INTO search_todo SELECT '{table}', id FROM {table} WHERE true ON CONFLICT DO NOTHING"
    for table in THINGS
)
"""All that an older journal holds waits for its first search."""


@dataclass(frozen=True, slots=True)
class Words:
    """A table whose words belong to a thing that can be found."""

    table: str
    """Where the words are."""
    of: str
    """The table of the thing."""
    row: str
    """The column that names the thing's row."""
    columns: str = ""
    """The columns of which a change matters; empty for all."""


WORDS = (
    Words("entry", "entry", "id", "form, day, kind, account, deal, outcome, text"),
    Words("tag", "entry", "entry"),
    Words("setback", "entry", "entry", "type"),
    Words("setback_thought", "entry", "setback"),
    Words("setback_check", "entry", "setback"),
    Words("meeting", "entry", "activity"),
    Words("account", "account", "id", "name"),
    Words("account_alias", "account", "account"),
    Words("contact", "contact", "id"),
    Words("deal", "deal", "id"),
    Words("deal_story", "deal", "deal"),
    Words("deal_check", "deal", "deal"),
    Words("deal_answer", "deal", "deal"),
    Words("deal_reason", "deal", "deal"),
    Words("request", "deal", "deal"),
    Words("follow_up", "follow_up", "id"),
    Words("goal", "goal", "id"),
    Words("goal_term", "goal", "goal"),
    Words("day_page", "day_page", "id"),
    Words("purpose", "purpose", "id"),
    Words("review", "review", "id"),
    Words("day_off", "day_off", "id"),
)
"""Every table with words of the rep, except ``intention``, which names its page by the day."""

LEFT_OUT = {
    "action": "says what was done, not what happened",
    "activity_day": "is a sum",
    "batch": "names files",
    "call_block": "has no words",
    "change": "keeps what was before",
    "check_in": "has no words",
    "deal_event": "keeps what a deal said before",
    "draft": "is not saved yet",
    "holiday": "is not the rep's",
    "mapping": "is not the rep's",
    "monday_forecast": "has no words",
    "page_shown": "has no words",
    "plan": "has no words",
    "plan_rate": "has no words",
    "provenance": "keeps what a file said",
    "search_place": "is derived",
    "search_todo": "is derived",
    "setting": "is read in the settings",
    "undone_row": "keeps what was taken back",
}
"""Tables without words to find, and why."""


def _remembered(words: Words, which: str) -> str:
    return f"""INSERT INTO search_todo VALUES ('{words.of}', {which}.{words.row})
    ON CONFLICT DO NOTHING;"""


def _page_of(which: str) -> str:
    """The page of an intention may not be there any more, or not yet: then it tells by itself."""
    return f"""INSERT INTO search_todo SELECT 'day_page', id FROM day_page WHERE day = {which}.day
    ON CONFLICT DO NOTHING;"""


def _triggers(table: str, columns: str, new: str, old: str, both: str) -> dict[str, str]:
    """The three triggers of one table."""
    of = f" OF {columns}" if columns else ""
    return {
        f"search_{table}_added": f"AFTER INSERT ON {table} BEGIN\n  {new}\nEND",
        f"search_{table}_changed": f"AFTER UPDATE{of} ON {table} BEGIN\n  {both}\nEND",
        f"search_{table}_taken": f"AFTER DELETE ON {table} BEGIN\n  {old}\nEND",
    }


def _of_words(words: Words) -> dict[str, str]:
    new, old = _remembered(words, "new"), _remembered(words, "old")
    both = new if words.row == "id" else f"{old}\n  {new}"
    return _triggers(words.table, words.columns, new, old, both)


TRIGGERS = _triggers(
    "intention", "", _page_of("new"), _page_of("old"), f"{_page_of('old')}\n  {_page_of('new')}"
)
"""What remembers each thing whose words changed."""
for _words in WORDS:
    TRIGGERS |= _of_words(_words)
