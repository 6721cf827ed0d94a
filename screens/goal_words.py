"""What Goals says: states short enough for a column, and the story of one goal in whole sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.goal import Form, Goal, Term
from journal.measure import AMOUNT, NUMBER, OUTCOME_MEASURES, noun
from journal.pace import PaceState
from journal.standing import Standing
from screens import wording
from screens.widgets.ink import cut
from screens.wording import State

LETTERS = (
    ("Specific", "title", "what exactly will be true?"),
    ("Measurable", "target", "how many, of what?"),
    ("Achievable", "evidence", "what in your own weeks says you can?"),
    ("Realistic", "what it serves", "which goal does it bring nearer?"),
    ("Timely", "due date", "by which day?"),
)
"""The five letters: what each is called, what lacks without it, and what it asks."""

EMPTY = (
    "What would success be?",
    "Three questions (target and date, average deal, win rate),",
    "each may be skipped, and your first waypoint is laid.",
)
"""What stands in a list without goals."""


AWAITS_WINS = (
    "Nothing booked is written down yet, so no verdict on the time before: I brings your deals in."
)
"""What stands in place of a verdict while nobody knows what was won before the goal was made."""


def short_state(standing: Standing, today: date) -> State:
    """How one stands, in two words for a column."""
    if standing.is_finished:
        return State("✓", "done", "$success")
    if standing.coming is not None:
        return State("‖", f"easing {_date(standing.coming.effective, today)}", "$muted")
    if standing.awaits_wins:
        return State("◌", "no wins yet", "$muted")
    if standing.pace is None:
        return State("◌", "no target" if standing.term.target is None else "no date", "$muted")
    words = {
        PaceState.BEHIND: "behind",
        PaceState.OVERDUE: f"{-(standing.days_left or 0):,} d late",
        PaceState.ONE_DAY: "1 day",
        PaceState.TWO_DAYS: "2 days",
        PaceState.SAFE: "safe",
    }
    state = wording.state(standing)
    return State(state.glyph, words.get(standing.pace.state, state.words), state.colour)


def left(standing: Standing) -> str:
    """Days left, or for a finished one how early it was."""
    if standing.days_early is not None:
        early = standing.days_early
        return (
            f"{early:,} d early" if early > 0 else f"{-early:,} d late" if early else "on the day"
        )
    return (
        "" if standing.days_left is None or standing.days_left < 0 else f"{standing.days_left:,} d"
    )


def due(standing: Standing, today: date) -> str:
    """The due day for a column."""
    return _date(standing.term.due, today) if standing.term.due else ""


def heading(standing: Standing) -> str:
    """How far it is, in words: 38 of 60 reach-outs."""
    goal = standing.goal
    counted = f"{goal.currency} booked" if goal.measure == AMOUNT else noun(goal.measure)
    words = f"{wording.progress(standing)} {counted}"
    return f"{words}, at most" if goal.at_most else words


def line(standing: Standing) -> str:
    """Where its line stands, and what today asks for."""
    pace, goal = standing.pace, standing.goal
    if standing.awaits_wins:
        return AWAITS_WINS
    if pace is None:
        lacks = wording.no_line_without(standing)
        gives = "both" if len(lacks) > 1 else "one"
        return f"No line yet: it needs {' and '.join(lacks)}. r gives it {gives}."
    if standing.is_finished:
        return f"Completed {wording.full_day(goal.finished)}." if goal.finished else ""
    if pace.state is PaceState.DONE:
        return "It is reached; d completes it."
    if pace.state is PaceState.NOT_STARTED:
        return f"It begins {wording.full_day(goal.start)}."
    if pace.state is PaceState.OVERDUE:
        return f"{wording.days(-(standing.days_left or 0))} late. Lay it again? r"
    at = wording.amount(int(pace.line), goal.measure, goal.currency)
    part = f"{float(pace.line):,.1f}" if _is_counted(standing) else at
    where = f"The line stands at {part} today"
    if pace.room_today is not None:
        room = wording.amount(pace.room_today, goal.measure, goal.currency)
        return f"{where}; {room} may still be used." if pace.room_today else f"{where}."
    if pace.must_today:
        must = wording.amount(pace.must_today, goal.measure, goal.currency)
        is_outcome = goal.measure in (*OUTCOME_MEASURES, NUMBER)
        return f"{where}; {must} {'short of it' if is_outcome else 'to go today'}."
    if pace.state is PaceState.BEHIND:
        # An off day asks for nothing, and the line is where the next working day needs it.
        return f"The line will stand at {part} on your next working day; today asks for nothing."
    return f"{where}; it is kept."


def value(standing: Standing, stored: int) -> str:
    """A value of its measure where room is scarce: 38, 902k."""
    goal = standing.goal
    return wording.amount(stored, goal.measure, goal.currency, short=True)


def line_value(standing: Standing) -> str:
    """Where its line stands today: 36.5, 1.08M."""
    pace = standing.pace
    if pace is None:
        return "–"
    return f"{float(pace.line):,.1f}" if _is_counted(standing) else value(standing, int(pace.line))


def short_number(number: float) -> str:
    """A number beside an axis: 940, 86k, 1.08M."""
    for per, unit in ((1_000_000, "M"), (1_000, "k")):
        if abs(number) >= per * 0.9995:
            return f"{number / per:.2f}".rstrip("0").rstrip(".") + unit
    return f"{number:.0f}"


def term(entry: Term, standing: Standing, *, is_first: bool) -> str:
    """One line of its history: what was decided, and from when it held."""
    goal = standing.goal
    target = (
        "–" if entry.target is None else wording.amount(entry.target, goal.measure, goal.currency)
    )
    until = f"by {wording.full_day(entry.due)}" if entry.due else "without a date"
    words = f"{'planned' if is_first else 're-dated'}: {target} {until}"
    if entry.effective > entry.decided:
        words += f", from {wording.full_day(entry.effective)}"
    return words


def easing(coming: Term, standing: Standing) -> str:
    """An easing that waits for its seven days."""
    goal = standing.goal
    target = (
        "–" if coming.target is None else wording.amount(coming.target, goal.measure, goal.currency)
    )
    until = f"by {wording.full_day(coming.due)}" if coming.due else "without a date"
    return f"easing from {wording.full_day(coming.effective)}: {target} {until}"


def parts(standing: Standing, tree: tuple[Standing, ...]) -> str:
    """How many of a goal's own parts are done."""
    own = [part for part in tree if part.goal.parent == standing.goal.id]
    done = sum(part.is_finished for part in own)
    return f"{done:,} of {len(own):,} parts done" if own else ""


def is_goal(standing: Standing) -> bool:
    """Whether it is a goal, of which S.M.A.R.T. asks nothing."""
    return standing.goal.form is Form.GOAL


def counts_by_itself(standing: Standing) -> str:
    """What a check-in says for what is no number."""
    return f"“{_title(standing.goal)}” counts by itself from what you log; a number is checked in."


def saved(goal: Goal) -> str:
    """What a new or a changed one says."""
    return f"✓ Saved: {_title(goal)}"


def redated(goal: Goal, today: date) -> str:
    """What a re-dating says, and when it holds."""
    term = goal.terms[-1]
    until = wording.near_day(term.due, today) if term.due else "without a date"
    held = "" if term.effective <= today else f", from {wording.near_day(term.effective, today)}"
    return f"✓ Re-dated: {_title(goal)}, due {until}{held}"


def completed(standing: Standing) -> str:
    """What a completion says: early, late or on the day."""
    early = standing.days_early or 0
    when = f", {wording.days(early)} early" if early > 0 else ""
    at = f" at {wording.progress(standing)}" if standing.is_short else ""
    return f"✓ Done{at}{when}: {_title(standing.goal)}"


def short_of_it(standing: Standing) -> str:
    """What is asked before one is completed that is not at its target."""
    return f"{heading(standing)}. Done all the same, or lay it again?"


def opened_again(standing: Standing) -> str:
    """What taking a completion back says."""
    return f"✓ Open again: {_title(standing.goal)}"


def deleted(goal: Goal) -> str:
    """What a deletion says."""
    return f"✓ Deleted: {_title(goal)}"


def laid_backward(laid: Sequence[Goal], goal: Goal) -> str:
    """What waypoints laid backward say."""
    count = "1 waypoint" if len(laid) == 1 else f"{len(laid)} waypoints"
    return f"✓ Laid: {count} on the way to {_title(goal)}"


def is_at_hand(goal: Goal) -> str:
    """What is said when nothing needs to be laid before it."""
    return f"“{_title(goal)}” is at most two weeks away: it is the first waypoint itself."


def checked_in(standing: Standing) -> str:
    """What a check-in says."""
    return f"✓ Saved: {heading(standing)}"


def _title(goal: Goal) -> str:
    return cut(goal.title, 40)


def _is_counted(standing: Standing) -> bool:
    return (
        standing.goal.measure not in (AMOUNT, NUMBER)
        and standing.pace is not None
        and (standing.pace.line.denominator != 1)
    )


def _date(day: date, today: date) -> str:
    words = f"{day.day} {wording.month(day)}"
    return words if day.year == today.year else f"{words} {day.year}"
