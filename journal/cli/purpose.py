"""``journal purpose``: why the rep does this."""

from __future__ import annotations

import click

from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say, say_json, say_lines
from journal.cli.verb import verb
from journal.cli.words import whole_text


@verb(
    "purpose",
    "journal purpose",
    "journal purpose To be the first one our customers call, and home for dinner at six.",
)
@click.argument("text", nargs=-1, metavar="[TEXT…]")
@json_option
def purpose(text: tuple[str, ...], as_json: bool) -> None:
    """Show your purpose, or write it down anew.

    Earlier wordings are kept."""
    from journal.journal import Journal

    if text:
        words = whole_text(text, "A purpose has at least one word.")
        writing(Journal, lambda journal: journal.set_purpose(words))
    with reading(Journal) as journal:
        written = journal.purpose()
    if as_json:
        say_json({"purpose": written})
    elif written is None:
        say("No purpose yet. Write one sentence: journal purpose To be the first one they call.")
    else:
        say_lines(written)
