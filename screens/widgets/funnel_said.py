"""What stands below the levels of the funnel: the row under the cursor, what still helps, a week's work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from journal.planning.funnel import Funnel
from screens import plan_words
from screens.widgets.ink import cut
from screens.widgets.wrapped import wrapped

if TYPE_CHECKING:
    from journal.planning.outlook import Lever
    from journal.planning.quarters import Quarter
    from screens.widgets.funnel_panel import FunnelPanel


@dataclass(frozen=True, slots=True)
class Figures:
    """What is worked out after the levels; until then it says nothing."""

    levers: tuple[Lever, ...] = ()
    """What 10 % more of each thing would add to the chance, best first."""
    weekly: tuple[float | None, float | None] | None = None
    """Reach-outs a week for 50 % and for 80 %; None inside where reach-outs alone do not do it."""
    plan_chance: float | None = None
    """The chance of doing exactly the plan's reach-outs, 0-1; None where it names none."""
    quarters: tuple[Quarter, ...] = ()
    """What each quarter of the plan holds."""


Told = tuple[Content, ...]
"""One sentence, in lines."""


def said_below(panel: FunnelPanel, width: int) -> list[Told]:
    """The sentences, the most urgent first, their lines no wider than ``width``."""
    funnel = panel.funnel
    if funnel is None:
        return []
    return list(_said(panel, funnel, width))


def cut_short(told: Sequence[Told], room: int, width: int) -> list[Content]:
    """As many lines as there is room for; a sentence that goes on beyond them ends in an ellipsis."""
    lines: list[Content] = []
    for sentence in told:
        left = room - len(lines)
        lines += sentence[:left]
        if left and len(sentence) > left:
            lines[-1] = lines[-1].truncate(width - 1).append("…")
    return lines


def quarters(panel: FunnelPanel, width: int) -> list[Content]:
    """What each quarter of the plan holds, for where there is room for all of them."""
    if panel.funnel is None or panel.funnel.target is None or panel.complaint:
        return []
    told = plan_words.by_quarter(panel.figures.quarters, panel.funnel)
    return [Content.styled(cut(f"{name:<11}  {words}", width), "$muted") for name, words in told]


def in_short(funnel: Funnel, figures: Figures, said: Sequence[str], room: int) -> str:
    """The most urgent of it that no row below says already, in as many words as there is room for."""
    helps = next(plan_words.helps(figures.levers), "")
    if plan_words.is_booked(funnel):
        urgent = [plan_words.IS_BOOKED]
    elif funnel.is_past:
        urgent = [plan_words.PAST, helps]
    elif funnel.weekly_reach_outs is not None:
        urgent = [plan_words.weekly(funnel.weekly_reach_outs)]
    else:
        urgent = [helps]
    more = [words for words in urgent if words and not _is_said(words, said)]
    while more and cell_len("; ".join(more)) > room:
        more.pop()
    return "; ".join(more)


def _is_said(words: str, lines: Sequence[str]) -> bool:
    return any(words.casefold() in line.casefold() for line in lines)


def _said(panel: FunnelPanel, funnel: Funnel, width: int) -> Iterator[Told]:
    if panel.complaint:
        yield _lines(f"! {panel.complaint}", width, "$warning")
        return
    figures = panel.figures
    if panel.has_focus:
        yield from _of_row(panel, funnel, width)
    if funnel.target is None:
        for words in plan_words.NO_TARGET:
            yield _line(words, width)
    elif plan_words.is_booked(funnel):
        yield _line(plan_words.IS_BOOKED, width, "$success")
    elif funnel.is_past:
        yield _past(funnel, figures, width)
    if funnel.weekly_reach_outs is not None:
        yield _line(plan_words.weekly(funnel.weekly_reach_outs, figures.plan_chance), width, "bold")
        if figures.weekly is not None:
            yield _line(plan_words.weekly_for(*figures.weekly), width)
        if helps := next(plan_words.helps(figures.levers), ""):
            yield _line(f"Helps most: {helps}", width)
    if funnel.target is not None:
        yield _line(plan_words.in_hand(funnel), width)
    for note in funnel.notes:
        yield _lines(note, width, "$muted")


def _past(funnel: Funnel, figures: Figures, width: int) -> Told:
    year = funnel.by.year + 1 if funnel.by else ""
    helps = next(plan_words.helps(figures.levers), "")
    words = f"What still helps: {helps}" if helps else plan_words.ONLY_NEXT
    return (
        Content.assemble(
            (f"! {plan_words.PAST[0].upper()}{plan_words.PAST[1:]}: ", "$warning"),
            (cut(f"new reach-outs now feed {year}.", width - 28), "$muted"),
        ),
        Content.styled(f"  {cut(words, width - 2)}", "$muted"),
    )


def _of_row(panel: FunnelPanel, funnel: Funnel, width: int) -> Iterator[Told]:
    lines = panel.lines
    if panel.cursor < len(lines):
        line = lines[panel.cursor]
        for told in (plan_words.origin(line, funnel), plan_words.lag(line)):
            if told:
                yield _lines(told, width)


def _line(words: str, width: int, style: str = "$muted") -> Told:
    return (Content.styled(cut(words, width), style),)


def _lines(words: str, width: int, style: str = "") -> Told:
    return tuple(Content.styled(line, style) for line in wrapped(words, width))
