"""``journal review`` and ``journal review hold``: a week or a month looked at, and the one change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say
from journal.cli.verb import family, verb
from journal.cli.words import read_id
from journal.dates import read_day
from journal.errors import BadInput
from journal.percent import read_percent
from journal.review import Period

if TYPE_CHECKING:
    from datetime import date

    from journal.journal import Journal
    from journal.reviews import Redate, ReviewView


def span_options(function: Callable[..., None]) -> Callable[..., None]:
    """Let a verb be told which week or month it is about."""
    options = (
        click.option("--week", "is_week", is_flag=True, help="The week from Monday."),
        click.option("--month", "is_month", is_flag=True, help="The month; so unless said."),
        click.option("--day", metavar="DATE", help="The one that holds this day; today's else."),
    )
    for option in reversed(options):
        function = option(function)
    return function


@family(
    "review",
    {"Verbs": {"hold": "journal.cli.review:hold"}},
    "journal review",
    "journal review --week",
    "journal review --month --day 2026-10-31 --json",
    answers=True,
)
@span_options
@json_option
@click.pass_context
def review(
    ctx: click.Context, is_week: bool, is_month: bool, day: str | None, as_json: bool
) -> None:
    """Look back on a week or a month, and on to the next.

    Plan against actual, conversions, streaks, what moved, and what would help most."""
    if ctx.invoked_subcommand is not None:
        if is_week or is_month or day or as_json:
            raise BadInput("Put those words after the verb: journal review hold --week.")
        return
    from journal.journal import Journal

    with reading(Journal) as journal:
        view = _view(journal, is_week, is_month, day)
        if as_json:
            from journal.cli.review_json import say_as_json

            say_as_json(journal, view)
        else:
            from journal.cli.review_said import say_review

            say_review(journal, view)


@verb(
    "hold",
    'journal review hold --lever win-rate --if-then "If they stall, I call Ana." --next "30 dec"',
    "journal review hold --lever deal-size --by 5%",
    'journal review hold --redate "3=11 dec" --why "Globex moved the demo"',
    "journal review hold                      keeps the plan as it is",
)
@span_options
@click.option("--lever", metavar="NAME", help="What to raise: reach-outs, win-rate, deal-size …")
@click.option("--by", "amount", metavar="P", help="By how much; 10 % unless said.")
@click.option("--if-then", metavar="TEXT", help="If something gets in the way, then I …")
@click.option("--redate", "redates", multiple=True, metavar="ID=DATE", help="A goal's new date.")
@click.option("--why", metavar="W", help="One sentence; needed to make a goal easier.")
@click.option("--next", "next_on", metavar="DATE", help="The day of the next review.")
def hold(
    is_week: bool,
    is_month: bool,
    day: str | None,
    lever: str | None,
    amount: str | None,
    if_then: str | None,
    redates: tuple[str, ...],
    why: str | None,
    next_on: str | None,
) -> None:
    """Hold a review: one changed lever, one if-then, the next date.

    A lever is reach-outs, one of the rates d, c, b, a, q and w, or deal-size. Saved as one thing to
    undo, with a new version of the plan when a lever is raised."""
    from journal.journal import Journal
    from journal.reviewing.levers import RAISE

    if amount is not None and lever is None:
        raise BadInput("Say what to raise too, as in --lever win-rate --by 10%.")
    name, by = read_lever(lever or ""), RAISE if amount is None else read_percent(amount)

    def do(journal: Journal) -> None:
        span = _view_span(journal, is_week, is_month, day)
        held = journal.reviews.hold(
            *span,
            lever=name,
            amount=by,
            if_then=if_then or "",
            redates=[_redate(journal, words, why) for words in redates],
            next_on=None if next_on is None else _ahead(journal, next_on),
        )
        say(f"Held. {held.sentence}")
        if held.if_then:
            say(f"  {held.if_then}")
        say(journal.reviews.next().sentence)

    writing(Journal, do)


def read_lever(words: str) -> str:
    """The lever that was named: w, win-rate, reach outs; empty for none. Raises BadInput."""
    from journal.reviewing.levers import LEVERS

    name = "_".join(words.strip().casefold().replace("-", " ").split())
    name = {"win_rate": "w", "reach_out": "reach_outs", "deals": "deal_size"}.get(name, name)
    if name and name not in LEVERS:
        raise BadInput("A lever is reach-outs, deal-size, win-rate, or a rate: q, a, b, c, d.")
    return name


def _view(journal: Journal, is_week: bool, is_month: bool, day: str | None) -> ReviewView:
    period, on = _asked(journal, is_week, is_month, day)
    return journal.reviews.view(period, on)


def _view_span(
    journal: Journal, is_week: bool, is_month: bool, day: str | None
) -> tuple[Period, date, date]:
    from journal.reviewing.span import span_of

    period, on = _asked(journal, is_week, is_month, day)
    span = span_of(period, on, journal.today())
    return period, span.first, span.last


def _asked(journal: Journal, is_week: bool, is_month: bool, day: str | None) -> tuple[Period, date]:
    if is_week and is_month:
        raise BadInput("Say --week or --month, not both.")
    period, today = (Period.WEEK if is_week else Period.MONTH), journal.today()
    if day is None:
        return period, today
    return period, read_day(day, today, day_first=journal.settings.day_first, past=True)


def _redate(journal: Journal, words: str, why: str | None) -> Redate:
    from journal.reviews import Redate

    number, parted, day = words.partition("=")
    if not parted:
        raise BadInput("A new date is a goal's number and a day, as in --redate 3=2026-12-11.")
    return Redate(goal=read_id(number.strip()), due=_ahead(journal, day), why=why)


def _ahead(journal: Journal, text: str) -> date:
    return read_day(text, journal.today(), day_first=journal.settings.day_first, past=False)
