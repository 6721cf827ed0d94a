"""The first look at a file, to its last line: what it is, whether it is whole, how its columns read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.errors import BadInput
from journal.transfer.amount_column import AmountColumn
from journal.transfer.date_column import DateColumn
from journal.transfer.faults import BadRow, UnknownHeader, to_its_end
from journal.transfer.fields import DATES, ENTERED, WANTED, Kind, columns_of, key_of
from journal.transfer.found import Refused
from journal.transfer.known import Known, account_said, first_of, folded
from journal.transfer.naming import Remembered, naming_of
from journal.transfer.outline import FileOutline, outline_of
from journal.transfer.own_tables import refuse_own_table
from journal.transfer.progress import Watch, watched
from journal.transfer.row import Row, Sheet
from journal.transfer.salesforce import long_id
from journal.transfer.silence import silence_of, titles_of
from journal.transfer.source import Opener
from journal.transfer.stage_history import (
    id_of,
    is_history,
    key_of_deal,
    rows_of,
    whole_deals,
)
from journal.transfer.systems import system_of
from journal.transfer.table import open_table

_FIRST = 100
"""Of so many rows the first filled cell of a column is shown."""


def open_sheet(
    name: str,
    open_file: Opener,
    format: str,
    mapping: Mapping[str, str],
    remembered: Remembered,
) -> Sheet:
    """Find a file's header and what its rows are. Raises UnreadableFile."""

    def score(cells: Sequence[str]) -> int:
        columns = columns_of(cells, naming_of(cells, mapping, remembered).fields)
        return len(columns.places) if columns else 0

    try:
        with to_its_end(name):
            table = open_table(name, open_file, score, WANTED)
    except UnknownHeader as unknown:
        refuse_own_table(name, unknown.columns)
        raise
    refuse_own_table(name, table.header)
    naming = naming_of(table.header, mapping, remembered)
    columns = columns_of(table.header, naming.fields)
    if columns is None:
        raise AssertionError("a header that was scored can be read")
    days = set(DATES[columns.kind]) if "to_stage" in columns.places else _but_moves(columns.kind)
    dates = {
        field: DateColumn()
        for field in columns.places
        if field in days or field.startswith(ENTERED)
    }
    entered = tuple(field for field in dates if field.startswith(ENTERED))
    system, unsaid = system_of(table.header, format), (silence_of(columns), titles_of(columns))
    return Sheet(table, columns, system, dates, naming, AmountColumn(), entered, *unsaid)


def _but_moves(kind: Kind) -> set[str]:
    """The fields that hold days; when a row was last changed tells nothing without its stages."""
    return set(DATES[kind]) - {"moved_on"}


def check_columns(mapping: Mapping[str, str], sheets: Sequence[Sheet]) -> None:
    """Raises BadInput when a column that the rep named is in none of the files."""
    there = {key_of(title) for sheet in sheets for title in sheet.columns.header}
    for column in mapping:
        if key_of(column) not in there:
            raise BadInput(f"No file has a column “{column}”: write it as the header does.")


def survey(
    sheet: Sheet, known: Known, *, wants_deals: bool, watch: Watch | None
) -> tuple[FileOutline, list[Refused]]:
    """Go through a file once, and know its outline.

    Learns the order of its dates, what stands before cents, the names of accounts, and if wanted
    whose account each deal is; returns the accounts refused too. Raises UnreadableFile where the
    file is damaged.
    """
    kind, refused, rows = sheet.columns.kind, list[Refused](), 0
    is_learned = kind is Kind.ACCOUNTS or (
        kind is Kind.DEALS and (wants_deals or is_history(sheet))
    )
    first: list[list[str]] = []
    columns: dict[str, DateColumn | AmountColumn] = {**sheet.dates, "amount": sheet.amounts}
    shown = [
        (column.see, place)
        for field, column in columns.items()
        for place in sheet.columns.places.get(field, ())
    ]
    for line, cells in watched(sheet.table.rows(), None, watch):
        rows += 1
        if rows <= _FIRST:
            first.append(cells)
        for show, place in shown:
            if place < len(cells):
                show(cells[place])
        if is_learned:
            try:
                _learn(Row(sheet, cells), sheet, known)
            except BadRow as why:
                if kind is Kind.ACCOUNTS:
                    refused.append(Refused(sheet.table.name, line, str(why)))
    _remark(sheet, rows, known)
    return outline_of(sheet, rows, first), refused


def _learn(row: Row, sheet: Sheet, known: Known) -> None:
    given, name = long_id(row.text("id")), account_said(row)
    if sheet.columns.kind is Kind.ACCOUNTS:
        row.check_id()
        if not given or not name:
            raise BadRow("An account needs an id and a name.")
        known.accounts[given] = name
        return
    if is_history(sheet):
        known.rows_of_deal[sheet.table.name, key_of_deal(row)] += 1
    if name := name or known.accounts.get(long_id(first_of(row, "account_id")), ""):
        known.account_of_deal[given] = name
        if called := row.text("name"):
            other = known.account_of_name.setdefault(folded(called), name)
            if folded(other) != folded(name):
                known.account_of_name[folded(called)] = ""


def _remark(sheet: Sheet, rows: int, known: Known) -> None:
    name = sheet.table.name
    if before := sheet.naming.said:
        known.remarks.say(f"{name}: {before}")
    if sheet.table.encoding in ("cp1252", "latin-1"):
        known.remarks.say(f"{name} is not UTF-8 and is read as Latin-1: look at its accents.")
    if not rows:
        known.remarks.say(f"{name} has a header and no rows.")
    has_owners = "owner" in sheet.columns.places or sheet.columns.kind is Kind.ACCOUNTS
    if known.owner is not None and not has_owners:
        known.remarks.say(f"{name} does not name owners: all of its rows are read.")


def remark_on_accounts_alone(sheets: Sequence[Sheet], known: Known) -> None:
    """Say that accounts without what names them do nothing."""
    if all(sheet.columns.kind is Kind.ACCOUNTS for sheet in sheets):
        known.remarks.say(
            "Accounts alone change nothing: give this file along with the deals that name them."
        )


def learn_ways(sheets: Sequence[Sheet], known: Known) -> None:
    """Learn how deals came from a report of stages, when a list given with it tells the rest of them.

    Raises UnreadableFile.
    """
    lists = [
        sheet for sheet in sheets if sheet.columns.kind is Kind.DEALS and not is_history(sheet)
    ]
    reports = [sheet for sheet in sheets if is_history(sheet)]
    if not (lists and reports):
        return
    listed = {id_of(sheet, cells) for sheet in lists for _, cells in sheet.table.rows()} - {""}
    for sheet in reports:
        for _, cells, steps in whole_deals(sheet, rows_of(sheet, known), lambda line, why: None):
            if (number := id_of(sheet, cells)) in listed:
                known.ways[number] = steps
