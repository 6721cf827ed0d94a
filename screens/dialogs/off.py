"""Days off: taking a range, or giving one back."""

from __future__ import annotations

from collections.abc import Iterable

from journal.calendar import DayOff
from journal.dates import read_span
from journal.journal import Journal
from screens.dialogs.fields import Choice, Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft
from screens.wording import near_day


class OffDialog(Form[DayOff]):
    """Hands back the days off to take, without an id; or, with its id, the range to give back."""

    title_text = "Days off"
    hint = "Days off break nothing; a past day may be given off too."

    def __init__(self, journal: Journal, typed: DayOff | None = None, said: str = "") -> None:
        """Take the journal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "off"))
        self._journal = journal
        self._typed = typed if typed and not typed.id else None

    def rows(self) -> Iterable[Row]:
        """The range, what for, and the ranges that can be given back."""
        typed = self._typed
        days = f"{typed.first.isoformat()}..{typed.last.isoformat()}" if typed else ""
        example = "fri, or 24/12..31/12"
        yield Row("Off on", Line(days, id="days", example=example))
        yield Row("What for", Line((typed and typed.why) or "", id="why", example="may stay empty"))
        yield Row("Or give back", Choice(self._given(), None, id="back"))

    def read(self) -> DayOff:
        """The range. Raises BadInput."""
        back = self.chosen("back")
        if isinstance(back, DayOff):
            return back
        journal = self._journal
        why = self.text("why") or None
        first_is_day = journal.settings.day_first
        first, last = read_span(
            self.text("days"), journal.today(), day_first=first_is_day, past=False
        )
        return DayOff(first=first, last=last, why=why)

    def _given(self) -> list[tuple[DayOff | None, str]]:
        today = self._journal.today()
        given: list[tuple[DayOff | None, str]] = [(None, "none")]
        for off in reversed(self._journal.days_off.all()):
            to = f" to {near_day(off.last, today)}" if off.last != off.first else ""
            given.append((off, f"{near_day(off.first, today)}{to}  {off.why or ''}".rstrip()))
        return given
