"""Which column of an export is which: the names programs give them, and what we call them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.errors import BadInput


class Kind(StrEnum):
    """What the rows of a file are."""

    DEALS = "deals"
    ACTIVITIES = "activities"
    ACCOUNTS = "accounts"


_DEAL = {
    "id": "Opportunity ID, Deal ID, Record ID, Pipedrive System ID, hs_object_id, Id",
    "name": "Opportunity Name, Deal Name, Deal Title, dealname, Title, Opportunity, Deal, Name",
    "account": "Account Name, Account, Company Name, Company, Customer, Customer Name, Client,"
    " Organization, Organisation, Organization Name, Associated Company, Account: Account Name",
    "account_id": "AccountId, Account: Account ID",
    "amount": "Amount, Value, Deal Value, Deal Amount, Deal Size, Contract Value",
    "currency": "Amount Currency, Currency of Value, CurrencyIsoCode, Currency",
    "stage": "StageName, Deal Stage, Stage, Sales Stage",
    "status": "Status, Deal Status, Outcome",
    "won": "IsWon, Won, Is Closed Won, hs_is_closed_won",
    "lost": "Is Closed Lost, Lost, hs_is_closed_lost",
    "closed": "IsClosed, Closed, hs_is_closed",
    "close_date": "CloseDate, Closing Date",
    "expected_close": "Expected Close Date, Expected Close, Estimated Close Date",
    "closed_on": "Closed On, Deal closed on, Closed Date, Date Closed",
    "won_on": "Won time, Won Date, Won On",
    "lost_on": "Lost time, Lost Date, Lost On",
    "opened": "CreatedDate, Create Date, Deal created, Created, Created On, Creation date,"
    " Date Created, Opened, Opened On, Open Date, Date Opened",
    "stage1_on": "Stage 1 On",
    "qualified_on": "Qualified On, Qualified Date",
    "pushes": "PushCount, Pushes",
    "lost_reason": "Loss Reason, Lost Reason, Closed Lost Reason, Why did we lose?",
    "next_step": "NextStep, Next Steps",
    "owner": "Opportunity Owner, Deal Owner, Owner, Owner Name, hubspot_owner_id, OwnerId",
    "deleted": "IsDeleted",
}
_ACTIVITY = {
    "id": "Activity ID, Task ID, Event ID, Record ID, Id",
    "subject": "Subject, Activity Name, Task Name, Task",
    "day": "ActivityDate, Date, Due Date, Task Due Date, StartDateTime, Start, Day",
    "done_on": "CompletedDateTime, Completed Date, Completed On, Marked as done time",
    "changed_on": "LastModifiedDate, Last Modified",
    "ends": "EndDateTime, End",
    "status": "Status, Task Status",
    "done": "IsClosed, Closed, Done, Completed",
    "subtype": "TaskSubtype, EventSubtype",
    "type": "Activity Type, Type, Kind, Activity",
    "call_type": "CallType",
    "result": "Call Result, CallDisposition, Call Outcome, Meeting Outcome, Outcome, Result",
    "seconds": "CallDurationInSeconds, Call Duration",
    "minutes": "DurationInMinutes, Minutes, Duration",
    "count": "Count",
    "notes": "Full Comments, Comments, Description, Notes/Description, Notes, Note",
    "account": "Company / Account, " + _DEAL["account"],
    "account_id": "AccountId, Account: Account ID",
    "about_id": "WhatId, Opportunity ID, Deal ID",
    "opened": _DEAL["opened"],
    "owner": "Assigned, Assigned To, Assigned to user, Activity Owner, " + _DEAL["owner"],
    "deleted": "IsDeleted",
}
_ACCOUNT = {
    "id": "AccountId, Company ID, Record ID, Id",
    "account": "Account Name, Company Name, Name, Company",
    "deleted": "IsDeleted",
}
_NAMES = {Kind.DEALS: _DEAL, Kind.ACTIVITIES: _ACTIVITY, Kind.ACCOUNTS: _ACCOUNT}

DATES = {
    Kind.DEALS: (
        *("opened", "stage1_on", "qualified_on", "expected_close"),
        *("close_date", "closed_on", "closed", "won_on", "lost_on"),
    ),
    Kind.ACTIVITIES: ("day", "done_on", "done", "changed_on", "opened"),
    Kind.ACCOUNTS: (),
}
"""The fields that hold days; ``closed`` and ``done`` hold yes and no in most exports."""

_ONE_OF_EACH = {
    Kind.DEALS: (
        {"account", "account_id", "name"},
        {"amount", "stage", "status", "won", "closed", "close_date", "expected_close", "closed_on"},
    ),
    Kind.ACTIVITIES: ({"subject", "subtype", "type"}, {"day", "done_on"}),
    Kind.ACCOUNTS: ({"id"}, {"account"}),
}
WANTED = (
    "a table of deals has Account and one of Amount, Stage, Status or Close Date, a table of"
    ' activities has Subject and Date; name yours with --map "Column=field"'
)
"""What a header needs, in words for the rep."""

KEPT = frozenset({"account_id", "about_id", "owner", "result", "status"})
"""Fields that are used in reading and kept beside the row as well, since we have no word for them."""

_PREFIX = {
    Kind.DEALS: re.compile(r"(?:deal|opportunity)\s*(?:: | - )\s*", re.IGNORECASE),
    Kind.ACTIVITIES: re.compile(r"(?:activity|task|event)\s*(?:: | - )\s*", re.IGNORECASE),
    Kind.ACCOUNTS: re.compile(r"(?:account)\s*(?:: | - )\s*", re.IGNORECASE),
}


def key_of(name: str) -> str:
    """A column's name without what programs vary: case, spaces, marks, ``__c`` of own fields."""
    bare = name.strip().strip("*").strip().casefold().removesuffix("__c")
    return "".join(letter for letter in bare if letter.isalnum())


_KNOWN = {
    kind: {
        key_of(name): (field, rank)
        for field, listed in names.items()
        for rank, name in reversed(list(enumerate(listed.split(", "))))
    }
    for kind, names in _NAMES.items()
}


def fields_of(kind: Kind) -> tuple[str, ...]:
    """The fields that the columns of a file may fill."""
    return tuple(_NAMES[kind])


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands in the rows of a file."""

    kind: Kind
    """What the rows are."""
    places: Mapping[str, tuple[int, ...]]
    """Each field's columns, from 0; of several the first that is not empty counts."""
    unknown: tuple[tuple[int, str], ...]
    """The columns kept as they are, with their names, each name once."""
    doubled: tuple[str, ...]
    """The fields that have several columns."""
    header: tuple[str, ...]
    """The names of all columns, as written."""

    def title(self, field: str) -> str:
        """The name that a field's column has in the file."""
        return self.header[self.places[field][0]].strip()


def columns_of(header: Sequence[str], mapping: Mapping[str, str]) -> Columns | None:
    """What a row means as a header; None when it cannot be one.

    ``mapping`` is the rep's own, from ``key_of`` a column to a field, or to "" to leave it alone.
    """
    read = [columns for kind in Kind if (columns := _as(kind, header, mapping)) is not None]
    return max(read, key=_likeness, default=None)


def _likeness(columns: Columns) -> tuple[bool, int, bool]:
    """How well a header fits a kind: what has an amount or a stage and no subject is a deal."""
    names = columns.places.keys()
    subject = "subject" in names
    return bool(names & {"amount", "stage"}) and not subject, len(names), subject


def _as(kind: Kind, header: Sequence[str], mapping: Mapping[str, str]) -> Columns | None:
    """The columns if the rows are of this kind; None when fields that it needs are missing."""
    claims: dict[str, list[tuple[int, str, int]]] = {}
    for place, name in enumerate(header):
        if (claim := _claim(kind, name, mapping)) is not None:
            field, rank = claim
            claims.setdefault(field, []).append((rank, key_of(name), place))
    if not all(claims.keys() & needed for needed in _ONE_OF_EACH[kind]):
        return None
    places: dict[str, tuple[int, ...]] = {}
    for field, claimed in claims.items():
        best = min(claimed)[1]
        places[field] = tuple(place for _, key, place in claimed if key == best)
    used = {place for field, found in places.items() if field not in KEPT for place in found}
    doubled = tuple(field for field, found in places.items() if len(found) > 1)
    return Columns(kind, places, _unique(header, used), doubled, tuple(header))


def _claim(kind: Kind, name: str, mapping: Mapping[str, str]) -> tuple[str, int] | None:
    key, known = key_of(name), _KNOWN[kind]
    if key in mapping:
        return (mapping[key], -1) if mapping[key] in _NAMES[kind] else None
    stripped = _PREFIX[kind].sub("", name.strip(), count=1)
    return known.get(key) or known.get(key_of(stripped))


def _unique(header: Sequence[str], used: set[int]) -> tuple[tuple[int, str], ...]:
    taken: set[str] = set()
    kept: list[tuple[int, str]] = []
    for place, name in enumerate(header):
        if place in used:
            continue
        title = base = name.strip() or f"Column {place + 1}"
        again = 1
        while title in taken:
            again += 1
            title = f"{base} ({again})"
        taken.add(title)
        kept.append((place, title))
    return tuple(kept)


def read_mapping(mapping: Mapping[str, str]) -> dict[str, str]:
    """The rep's own "Column=field" pairs, checked. Raises BadInput for a field we do not have."""
    known = {field for names in _NAMES.values() for field in names}
    checked = {}
    for column, said in mapping.items():
        field = said.strip().casefold().replace("-", "_").replace(" ", "_")
        if field not in known and field not in ("", "ignore"):
            fields = ", ".join(sorted(name.replace("_", "-") for name in known))
            raise BadInput(f"There is no field “{said}”. Fields are: {fields}, ignore.")
        checked[key_of(column)] = "" if field == "ignore" else field
    return checked
