"""How much of what a buyer decides by can still be shaped: the share of their way that lies ahead."""

from __future__ import annotations

from journal.deal import Deal
from journal.planning.reached import place_of
from journal.stage import Stages


def still_open_to(deal: Deal, stages: Stages) -> float | None:
    """How much of the buyer's way is still ahead, 1 at the first stage, 0 at the last; None unknown."""
    return _ahead(place_of(deal, stages), stages)


def still_open_at(stage: str, stages: Stages) -> float | None:
    """The same for whatever stands in a stage."""
    return _ahead(stages.position(stage), stages)


def in_words(share: float | None) -> str:
    """How much can still be shaped, in a sentence without its end; "" where nobody knows."""
    if share is None:
        return ""
    much = "most" if share >= 0.6 else "some" if share >= 0.3 else "little"
    return f"{much} of what they will buy by can still be shaped"


def _ahead(place: int | None, stages: Stages) -> float | None:
    return None if place is None else 1 - place / max(1, len(stages.names) - 1)
