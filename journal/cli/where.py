"""``journal where``: the path of the journal's file."""

from __future__ import annotations

from journal.cli.opening import place
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb


@verb("where", "journal where", 'ls -l "$(journal where)"')
@json_option
def where(as_json: bool) -> None:
    """Print where the journal is kept.

    It prints the place of a journal that does not exist yet, too."""
    path = place()
    if as_json:
        say_json({"path": str(path), "exists": path.exists()})
    else:
        say(str(path))
