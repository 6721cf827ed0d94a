"""What is particular to Salesforce: its ids."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORT_ID = re.compile(r"[A-Za-z0-9]{15}")
_SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

ACCOUNT_PREFIX = "001"
"""What the id of an account begins with."""

DEAL_PREFIX = "006"
"""What the id of an opportunity begins with."""


def long_id(given: str) -> str:
    """An id as the API writes it, so that a report's 15 letters and an export's 18 are one deal.

    The last three letters tell which of the others are capitals: one for each five of them, as a
    binary number with the first letter lowest (Salesforce help, "ID field type"). Anything that is
    not 15 letters long is returned as it is.
    """
    if _SHORT_ID.fullmatch(given) is None:
        return given
    return given + _capitals(given[:5]) + _capitals(given[5:10]) + _capitals(given[10:])


@lru_cache(maxsize=4_096)
def _capitals(five: str) -> str:
    """The letter that tells which of five letters are capitals."""
    return _SUFFIX[sum(1 << place for place, letter in enumerate(five) if letter.isupper())]
