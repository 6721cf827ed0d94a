"""The columns of a list of deals: which fit, how wide each is, and one deal in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from journal.deal_line import DealLine
from journal.forecast_gate import LETTERS
from screens import deal_words, wording
from screens.widgets.ink import left, right

ROOMY = 108
"""From so many cells on all columns fit."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    """What stands above it."""
    width: int
    """Its cells."""
    is_number: bool = False
    """Whether it is set to the right."""
    head: str = ""
    """What stands above it where its name does not fit."""


def open_columns(width: int, amounts: int) -> tuple[Column, ...]:
    """The columns of open deals: what the deal is called and since when it is in its stage leave first."""
    has_all = width >= ROOMY
    amounts = min(amounts, 18 if has_all else 14)
    stage = 17 if has_all else 15
    fixed = (
        Column("stage", stage),
        Column("amount", amounts, is_number=True),
        *((Column("in stage", 8, is_number=True),) if has_all else ()),
        Column("touched", 11 if has_all else 10, is_number=True),
        Column("pushed", 6 if has_all else 4, is_number=True, head="" if has_all else "push"),
        Column("checks", 7 if has_all else 6),
        Column("forecast", 12),
    )
    return _with_names(width, fixed, has_deal=has_all)


def ended_columns(width: int, amounts: int, *, is_won: bool = False) -> tuple[Column, ...]:
    """The columns of deals that ended: their last stage leaves first; a win needs no reason why."""
    has_all = width >= ROOMY
    fixed = (
        *((Column("stage", 17),) if has_all else ()),
        Column("amount", amounts, is_number=True),
        Column("ended", 11, is_number=True),
        *(() if is_won else (Column("why", 26 if has_all else 25),)),
        Column("outcome", 15),
    )
    return _with_names(width, fixed, has_deal=is_won or has_all)


def _with_names(width: int, fixed: tuple[Column, ...], *, has_deal: bool) -> tuple[Column, ...]:
    """What is left goes to the account, and to what the deal is called."""
    gap = gap_of(width)
    rest = width - sum(each.width + gap for each in fixed)
    if not has_deal:
        return (Column("account", max(8, rest)), *fixed)
    rest -= gap
    account = max(8, min(26, rest * 2 // 5))
    return (Column("account", account), Column("deal", max(8, min(44, rest - account))), *fixed)


def gap_of(width: int) -> int:
    """The cells between two columns."""
    return 2 if width >= ROOMY else 1


def header(columns: tuple[Column, ...], gap: int) -> Content:
    """The names of the columns."""
    names = [
        (right if each.is_number else left)(each.head or each.name, each.width) for each in columns
    ]
    return Content.styled(" " + (" " * gap).join(names), "$muted")


def deal_row(
    line: DealLine, columns: tuple[Column, ...], gap: int, today: date, currency: str
) -> Content:
    """One deal in the columns that fit."""
    cells = [_cell(line, each, today, currency) for each in columns]
    return Content(" " * gap).join(cells)


def widest_amount(lines: Iterator[DealLine], currency: str) -> int:
    """How wide the column of amounts has to be."""
    widths = (cell_len(deal_words.amount(line.deal, currency)) for line in lines)
    return min(18, max((9, *widths)))


def _cell(line: DealLine, column: Column, today: date, currency: str) -> Content:
    deal, width = line.deal, column.width
    match column.name:
        case "account":
            return Content.styled(left(deal.account or deal.name, width), "bold")
        case "deal":
            return Content(left(wording.one_line(deal.name, 200), width))
        case "stage":
            return Content(left(deal.stage or "no stage", width))
        case "amount":
            style = "bold" if deal.amount else "$muted"
            words = deal_words.amount(deal, currency)
            if cell_len(words) > width:
                words = deal_words.amount(deal, currency, is_short=True)
            return Content.styled(right(words, width), style)
        case "in stage":
            return Content.styled(right(deal_words.in_stage(line), width), "$muted")
        case "touched":
            return _warned(deal_words.touched(line, today), width)
        case "pushed":
            return _warned(deal_words.pushed(deal), width)
        case "checks":
            return checks(line, width)
        case "ended":
            when = wording.near_day(deal.closed, today) if deal.closed else "–"
            return Content.styled(right(when, width), "$muted")
        case "why":
            return Content(left(deal.category or "–", width))
        case _:
            state = deal_words.state(line)
            return Content.styled(left(f"{state.glyph} {state.words}", width), state.colour)


def checks(line: DealLine, width: int) -> Content:
    """The six checks as letters; a dot for what does not hold."""
    marks = line.gate.marks if line.gate is not None else ()
    letters = [
        Content.styled(LETTERS[mark.name], "$success")
        if mark.holds
        else Content.styled("·", "$muted")
        for mark in marks
    ]
    return Content("").join(letters).pad_right(max(0, width - len(letters)))


def _warned(said: tuple[str, bool], width: int) -> Content:
    words, is_warning = said
    return Content.styled(right(words, width), "$warning" if is_warning else "$muted")
