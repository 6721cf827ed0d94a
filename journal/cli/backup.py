"""``journal backup``: a copy of the journal that is proved to hold the same rows."""

from __future__ import annotations

import click

from journal.cli.opening import clock, place
from journal.cli.output import say
from journal.cli.verb import verb


@verb("backup", "journal backup", "journal backup ~/sticks/journal-copy.db")
@click.argument("path", required=False)
def backup(path: str | None) -> None:
    """Copy the journal, and prove the copy.

    Without a PATH it goes beside the daily backups; a file that is there already stays.
    """
    from storage.backup import back_up
    from storage.backup_names import named
    from storage.locations import named_path

    journal = place()
    if path is not None:
        target = named_path(path).absolute()
    else:
        target = named(journal, f"{clock()().local:%Y-%m-%dT%H%M%S}")
    say(f"Backed up and verified: {back_up(journal, target)}")
