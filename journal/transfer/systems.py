"""Which program a file comes from, told by the names of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.errors import BadInput
from journal.transfer.fields import key_of

SYSTEMS = ("salesforce", "hubspot", "pipedrive", "table")
"""The programs whose files are read; a table is anyone's."""

_SALESFORCE = (
    *("StageName", "IsWon", "IsDeleted", "AccountId", "WhatId", "TaskSubtype", "SystemModstamp"),
    *("Opportunity Owner", "Opportunity Name", "Opportunity ID", "Fiscal Period"),
    *("Company / Account", "Assigned", "Call Disposition", "Call Result"),
)
_HUBSPOT = (
    *("Record ID", "Deal Stage", "dealstage", "hs_object_id", "Associated Company", "Deal owner"),
    *("Create Date", "Closed Lost Reason", "Activity Owner", "Task Due Date"),
    *("Associated Company IDs", "Associated Contact Email", "Associated Deal IDs", "dealname"),
    *("hubspot_owner_id", "Activity assigned to", "Call title", "Meeting name", "Company owner"),
    *("Notes/Description", "Deal probability", "hs_timestamp", "hs_activity_type"),
)
_PIPEDRIVE = (
    *("Currency of Value", "Weighted value", "Last stage change", "Won time", "Lost time"),
    *("Done activities", "Activities to do", "Marked as done time", "Assigned to user"),
    *("Pipedrive System ID", "Deal created", "Deal closed on"),
)
_PREFIXED = re.compile(r"\s*(?:deal|activity|organi[sz]ation|person) - ", re.IGNORECASE)


def system_of(header: Sequence[str], wanted: str) -> str:
    """The program a header comes from; the one that is wanted unless that is "auto"."""
    if wanted != "auto":
        return wanted
    if sum(_PREFIXED.match(name) is not None for name in header) >= 2:
        return "pipedrive"
    keys = {key_of(name) for name in header}
    known = {"salesforce": _SALESFORCE, "hubspot": _HUBSPOT, "pipedrive": _PIPEDRIVE}
    met = {system: sum(key_of(name) in keys for name in names) for system, names in known.items()}
    likeliest = max(met, key=lambda system: met[system])
    return likeliest if met[likeliest] >= 2 else "table"


def check_format(wanted: str) -> None:
    """Raises BadInput unless this is a program whose files are read, or "auto"."""
    if wanted not in ("auto", *SYSTEMS):
        raise BadInput(f"“{wanted}” cannot be read. Formats are: auto, {', '.join(SYSTEMS)}, json.")
