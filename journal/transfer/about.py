"""Which deal an activity is about, as its file says it: read from a row, or from what was kept of one."""

from __future__ import annotations

from collections.abc import Mapping

from journal.transfer.fields import Kind, claim_of
from journal.transfer.salesforce import DEAL_PREFIX, long_id


def deal_in(system: str, about: str) -> str | None:
    """The id of a deal, as its program tells what an activity is about; None when it is no deal's."""
    is_deal = system != "salesforce" or about.startswith(DEAL_PREFIX)
    return about if about and is_deal else None


def first_id(system: str, said: str) -> str:
    """Of several ids that HubSpot joins by ; the first, which is the primary one."""
    return said.partition(";")[0].strip() if system == "hubspot" and ";" in said else said


class KeptAbout:
    """Tells from the columns kept beside an activity which deal it is about."""

    def __init__(self, mapping: Mapping[str, str]) -> None:
        """Take the rep's own names of columns, from ``key_of`` a column to a field."""
        self._mapping = mapping
        self._titles: dict[tuple[str, ...], tuple[str, str]] = {}

    def deal(self, system: str, kept: Mapping[str, str]) -> tuple[str | None, str | None]:
        """The other program's id of the deal, or else the deal's name; None for what is not told."""
        titles = tuple(kept)
        if (found := self._titles.get(titles)) is None:
            found = self._title(titles, "about_id"), self._title(titles, "about_name")
            self._titles[titles] = found
        number = long_id(first_id(system, kept.get(found[0], "")))
        if (deal := deal_in(system, number)) is not None:
            return deal, None
        return None, kept.get(found[1]) or None

    def _title(self, titles: tuple[str, ...], field: str) -> str:
        """The column that tells a field, the surest name first; "" when there is none."""
        claims = ((claim_of(Kind.ACTIVITIES, title, self._mapping), title) for title in titles)
        ranks = [(claim[1], title) for claim, title in claims if claim and claim[0] == field]
        return min(ranks, default=(0, ""))[1]
