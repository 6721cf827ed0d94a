"""What is particular to Salesforce: its ids."""

from __future__ import annotations

import re

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
    suffix = ""
    for begin in (0, 5, 10):
        five = given[begin : begin + 5]
        suffix += _SUFFIX[sum(1 << place for place, c in enumerate(five) if c.isupper())]
    return given + suffix
