"""Every version of the plan; none is ever overwritten."""

from __future__ import annotations

from datetime import date

from journal.errors import NotFound
from journal.plan import LEVELS, Level, Plan
from storage.changes import Changes
from storage.rows import (
    Row,
    Value,
    day_kept,
    day_read,
    moment_kept,
    moment_read,
    read_rows,
    text_kept,
)

LATEST = """SELECT id, goal, target, currency, start, due, deal_size, utc, zone, offset, saved_day
FROM plan ORDER BY id DESC LIMIT 1"""
RATES = "SELECT level, rate, lag, daily FROM plan_rate WHERE plan = ? ORDER BY id"


class SqlitePlans:
    """Plans in the file."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def add(self, plan: Plan) -> Plan:
        """Save a version; returns it with its number. Raises NotFound for a goal that is not there."""
        if not self._db.row("SELECT 1 FROM goal WHERE id = ?", (plan.goal,)):
            raise NotFound(f"There is no goal {plan.goal:,} to plan for.")
        values: dict[str, Value] = {
            "goal": plan.goal,
            "target": plan.target,
            "currency": text_kept(plan.currency),
            "start": plan.start.isoformat(),
            "due": plan.by.isoformat(),
            "deal_size": plan.deal_size,
            "saved_day": day_kept(plan.saved_day),
            **(moment_kept(plan.saved) if plan.saved else {}),
        }
        row = self._changes.insert("plan", values)
        for level in LEVELS:
            said = (plan.rates.get(level), plan.lags.get(level), plan.daily_rates.get(level))
            if said != (None, None, None):
                rate, lag, daily = said
                typed: dict[str, Value] = {"plan": row, "level": level.value}
                self._changes.insert(
                    "plan_rate", typed | {"rate": rate, "lag": lag, "daily": daily}
                )
        return self._latest_or_fail()

    def latest(self) -> Plan | None:
        """The version saved last; None when there never was one."""
        found = self._db.row(LATEST)
        if found is None:
            return None
        rates = self._db.rows(RATES, (found[0],))
        return read_rows(lambda row: _plan(row, rates), [found])[0]

    def _latest_or_fail(self) -> Plan:
        latest = self.latest()
        assert latest is not None
        return latest


def _plan(row: Row, rates: list[Row]) -> Plan:
    """The plan a row tells of, with what was typed for each level."""
    number, goal, target, currency, start, due, deal_size, utc, zone, offset, saved_day = row
    return Plan(
        id=number,
        goal=goal,
        target=target,
        currency=currency,
        start=date.fromisoformat(start),
        by=date.fromisoformat(due),
        deal_size=deal_size,
        rates={Level(level): rate for level, rate, _, _ in rates if rate is not None},
        lags={Level(level): lag for level, _, lag, _ in rates if lag is not None},
        daily_rates={Level(level): daily for level, _, _, daily in rates if daily is not None},
        saved=moment_read(utc, zone, offset) if utc else None,
        saved_day=day_read(saved_day),
    )
