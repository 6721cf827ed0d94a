"""``journal export``: the journal taken out in a format that other programs, or a wall, can hold."""

from __future__ import annotations

import sys
from datetime import date
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from journal.cli.asked import asked
from journal.cli.opening import reading
from journal.cli.output import say
from journal.cli.verb import verb
from journal.errors import BadInput, JournalError
from journal.shown import shown_lines
from journal.transfer.ways_out import WAYS_OUT, take_out, way_out

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from journal.journal import Journal
    from journal.transfer.ways_out import Texts

STDOUT = "-"
"""The name that means whatever reads on."""

UNHEARD = "The standard output is closed, so nothing was taken out: name a file after -o."


def _formats(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The formats a shell may complete, each with what it is."""
    from click.shell_completion import CompletionItem

    return [
        CompletionItem(name, help=way.what)
        for name, way in WAYS_OUT.items()
        if name.startswith(begun)
    ]


@verb(
    "export",
    "journal export json -o journal.json",
    "journal export json > journal.json",
    "journal export csv -o tables                   a folder for a spreadsheet",
    "journal export ics -o sales.ics --force        for your calendar, again and again",
    "journal export markdown --since 2026-11-01",
    "journal export wall -o wall.html               open it in a browser and print",
    "journal export salesforce -o tasks.csv         what it has not shown, for Data Loader",
)
@click.argument("format_", metavar="FORMAT", shell_complete=_formats)
@click.option(
    "-o", "target", metavar="PATH", type=click.Path(), help="The file or folder to write."
)
@click.option("--since", metavar="DATE", help="Only what is of this day or later.")
@click.option("--force", is_flag=True, help="Replace what is at PATH.")
def export(format_: str, target: str | None, since: str | None, force: bool) -> None:
    """Take the journal out.

    FORMAT is json, csv (a folder), ics, markdown, wall, salesforce, hubspot or pipedrive. Without
    -o one file goes to the standard output."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        first = _first_day(journal, since)
        way = way_out(format_, first)
        if way.folder is not None and target is None:
            target = f"sales-journal-{journal.today().isoformat()}"
        if target == STDOUT and way.folder is not None:
            raise BadInput(f"{format_} is a folder of files: name it after -o.")
        if target in (None, STDOUT):
            if not asked().is_heard:
                raise JournalError(UNHEARD)
            _print(() if way.file is None else way.file(journal, first))
            return
        take_out(journal, format_, target, since=first, force=force, watch=_progress)
        _clear_progress()
        say(f"Written: {target}")


def _first_day(journal: Journal, word: str | None) -> date | None:
    """The day that --since names. Raises BadInput."""
    if word is None:
        return None
    from journal.dates import read_past_day

    return read_past_day(word, journal.today(), day_first=journal.settings.day_first)


def _print(texts: Texts) -> None:
    """Hand the file to whatever reads on, as it is; to a terminal only what is safe to show."""
    if sys.stdout.isatty():
        for text in texts:
            print(shown_lines(text), end="")
        return
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    sys.stdout.writelines(texts)


def _progress(pieces: int) -> None:
    """Say on a terminal how far it is."""
    if sys.stderr.isatty():
        print(f"\r{pieces:,} lines", end="", file=sys.stderr, flush=True)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
