"""``journal restore`` and ``journal check``: put a backup in the journal's place, and prove the journal."""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli.opening import place
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.errors import NotOurFile


@verb("restore", "journal restore", "journal restore ~/sticks/journal-copy.db")
@click.argument("path", required=False)
def restore(path: str | None) -> None:
    """Put a backup in the journal's place.

    It is proved first, and the old journal is moved aside. Without a PATH the backups are listed."""
    journal = place()
    if path is None:
        _list_backups(journal)
        return
    from storage.restore import restore as put_in_place

    backup = Path(path).expanduser().absolute()
    aside = put_in_place(journal, backup)
    say(f"Restored and verified: {journal}")
    if aside is not None:
        say(f"The journal as it was lies at {aside}")


@verb("check", "journal check", "journal check --json")
@json_option
def check(as_json: bool) -> None:
    """Prove that the journal's file is whole."""
    from storage.backup import verify
    from storage.opening import State, state_of

    journal = place()
    if state_of(journal) is not State.OURS:
        raise NotOurFile(f"There is no journal at {journal}, so there is nothing to check.")
    verify(journal)
    if as_json:
        say_json({"path": str(journal), "whole": True})
    else:
        say(f"The journal is whole: {journal}")


def _list_backups(journal: Path) -> None:
    from storage.restore import backups_of

    found = backups_of(journal)
    if not found:
        say("No backup of this journal was made yet. Make one: journal backup")
        return
    for backup in found:
        say(str(backup))
    say("The newest stands first; journal restore PATH brings one back.")
