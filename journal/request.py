"""The four fair requests after a loss: second place is not the end."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.frozen import frozen


class Ask(StrEnum):
    """What is asked for, in the order it is shown: E C A P."""

    EVALUATION = "evaluation documents"
    CRITERIA = "final decision criteria"
    ACCESS = "access to the people who decided"
    PHONES = "executives' phone numbers"


class RequestState(StrEnum):
    """What became of a request."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


@frozen(kw_only=True)
class Request:
    """One of the four, asked of a lost deal's buyer; one not asked yet has no row."""

    deal: int
    """The id of the deal."""
    ask: Ask
    """Which of the four."""
    state: RequestState
    """Asked, granted or refused."""
    day: date
    """The rep's day it came to that."""
    note: str = ""
    """The rep's words on it."""
