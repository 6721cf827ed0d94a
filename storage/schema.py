"""The tables of the journal as first shipped, their indexes, and the triggers that keep the rollup."""

from __future__ import annotations


def day_column(column: str, null: bool = False) -> str:
    """A column that holds a day; ``+0 days`` makes SQLite refuse 30 February."""
    may = "" if null else " NOT NULL"
    return f"{column} TEXT{may} CHECK ({column} IS date({column}, '+0 days'))"


ROW = "id INTEGER PRIMARY KEY AUTOINCREMENT"
KNOWN = "uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1"
WHEN = "utc TEXT NOT NULL, zone TEXT NOT NULL, offset INTEGER NOT NULL"

TABLES = (
    f"""CREATE TABLE account ({ROW},
        name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE) STRICT""",
    f"""CREATE TABLE deal ({ROW}, {KNOWN},
        account INTEGER REFERENCES account(id), name TEXT NOT NULL,
        amount INTEGER, currency TEXT, stage TEXT,
        outcome TEXT NOT NULL CHECK (outcome IN ('open', 'won', 'lost', 'no decision')),
        {day_column("opened", null=True)}, {day_column("stage1_on", null=True)},
        {day_column("qualified_on", null=True)}, {day_column("expected_close", null=True)},
        {day_column("closed", null=True)},
        pushes INTEGER NOT NULL DEFAULT 0, category TEXT, next_step TEXT,
        CHECK ((amount IS NULL) = (currency IS NULL))) STRICT""",
    f"""CREATE TABLE deal_event ({ROW},
        deal INTEGER NOT NULL REFERENCES deal(id), {day_column("day")}, {WHEN},
        what TEXT NOT NULL CHECK (what IN ('stage', 'push', 'outcome', 'reopen')),
        before TEXT, after TEXT) STRICT""",
    f"""CREATE TABLE entry ({ROW}, {KNOWN},
        form TEXT NOT NULL CHECK (form IN ('activity', 'note', 'setback')),
        {day_column("day")}, time TEXT NOT NULL DEFAULT '', {WHEN}, {day_column("logged_day")},
        source TEXT NOT NULL, kind TEXT NOT NULL,
        count INTEGER NOT NULL DEFAULT 1 CHECK (count >= 1), minutes INTEGER,
        account INTEGER REFERENCES account(id), deal INTEGER REFERENCES deal(id),
        outcome TEXT, text TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE setback (entry INTEGER PRIMARY KEY REFERENCES entry(id),
        type TEXT NOT NULL, sting INTEGER CHECK (sting BETWEEN 0 AND 10)) STRICT""",
    f"""CREATE TABLE tag ({ROW},
        entry INTEGER NOT NULL REFERENCES entry(id), word TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE follow_up ({ROW}, {KNOWN},
        {day_column("due", null=True)}, what TEXT NOT NULL, account INTEGER REFERENCES account(id),
        deal INTEGER REFERENCES deal(id), kind TEXT NOT NULL, reason TEXT,
        state TEXT NOT NULL CHECK (state IN ('due', 'done', 'moved', 'skipped', 'closed')),
        {day_column("settled", null=True)}) STRICT""",
    f"""CREATE TABLE goal ({ROW}, {KNOWN},
        parent INTEGER REFERENCES goal(id), form TEXT NOT NULL CHECK (form IN ('goal', 'milestone')),
        title TEXT NOT NULL, measure TEXT NOT NULL, {day_column("start")},
        baseline INTEGER NOT NULL, at_most INTEGER NOT NULL CHECK (at_most IN (0, 1)),
        currency TEXT NOT NULL, why TEXT, evidence TEXT, serves TEXT,
        {day_column("finished", null=True)}) STRICT""",
    f"""CREATE TABLE goal_term ({ROW},
        goal INTEGER NOT NULL REFERENCES goal(id), target INTEGER, {day_column("due", null=True)},
        {day_column("decided")}, {day_column("effective")}, why TEXT) STRICT""",
    f"""CREATE TABLE check_in ({ROW},
        goal INTEGER NOT NULL REFERENCES goal(id), {day_column("day")}, value INTEGER NOT NULL) STRICT""",
    f"""CREATE TABLE plan ({ROW},
        goal INTEGER NOT NULL REFERENCES goal(id), target INTEGER, currency TEXT NOT NULL,
        {day_column("start")}, {day_column("due")}, deal_size INTEGER,
        utc TEXT, zone TEXT, offset INTEGER, {day_column("saved_day", null=True)}) STRICT""",
    f"""CREATE TABLE plan_rate ({ROW},
        plan INTEGER NOT NULL REFERENCES plan(id), level TEXT NOT NULL,
        rate REAL, lag INTEGER, daily REAL) STRICT""",
    f"""CREATE TABLE setting ({ROW},
        key TEXT NOT NULL, {day_column("from_day")}, value TEXT NOT NULL, UNIQUE (key, from_day)) STRICT""",
    f"""CREATE TABLE day_off ({ROW},
        {day_column("first")}, {day_column("last")}, why TEXT, {day_column("given_on", null=True)},
        CHECK (first <= last)) STRICT""",
    f"""CREATE TABLE purpose ({ROW}, {day_column("from_day")}, text TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE holiday (country TEXT NOT NULL, {day_column("day")}, name TEXT NOT NULL,
        PRIMARY KEY (country, day)) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE draft ({ROW},
        form TEXT NOT NULL, row INTEGER NOT NULL DEFAULT 0, field TEXT NOT NULL,
        text TEXT NOT NULL, utc TEXT NOT NULL, UNIQUE (form, row, field)) STRICT""",
    f"""CREATE TABLE action ({ROW}, {WHEN},
        origin TEXT NOT NULL, label TEXT NOT NULL,
        undone INTEGER, undone_utc TEXT, undone_origin TEXT) STRICT""",
    f"""CREATE TABLE change ({ROW},
        action INTEGER NOT NULL REFERENCES action(id), of TEXT NOT NULL,
        op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
        first_row INTEGER NOT NULL, last_row INTEGER NOT NULL, before TEXT,
        CHECK ((op = 'insert') = (before IS NULL))) STRICT""",
    f"""CREATE TABLE undone_row ({ROW},
        change INTEGER NOT NULL REFERENCES change(id), row INTEGER NOT NULL,
        image TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE batch ({ROW},
        action INTEGER NOT NULL REFERENCES action(id), format TEXT NOT NULL, files TEXT NOT NULL,
        {WHEN}, added INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0,
        unchanged INTEGER NOT NULL DEFAULT 0) STRICT""",
    f"""CREATE TABLE provenance ({ROW},
        system TEXT NOT NULL, object TEXT NOT NULL, external_id TEXT NOT NULL,
        row INTEGER NOT NULL, batch INTEGER NOT NULL REFERENCES batch(id),
        seen TEXT NOT NULL, unknown TEXT NOT NULL,
        UNIQUE (object, system, external_id)) STRICT""",
    """CREATE TABLE activity_day (day TEXT NOT NULL, kind TEXT NOT NULL, logged_day TEXT NOT NULL,
        total INTEGER NOT NULL, PRIMARY KEY (day, kind, logged_day)) STRICT, WITHOUT ROWID""",
)
"""Every table, in an order in which each names only those before it."""

INDEXES = (
    "CREATE INDEX entry_by_day ON entry (day, time, id)",
    "CREATE INDEX entry_by_kind ON entry (kind, day, time, id)",
    "CREATE INDEX entry_by_account ON entry (account, kind, day) WHERE account IS NOT NULL",
    "CREATE INDEX entry_by_deal ON entry (deal, day) WHERE deal IS NOT NULL",
    "CREATE INDEX entry_outcome ON entry (day, kind, outcome, count) WHERE outcome IS NOT NULL",
    "CREATE INDEX tag_by_entry ON tag (entry, id, word)",
    "CREATE INDEX deal_by_outcome ON deal (outcome, id)",
    "CREATE INDEX deal_by_closed ON deal (closed, id) WHERE outcome <> 'open'",
    "CREATE INDEX deal_won ON deal (closed, currency, amount) WHERE outcome = 'won'",
    "CREATE INDEX deal_by_stage1 ON deal (stage1_on) WHERE stage1_on IS NOT NULL",
    "CREATE INDEX deal_by_qualified ON deal (qualified_on) WHERE qualified_on IS NOT NULL",
    "CREATE INDEX deal_by_account ON deal (account)",
    "CREATE INDEX deal_event_by_deal ON deal_event (deal, id)",
    "CREATE INDEX follow_up_due ON follow_up (due, id) WHERE state = 'due'",
    "CREATE INDEX follow_up_by_account ON follow_up (account)",
    "CREATE INDEX follow_up_by_deal ON follow_up (deal)",
    "CREATE INDEX goal_by_parent ON goal (parent)",
    "CREATE INDEX goal_term_by_goal ON goal_term (goal, id)",
    "CREATE INDEX check_in_by_day ON check_in (goal, day, id)",
    "CREATE INDEX plan_by_goal ON plan (goal)",
    "CREATE INDEX plan_rate_by_plan ON plan_rate (plan, id)",
    "CREATE INDEX action_live ON action (id) WHERE undone IS NULL",
    "CREATE INDEX action_undone ON action (undone) WHERE undone IS NOT NULL",
    "CREATE INDEX change_by_action ON change (action, id)",
    "CREATE INDEX undone_row_by_change ON undone_row (change, id)",
    "CREATE INDEX batch_by_action ON batch (action)",
    "CREATE INDEX provenance_by_batch ON provenance (batch)",
)
"""An index for every query a screen makes, and for every foreign key that a delete must check."""

_ADD = """INSERT INTO activity_day VALUES (new.day, new.kind, new.logged_day, new.count)
    ON CONFLICT DO UPDATE SET total = total + excluded.total;"""
_TAKE = """UPDATE activity_day SET total = total - old.count
    WHERE day = old.day AND kind = old.kind AND logged_day = old.logged_day;
  DELETE FROM activity_day WHERE day = old.day AND kind = old.kind
    AND logged_day = old.logged_day AND total = 0;"""

TRIGGERS = {
    "rollup_added": f"""AFTER INSERT ON entry WHEN new.form = 'activity' BEGIN
  {_ADD}
END""",
    "rollup_taken": f"""AFTER DELETE ON entry WHEN old.form = 'activity' BEGIN
  {_TAKE}
END""",
    "rollup_changed": f"""AFTER UPDATE OF day, kind, logged_day, count ON entry
WHEN new.form = 'activity' BEGIN
  {_TAKE}
  {_ADD}
END""",
}
"""The triggers that keep ``activity_day`` equal to the activities themselves."""
