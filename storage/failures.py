"""What SQLite says went wrong, in a sentence for the rep."""

from __future__ import annotations

import sqlite3

from journal.errors import CannotSave, JournalError, NotOurFile

_SAVING = {
    sqlite3.SQLITE_BUSY: "Another window is saving just now, so nothing was saved here: try again in a moment"
    " — your text is kept.",
    sqlite3.SQLITE_LOCKED: "Another window is saving just now, so nothing was saved here: try again in a"
    " moment — your text is kept.",
    sqlite3.SQLITE_FULL: "The disk is full, so nothing was saved: make some room and save again — your text"
    " is kept.",
    sqlite3.SQLITE_READONLY: "The journal's file or folder may not be written to, so nothing was saved: allow"
    " writing and save again — your text is kept.",
    sqlite3.SQLITE_IOERR: "The disk refused to write (it may be full), so nothing was saved: look at the disk"
    " and save again — your text is kept.",
    sqlite3.SQLITE_CANTOPEN: "The journal's folder may not be written to, so nothing was saved: allow writing"
    " and save again — your text is kept.",
    sqlite3.SQLITE_PERM: "The journal's file may not be written to, so nothing was saved: allow writing and"
    " save again — your text is kept.",
}

DAMAGED = "The journal's file is damaged and was left as it is: bring back a backup with “journal restore”."


def said(error: sqlite3.Error) -> JournalError | None:
    """The error as the rep should read it; None when it is a fault of the program itself."""
    if str(error).startswith("Could not decode"):
        return NotOurFile(DAMAGED)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return NotOurFile(DAMAGED)
    if code in _SAVING:
        return CannotSave(_SAVING[code])
    return None
