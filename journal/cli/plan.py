"""``journal plan`` and ``journal plan set``: from the target down to this week's reach-outs."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import family, verb
from journal.dates import in_words, read_day
from journal.errors import BadInput
from journal.measure import AMOUNT, read_units
from journal.plan import DEFAULT_LAGS, Level

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.planning.funnel import Funnel, LevelLine

NAMES = {
    Level.DEALS: "deals",
    Level.QUALIFIED: "qualified opportunities",
    Level.STAGE1: "stage-1 opportunities",
    Level.QUALIFIED_LEADS: "qualified leads",
    Level.FIRST_MEETINGS: "first meetings",
    Level.UNQUALIFIED_LEADS: "unqualified leads",
    Level.REACH_OUTS: "reach-outs",
}
"""The levels in words."""

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

    What each level still needs, until when it helps, and its rate."""
    if ctx.invoked_subcommand is None:
        from journal.journal import Journal

        with reading(Journal) as journal:
            _report(journal, as_json)


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
        _report(journal, as_json)

    writing(Journal, save)


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


def _report(journal: Journal, as_json: bool) -> None:
    funnel = journal.plans.funnel()
    if as_json:
        say_json(_as_json(funnel))
    else:
        _say_funnel(funnel, journal.today())


def _as_json(funnel: Funnel) -> dict[str, object]:
    return {
        "target": funnel.target.major if funnel.target else None,
        "currency": funnel.booked.currency,
        "booked": funnel.booked.major,
        "by": funnel.by.isoformat() if funnel.by else None,
        "open_expected": funnel.open_expected.major,
        "levels": [_level_as_json(line) for line in funnel.levels],
        "weekly_reach_outs": funnel.weekly_reach_outs,
        "chance": None,
        "p10": None,
        "p50": None,
        "p90": None,
        "levers": [],
    }


def _level_as_json(line: LevelLine) -> dict[str, object]:
    return {
        "level": line.level.value,
        "needed": line.needed,
        "done": line.done,
        "last_useful": line.last_useful.isoformat() if line.last_useful else None,
        "rate": line.rate,
        "raw_rate": line.raw_rate,
        "n": line.n,
        "source": line.source.value,
    }


def _say_funnel(funnel: Funnel, today: date) -> None:
    booked = f"booked {funnel.booked}, open deals bring about {funnel.open_expected}"
    if funnel.target is None:
        say(f"No target yet; {booked} {funnel.booked.currency}.")
    else:
        by = in_words(funnel.by, today) if funnel.by else ""
        say(f"{funnel.target} {funnel.target.currency} by {by}; {booked}.")
    say()
    heads = ("", "needed", "done", "until", "rate", "from history", "source")
    say_table([heads, *(_row(line, today) for line in funnel.levels)], right=(1, 2, 4, 5))
    say()
    if funnel.weekly_reach_outs is not None:
        say(f"{ceil(funnel.weekly_reach_outs):,} reach-outs a week.")
    elif funnel.target is None:
        say("Set one: journal plan set --target 1.2M --by 31/12 --deal-size 60k")
    for note in funnel.notes:
        say(note)


def _row(line: LevelLine, today: date) -> tuple[str, ...]:
    return (
        NAMES[line.level],
        "–" if line.needed is None else f"{ceil(line.needed):,}",
        f"{line.done:,}",
        "–" if line.last_useful is None else in_words(line.last_useful, today),
        "–" if line.rate is None else f"{line.rate:.1%}",
        "–" if line.raw_rate is None else f"{line.raw_rate:.1%} of {line.n:,}",
        line.source.value,
    )
