"""What a file says nothing of, for want of a column: there, what was told before goes on to hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from journal.entry import LONGEST_TEXT
from journal.money import minor_per_major
from journal.transfer.fields import Columns, Kind, claim_of

_ENDS = frozenset({"close_date", "closed_on", "won_on", "lost_on"})

_DEAL: Mapping[str, frozenset[str]] = {
    "account": frozenset({"account", "account_id"}),
    "name": frozenset({"name"}),
    "amount": frozenset({"amount"}),
    "currency": frozenset({"currency"}),
    "outcome": frozenset({"status", "stage", "to_stage", "won", "lost", "closed"}),
    "opened": frozenset({"opened"}),
    "stage1_on": frozenset({"stage1_on"}),
    "qualified_on": frozenset({"qualified_on"}),
    "expected_close": frozenset({"expected_close", "close_date", "closed_on"}),
    "closed": _ENDS,
    "pushes": frozenset({"pushes"}),
    "category": frozenset({"lost_reason"}),
    "next_step": frozenset({"next_step"}),
}
"""What is told of a deal, and the fields that tell it."""

_ACTIVITY: Mapping[str, frozenset[str]] = {
    "account": frozenset({"account", "account_id"}),
    "kind": frozenset({"subtype", "type", "call_type", "seconds"}),
    "count": frozenset({"count"}),
    "minutes": frozenset({"minutes", "seconds", "milliseconds"}),
    "outcome": frozenset({"result"}),
    "subject": frozenset({"subject"}),
    "notes": frozenset({"notes"}),
    "reason": frozenset({"notes"}),
    "what": frozenset({"subject", "notes"}),
    "due": frozenset({"due", "day"}),
    "state": frozenset({"status", "done", "done_on", "result"}),
}
"""What is told of an activity or a task, and the fields that tell it; its text is told in two parts."""

_WHOLLY = frozenset({"name", "count", "what"})
"""What is always filled, from other fields if need be."""

_UNTOLD = (None, 0, "open", "due", "other")
"""What is read where nothing is said."""

Word = str | int | float | None
"""A value as it is kept."""


def silence_of(columns: Columns) -> frozenset[str]:
    """What the columns of a file tell nothing of."""
    if columns.kind is Kind.ACCOUNTS:
        return frozenset()
    told = _DEAL if columns.kind is Kind.DEALS else _ACTIVITY
    there = columns.places.keys()
    return frozenset(name for name, fields in told.items() if not fields & there)


def titles_of(columns: Columns) -> frozenset[str]:
    """The names under which cells of a file may be kept beside a row."""
    return frozenset(
        {title.strip() for title in columns.header} | {title for _, title in columns.unknown}
    )


@lru_cache(maxsize=1_024)
def tells_status(title: str) -> bool:
    """Whether what is kept under a column's name tells if something was done."""
    claim = claim_of(Kind.ACTIVITIES, title, {})
    return claim is not None and claim[0] == "status"


def laid_under(
    seen: Mapping[str, Word], said: Mapping[str, Word], silent: frozenset[str]
) -> dict[str, Word]:
    """What is told of a row now: what its file says, and below it what was seen before.

    A stage is never taken back, for the export of a closed deal names none; nor is the time of a
    day, where a file has days alone.
    """
    told = dict(said)
    for name in silent:
        if name in said and name in seen and (name in _WHOLLY or said[name] in _UNTOLD):
            told[name] = seen[name]
    if "stage" in said:
        told["stage"] = said["stage"] or seen.get("stage")
        _lay_currency(seen, said, told, silent)
        _lay_ends(seen, said, told, silent)
    elif "text" in said:
        _lay_words(seen, said, told, silent)
    return told


def _lay_currency(
    seen: Mapping[str, Word],
    said: Mapping[str, Word],
    told: dict[str, Word],
    silent: frozenset[str],
) -> None:
    """An amount that names no currency is in that of the amount before it."""
    before, now = seen.get("amount"), said["amount"]
    if told["amount"] is None or "amount" in silent:
        told["currency"] = None if told["amount"] is None else seen.get("currency")
    elif "currency" in silent and isinstance(before, int) and isinstance(now, int):
        told["currency"] = seen.get("currency")
        ours, theirs = (minor_per_major(str(one["currency"])) for one in (said, seen))
        # What was read in whole yen may be what was told to the cent before.
        told["amount"] = before if before * ours // theirs == now else now * theirs // ours


def _lay_ends(
    seen: Mapping[str, Word],
    said: Mapping[str, Word],
    told: dict[str, Word],
    silent: frozenset[str],
) -> None:
    """An open deal has no day of its end, whoever is silent of it, and one that is won no reason of loss."""
    if told["outcome"] != said["outcome"]:
        # Of a deal whose end was told before, the day of a close is the day of that end.
        told["expected_close"], told["closed"] = seen.get("expected_close"), seen.get("closed")
    elif told["outcome"] == "open":
        told["closed"] = None
    elif told["outcome"] == "won" and "category" in silent:
        told["category"] = None


def _lay_words(
    seen: Mapping[str, Word],
    said: Mapping[str, Word],
    told: dict[str, Word],
    silent: frozenset[str],
) -> None:
    if not said["time"] and said["day"] == seen.get("day"):
        told["time"] = seen.get("time")
    before, now = str(seen.get("text") or ""), str(said["text"] or "")
    first = before.partition("\n")[0]
    if "notes" in silent or "subject" in silent:
        text = _under(now, before) if "notes" in silent else _below(first, before, now)
        told["text"] = text if len(text) <= LONGEST_TEXT else before
    if "kind" in silent and first == now.partition("\n")[0]:
        told["kind"] = seen.get("kind")


def _under(subject: str, before: str) -> str:
    """A subject above all that was told before, unless it stands there already.

    Nobody knows whether what was told before had a subject: nothing of it is taken for an older one.
    """
    if not before or not subject:
        return before or subject
    return before if f"\n{subject}\n" in f"\n{before}\n" else f"{subject}\n{before}"


def _below(first: str, before: str, notes: str) -> str:
    """Notes below the first line of what was told before, which may be a subject."""
    if not notes or before.endswith(f"\n{notes}"):
        return before
    begins = notes.startswith(first) and not notes[len(first) :][:1].isalnum()
    return notes if begins else f"{first}\n{notes}"
