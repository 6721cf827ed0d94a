"""The year: a square for each day, and the day under the cursor in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive

from journal.reviewing.days_so_far import WEEKS_OF_YEAR
from screens import review_words
from screens.widgets.ink import cut
from screens.widgets.review_panel import ReviewPanel
from screens.widgets.squares import LABEL_CELLS, legend, mondays_up_to, months, squares

_WORKDAYS, _WEEK = 5, 7
_WITH_WEEKENDS = 10
"""Rows from which on weekends are drawn; on fewer, what the signs mean tells more."""


class YearDays(ReviewPanel):
    """Folds with the room: the legend first, then weekends, months, and the oldest weeks."""

    HEADING = "The year"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left", "move(-7)", "Week before", id="year.left", show=False, tooltip="A week back"
        ),
        Binding("right", "move(7)", "Week after", id="year.right", show=False, tooltip="A week on"),
        Binding("up", "move(-1)", "Day before", id="year.up", show=False, tooltip="A day back"),
        Binding("down", "move(1)", "Day after", id="year.down", show=False, tooltip="A day on"),
        Binding(
            "home", "go(False)", "First", id="year.home", show=False, tooltip="The first day drawn"
        ),
        Binding("end", "go(True)", "Last", id="year.end", show=False, tooltip="The last day"),
    ]

    cursor: reactive[date | None] = reactive(None)
    """The day that is told; None for the last."""

    @property
    def day(self) -> date | None:
        """The day under the cursor, among those that are drawn."""
        drawn = self._drawn()
        if self.view is None or not drawn:
            return None
        last = self.view.span.until
        return max(drawn[0], min(self.cursor or last, last))

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The months, a row for each weekday, and what the signs mean, as many as fit."""
        mondays = self._drawn()
        if self.view is None or not mondays:
            return []
        view, weekdays = self.view, self._weekdays()
        cursor = self.day if self.has_focus else None
        rows = list(squares(view.year, mondays, weekdays, view.span.today, cursor))
        if height > weekdays:
            rows.insert(0, months(mondays))
        if height > weekdays + 1:
            rows += [*([Content("")] if height > weekdays + 3 else []), legend(width)]
        return rows

    def watch_view(self) -> None:
        """The cursor stays within the year."""
        self._tell()

    def watch_cursor(self) -> None:
        """Tell the day in the rule."""
        self._tell()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Draw the cursor, or take it away."""
        super().watch_has_focus(has_focus)
        self._tell()
        self.refresh()

    def on_resize(self) -> None:
        """The rule may have another width."""
        self._tell()

    def on_click(self, event: events.Click) -> None:
        """A click tells the day that stands there."""
        offset, mondays = event.get_content_offset(self), self._drawn()
        if offset is None or not mondays:
            return
        row = offset.y - (self.content_size.height > self._weekdays())
        week = (offset.x - LABEL_CELLS) // 2
        if 0 <= row < self._weekdays() and 0 <= week < len(mondays):
            self.cursor = mondays[week] + timedelta(days=row)

    def action_move(self, days: int) -> None:
        """Move the cursor by days; over weekends where they are not drawn."""
        day, drawn = self.day, self._drawn()
        if self.view is None or day is None:
            return
        weekdays = self._weekdays()
        target = day.toordinal() + days
        if abs(days) == 1 and (target - 1) % _WEEK >= weekdays:
            target += (_WEEK - weekdays) * days
        if drawn[0].toordinal() <= target <= self.view.span.until.toordinal():
            self.cursor = date.fromordinal(target)

    def action_go(self, to_last: bool) -> None:
        """Go to the last day, or to the first that is drawn."""
        drawn = self._drawn()
        if self.view is not None and drawn:
            self.cursor = self.view.span.until if to_last else drawn[0]

    def _weekdays(self) -> int:
        return _WEEK if self.content_size.height >= _WITH_WEEKENDS else _WORKDAYS

    def _drawn(self) -> list[date]:
        """The Mondays of the weeks that fit."""
        if self.view is None:
            return []
        weeks = (self.content_size.width - LABEL_CELLS + 1) // 2
        return mondays_up_to(self.view.span.until, max(1, min(WEEKS_OF_YEAR, weeks)))

    def _tell(self) -> None:
        day = self.day
        if self.view is None or day is None or not self.has_focus:
            self.border_title = Content(self.HEADING)
            return
        of = next((each for each in self.view.year if each.day == day), None)
        told = review_words.day_told(day, of, self.view.notes.get(day), self.view.span.today)
        self.border_title = Content(cut(f"{self.HEADING} · {told}", self.size.width - 4))
