"""What is said of Monday's chances."""

from __future__ import annotations

from datetime import date

from journal.deal import Deal
from journal.deal_check import MondayForecast
from journal.percent import in_percent
from screens import wording

NONE_WAITS = "Every open deal has its chance for this week."
"""Said when none is left to say."""

ONLY_OPEN = "A chance is for an open deal."
"""Said of one that has ended."""


def heading(place: int, of: int) -> str:
    """The frame of the dialog: which of those asked it is."""
    return "How likely, and when?" + (f"  {place:,} of {of:,}" if of > 1 else "")


def hint(place: int, of: int) -> str:
    """What stands below the rows."""
    if place < of:
        return "Only you see it. Enter twice goes on to the next; Esc leaves the rest."
    return "Only you see it; Review tells how well you foresee."


def thought(before: MondayForecast | None, deal: Deal, today: date) -> str:
    """What was thought of it last, and when it is expected to close."""
    close = f"closes {wording.near_day(deal.expected_close, today)}" if deal.expected_close else ""
    if before is None:
        return f"{close}; no chance said yet" if close else "no chance said yet"
    then = f"closing {wording.near_day(before.close, today)}" if before.close else "no day"
    monday = f"{before.monday.day} {wording.month(before.monday)}"
    return f"Monday {monday}: {in_percent(before.chance)}, {then}"


def said(count: int, left: int) -> str:
    """What is said once some are kept."""
    kept = "Kept  the chance of 1 deal" if count == 1 else f"Kept  the chances of {count:,} deals"
    waits = f"; {left:,} {'waits' if left == 1 else 'wait'}" if left else ""
    return f"{kept}{waits}"


def offer(count: int) -> str:
    """What stands in a rule on Mondays; "" when nothing waits."""
    return f"H: {count:,} {'chance' if count == 1 else 'chances'} to say" if count else ""
