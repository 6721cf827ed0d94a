"""The way in: the rows of a rep's exports, in the journal's own words, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from journal.stage import Stages
from journal.transfer.activities import read_activity
from journal.transfer.deals import read_deal
from journal.transfer.faults import BadRow
from journal.transfer.fields import Kind, read_mapping
from journal.transfer.found import Found, Refused
from journal.transfer.known import Known
from journal.transfer.naming import Remembered, nothing_remembered
from journal.transfer.outline import FileOutline
from journal.transfer.progress import Watch
from journal.transfer.row import Sheet
from journal.transfer.settling import settle_dates
from journal.transfer.source import SourceFile
from journal.transfer.stage_history import id_of, is_history, rows_of, whole_deals
from journal.transfer.survey import (
    check_columns,
    learn_ways,
    open_sheet,
    remark_on_accounts_alone,
    survey,
)
from journal.transfer.systems import check_format

_ORDER = (Kind.ACCOUNTS, Kind.DEALS, Kind.ACTIVITIES)
"""Accounts come before the deals that name them by number, deals before what is about them."""


class Reading:
    """What a rep's files hold: known in outline at once, and row by row while it is gone through.

    Going through ``found`` reads the files once more, a row at a time, so that memory stays flat;
    ``refused`` and ``notes`` are complete when it has come to its end, and begin anew each time.
    """

    def __init__(
        self,
        sheets: Sequence[Sheet],
        files: Sequence[FileOutline],
        refused: Sequence[Refused],
        known: Known,
    ) -> None:
        """Take files that were surveyed: deals come before the activities that are about them."""
        self._sheets = sheets
        self.files = tuple(files)
        """The files in outline, in the order the rep named them."""
        self._known = known
        self._refused_before = tuple(refused)
        self._refused: list[Refused] = []
        self._told_before = known.remarks.told()
        known.begin()
        self.read = sum(file.rows for file in files)
        """Rows of data in all files."""
        systems = {sheet.system for sheet in sheets if sheet.columns.kind is not Kind.ACCOUNTS}
        systems = systems or {sheet.system for sheet in sheets} or {"table"}
        self.format = systems.pop() if len(systems) == 1 else "mixed"
        """The program the files come from: salesforce, hubspot, pipedrive, table, or mixed."""

    @property
    def found(self) -> Iterator[Found]:
        """Every row that is understood, deals first. Raises UnreadableFile if a file changed."""
        self._refused.clear()
        self._known.begin()
        kinds = [sheet.columns.kind for sheet in self._sheets]
        for sheet in self._sheets:
            are_several = kinds.count(sheet.columns.kind) > 1
            self._known.repeats.next_file(are_looked_for=are_several)
            yield from self._found_in(sheet)
        for sheet in self._sheets:
            # A file that changed meanwhile says so when it is opened: then nothing of it is kept.
            sheet.table.open_file().close()

    @property
    def refused(self) -> tuple[Refused, ...]:
        """The rows that could not be read, as far as ``found`` was gone through."""
        return (*self._refused_before, *self._refused)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the rep should know, one sentence each, as far as ``found`` was gone through."""
        return (*self._told_before, *self._known.remarks.told())

    def _found_in(self, sheet: Sheet) -> Iterator[Found]:
        if sheet.columns.kind is Kind.ACCOUNTS:
            return
        if is_history(sheet):
            yield from self._whole_deals_in(sheet)
            return
        understand = read_deal if sheet.columns.kind is Kind.DEALS else read_activity
        for line, cells in sheet.table.rows():
            try:
                found = understand(sheet, line, cells, self._known)
            except BadRow as why:
                self._refused.append(Refused(sheet.table.name, line, str(why)))
                continue
            if found is not None:
                yield found

    def _whole_deals_in(self, sheet: Sheet) -> Iterator[Found]:
        """The deals of a report that has a row for each step of theirs."""
        name, known = sheet.table.name, self._known

        def refuse(line: int, why: BadRow) -> None:
            self._refused.append(Refused(name, line, str(why)))

        for line, cells, steps in whole_deals(sheet, rows_of(sheet, known), refuse):
            if id_of(sheet, cells) in known.ways:
                continue
            try:
                found = read_deal(sheet, line, cells, known, steps)
            except BadRow as why:
                refuse(line, why)
                continue
            if found is not None:
                yield found


def read_files(
    files: Sequence[SourceFile],
    *,
    today: date,
    currency: str,
    stages: Stages,
    day_first: bool | None,
    year_first: bool = False,
    owner: str | None = None,
    format: str = "auto",
    mapping: Mapping[str, str] | None = None,
    remembered: Remembered = nothing_remembered,
    watch: Watch | None = None,
) -> Reading:
    """Survey the files, each to its last line, and be ready to give their rows.

    ``day_first`` settles columns of dates that fit both orders, ``year_first`` those whose two-digit
    years may stand at either end, which stand last where only ``day_first`` is said; ``mapping`` names
    columns, as {"Column": "field"}, ``remembered`` how they were named; ``watch`` is told how far it is.

    Raises UnreadableFile when any file is damaged, UnknownHeader when one has no known header,
    OpenDateOrder when an order is open and nothing was said of it, and BadInput for a format, a
    field or a column that does not exist.
    """
    check_format(format)
    named = read_mapping(mapping or {})
    known = Known(today=today, currency=currency, stages=stages, owner=owner)
    opened = [open_sheet(file.name, file.open, format, named, remembered) for file in files]
    check_columns(mapping or {}, opened)
    sheets = sorted(opened, key=lambda sheet: _ORDER.index(sheet.columns.kind))
    outlines, refused = _surveyed(sheets, known, watch)
    for sheet in sheets:
        settle_dates(sheet, day_first, known, year_first=year_first)
    learn_ways(sheets, known)
    remark_on_accounts_alone(sheets, known)
    return Reading(sheets, [outlines[id(sheet)] for sheet in opened], refused, known)


def _surveyed(
    sheets: Sequence[Sheet], known: Known, watch: Watch | None
) -> tuple[dict[int, FileOutline], list[Refused]]:
    """The outline of each sheet, by its id, and the accounts refused. Raises UnreadableFile."""
    wants_deals = sheets[-1].columns.kind is Kind.ACTIVITIES if sheets else False
    outlines, refused = dict[int, FileOutline](), list[Refused]()
    for sheet in sheets:
        outlines[id(sheet)], bad = survey(sheet, known, wants_deals=wants_deals, watch=watch)
        refused += bad
    return outlines, refused
