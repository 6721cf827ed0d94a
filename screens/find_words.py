"""What the finder says: what each hit is, when it was, and what to do when nothing is found."""

from __future__ import annotations

from datetime import date

from journal.dates import in_words
from journal.search import Hit, HitKind

TITLE = "Search"
EXAMPLE = "an account's first letters, or any word you wrote"
NOTHING = "Nothing holds these words: try fewer of them, or only how they begin."
NO_ACCOUNT = "No account yet; it comes with your first entry or deal."
BEGIN = "Write what you look for: accounts, deals, entries, setbacks, goals, reviews …"
STILL_READING = "looking through {:,} that are new …"
GONE = "That was deleted meanwhile: look for it again."
HINTS = (("Enter", "Open"), ("↑ ↓", "Choose"), ("Tab", "Complete"), ("Esc", "Leave"))

MANY = {
    HitKind.ACCOUNT: "accounts",
    HitKind.DEAL: "deals",
    HitKind.CONTACT: "people",
    HitKind.GOAL: "goals",
    HitKind.MILESTONE: "milestones",
    HitKind.FOLLOW_UP: "follow-ups",
    HitKind.SETBACK: "setbacks",
    HitKind.NOTE: "notes",
    HitKind.ACTIVITY: "activities",
    HitKind.DAY: "day pages",
    HitKind.REVIEW: "reviews",
    HitKind.PURPOSE: "purposes",
    HitKind.DAY_OFF: "days off",
}
"""What several of a kind are called."""

_READ = {
    HitKind.DAY: "The page of {}",
    HitKind.REVIEW: "The review up to {}",
    HitKind.PURPOSE: "Your purpose since {}",
    HitKind.DAY_OFF: "Off from {}",
    HitKind.FOLLOW_UP: "A follow-up, {}",
}


def title(kind: HitKind | None) -> str:
    """What stands in the frame: what is looked through."""
    return TITLE if kind is None else f"{TITLE} · {MANY[kind]} only"


def more(kind: HitKind) -> str:
    """What offers to see all of a kind."""
    return f"more {MANY[kind]} …"


def what(hit: Hit) -> str:
    """What a hit is, in one or two words."""
    if hit.kind is HitKind.ACTIVITY:
        return hit.what or str(hit.kind)
    return "person" if hit.kind is HitKind.CONTACT else str(hit.kind)


def when(hit: Hit, today: date) -> str:
    """The day it belongs to; nothing for what has none."""
    return in_words(hit.day, today) if hit.day else ""


def who(hit: Hit) -> str:
    """Its name and whom it is about."""
    names = dict.fromkeys(name for name in (hit.name, hit.account) if name)
    return " · ".join(names)


def rest(hit: Hit) -> str:
    """All that it says besides, as one text."""
    stands = hit.what if hit.kind is HitKind.DEAL else ""
    words = [word for word in hit.about.splitlines() if word != stands]
    return "\n".join(part for part in (stands, hit.text, *words) if part)


def read_title(hit: Hit, today: date) -> str:
    """What a hit that is only read is called."""
    return _READ[hit.kind].format(when(hit, today) or "without a day")
