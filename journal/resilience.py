"""What the setbacks of two years say: how fast the rep is back, how stings fade, what comes most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journal.bounce_back import Cluster, NotMeasured
from journal.kaplan_meier import Step, Watched, kaplan_meier, median_day
from journal.setback import TYPES
from journal.sting import Acted, Fade, HowOften

MONTHS = 24
"""So many months of setbacks are looked at [default]."""

FEWEST = 5
"""From so many observations on a median is shown [default]."""

FEWEST_RETURNS = 3
"""At least so many of them must be back [default]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BounceBack:
    """How many working days it takes to be back at the usual pace."""

    median_days: int | None
    """The day by which half are back; None when it is not shown."""
    curve: tuple[Step, ...]
    """The share not yet back after each day on which one came back."""
    n: int
    """How many observations it rests on; setbacks close together are one."""
    censored: int
    """How many of them were not back when they were last seen."""
    why_not: str | None = None
    """Why no median is shown, in one sentence."""
    left_out: tuple[str, ...] = ()
    """What was not measured by itself and why, one sentence each."""


@dataclass(frozen=True, slots=True)
class MostOften:
    """One type of setback."""

    type: str
    """One of the types."""
    count: int
    """How many of them there were."""
    median_days: int | None
    """The working days to be back from half of them; None when it is not measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resilience:
    """Everything the journal measures of setbacks; no single score, and none is made of it."""

    since: date
    """The first day of the two years that are looked at."""
    setbacks: int
    """How many setbacks there were since."""
    bounce_back: BounceBack
    """How fast the rep is back after one."""
    ordinary: BounceBack
    """The same measure on all ordinary working days, to hold it against."""
    fade: Fade
    """How fast stings halve."""
    acted: Acted
    """How often a next action came within 24 hours."""
    how_often: HowOften
    """How many come with 100 reach-outs."""
    most_often: tuple[MostOften, ...]
    """The types, most frequent first."""


def bounce_back_after(found: Iterable[Cluster]) -> BounceBack:
    """The bounce-back of these clusters of setbacks."""
    seen = list(found)
    why = Counter(cluster.why_not for cluster in seen if cluster.why_not is not None)
    cases = [cluster.watched for cluster in seen if cluster.watched is not None]
    joined = sum(len(cluster.setbacks) - 1 for cluster in seen)
    said = [_left_out(why[each], each) for each in why]
    if joined:
        said.append(f"{_counted(joined)} hit before you were back from the last: counted with it.")
    return _measured(cases, "setbacks", tuple(said), sum(why.values()))


def ordinary_pace(cases: Sequence[Watched]) -> BounceBack:
    """The same measure from ordinary working days on."""
    return _measured(cases, "ordinary working days", (), 0)


def most_often(
    setbacks: Iterable[tuple[date, int, str]], found: Sequence[Cluster]
) -> tuple[MostOften, ...]:
    """The types among setbacks given by day, id and type, each with the clusters it is part of."""
    type_of = {setback: type_ for _, setback, type_ in setbacks}
    of_type: dict[str, list[Cluster]] = {}
    for cluster in found:
        for type_ in {type_of[id_] for _, id_ in cluster.setbacks if id_ in type_of}:
            of_type.setdefault(type_, []).append(cluster)
    counts = Counter(type_of.values())
    order = {type_: place for place, type_ in enumerate(TYPES)}
    ranked = sorted(counts, key=lambda each: (-counts[each], order.get(each, len(order)), each))
    return tuple(
        MostOften(each, counts[each], bounce_back_after(of_type.get(each, ())).median_days)
        for each in ranked
    )


def _measured(
    cases: Sequence[Watched], of: str, said: tuple[str, ...], not_measured: int
) -> BounceBack:
    curve = kaplan_meier(cases)
    returns = sum(case.ended for case in cases)
    middle = median_day(curve)
    why_not = None
    if len(cases) < FEWEST:
        why_not = f"Measured from five {of} on; {_you_have(len(cases), not_measured)}."
    elif middle is None:
        why_not = "More than half not yet back."
    elif returns < FEWEST_RETURNS:
        why_not = "Not enough yet: fewer than three are back."
    return BounceBack(
        median_days=middle if why_not is None else None,
        curve=curve,
        n=len(cases),
        censored=len(cases) - returns,
        why_not=why_not,
        left_out=said,
    )


def _you_have(measured: int, not_measured: int) -> str:
    if not not_measured:
        return f"you have {measured or 'none yet'}"
    how_many = f"{not_measured:,} " if measured else ""
    return f"you have {measured + not_measured:,}, {how_many}not measured"


def _left_out(count: int, why: NotMeasured) -> str:
    return f"{_counted(count)} not measured: {why.value}."


def _counted(setbacks: int) -> str:
    return f"{setbacks:,} {'setback' if setbacks == 1 else 'setbacks'}"
