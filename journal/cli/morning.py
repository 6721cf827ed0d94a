"""``journal morning``: what to know before the day begins, and what would make it good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journal.cli.day_page_said import page_as_json, page_rows, yesterday_line
from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say, say_json, say_lines, say_table
from journal.cli.verb import verb
from journal.errors import BadInput

if TYPE_CHECKING:
    from journal.day_page import DayPage
    from journal.journal import Journal


@verb(
    "morning",
    "journal morning",
    'journal morning --first "Call Dana before nine" --second "Send Globex the numbers"',
    'journal morning --obstacle traffic --if-then "if the 10:00 slips, then I call the next one"',
    "journal morning --tick 1                       done; again carries it over; again opens it",
)
@click.option("--first", metavar="TEXT", help="What would make today a good day; empty clears it.")
@click.option("--second", metavar="TEXT", help="The second thing.")
@click.option("--third", metavar="TEXT", help="The third thing.")
@click.option("--obstacle", metavar="TEXT", help="What is likely to stop me.")
@click.option("--if-then", metavar="TEXT", help="If that happens, then I do this.")
@click.option("--tick", metavar="N", help="Let intention 1, 2 or 3 go on: done, carried, open.")
@json_option
def morning(
    first: str | None,
    second: str | None,
    third: str | None,
    obstacle: str | None,
    if_then: str | None,
    tick: str | None,
    as_json: bool,
) -> None:
    """Show the morning page, or write on it.

    What is not named stays as it is."""
    from journal.journal import Journal

    said = (first, second, third)
    if any(words is not None for words in (*said, obstacle, if_then)):
        writing(Journal, lambda journal: _plan(journal, said, obstacle, if_then))
    if tick is not None:
        slot = read_slot(tick)
        writing(Journal, lambda journal: journal.day_pages.tick(journal.today(), slot))
    with reading(Journal) as journal:
        page = journal.day_pages.of(journal.today())
        if as_json:
            say_json(page_as_json(page))
        else:
            _say(journal, page)


def read_slot(word: str) -> int:
    """Which intention is meant, 1 to 3. Raises BadInput."""
    if word not in ("1", "2", "3"):
        raise BadInput("An intention is 1, 2 or 3, as the morning page numbers them.")
    return int(word)


def _plan(
    journal: Journal, said: tuple[str | None, ...], obstacle: str | None, if_then: str | None
) -> DayPage:
    page = journal.day_pages.of(journal.today())
    texts = [one.text for one in page.intentions] + [""] * len(said)
    texts = [before if words is None else words for words, before in zip(said, texts, strict=False)]
    return journal.day_pages.plan_day(
        texts,
        page.obstacle if obstacle is None else obstacle,
        page.if_then if if_then is None else if_then,
        page,
    )


def _say(journal: Journal, page: DayPage) -> None:
    from dataclasses import replace

    from journal.cli.today import number_in_words, say_due

    briefing = journal.briefing()
    if briefing.purpose:
        say_lines(f"“{briefing.purpose}”")
        say()
    for sentence in number_in_words(briefing):
        say(sentence)
    say(yesterday_line(journal.day_pages.yesterday(), journal.today()))
    say_due(replace(briefing, due=journal.due_with(briefing)))
    say()
    rows = page_rows(page, of_morning=True)
    say_table(rows or [("Nothing planned yet", "journal morning --first …")], indent="  ")
