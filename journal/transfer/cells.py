"""Single cells: amounts, yes and no, and minutes."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import ceil

from journal.money import SYMBOLS, Money, minor_per_major, read_money
from journal.transfer.amount_column import AmountColumn
from journal.transfer.date_column import BLANKS

_YES = frozenset({"1", "true", "yes", "y", "t", "x", "✓"})
_NO = frozenset({"0", "false", "no", "n", "f"})
_PLAIN = re.compile(r"(\d{1,12})(?:\.(\d{1,2}))?", re.ASCII)
"""What nearly every export writes; read here since ``read_money`` takes four times as long."""
_POWER_OF_TEN = re.compile(r"\d(?:\.\d+)?[eE]\+?(?:0?\d|1[0-2])")
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)\s*(%)?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_NAMED = re.compile(f"[A-Z]{{3}}|[{''.join(SYMBOLS)}]")
_LONGEST_MINUTES = 7 * 24 * 60


def amount(text: str, currency: str, column: AmountColumn) -> Money | None:
    """What a deal is worth; None for a blank, a "TBD" or a 0, which exports write for "not known".

    Raises ValueError for what is no amount, is too large, or is below zero, and OpenSign for what
    its column leaves open.
    """
    if plain := _PLAIN.fullmatch(text):
        whole, part = plain.groups()
        scale = minor_per_major(currency)
        cents = int(part.ljust(2, "0")) if part else 0
        minor = int(whole) * scale + (cents * scale + 50) // 100
        return Money(minor, currency) if minor else None
    if text.casefold() in BLANKS:
        return None
    places = 0 if minor_per_major(currency) == 1 else 2
    if _POWER_OF_TEN.fullmatch(text):
        text = f"{Decimal(text).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    money = read_money(column.rounded(text, places), currency)
    if money is None or money.minor == 0:
        return None
    if money.minor < 0:
        raise ValueError(text)
    return money


def currency(text: str, otherwise: str) -> str:
    """The code of a currency cell, or the one given when it is blank. Raises ValueError."""
    bare = text.strip().upper()
    if not bare or bare.casefold() in BLANKS:
        return otherwise
    code = SYMBOLS.get(bare, bare)
    if _CURRENCY.fullmatch(code) is None:
        raise ValueError(text)
    return code


def names_currency(amount: str) -> bool:
    """Whether the text of an amount says which currency it is in."""
    is_bare = amount[:1].isdigit() and amount[-1:].isdigit()
    return not is_bare and _NAMED.search(amount) is not None


def percent(text: str, *, of_hundred: bool = False) -> str:
    """A share in one spelling, "90%", whether it says 90%, 90 or 0.9; as it is when it is none.

    1 is all of it, unless the column's name says that its numbers are ``of_hundred``.
    """
    if (found := _SHARE.fullmatch(text)) is None:
        return text
    number = Decimal(found[1].replace(",", "."))
    if not found[2] and not of_hundred and number <= 1:
        number *= 100
    return f"{number.normalize():f}%" if number <= 100 else text


def flag(text: str) -> bool | None:
    """Yes or no; None for a blank and for any other word."""
    folded = text.casefold()
    return True if folded in _YES else False if folded in _NO else None


@lru_cache(maxsize=4_096)
def minutes(text: str, *, per: int = 1) -> int | None:
    """Whole minutes, a begun one counted as one; None for a blank or nothing at all.

    Reads a number of minutes, or of what ``per`` of make a minute, and "00:30" or "0:30:15" as
    hours, minutes and seconds. Raises ValueError for anything else, and for more than a week.
    """
    if not text or text.casefold() in BLANKS:
        return None
    if clock := _CLOCK.fullmatch(text):
        seconds = Decimal(int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0))
    elif re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", text):
        seconds = Decimal(text) * 60 / per
    else:
        raise ValueError(text)
    whole = ceil(seconds / 60)
    if whole > _LONGEST_MINUTES:
        raise ValueError(text)
    return whole or None
