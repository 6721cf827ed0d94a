"""Half a year at a glance: strength and streak in words, every day as a square, the strength as a curve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from journal.percent import rounded
from screens import wording
from screens.widgets.panel import Panel
from screens.widgets.squares import LABEL_CELLS, curve, legend, mondays_up_to, months, squares

if TYPE_CHECKING:
    # Years of days are walked after the first paint, and so are their rules loaded.
    from journal.track_record import TrackRecord

_TALLEST_CURVE = 4
_RULE_CELLS = 4
"""What the rule takes beside its title, in cells."""


class HalfYear(Panel, can_focus=False):
    """Folds with the room: the curve first, then legend, months and weekends, then the oldest weeks."""

    HEADING = "Half a year"

    view: reactive[TrackRecord | None] = reactive(None)
    """What to draw; None before it is read."""
    reward: reactive[str] = reactive("")
    """How the rep's own reward stands, in a few words; empty without one."""

    def watch_reward(self) -> None:
        """Say it in the rule."""
        self._entitle()

    def on_resize(self) -> None:
        """Say it as the width allows."""
        self._entitle()

    def _entitle(self) -> None:
        """The reward stands behind the name of the panel, or in its place where both do not fit."""
        words = self.HEADING
        if self.reward:
            both = f"{self.HEADING} · reward: {self.reward}"
            is_room = Content(both).cell_length <= self.size.width - _RULE_CELLS
            words = both if is_room else f"Reward: {self.reward}"
        self.border_title = Content(words)

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """Words, squares, legend and curve, as many as fit."""
        view = self.view
        if view is None:
            return []
        if not view.days:
            return [Content.assemble(("◌", "bold $accent"), (f" {wording.FIRST_SQUARE}", "$muted"))]
        weekdays = 7 if height >= 10 else 5
        has_months = height >= weekdays + 2
        has_legend = height >= weekdays + 3
        weeks = max(1, min(26, (width - LABEL_CELLS + 1) // 2))
        mondays = mondays_up_to(view.day, weeks)
        rows = [_headline(view, width)]
        if has_months:
            rows.append(months(mondays))
        rows.extend(squares(view.days, mondays, weekdays, view.day))
        if has_legend:
            rows.append(legend(width))
        room = height - len(rows) - 1
        if room >= 2 and len(view.curve) > 1:
            rows.append(Content(""))
            rows.extend(_curve(view, mondays, min(room, _TALLEST_CURVE)))
        return rows


def _headline(view: TrackRecord, width: int) -> Content:
    gap = "   " if width >= 50 else "  "
    streak = view.streak
    best = Content.assemble(("best ", "$muted"), (f"{streak.best:,}", "$muted"))
    freezes = Content.styled(wording.freezes(streak.freezes), "$muted")
    strength = [_said("Strength", rounded(view.strength))] if view.strength is not None else []
    days = _said("Streak", wording.days(streak.current))
    in_short = _said("Streak", f"{streak.current:,} d")
    for pieces in (
        [*strength, days, best, freezes],
        [*strength, days, freezes],
        [*strength, in_short, freezes],
        [in_short, freezes],
    ):
        line = Content(gap).join(pieces)
        if line.cell_length <= width:
            break
    return line


def _said(name: str, value: str) -> Content:
    return Content.assemble((f"{name} ", "$muted"), (value, "bold"))


def _curve(view: TrackRecord, mondays: Sequence[date], height: int) -> Iterator[Content]:
    first = mondays_up_to(view.days[0].day, 1)[0] if view.days else mondays[-1]
    all_weeks = (mondays[-1] - first).days // 7 + 1
    weeks = min(all_weeks, len(mondays))
    scores = view.curve[-max(1, round(len(view.curve) * weeks / all_weeks)) :]
    return curve(scores, 2 * weeks - 1, height, indent=2 * (len(mondays) - weeks))
