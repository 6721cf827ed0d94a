"""The burn-up of one goal drawn in cells: what is done so far, and the line it is held against."""

from __future__ import annotations

from datetime import date
from math import ceil, floor, log10
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import RenderResult
from textual.reactive import reactive
from textual_plotext import PlotextPlot

from journal.measure import AMOUNT
from screens import goal_words, wording

if TYPE_CHECKING:
    from journal.burn_up import BurnUp

_TICK_GAP = 2
"""Blank cells that stay between two dates on the axis."""


class GoalChart(PlotextPlot):
    """Done in quadrants over its line in dots; only the four dates and a few numbers around them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"goal-chart--done", "goal-chart--line"}

    DEFAULT_CSS = """
    GoalChart {
        color: $muted;
        & > .goal-chart--done { color: $primary; }
        & > .goal-chart--line { color: $muted; }
    }
    """

    burn_up: reactive[BurnUp | None] = reactive(None)
    """What is drawn; None draws nothing."""

    def __init__(self, *, id: str) -> None:
        """Make it with the colours of the widget around it: it keeps no theme of its own."""
        super().__init__(id=id)
        self.set_reactive(PlotextPlot.theme, "textual-clear")

    def render(self) -> RenderResult:
        """Draw it for the size it has."""
        burn, (width, height) = self.burn_up, self.size
        self.plt.clear_figure()
        if burn is None or not (burn.days or burn.line_days) or width < 12 or height < 4:
            return ""
        drawn = (*burn.days, *burn.line_days)
        first, last = min(drawn), max(drawn)
        most = max([*burn.done, *map(float, burn.line), burn.target, 1])
        least = min([*burn.done, *map(float, burn.line), 0 if burn.target >= 0 else burn.target])
        plot = self.plt
        plot.frame(False)
        plot.xlim(0, max(1, (last - first).days))
        plot.ylim(least, most)
        dots = [(day - first).days for day in burn.line_days]
        plot.plot(dots, [float(at) for at in burn.line], marker="·", color=self._colour("line"))
        done = [(day - first).days for day in burn.days]
        plot.plot(done, list(burn.done), marker="hd", color=self._colour("done"))
        marks = y_marks(least, most, max(2, min(6, height // 4)))
        names = [y_name(mark, burn.unit) for mark in marks]
        plot.yticks(marks, names)
        room = width - max(map(cell_len, names))
        ticks = x_ticks(first, last, burn.today, room)
        plot.xticks([(day - first).days for day, _ in ticks], [name for _, name in ticks])
        return super().render()

    def _colour(self, part: str) -> tuple[int, int, int]:
        return self.get_component_styles(f"goal-chart--{part}").color.rgb


def y_name(value: float, unit: str) -> str:
    """A number beside the axis, as short as it can be said: 40, 900k, 1.2M."""
    if unit == AMOUNT or abs(value) >= 10_000:
        return goal_words.short_number(value)
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"


def y_marks(least: float, most: float, count: int) -> list[float]:
    """Round numbers from one end to the other, evenly apart, in at most ``count`` whole steps."""
    span = max(most - least, 1e-9)
    power = 10.0 ** floor(log10(span / count))
    step = next(power * times for times in (1, 2, 5, 10, 20) if span / (power * times) < count + 1)
    return [step * at for at in range(ceil(least / step), floor(most / step) + 1)]


def x_ticks(first: date, last: date, today: date, room: int) -> list[tuple[date, str]]:
    """Up to four days with their names, none over another: both ends, today, and one between."""
    span = max(1, (last - first).days)
    between = first + ((today if first < today <= last else last) - first) / 2
    placed: list[tuple[int, int, date, str]] = []
    for day in (first, last, today, between):
        if not first <= day <= last:
            continue
        name = "today" if day == today else f"{day.day} {wording.month(day)}"
        half = cell_len(name) // 2
        at = round((day - first).days / span * (room - 1))
        start = min(max(at - half, 0), room - cell_len(name))
        stop = start + cell_len(name)
        if all(stop + _TICK_GAP <= low or high + _TICK_GAP <= start for low, high, *_ in placed):
            placed.append((start, stop, day, name))
    return [(day, name) for _, _, day, name in sorted(placed)]
