"""What is said of drafts: what waits, since when, and what to do about one that is not kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from journal.drafts import Waiting
from journal.errors import JournalError, NotSaved

LEFT = "Kept as you left it; it is offered again when you come back to it."
"""Said when a form is left unsaved."""

STARTED_ANEW = "Ctrl+R brings back what you left"
"""Said in the frame of a form that was begun anew."""

GOES_ON = "a goes on"
"""The key that opens the line, and what it then does."""

_WHAT = {
    "entry": "a change to an entry",
    "goal": "a goal",
    "redate": "another date for a goal",
    "check-in": "a check-in",
    "backward": "waypoints to lay",
    "begin": "the first plan",
    "settings": "settings",
    "off": "days off",
    "funnel": "a number of the funnel",
    "morning": "the morning page",
    "evening": "the evening page",
    "setback": "a setback to work through",
    "check": "what a setback taught you",
    "call-block": "a call block",
    "review": "a review",
}
"""What a form is called when it waits; one that is not here is "something you typed"."""


def ago(length: timedelta) -> str:
    """How long ago, in the largest unit that says it."""
    minutes = int(length.total_seconds()) // 60
    if minutes < 1:
        return "a moment ago"
    if minutes < 60:
        return f"{minutes} min ago"
    return f"{minutes // 60} h ago" if minutes < 48 * 60 else f"{minutes // 1440} d ago"


def as_left(length: timedelta) -> str:
    """Said in the frame of a form that opens with what was left in it."""
    return f"as you left it {ago(length)} · Ctrl+R starts anew"


def line_as_left(length: timedelta) -> str:
    """Said under the line that opens with what was left in it."""
    return f"As you left it {ago(length)}"


def not_kept(problem: JournalError) -> str:
    """Why a draft is only on the screen, and that it stays there."""
    if isinstance(problem, NotSaved):
        return f"Not kept yet, {problem.why}; it stays here, and is tried again."
    return f"Not kept yet; it stays here. {problem}"


def leaves_without(trouble: str) -> str:
    """Said once before words are left behind that could not be kept."""
    return f"{trouble} To leave without these words, quit once more."


def waits(waiting: Sequence[Waiting]) -> str:
    """Which forms wait, the newest by name; "" when none does."""
    if not waiting:
        return ""
    newest = waiting[0]
    what = _WHAT.get(newest.form.partition(" ")[0], "something you typed")
    more = len(waiting) - 1
    others = f", and {more} more {'waits' if more == 1 else 'wait'}" if more else ""
    return f"You were writing {what} {ago(newest.ago)}; it opens as you left it{others}."
