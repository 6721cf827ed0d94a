"""The wall sheet: one to three pages to print and stick on the wall, as a file for any browser.

The template stands beside this module. Everything of the rep's is escaped, and nothing is loaded
from anywhere. A4 and Letter both hold it; long words break, and what does not fit three pages is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from journal.dates import WEEKDAYS
from journal.shown import shown_lines
from journal.transfer.wall_room import fitting
from journal.wall_sheet import WallSheet, day_in_full, read_wall

if TYPE_CHECKING:
    from journal.journal import Journal

TEMPLATE = "wall.html"
"""The sheet's template, beside this module."""

MOST_BOXES = 30
"""So many reach-outs a day can be ticked off one by one; more would be a grey field."""


def wall_texts(journal: Journal, since: date | None = None) -> Iterator[str]:
    """The sheet as it stands now; what was done before ``since`` is left out."""
    yield wall_html(read_wall(journal, since))


def wall_html(sheet: WallSheet) -> str:
    """The sheet as a page of HTML."""
    pages = Environment(
        loader=PackageLoader("journal", "transfer"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.filters |= {
        "day": partial(day_in_full, today=sheet.today),
        "weekday": _weekday,
        "counted": _counted,
        "at_most": _at_most,
    }
    milestones, is_close = fitting(sheet)
    return pages.get_template(TEMPLATE).render(
        sheet=sheet,
        milestones=milestones,
        is_close=is_close,
        more=len(sheet.milestones) - len(milestones),
        most_boxes=MOST_BOXES,
    )


def _shown(value: object) -> object:
    """What stands on the sheet, made safe to show; what is HTML of ours stays."""
    return shown_lines(value) if type(value) is str else value


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _at_most(text: str, letters: int) -> str:
    """A text that is not much longer than this; where it goes on it says so."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"
