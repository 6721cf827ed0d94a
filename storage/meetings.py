"""How meetings went: who talked, who stayed silent, what each side learned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.errors import ChangedElsewhere, NotFound
from journal.meeting import Meeting
from storage.changes import CHANGED, Changes
from storage.rows import Row, Value, read_rows, text_kept

_COLUMNS = "activity, meeting.rev, talk_share, questions, silent, learned, they_learned"
ONE = f"SELECT {_COLUMNS} FROM meeting WHERE activity = ?"
BETWEEN = f"""SELECT {_COLUMNS}, day FROM entry CROSS JOIN meeting ON meeting.activity = entry.id
WHERE day BETWEEN ? AND ? ORDER BY day, time, entry.id"""
IS_ONE = "SELECT 1 FROM entry WHERE id = ? AND form = 'activity'"

NO_SUCH = "There is no meeting {:,}: “journal list” shows the entries there are."


class SqliteMeetings:
    """Notes on meetings, in the file."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def get(self, activity: int) -> Meeting | None:
        """The notes on a meeting; None when there are none."""
        found = self._db.rows(ONE, (activity,)) if 0 < activity < 2**63 else []
        return next(iter(read_rows(_meeting, found)), None)

    def keep(self, meeting: Meeting) -> Meeting:
        """Save over the notes of the same meeting and rev (0: new). Raises NotFound, ChangedElsewhere."""
        number = meeting.activity
        if not 0 < number < 2**63 or self._db.row(IS_ONE, (number,)) is None:
            raise NotFound(NO_SUCH.format(number))
        before = self.get(number)
        if (before.rev if before else 0) != meeting.rev:
            raise ChangedElsewhere(CHANGED)
        values: dict[str, Value] = {
            "talk_share": meeting.talk_share,
            "questions": meeting.questions,
            "silent": text_kept(meeting.silent),
            "learned": text_kept(meeting.learned),
            "they_learned": text_kept(meeting.they_learned),
        }
        if before is None:
            self._changes.insert("meeting", {"activity": number, **values})
        else:
            self._changes.update("meeting", number, values)
        return read_rows(_meeting, self._db.rows(ONE, (number,)))[0]

    def between(self, first: date, last: date) -> Sequence[tuple[date, Meeting]]:
        """The notes on meetings of the days first..last, oldest first."""
        found = self._db.rows(BETWEEN, (first.isoformat(), last.isoformat()))
        return read_rows(lambda row: (date.fromisoformat(row[-1]), _meeting(row[:-1])), found)


def _meeting(row: Row) -> Meeting:
    """The notes a row tells of."""
    activity, rev, talk_share, questions, silent, learned, they_learned = row
    return Meeting(
        activity=activity,
        rev=rev,
        talk_share=talk_share,
        questions=questions,
        silent=silent,
        learned=learned,
        they_learned=they_learned,
    )
