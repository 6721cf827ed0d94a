"""One level of the funnel as a row: its bar, needed, done, to go, until when, its rate, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual.content import Content

from journal.planning.funnel import Funnel, LevelLine
from screens import plan_words
from screens.widgets.ink import bar, left, right

_LABEL, _NEEDED, _DONE, _TO_GO, _UNTIL, _RATE, _SOURCE = 15, 6, 5, 6, 7, 5, 12
_LONGEST_BAR, _SHORTEST_BAR, _SHORTEST_NEEDED = 60, 4, 5

FIELD = _RATE + 1 + _SOURCE
"""The cells at the right end that hold what can be typed over."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What there is room for beside the columns that are always there."""

    bar: int
    """How long the bars are; 0 where there is no room for them."""
    needed: int
    """How wide the column of all that is needed is; 0 where done and to go, which add up to it, say it."""

    @property
    def field_at(self) -> int:
        """The column where what can be typed over begins."""
        more = (self.bar + 1 if self.bar else 0) + (self.needed + 1 if self.needed else 0)
        return _LABEL + _DONE + _TO_GO + _UNTIL + 4 + more


def fit(width: int) -> Fit:
    """What a row of so many cells has room for."""
    rest = width - _LABEL - _DONE - _TO_GO - _UNTIL - _RATE - _SOURCE - 6
    needed = min(_NEEDED, rest) if rest >= _SHORTEST_NEEDED else 0
    rest -= needed + 1 if needed else 0
    return Fit(min(_LONGEST_BAR, rest) if rest >= _SHORTEST_BAR else 0, needed)


def header(room: Fit) -> Content:
    """The names of the columns."""
    names = [right("done", _DONE), right("to go", _TO_GO), right("until", _UNTIL)]
    names += [right("rate", _RATE), right("from", _SOURCE)]
    before = [" " * _LABEL, *([" " * room.bar] if room.bar else [])]
    before += (
        [right("needed" if room.needed == _NEEDED else "need", room.needed)] if room.needed else []
    )
    return Content.styled(" " + " ".join([*before, *names]), "$muted")


def level_row(line: LevelLine, funnel: Funnel, today: date, room: Fit) -> Content:
    """A level."""
    to_go = plan_words.needed(line)
    label = plan_words.LEVELS[line.level]
    # Where nothing is needed any more a full bar would look like work that was asked for.
    share = None if to_go is None else line.done / (to_go + line.done) if to_go else 0.0
    return _row(
        Content.styled(left(label, _LABEL), "bold" if line.rate is None else ""),
        share,
        _needed(line.done + to_go, room) if to_go else "–",
        plan_words.count(line.done),
        plan_words.to_go(to_go),
        (line.last_useful, today),
        plan_words.rate(line, funnel),
        plan_words.source(line, funnel),
        room,
    )


def _needed(number: int, room: Fit) -> str:
    """All that is needed, in thousands where its whole number is wider than the column."""
    words = plan_words.count(number)
    return words if len(words) <= room.needed else f"{number / 1000:.1f}k"


def booked_row(funnel: Funnel, today: date, room: Fit) -> Content:
    """The amount booked, against its target."""
    target, booked = funnel.target, funnel.booked
    to_go = "–" if target is None else plan_words.money_to_go(funnel)
    return _row(
        Content.styled(left(plan_words.BOOKED, _LABEL), "bold"),
        None if target is None else booked.minor / max(1, target.minor),
        "–" if target is None else target.short,
        booked.short,
        to_go,
        (funnel.by, today),
        "–" if target is None else target.short,
        "no target" if target is None else "target",
        room,
    )


def _row(
    label: Content,
    share: float | None,
    all_needed: str,
    done: str,
    to_go: str,
    until: tuple[date | None, date],
    rate: str,
    source: str,
    room: Fit,
) -> Content:
    last, today = until
    is_past = last is not None and last < today
    empty = Content(" " * room.bar)
    drawn = [bar(room.bar, share) if share is not None else empty] if room.bar else []
    if room.needed:
        drawn.append(Content.styled(right(all_needed, room.needed), "$muted"))
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
