"""A deal in one line: where it stands, since when, who was last in touch, and whether it may be counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.deal import Deal, Outcome
from journal.deal_event import DealEvent
from journal.deal_story import DECIDED, Answer, Whose
from journal.forecast_gate import REQUALIFY_AFTER, Gate, Times, gate_of
from journal.frozen import frozen

if TYPE_CHECKING:
    from journal.journal import Journal

_LOST = (Outcome.LOST.value, Outcome.NO_DECISION.value)


@frozen(kw_only=True)
class DealLine:
    """What a list shows of a deal."""

    deal: Deal
    """The deal."""
    gate: Gate | None
    """How it stands at the forecast gate; None once it has ended."""
    last_touch: date | None
    """The day of the newest activity on it, or at its account; None without one."""
    in_stage: int | None
    """Days since it came to its stage, up to its end; None when nobody knows."""
    ask_why: bool
    """Whether it was won and the buyer has not said yet what made them decide."""
    revived: bool
    """Whether it was lost, or not decided, once and opened again."""


def deal_lines(journal: Journal, deals: Sequence[Deal]) -> tuple[DealLine, ...]:
    """These deals as lines, all that belongs to them read at once."""
    ids = [deal.id for deal in deals]
    stories, today = journal.store.deal_stories, journal.today()
    events, touches, checks = stories.events(ids), stories.last_touches(ids), stories.checks(ids)
    won = [deal.id for deal in deals if deal.outcome is Outcome.WON]
    answers = stories.answers(won) if won else {}
    times = Times(journal.settings.times)
    return tuple(
        DealLine(
            deal=deal,
            gate=gate_of(
                deal,
                checks.get(deal.id, ()),
                touches.get(deal.id),
                times,
                today,
                last_push(events.get(deal.id, ())),
            )
            if deal.is_open
            else None,
            last_touch=touches.get(deal.id),
            in_stage=_in_stage(deal, events.get(deal.id, ()), today),
            ask_why=deal.outcome is Outcome.WON
            and not is_answered(answers.get(deal.id, ()), events.get(deal.id, ())),
            revived=was_reopened(events.get(deal.id, ())),
        )
        for deal in deals
    )


def last_push(events: Sequence[DealEvent]) -> date | None:
    """The day its close date was last moved to a later one; None when nobody knows it."""
    return max((event.day for event in events if event.what == "push"), default=None)


def is_answered(answers: Sequence[Answer], events: Sequence[DealEvent]) -> bool:
    """Whether the buyer said what made them decide, since the deal was last opened again.

    What they said of an earlier loss does not tell why they came back.
    """
    again = max((event.day for event in events if event.what == "reopen"), default=date.min)
    return any(
        one.question == DECIDED and one.whose is Whose.BUYER and one.day >= again for one in answers
    )


def was_reopened(events: Sequence[DealEvent]) -> bool:
    """Whether it was opened again after it was lost or not decided."""
    return any(event.what == "reopen" and event.before in _LOST for event in events)


def came_back(events: Sequence[DealEvent]) -> int:
    """How often it was won after it had been lost or not decided."""
    times, lost = 0, False
    for event in events:
        if event.what == "reopen":
            lost = lost or event.before in _LOST
        elif event.what == "outcome":
            times += lost and event.after == Outcome.WON.value
    return times


def risk_of(line: DealLine, today: date, has_next_step: bool) -> str | None:
    """What may go wrong first, in the few words a column holds; None where nothing stands out."""
    deal, gate = line.deal, line.gate
    if gate is None:
        return None
    if deal.pushes >= REQUALIFY_AFTER:
        return f"Close date pushed {deal.pushes:,} times."
    if deal.expected_close is not None and deal.expected_close < today:
        return f"Was to close {deal.expected_close.isoformat()}."
    stale = next((mark for mark in gate.marks if mark.name == "fresh" and not mark.holds), None)
    if stale is not None:
        if stale.day is None:
            return "No contact written down."
        return f"No contact for {(today - stale.day).days:,} days."
    if not has_next_step:
        return "No next step is agreed."
    return None


def _in_stage(deal: Deal, events: Sequence[DealEvent], today: date) -> int | None:
    moved = [event.day for event in events if event.what == "stage" and event.after == deal.stage]
    known = [day for day in (deal.qualified_on, deal.stage1_on, deal.opened) if day is not None]
    since = moved[-1] if moved else max(known, default=None)
    if since is None:
        return None
    return max(0, ((deal.closed or today) - since).days)
