"""How the sample rep's meetings went: they talk less and ask more from month to month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.activity import Activity
from journal.entry import Entry
from journal.meeting import Meeting
from journal.sample.deal_words import LEARNED, THEY_LEARNED

SKILLS = "vision,pricing"
"""The skills the rep builds this year."""

REWARD = "a Friday off by the lake"
"""What the best week of the month earns."""

_TACTICS = {"visit": "lunch", "social": "congratulated", "email": "case-study"}


def with_tags(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with the tags of skills practised and tactics tried, every few of a kind."""
    seen: dict[str, int] = {}
    found: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Activity) and entry.account:
            place = seen[entry.kind] = seen.get(entry.kind, 0) + 1
            found.append(replace(entry, tags=(*entry.tags, *_tags(entry, place))))
        else:
            found.append(entry)
    return found


def sample_notes(entries: Sequence[Entry]) -> tuple[tuple[int, Meeting], ...]:
    """Notes on two of three meetings held, each with the place of its entry, from 0."""
    held = [
        place
        for place, entry in enumerate(entries)
        if isinstance(entry, Activity) and entry.kind == "meeting" and entry.outcome != "no-show"
    ]
    noted = []
    for number, place in enumerate(held):
        if number % 3 < 2:
            grown = number / len(held)
            noted.append(
                (
                    place,
                    Meeting(
                        activity=0,
                        talk_share=round(64 - 20 * grown + 5 * (number % 4 - 1.5)),
                        questions=round(5 + 7 * grown + number % 3),
                        silent="their purchasing" if number % 5 == 0 else "",
                        learned=LEARNED[number % len(LEARNED)],
                        they_learned=THEY_LEARNED[number % len(THEY_LEARNED)],
                    ),
                )
            )
    return tuple(noted)


def _tags(entry: Activity, place: int) -> tuple[str, ...]:
    if entry.kind in ("meeting", "demo"):
        return ("vision",) * (place % 3 == 0) + ("pricing",) * (place % 5 == 0)
    every = 2 if entry.kind == "visit" else 9
    return (_TACTICS[entry.kind],) if entry.kind in _TACTICS and place % every == 0 else ()
