"""An evening as the rep hands it in: the page as written, what else happened, and when open loops go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from journal.day_page import DayPage
from journal.entry import Entry
from journal.follow_up import FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """What closes a day."""

    page: DayPage
    """The page as the rep leaves it, its intentions ticked or carried."""
    read: DayPage | None = None
    """The page as it was opened; what another window wrote since then on other lines is kept."""
    box: str = ""
    """What else happened, one event a line; empty when all of it is saved already."""
    loops: Mapping[int, date | None] = field(default_factory=dict)
    """Follow-ups that were still open, by id: the day each waits until, or None when it was done."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the lines of the box became."""

    entries: tuple[Entry, ...]
    """The entries, as saved."""
    follow_ups: tuple[FollowUp, ...]
    """What was agreed for later days, as saved."""
