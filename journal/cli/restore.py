"""``journal restore`` and ``journal check``: put a backup in the journal's place, and prove the journal."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import click

from journal.cli.opening import place
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.errors import JournalError

UNSAID = "Nothing beside the backup says how it was copied, so only its form was proved."
WRITTEN = "It was saved to since the backup was made, so only its form was proved."
UNLISTED = "The folder {} may not be read, so its backups are unknown: allow it, and ask again."


@verb("restore", "journal restore", "journal restore ~/sticks/journal-copy.db")
@click.argument("path", required=False)
def restore(path: str | None) -> None:
    """Put a backup in the journal's place.

    It is proved first, and the old journal is moved aside. Without a PATH the backups are listed."""
    journal = place()
    if path is None:
        _list_backups(journal)
        return
    from storage.aside import BESIDE
    from storage.locations import named_path
    from storage.restore import restore as put_in_place

    backup = named_path(path).absolute()
    aside = put_in_place(journal, backup)
    _say_restored(journal, backup)
    if aside is not None:
        is_all = not aside.name.endswith(BESIDE)
        say(
            f"{'The journal as it was' if is_all else 'What was left of the journal'} lies at {aside}"
        )


@verb("check", "journal check", "journal check --json")
@json_option
def check(as_json: bool) -> None:
    """Prove that the journal's file is whole."""
    from storage.as_made import AsMade
    from storage.journal_file import prove

    journal = place()
    found = prove(journal)
    if as_json:
        known = None if found is AsMade.UNSAID else found is AsMade.PROVED
        say_json({"path": str(journal), "whole": True, "as_made": known})
        return
    say(f"The journal is whole: {journal}")
    if found is AsMade.PROVED:
        say("It is byte for byte as it was copied.")
    elif found is AsMade.WRITTEN:
        say(WRITTEN)


def _say_restored(journal: Path, backup: Path) -> None:
    """What was put in place, and no more than was proved of it."""
    from storage.as_made import AsMade, as_made

    found = as_made(backup)
    if found is AsMade.PROVED:
        say(f"Restored and verified: {journal}")
        return
    say(f"Restored, and whole: {journal}")
    say(WRITTEN if found is AsMade.WRITTEN else UNSAID)


def _list_backups(journal: Path) -> None:
    from storage.locations import folder_of
    from storage.restore import backups_of

    for folder in (journal.parent, folder_of(journal)):
        try:
            with suppress(FileNotFoundError, NotADirectoryError):
                os.scandir(folder).close()
        except OSError as error:
            raise JournalError(UNLISTED.format(folder)) from error
    found = backups_of(journal)
    if not found:
        say("No backup of this journal was made yet. Make one: journal backup")
        return
    for backup in found:
        say(str(backup))
    say("The newest stands first; journal restore PATH brings one back.")
