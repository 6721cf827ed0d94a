"""The page of each day, with what the rep meant to do, and which pages opened by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from journal.day_page import DayPage, Intention, IntentionState
from journal.errors import CannotSave, ChangedElsewhere
from storage.changes import CHANGED, Changes
from storage.rows import (
    Row,
    Value,
    day_kept,
    day_read,
    maybe_text,
    moment_read,
    read_rows,
    text_kept,
)

_SELECT = """SELECT day, rev, obstacle, if_then, good_thing, my_part, first_tomorrow, overstated, thanks,
  offence, done_utc, done_zone, done_offset FROM day_page"""
ONE = f"{_SELECT} WHERE day = ?"
BETWEEN = f"{_SELECT} WHERE day BETWEEN ? AND ? ORDER BY day LIMIT ?"
IS_DONE = "SELECT 1 FROM day_page WHERE day = ? AND done_utc IS NOT NULL"
NUMBER_OF = "SELECT id FROM day_page WHERE day = ?"
INTENTIONS = """SELECT day, text, state, carried_from FROM intention
WHERE day BETWEEN ? AND ? ORDER BY day, slot"""
SLOTS = "SELECT slot, id FROM intention WHERE day = ?"
SHOWN = "SELECT 1 FROM page_shown WHERE page = ? AND day = ?"
MARK_SHOWN = "INSERT INTO page_shown (page, day) VALUES (?, ?) ON CONFLICT DO NOTHING"

MOST_PAGES = 366
"""The most pages a list is given at a time: a year of them."""


class SqliteDayPages:
    """Day pages in the file."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def get(self, day: date) -> DayPage | None:
        """The page of a day; None when nothing is written on it."""
        return next(iter(self._read(self._db.rows(ONE, (day.isoformat(),)))), None)

    def save(self, page: DayPage) -> DayPage:
        """Save a page over the one of the same day and rev; rev 0 is a new one. Raises ChangedElsewhere."""
        day = page.day.isoformat()
        before = self.get(page.day)
        if (before.rev if before else 0) != page.rev:
            raise ChangedElsewhere(CHANGED)
        values = _kept(page)
        if before is None:
            self._changes.insert("day_page", {"day": day, **values})
        else:
            meant = before.intentions != tuple(map(_as_kept, page.intentions))
            number = self._db.rows(NUMBER_OF, (day,))[0][0]
            self._changes.update("day_page", number, values, touch=meant)
        self._save_intentions(day, page.intentions)
        return next(iter(self._read(self._db.rows(ONE, (day,)))))

    def between(self, first: date, last: date) -> Sequence[DayPage]:
        """The pages of the days first..last, oldest first, at most a year of them."""
        return self._read(self._db.rows(BETWEEN, (first.isoformat(), last.isoformat(), MOST_PAGES)))

    def is_done(self, day: date) -> bool:
        """Whether the rep called a day done."""
        return self._db.row(IS_DONE, (day.isoformat(),)) is not None

    def was_shown(self, page: str, day: date) -> bool:
        """Whether a page such as "morning" opened by itself on a day already."""
        return self._db.row(SHOWN, (text_kept(page), day.isoformat())) is not None

    def mark_shown(self, page: str, day: date) -> None:
        """Remember that it did.

        This is no step to undo and needs no action; a journal that cannot be written just now goes
        without.
        """
        values = (text_kept(page), day.isoformat())
        if self._db.connection.in_transaction:
            self._db.run(MARK_SHOWN, values)
            return
        with suppress(CannotSave), self._db.in_haste(), self._db.transaction():
            self._db.run(MARK_SHOWN, values)

    def _save_intentions(self, day: str, intentions: Sequence[Intention]) -> None:
        """Make the rows of a day say this, slot by slot."""
        known: dict[int, int] = dict(self._db.rows(SLOTS, (day,)))
        for slot, each in enumerate(intentions, 1):
            values: dict[str, Value] = {
                "text": text_kept(each.text),
                "state": each.state.value,
                "carried_from": day_kept(each.carried_from),
            }
            if slot in known:
                self._changes.update("intention", known.pop(slot), values)
            else:
                self._changes.insert("intention", {"day": day, "slot": slot, **values})
        for number in known.values():
            self._changes.delete("intention", number)

    def _read(self, rows: list[Row]) -> list[DayPage]:
        """The pages that rows tell of, with their intentions."""
        meant: dict[str, tuple[Intention, ...]] = {}
        if rows:
            found = self._db.rows(INTENTIONS, (rows[0][0], rows[-1][0]))
            for day, intention in read_rows(_intention, found):
                meant[day] = (*meant.get(day, ()), intention)
        return read_rows(lambda row: _page(row, meant.get(row[0], ())), rows)


def _kept(page: DayPage) -> dict[str, Value]:
    """The columns of a page, but for its day."""
    done = page.done_at
    return {
        "obstacle": text_kept(page.obstacle),
        "if_then": text_kept(page.if_then),
        "good_thing": text_kept(page.good_thing),
        "my_part": text_kept(page.my_part),
        "first_tomorrow": text_kept(page.first_tomorrow),
        "overstated": text_kept(page.overstated),
        "thanks": text_kept(page.thanks),
        "offence": page.offence,
        "done_utc": done.utc.isoformat(timespec="microseconds") if done else None,
        "done_zone": maybe_text(done.zone) if done else None,
        "done_offset": done.offset if done else None,
    }


def _as_kept(intention: Intention) -> Intention:
    """The intention as the file holds it."""
    return Intention(text_kept(intention.text), intention.state, intention.carried_from)


def _intention(row: Row) -> tuple[str, Intention]:
    """The day a row of intentions belongs to, and the intention."""
    day, text, state, carried_from = row
    return day, Intention(text, IntentionState(state), day_read(carried_from))


def _page(row: Row, intentions: tuple[Intention, ...]) -> DayPage:
    """The page a row tells of."""
    day, rev, obstacle, if_then, good_thing, my_part, first_tomorrow, overstated, *rest = row
    thanks, offence, utc, zone, offset = rest
    return DayPage(
        day=date.fromisoformat(day),
        rev=rev,
        intentions=intentions,
        obstacle=obstacle,
        if_then=if_then,
        good_thing=good_thing,
        my_part=my_part,
        first_tomorrow=first_tomorrow,
        overstated=overstated,
        thanks=thanks,
        offence=offence,
        done_at=moment_read(utc, zone, offset) if utc else None,
    )
