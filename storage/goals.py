"""Goals and milestones: one table for both, with every term they ever had."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.errors import NotFound
from journal.goal import Form, Goal, Term
from storage.changes import Changes
from storage.rows import (
    PAGE,
    Row,
    Value,
    day_kept,
    day_read,
    maybe_text,
    new_uid,
    read_rows,
    refuse_another,
    text_kept,
)

_COLUMNS = """id, uid, rev, parent, form, title, measure, start, baseline, at_most, currency,
  why, evidence, serves, finished"""
ONE = f"SELECT {_COLUMNS} FROM goal WHERE id = ?"
ALL = f"SELECT {_COLUMNS} FROM goal ORDER BY id LIMIT ?"
TERMS = """SELECT goal, target, due, decided, effective, why FROM goal_term
WHERE goal BETWEEN ? AND ? ORDER BY goal, id"""
LAST_CHECK_IN = """SELECT value FROM check_in WHERE goal = ? AND day <= ?
ORDER BY day DESC, id DESC LIMIT 1"""
LAST_CHECK_INS = """SELECT goal, value FROM check_in AS last WHERE id = (SELECT id FROM check_in
  WHERE goal = last.goal AND day <= ? ORDER BY day DESC, id DESC LIMIT 1)"""
CHECK_INS = "SELECT day, value FROM check_in WHERE goal = ? AND day <= ? ORDER BY day, id"
CHECK_IN_OF = "SELECT id FROM check_in WHERE goal = ? AND day = ?"
PARTS = "SELECT id FROM goal WHERE parent = ?"
REVIEWS = """SELECT review.id FROM plan JOIN review ON review.plan = plan.id
WHERE plan.goal = ?"""
BELONGING = {
    "goal_term": "SELECT id FROM goal_term WHERE goal = ?",
    "check_in": "SELECT id FROM check_in WHERE goal = ?",
    "plan_rate": """SELECT plan_rate.id FROM plan JOIN plan_rate ON plan_rate.plan = plan.id
WHERE plan.goal = ?""",
    "plan": "SELECT id FROM plan WHERE goal = ?",
}

NO_SUCH = "There is no goal or milestone {:,}: “journal goal list” shows those there are."


class SqliteGoals:
    """Goals and milestones in the file."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def add(self, goal: Goal) -> Goal:
        """Save a new goal or milestone; returns it with id, uid and rev."""
        uid = goal.uid or new_uid(self._changes.at)
        row = self._changes.insert("goal", {"uid": uid, **self._values(goal)})
        for term in goal.terms:
            self._insert_term(row, term)
        return self.get(row)

    def change(self, goal: Goal) -> Goal:
        """Save over the row of the same id and rev; new terms are added, none is taken away."""
        known = self.get(goal.id)
        refuse_another(known, goal, NO_SUCH)
        new = [term for term in map(_term_kept, goal.terms) if term not in known.terms]
        self._changes.update("goal", goal.id, self._values(goal), goal.rev, touch=bool(new))
        for term in new:
            self._insert_term(goal.id, term)
        return self.get(goal.id)

    def add_term(self, goal_id: int, term: Term) -> None:
        """Decide on another target or due date. Raises NotFound."""
        if not self._changes.update("goal", goal_id, {}, touch=True):
            raise NotFound(NO_SUCH.format(goal_id))
        self._insert_term(goal_id, term)

    def remove(self, goal_id: int) -> None:
        """Delete a goal with its terms, check-ins and plans; its parts move up to where it hung.

        What a review said stays, without the version of the plan it was saved as.
        """
        goal = self.get(goal_id)
        for (part,) in self._db.rows(PARTS, (goal_id,)):
            self._changes.update("goal", part, {"parent": goal.parent})
        for (review,) in self._db.rows(REVIEWS, (goal_id,)):
            self._changes.update("review", review, {"plan": None})
        for table, of_goal in BELONGING.items():
            for (row,) in self._db.rows(of_goal, (goal_id,)):
                self._changes.delete(table, row)
        self._changes.delete("goal", goal_id)

    def get(self, goal_id: int) -> Goal:
        """One goal or milestone. Raises NotFound."""
        found = self._db.row(ONE, (goal_id,)) if 0 < goal_id < 2**63 else None
        if found is None:
            raise NotFound(NO_SUCH.format(goal_id))
        return self._read([found])[0]

    def all(self, limit: int = PAGE) -> Sequence[Goal]:
        """Goals and milestones by id."""
        return self._read(self._db.rows(ALL, (limit,)))

    def check_in(self, goal_id: int, day: date, value: int) -> None:
        """Keep the value a rep read off on a day; one read off that day before is replaced."""
        self.get(goal_id)
        if found := self._db.row(CHECK_IN_OF, (goal_id, day.isoformat())):
            self._changes.update("check_in", found[0], {"value": value})
        else:
            values: dict[str, Value] = {"goal": goal_id, "day": day.isoformat(), "value": value}
            self._changes.insert("check_in", values)

    def check_ins(self, goal_id: int, until: date) -> Sequence[tuple[date, int]]:
        """Every value read off by a day, with the day, oldest first."""
        found = self._db.rows(CHECK_INS, (goal_id, until.isoformat()))
        return read_rows(lambda row: (date.fromisoformat(row[0]), row[1]), found)

    def last_check_in(self, goal_id: int, until: date) -> int | None:
        """The last value read off by a day; None when there is none."""
        found = self._db.row(LAST_CHECK_IN, (goal_id, until.isoformat()))
        return int(found[0]) if found else None

    def last_check_ins(self, until: date) -> dict[int, int]:
        """The last value read off by a day, by goal; goals without one are left out."""
        return dict(self._db.rows(LAST_CHECK_INS, (until.isoformat(),)))

    def _insert_term(self, goal_id: int, term: Term) -> None:
        values: dict[str, Value] = {
            "goal": goal_id,
            "target": term.target,
            "due": day_kept(term.due),
            "decided": day_kept(term.decided),
            "effective": day_kept(term.effective),
            "why": maybe_text(term.why),
        }
        self._changes.insert("goal_term", values)

    def _values(self, goal: Goal) -> dict[str, Value]:
        """The columns of the goal's own row. Raises NotFound for a parent that is not there."""
        if goal.parent is not None and not self._db.row(ONE, (goal.parent,)):
            raise NotFound(NO_SUCH.format(goal.parent))
        return {
            "parent": goal.parent,
            "form": goal.form.value,
            "title": text_kept(goal.title),
            "measure": text_kept(goal.measure),
            "start": goal.start.isoformat(),
            "baseline": goal.baseline,
            "at_most": int(goal.at_most),
            "currency": text_kept(goal.currency),
            "why": maybe_text(goal.why),
            "evidence": maybe_text(goal.evidence),
            "serves": maybe_text(goal.serves),
            "finished": day_kept(goal.finished),
        }

    def _read(self, rows: list[Row]) -> list[Goal]:
        """The goals that rows tell of, with their terms."""
        if not rows:
            return []
        terms: dict[int, tuple[Term, ...]] = {}
        for goal, term in read_rows(_term, self._db.rows(TERMS, (rows[0][0], rows[-1][0]))):
            terms[goal] = (*terms.get(goal, ()), term)
        return read_rows(lambda row: _goal(row, terms.get(row[0], ())), rows)


def _term(row: Row) -> tuple[int, Term]:
    """The goal a row of terms belongs to, and the term."""
    goal, target, due, decided, effective, why = row
    since, holds = date.fromisoformat(decided), date.fromisoformat(effective)
    return goal, Term(target=target, due=day_read(due), decided=since, effective=holds, why=why)


def _term_kept(term: Term) -> Term:
    """The term as the file holds it."""
    from dataclasses import replace

    return replace(term, why=maybe_text(term.why))


def _goal(row: Row, terms: tuple[Term, ...]) -> Goal:
    """The goal a row tells of."""
    (row_id, uid, rev, parent, form, title, measure, start, baseline, at_most, *rest) = row
    currency, why, evidence, serves, finished = rest
    return Goal(
        id=row_id,
        uid=uid,
        rev=rev,
        parent=parent,
        form=Form(form),
        title=title,
        measure=measure,
        start=date.fromisoformat(start),
        terms=terms,
        baseline=baseline,
        at_most=bool(at_most),
        currency=currency,
        why=why,
        evidence=evidence,
        serves=serves,
        finished=day_read(finished),
    )
