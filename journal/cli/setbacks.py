"""``journal setbacks``: what came of each, how fast the rep is back, and what they make of one later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import family, verb
from journal.cli.words import read_id

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.setback_line import SetbackLine

EMPTY = "Nothing has hit you yet, or nothing is written down. When it does: journal setback TEXT"

_VERBS = {
    "Verbs": {
        "show": "journal.cli.setbacks:show",
        "work": "journal.cli.setback_work:work",
        "next": "journal.cli.setback_work:next_step",
        "learned": "journal.cli.setback_work:learned",
        "stronger": "journal.cli.setbacks:stronger",
    }
}


@family(
    "setbacks",
    _VERBS,
    "journal setbacks                              lists them",
    "journal setbacks --json",
    "journal setbacks next 12 call the sponsor --by thu",
    'journal setbacks learned 12 "ask for the date earlier" --stronger',
    answers=True,
)
@json_option
@click.pass_context
def setbacks(ctx: click.Context, as_json: bool) -> None:
    """List setbacks with what came of each, and how fast you are back."""
    if ctx.invoked_subcommand is not None:
        return
    from journal.cli.setbacks_said import say_measures, setback_row, setbacks_as_json
    from journal.journal import Journal

    with reading(Journal) as journal:
        lines, today = _all(journal), journal.today()
        found = journal.setbacks.resilience()
    if as_json:
        say_json(setbacks_as_json(lines, found))
    elif not lines:
        say(EMPTY)
    else:
        say_measures(found)
        say()
        say_table((setback_row(line, today) for line in lines), right=(0, 4))


@verb("show", "journal setbacks show 12", "journal setbacks show 12 --json")
@click.argument("setback", metavar="ID")
@json_option
def show(setback: str, as_json: bool) -> None:
    """Show one setback with everything that came after it."""
    from journal.cli.setbacks_said import say_setback, setback_as_json
    from journal.journal import Journal

    with reading(Journal) as journal:
        line = journal.setbacks.story(read_id(setback))
        today, purpose = journal.today(), journal.purpose()
    if as_json:
        say_json(setback_as_json(line))
    else:
        say_setback(line, today, purpose)


@verb("stronger", "journal setbacks stronger", "journal setbacks stronger --json")
@json_option
def stronger(as_json: bool) -> None:
    """List what you came out of stronger, with what it taught you."""
    from journal.cli.setbacks_said import answer_as_json, stronger_row
    from journal.journal import Journal

    with reading(Journal) as journal:
        found, today = journal.setbacks.stronger(), journal.today()
    if as_json:
        say_json(
            {
                "stronger": [
                    {"id": hit.id, "day": hit.day.isoformat(), "type": hit.type, "text": hit.text}
                    | {"answer": answer_as_json(check)}
                    for hit, check in found
                ]
            }
        )
    elif not found:
        say("Nothing yet: journal setbacks learned ID … --stronger collects it here.")
    else:
        say_table((stronger_row(hit, check, today) for hit, check in found), right=(0,))


def _all(journal: Journal) -> list[SetbackLine]:
    """Every setback, read a page at a time."""
    lines = list(journal.setbacks.lines())
    page = lines
    while page:
        last = page[-1].setback
        page = list(journal.setbacks.lines(before=(last.day, last.id)))
        lines += page
    return lines
