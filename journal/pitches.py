"""Pitches: the meetings, demos and proposals in which a talking point is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.activity import Activity
from journal.dates import add_months
from journal.deals_read import TAUGHT_BY
from journal.reasons import TalkingPoint, as_tag

if TYPE_CHECKING:
    from journal.journal import Journal

KINDS = ("meeting", "demo", "proposal", "visit")
"""What a customer is pitched to in."""

SHOWN = 12
"""So many of the last pitches are there to choose from."""

_LOOKED_THROUGH = 200


@dataclass(frozen=True, slots=True)
class UsedPoint:
    """A talking point, and the pitches it was used in."""

    point: TalkingPoint
    """What goes with winning."""
    pitches: tuple[Activity, ...]
    """Where it was used in the last 24 months, newest first."""


def is_used(pitch: Activity, point: TalkingPoint) -> bool:
    """Whether a talking point is ticked in a pitch."""
    return as_tag(point.tag) in {tag.casefold() for tag in pitch.tags}


def read_pitches(
    journal: Journal, most: int = SHOWN, *, deal: int | None = None, account: str | None = None
) -> tuple[Activity, ...]:
    """The last pitches, newest first: at an account, else of a deal, else all."""
    entries = journal.store.entries
    if account is not None:
        newest = entries.at_account(account, limit=_LOOKED_THROUGH)
    elif deal is not None:
        newest = entries.of_deal(deal, limit=_LOOKED_THROUGH)
    else:
        newest = entries.newest_first(limit=_LOOKED_THROUGH)
    found = (one for one in newest if isinstance(one, Activity) and one.kind in KINDS)
    return tuple(found)[:most]


def read_points(journal: Journal) -> tuple[UsedPoint, ...]:
    """The talking points, the clearest first, each with the pitches it was used in."""
    today = journal.today()
    since, entries = add_months(today, -TAUGHT_BY), journal.store.entries
    return tuple(
        UsedPoint(point, _activities(entries.tagged(as_tag(point.tag), since, today)))
        for point in journal.deals.talking_points()
    )


def _activities(found: Sequence[object]) -> tuple[Activity, ...]:
    return tuple(one for one in reversed(found) if isinstance(one, Activity))
