"""``journal note``: keep words that are no activity and no setback."""

from __future__ import annotations

import click

from journal.cli.opening import writing
from journal.cli.output import say
from journal.cli.verb import verb
from journal.cli.words import whole_text
from journal.entry import Note
from journal.logbook import Logbook
from journal.quick_entry import summary


@verb(
    "note",
    "journal note Globex decides before Christmas",
    'journal note "Dana moved from Initech to Hooli"',
)
@click.argument("text", nargs=-1, required=True, metavar="TEXT…")
def note(text: tuple[str, ...]) -> None:
    """Write a note for today."""
    words = whole_text(text, "What is the note? Write it after the verb: journal note …")

    def save(book: Logbook) -> str:
        time = book.now().local.time().replace(microsecond=0)
        saved = book.record(Note(day=book.today(), time=time, text=words))
        return f"Saved {saved.entry.id}: {summary(saved.entry, book.today())}"

    say(writing(Logbook, save))
