"""The stages of a deal, which follow how a customer buys."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages a rep's deals go through, first to last."""

    names: tuple[str, ...] = (
        "Reaching out",
        "Initial meeting",
        "Selling vision",
        "Vision match",
        "Qualification",
        "Discovery",
        "Demonstration",
        "Proposal",
        "Negotiation",
    )
    """The names in order."""
    first: str = "Initial meeting"
    """Stage 1: from here on a deal is an opportunity."""
    qualified: str = "Qualification"
    """From here on an opportunity is qualified."""

    first_position: int = field(init=False)
    """The place of stage 1."""
    qualified_position: int = field(init=False)
    """The place of the first qualified stage."""

    def __post_init__(self) -> None:
        """Find the two places once: they are asked for with every deal."""
        object.__setattr__(self, "first_position", self.names.index(self.first))
        object.__setattr__(self, "qualified_position", self.names.index(self.qualified))

    def position(self, name: str | None) -> int | None:
        """A stage's place, 0 for the first; None for a name these stages do not know."""
        return _position(self.names, name or "")


@lru_cache(maxsize=1_000)
def _position(names: tuple[str, ...], name: str) -> int | None:
    """Kept by name: thousands of deals stand in a handful of stages."""
    folded = name.strip().casefold()
    return next((place for place, known in enumerate(names) if known.casefold() == folded), None)
