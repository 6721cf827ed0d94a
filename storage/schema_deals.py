"""The tables of what deals teach: stories, checks, answers, reasons, requests, people and meetings."""

from __future__ import annotations

from storage.schema import ROW, day_column
from storage.schema_person import from_0_to, words

_REV = "rev INTEGER NOT NULL DEFAULT 1"
_DEAL = "deal INTEGER NOT NULL REFERENCES deal(id)"
_WHOSE = "whose TEXT NOT NULL CHECK (whose IN ('rep', 'buyer'))"


def _yes_or_no(*columns: str) -> str:
    """Columns that say yes or no, each of which may be left out."""
    return from_0_to(1, *columns)


TABLES = (
    f"""CREATE TABLE deal_story (deal INTEGER PRIMARY KEY REFERENCES deal(id), {_REV},
        {words("changed", "pain", "need", "give", "get", "stretches", "helper", "they_do")},
        {words("winner", "more_categories", "missing", "could_have_known")},
        {_yes_or_no("many_purchases", "long_use")},
        {words("factors_evidence", "why_not_asked")}) STRICT""",
    f"""CREATE TABLE deal_check ({ROW}, {_DEAL}, name TEXT NOT NULL
        CHECK (name IN ('budget', 'champion', 'visibility', 'threat', 'assumption')),
        holds INTEGER NOT NULL CHECK (holds IN (0, 1)), {words("evidence")},
        {day_column("day")}) STRICT""",
    f"""CREATE TABLE deal_answer ({ROW}, {_DEAL}, question TEXT NOT NULL, text TEXT NOT NULL,
        {_WHOSE}, {words("asked_by")}, {day_column("day")}) STRICT""",
    f"""CREATE TABLE deal_reason ({ROW}, {_DEAL}, tag TEXT NOT NULL, {_WHOSE},
        {_yes_or_no("taught")}) STRICT""",
    f"""CREATE TABLE request ({ROW}, {_DEAL}, ask TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'refused')),
        {day_column("day")}, {words("note")}, UNIQUE (deal, ask)) STRICT""",
    f"""CREATE TABLE monday_forecast ({ROW}, {_DEAL}, {day_column("monday")},
        chance REAL NOT NULL CHECK (chance BETWEEN 0 AND 1), {day_column("close", null=True)},
        UNIQUE (deal, monday)) STRICT""",
    f"""CREATE TABLE contact ({ROW}, {_REV}, account INTEGER NOT NULL REFERENCES account(id),
        name TEXT NOT NULL, {words("role")},
        advocate INTEGER NOT NULL DEFAULT 0 CHECK (advocate IN (0, 1))) STRICT""",
    f"""CREATE TABLE account_alias ({ROW}, folded TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        account INTEGER NOT NULL REFERENCES account(id)) STRICT""",
    f"""CREATE TABLE meeting (activity INTEGER PRIMARY KEY REFERENCES entry(id), {_REV},
        {from_0_to(100, "talk_share")}, questions INTEGER CHECK (questions >= 0),
        {words("silent", "learned", "they_learned")}) STRICT""",
)
"""Every table, in an order in which each names only those before it."""

COLUMNS = (
    f"ALTER TABLE account ADD COLUMN {day_column('contract_end', null=True)}",
    f"ALTER TABLE follow_up ADD COLUMN {words('why')}",
)
"""What tables of earlier journals hold besides."""

INDEXES = (
    "CREATE INDEX deal_check_last ON deal_check (deal, name, id)",
    "CREATE INDEX deal_answer_by_deal ON deal_answer (deal, id)",
    "CREATE INDEX deal_answer_to ON deal_answer (deal, question) WHERE whose = 'buyer'",
    "CREATE INDEX deal_reason_by_deal ON deal_reason (deal, whose, id)",
    "CREATE INDEX deal_event_by_day ON deal_event (day, id)",
    "CREATE INDEX deal_open_at ON deal (account, id) WHERE outcome = 'open'",
    "CREATE INDEX deal_ended_at ON deal (account, closed, id) WHERE outcome <> 'open'",
    "CREATE INDEX contact_by_account ON contact (account, id)",
    "CREATE INDEX account_alias_by_account ON account_alias (account)",
    "CREATE INDEX entry_at_account ON entry (account, day, id) WHERE account IS NOT NULL",
    "CREATE INDEX follow_up_at_account ON follow_up (account, due, id) WHERE state = 'due'",
)
"""An index for every query a screen makes, and for every foreign key that a delete must check."""
