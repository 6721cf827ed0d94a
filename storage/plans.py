"""Every version of the plan; none is ever overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.errors import NotFound
from journal.plan import LEVELS, Level, Plan, RestsOn
from storage.changes import Changes
from storage.rows import (
    PAGE,
    Row,
    Value,
    day_kept,
    day_read,
    moment_kept,
    moment_read,
    read_rows,
    text_kept,
)

NEWEST = """SELECT id, goal, target, currency, start, due, deal_size, utc, zone, offset, saved_day,
  booked, open_expected, average FROM plan ORDER BY id DESC LIMIT ?"""
RATES = """SELECT level, rate, lag, daily, used, used_lag FROM plan_rate WHERE plan = ?
ORDER BY id"""


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
        if on := plan.rests_on:
            values |= {"booked": on.booked, "open_expected": on.open_expected}
            values["average"] = on.average
        row = self._changes.insert("plan", values)
        for level in LEVELS:
            of_level: dict[str, Value] = {
                "rate": plan.rates.get(level),
                "lag": plan.lags.get(level),
                "daily": plan.daily_rates.get(level),
                "used": on.rates.get(level) if on else None,
                "used_lag": on.lags.get(level) if on else None,
            }
            if any(value is not None for value in of_level.values()):
                self._changes.insert("plan_rate", {"plan": row, "level": level.value} | of_level)
        return self._latest_or_fail()

    def latest(self) -> Plan | None:
        """The version saved last; None when there never was one."""
        return next(iter(self.versions(1)), None)

    def versions(self, limit: int = PAGE) -> Sequence[Plan]:
        """The versions saved last, newest first."""
        found = self._db.rows(NEWEST, (limit,))
        rates = {row[0]: self._db.rows(RATES, (row[0],)) for row in found}
        return read_rows(lambda row: _plan(row, rates[row[0]]), found)

    def _latest_or_fail(self) -> Plan:
        latest = self.latest()
        assert latest is not None
        return latest


def _plan(row: Row, rates: list[Row]) -> Plan:
    """The plan a row tells of, with what was typed for each level."""
    number, goal, target, currency, start, due, deal_size, utc, zone, offset, saved_day, *on = row
    booked, open_expected, average = on
    return Plan(
        id=number,
        goal=goal,
        target=target,
        currency=currency,
        start=date.fromisoformat(start),
        by=date.fromisoformat(due),
        deal_size=deal_size,
        rates={Level(level): rate for level, rate, *_ in rates if rate is not None},
        lags={Level(level): lag for level, _, lag, *_ in rates if lag is not None},
        daily_rates={Level(level): daily for level, _, _, daily, *_ in rates if daily is not None},
        rests_on=None
        if booked is None
        else RestsOn(
            booked=booked,
            open_expected=open_expected,
            average=average,
            rates={Level(level): used for level, *_, used, _ in rates if used is not None},
            lags={Level(level): lag for level, *_, lag in rates if lag is not None},
        ),
        saved=moment_read(utc, zone, offset) if utc else None,
        saved_day=day_read(saved_day),
    )
