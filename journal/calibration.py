"""How well the rep foresees their own deals: Monday's chances and dates against what came. Private."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from journal.deal import Deal, Outcome
from journal.deal_check import MondayForecast

FEWEST = 10
"""Shown from so many closed deals on."""

MOST_PUSHES = 3
"""Deals pushed so often or more are one row of the risk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What the rep said on Mondays, against how the deals ended."""

    n: int
    """How many closed deals with a chance it rests on."""
    brier: float | None
    """The Brier score, 0 (every chance was right) to 1; None without a closed deal."""
    usual: float | None
    """The score of always saying the share won of the same deals, w(1 − w)."""
    win_rate: float | None
    """That share, w, 0–1."""
    expected: float
    """How many of them the rep's chances came to."""
    won: int
    """How many were won."""
    slip_days: float | None
    """Actual less stated close of the won deals, in days, a deal's Mondays averaged first; None without."""
    slip_n: int
    """How many won deals with a stated close that rests on."""

    @property
    def is_shown(self) -> bool:
        """Whether there are enough closed deals."""
        return self.n >= FEWEST

    @property
    def why_not(self) -> str | None:
        """Why it is not shown yet, in one sentence; None when it is."""
        if self.is_shown:
            return None
        return (
            f"Measured from {FEWEST} closed deals with a Monday chance on; "
            f"you have {self.n or 'none yet'}."
        )

    @property
    def haircut(self) -> float | None:
        """What to take off the rep's own chances so that they come true, as a share of them.

        1 − won/expected; below 0 the rep says too little. None where nothing was expected.
        """
        return None if not self.expected else 1 - self.won / self.expected


def calibration(deals: Iterable[Deal], forecasts: Iterable[MondayForecast]) -> Calibration:
    """The Brier score, mean (p − o)², of the closed deals that have a Monday chance.

    p is the chance that a deal is ever won, o is 1 when it was and else 0. Each deal counts once: the
    scores of its Mondays are averaged first. Open deals are not scored, nor is what was said after
    the close. G. W. Brier, Monthly Weather Review 78 (1950).
    """
    said: dict[int, list[MondayForecast]] = {}
    for forecast in forecasts:
        said.setdefault(forecast.deal, []).append(forecast)
    scores, chances, slips, won = [], [], [], 0
    for deal in deals:
        mondays = [] if deal.is_open else _before_close(deal, said.get(deal.id, ()))
        if not mondays:
            continue
        o = int(deal.outcome is Outcome.WON)
        won += o
        scores.append(fmean((one.chance - o) ** 2 for one in mondays))
        chances.append(fmean(one.chance for one in mondays))
        if o and (slip := _slip(deal, mondays)) is not None:
            slips.append(slip)
    n = len(scores)
    w = won / n if n else None
    return Calibration(
        n=n,
        brier=fmean(scores) if scores else None,
        usual=None if w is None else w * (1 - w),
        win_rate=w,
        expected=sum(chances),
        won=won,
        slip_days=fmean(slips) if slips else None,
        slip_n=len(slips),
    )


@dataclass(frozen=True, slots=True)
class PushRisk:
    """How often deals that were pushed so often ended without a decision."""

    pushes: int
    """How often the close date was pushed; 3 stands for three times or more."""
    no_decision: int
    """How many of them ended without a decision."""
    n: int
    """How many of them have ended."""

    @property
    def risk(self) -> float | None:
        """The share that ended without a decision, 0–1; None when none has ended."""
        return self.no_decision / self.n if self.n else None


def push_risks(deals: Iterable[Deal]) -> tuple[PushRisk, ...]:
    """The risk of no decision by the number of pushes, 0, 1, 2, and 3 or more; open deals left out."""
    ended: list[list[Deal]] = [[] for _ in range(MOST_PUSHES + 1)]
    for deal in deals:
        if not deal.is_open:
            ended[min(deal.pushes, MOST_PUSHES)].append(deal)
    return tuple(
        PushRisk(pushes, sum(deal.outcome is Outcome.NO_DECISION for deal in group), len(group))
        for pushes, group in enumerate(ended)
    )


def _before_close(deal: Deal, said: Sequence[MondayForecast]) -> list[MondayForecast]:
    return [one for one in said if deal.closed is None or one.monday <= deal.closed]


def _slip(deal: Deal, mondays: Sequence[MondayForecast]) -> float | None:
    if deal.closed is None:
        return None
    days = [(deal.closed - one.close).days for one in mondays if one.close is not None]
    return fmean(days) if days else None
