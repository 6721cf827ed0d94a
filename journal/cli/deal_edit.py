"""``journal deal edit`` and ``remove``: what was written down of a deal, put right or taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from journal.cli.deal_words import ahead, behind, read_amount, read_number
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.cli.words import account_named
from journal.errors import BadInput

if TYPE_CHECKING:
    from journal.journal import Journal


@verb(
    "edit",
    "journal deal edit 12 --amount 52k",
    'journal deal edit 12 --name "Service desk, two sites" --next "send the offer"',
    'journal deal edit 12 --amount ""           forgets it',
)
@click.argument("number", metavar="ID")
@click.option("--account", metavar="A", help="Whose deal it is.")
@click.option("--name", metavar="NAME", help="What it is called.")
@click.option("--amount", metavar="N", help="What it is worth.")
@click.option("--opened", metavar="DATE", help="The day it was opened.")
@click.option("--close", metavar="DATE", help="The day it is expected to close; later is a push.")
@click.option("--next", "step", metavar="TEXT", help="What comes next.")
@json_option
def edit(number: str, as_json: bool, **said: str | None) -> None:
    """Change what is written down of a deal; an empty word forgets it."""
    from journal.cli.deal_said import deal_as_json
    from journal.journal import Journal

    with reading(Journal) as journal:
        before = journal.deals.get(read_number(number))
        changes = _changes(journal, said)
        if not changes:
            raise BadInput("Say what changes, like --amount 52k or --next “send the offer”.")
        deal = journal.deals.change(replace(before, **changes))
    if as_json:
        say_json(deal_as_json(deal))
    else:
        say(f"Changed {deal.id}: {deal.account or '–'}, {deal.name}")


@verb("remove", "journal deal remove 12", "journal undo                brings it back")
@click.argument("number", metavar="ID")
def remove(number: str) -> None:
    """Delete a deal with all that belongs to it."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        gone = journal.deals.remove(read_number(number))
    say(f"Removed {gone.id}: {gone.account or '–'}, {gone.name}")


def _changes(journal: Journal, said: dict[str, str | None]) -> dict[str, Any]:
    """What was said, by the field it changes. Raises BadInput."""
    changes: dict[str, Any] = {}
    if (account := said["account"]) is not None:
        changes["account"] = account_named(journal, account)
    if (name := said["name"]) is not None:
        changes["name"] = " ".join(name.split())
    if (amount := said["amount"]) is not None:
        changes["amount"] = read_amount(amount, journal.settings.currency)
    if (opened := said["opened"]) is not None:
        changes["opened"] = behind(opened, journal) if opened else None
    if (close := said["close"]) is not None:
        changes["expected_close"] = ahead(close, journal) if close else None
    if (step := said["step"]) is not None:
        changes["next_step"] = step.strip() or None
    return changes
