"""Days as squares, week by week, and a curve below them: what every heatmap is drawn of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter

from textual.content import Content

from journal.days import Day, DayState
from screens import wording
from screens.widgets.ink import Ink

LABEL_CELLS = 4
"""The names of the weekdays stand in so many cells."""

CURSOR = ("◆", "bold $accent on $block-cursor-background")
"""The day under the cursor, which is told in words: a shape of its own, as today has the same colour."""

_STEPS = "▁▂▃▄▅▆▇█"


def mondays_up_to(day: date, weeks: int) -> list[date]:
    """The Mondays of so many weeks, the week of the day last; the calendar's first days are left out."""
    last = day - timedelta(days=day.weekday())
    most = min(weeks, (last - date.min).days // 7 + 1)
    return [last - timedelta(weeks=back) for back in range(most - 1, -1, -1)]


def months(mondays: Sequence[date]) -> Content:
    """The names of the months over the weeks they begin in."""
    cells = [" "] * (LABEL_CELLS + 2 * len(mondays) + 2)
    free = 0
    for week, monday in enumerate(mondays):
        is_first = week > 0 and monday.month != mondays[week - 1].month
        at = LABEL_CELLS + 2 * week
        if week == 0:
            is_first = monday.day <= 14
        if is_first and at >= free and week < len(mondays) - 1:
            name = wording.month(monday)
            cells[at : at + 3] = name
            free = at + 4
    return Content.styled("".join(cells).rstrip(), "$muted")


def squares(
    days: Sequence[Day],
    mondays: Sequence[date],
    weekdays: int,
    today: date,
    cursor: date | None = None,
) -> Iterator[Content]:
    """A row for each weekday, with a square for each of its days; the day under the cursor stands out."""
    by_day = {day.day: day for day in days}
    steps = shades(days)
    for weekday in range(weekdays):
        label = (
            wording.weekday(mondays[0] + timedelta(days=weekday))
            if mondays and weekday % 2 == 0
            else ""
        )
        drawn: list[tuple[str, str]] = []
        for monday in mondays:
            day = date.fromordinal(min(monday.toordinal() + weekday, date.max.toordinal()))
            drawn.append(CURSOR if day == cursor else square(by_day.get(day), day == today, steps))
        yield Content.assemble((label.ljust(LABEL_CELLS), "$muted"), *_joined(drawn))


def square(day: Day | None, is_today: bool, steps: tuple[int, int, int]) -> tuple[str, str]:
    """One day: its shade says how much was done, its sign how it stands."""
    if day is None:
        return ("■", "$faint") if is_today else (" ", "")
    if is_today:
        return ("■" if day.state is DayState.KEPT else "◌", "bold $accent")
    if day.state is DayState.KEPT:
        return ("■", f"$heat-{1 + sum(day.done > step for step in steps)}")
    if day.state is DayState.FROZEN:
        return ("◇", "$secondary")
    return ("○", "$muted") if day.state is DayState.MISSED else ("·", "$faint")


def shades(days: Sequence[Day]) -> tuple[int, int, int]:
    """The quarters of what was done on days that were kept: where each next shade begins."""
    done = sorted(day.done for day in days if day.state is DayState.KEPT) or [0]
    return done[len(done) // 4], done[len(done) // 2], done[len(done) * 3 // 4]


def legend(width: int) -> Content:
    """What the signs mean, as far as it fits."""
    line = Content.assemble(" " * LABEL_CELLS, *(("■ ", f"$heat-{step}") for step in range(1, 5)))
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


def curve(scores: Sequence[float], across: int, height: int, indent: int = 0) -> Iterator[Content]:
    """Shares of 0 to 1 as a filled curve ``across`` cells wide, with 100 and 0 beside it."""
    points = [scores[at * len(scores) // across] for at in range(across)]
    tops = [divmod(max(1, round(one * height * 8)) - 1, 8) for one in points]
    for row in range(height - 1, -1, -1):
        label = "100" if row == height - 1 else "  0" if row == 0 else ""
        pieces: list[Ink] = [(label.ljust(LABEL_CELLS) + " " * indent, "$muted")]
        for at, step in tops:
            if at == row:
                pieces.append((_STEPS[step], "$faint"))
            else:
                # Painted behind as well: the gaps a font leaves between two rows would show as stripes.
                pieces.append(("█", "$faint on $faint") if at > row else " ")
        yield Content.assemble(*pieces)


def _joined(drawn: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Squares with a cell between them; those alike in a row are one piece, which is painted faster."""
    for place, (style, alike) in enumerate(groupby(drawn, key=itemgetter(1))):
        if place:
            yield " ", ""
        yield " ".join(sign for sign, _ in alike), style
