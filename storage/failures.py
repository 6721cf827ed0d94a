"""What SQLite says went wrong, in a sentence for the rep."""

from __future__ import annotations

import sqlite3

from journal.errors import JournalError, NotOurFile, NotSaved, as_sentence

_BUSY = "another window is saving just now", "try again in a moment"

_SAVING = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: ("the disk is full", "make some room and try again"),
    sqlite3.SQLITE_READONLY: (
        "the journal's file or folder may not be written to",
        "allow writing and try again",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk refused to write (it may be full)",
        "look at the disk and try again",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "the journal's folder may not be written to",
        "allow writing and try again",
    ),
    sqlite3.SQLITE_PERM: (
        "the journal's file may not be written to",
        "allow writing and try again",
    ),
}
"""By SQLite's code: why nothing was saved, and what to do."""

DAMAGED = "The journal's file is damaged and was left as it is: bring back a backup with “journal restore”."


def said(error: sqlite3.Error) -> JournalError | None:
    """The error as the rep should read it; None when it is a fault of the program itself."""
    if str(error).startswith("Could not decode"):
        return NotOurFile(DAMAGED)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return NotOurFile(DAMAGED)
    if code in _SAVING:
        return NotSaved(*_SAVING[code])
    return None


def unread(error: sqlite3.Error) -> JournalError | None:
    """The same for whoever only reads, without a word of saving."""
    told = said(error)
    return told.to_a_reader() if isinstance(told, NotSaved) else told


def reason(error: sqlite3.Error, look: str) -> tuple[str, str]:
    """Why it went wrong, as a clause, and what to do: ``look`` where nothing better is known."""
    told = said(error)
    if isinstance(told, NotSaved):
        return told.why, as_sentence(told.then)
    return str(error), look
