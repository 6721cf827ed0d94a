"""How the command line speaks of deals: rows, sentences and JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from journal.cli.output import say
from journal.dates import in_words
from journal.deal import Deal, Outcome
from journal.deal_line import DealLine
from journal.follow_up import FollowUp
from journal.forecast_gate import Forecast, Gate
from journal.money import Money
from journal.request import Request


def deal_row(line: DealLine, today: date) -> tuple[str, ...]:
    """A deal in a table."""
    deal = line.deal
    amount = f"{deal.amount} {deal.amount.currency}" if deal.amount else "–"
    return (
        str(deal.id),
        deal.account or "–",
        deal.name,
        deal.stage or "–",
        amount,
        "" if line.in_stage is None else f"{line.in_stage:,} d",
        in_words(line.last_touch, today) if line.last_touch else "–",
        f"pushed {deal.pushes:,}×" if deal.pushes else "",
        line.gate.letters if line.gate else "",
        state_of(line, today),
    )


def state_of(line: DealLine, today: date) -> str:
    """How a deal stands, with a mark and in words."""
    deal, gate = line.deal, line.gate
    if gate is not None:
        if gate.requalify:
            return "! re-qualify"
        return "● on" if gate.on else f"○ {len(gate.open)} open"
    day = f" {in_words(deal.closed, today)}" if deal.closed else ""
    if deal.outcome is Outcome.WON:
        return f"◌ won{day}, ask why" if line.ask_why else f"✓ won{day}"
    return f"✗ lost{day}" if deal.outcome is Outcome.LOST else f"– no decision{day}"


def say_forecast(forecast: Forecast) -> None:
    """What the forecast is with and without the deals that fail a check."""
    on = _sums(forecast.on) or "0"
    say(f"On the forecast: {on} with all six checks, {forecast.deals_on:,} of {_deals(forecast)}.")
    say(f"Every open deal: {_sums(forecast.everything) or '0'}.")
    if forecast.without_amount:
        stands = "stands" if forecast.without_amount == 1 else "stand"
        say(f"{forecast.without_amount:,} without an amount {stands} in no sum.")
    if forecast.requalify:
        say(f"{forecast.requalify:,} to qualify again: pushed 3 times.")


def deal_as_json(deal: Deal) -> dict[str, Any]:
    """A deal as reports show it."""
    return {
        "id": deal.id,
        "account": deal.account,
        "name": deal.name,
        "amount": deal.amount.major if deal.amount else None,
        "currency": deal.amount.currency if deal.amount else None,
        "stage": deal.stage,
        "outcome": deal.outcome.value,
        "opened": _iso(deal.opened),
        "stage1_on": _iso(deal.stage1_on),
        "qualified_on": _iso(deal.qualified_on),
        "expected_close": _iso(deal.expected_close),
        "closed": _iso(deal.closed),
        "pushes": deal.pushes,
        "category": deal.category,
        "next_step": deal.next_step,
    }


def line_as_json(line: DealLine) -> dict[str, Any]:
    """A deal with how it stands."""
    return deal_as_json(line.deal) | {
        "last_touch": _iso(line.last_touch),
        "days_in_stage": line.in_stage,
        "gate": gate_as_json(line.gate) if line.gate else None,
        "incomplete": line.ask_why,
        "revived": line.revived,
    }


def gate_as_json(gate: Gate) -> dict[str, Any]:
    """The six checks of a deal."""
    return {
        "on_forecast": gate.on,
        "requalify": gate.requalify,
        "step": gate.step,
        "checks": {
            mark.name.value: {
                "holds": mark.holds,
                "evidence": mark.evidence or None,
                "day": _iso(mark.day),
            }
            for mark in gate.marks
        },
    }


def forecast_as_json(forecast: Forecast) -> dict[str, Any]:
    """The forecast with and without the deals that fail a check; currencies are kept apart."""
    return {
        "deals": forecast.deals_open,
        "on": forecast.deals_on,
        "requalify": forecast.requalify,
        "without_amount": forecast.without_amount,
        "amounts": [
            {
                "currency": currency,
                "on_forecast": Money(forecast.on.get(currency, 0), currency).major,
                "every_open_deal": Money(minor, currency).major,
            }
            for currency, minor in sorted(forecast.everything.items())
        ],
    }


def touch_as_json(one: FollowUp) -> dict[str, Any]:
    """A touch of a deal's calendar."""
    return {
        "id": one.id,
        "day": _iso(one.due),
        "what": one.what,
        "reason": one.reason or None,
        "kind": one.kind,
        "state": one.state.value,
        "why": one.why or None,
    }


def request_as_json(one: Request) -> dict[str, Any]:
    """What became of a request."""
    return {
        "deal": one.deal,
        "request": one.ask.value,
        "state": one.state.value,
        "day": one.day.isoformat(),
        "note": one.note or None,
    }


def _deals(forecast: Forecast) -> str:
    return "1 open deal" if forecast.deals_open == 1 else f"{forecast.deals_open:,} open deals"


def _sums(amounts: Mapping[str, int]) -> str:
    return " and ".join(
        f"{Money(minor, currency)} {currency}" for currency, minor in sorted(amounts.items())
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
