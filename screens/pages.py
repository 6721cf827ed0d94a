"""Which pages there are: their number keys, and where each is found once it is asked for."""

from __future__ import annotations

from journal.frozen import frozen


@frozen
class Place:
    """Where a page is found; it is loaded with its first opening."""

    mode: str
    """What the app calls it."""
    module: str
    """The module it lives in."""
    name: str
    """The name of its class, which takes the journal."""


PAGES = {
    1: Place("today", "screens.today", "Today"),
    2: Place("goals", "screens.goals", "Goals"),
    3: Place("deals", "screens.deals", "Deals"),
    4: Place("setbacks", "screens.setbacks", "Setbacks"),
    5: Place("follow-ups", "screens.follow_ups", "FollowUps"),
    6: Place("review", "screens.review", "Review"),
}
"""By number key."""

VISITS = {
    "morning": Place("today", "screens.morning", "Morning"),
    "evening": Place("today", "screens.evening", "Evening"),
}
"""The two pages of a day, which lie over Today."""
