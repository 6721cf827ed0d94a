"""Two accounts that are one: what comes together when they are joined, said before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.account_answer import account_known
from journal.errors import BadInput

if TYPE_CHECKING:
    from journal.journal import Journal

_MOST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What joining one account to another does."""

    gone: str
    """The account whose name becomes another name."""
    stays: str
    """The account that is shown from then on."""
    deals: int
    """How many deals come to it, up to a thousand."""
    entries: int
    """How many entries."""
    follow_ups: int
    """How many follow-ups that wait."""
    contacts: int
    """How many contacts."""

    @property
    def words(self) -> str:
        """The same in two sentences."""
        moved = list(self._moved())
        *first, last = moved or ["nothing that is written down"]
        what = f"{', '.join(first)} and {last}" if first else last
        verb = "comes" if len(moved) < 2 and (not moved or moved[0].startswith("1 ")) else "come"
        return (
            f"{what[:1].upper()}{what[1:]} of “{_short(self.gone)}” {verb} to "
            f"“{_short(self.stays)}”, which both names lead to. u takes them apart again."
        )

    def _moved(self) -> Iterator[str]:
        for count, one, many in (
            (self.deals, "deal", "deals"),
            (self.entries, "entry", "entries"),
            (self.follow_ups, "follow-up", "follow-ups"),
            (self.contacts, "contact", "contacts"),
        ):
            if count:
                so_many = f"{_MOST:,} and more" if count > _MOST else f"{count:,}"
                yield f"{so_many} {one if count == 1 else many}"


def read_joining(journal: Journal, gone: str, stays: str) -> Joining:
    """What joining would do. Raises BadInput for one account, NotFound for an unknown one."""
    gone, stays = account_known(journal, gone), account_known(journal, stays)
    if gone == stays:
        raise BadInput(f"“{_short(gone)}” is this account already; write the other name.")
    people, entries = journal.store.people, journal.store.entries
    return Joining(
        gone=gone,
        stays=stays,
        deals=len(people.deals_of(gone, _MOST + 1)),
        entries=len(entries.at_account(gone, limit=_MOST + 1)),
        follow_ups=len(people.follow_ups_of(gone, _MOST + 1)),
        contacts=len(people.contacts(gone)),
    )


def look_alike(journal: Journal, account: str) -> str | None:
    """Another account that begins with the same word: most often the same one, as an export spells it."""
    word = account.split()[0].rstrip(",.;:") if account.split() else ""
    if len(word) < 3:
        return None
    near = journal.store.accounts.starting(word)
    same = journal.store.accounts.known(account) or account
    return next((name for name in near if name.casefold() != same.casefold()), None)


def _short(name: str) -> str:
    return name if len(name) <= 40 else name[:39].rstrip() + "…"
