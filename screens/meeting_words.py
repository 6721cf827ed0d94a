"""What is said of how meetings went: the offer after one is logged, and the notes in a line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.activity import Activity
from journal.entry import Entry
from screens import entry_words, wording

if TYPE_CHECKING:
    from journal.meeting import Meeting
from journal.meeting import noted as parts_noted

OFFERED = ("meeting", "demo")
"""What is asked about right after it is logged."""

LONGEST = 320
"""The most letters that are shown of one note."""

NONE_HELD = "No meeting is logged yet: meeting globex, then l tells how it went."
NONE_HERE = "No meeting is logged with them yet; log one on Today, then l tells how it went."


def hint(entry: Entry) -> str:
    """Which keys act on what was just logged: how a meeting went is offered before it is forgotten."""
    if isinstance(entry, Activity) and entry.kind in OFFERED:
        return f"{wording.TAKE_BACK}   l how it went"
    return wording.TAKE_BACK


def named(entry: Activity, today: date) -> str:
    """Which meeting it is: "Meeting with Globex, Tue 24 Nov"."""
    with_whom = f" with {wording.one_line(entry.account, 40)}" if entry.account else ""
    return f"{entry_words.what(entry)}{with_whom}, {wording.near_day(entry.day, today)}"


def choice(entry: Activity, today: date, *, has_notes: bool) -> str:
    """The same to be chosen, with a mark where it has notes."""
    at = f" {entry.time:%H:%M}" if entry.time else ""
    return f"{named(entry, today)}{at}{'  ✓ notes' if has_notes else ''}"


def kept(entry: Activity) -> str:
    """What is said once the notes are safe."""
    with_whom = f" with {wording.one_line(entry.account, 40)}" if entry.account else ""
    return f"Kept  how the {entry.kind}{with_whom} went"


def noted(meeting: Meeting) -> str:
    """The notes on a meeting in one line."""
    return "; ".join(wording.one_line(part, LONGEST) for part in parts_noted(meeting))
