"""The fear forecast: how much worse the rep expects a call block to be than it turns out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from math import sqrt
from statistics import fmean, stdev

from journal.call_block import CallBlock
from journal.incomplete_beta import incomplete_beta

LAST = 20
"""So many of the latest blocks are looked at."""

FEWEST = 10
"""From so many on the mean error is shown, if it is more than luck."""

ON_TIME = 10
"""A block started within so many minutes of its plan is on time."""

_DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Fear:
    """What was feared of the last call blocks, against what happened."""

    mean_error: float | None
    """Feared less happened, in shares of the calls, -1 to 1; above 0 it was feared too much."""
    low: float | None
    """The lower end of its 95 % interval; None under two blocks."""
    high: float | None
    """The upper end of it."""
    n: int
    """How many blocks with both a fear and an end it rests on, at most the last 20."""
    on_time: int
    """How many of the last 20 blocks were started within 10 minutes of their plan."""
    planned: int
    """How many blocks that is out of, those still to come left out."""
    feared: float | None = None
    """What was feared of those n, on average, as a share of the calls, 0-1."""
    happened: float | None = None
    """What came in those n, on average, 0-1."""

    @property
    def is_shown(self) -> bool:
        """Whether the mean error is more than luck."""
        return self.why_not is None

    @property
    def why_not(self) -> str | None:
        """Why the mean error is not shown, in one sentence; None when it is."""
        if self.n < FEWEST:
            return f"Measured from ten call blocks on; you have {self.n or 'none yet'}."
        if self.low is None or self.high is None or self.low <= 0 <= self.high:
            return f"No clear difference between feared and happened in {self.n} call blocks."
        return None


def fear_of(blocks: Iterable[CallBlock], due: Iterable[CallBlock]) -> Fear:
    """The fear forecast of these blocks, newest first, and how many of those due began on time.

    The interval is mean ± t·s/√n with Student's t at 97.5 % and n − 1 degrees of freedom.
    """
    pairs = [
        (block.feared, happened)
        for block in blocks
        if block.feared is not None and (happened := block.happened) is not None
    ][:LAST]
    errors = [feared - happened for feared, happened in pairs]
    low, high = _interval(errors) if len(errors) > 1 else (None, None)
    asked = list(due)[:LAST]
    return Fear(
        mean_error=fmean(errors) if errors else None,
        low=low,
        high=high,
        n=len(errors),
        on_time=sum(is_on_time(block) for block in asked),
        planned=len(asked),
        feared=fmean(feared for feared, _ in pairs) if pairs else None,
        happened=fmean(happened for _, happened in pairs) if pairs else None,
    )


def is_on_time(block: CallBlock) -> bool:
    """Whether it was started within 10 minutes of its plan, before or after, past midnight too."""
    if block.started is None:
        return False
    apart = abs(_minutes(block.started) - _minutes(block.planned))
    return min(apart, _DAY - apart) <= ON_TIME


def t_quantile(degrees: int, within: float = 0.95) -> float:
    """Student's t with so many degrees of freedom that holds the middle share ``within``, 0-1.

    P(|T| > t) = I_x(ν/2, ½) with x = ν/(ν + t²): DLMF 8.17 and Abramowitz and Stegun 26.7.1,
    solved by halving.
    """
    below, above = 0.0, 1.0
    while _beyond(above, degrees) > 1 - within:
        above *= 2
    while above - below > 1e-12 * above:
        middle = (below + above) / 2
        if middle in (below, above):
            break
        if _beyond(middle, degrees) > 1 - within:
            below = middle
        else:
            above = middle
    return above


def _beyond(t: float, degrees: int) -> float:
    return incomplete_beta(degrees / (degrees + t * t), degrees / 2, 0.5)


def _interval(errors: Sequence[float]) -> tuple[float, float]:
    middle = fmean(errors)
    half = t_quantile(len(errors) - 1) * stdev(errors) / sqrt(len(errors))
    return middle - half, middle + half


def _minutes(clock: time) -> float:
    return clock.hour * 60 + clock.minute + clock.second / 60
