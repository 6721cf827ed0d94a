"""The tables of the rep's own side: day pages, setbacks worked through, call blocks and reviews."""

from __future__ import annotations

from storage.schema import KNOWN, ROW, WHEN, day_column


def words(*columns: str) -> str:
    """Columns of the rep's words, each of which may be empty."""
    return ", ".join(f"{column} TEXT NOT NULL DEFAULT ''" for column in columns)


def from_0_to(highest: int, *columns: str) -> str:
    """Columns of whole numbers up to a highest one, each of which may be left out."""
    return ", ".join(f"{name} INTEGER CHECK ({name} BETWEEN 0 AND {highest})" for name in columns)


_REV = "rev INTEGER NOT NULL DEFAULT 1"

TABLES = (
    f"""CREATE TABLE day_page ({ROW}, {day_column("day")} UNIQUE, {_REV},
        {words("obstacle", "if_then", "good_thing", "my_part")},
        {words("first_tomorrow", "overstated", "thanks")}, {from_0_to(100, "offence")},
        done_utc TEXT, done_zone TEXT, done_offset INTEGER) STRICT""",
    f"""CREATE TABLE intention ({ROW}, day TEXT NOT NULL REFERENCES day_page(day),
        slot INTEGER NOT NULL CHECK (slot >= 1), text TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'done', 'carried')),
        {day_column("carried_from", null=True)}, UNIQUE (day, slot)) STRICT""",
    f"""CREATE TABLE page_shown (page TEXT NOT NULL, {day_column("day")},
        PRIMARY KEY (page, day)) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE setback_thought (setback INTEGER PRIMARY KEY REFERENCES entry(id), {_REV},
        {words("belief")}, {from_0_to(10, "permanent", "pervasive", "personal")},
        {from_0_to(100, "mine", "theirs", "circumstance")},
        {words("in_control", "evidence_against", "other_view", "if_then")}) STRICT""",
    f"""CREATE TABLE setback_check ({ROW}, setback INTEGER NOT NULL REFERENCES entry(id),
        after INTEGER NOT NULL CHECK (after > 0), {day_column("day")}, {from_0_to(10, "sting")},
        {words("learned", "differently")}, stronger INTEGER CHECK (stronger IN (0, 1)),
        UNIQUE (setback, after)) STRICT""",
    f"""CREATE TABLE call_block ({ROW}, {KNOWN}, {day_column("day")}, planned TEXT NOT NULL,
        minutes INTEGER, {from_0_to(10, "dread")}, feared REAL CHECK (feared BETWEEN 0 AND 1),
        started TEXT NOT NULL DEFAULT '', calls INTEGER CHECK (calls >= 0),
        harsh_nos INTEGER CHECK (harsh_nos BETWEEN 0 AND calls)) STRICT""",
    f"""CREATE TABLE review ({ROW}, {_REV},
        period TEXT NOT NULL CHECK (period IN ('week', 'month')),
        {day_column("first")}, {day_column("last")}, {words("lever", "if_then", "sentence")},
        plan INTEGER REFERENCES plan(id), {day_column("next_on", null=True)}, {WHEN},
        CHECK (first <= last)) STRICT""",
)
"""Every table, in an order in which each names only those before it."""

COLUMNS = ("ALTER TABLE follow_up ADD COLUMN setback INTEGER REFERENCES entry(id)",)
"""What tables of the first journal hold besides."""

INDEXES = (
    "CREATE INDEX follow_up_by_setback ON follow_up (setback, id) WHERE setback IS NOT NULL",
    "CREATE INDEX setback_by_day ON entry (day, id) WHERE form = 'setback'",
    """CREATE INDEX entry_step ON entry (utc, id)
        WHERE form <> 'setback' AND source <> 'import'""",
    "CREATE INDEX setback_check_stronger ON setback_check (day, id) WHERE stronger = 1",
    "CREATE INDEX call_block_by_day ON call_block (day, planned, id)",
    "CREATE INDEX review_by_day ON review (last, id)",
    "CREATE INDEX review_by_period ON review (period, last, id)",
    "CREATE INDEX review_by_plan ON review (plan) WHERE plan IS NOT NULL",
    "CREATE INDEX tag_by_word ON tag (word, entry)",
)
"""An index for every query a screen makes, and for every foreign key that a delete must check."""
