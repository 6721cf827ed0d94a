"""Which column is which: each column of a file, what it is read as, and what its first cell says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from screens import transfer_words
from screens.dialogs.fields import Choice
from screens.dialogs.form import Form, Row
from screens.widgets.ink import cut

_LABEL = 20

AS_IT_IS = "ignore"
"""What a column is read as that is kept beside the row and means nothing to us."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One column that the rep may name."""

    title: str
    """Its name, as written."""
    field: str
    """What it is read as; AS_IT_IS for one that is kept."""
    sample: str
    """What its first filled cell says."""
    fields: Sequence[str]
    """What it may be read as."""


class ColumnsDialog(Form[Mapping[str, str]]):
    """Hands back the columns that the rep named otherwise, as {"Column": "field"}."""

    title_text = "Which column is which?"
    hint = "A first letter or the arrows choose; the next file like it is read the same way."

    DEFAULT_CSS = """
    ColumnsDialog {
        & > #box { width: 84; }
        & .label { width: 24; color: $foreground; }
        & .field { width: 22; }
        & .echo { width: 1fr; text-align: left; text-overflow: ellipsis; }
    }
    """

    def __init__(self, columns: Sequence[Asked], said: str = "") -> None:
        """Take the columns of all files, each name once, and why they are asked about."""
        super().__init__(said)
        self._columns = tuple(columns)

    def rows(self) -> Iterable[Row]:
        """One row for each column."""
        for place, column in enumerate(self._columns):
            options = [(name, transfer_words.field(name)) for name in (AS_IT_IS, *column.fields)]
            yield Row(
                cut(column.title, _LABEL),
                Choice(options, column.field, id=f"column-{place}"),
                echoes=True,
            )

    def echo(self, name: str) -> str:
        """What the column's first cell says."""
        return cut(self._columns[int(name.removeprefix("column-"))].sample, 60)

    def read(self) -> Mapping[str, str]:
        """What was named otherwise than before."""
        said = {}
        for place, column in enumerate(self._columns):
            chosen = str(self.chosen(f"column-{place}"))
            if chosen != column.field:
                said[column.title] = chosen
        return said
