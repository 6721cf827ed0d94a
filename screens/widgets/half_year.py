"""Half a year at a glance: strength and streak in words, every day as a square, the strength as a curve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from textual.content import Content
from textual.reactive import reactive

from journal.days import Day, DayState
from journal.percent import rounded
from journal.track_record import TrackRecord
from screens import wording
from screens.widgets.ink import Ink
from screens.widgets.panel import Panel

_LABEL_CELLS = 4
_STEPS = "▁▂▃▄▅▆▇█"
_TALLEST_CURVE = 4


class HalfYear(Panel, can_focus=False):
    """Folds with the room: the curve first, then legend, months and weekends, then the oldest weeks."""

    HEADING = "Half a year"

    view: reactive[TrackRecord | None] = reactive(None)
    """What to draw; None before it is read."""

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
        weeks = max(1, min(26, (width - _LABEL_CELLS + 1) // 2))
        mondays = [_monday(view.day) - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
        rows = [_headline(view, width)]
        if has_months:
            rows.append(_months(mondays))
        rows.extend(_squares(view, mondays, weekdays))
        if has_legend:
            rows.append(_legend(width))
        room = height - len(rows) - 1
        if room >= 2 and len(view.curve) > 1:
            rows.append(Content(""))
            rows.extend(_curve(view, mondays, min(room, _TALLEST_CURVE)))
        return rows


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


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


def _months(mondays: Sequence[date]) -> Content:
    cells = [" "] * (_LABEL_CELLS + 2 * len(mondays) + 2)
    free = 0
    for week, monday in enumerate(mondays):
        is_first = week > 0 and monday.month != mondays[week - 1].month
        at = _LABEL_CELLS + 2 * week
        if week == 0:
            is_first = monday.day <= 14
        if is_first and at >= free and week < len(mondays) - 1:
            name = wording.month(monday)
            cells[at : at + 3] = name
            free = at + 4
    return Content.styled("".join(cells).rstrip(), "$muted")


def _squares(view: TrackRecord, mondays: Sequence[date], weekdays: int) -> Iterator[Content]:
    by_day = {day.day: day for day in view.days}
    shades = _shades(view.days)
    for weekday in range(weekdays):
        label = wording.weekday(mondays[0] + timedelta(days=weekday)) if weekday % 2 == 0 else ""
        pieces: list[Ink] = [(label.ljust(_LABEL_CELLS), "$muted")]
        for monday in mondays:
            day = monday + timedelta(days=weekday)
            pieces.append(_square(by_day.get(day), day == view.day, shades))
            pieces.append(" ")
        yield Content.assemble(*pieces[:-1])


def _square(day: Day | None, is_today: bool, shades: tuple[int, int, int]) -> Ink:
    if day is None:
        return ("■", "$faint") if is_today else " "
    if is_today:
        return ("■" if day.state is DayState.KEPT else "◌", "bold $accent")
    if day.state is DayState.KEPT:
        return ("■", f"$heat-{1 + sum(day.done > shade for shade in shades)}")
    if day.state is DayState.FROZEN:
        return ("◇", "$secondary")
    return ("○", "$muted") if day.state is DayState.MISSED else ("·", "$faint")


def _shades(days: Sequence[Day]) -> tuple[int, int, int]:
    done = sorted(day.done for day in days if day.state is DayState.KEPT) or [0]
    return done[len(done) // 4], done[len(done) // 2], done[len(done) * 3 // 4]


def _legend(width: int) -> Content:
    line = Content.assemble(" " * _LABEL_CELLS, *(("■ ", f"$heat-{step}") for step in range(1, 5)))
    line = Content.assemble(line, ("kept", "$muted"))
    for sign, colour, words in (
        ("○", "$muted", "missed"),
        ("◇", "$secondary", "frozen"),
        ("·", "$muted", "off"),
    ):
        more = Content.assemble(line, "  ", (sign, colour), (f" {words}", "$muted"))
        if more.cell_length > width:
            break
        line = more
    return line


def _curve(view: TrackRecord, mondays: Sequence[date], height: int) -> Iterator[Content]:
    first = _monday(view.days[0].day) if view.days else mondays[-1]
    all_weeks = (mondays[-1] - first).days // 7 + 1
    weeks = min(all_weeks, len(mondays))
    scores = view.curve[-max(1, round(len(view.curve) * weeks / all_weeks)) :]
    across = 2 * weeks - 1
    before = " " * (2 * (len(mondays) - weeks))
    points = [scores[at * len(scores) // across] for at in range(across)]
    tops = [divmod(max(1, round(one * height * 8)) - 1, 8) for one in points]
    for row in range(height - 1, -1, -1):
        label = "100" if row == height - 1 else "  0" if row == 0 else ""
        pieces: list[Ink] = [(label.ljust(_LABEL_CELLS) + before, "$muted")]
        for at, step in tops:
            if at == row:
                pieces.append((_STEPS[step], "$faint"))
            else:
                # Painted behind as well: the gaps a font leaves between two rows would show as stripes.
                pieces.append(("█", "$faint on $faint") if at > row else " ")
        yield Content.assemble(*pieces)
