"""The stages of a deal, which follow how a customer buys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache

from journal.errors import BadInput
from journal.frozen import frozen

MOST_STAGES = 24
"""The most stages a rep has."""

LONGEST_STAGE = 40
"""The longest name of a stage, in characters."""


@frozen
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


STAGES = Stages()
"""The stages that hold until the rep says otherwise."""


def read_stages(text: str) -> Stages:
    """The stages a rep typed, first to last, with a comma between; "default" gives the usual ones back.

    Two are marked: "First call = stage 1" and "Fit = qualified"; without a mark those of the usual
    names count. Raises BadInput.
    """
    if text.strip().casefold() in ("default", "none", ""):
        return STAGES
    names: list[str] = []
    marked: dict[str, str] = {}
    for part in re.split("[,;\n]", text):
        name, *marks = (" ".join(each.split()) for each in part.split("="))
        if not name and not marks:
            continue
        if not 0 < len(name) <= LONGEST_STAGE or not name.isprintable():
            raise BadInput(
                f"A stage is called by a word or a few, up to {LONGEST_STAGE} characters."
            )
        if name.casefold() in (known.casefold() for known in names):
            raise BadInput(f"“{name}” stands there twice; each stage has a name of its own.")
        names.append(name)
        for mark in marks:
            if (key := _MARKS.get(mark.casefold())) is None:
                raise BadInput(f"“{mark[:40]}” marks no stage; write {_EXAMPLE}.")
            if key in marked:
                raise BadInput(f"Two stages are marked as {key}; mark the first of them only.")
            marked[key] = name
    return _stages(names, marked)


def stages_in_words(stages: Stages) -> str:
    """The stages as they can be typed again."""
    marks = {stages.first: f" = {_FIRST}"}
    marks[stages.qualified] = marks.get(stages.qualified, "") + f" = {_QUALIFIED}"
    return ", ".join(f"{name}{marks.get(name, '')}" for name in stages.names)


def _stages(names: Sequence[str], marked: dict[str, str]) -> Stages:
    if not 2 <= len(names) <= MOST_STAGES:
        raise BadInput(f"Stages are 2 to {MOST_STAGES} names with commas between; {_EXAMPLE}.")
    usual = {_FIRST: STAGES.first, _QUALIFIED: STAGES.qualified}
    for key, name in usual.items():
        same = next((one for one in names if one.casefold() == name.casefold()), None)
        if key not in marked and same is not None:
            marked[key] = same
    if len(marked) < len(usual):
        raise BadInput(
            f"Say which of them counts as stage 1 and from which on a deal is qualified: {_EXAMPLE}."
        )
    if names.index(marked[_QUALIFIED]) < names.index(marked[_FIRST]):
        raise BadInput("A deal is qualified at stage 1 or later; put the marks in that order.")
    return Stages(names=tuple(names), first=marked[_FIRST], qualified=marked[_QUALIFIED])


_FIRST, _QUALIFIED = "stage 1", "qualified"
_MARKS = {
    "stage 1": _FIRST,
    "stage1": _FIRST,
    "1": _FIRST,
    "qualified": _QUALIFIED,
    "q": _QUALIFIED,
}
_EXAMPLE = "Lead, First call = stage 1, Fit = qualified, Offer"


@lru_cache(maxsize=1_000)
def _position(names: tuple[str, ...], name: str) -> int | None:
    """Kept by name: thousands of deals stand in a handful of stages."""
    folded = name.strip().casefold()
    return next((place for place, known in enumerate(names) if known.casefold() == folded), None)
