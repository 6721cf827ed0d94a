"""The formats that a journal can be taken out in, for the command line and the app alike."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.crm_debt import NAMES
from journal.errors import BadInput

if TYPE_CHECKING:
    from journal.journal import Journal

Texts = Iterable[str]
"""What a file holds, in pieces; UTF-8."""

Watch = Callable[[int], None]
"""Told how many pieces are written; what it raises ends the writing, and nothing is left."""

EVERY = 500
"""Pieces between two words to whoever watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """One format."""

    what: str
    """What the rep gets, in a few words."""
    ending: str
    """How the name of its file ends; "" for a folder."""
    file: Callable[[Journal, date | None], Texts] | None = None
    """Writes the one file, of what is not older than a day if one is given."""
    folder: Callable[[Journal, date | None], Iterable[tuple[str, Texts]]] | None = None
    """Or writes the files of a folder, each with its name."""
    since: bool = True
    """Whether it can begin at a day."""


def _json(journal: Journal, _since: date | None) -> Texts:
    from journal.transfer.whole import whole_as_json

    return whole_as_json(journal.store.whole)


def _csv(journal: Journal, since: date | None) -> Iterable[tuple[str, Texts]]:
    from journal.transfer.sheets import sheets

    return sheets(journal.store.whole, since)


def _ics(journal: Journal, since: date | None) -> Texts:
    from journal.transfer.calendar_file import calendar_texts

    return calendar_texts(journal, since)


def _wall(journal: Journal, since: date | None) -> Texts:
    from journal.transfer.wall import wall_texts

    return wall_texts(journal, since)


def _markdown(journal: Journal, since: date | None) -> Texts:
    from journal.transfer.markdown import markdown_texts

    return markdown_texts(journal, since)


def _to_crm(system: str) -> WayOut:
    """The way back to a CRM."""

    def texts(journal: Journal, since: date | None) -> Texts:
        from journal.transfer.crm_out import crm_texts

        return crm_texts(journal, system, since)

    what = f"activities that {NAMES[system]} has not shown, for its own import"
    return WayOut(what=what, ending=".csv", file=texts)


WAYS_OUT: dict[str, WayOut] = {
    "json": WayOut(
        what="everything, to be read back by “journal import”",
        ending=".json",
        file=_json,
        since=False,
    ),
    "csv": WayOut(
        what="a folder of tables for a spreadsheet, one for each kind of row",
        ending="",
        folder=_csv,
    ),
    "ics": WayOut(
        what="follow-ups, milestones and reviews, for a calendar program",
        ending=".ics",
        file=_ics,
    ),
    "markdown": WayOut(
        what="a diary by month; goals, deals and their stories, follow-ups, people below",
        ending=".md",
        file=_markdown,
    ),
    "wall": WayOut(
        what="one to three pages to print: purpose, goal, this week, milestones",
        ending=".html",
        file=_wall,
    ),
    **{system: _to_crm(system) for system in NAMES},
}
"""Each format by its name; what is written stands in a module that is loaded with the first one."""


def way_out(name: str, since: date | None = None) -> WayOut:
    """The format of a name. Raises BadInput naming those there are, or for a day it cannot begin at."""
    way = WAYS_OUT.get(name)
    if way is None:
        raise BadInput(f"A journal is taken out as {_listed(list(WAYS_OUT))}, not as “{name}”.")
    if since is not None and not way.since:
        raise BadInput(f"{name} always holds the whole journal: leave the day out.")
    return way


def take_out(
    journal: Journal,
    name: str,
    target: str,
    *,
    since: date | None = None,
    force: bool = False,
    watch: Watch | None = None,
) -> None:
    """Write a journal to a file or a folder, whole or not at all. Raises BadInput, CannotSave."""
    way, files, said = way_out(name, since), journal.store.files, watch or _nobody
    if way.folder is not None:
        sheets = ((sheet, watched(texts, said)) for sheet, texts in way.folder(journal, since))
        files.save_all(target, sheets, force=force)
    elif way.file is not None:
        # What is read for a file that does not come to its end is let go of here, in this thread.
        with closing(watched(way.file(journal, since), said)) as texts:
            files.save(target, texts, force=force)


def watched(texts: Texts, watch: Watch) -> Generator[str]:
    """The pieces of a file, somebody told now and then how many there were."""
    try:
        for number, text in enumerate(texts, 1):
            yield text
            if number % EVERY == 0:
                watch(number)
    finally:
        if isinstance(texts, Generator):
            texts.close()


def _nobody(_pieces: int) -> None:
    """Watches nothing."""


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
