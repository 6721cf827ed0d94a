"""Which column of an export is which: the names programs give them, and what we call them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from journal.errors import BadInput
from journal.transfer.field_names import ACCOUNT, ACTIVITY, DEAL


class Kind(StrEnum):
    """What the rows of a file are."""

    DEALS = "deals"
    ACTIVITIES = "activities"
    ACCOUNTS = "accounts"


_NAMES = {Kind.DEALS: DEAL, Kind.ACTIVITIES: ACTIVITY, Kind.ACCOUNTS: ACCOUNT}

DATES = {
    Kind.DEALS: (
        *("opened", "stage1_on", "qualified_on", "expected_close"),
        *("close_date", "closed_on", "closed", "won_on", "lost_on", "moved_on"),
    ),
    Kind.ACTIVITIES: ("day", "due", "done_on", "done", "changed_on", "opened"),
    Kind.ACCOUNTS: (),
}
"""The fields that hold days; ``closed`` and ``done`` hold yes and no in most exports."""

_ONE_OF_EACH = {
    Kind.DEALS: (
        {"account", "account_id", "name"},
        {
            *("amount", "stage", "to_stage", "status", "won", "closed"),
            *("close_date", "expected_close", "closed_on"),
        },
    ),
    Kind.ACTIVITIES: ({"subject", "subtype", "type"}, {"day", "due", "done_on"}),
    Kind.ACCOUNTS: ({"id"}, {"account"}),
}
NEEDED = (
    "a table of deals has Account and one of Amount, Stage, Status or Close Date, a table of"
    " activities has Subject and Date"
)
"""What a header needs, in words for the rep."""
WANTED = f'{NEEDED}; name yours with --map "Column=field"'
"""The same on the command line, with how a column is named there."""

KEPT = frozenset(
    {
        *("account_id", "about_id", "about_name", "owner", "result", "status"),
        *("moved_on", "probability", "call_type", "time"),
    }
)
"""Fields that are used in reading and kept beside the row as well, since we have no word for them."""

OTHERS_COUNT = frozenset({"subject", "result", "notes"})
"""Fields that a list of several kinds of activity has several columns for, each row one of them."""

ENTERED = "entered "
"""What the field of a column begins with that tells when a deal came into a stage."""

_ENTERED = re.compile(
    r"\s*(?:date entered\s*[\"“'‘](?P<label>.+)[\"”'’]|hs_(?:v2_)?date_entered_(?P<id>.+))\s*",
    re.IGNORECASE,
)
_PREFIX = {
    Kind.DEALS: re.compile(r"(?:deal|opportunity)\s*(?:: | - )\s*", re.IGNORECASE),
    Kind.ACTIVITIES: re.compile(r"(?:activity|task|event)\s*(?:: | - )\s*", re.IGNORECASE),
    Kind.ACCOUNTS: re.compile(r"(?:account|organi[sz]ation)\s*(?:: | - )\s*", re.IGNORECASE),
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
    """Each field's columns, from 0; of several the first that is not empty counts.

    A column of days on which deals came into a stage has a field of its own, "entered <stage>".
    """
    firsts: tuple[tuple[str, int], ...]
    """Each field with the first of its columns."""
    unknown: tuple[tuple[int, str], ...]
    """The columns kept as they are, with their names, each name once."""
    doubled: tuple[str, ...]
    """The fields that have several columns."""
    header: tuple[str, ...]
    """The names of all columns, as written."""
    titles: Mapping[str, str]
    """The name that each field's column has in the file."""

    def title(self, field: str) -> str:
        """The name that a field's column has in the file."""
        return self.titles[field]


def columns_of(header: Sequence[str], mapping: Mapping[str, str]) -> Columns | None:
    """What a row means as a header; None when it cannot be one.

    ``mapping`` is the rep's own, from ``key_of`` a column to a field, or to "" to leave it alone.
    """
    read = [columns for kind in Kind if (columns := _as(kind, header, mapping)) is not None]
    has_subject = any("subject" in columns.places for columns in read)
    return max(read, key=lambda columns: _likeness(columns, has_subject), default=None)


def _likeness(columns: Columns, has_subject: bool) -> tuple[int, bool, int, bool]:
    """How well a header fits a kind: what has an amount or a stage and no subject is a deal.

    Columns that say themselves what they are of ("Activity - Type") outweigh all that.
    """
    names = columns.places.keys()
    prefix = _PREFIX[columns.kind]
    prefixed = sum(prefix.match(name.strip()) is not None for name in columns.header)
    is_deal = bool(names & {"amount", "stage", "to_stage"}) and not has_subject
    return prefixed if prefixed > 1 else 0, is_deal, len(names), "subject" in names


def _as(kind: Kind, header: Sequence[str], mapping: Mapping[str, str]) -> Columns | None:
    """The columns if the rows are of this kind; None when fields that it needs are missing."""
    claims: dict[str, list[tuple[int, str, int]]] = {}
    for place, name in enumerate(header):
        if (claim := claim_of(kind, name, mapping)) is not None:
            field, rank = claim
            claims.setdefault(field, []).append((rank, key_of(name), place))
    if not all(claims.keys() & needed for needed in _ONE_OF_EACH[kind]):
        return None
    places: dict[str, tuple[int, ...]] = {}
    used: set[int] = set()
    for field, claimed in claims.items():
        best = min(claimed)[1]
        first = tuple(place for _, key, place in claimed if key == best)
        if field not in KEPT:
            used.update(first)
        if field in OTHERS_COUNT or field.startswith(ENTERED):
            first += tuple(place for _, key, place in sorted(claimed) if key != best)
        places[field] = first
    doubled = tuple(field for field, found in places.items() if len(found) > 1)
    firsts = tuple((field, found[0]) for field, found in places.items())
    titles = {field: header[place].strip() for field, place in firsts}
    return Columns(kind, places, firsts, _unique(header, used), doubled, tuple(header), titles)


def claim_of(kind: Kind, name: str, mapping: Mapping[str, str]) -> tuple[str, int] | None:
    """The field that a column's name stands for, and how sure that is, 0 the surest; None for none."""
    key, known = key_of(name), _KNOWN[kind]
    if key in mapping:
        return (mapping[key], -1) if mapping[key] in _NAMES[kind] else None
    stripped = _PREFIX[kind].sub("", name.strip(), count=1)
    if claim := known.get(key) or known.get(key_of(stripped)):
        return claim
    if kind is Kind.DEALS and (found := _ENTERED.fullmatch(name)):
        return ENTERED + (found["id"] or found["label"]).strip(), 0
    return None


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


def all_fields() -> list[str]:
    """Every field that a column may be called, as a rep writes it."""
    names = {field for names in _NAMES.values() for field in names}
    return [*sorted(name.replace("_", "-") for name in names), "ignore"]


def _no_field(said: str, field: str) -> str:
    """That there is no such field, what is nearest to it, and where all of them are listed."""
    near = get_close_matches(field.replace("_", "-"), all_fields(), n=3)
    *most, last = near or [""]
    nearest = f" Nearest: {', '.join(most) + ' or ' if most else ''}{last}." if near else ""
    return f"There is no field “{said}”.{nearest} journal import --help lists all of them."


def read_mapping(mapping: Mapping[str, str]) -> dict[str, str]:
    """The rep's own "Column=field" pairs, checked. Raises BadInput for a field we do not have."""
    known = {field for names in _NAMES.values() for field in names}
    checked = {}
    for column, said in mapping.items():
        field = said.strip().casefold().replace("-", "_").replace(" ", "_")
        if field not in known and field not in ("", "ignore"):
            raise BadInput(_no_field(said, field))
        checked[key_of(column)] = "" if field == "ignore" else field
    return checked
