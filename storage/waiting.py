"""Follow-ups that wait, the most valuable of a day first, and what came of deals that were lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.follow_up import FollowUp
from journal.revival import Waiting
from journal.waiting import LAST, Counts, Place, Week
from storage.database import Database
from storage.follow_ups import COLUMNS, JOINED, read_follow_ups
from storage.rows import day_read

_ABOUT = """coalesce(follow_up.deal, (SELECT CASE count(*) WHEN 1 THEN max(id) END FROM deal
  WHERE deal.account = follow_up.account AND outcome = 'open'))"""
_WORTH = f"coalesce((SELECT amount FROM deal WHERE id = {_ABOUT} AND currency = ?), -1)"
_NO_REASON = "(kind = 'revival' AND trim(coalesce(reason, '')) = '')"
_LET_GO = f"({_NO_REASON} AND due < ?)"
_SELECT = f"SELECT {_WORTH} AS worth, {_ABOUT}, {COLUMNS} {JOINED} WHERE state = 'due'"
_VALUABLE_FIRST = "worth DESC, follow_up.id LIMIT ?"
ON_THEIR_DAY = f"""{_SELECT} AND due >= ?
  AND (due > ? OR (-worth, follow_up.id) > (?, ?))
  AND NOT (kind = 'revival' AND due <= ? AND follow_up.id NOT IN ({{stay}})) AND NOT {_LET_GO}
ORDER BY due, {_VALUABLE_FIRST}"""
MOVED = f"""{_SELECT} AND due <= ? AND kind = 'revival' AND follow_up.id NOT IN ({{stay}})
  AND NOT {_LET_GO} AND (-worth, follow_up.id) > (?, ?) ORDER BY {_VALUABLE_FIRST}"""
WITHOUT_A_DAY = f"""{_SELECT} AND due IS NULL AND (-worth, follow_up.id) > (?, ?)
ORDER BY {_VALUABLE_FIRST}"""
REVIVALS = f"""SELECT follow_up.id, due, {_WORTH} FROM follow_up
WHERE state = 'due' AND due <= ? AND kind = 'revival' AND NOT {_LET_GO}"""
COUNTED = f"""SELECT sum(due < ? AND NOT {_NO_REASON}),
  sum(due = ? OR (due < ? AND {_NO_REASON})), sum(due > ?)
FROM follow_up WHERE state = 'due' AND due <= ?
  AND NOT (kind = 'revival' AND follow_up.id NOT IN ({{stay}})) AND NOT {_LET_GO}"""
NEXT_OF_LOST = """SELECT follow_up.deal FROM follow_up INDEXED BY follow_up_due
CROSS JOIN deal ON deal.id = follow_up.deal
WHERE state = 'due' AND kind = 'revival' AND outcome IN ('lost', 'no decision')
ORDER BY due, follow_up.id LIMIT ?"""
ASKED_OF_LOST = """SELECT DISTINCT request.deal FROM request
CROSS JOIN deal ON deal.id = request.deal
WHERE outcome IN ('lost', 'no decision') ORDER BY request.deal DESC LIMIT ?"""
REVIVALS_DONE = """SELECT count(*) FROM follow_up
WHERE kind = 'revival' AND state = 'done' AND settled BETWEEN ? AND ?"""
REOPENED = """SELECT DISTINCT deal_event.deal FROM deal_event JOIN deal ON deal.id = deal_event.deal
WHERE what = 'reopen' AND before IN ('lost', 'no decision') AND (outcome = 'open' OR closed >= ?)"""
REQUEST_STATES = """SELECT state, count(*) FROM request JOIN deal ON deal.id = request.deal
WHERE outcome = 'open' OR closed >= ? GROUP BY state"""

TOUCHES_AT_MOST = 12
"""No calendar of a lost deal holds more touches than this."""


class SqliteWaiting:
    """The list of who waits, from the file."""

    def __init__(self, db: Database) -> None:
        """Read through this connection."""
        self._db = db

    def listed(
        self, week: Week, currency: str, *, after: Place | None = None, limit: int = 100
    ) -> Sequence[tuple[Place, FollowUp, int | None]]:
        """Those that wait, soonest first, the most valuable of a day first: where it stands, and the deal."""
        start = after or Place(date.min, 0, 0)
        day, until = start.day.isoformat(), week.sunday.isoformat()
        stay, let_go = _numbers(week), week.monday.isoformat()
        found = self._placed(
            ON_THEIR_DAY.format(stay=stay),
            (currency, day, day, -start.worth, start.id, until, let_go, limit),
        )
        is_reached = len(found) < limit or found[-1][0].day >= week.moved_to
        if is_reached and start.day <= week.moved_to:
            rest = _rest_of(start, week.moved_to)
            values = (currency, until, let_go, *rest, limit)
            found += self._placed(MOVED.format(stay=stay), values, week.moved_to)
        if len(found) < limit:
            found += self._placed(WITHOUT_A_DAY, (currency, *_rest_of(start, LAST), limit), LAST)
        found.sort(key=lambda each: (each[0].day, -each[0].worth, each[0].id))
        return found[:limit]

    def counts(self, today: date, week: Week) -> Counts:
        """How many wait: late, for today, and later this week."""
        days = (*[today.isoformat()] * 4, week.sunday.isoformat(), week.monday.isoformat())
        late, now, later = self._db.rows(COUNTED.format(stay=_numbers(week)), days)[0]
        return Counts(late or 0, now or 0, later or 0)

    def revivals_until(self, monday: date, sunday: date, currency: str) -> Sequence[Waiting]:
        """The touches of lost deals that wait up to a Sunday; those let go before its Monday left out."""
        values = (currency, sunday.isoformat(), monday.isoformat())
        return [
            Waiting(row, day_read(due) or LAST, None if worth < 0 else worth)
            for row, due, worth in self._db.rows(REVIVALS, values)
        ]

    def revivals_done(self, first: date, last: date) -> int:
        """How many touches of lost deals were made on the days first..last."""
        return int(self._db.rows(REVIVALS_DONE, (first.isoformat(), last.isoformat()))[0][0])

    def next_of_lost(self, limit: int) -> Sequence[int]:
        """Lost deals with a way back in, by id: those touched next first, then those asked for something."""
        found = self._db.rows(NEXT_OF_LOST, (limit * TOUCHES_AT_MOST,))
        wanted = list(dict.fromkeys(row[0] for row in found))[:limit]
        if len(wanted) < limit:
            wanted += [row[0] for row in self._db.rows(ASKED_OF_LOST, (limit,))]
        return list(dict.fromkeys(wanted))[:limit]

    def reopened(self, since: date) -> Sequence[int]:
        """Deals that were lost once and opened again, by id: open now, or closed since a day."""
        return [row[0] for row in self._db.rows(REOPENED, (since.isoformat(),))]

    def request_states(self, since: date) -> dict[str, int]:
        """How many requests came to what, for deals that are open or closed since a day."""
        return dict(self._db.rows(REQUEST_STATES, (since.isoformat(),)))

    def _placed(
        self, sql: str, values: Sequence[object], day: date | None = None
    ) -> list[tuple[Place, FollowUp, int | None]]:
        """What a query finds, each with where it stands: on a day, or on its own."""
        rows = self._db.rows(sql, values)
        found = read_follow_ups([row[2:] for row in rows])
        return [
            (Place(day or one.due or LAST, row[0], one.id), one, row[1])
            for row, one in zip(rows, found, strict=True)
        ]


def _rest_of(start: Place, day: date) -> tuple[int, int]:
    """From where on the ones of a day are still to be listed."""
    return (-start.worth, start.id) if start.day == day else (-(2**62), 0)


def _numbers(week: Week) -> str:
    """The touches that stay, as a query lists them."""
    return ", ".join(map(str, sorted(week.stay))) or "0"
