"""How far a deal has come: which stage it is known to have reached, and when."""

from __future__ import annotations

from datetime import date

from journal.deal import Deal, Outcome
from journal.stage import Stages


def place_of(deal: Deal, stages: Stages) -> int | None:
    """The furthest place a deal is known to have reached, 0 for the first stage.

    A stage implies all before it, a recorded day the stage it is for. None when neither is known.
    """
    place = stages.position(deal.stage)
    if deal.stage1_on is not None and (place is None or place < stages.first_position):
        place = stages.first_position
    if deal.qualified_on is not None and (place is None or place < stages.qualified_position):
        place = stages.qualified_position
    return place


def closed_after(deal: Deal, place: int, stages: Stages) -> bool:
    """Whether a closed deal had reached a place first; a stage we do not know counts as reached."""
    return not deal.is_open and furthest_place(deal, stages) >= place


def furthest_place(deal: Deal, stages: Stages) -> int:
    """The place a closed deal counts as having reached: the last one when won, or in a stage we do
    not know; -1 for none."""
    if deal.outcome is Outcome.WON or stages.position(deal.stage) is None:
        return len(stages.names)
    reached = place_of(deal, stages)
    return -1 if reached is None else reached


def stage1_day(deal: Deal, stages: Stages) -> date | None:
    """The day a deal reached stage 1; where only its stage tells that it did, the day it came."""
    if deal.stage1_on is not None:
        return deal.stage1_on
    return _came(deal) if _is_past(deal, stages.first_position, stages) else None


def qualified_day(deal: Deal, stages: Stages) -> date | None:
    """The day a deal was qualified; where only its stage tells that it was, the day it came."""
    if deal.qualified_on is not None:
        return deal.qualified_on
    return _came(deal) if _is_past(deal, stages.qualified_position, stages) else None


def _is_past(deal: Deal, place: int, stages: Stages) -> bool:
    """Whether an open or won deal stands at a place or later."""
    if deal.outcome is Outcome.WON:
        return True
    reached = place_of(deal, stages) if deal.is_open else None
    return reached is not None and reached >= place


def _came(deal: Deal) -> date | None:
    """The day a deal was opened, or closed where an import opened it only after that."""
    if deal.opened is None or deal.closed is None:
        return deal.opened or deal.closed
    return min(deal.opened, deal.closed)
