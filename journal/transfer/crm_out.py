"""Activities back to the rep's CRM, as its own loader reads them: those that its imports have not shown.

Salesforce gets the columns of Data Loader's insert, HubSpot and Pipedrive those of their import.
Only what was done goes out, never notes of the day or setbacks. A CRM counts rows: three calls that
are one entry here are three rows there, which share its minutes, and the first has its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Row:
    """One of the rows that an entry goes out as."""

    owed: Owed
    """The entry."""
    which: int
    """Which of its rows, from 1."""

    @property
    def done(self) -> Activity:
        """What was done."""
        return self.owed.activity

    @property
    def minutes(self) -> int:
        """Its share of the entry's minutes; all shares together are as many."""
        whole, rest = divmod(self.done.minutes or 0, self.done.count)
        return whole + (self.which <= rest)


def crm_texts(book: Logbook, system: str, since: date | None = None) -> Iterator[str]:
    """The file for "salesforce", "hubspot" or "pipedrive", a row at a time, the oldest first."""
    row = {"salesforce": _salesforce, "hubspot": _hubspot, "pipedrive": _pipedrive}[system]
    rows = (
        _Row(owed, which)
        for owed in oldest_first(book, system, since)
        for which in range(1, owed.activity.count + 1)
    )
    return csv_texts(HEADERS[system], map(row, rows))


def _salesforce(row: _Row) -> tuple[str, ...]:
    done = row.done
    is_call = done.kind == "call"
    deal = row.owed.deal_external_id or ""
    return (
        _subject(row),
        done.day.isoformat(),
        "Completed",
        "Normal",
        "",
        deal if deal.startswith(DEAL_PREFIX) else "",
        "",
        _notes(row, with_outcome=not is_call),
        "Outbound" if is_call else "",
        str(60 * row.minutes) if is_call and row.minutes else "",
        (done.outcome or "") if is_call else "",
    )


def _hubspot(row: _Row) -> tuple[str, ...]:
    done = row.done
    type_ = _HUBSPOT_TYPES.get(done.kind, "Note")
    has_outcome = type_ in ("Call", "Meeting")
    return (
        type_,
        done.day.isoformat(),
        _subject(row),
        _notes(row, with_outcome=not has_outcome),
        (done.outcome or "") if type_ == "Call" else "",
        (done.outcome or "") if type_ == "Meeting" else "",
        _hours(row.minutes),
        done.account or "",
        row.owed.deal_external_id or "",
    )


def _pipedrive(row: _Row) -> tuple[str, ...]:
    done = row.done
    return (
        _subject(row),
        _PIPEDRIVE_TYPES.get(done.kind, "Task"),
        done.day.isoformat(),
        f"{done.time:%H:%M}" if done.time else "",
        _hours(row.minutes),
        "Done",
        _notes(row, with_outcome=True),
        row.owed.deal_external_id or "",
        row.owed.deal_name or "",
        done.account or "",
    )


def _subject(row: _Row) -> str:
    """What was done and with whom: "Call: Acme (2 of 3)"; its first word says the kind in an import."""
    done = row.done
    which = f" ({row.which} of {done.count})" if done.count > 1 else ""
    said = done.kind[:1].upper() + done.kind[1:]
    said = f"{said}: {' '.join(done.account.split())}" if done.account else said
    room = LONGEST_SUBJECT - len(which)
    return (said if len(said) <= room else f"{said[: room - 1]}…") + which


def _notes(row: _Row, *, with_outcome: bool) -> str:
    """The note, its outcome where there is no column for it, and the reference."""
    done = row.done
    text = done.text if len(done.text) <= LONGEST_NOTES else f"{done.text[: LONGEST_NOTES - 1]}…"
    lines = [
        text if row.which == 1 else "",
        f"Outcome: {done.outcome}" if with_outcome and done.outcome else "",
    ]
    return with_reference("\n".join(filter(None, lines)), done.uid, row.which, done.count)


def _hours(minutes: int) -> str:
    """How long it took, as hours and minutes."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if minutes else ""
