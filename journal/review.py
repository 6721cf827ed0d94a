"""A review: a week or a month looked at, and the one change it ended in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.moment import Moment


class Period(StrEnum):
    """How long a stretch a review looks at."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review that was held."""

    period: Period
    """A week or a month."""
    first: date
    """The first day it looks at."""
    last: date
    """The last day it looks at."""
    lever: str = ""
    """The one lever that is changed, by its name; empty when none is."""
    if_then: str = ""
    """If something gets in the way of it, then I do this."""
    sentence: str = ""
    """Why the plan asks for more or less than before, in one sentence."""
    plan: int | None = None
    """The id of the version of the plan it was saved as."""
    next_on: date | None = None
    """The day the next one is locked in for."""
    held: Moment | None = None
    """When it was held; set by the journal when it is saved."""
    id: int = 0
    """Number for the command line, never reused; 0 before it is saved."""
    rev: int = 0
    """Grows with each change."""
