"""One level of the funnel as a row: its bar, done, to go, until when, the rate, and where that comes from."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from journal.planning.funnel import Funnel, LevelLine
from screens import plan_words
from screens.widgets.ink import bar, left, right

_LABEL, _DONE, _TO_GO, _UNTIL, _RATE, _SOURCE = 15, 5, 6, 7, 5, 12
_LONGEST_BAR, _SHORTEST_BAR = 60, 4

FIELD = _RATE + 1 + _SOURCE
"""The cells at the right end that hold what can be typed over."""


def bar_length(width: int) -> int:
    """How long the bars are; 0 where there is no room for them."""
    rest = width - _LABEL - _DONE - _TO_GO - _UNTIL - _RATE - _SOURCE - 6
    return min(_LONGEST_BAR, rest) if rest >= _SHORTEST_BAR else 0


def field_at(width: int) -> int:
    """The column where what can be typed over begins."""
    across = bar_length(width)
    return _LABEL + _DONE + _TO_GO + _UNTIL + 4 + (across + 1 if across else 0)


def header(across: int) -> Content:
    """The names of the columns."""
    names = [right("done", _DONE), right("to go", _TO_GO), right("until", _UNTIL)]
    names += [right("rate", _RATE), right("from", _SOURCE)]
    before = [" " * _LABEL, *([" " * across] if across else [])]
    return Content.styled(" " + " ".join([*before, *names]), "$muted")


def level_row(line: LevelLine, funnel: Funnel, today: date, across: int) -> Content:
    """A level."""
    to_go = plan_words.needed(line)
    label = plan_words.LEVELS[line.level]
    # Where nothing is needed any more a full bar would look like work that was asked for.
    share = None if to_go is None else line.done / (to_go + line.done) if to_go else 0.0
    return _row(
        Content.styled(left(label, _LABEL), "bold" if line.rate is None else ""),
        share,
        plan_words.count(line.done),
        plan_words.to_go(to_go),
        (line.last_useful, today),
        plan_words.rate(line, funnel),
        plan_words.source(line, funnel),
        across,
    )


def booked_row(funnel: Funnel, today: date, across: int) -> Content:
    """The amount booked, against its target."""
    target, booked = funnel.target, funnel.booked
    to_go = "–" if target is None else plan_words.money_to_go(funnel)
    return _row(
        Content.styled(left(plan_words.BOOKED, _LABEL), "bold"),
        None if target is None else booked.minor / max(1, target.minor),
        booked.short,
        to_go,
        (funnel.by, today),
        "–" if target is None else target.short,
        "no target" if target is None else "target",
        across,
    )


def _row(
    label: Content,
    share: float | None,
    done: str,
    to_go: str,
    until: tuple[date | None, date],
    rate: str,
    source: str,
    across: int,
) -> Content:
    last, today = until
    is_past = last is not None and last < today
    drawn = (
        [] if not across else [bar(across, share) if share is not None else Content(" " * across)]
    )
    return Content(" ").join(
        [
            label,
            *drawn,
            Content.styled(right(done, _DONE), "bold"),
            Content(right(to_go, _TO_GO)),
            Content.styled(
                right(plan_words.until(last, today), _UNTIL), "$warning" if is_past else "$muted"
            ),
            Content(right(rate, _RATE)),
            Content.styled(right(source, _SOURCE), "$muted"),
        ]
    )
