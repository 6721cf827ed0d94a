"""The pipeline at a glance: deals as they are looked at, what each stage holds, what chance leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal import monday_chances
from journal.deal import Deal, Outcome
from journal.deal_line import DealLine, deal_lines
from journal.deals_read import MANY
from journal.errors import JournalError
from journal.follow_up import FollowUp
from journal.forecast_gate import Forecast, forecast_of
from journal.frozen import frozen
from journal.stage import Stages
from journal.stats import main_currency
from journal.still_open import still_open_at

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.store import Store

SHOWN = 500
"""The most deals a list holds at once."""


NO_STAGE = "no stage"
"""What stands for the stage of a deal that has none."""


@frozen
class StageSum:
    """What stands in one stage."""

    name: str
    """The stage."""
    deals: int
    """How many open deals stand in it."""
    worth: int | None
    """What they are worth, in minor units of the pipeline's currency; None when none says."""
    still_open: float | None = None
    """How much of the buyer's way is still ahead here, 1 to 0; None for a stage that is not ours."""


@frozen(kw_only=True)
class Pipeline:
    """The open deals, all of them read once."""

    lines: tuple[DealLine, ...]
    """The largest first, at most SHOWN; other currencies and deals without an amount last."""
    forecast: Forecast
    """What they come to, with those that fail a check and without."""
    currency: str
    """The currency most of them are in: the one the sums are shown in."""
    stages: tuple[StageSum, ...]
    """What each stage holds, the first stage first; a stage of an export we do not know comes last."""
    nearest: DealLine | None
    """The deal that lacks the fewest checks, the largest of several; None when one passes all."""
    to_foresee: int = 0
    """How many chances are offered to be said: on the first working day of a week, else none."""


def read_pipeline(journal: Journal) -> Pipeline:
    """The open deals as they stand now."""
    deals = journal.store.deals.listed(Outcome.OPEN, limit=MANY)
    currency = main_currency(deals, journal.settings.currency)
    lines = sorted(deal_lines(journal, deals), key=lambda line: _rank(line.deal, currency))
    gates = [(line.deal, line.gate) for line in lines if line.gate is not None]
    lacking = (line for line in lines if line.gate is not None and not line.gate.on)
    forecast = forecast_of(gates)
    return Pipeline(
        lines=tuple(lines[:SHOWN]),
        forecast=forecast,
        currency=currency,
        stages=stage_sums(deals, currency, journal.deals.stages),
        nearest=None if forecast.deals_on else min(lacking, key=_lacks, default=None),
        to_foresee=monday_chances.how_many(journal, deals),
    )


def is_small(journal: Journal) -> bool:
    """Whether so few deals are open that no key waits for them; else let another thread read them."""
    return journal.store.deals.by_outcome().get(Outcome.OPEN, 0) <= SHOWN


def pipeline_beside(journal: Journal) -> Callable[[], Pipeline | None] | None:
    """The open deals, to be read in another thread; None for a journal in memory, which only its own reads.

    What cannot be read there comes back as None: it is read, and complained about, where it is asked for.
    """
    beside = journal.store.beside()
    return None if beside is None else lambda: _read_beside(journal, beside)


def read_lines_again(journal: Journal, before: Pipeline) -> Pipeline:
    """The lines of a pipeline as they stand now; its sums stay what they were until they are added up."""
    known = journal.store.deals.some(line.deal.id for line in before.lines)
    lines = deal_lines(journal, [deal for deal in known.values() if deal.is_open])
    ranked = sorted(lines, key=lambda line: _rank(line.deal, before.currency))
    return replace(before, lines=tuple(ranked))


def read_ended(journal: Journal, outcome: Outcome) -> tuple[DealLine, ...]:
    """Deals that ended so, the newest first, at most SHOWN; those of no known day last."""
    deals = journal.store.deals.listed(outcome, limit=MANY)
    newest = sorted(deals, key=lambda deal: (deal.closed or date.min, deal.id), reverse=True)
    return deal_lines(journal, newest[:SHOWN])


def how_many(journal: Journal) -> Mapping[Outcome, int]:
    """How many deals there are of each outcome; those without one are left out."""
    return journal.store.deals.by_outcome()


def by_chance(journal: Journal, currency: str) -> int | None:
    """What the open deals of a currency bring by the chance of their stage, in minor units.

    The sum of amount times p(ever won) of the plan (NUMBERS §6), before stage 1 nothing. None where
    the plan is in another currency.
    """
    plans = journal.plans
    if plans.current().currency != currency:
        return None
    counted = plans.funnel().basis.open.counted
    return round(sum(one.deal.amount.minor * one.p for one in counted if one.deal.amount))


def _read_beside(journal: Journal, beside: AbstractContextManager[Store]) -> Pipeline | None:
    with suppress(JournalError), beside as store:
        return read_pipeline(type(journal)(store, journal.clock))
    return None


def waits_first(journal: Journal, deal: Deal) -> FollowUp | None:
    """The touch that waits first at a deal's account and belongs to it or to no deal; None without one."""
    if deal.account is None or not deal.is_open:
        return None
    waiting = journal.store.people.follow_ups_of(deal.account, 20)
    return next((one for one in waiting if one.deal in (None, deal.id)), None)


def stage_sums(deals: Sequence[Deal], currency: str, stages: Stages) -> tuple[StageSum, ...]:
    """What each stage holds; the stages of deals that ours do not know follow, in the alphabet."""
    known = dict.fromkeys(stages.names)
    held: dict[str, list[Deal]] = {name: [] for name in known}
    for deal in sorted(deals, key=lambda deal: (deal.stage or "").casefold()):
        place = stages.position(deal.stage)
        name = stages.names[place] if place is not None else deal.stage or NO_STAGE
        held.setdefault(name, []).append(deal)
    return tuple(
        StageSum(name, len(there), _worth(there, currency), still_open_at(name, stages))
        for name, there in held.items()
    )


def unranked(journal: Journal, stages: Stages | None = None) -> dict[str, int]:
    """How many open deals stand in each stage that is none of these, by its name; of the rep's, if none
    are given."""
    stages = stages or journal.deals.stages
    deals = journal.store.deals.listed(Outcome.OPEN, limit=MANY)
    held = stage_sums(deals, journal.settings.currency, stages)[len(stages.names) :]
    return {each.name: each.deals for each in held if each.name != NO_STAGE}


def unranked_in_words(held: Mapping[str, int]) -> str:
    """The same as one sentence; "" when every deal stands in a stage of the rep's."""
    if not held:
        return ""
    names = [f"{count:,} in “{name[:40]}”" for name, count in list(held.items())[:3]]
    more = f" and {len(held) - 3:,} more stages" if len(held) > 3 else ""
    one = sum(held.values()) == 1
    return (
        f"{'One open deal keeps' if one else 'Open deals keep'} a stage that is none of yours: "
        f"{', '.join(names)}{more}. {'It counts' if one else 'They count'} by no stage until moved."
    )


def _worth(deals: Sequence[Deal], currency: str) -> int | None:
    said = [deal.amount.minor for deal in deals if deal.amount and deal.amount.currency == currency]
    return sum(said) if said else None


def _rank(deal: Deal, currency: str) -> tuple[int, str, int, int]:
    if deal.amount is None:
        return 2, "", 0, deal.id
    is_other = deal.amount.currency != currency
    return int(is_other), deal.amount.currency, -deal.amount.minor, deal.id


def _lacks(line: DealLine) -> int:
    return len(line.gate.open) + line.gate.requalify if line.gate else 0
