"""``journal setback``: log what hit the rep, in twenty seconds."""

from __future__ import annotations

from dataclasses import replace

import click

from journal.cli.flags import about_deal
from journal.cli.opening import writing
from journal.cli.output import say
from journal.cli.verb import verb
from journal.cli.words import account_named, read_setback_type, read_sting, whole_text
from journal.dates import read_past_day
from journal.logbook import Logbook
from journal.quick_entry import summary
from journal.setback import Setback
from journal.setback_type import type_told


@verb(
    "setback",
    "journal setback Hooli cancelled the demo --sting 4",
    'journal setback "lost the Stark deal" --type "deal lost" --on yesterday',
    'journal setback "they went quiet" --account Globex',
    'journal setback "budget moved to next year" --deal 12',
)
@click.argument("text", nargs=-1, required=True, metavar="TEXT…")
@click.option("--type", "type_", metavar="T", help="Its type; without it your words tell it.")
@click.option("--sting", metavar="N", help="How much it hurts, 0 to 10.")
@click.option("--on", metavar="DATE", help="The day it happened: yesterday, fri, -3d, 2026-11-24.")
@click.option("--account", metavar="A", help="With whom it happened.")
@click.option("--deal", metavar="ID", help="The deal it is about.")
def setback(
    text: tuple[str, ...],
    type_: str | None,
    sting: str | None,
    on: str | None,
    account: str | None,
    deal: str | None,
) -> None:
    """Log a setback: what happened, the facts only."""
    words = whole_text(text, "What happened? Write it after the verb: journal setback …")
    hurts = read_sting(sting) if sting is not None else None
    known_type = read_setback_type(type_) if type_ is not None else type_told(words)

    def save(book: Logbook) -> str:
        today = book.today()
        day = read_past_day(on, today, day_first=book.settings.day_first) if on else today
        time = book.now().local.time().replace(microsecond=0) if day == today else None
        entry = Setback(day=day, time=time, text=words, type=known_type, sting=hurts)
        entry = replace(entry, account=account_named(book, account or ""))
        if deal:
            entry = replace(entry, **about_deal(deal, entry, book))
        saved = book.record(entry).entry
        return f"Saved {saved.id}: {summary(saved, today)}"

    say(writing(Logbook, save))
