"""What came of setbacks: what was thought of each, and what was said 7 and 30 days on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from journal.errors import ChangedElsewhere, NotFound
from journal.moment import Moment
from journal.setback import Setback
from journal.setback_work import Check, Thoughts
from storage.changes import CHANGED, Changes
from storage.database import Database
from storage.entries import COLUMNS, JOINED, SqliteEntries
from storage.rows import PAGE, Row, Value, moment_read, read_rows, text_kept

_SELECT = f"SELECT {COLUMNS} {JOINED} WHERE form = 'setback'"
IS_ONE = "SELECT 1 FROM entry WHERE id = ? AND form = 'setback'"
NEWEST_FIRST = f"""{_SELECT} AND (day, entry.id) < (?, ?)
ORDER BY day DESC, entry.id DESC LIMIT ?"""
DAYS = """SELECT day, id, type FROM entry JOIN setback ON setback.entry = entry.id
WHERE form = 'setback' AND day BETWEEN ? AND ? ORDER BY day, id"""
UNANSWERED = f"""{_SELECT} AND day BETWEEN ? AND ? AND NOT EXISTS (
  SELECT 1 FROM setback_check WHERE setback_check.setback = entry.id AND after = ?)
ORDER BY day, entry.id LIMIT ?"""
_THOUGHTS = "belief, permanent, pervasive, personal, mine, theirs, circumstance"
_AFTERWARDS = "in_control, evidence_against, other_view, if_then, rev"
THOUGHTS = (
    f"SELECT setback, {_THOUGHTS}, {_AFTERWARDS} FROM setback_thought WHERE setback IN ({{marks}})"
)
_CHECK = "SELECT id, setback, after, day, sting, learned, differently, stronger FROM setback_check"
CHECKS = f"{_CHECK} WHERE setback IN ({{marks}}) ORDER BY setback, after"
CHECK_OF = "SELECT id FROM setback_check WHERE setback = ? AND after = ?"
CHECKS_OF = "SELECT id FROM setback_check WHERE setback = ? ORDER BY after"
STEPS_OF = "SELECT id FROM follow_up WHERE setback = ? ORDER BY id"
STRONGER = f"{_CHECK} WHERE stronger = 1 ORDER BY day DESC, id DESC LIMIT ?"
BY_NUMBER = f"{_SELECT} AND entry.id IN ({{marks}})"
FIRST_STEPS = """SELECT hit.id, step.utc, step.zone, step.offset FROM entry AS hit
JOIN entry AS step ON step.id = (SELECT later.id FROM entry AS later
  WHERE later.form <> 'setback' AND later.source <> 'import' AND later.utc > hit.utc
  ORDER BY later.utc, later.id LIMIT 1)
WHERE hit.id IN ({marks})"""

NO_SUCH = "There is no setback {:,}: “journal setbacks” shows those there are."


class SqliteSetbacks:
    """What came of setbacks, in the file."""

    def __init__(self, changes: Changes, entries: SqliteEntries) -> None:
        """Read and write through these changes; the setbacks themselves are among the entries."""
        self._changes = changes
        self._db = changes.db
        self._entries = entries

    def newest_first(
        self, before: tuple[date, int] | None = None, limit: int = 100
    ) -> Sequence[Setback]:
        """Setbacks by day, newest first; ``before`` is the (day, id) the page before ended on."""
        day, number = before or (date.max, 2**63 - 1)
        return self._read(self._db.rows(NEWEST_FIRST, (day.isoformat(), number, limit)))

    def days(self, first: date, last: date) -> Sequence[tuple[date, int, str]]:
        """The day, id and type of each setback of the days first..last, oldest first."""
        found = self._db.rows(DAYS, (first.isoformat(), last.isoformat()))
        return read_rows(lambda row: (date.fromisoformat(row[0]), row[1], row[2]), found)

    def thoughts(self, setbacks: Iterable[int]) -> dict[int, Thoughts]:
        """What was thought of these setbacks, by id; those not worked through are left out."""
        found = read_rows(_thoughts, self._db.rows_of(THOUGHTS, setbacks))
        return {each.setback: each for each in found}

    def keep_thoughts(self, thoughts: Thoughts) -> Thoughts:
        """Save over the thoughts of the same setback and rev (0: new). Raises NotFound, ChangedElsewhere."""
        number = thoughts.setback
        refuse_no_setback(self._db, number)
        before = self.thoughts([number]).get(number)
        if (before.rev if before else 0) != thoughts.rev:
            raise ChangedElsewhere(CHANGED)
        values = _thoughts_kept(thoughts)
        if before is None:
            self._changes.insert("setback_thought", {"setback": number, **values})
        else:
            self._changes.update("setback_thought", number, values)
        return self.thoughts([number])[number]

    def checks(self, setbacks: Iterable[int]) -> dict[int, tuple[Check, ...]]:
        """The answered checks of these setbacks, by id, earliest first."""
        answer: dict[int, tuple[Check, ...]] = {}
        for check in read_rows(_check, self._db.rows_of(CHECKS, setbacks)):
            answer[check.setback] = (*answer.get(check.setback, ()), check)
        return answer

    def answer(self, check: Check) -> Check:
        """Save the answer, over an earlier one to the same question. Raises NotFound."""
        refuse_no_setback(self._db, check.setback)
        values: dict[str, Value] = {
            "day": check.day.isoformat(),
            "sting": check.sting,
            "learned": text_kept(check.learned),
            "differently": text_kept(check.differently),
            "stronger": None if check.stronger is None else int(check.stronger),
        }
        if found := self._db.row(CHECK_OF, (check.setback, check.after)):
            self._changes.update("setback_check", found[0], values)
        else:
            asked: dict[str, Value] = {"setback": check.setback, "after": check.after}
            self._changes.insert("setback_check", asked | values)
        answered = self.checks([check.setback])[check.setback]
        return next(each for each in answered if each.after == check.after)

    def unanswered(self, after: int, first: date, last: date) -> Sequence[Setback]:
        """The setbacks of the days first..last whose check ``after`` so many days has no answer."""
        span = (first.isoformat(), last.isoformat())
        return self._read(self._db.rows(UNANSWERED, (*span, after, PAGE)))

    def stronger(self, limit: int = 100) -> Sequence[tuple[Setback, Check]]:
        """The setbacks the rep came out of stronger, with each such answer, the newest answer first."""
        checks = read_rows(_check, self._db.rows(STRONGER, (limit,)))
        rows = self._db.rows_of(BY_NUMBER, [check.setback for check in checks])
        by_number = {setback.id: setback for setback in self._read(list(rows))}
        return [(by_number[check.setback], check) for check in checks if check.setback in by_number]

    def first_steps(self, setbacks: Iterable[int]) -> dict[int, Moment]:
        """When the first entry after each setback was written down that is no setback itself.

        What an import brings is no step, nor is what was written down in the same action.
        """
        found = self._db.rows_of(FIRST_STEPS, setbacks)
        return dict(read_rows(lambda row: (row[0], moment_read(*row[1:])), found))

    def _read(self, rows: list[Row]) -> list[Setback]:
        """The setbacks that rows tell of."""
        return [each for each in self._entries.read(rows) if isinstance(each, Setback)]


def refuse_no_setback(db: Database, number: int) -> None:
    """Refuse what would belong to a setback that is not there. Raises NotFound."""
    if not 0 < number < 2**63 or db.row(IS_ONE, (number,)) is None:
        raise NotFound(NO_SUCH.format(number))


def remove_what_came_of(changes: Changes, number: int) -> None:
    """Take away what was thought of a setback; its next steps stay, and belong to none."""
    for (step,) in changes.db.rows(STEPS_OF, (number,)):
        changes.update("follow_up", step, {"setback": None})
    for (check,) in changes.db.rows(CHECKS_OF, (number,)):
        changes.delete("setback_check", check)
    changes.delete("setback_thought", number)


def _thoughts_kept(thoughts: Thoughts) -> dict[str, Value]:
    """The columns of what was thought, but for its setback."""
    return {
        "belief": text_kept(thoughts.belief),
        "permanent": thoughts.permanent,
        "pervasive": thoughts.pervasive,
        "personal": thoughts.personal,
        "mine": thoughts.mine,
        "theirs": thoughts.theirs,
        "circumstance": thoughts.circumstance,
        "in_control": text_kept(thoughts.in_control),
        "evidence_against": text_kept(thoughts.evidence_against),
        "other_view": text_kept(thoughts.other_view),
        "if_then": text_kept(thoughts.if_then),
    }


def _thoughts(row: Row) -> Thoughts:
    """The thoughts a row tells of."""
    setback, belief, permanent, pervasive, personal, mine, theirs, circumstance, *rest = row
    in_control, evidence_against, other_view, if_then, rev = rest
    return Thoughts(
        setback=setback,
        belief=belief,
        permanent=permanent,
        pervasive=pervasive,
        personal=personal,
        mine=mine,
        theirs=theirs,
        circumstance=circumstance,
        in_control=in_control,
        evidence_against=evidence_against,
        other_view=other_view,
        if_then=if_then,
        rev=rev,
    )


def _check(row: Row) -> Check:
    """The check a row tells of."""
    _, setback, after, day, sting, learned, differently, stronger = row
    return Check(
        setback=setback,
        after=after,
        day=date.fromisoformat(day),
        sting=sting,
        learned=learned,
        differently=differently,
        stronger=None if stronger is None else bool(stronger),
    )
