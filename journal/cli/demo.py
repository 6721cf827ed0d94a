"""``journal demo``: the app on a throw-away sample year."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from journal.cli.app import leaving_when_ended, needs_terminal, run_app
from journal.cli.opening import app_journal
from journal.cli.verb import verb


@verb("demo", "journal demo", "journal demo --now 2026-11-24T13:45")
def demo() -> None:
    """Open the app on a made-up year.

    It is thrown away when you quit; your own journal is not touched.
    """
    needs_terminal("open one and call journal demo there.")
    with leaving_when_ended(), TemporaryDirectory(prefix="journal-demo-") as folder:
        from journal.sample import sample_year, write

        with app_journal(Path(folder) / "journal.db") as journal:
            write(sample_year(journal.today(), journal.now()), journal.store)
            journal.forget_what_was_read()
            run_app(journal)
