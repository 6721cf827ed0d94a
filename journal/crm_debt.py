"""CRM debt: what the rep did and wrote down here that their CRM has not shown in an import yet.

An activity is owed to a CRM while no import from it has shown it. Taking it out changes nothing: it
is owed until the CRM shows it back, so what its loader refused is not forgotten. What came in by an
import is never owed. What is shown back is known by the reference in its notes
(``journal.transfer.reference``), whatever else the CRM made of it. Three calls written as one entry
go out as three rows, and one of them that comes back shows the entry.

For a window: ``crm_of(journal)`` names the CRM ("salesforce") or is None before the first import;
``count(journal, crm)`` and ``newest(journal, crm)`` fill a list, ``in_words(owed)`` is what is copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import Activity, counted
from journal.crm_debt_store import Owed as Owed

if TYPE_CHECKING:
    from journal.logbook import Logbook

SYSTEMS = ("salesforce", "hubspot", "pipedrive")
"""The programs that activities can be taken back to."""

NAMES = {"salesforce": "Salesforce", "hubspot": "HubSpot", "pipedrive": "Pipedrive"}
"""How they are written."""


def crm_of(book: Logbook) -> str | None:
    """The CRM that the rep's last import came from; None before the first."""
    return book.store.crm_debt.last_system(SYSTEMS)


def count(book: Logbook, system: str, since: date = date.min) -> int:
    """How many activities are owed, from a day on."""
    return book.store.crm_debt.count(system, since)


def newest(
    book: Logbook, system: str, before: tuple[date, int] | None = None, limit: int = 100
) -> Sequence[Owed]:
    """What is owed, newest first; ``before`` is the (day, id) of the last of the page before."""
    return book.store.crm_debt.newest(system, before=before, limit=limit)


def oldest_first(book: Logbook, system: str, since: date | None = None) -> Iterator[Owed]:
    """All that is owed from a day on, read a page at a time."""
    after: tuple[date, int] | None = None
    while page := book.store.crm_debt.owed(system, since or date.min, after=after):
        yield from page
        after = (page[-1].activity.day, page[-1].activity.id)


def in_words(owed: Owed) -> str:
    """One that is owed in one line, to be copied into the CRM by hand."""
    done: Activity = owed.activity
    parts = [done.day.isoformat(), counted(done.kind, done.count), done.account]
    parts += [owed.deal_name, done.outcome, " ".join(done.text.split())]
    return " · ".join(part for part in parts if part)
