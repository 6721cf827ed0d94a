"""A goal or milestone as the command line says it: a row, a page, or JSON."""

from __future__ import annotations

from datetime import date

from journal.cli.output import cut, say, say_table
from journal.dates import in_words
from journal.goal import Form, Goal, Term
from journal.measure import AMOUNT, noun, units
from journal.measure import in_words as amount_in_words
from journal.percent import as_chance
from journal.shown import shown
from journal.standing import Standing
from screens.wording import progress, state

LONGEST_TITLE = 26
"""The most cells a title takes in a row of 80."""


def goal_as_json(standing: Standing) -> dict[str, object]:
    """What reports say of one; done and target in the measure's own units, money in major ones."""
    goal, term, pace = standing.goal, standing.term, standing.pace
    return {
        "id": goal.id,
        "title": goal.title,
        "done": _number(standing.done, goal),
        "target": _number(term.target, goal),
        "due": term.due.isoformat() if term.due else None,
        "buffer_days": pace.buffer_days if pace else None,
        "must_today": _number(pace.must_today, goal) if pace else None,
        "state": pace.state.value if pace else None,
        "chance": standing.chance,
    }


def whole_goal_as_json(standing: Standing) -> dict[str, object]:
    """The same with everything the rep said about it."""
    goal = standing.goal
    return goal_as_json(standing) | {
        "form": goal.form.value,
        "measure": goal.measure,
        "currency": goal.currency if goal.measure == AMOUNT else None,
        "start": goal.start.isoformat(),
        "baseline": _number(goal.baseline, goal),
        "at_most": goal.at_most,
        "goal": goal.parent,
        "why": goal.why,
        "evidence": goal.evidence,
        "serves": goal.serves,
        "finished": goal.finished.isoformat() if goal.finished else None,
        "lacks": list(standing.lacks),
        "terms": [
            {
                "target": _number(term.target, goal),
                "due": term.due.isoformat() if term.due else None,
                "decided": term.decided.isoformat(),
                "from": term.effective.isoformat(),
                "why": term.why,
            }
            for term in goal.terms
        ],
    }


def goal_row(
    standing: Standing, today: date, *, with_id: bool = False, depth: int = 0
) -> tuple[str, ...]:
    """One in a row: title, progress, due, and the state in words."""
    term = standing.term
    title = cut("  " * depth + shown(standing.goal.title), LONGEST_TITLE)
    known = state(standing)
    due = f"due {in_words(term.due, today)}" if term.due and not standing.is_finished else ""
    row = (title, progress(standing, short=True), due, f"{known.glyph} {known.words}")
    return (str(standing.goal.id), *row) if with_id else row


def say_goal(standing: Standing, today: date) -> None:
    """A page about one."""
    goal, term = standing.goal, standing.term
    known = state(standing)
    say(f"{goal.id}  {goal.title}")
    say_table(
        [row for row in _facts(standing, f"{known.glyph} {known.words}", today) if row[1]],
        indent="  ",
    )
    if standing.lacks and goal.form is Form.MILESTONE:
        say(f"  Not yet S.M.A.R.T.: {', '.join(standing.lacks)}.")
    for old in goal.terms[:-1]:
        decided = f"decided {in_words(old.decided, today)}"
        say(f"  Before: {_term(old.target, old.due, goal, today)}, {decided}{_why(old)}")
    if term is not goal.terms[-1] or standing.coming:
        coming = standing.coming or goal.terms[-1]
        words = _term(coming.target, coming.due, goal, today)
        say(f"  From {in_words(coming.effective, today)}: {words}{_why(coming)}")
    elif why := _why(term):
        say(f"  Now: {_term(term.target, term.due, goal, today)}{why}")


def _facts(standing: Standing, known: str, today: date) -> list[tuple[str, str]]:
    goal, term = standing.goal, standing.term
    must = standing.pace.must_today if standing.pace else 0
    counts = f"{noun(goal.measure)}, at most" if goal.at_most else noun(goal.measure)
    early = standing.days_early
    return [
        ("State", known),
        ("Done", progress(standing)),
        ("Must today", amount_in_words(goal.measure, must, goal.currency) if must else ""),
        ("Chance", _chance(standing)),
        ("Counts", counts),
        ("Due", in_words(term.due, today) if term.due else ""),
        ("Finished", in_words(goal.finished, today) if goal.finished else ""),
        ("", _early(early) if early is not None else ""),
        ("From", in_words(goal.start, today)),
        ("Why", goal.why or ""),
        ("Evidence", goal.evidence or ""),
        ("Serves", goal.serves or ""),
    ]


def _chance(standing: Standing) -> str:
    if standing.chance is None:
        return ""
    kept = ", if you keep the plan" if standing.if_plan_kept else ""
    return f"{as_chance(standing.chance)}{kept}"


def _early(days: int) -> str:
    if days == 0:
        return "on its day"
    count = "1 day" if abs(days) == 1 else f"{abs(days):,} days"
    return f"{count} early" if days > 0 else f"{count} late"


def early_in_words(standing: Standing) -> str:
    """How a finished one came in: "3 days early", "on its day"; empty without a due date."""
    return "" if standing.days_early is None else _early(standing.days_early)


def _term(target: int | None, due: date | None, goal: Goal, today: date) -> str:
    amount = "no target" if target is None else amount_in_words(goal.measure, target, goal.currency)
    return f"{amount} by {in_words(due, today)}" if due else amount


def _why(term: Term) -> str:
    """What the rep said when they decided it."""
    return f": “{term.why}”" if term.why and term.why.strip() else ""


def _number(stored: int | None, goal: Goal) -> int | float | None:
    if stored is None:
        return None
    per = units(goal.measure, goal.currency)
    return stored // per if stored % per == 0 else stored / per
