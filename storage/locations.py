"""Where the journal's file is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def journal_path(given: str | None, environ: Mapping[str, str]) -> Path:
    """The file named by ``--db``, else by JOURNAL_DB, else the one in the user's data folder."""
    named = given or environ.get("JOURNAL_DB")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("sales-journal", appauthor=False) / "journal.db"


def folder_of(path: Path) -> Path:
    """Where the backups of a journal lie."""
    return path.parent / "backups"
