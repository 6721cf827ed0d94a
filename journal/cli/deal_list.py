"""``journal deal list`` and ``show``: how deals stand, and one of them with all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journal.cli.deal_words import read_number
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.deal import Outcome
from journal.errors import BadInput

if TYPE_CHECKING:
    from journal.deal_line import DealLine
    from journal.deals import Deals

_PAGE = 500


@verb(
    "list",
    "journal deal list",
    "journal deal list lost",
    "journal deal list all --json",
)
@click.argument("which", default="open", metavar="[open|won|lost|no-decision|all]")
@json_option
def list_deals(which: str, as_json: bool) -> None:
    """List deals with their checks, and the forecast with and without.

    The checks: B budget, C champion, V visibility, F fresh contact, T threat named, A no open
    assumption; a dot where one does not hold.
    """
    from journal.cli.deal_said import deal_row, forecast_as_json, line_as_json, say_forecast
    from journal.journal import Journal

    outcome = _outcome(which)
    with reading(Journal) as journal:
        lines, today = _all(journal.deals, outcome), journal.today()
        forecast = journal.deals.forecast() if outcome is Outcome.OPEN else None
        asked_for = journal.deals.unanswered()
    if as_json:
        shown: dict[str, object] = {"deals": [line_as_json(line) for line in lines]}
        shown["forecast"] = forecast_as_json(forecast) if forecast else None
        shown["ask_why"] = [deal.id for deal in asked_for]
        say_json(shown)
        return
    if not lines:
        said = "No deal is open." if outcome is Outcome.OPEN else "None."
        say(f'{said} Write one down: journal deal add Acme "Service desk" --amount 48k')
    else:
        say_table((deal_row(line, today) for line in lines), right=(0, 4))
    if forecast is not None and lines:
        say()
        say_forecast(forecast)
    if asked_for:
        say()
        say(
            f"{len(asked_for):,} won and not asked why yet, like {asked_for[0].id}: "
            f'journal deal answer {asked_for[0].id} "…"'
        )


@verb("show", "journal deal show 12", "journal deal show 12 --json")
@click.argument("number", metavar="ID")
@json_option
def show(number: str, as_json: bool) -> None:
    """Show one deal with all that is known of it."""
    from journal.cli.deal_page_said import page_as_json, say_page
    from journal.journal import Journal

    with reading(Journal) as journal:
        page, today = journal.deals.story(read_number(number)), journal.today()
    if as_json:
        say_json(page_as_json(page))
    else:
        say_page(page, today)


def _outcome(word: str) -> Outcome | None:
    """The outcome a word means; None for all of them. Raises BadInput."""
    plain = word.casefold().replace("-", " ")
    if plain == "all":
        return None
    try:
        return Outcome(plain)
    except ValueError:
        raise BadInput("Deals are listed as open, won, lost, no-decision or all.") from None


def _all(deals: Deals, outcome: Outcome | None) -> list[DealLine]:
    """Every line of an outcome, read a page at a time."""
    lines = list(deals.lines(outcome, limit=_PAGE))
    page = lines
    while len(page) == _PAGE:
        page = list(deals.lines(outcome, after=page[-1].deal.id, limit=_PAGE))
        lines += page
    return lines
