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
)
_PIPEDRIVE = re.compile(r"\s*(?:deal|activity|organi[sz]ation|person) - ", re.IGNORECASE)


def system_of(header: Sequence[str], wanted: str) -> str:
    """The program a header comes from; the one that is wanted unless that is "auto"."""
    if wanted != "auto":
        return wanted
    if sum(_PIPEDRIVE.match(name) is not None for name in header) >= 2:
        return "pipedrive"
    keys = {key_of(name) for name in header}
    salesforce, hubspot = (
        sum(key_of(name) in keys for name in names) for names in (_SALESFORCE, _HUBSPOT)
    )
    if max(salesforce, hubspot) < 2:
        return "table"
    return "salesforce" if salesforce >= hubspot else "hubspot"


def check_format(wanted: str) -> None:
    """Raises BadInput unless this is a program whose files are read, or "auto"."""
    if wanted not in ("auto", *SYSTEMS):
        raise BadInput(f"“{wanted}” cannot be read. Formats are: auto, {', '.join(SYSTEMS)}.")
