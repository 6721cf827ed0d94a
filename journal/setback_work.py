"""What a rep makes of a setback later: worked through when asked, and looked at again after 7 and 30 days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

CHECKS = (7, 30)
"""Days after a setback on which the rep is asked what came of it."""

DEEPEST = 10
"""The highest of the three answers from 0 on: permanent, pervasive, personal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thoughts:
    """A setback worked through; every line may be left out."""

    setback: int
    """The id of the setback."""
    belief: str = ""
    """What I first believed it meant."""
    permanent: int | None = None
    """How lasting it seems, 0 (it passes) to 10 (for good)."""
    pervasive: int | None = None
    """How much of my work it seems to touch, 0 (this one thing) to 10 (everything)."""
    personal: int | None = None
    """How much it seems to be about me, 0 to 10."""
    mine: int | None = None
    """My share in it, in percent; with theirs and circumstance it makes 100."""
    theirs: int | None = None
    """The others' share in it, in percent."""
    circumstance: int | None = None
    """The share of what nobody chose, in percent."""
    in_control: str = ""
    """What of it is in my control."""
    evidence_against: str = ""
    """What speaks against the first belief."""
    other_view: str = ""
    """Another explanation."""
    if_then: str = ""
    """If it happens again, then I do this."""
    rev: int = 0
    """Grows with each change; 0 before it is saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What the rep says of a setback 7 or 30 days on."""

    setback: int
    """The id of the setback."""
    after: int
    """Which of CHECKS it answers, in days."""
    day: date
    """The rep's day it was answered on."""
    sting: int | None = None
    """How much it hurts now, 0 to 10."""
    learned: str = ""
    """What it taught me."""
    differently: str = ""
    """What I do differently."""
    stronger: bool | None = None
    """Whether I came out stronger; None when left as it is."""
