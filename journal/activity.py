"""An activity: something the rep did, and how often."""

from __future__ import annotations

from journal.entry import Entry
from journal.errors import BadInput
from journal.frozen import frozen

KINDS = ("call", "email", "social", "meeting", "demo", "proposal", "visit", "other")
"""The kinds every journal knows; settings add more."""

REACH_OUTS = ("call", "email", "social")
"""The kinds that count as a reach-out."""

OUTCOMES = (
    "reached",
    "voicemail",
    "no-answer",
    "replied",
    "booked",
    "held",
    "no-show",
    "qualified",
    "said-no",
)
"""The outcomes with a meaning; any other single word is kept as it is."""

LARGEST_COUNT = 1_000
"""The most that one line may count."""

_PLURALS = {"social": "social", "other": "other"}


@frozen(kw_only=True)
class Activity(Entry):
    """Something the rep did, once or several times, on one day."""

    kind: str
    """One of the known kinds, singular."""
    count: int = 1
    """How often: 1 to 1,000."""
    outcome: str | None = None
    """What it led to for the customer, in one word."""
    minutes: int | None = None
    """How long it took, in minutes."""


def plural(kind: str) -> str:
    """How several of a kind are called: calls, social touches stay "social"."""
    return _PLURALS.get(kind, kind + "s")


def counted(kind: str, count: int) -> str:
    """A count in words: "1 call", "3 calls"."""
    return f"{count:,} {kind if count == 1 else plural(kind)}"


def kind_named(word: str, more: tuple[str, ...] = ()) -> str | None:
    """The kind a word means, singular or plural, in any case; None when it means none."""
    folded = word.casefold()
    for kind in (*KINDS, *more):
        if folded in (kind, plural(kind), kind + "s"):
            return kind
    return None


def check_count(count: int) -> int:
    """The count as given. Raises BadInput unless it is 1 to 1,000."""
    if not 1 <= count <= LARGEST_COUNT:
        raise BadInput(f"A count is a whole number from 1 to {LARGEST_COUNT:,}, not {count:,}.")
    return count
