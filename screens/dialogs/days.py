"""Days as a dialog reads and echoes them."""

from __future__ import annotations

from datetime import date

from journal.dates import read_day
from journal.errors import BadInput
from journal.journal import Journal
from screens.wording import full_day


def ahead(journal: Journal, text: str) -> date | None:
    """The day a text means, looked for ahead; None when nothing stands there. Raises BadInput."""
    if not text.strip():
        return None
    return read_day(text, journal.today(), day_first=journal.settings.day_first, past=False)


def behind(journal: Journal, text: str) -> date:
    """The day a text means, looked for in the past; may still lie ahead. Raises BadInput."""
    return read_day(text, journal.today(), day_first=journal.settings.day_first, past=True)


def echo(journal: Journal, text: str, *, past: bool) -> str:
    """The day understood so far, or a question mark while it is none."""
    try:
        day = behind(journal, text) if past else ahead(journal, text)
    except BadInput:
        return "?"
    return full_day(day) if day else ""
