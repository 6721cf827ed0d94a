"""A file that is damaged or of another kind is refused as a whole, in one sentence that helps."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import repeat

import pytest
from exports import read_texts
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import JournalError
from journal.stage import Stages
from journal.transfer.faults import UnreadableFile
from journal.transfer.reading import read_files
from journal.transfer.source import SourceFile

GOOD = "Account,Name,Amount,Status\nAcme,Renewal,5000,Won\n"
READ = "first.csv was read"
WIDE = ",".join(["Account", "Amount", *(f"Own {n}" for n in range(63))]) + "\n"


def refusal_of(content: bytes) -> str:
    """What the rep is told instead of rows; that it was read, with every row told of, if it was."""
    try:
        read = read_texts(content)
    except JournalError as refused:
        return str(refused)
    return READ if len(read.found) + len(read.refused) <= read.rows else "rows out of nothing"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "first.csv is empty: export it again."),
        (b"\xef\xbb\xbf \r\n,,\r\n", "first.csv is empty: export it again."),
        (
            b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml",
            "first.csv is an Excel workbook: open it there, save it as CSV and import that.",
        ),
        (
            b"PK\x03\x04\x14\x00\x06\x00deals.csv",
            "first.csv is a ZIP archive: unpack it and import the CSV in it.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "first.csv is an old Excel workbook: open it there, save it as CSV and import that.",
        ),
        (b"%PDF-1.7\n", "first.csv is a PDF: export the list as CSV and import that."),
        (
            b"Account,Amount\nAcme,\x00\x01\x02\x03",
            "first.csv is not a text file: export the list as CSV and import that.",
        ),
        (
            bytes(range(1, 32)) * 20,
            "first.csv is not a text file: export the list as CSV and import that.",
        ),
        (
            (GOOD + 'Globex,"Pilot of the\nnew plant,800').encode(),
            "first.csv, line 3: a quote is opened in this row and never closed;"
            " export the file again.",
        ),
        (
            (GOOD + 'Globex,"Pilot" two,800,Won\n').encode(),
            "first.csv, line 3: a quote stands in the middle of a cell; export the file again.",
        ),
        (
            (GOOD + "Globex,Pil").encode(),
            "first.csv, line 3: the file ends in the middle of this row; export it again, or end"
            " the row with a line break if it is whole.",
        ),
        (
            (GOOD + 'Globex,"' + "x" * 10_000_001 + '",800,Won\n').encode(),
            "first.csv, line 3: a cell has more than 10,000,000 letters, or its quote never ends;"
            " export the file again.",
        ),
        (
            "Account,Amount\nCafé Zoë,5\n".encode() + b"Caf\xe9,6\n",
            "first.csv, line 3: the file begins as UTF-8 but has letters that are not;"
            " export it again as CSV (UTF-8).",
        ),
        (
            "Account\tAmount\nAcme\t5".encode("utf-16")[:-1],
            "first.csv, line 2: the file begins as UTF-16 but has letters that are not;"
            " export it again as CSV (UTF-8).",
        ),
        (WIDE.encode(), "first.csv has 65 columns: export at most 64 of them."),
        (
            b"a letter to my customers\nabout nothing at all\n",
            "first.csv has no header that is known here: a table of deals has Account and one of"
            " Amount, Stage, Status or Close Date, a table of activities has Subject and Date;"
            ' name yours with --map "Column=field".',
        ),
    ],
)
def test_a_damaged_file_is_refused_in_one_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_texts(content)
    assert str(refused.value) == said


def test_one_damaged_file_refuses_the_good_one_beside_it() -> None:
    with pytest.raises(UnreadableFile, match=r"second\.csv, line 2"):
        read_texts(GOOD, 'Account,Amount\nGlobex,"800\n')


def test_a_header_alone_is_no_fault() -> None:
    read = read_texts("Account,Amount,Stage\n")
    assert (read.rows, read.found, read.refused) == (0, [], ())
    assert read.notes == ("first.csv has a header and no rows.",)


def test_a_last_row_without_a_line_break_is_read_when_it_is_whole() -> None:
    assert len(read_texts(GOOD.rstrip("\n")).deals) == 1


@given(st.binary(max_size=300))
def test_no_bytes_at_all_do_worse_than_a_plain_refusal(content: bytes) -> None:
    assert refusal_of(content).startswith("first.csv")


ROWS = 'Account,Name,Amount,Stage,Close Date\nAcme,"A ""big"" one","1,200.50",Discovery,25/3/2024\n'


@given(st.integers(0, len(ROWS) * 2), st.binary(max_size=3))
def test_a_file_with_one_place_overwritten_is_read_or_refused(place: int, with_: bytes) -> None:
    content = (ROWS + ROWS.splitlines()[1] + "\n").encode()
    damaged = content[:place] + with_ + content[place + len(with_) :]
    assert refusal_of(damaged).startswith("first.csv")


class _BreaksOff(BytesIO):
    """A file on a disk that gives so much of it and no more."""

    def read(self, size: int | None = -1, /) -> bytes:
        return self.read1(-1 if size is None else size)

    def read1(self, size: int | None = -1, /) -> bytes:
        if not (some := super().read1(size)):
            raise OSError(5, "Input/output error")
        return some


@pytest.mark.parametrize("readings", [0, 1, 2, 4])
def test_a_file_that_breaks_off_at_whatever_reading_is_to_be_copied_first(readings: int) -> None:
    text = b"Account,Amount,Stage\nAcme,5,Discovery\n"
    disks = repeat(BytesIO, readings)
    file = SourceFile("deals.csv", lambda: next(disks, _BreaksOff)(text))
    with pytest.raises(UnreadableFile) as told:
        read_files([file], today=date(2024, 2, 1), currency="EUR", stages=Stages(), day_first=None)
    assert str(told.value) == (
        "deals.csv cannot be read to its end (Input/output error): copy it elsewhere and import that."
    )
