"""All open milestones, one under the other, where the terminal is wide enough for a third column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.reactive import reactive

from journal.standing import Standing
from screens import wording
from screens.widgets.next_waypoint import waypoint_rows
from screens.widgets.panel import Panel

_ROWS_EACH = 4


class Milestones(Panel, can_focus=False):
    """Soonest due first; what does not fit is told as a number."""

    HEADING = "On the way"

    milestones: reactive[tuple[Standing, ...]] = reactive(())
    """Open milestones, soonest due first."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """Title, bar and state of each."""
        if self.day is None or not self.milestones:
            return [Content.styled(wording.NO_MILESTONES, "$muted")]
        fitting = max(1, (height - 1) // _ROWS_EACH)
        rows: list[Content] = []
        for standing in self.milestones[:fitting]:
            rows += [*waypoint_rows(standing, self.day, width), Content("")]
        more = len(self.milestones) - fitting
        if more > 0:
            rows.append(Content.styled(wording.more_milestones(more), "$muted"))
        return rows
