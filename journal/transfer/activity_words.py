"""What kind of activity a row is, whether it was done, and what it led to, as exports say it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from journal.follow_up import FollowUpState
from journal.transfer.row import Row

_KINDS = {
    **dict.fromkeys(("call", "calls", "called", "phone", "phoned"), "call"),
    **dict.fromkeys(("email", "emails", "emailed", "mail", "listemail"), "email"),
    **dict.fromkeys(("meeting", "meetings", "met", "event", "appointment", "lunch"), "meeting"),
    **dict.fromkeys(("linkedin", "social", "sms", "whatsapp"), "social"),
    **dict.fromkeys(("incoming", "postal"), "other"),
    **dict.fromkeys(("demo", "demonstration"), "demo"),
    **dict.fromkeys(("visit", "visited"), "visit"),
    "proposal": "proposal",
}
_NO_TYPES = frozenset({"task", "to", "do", "todo", "other", "none"})
"""Words that name a row's type and tell nothing."""

_DONE = frozenset({"completed", "complete", "done", "closed", "held", "finished", "sent"})
_TO_DO = frozenset({"undone", "to do", "todo", "open", "not started", "not done"})
_CANCELLED = frozenset({"cancelled", "canceled"})
_NO_OUTCOMES = frozenset({"scheduled", "rescheduled"})
"""What HubSpot says of a meeting that nobody looked at since it was held."""
_OUTCOMES = (
    ("voicemail", ("voicemail", "voice mail", "left message", "left vm", "vm")),
    ("no-answer", ("no answer", "not reached", "not connected", "unanswered", "busy")),
    ("no-show", ("no show", "did not attend")),
    ("said-no", ("not interested", "said no", "rejected", "declined")),
    ("booked", ("booked", "scheduled", "meeting set")),
    ("replied", ("replied", "reply")),
    ("reached", ("reached", "connected", "answered", "spoke")),
    ("held", ("held", "completed", "attended")),
)
_LONGEST_OUTCOME = 40


def kind_of(row: Row) -> str:
    """The kind of a row: by its type, else by what only calls have, else by how its subject begins."""
    if (kind := _kind_said(row.text("subtype"), row.text("type"))) is not None:
        return kind
    if row.text("call_type") or row.text("seconds"):
        return "call"
    if (begins := _words(row.text("subject"))) and begins[0] in _KINDS:
        return _KINDS[begins[0]]
    return "meeting" if row.has("ends") else "other"


@lru_cache(maxsize=1_024)
def _kind_said(*said: str) -> str | None:
    """The kind that the words of a type name; None when they name none."""
    words = (word for text in said for word in _words(text))
    return next((_KINDS[word] for word in words if word in _KINDS), None)


def tells_nothing(kind: str) -> bool:
    """Whether a type is a word like "Task", or none at all."""
    return set(_words(kind)) <= _NO_TYPES


def unknown_type(row: Row) -> str | None:
    """The type of a row as its file says it, when it tells no kind of ours; None when it does."""
    return _unknown_type(row.text("subtype"), row.text("type"))


@lru_cache(maxsize=1_024)
def _unknown_type(*said: str) -> str | None:
    if _kind_said(*said) is not None:
        return None
    return next((text for text in reversed(said) if not set(_words(text)) <= _NO_TYPES), None)


@lru_cache(maxsize=1_024)
def says_more(said: str, kind: str) -> bool:
    """Whether a type has a word besides the kind it is read as."""
    return any(word not in _NO_TYPES and word not in (kind, f"{kind}s") for word in _words(said))


@lru_cache(maxsize=1_024)
def is_understood(said: str) -> bool:
    """Whether every word of a type is one that names a kind, or tells nothing."""
    return all(word in _NO_TYPES or word in _KINDS for word in _words(said))


@lru_cache(maxsize=256)
def tells_state(said: str) -> bool:
    """Whether words tell that something was done, or is still to do."""
    return _state_said(said) is not None or " ".join(_words(said)) in _TO_DO


def state_of(row: Row, day: date | None, today: date) -> FollowUpState:
    """Whether a row was done, is due, or was called off.

    Its status decides, then its flag; a list with neither is a list of what was done, up to today.
    """
    if row.system == "hubspot" and not row.text("status") and not row.has("done"):
        return _state_without_status(row, day, today)
    if said := _state_said(row.text("status")) or _state_said(row.text("done")):
        return said
    if row.flag("done") or row.text("done_on") or row.day_or_flag("done"):
        return FollowUpState.DONE
    if not row.has("status") and not row.has("done") and day is not None and day <= today:
        return FollowUpState.DONE
    return FollowUpState.DUE


def is_guessed(row: Row) -> bool:
    """Whether no cell of a row that is done tells so: its day alone does."""
    said = row.text("status") or row.text("done") or row.text("done_on")
    return not said and not (row.system == "hubspot" and row.text("result"))


@lru_cache(maxsize=256)
def _state_said(text: str) -> FollowUpState | None:
    """What a status says that something was done, or called off; None when it says neither."""
    said = " ".join(_words(text))
    if said in _DONE:
        return FollowUpState.DONE
    return FollowUpState.CLOSED if said in _CANCELLED else None


def _state_without_status(row: Row, day: date | None, today: date) -> FollowUpState:
    """Whether a row of HubSpot was done: only its tasks have a status, its meetings an outcome."""
    said = " ".join(_words(row.text("result")))
    if said in _CANCELLED or said == "rescheduled":
        return FollowUpState.CLOSED
    if row.text("done_on") or said in _DONE:
        return FollowUpState.DONE
    is_task = "task" in _words(row.text("type"))
    return FollowUpState.DONE if day and day <= today and not is_task else FollowUpState.DUE


def outcome_of_touch(row: Row, kind: str) -> str | None:
    """What a touch led to, in one word; None when its row does not say."""
    said = row.text("result")
    if kind == "meeting" and said.casefold() in _NO_OUTCOMES:
        return None
    return outcome_word(said)


@lru_cache(maxsize=256)
def outcome_word(text: str) -> str | None:
    """What a touch led to, in one word: ours where one fits, else its own; None for a blank."""
    words = _words(text)
    said = f" {' '.join(words)} "
    for ours, theirs in _OUTCOMES:
        if any(f" {words} " in said for words in theirs):
            return ours
    return "-".join(words)[:_LONGEST_OUTCOME].strip("-") or None


@lru_cache(maxsize=1_024)
def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold().replace("e-mail", "email"))
