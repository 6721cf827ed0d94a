"""What is wrong with a file as a whole, or with one of its rows, in words for the rep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from journal.errors import JournalError


class UnreadableFile(JournalError):
    """A file is damaged or of another kind: none of the files given with it is read."""


@contextmanager
def to_its_end(file: str) -> Iterator[None]:
    """Read a file within. Raises UnreadableFile where a disk or a network gives no more of it."""
    try:
        yield
    except OSError as error:
        raise UnreadableFile(
            f"{file} cannot be read to its end ({error.strerror or error}):"
            " copy it elsewhere and import that."
        ) from None


class OpenDateOrder(UnreadableFile):
    """Every date of a column fits several orders, so only the rep can tell year, month and day apart."""

    def __init__(
        self, file: str, column: str, example: str, orders: Sequence[str] = ("day", "month")
    ) -> None:
        """Name the column, one of its dates, and what its dates may begin with."""
        what = "can be day/month or month/day"
        if "year" in orders:
            what = "can begin or end with its year"
        *most, last = (f"--{order}-first" for order in orders)
        super().__init__(
            f"{file}: “{example}” in the column “{column}” {what}; say {', '.join(most)} or {last}."
        )
        self.column = column
        """The column's name."""
        self.example = example
        """One of its dates that can be read in several ways."""
        self.orders = tuple(orders)
        """What the date may begin with: year, day, month."""


class UnknownHeader(UnreadableFile):
    """No row of a file names columns that we know, so only the rep can tell which is which."""

    def __init__(
        self, file: str, wanted: str, columns: Sequence[str], samples: Mapping[int, str]
    ) -> None:
        """Say what a header needs, and keep the row that looks most like one and what is below it."""
        super().__init__(f"{file} has no header that is known here: {wanted}.")
        self.file = file
        """The file's name."""
        self.columns = tuple(columns)
        """The cells of that row, as written."""
        self.samples = samples
        """The first cell below each of them that is filled, by the place of its column."""


class BadRow(ValueError):
    """One row cannot be read; its text says why, in one sentence."""
