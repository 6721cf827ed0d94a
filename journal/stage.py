"""The stages of a deal, which follow how a customer buys."""

from __future__ import annotations

from dataclasses import dataclass


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
        folded = (name or "").strip().casefold()
        for place, known in enumerate(self.names):
            if known.casefold() == folded:
                return place
        return None

    @property
    def first_position(self) -> int:
        """The place of stage 1."""
        return self.names.index(self.first)

    @property
    def qualified_position(self) -> int:
        """The place of the first qualified stage."""
        return self.names.index(self.qualified)
