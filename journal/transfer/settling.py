"""The order of day, month and year in the columns of dates of one file, settled before it is read."""

from __future__ import annotations

from collections.abc import Sequence

from journal.transfer.date_column import DateColumn
from journal.transfer.faults import OpenDateOrder
from journal.transfer.known import Known
from journal.transfer.row import Sheet


def settle_dates(
    sheet: Sheet, day_first: bool | None, known: Known, *, year_first: bool = False
) -> None:
    """Fix the order of day, month and year of every date column.

    A column decides for itself; an open one goes by the others of its file, else by the rep's word,
    which is ``year_first`` for years of two digits. Raises OpenDateOrder where there is none.
    """
    years_last = {
        field: column
        for field, column in sheet.dates.items()
        if not _settled_year_first(sheet, field, day_first, known, year_first=year_first)
    }
    shown = {column.evidence for column in years_last.values()} - {None}
    for field, column in years_last.items():
        if column.evidence is not None:
            column.settle(day_first=column.evidence)
        elif not column.is_open:
            continue
        elif len(shown) == 1:
            column.settle(day_first=True in shown)
        elif day_first is None:
            title, name = sheet.columns.title(field), sheet.table.name
            raise OpenDateOrder(name, title, column.example or "")
        else:
            column.settle(day_first=day_first)
            order = "day" if day_first else "month"
            title = sheet.columns.title(field)
            known.remarks.say(f"Dates in “{title}” are read with the {order} first.")


def _settled_year_first(
    sheet: Sheet, field: str, day_first: bool | None, known: Known, *, year_first: bool
) -> bool:
    """Whether the dates of a column begin with two-digit years; if so, they are read like that."""
    column, title = sheet.dates[field], sheet.columns.title(field)
    others = [other for other in sheet.dates.values() if other is not column]
    is_first = _year_first_in(column, others)
    dashed = [one for one in (column, *others) if one.is_dashed]
    if is_first is None and year_first:
        # With slashes or dots the year stands last by habit, unless nothing else can be meant.
        is_first = column in dashed or not dashed
    habit = any(other.shows_year and other not in dashed for other in others)
    if is_first is None and column in dashed and day_first is None and not habit:
        orders = ["year"]
        orders += ["day"] if column.can_be_day_first else []
        orders += ["month"] if column.can_be_month_first else []
        raise OpenDateOrder(sheet.table.name, title, column.short or "", orders)
    if is_first:
        column.settle_year_first()
        known.remarks.say(f"Dates in “{title}” are read with the year first.")
    return bool(is_first)


def _year_first_in(column: DateColumn, others: Sequence[DateColumn]) -> bool | None:
    """What the column shows, else the years that its file tells in full, else its other columns."""
    if (shown := column.year_first) is not None:
        return shown
    in_full = {year for one in (column, *others) for year in one.years}
    if (shown := column.year_first_among(in_full)) is not None:
        return shown
    told = {other.year_first for other in others if other.shows_year} - {None}
    return told.pop() if len(told) == 1 else None
