"""Where the journal's file is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from journal.errors import BadInput

BACKUPS = "backups"
"""What the folder of the backups is called."""

NO_HOME = "There is no home folder {}: write the whole path, from / on."


def journal_path(given: str | None, environ: Mapping[str, str]) -> Path:
    """The file named by ``--db``, else by JOURNAL_DB, else the one in the user's data folder.

    Raises BadInput for one in the home of nobody.
    """
    named = given or environ.get("JOURNAL_DB")
    if named:
        return named_path(named).absolute()
    from platformdirs import user_data_path

    return user_data_path("sales-journal", appauthor=False) / "journal.db"


def named_path(word: str) -> Path:
    """The path that somebody's words mean, ~ being a home. Raises BadInput for the home of nobody."""
    path = Path(word)
    try:
        return path.expanduser()
    except RuntimeError:
        # Like ~copy.db: a name like any other, but no reason to make a folder called ~.
        if path.absolute().parent.is_dir():
            return path
        raise BadInput(NO_HOME.format(path.parts[0])) from None


def home_of(path: Path) -> Path:
    """The file itself, where the path is a link to it: what belongs to a journal lies beside that."""
    # Not is_symlink: in a folder that may not be read that raises, and this is asked before it is looked at.
    real, folder = Path(os.path.realpath(path)), Path(os.path.realpath(path.parent))
    return path if real == folder / path.name else real


def folder_of(path: Path) -> Path:
    """Where the backups of a journal lie."""
    return home_of(path).parent / BACKUPS
