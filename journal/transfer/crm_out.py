"""Activities back to the rep's CRM, as its own loader reads them: those that its imports have not shown.

Salesforce gets the columns of Data Loader's insert, HubSpot and Pipedrive those of their import.
Only what was done goes out, never notes of the day or setbacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import Activity
from journal.crm_debt import Owed, oldest_first
from journal.transfer.cells_out import csv_texts
from journal.transfer.reference import HEADERS, with_reference
from journal.transfer.salesforce import DEAL_PREFIX

if TYPE_CHECKING:
    from journal.logbook import Logbook

LONGEST_SUBJECT = 255
"""The longest subject that Salesforce takes, in characters."""

LONGEST_NOTES = 31_000
"""So much of a note goes out, in characters; Salesforce takes 32,000, the reference included."""

_HUBSPOT_TYPES = {
    "call": "Call",
    "email": "Email",
    "social": "LinkedIn message",
    "meeting": "Meeting",
    "demo": "Meeting",
    "visit": "Meeting",
}
_PIPEDRIVE_TYPES = {"call": "Call", "email": "Email"} | dict.fromkeys(
    ("meeting", "demo", "visit"), "Meeting"
)


def crm_texts(book: Logbook, system: str, since: date | None = None) -> Iterator[str]:
    """The file for "salesforce", "hubspot" or "pipedrive", a row at a time, the oldest first."""
    row = {"salesforce": _salesforce, "hubspot": _hubspot, "pipedrive": _pipedrive}[system]
    return csv_texts(HEADERS[system], (row(owed) for owed in oldest_first(book, system, since)))


def _salesforce(owed: Owed) -> tuple[str, ...]:
    done = owed.activity
    is_call = done.kind == "call"
    deal = owed.deal_external_id or ""
    return (
        _subject(done),
        done.day.isoformat(),
        "Completed",
        "Normal",
        "",
        deal if deal.startswith(DEAL_PREFIX) else "",
        "",
        _notes(done, with_outcome=not is_call),
        "Outbound" if is_call else "",
        str(60 * done.minutes) if is_call and done.minutes else "",
        (done.outcome or "") if is_call else "",
    )


def _hubspot(owed: Owed) -> tuple[str, ...]:
    done = owed.activity
    type_ = _HUBSPOT_TYPES.get(done.kind, "Note")
    has_outcome = type_ in ("Call", "Meeting")
    return (
        type_,
        done.day.isoformat(),
        _subject(done),
        _notes(done, with_outcome=not has_outcome),
        (done.outcome or "") if type_ == "Call" else "",
        (done.outcome or "") if type_ == "Meeting" else "",
        _hours(done),
        done.account or "",
        owed.deal_external_id or "",
    )


def _pipedrive(owed: Owed) -> tuple[str, ...]:
    done = owed.activity
    return (
        _subject(done),
        _PIPEDRIVE_TYPES.get(done.kind, "Task"),
        done.day.isoformat(),
        f"{done.time:%H:%M}" if done.time else "",
        _hours(done),
        "Done",
        _notes(done, with_outcome=True),
        owed.deal_external_id or "",
        owed.deal_name or "",
        done.account or "",
    )


def _subject(done: Activity) -> str:
    """What was done and with whom: "Call ×3: Acme"; its first word says the kind when it comes back."""
    said = done.kind[:1].upper() + done.kind[1:] + (f" ×{done.count}" if done.count > 1 else "")
    said = f"{said}: {' '.join(done.account.split())}" if done.account else said
    return said if len(said) <= LONGEST_SUBJECT else f"{said[: LONGEST_SUBJECT - 1]}…"


def _notes(done: Activity, *, with_outcome: bool) -> str:
    """The note, its outcome where there is no column for it, and the reference."""
    text = done.text if len(done.text) <= LONGEST_NOTES else f"{done.text[: LONGEST_NOTES - 1]}…"
    lines = [text, f"Outcome: {done.outcome}" if with_outcome and done.outcome else ""]
    return with_reference("\n".join(filter(None, lines)), done.uid)


def _hours(done: Activity) -> str:
    """How long it took, as hours and minutes."""
    return f"{done.minutes // 60:02d}:{done.minutes % 60:02d}" if done.minutes else ""
