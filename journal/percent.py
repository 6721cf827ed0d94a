"""A share of a hundred as a rep types and reads it."""

from __future__ import annotations

from journal.errors import BadInput


def read_percent(text: str) -> float:
    """A share of 0 to 1: 25%, 25 and .25 are a quarter, 1 is all. Raises BadInput."""
    bare = text.strip().replace(",", ".")
    try:
        number = float(bare.removesuffix("%"))
    except ValueError:
        number = -1.0
    share = number / 100 if bare.endswith("%") or number > 1 else number
    if not 0 <= share <= 1:
        raise BadInput(f"“{text[:40]}” is no rate from 0 to 100 %; write 25%, 25 or .25.")
    return share


def in_percent(share: float) -> str:
    """The share as it can be typed again: 25 %, 12.5 %."""
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + " %"


def rounded(share: float) -> str:
    """The share as it is read at a glance: 74 %, and one decimal below ten."""
    value = 100 * share
    return f"{value:.0f} %" if value >= 9.95 or value == 0 else f"{value:.1f} %"


def as_chance(chance: float) -> str:
    """A chance as it is read everywhere: 38 %; what is not done is never quite sure, nor quite lost."""
    if chance < 0.01:
        return "< 1 %"
    return "> 99 %" if 0.99 < chance < 1 else rounded(chance)
