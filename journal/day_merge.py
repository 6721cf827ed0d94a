"""Two versions of one day's page: what was written on different lines is kept from both."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from journal.day_page import DayPage, Intention
from journal.entry import LONGEST_TEXT
from journal.errors import BadInput, ChangedElsewhere

LONGEST_INTENTION = 1_000
"""The longest intention, in characters; it is one line, read at a glance."""

_OWN = frozenset(("day", "rev"))

BOTH_CHANGED = "This day's page was changed in another window; both versions are kept to show."


def merged(read: DayPage, mine: DayPage, stored: DayPage) -> DayPage:
    """What was stored, with what I wrote over what I had read; its rev is the stored one.

    Raises ChangedElsewhere when both wrote on the same line, and differently.
    """
    changed: dict[str, Any] = {}
    for each in fields(DayPage):
        if each.name in _OWN:
            continue
        was, now, there = (getattr(page, each.name) for page in (read, mine, stored))
        if now in (was, there):
            continue
        if there != was:
            raise ChangedElsewhere(BOTH_CHANGED)
        changed[each.name] = now
    return replace(stored, **changed)


def check_page(page: DayPage) -> None:
    """Refuse what cannot be kept whole. Raises BadInput."""
    words = (
        *(page.obstacle, page.if_then, page.good_thing, page.my_part),
        *(page.first_tomorrow, page.overstated, page.thanks),
    )
    if max(map(len, words)) > LONGEST_TEXT:
        raise BadInput(f"One line of a day's page holds {LONGEST_TEXT:,} characters; shorten it.")
    if any(len(intention.text) > LONGEST_INTENTION for intention in page.intentions):
        raise BadInput(f"An intention holds {LONGEST_INTENTION:,} characters; shorten it.")
    if page.offence is not None and not 0 <= page.offence <= 100:
        raise BadInput("Offence is a share of the day, a whole number from 0 to 100 %.")


def meant(texts: list[str], before: tuple[Intention, ...]) -> tuple[Intention, ...]:
    """Intentions from words: those that stood there keep what became of them, empty ones go."""
    known = {intention.text: intention for intention in before}
    words = [" ".join(text.split()) for text in texts]
    return tuple(known.get(text, Intention(text)) for text in words if text)
