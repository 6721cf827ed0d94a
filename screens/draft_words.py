"""What is said of drafts: what waits, since when, and what to do about one that is not kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from journal.drafts import Waiting
from journal.errors import JournalError, NotSaved
from screens.widgets.ink import cut

LEFT = "Kept as you left it; it is offered again when you come back to it."
"""Said when a form is left unsaved."""

STARTED_ANEW = "Ctrl+R brings back what you left"
"""Said in the frame of a form that was begun anew."""

_LETTERS = 80
"""The most that is told of all saved fields together, in characters."""

_LEAST = 8
"""What is told of each of many."""

_WHAT = {
    "entry": "a change to an entry",
    "goal": "a goal",
    "milestone": "a milestone",
    "redate": "another date for a goal",
    "check-in": "a check-in",
    "backward": "waypoints to lay",
    "begin": "the first plan",
    "purpose": "your purpose",
    "settings": "settings",
    "off": "days off",
    "funnel": "a number of the funnel",
    "morning": "the morning page",
    "evening": "the evening page",
    "new-setback": "a setback",
    "setback": "what you think of a setback",
    "next-step": "a next small step",
    "check": "what a setback taught you",
    "call-block": "a call block",
    "review": "a review",
    "touch-done": "how a follow-up went",
    "touch-move": "another day for a follow-up",
    "touch-skip": "why a follow-up is skipped",
    "touch-close": "why a follow-up is closed",
    "follow-up": "a follow-up",
    "requests": "what became of requests",
    "closing-line": "a closing line",
    "deal": "a deal",
    "deal-story": "the story of a deal",
    "deal-check": "a check of a deal",
    "won": "how a deal was won",
    "lost": "how a deal was lost",
    "no-decision": "how a deal ended",
    "meeting": "how a meeting went",
    "chance": "the chance of a deal",
    "push": "a closing day",
    "reopen": "a deal to open again",
    "contract-end": "the end of a contract",
    "contact": "somebody at an account",
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


def saved_since(there: Mapping[str, str], since: str = "left") -> str:
    """Said where fields were saved since they were typed over: each by its label, and what it holds."""
    room = max(_LEAST, _LETTERS // len(there))
    words = {label: cut(" ".join(text.split()), room) for label, text in there.items()}
    told = [f"{label} {f'“{text}”' if text else '–'}" for label, text in words.items()]
    return f"Ctrl+S saves over what was saved since you {since} this: {', '.join(told)}."


def not_kept(problem: JournalError) -> str:
    """Why a draft is only on the screen, and that it stays there."""
    if isinstance(problem, NotSaved):
        return f"Not kept yet, {problem.why}; it stays here, and is tried again."
    return f"Not kept yet; it stays here. {problem}"


def leaves_without(trouble: str) -> str:
    """Said once before words are left behind that could not be kept."""
    return f"{trouble} To leave without these words, quit once more."


def left_over(waiting: Sequence[Waiting], line: str) -> str:
    """What waits at the start, in one sentence or two; "" when nothing does."""
    lines = [one for one in waiting if one.name == "line"]
    forms = [one for one in waiting if one.name != "line"]
    said = []
    if lines and line:
        said.append(f"As you left it {ago(lines[0].ago)}: a goes on with it.")
    elif lines:
        said.append(f"You put a line aside {ago(lines[0].ago)}: a, then ↑ brings it back.")
    if forms:
        what = _WHAT.get(forms[0].name, "something you typed")
        count = len(forms) - 1
        more = f" {count} more {'waits' if count == 1 else 'wait'}." if count else ""
        said.append(f"You were writing {what} {ago(forms[0].ago)}; it opens as you left it.{more}")
    return " ".join(said)
