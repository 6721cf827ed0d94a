"""``journal follow-up``: who waits for a touch, and what becomes of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading, writing
from journal.cli.output import say
from journal.cli.verb import family, verb
from journal.cli.words import account_named, read_id, whole_text
from journal.dates import in_words, read_day

if TYPE_CHECKING:
    from datetime import date

    from journal.journal import Journal


@family(
    "follow-up",
    {
        "Verbs": {
            "add": "journal.cli.follow_up:add",
            "done": "journal.cli.follow_up:done",
            "move": "journal.cli.follow_up:move",
            "skip": "journal.cli.follow_up:skip",
            "close": "journal.cli.follow_up:close",
        }
    },
    'journal follow-up add "send the numbers" --on fri --account Globex',
    "journal follow-up done 7",
    "journal due                     lists those that wait",
)
def follow_up() -> None:
    """Say who waits for you, and what became of it."""


@verb(
    "add",
    "journal follow-up add call Dana --on fri",
    'journal follow-up add "new date" --on "4 dec" --account Hooli --reason "they cancelled"',
)
@click.argument("what", nargs=-1, required=True, metavar="WHAT…")
@click.option("--on", required=True, metavar="DATE", help="Its day: today, fri, 4 dec.")
@click.option("--account", metavar="A", help="Who waits.")
@click.option("--deal", metavar="ID", help="The deal it is about.")
@click.option("--reason", metavar="R", help="Why they should care.")
def add(
    what: tuple[str, ...], on: str, account: str | None, deal: str | None, reason: str | None
) -> None:
    """Add a follow-up for a day."""
    from journal.journal import Journal

    words = whole_text(what, "What is to be done? Write it after the verb: journal follow-up add …")
    deal_id = None if deal is None else read_id(deal)

    def save(journal: Journal) -> str:
        today = journal.today()
        about = None if deal_id is None else journal.store.deals.get(deal_id)
        named = account_named(journal, account or "") or (about.account if about else None)
        saved = journal.follow_ups.add(
            words,
            read_day(on, today, day_first=journal.settings.day_first, past=False),
            account=named,
            deal=deal_id,
            reason=reason,
        )
        return f"Saved {saved.id}: {saved.what}, {_day(saved.due, today)}"

    say(writing(Journal, save))


@verb("done", "journal follow-up done 7", 'journal follow-up done 7 -m "she takes it to her boss"')
@click.argument("number", metavar="ID")
@click.option("-m", "--note", metavar="NOTE", help="A line about it, kept as a note.")
@click.option("--reason", metavar="R", help="Why they should care, where none is written yet.")
def done(number: str, note: str | None, reason: str | None) -> None:
    """Call it done today."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        settled = journal.follow_ups.done(read_id(number), note, reason)
    say(f"Done: {settled.what}")


@verb("move", "journal follow-up move 7 mon", 'journal follow-up move 7 "4 dec"')
@click.argument("number", metavar="ID")
@click.argument("day", nargs=-1, required=True, metavar="DATE")
def move(number: str, day: tuple[str, ...]) -> None:
    """Let it wait until another day."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        today, day_first = journal.today(), journal.settings.day_first
        due = read_day(" ".join(day), today, day_first=day_first, past=False)
        moved = journal.follow_ups.move(read_id(number), due)
    say(f"Moved to {_day(moved.due, today)}: {moved.what}")


@verb("skip", 'journal follow-up skip 7 --why "no reason to call"')
@click.argument("number", metavar="ID")
@click.option("--why", required=True, metavar="W", help="Why it is let go, in a few words.")
def skip(number: str, why: str) -> None:
    """Let it go, and say why."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        settled = journal.follow_ups.skip(read_id(number), why)
    say(f"Skipped: {settled.what}")


@verb("close", "journal follow-up close 7", 'journal follow-up close 7 --why "they were bought"')
@click.argument("number", metavar="ID")
@click.option("--why", metavar="W", help="Why, if there is something to keep.")
def close(number: str, why: str | None) -> None:
    """Close it for good."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        settled = journal.follow_ups.close(read_id(number), why)
    say(f"Closed: {settled.what}")


def _day(due: date | None, today: date) -> str:
    return in_words(due, today) if due else "–"
