"""What is said of the journal's file: a backup, a proof, and a file that cannot be opened."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from journal.journal_file import Backup
from screens.wording import near_day

BACKING_UP = "Making a backup; go on meanwhile   Esc stops it"
CHECKING = "Looking at the file; go on meanwhile   Esc stops it"
NO_BACKUP = "Stopped: no backup was made, and nothing of it is left"
NOT_CHECKED = "Stopped: the file was not looked at to its end"
WHOLE = "The journal is whole: every page and every link of it was looked at"
NO_FILE = "This journal is in memory only: there is no file to look after."

CANNOT_OPEN = "Your journal cannot be opened"
NOTHING_TOUCHED = "Nothing was changed, and no file is ever deleted. What would you like to do?"
LOOK_AGAIN = "Look at the file again"
ANEW = "Move the file aside and start anew"
QUIT = "Quit, and leave all as it is"
NO_BACKUPS = "No backup of it lies beside it."
PROVING = "Proving the backup; this takes a moment…"
SURE = "The file is moved aside, not deleted, and an empty journal takes its place."
YES_ANEW, NOT_ANEW = "Start anew", "Go back"

_MB = 1_000_000


def backed_up(name: str) -> str:
    """A backup that was made and proved."""
    return f"Backed up and proved: {name}, in the folder of backups beside the journal"


def why(sentence: str) -> str:
    """Why a file cannot be opened, without what the command line would advise."""
    clause, colon, _ = sentence.rpartition(": ")
    return f"{clause}." if colon else sentence


def backup(one: Backup, today: date) -> str:
    """A backup as a choice: how old and how large it is, and its name."""
    made = one.made.local
    size = f"{one.size / _MB:,.1f} MB" if one.size >= _MB / 10 else f"{one.size / 1000:,.0f} kB"
    day = near_day(one.made.local.date(), today)
    return f"Bring back: {day} {made:%H:%M}, {size}  {PurePath(one.path).name}"


def brought_back(one: Backup, today: date, aside: str | None) -> str:
    """A backup that is the journal now."""
    day = near_day(one.made.local.date(), today)
    where = f" The file before lies at {aside}." if aside else ""
    return f"This is the backup of {day} {one.made.local:%H:%M}, proved to be whole.{where}"


def moved_aside(aside: str) -> str:
    """A file that was moved out of the way."""
    return f"A new journal. The file before lies at {aside}."
