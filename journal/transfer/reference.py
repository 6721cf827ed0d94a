"""The reference that an activity carries into a CRM, so that it is known when the CRM shows it back.

It is the last line of the notes, ``[journal 0193…]``: no column of a CRM's own would come back from
every report. What carries one is never added a second time, whatever else was made of it there. Three
calls that are one entry here are three rows there, and each says which: ``[journal 0193… 2/3]``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

HEADERS = {
    "salesforce": (
        *("Subject", "ActivityDate", "Status", "Priority", "WhoId", "WhatId", "OwnerId"),
        *("Description", "CallType", "CallDurationInSeconds", "CallDisposition"),
    ),
    "hubspot": (
        *("Activity Type", "Activity Date", "Activity Name", "Notes/Description"),
        *("Call Outcome", "Meeting Outcome", "Duration", "Associated Company", "Deal ID"),
    ),
    "pipedrive": (
        *("Activity - Subject", "Activity - Type", "Activity - Due date", "Activity - Due time"),
        *("Activity - Duration", "Activity - Done", "Activity - Note"),
        *("Deal - ID", "Deal - Title", "Organization - Name"),
    ),
}
"""The columns of our own exports, by the program they are for."""

_BEGINS = "[journal "
_REFERENCE = re.compile(r"\s*\[journal (([0-9A-Za-z-]{8,64})(?: [0-9]{1,4}/[0-9]{1,4})?)\]")
_UID = re.compile(r"[0-9A-Za-z-]{8,64}", re.ASCII)


def with_reference(notes: str, uid: str, which: int = 1, of: int = 1) -> str:
    """Notes that end in the reference of their entry, and in which row of how many it is."""
    if _UID.fullmatch(uid) is None:
        return notes
    part = f" {which}/{of}" if of > 1 else ""
    return f"{notes}\n{_BEGINS}{uid}{part}]".lstrip("\n")


def references_in(notes: str) -> tuple[str | None, str | None]:
    """The uid of the entry that notes were taken out of; None when they carry none.

    And the same with which of its rows it is, so that each row has a name of its own.
    """
    found = _REFERENCE.findall(notes) if _BEGINS in notes else ()
    return (found[-1][1], found[-1][0]) if found else (None, None)


def without_reference(notes: str) -> str:
    """The notes as they were taken out."""
    return _REFERENCE.sub("", notes) if _BEGINS in notes else notes


def is_our_own(header: Sequence[str]) -> bool:
    """Whether a file is one that we took out: it tells nothing about what a CRM has."""
    return tuple(header) in HEADERS.values()
