"""What decides deals for us and against us: reasons counted in wins and losses, taught or discovered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from journal.deal import Deal, Outcome
from journal.deal_story import Reason, Whose

FEWEST = 5
"""A difference is shown from so many wins and so many losses on."""

CLEAR = 2.0
"""Below this |z| there is no clear difference."""

ONE_BY_LUCK = 20
"""Of so many reasons one is expected to stand out by luck alone."""


EXPLORATORY_BELOW = 30
"""With fewer deals than this the reasons are a hint, and are said to be one."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """How much more a reason is found in wins than in losses."""

    delta: float
    """The log odds ratio with a half added to each count; above 0 it goes with winning."""
    z: float
    """The same in standard errors."""


def contrast(wins: int, of_wins: int, losses: int, of_losses: int) -> Contrast:
    """The difference of a reason found in ``wins`` of ``of_wins`` and ``losses`` of ``of_losses`` deals.

    The log odds ratio with Haldane's and Anscombe's half, over its standard error: Monroe, Colaresi
    and Quinn, Political Analysis 16 (2008), with a flat prior.
    """
    cells = (wins + 0.5, of_wins - wins + 0.5, losses + 0.5, of_losses - losses + 0.5)
    delta = log(cells[0] / cells[1]) - log(cells[2] / cells[3])
    return Contrast(delta, delta / sqrt(sum(1 / cell for cell in cells)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """One reason, and where it was found."""

    tag: str
    """The reason, as it was written first."""
    wins: int
    """How many won deals name it."""
    losses: int
    """How many lost deals name it."""
    taught: int
    """In how many of them we taught the buyer to see it."""
    discovered: int
    """In how many the buyer discovered it."""
    contrast: Contrast | None
    """How much more it goes with winning; None under 5 wins or 5 losses."""

    @property
    def is_clear(self) -> bool:
        """Whether it is more than no clear difference."""
        return self.contrast is not None and abs(self.contrast.z) >= CLEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatDecides:
    """The reasons of a rep's ended deals."""

    reasons: tuple[Decider, ...]
    """The clearest difference first; without any, the most frequent first."""
    wins: int
    """How many won deals have a reason."""
    losses: int
    """How many lost deals have one."""
    both: int
    """In how many deals both the rep and the buyer named one."""
    differ: int
    """In how many of those the first reason of each is not the same."""

    @property
    def note(self) -> str:
        """How these differences are to be read, in one sentence."""
        if self.wins < FEWEST or self.losses < FEWEST:
            return (
                f"Compared from {FEWEST} wins and {FEWEST} losses with a reason on; you have "
                f"{self.wins:,} and {self.losses:,}."
            )
        n = len(self.reasons)
        luck = f"ith {ONE_BY_LUCK} tags expect one by luck; here are {n:,}."
        few = self.wins + self.losses < EXPLORATORY_BELOW
        return f"Exploratory: w{luck}" if few else f"W{luck}"


def what_decides(
    deals: Iterable[Deal],
    reasons: Mapping[int, Sequence[Reason]],
    whose: Whose | None = None,
) -> WhatDecides:
    """The reasons of these won and lost deals, those of one side only if it is said.

    A deal counts once for a reason, whoever named it; only deals with a reason count. Deals that are
    open or ended without a decision are left out.
    """
    ended = [deal for deal in deals if deal.outcome in (Outcome.WON, Outcome.LOST)]
    named: dict[str, str] = {}
    found: dict[str, list[tuple[bool, bool | None]]] = {}
    wins = losses = 0
    for deal in ended:
        of_deal: dict[str, bool | None] = {}
        for reason in reasons.get(deal.id, ()):
            if whose is None or reason.whose is whose:
                folded = " ".join(reason.tag.split()).casefold()
                named.setdefault(folded, reason.tag)
                known = of_deal.get(folded)
                of_deal[folded] = reason.taught if known is None else known
        is_won = deal.outcome is Outcome.WON
        wins += bool(of_deal) and is_won
        losses += bool(of_deal) and not is_won
        for folded, taught in of_deal.items():
            found.setdefault(folded, []).append((is_won, taught))
    deciders = [_decider(named[each], cases, wins, losses) for each, cases in found.items()]
    both, differ = _differ([reasons.get(deal.id, ()) for deal in ended])
    return WhatDecides(
        reasons=tuple(sorted(deciders, key=_rank)),
        wins=wins,
        losses=losses,
        both=both,
        differ=differ,
    )


def _decider(
    tag: str, cases: Sequence[tuple[bool, bool | None]], wins: int, losses: int
) -> Decider:
    in_wins = sum(is_won for is_won, _ in cases)
    in_losses = len(cases) - in_wins
    is_enough = wins >= FEWEST and losses >= FEWEST
    return Decider(
        tag=tag,
        wins=in_wins,
        losses=in_losses,
        taught=sum(taught is True for _, taught in cases),
        discovered=sum(taught is False for _, taught in cases),
        contrast=contrast(in_wins, wins, in_losses, losses) if is_enough else None,
    )


def _rank(one: Decider) -> tuple[float, int, str]:
    z = abs(one.contrast.z) if one.contrast else 0.0
    return -z, -(one.wins + one.losses), one.tag.casefold()


def _differ(deals: Iterable[Sequence[Reason]]) -> tuple[int, int]:
    """In how many deals both sides named a reason, and in how many of them another one first."""
    both = differ = 0
    for reasons in deals:
        firsts = {
            side: next((one.tag for one in reasons if one.whose is side), None) for side in Whose
        }
        tags = [" ".join(tag.split()).casefold() for tag in firsts.values() if tag is not None]
        if len(tags) == len(firsts):
            both += 1
            differ += tags[0] != tags[1]
    return both, differ


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """Something to say in a pitch, because it goes with winning."""

    tag: str
    """The reason."""
    wins: int
    """How many won deals name it."""
    losses: int
    """How many lost deals name it."""
    used: int
    """How many entries carry it as a tag: so often it was said."""


def talking_points(
    decides: WhatDecides, used: Mapping[str, int], most: int = 5
) -> tuple[TalkingPoint, ...]:
    """The reasons found more in wins than in losses, the clearest first.

    ``used`` counts entries by tag in small letters; a reason of several words is tagged with dashes.
    """
    found = []
    for one in decides.reasons:
        of_wins, of_losses = one.wins / (decides.wins or 1), one.losses / (decides.losses or 1)
        if of_wins > of_losses:
            tag = as_tag(one.tag)
            found.append(TalkingPoint(one.tag, one.wins, one.losses, used.get(tag, 0)))
    return tuple(found[:most])


def as_tag(reason: str) -> str:
    """A reason as an entry is tagged with it when it was said: time to value → time-to-value."""
    return "-".join(reason.casefold().split())
