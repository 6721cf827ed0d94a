"""A setback as its dialog hears it: what the rep leaves open is understood from their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journal.dates import read_past_day
from journal.deal import Deal
from journal.errors import BadInput
from journal.quick_entry import Heard
from journal.setback import Setback

if TYPE_CHECKING:
    from journal.journal import Journal

LISTENED_TO = 1_000
"""So many characters are listened to for account, day and type; longer words are kept as they are."""

NOBODY = "-"
"""What is typed for an account where the words name one that is not meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSetback:
    """What stands in the fields."""

    words: str = ""
    """What happened."""
    type: str | None = None
    """The type chosen; None leaves it to the words."""
    sting: int | None = None
    """The sting chosen, 0 to 10; None leaves it to the words."""
    account: str = ""
    """With whom; empty leaves it to the words, NOBODY says none."""
    deal: int | None = None
    """The deal it is about; None for none."""
    day: str = ""
    """The day in words; empty leaves it to what happened, else today."""


class SetbackEar:
    """Understands a setback while it is typed; open deals are looked up once."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal that knows accounts and deals."""
        self._journal = journal
        self._deals: dict[str, tuple[Deal, ...]] | None = None

    def hear(self, told: ToldSetback) -> Heard:
        """What would be saved, and what is missing or wrong in one sentence."""
        words = told.words.strip()
        heard = self._journal.hear(f"setback {words[:LISTENED_TO]}")
        if not isinstance(heard.entry, Setback):
            return heard
        try:
            entry = self._filled_in(heard.entry, told, words)
        except BadInput as refused:
            return Heard(None, str(refused))
        known = self._journal.store.accounts.known(entry.account) if entry.account else None
        entry = replace(entry, account=known or entry.account)
        return Heard(entry, new_account=entry.account is not None and known is None)

    def deals_of(self, account: str | None) -> tuple[Deal, ...]:
        """The open deals of an account."""
        if account is None:
            return ()
        if self._deals is None:
            found: dict[str, list[Deal]] = {}
            for deal in self._journal.store.deals.touched_since(self._journal.today()):
                if deal.is_open and deal.account:
                    found.setdefault(deal.account.casefold(), []).append(deal)
            self._deals = {name: tuple(deals) for name, deals in found.items()}
        return self._deals.get(account.casefold(), ())

    def deal_meant(self, account: str | None, words: str) -> int | None:
        """The id of the only open deal of an account, or of the one the words name."""
        deals = self.deals_of(account)
        heard = words[:LISTENED_TO].casefold()
        named = deals if len(deals) == 1 else [one for one in deals if one.name.casefold() in heard]
        return named[0].id if len(named) == 1 else None

    def _filled_in(self, entry: Setback, told: ToldSetback, words: str) -> Setback:
        """The entry with what the rep chose over what was understood. Raises BadInput."""
        journal = self._journal
        account = told.account.strip()
        is_whole = len(words) <= LISTENED_TO and "\n" not in words and not account
        filled = replace(
            entry,
            text=entry.text if is_whole else words,
            type=told.type or entry.type,
            sting=entry.sting if told.sting is None else told.sting,
            deal=told.deal,
        )
        if account:
            filled = replace(filled, account=None if account == NOBODY else account)
        if told.day.strip():
            first = journal.settings.day_first
            day = read_past_day(told.day, journal.today(), day_first=first)
            filled = replace(filled, day=day, time=filled.time if day == filled.day else None)
        return filled
