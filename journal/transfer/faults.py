"""What is wrong with a file as a whole, or with one of its rows, in words for the rep."""

from __future__ import annotations

from collections.abc import Sequence

from journal.errors import JournalError


class UnreadableFile(JournalError):
    """A file is damaged or of another kind: none of the files given with it is read."""


class OpenDateOrder(UnreadableFile):
    """Every date of a column fits both orders, so only the rep can tell the day from the month."""

    def __init__(self, file: str, column: str, example: str) -> None:
        """Name the column and one of its dates, so that the rep can be asked."""
        super().__init__(
            f"{file}: “{example}” in the column “{column}” can be day/month or month/day;"
            " say --day-first or --month-first."
        )
        self.column = column
        """The column's name."""
        self.example = example
        """One of its dates that can be read both ways."""


class UnknownHeader(UnreadableFile):
    """No row of a file names columns that we know, so only the rep can tell which is which."""

    def __init__(self, file: str, wanted: str, columns: Sequence[str]) -> None:
        """Say what a header needs, and keep the row that looks most like one."""
        super().__init__(f"{file} has no header that is known here: {wanted}.")
        self.file = file
        """The file's name."""
        self.columns = tuple(columns)
        """The cells of that row, as written."""


class BadRow(ValueError):
    """One row cannot be read; its text says why, in one sentence."""
