"""An entry in words: said back before it is saved, as a row of the day, and once it is safe."""

from __future__ import annotations

from datetime import date

from journal.activity import Activity, counted
from journal.entry import Entry
from journal.frozen import frozen
from journal.setback import Setback
from screens import wording


@frozen
class SaidBack:
    """An entry in the words the line says it back with."""

    what: str
    """3 calls."""
    account: str
    """with Acme; empty without an account."""
    words: str
    """The rep's own words in quotes, outcome and tags; empty when there are none."""
    when: str
    """today 13:45."""


def said_back(entry: Entry, today: date) -> SaidBack:
    """An entry as the line says it back."""
    if isinstance(entry, Activity):
        what_it_is = counted(entry.kind, entry.count)
        parts = _outcome(entry)
        parts += [f"{entry.minutes:,} minutes"] if entry.minutes else []
    elif isinstance(entry, Setback):
        what_it_is = "Setback" if entry.type == "other" else f"Setback: {entry.type}"
        parts = []
    else:
        what_it_is, parts = "Note", []
    parts += [f"“{wording.one_line(entry.text, 48)}”"] if entry.text else []
    parts += (
        [f"sting {entry.sting}"] if isinstance(entry, Setback) and entry.sting is not None else []
    )
    parts += [f"#{tag}" for tag in entry.tags]
    at = f" {entry.time:%H:%M}" if entry.time else ""
    with_whom = f"with {entry.account}" if entry.account else ""
    return SaidBack(
        what_it_is, with_whom, "  ".join(parts), wording.near_day(entry.day, today) + at
    )


def what(entry: Entry) -> str:
    """What an entry was, for its row: "Call ×3", "▾ Setback", "Note"."""
    if isinstance(entry, Activity):
        return entry.kind.capitalize() + (f" ×{entry.count:,}" if entry.count > 1 else "")
    return "▾ Setback" if isinstance(entry, Setback) else "Note"


def details(entry: Entry) -> str:
    """An entry's words for its row, with outcome, tags and sting."""
    parts = [wording.one_line(entry.text, 200)] if entry.text else []
    if isinstance(entry, Activity):
        parts += _outcome(entry)
    if isinstance(entry, Setback):
        parts += [entry.type] if entry.type != "other" and not entry.text else []
        parts += [f"sting {entry.sting}"] if entry.sting is not None else []
    return " · ".join([*parts, *(f"#{tag}" for tag in entry.tags)])


def saved(entry: Entry, today: date, totals: dict[str, int]) -> str:
    """What is said once an entry is safe."""
    said = said_back(entry, today)
    words = " ".join(part for part in (said.what, said.account) if part)
    if isinstance(entry, Activity) and totals.get(entry.kind, 0) > entry.count:
        words += f", {totals[entry.kind]:,} {wording.near_day(entry.day, today)}"
    return f"Saved  {words}"


def counted_one(kind: str, totals: dict[str, int]) -> str:
    """What is said once one was counted."""
    return f"Saved  {counted(kind, 1)}, {totals.get(kind, 0):,} today"


def one_less(kind: str, totals: dict[str, int]) -> str:
    """What is said once one was taken off."""
    return f"One {kind} less, {totals.get(kind, 0):,} today"


def deleted(entry: Entry, today: date) -> str:
    """What is said once an entry is gone."""
    said = said_back(entry, today)
    return "Deleted  " + " ".join(part for part in (said.what, said.account) if part)


def changed(entry: Entry, today: date) -> str:
    """What is said once a change is safe."""
    said = said_back(entry, today)
    return "Changed to  " + " ".join(part for part in (said.what, said.account) if part)


def _outcome(entry: Activity) -> list[str]:
    """The outcome, when it says more than the rep's own words do."""
    outcome = entry.outcome or ""
    is_said = outcome.casefold().replace("-", " ") in entry.text.casefold().replace("-", " ")
    return [] if is_said else [outcome]
