"""The stages of a deal, which follow how a customer buys."""

from __future__ import annotations

from dataclasses import dataclass
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

    def position(self, name: str | None) -> int | None:
        """A stage's place, 0 for the first; None for a name these stages do not know."""
        return _position(self.names, name or "")

    @property
    def first_position(self) -> int:
        """The place of stage 1."""
        return self.names.index(self.first)

    @property
    def qualified_position(self) -> int:
        """The place of the first qualified stage."""
        return self.names.index(self.qualified)


@lru_cache(maxsize=1_000)
def _position(names: tuple[str, ...], name: str) -> int | None:
    """Kept by name: thousands of deals stand in a handful of stages."""
    folded = name.strip().casefold()
    return next((place for place, known in enumerate(names) if known.casefold() == folded), None)
