"""Ids as their programs write them: those of Salesforce, and those that went through a spreadsheet."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORT_ID = re.compile(r"[A-Za-z0-9]{15}")
_SHORT = 15
_WHOLE = re.compile(r"(\d+)\.0+", re.ASCII)
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d+", re.ASCII)
_SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

ACCOUNT_PREFIX = "001"
"""What the id of an account begins with."""

DEAL_PREFIX = "006"
"""What the id of an opportunity begins with."""


def long_id(given: str) -> str:
    """An id as the API writes it, so that a report's 15 letters and an export's 18 are one deal.

    The last three letters tell which of the others are capitals: one for each five of them, as a
    binary number with the first letter lowest (Salesforce help, "ID field type"). A number that was
    written with decimals loses them, and one of which only the first figures are left names nothing.
    Anything else that is not 15 letters long is returned as it is.
    """
    if len(given) != _SHORT or _SHORT_ID.fullmatch(given) is None:
        return given if given.isalnum() else _as_exported(given)
    return given + _capitals(given[:5]) + _capitals(given[5:10]) + _capitals(given[10:])


def is_shortened(given: str) -> bool:
    """Whether a spreadsheet left only the first figures of an id, like 2.05E+11: many have those."""
    return _SHORTENED.fullmatch(given) is not None


def _as_exported(given: str) -> str:
    """An id that has more than letters and figures, as it was before a spreadsheet took it for a number."""
    if whole := _WHOLE.fullmatch(given):
        return whole[1]
    return "" if is_shortened(given) else given


@lru_cache(maxsize=4_096)
def _capitals(five: str) -> str:
    """The letter that tells which of five letters are capitals."""
    return _SUFFIX[sum(1 << place for place, letter in enumerate(five) if letter.isupper())]
