"""``journal plan`` and ``journal plan set``: from the target down to this week's reach-outs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading, writing
from journal.cli.output import json_option
from journal.cli.verb import family, verb
from journal.dates import read_day
from journal.errors import BadInput
from journal.measure import AMOUNT, read_units
from journal.percent import read_percent
from journal.plan import DEFAULT_LAGS, Level

if TYPE_CHECKING:
    from journal.journal import Journal

RATES = (
    Level.STAGE1,
    Level.QUALIFIED_LEADS,
    Level.FIRST_MEETINGS,
    Level.UNQUALIFIED_LEADS,
    Level.REACH_OUTS,
)
"""The rates q, a, b, c, d in the order they are typed, by the lower level of each step."""


@family(
    "plan",
    {"Verbs": {"set": "journal.cli.plan:set_plan"}},
    "journal plan",
    "journal plan --json",
    "journal plan set --target 1.2M --by 31/12 --deal-size 60k",
    answers=True,
)
@json_option
@click.pass_context
def plan(ctx: click.Context, as_json: bool) -> None:
    """Show the way from the target to this week's reach-outs.

    What each level still needs, until when it helps, its rate, and the chance to hit the target."""
    if ctx.invoked_subcommand is None:
        from journal.cli.plan_said import report
        from journal.journal import Journal

        with reading(Journal) as journal:
            report(journal, as_json)


@verb(
    "set",
    "journal plan set --target 1.2M --by 31/12 --deal-size 60k --win-rate 25%",
    "journal plan set --rates 50,80,60,20,10 --lags 60,30,7,7,14,14",
)
@click.option("--target", metavar="N", help="The amount to book: 1,200,000 or 1.2M.")
@click.option("--by", metavar="DATE", help="The last day of the plan.")
@click.option("--from", "from_", metavar="DATE", help="Its first day; else the fiscal year's.")
@click.option("--deal-size", metavar="N", help="The average deal.")
@click.option("--win-rate", metavar="P", help="Of the qualified, how many are won: 25%, 25 or .25.")
@click.option("--rates", metavar="q,a,b,c,d", help="The other rates, top to bottom.")
@click.option(
    "--lags", metavar="DAYS", help="Six whole numbers of days between levels, top to bottom."
)
@json_option
def set_plan(
    target: str | None,
    by: str | None,
    from_: str | None,
    deal_size: str | None,
    win_rate: str | None,
    rates: str | None,
    lags: str | None,
    as_json: bool,
) -> None:
    """Save a new version of the plan; what is not said stays. Earlier versions are kept."""
    from journal.cli.plan_said import report
    from journal.journal import Journal

    said = (target, by, from_, deal_size, win_rate, rates, lags)
    if all(one is None for one in said):
        raise BadInput("Say what to plan, as in journal plan set --target 1.2M --by 31/12.")
    known_rates = None if rates is None else dict(zip(RATES, _rates(rates), strict=True))
    known_lags = None if lags is None else dict(zip(DEFAULT_LAGS, _lags(lags), strict=True))

    def save(journal: Journal) -> None:
        journal.plans.save(
            target=_amount(journal, target),
            by=_day(journal, by, past=False),
            start=_day(journal, from_, past=True),
            deal_size=_amount(journal, deal_size),
            win_rate=None if win_rate is None else read_percent(win_rate),
            rates=known_rates,
            lags=known_lags,
        )
        report(journal, as_json, since_before=True)

    writing(Journal, save)


def _rates(text: str) -> list[float]:
    parts = text.split(",")
    if len(parts) != len(RATES):
        raise BadInput("Rates are five, top to bottom, with commas between: 50,80,60,20,10.")
    return [read_percent(part) for part in parts]


def _lags(text: str) -> list[int]:
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != len(DEFAULT_LAGS) or not all(p.isdecimal() and len(p) < 6 for p in parts):
        raise BadInput("Lags are six whole numbers of days, top to bottom: 60,30,7,7,14,14.")
    return [int(part) for part in parts]


def _amount(journal: Journal, text: str | None) -> int | None:
    return None if text is None else read_units(AMOUNT, text, journal.settings.currency)


def _day(journal: Journal, text: str | None, *, past: bool) -> date | None:
    if text is None:
        return None
    return read_day(text, journal.today(), day_first=journal.settings.day_first, past=past)
