"""The funnel: from this week's reach-outs up to the deals, what is done, what is needed, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

from textual.content import Content
from textual.reactive import reactive

from journal.planning.funnel import Funnel, LevelLine
from journal.planning.rates import Source
from screens import goal_words, wording
from screens.widgets.ink import bar, cut, left, right
from screens.widgets.panel import Panel

_LABEL, _DONE, _NEED, _UNTIL, _RATE = 17, 6, 7, 7, 12


class FunnelPanel(Panel):
    """One row for each of the seven levels."""

    HEADING = "Funnel"

    funnel: reactive[Funnel | None] = reactive(None)
    """The levels as they stand; None before they were read."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The names of the columns, the levels, and what is to be said about them."""
        if self.funnel is None or self.day is None:
            return []
        across = width - _LABEL - _DONE - _NEED - _UNTIL - _RATE - 5
        across = min(40, across) if across >= 6 else 0
        rows = [_header(across)] if height > 7 else []
        for line in reversed(self.funnel.levels):
            rows.append(_level(line, self.day, across))
        return [*rows, Content(""), *_said(self.funnel, width)]

    def watch_funnel(self, funnel: Funnel | None) -> None:
        """Name the target in the rule."""
        target = f" to {funnel.target.short}" if funnel and funnel.target else ""
        self.border_title = Content(f"Funnel{target}")


def _header(across: int) -> Content:
    names = [" " * _LABEL, *([" " * across] if across else [])]
    names += [
        right("done", _DONE),
        right("need", _NEED),
        right("until", _UNTIL),
        right("rate", _RATE),
    ]
    return Content.styled(" ".join(names), "$muted")


def _level(line: LevelLine, today: date, across: int) -> Content:
    needed = None if line.needed is None else ceil(line.needed - 1e-9)
    whole = (needed or 0) + line.done
    pieces = [
        Content.styled(
            left(goal_words.LEVELS[line.level], _LABEL), "bold" if line.rate is None else ""
        )
    ]
    if across:
        pieces.append(bar(across, line.done / whole if whole else 0.0))
    pieces.append(Content.styled(right(f"{line.done:,}", _DONE), "bold"))
    pieces.append(Content(right("–" if needed is None else f"{needed:,}", _NEED)))
    until = _date(line.last_useful, today) if line.last_useful else "–"
    is_past = line.last_useful is not None and line.last_useful < today
    pieces.append(Content.styled(right(until, _UNTIL), "$warning" if is_past else "$muted"))
    pieces.append(Content.styled(right(_rate(line), _RATE), "$muted"))
    return Content(" ").join(pieces)


def _rate(line: LevelLine) -> str:
    if line.rate is None:
        return ""
    source = f"n {_count(line.n)}" if line.source is Source.HISTORY else str(line.source)
    return f"{wording.percent(line.rate)} {source}"


def _said(funnel: Funnel, width: int) -> list[Content]:
    if funnel.target is None:
        words = "A goal in the amount booked, with a target, says what is needed: a adds it."
        return [Content.styled(cut(words, width), "$muted")]
    if funnel.is_past:
        return [
            Content.assemble(
                ("! Past its last useful day: ", "$warning"), ("new reach-outs feed", "$muted")
            ),
            Content.styled("  what comes after. What still helps: bigger deals,", "$muted"),
            Content.styled("  a better win rate, the deals that are open.", "$muted"),
        ]
    said = [f"{funnel.booked.short} booked, {funnel.open_expected.short} expected from open deals"]
    if funnel.weekly_reach_outs is not None:
        said.append(f"{ceil(funnel.weekly_reach_outs):,} reach-outs a week from today")
    return [Content.styled(cut(words, width), "$muted") for words in (*said, *funnel.notes)]


def _date(day: date, today: date) -> str:
    words = f"{day.day} {wording.month(day)}"
    return words if day.year == today.year else f"{wording.month(day)} {day:%y}"


def _count(number: int) -> str:
    return f"{number:,}" if number < 1_000 else f"{number / 1_000:.1f}k"
