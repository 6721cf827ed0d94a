"""Words about a deal, read with the journal's own rules; each mistake is one sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from journal.cli.words import cut_short
from journal.dates import read_day, read_past_day
from journal.deal_check import CheckName
from journal.deal_ending import Missing, Tag, category_named, tag_said
from journal.errors import BadInput
from journal.money import Money, read_money
from journal.request import Ask

if TYPE_CHECKING:
    from journal.journal import Journal

ASKS = dict(zip(("evaluation", "criteria", "access", "phones"), Ask, strict=True))
"""The four requests by their short names."""

_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")


def read_number(word: str) -> int:
    """The number of a deal, as lists show it. Raises BadInput."""
    bare = word.removeprefix("#")
    if not re.fullmatch("[0-9]{1,18}", bare):
        raise BadInput(f"“{cut_short(word)}” is no number of a deal; journal deal list shows them.")
    return int(bare)


def read_amount(text: str | None, currency: str) -> Money | None:
    """What a deal is worth, in the rep's currency unless it names one. Raises BadInput."""
    if text is None:
        return None
    try:
        return read_money(text, currency)
    except ValueError:
        raise BadInput(
            f"“{cut_short(text)}” is no amount; write it like 48,000, 48k or USD 48,000."
        ) from None


def ahead(text: str | None, journal: Journal) -> date | None:
    """A day that is to come; None where none was said. Raises BadInput."""
    if text is None:
        return None
    today, day_first = journal.today(), journal.settings.day_first
    return read_day(text, today, day_first=day_first, past=False)


def behind(text: str | None, journal: Journal) -> date | None:
    """A day on which something happened; None where none was said. Raises BadInput."""
    if text is None:
        return None
    return read_past_day(text, journal.today(), day_first=journal.settings.day_first)


def read_yes(text: str | None) -> bool | None:
    """Yes, no, or None where it is unknown or was not said. Raises BadInput."""
    folded = (text or "unknown").strip().casefold()
    if folded in _YES:
        return True
    if folded in _NO:
        return False
    if folded == "unknown":
        return None
    raise BadInput(f"Say yes, no or unknown, not “{cut_short(text or '')}”.")


def read_category(text: str) -> str:
    """The category of a loss that was named, by its beginning or a part of it. Raises BadInput."""
    return category_named(text)


def read_check(text: str) -> CheckName:
    """The check that was named, by its beginning. Raises BadInput."""
    return CheckName(_one_of(text, tuple(CheckName), "check"))


def read_ask(text: str) -> Ask:
    """The request that was named, by its short name, its beginning or a part of it. Raises BadInput."""
    folded = text.strip().casefold()
    short = [ask for name, ask in ASKS.items() if folded and name.startswith(folded)]
    if len(short) == 1:
        return short[0]
    if folded in tuple(Ask):
        return Ask(folded)
    raise BadInput(
        f"“{cut_short(text)}” is none of the four requests; say one of {', '.join(ASKS)}."
    )


def read_missing(text: str | None) -> Missing | None:
    """Which of change, pain and need was missing; None where nobody knows. Raises BadInput."""
    if text is None or text.strip().casefold() == "unknown":
        return None
    return Missing(_one_of(text, tuple(Missing), "reason for no decision"))


def read_tags(words: tuple[str, ...]) -> tuple[Tag, ...]:
    """Reasons, each with ``taught:`` or ``discovered:`` in front where that is known. Raises BadInput."""
    return tuple(tag_said(word) for word in words)


def _one_of(text: str, names: tuple[str, ...], what: str) -> str:
    folded = " ".join(text.casefold().replace("-", " ").split())
    plain = {name: name.replace("-", " ") for name in names}
    exact = [name for name in names if plain[name] == folded]
    begins = exact or [name for name in names if folded and plain[name].startswith(folded)]
    found = begins or [name for name in names if folded and folded in plain[name]]
    if len(found) != 1:
        raise BadInput(f"“{cut_short(text)}” is no {what}; say one of {', '.join(names)}.")
    return str(found[0])
