"""Which column is which: each column of a file, what it is read as, and what its first cell says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from screens import transfer_words
from screens.dialogs.fields import Choice
from screens.dialogs.form import Form, Row
from screens.widgets.ink import cut, left

_LABEL = 20
_NEED = 12
_SAMPLE = 60
_BESIDE = 4
"""Cells of the frame and of the blanks beside what is inside it."""
_AROUND = 12
"""Rows of the frame, of what is needed, of a sentence of two lines, and of the keys."""

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
        & > #box { width: 100; padding: 0 1; }
        & .label { width: 22; color: $foreground; }
        & .field { width: 18; }
        & .echo { width: 1fr; text-align: left; text-overflow: ellipsis; }
        & #choices { height: auto; margin-top: 1; color: $muted; }
    }
    """

    def __init__(self, columns: Sequence[Asked], said: str = "") -> None:
        """Take the columns of all files, each name once, and why they are asked about."""
        super().__init__(said)
        self._columns = tuple(columns)

    def above(self) -> ComposeResult:
        """What has to be named, one kind of table to a line."""
        needs = [
            Content.assemble((left(kind, _NEED), "bold"), needed)
            for kind, needed in transfer_words.COLUMNS_NEEDED
        ]
        yield Static(Content("\n").join(needs), classes="about")

    def rows(self) -> Iterable[Row]:
        """One row for each column."""
        for place, column in enumerate(self._columns):
            options = [(name, transfer_words.field(name)) for name in (AS_IT_IS, *column.fields)]
            yield Row(
                cut(column.title, _LABEL),
                Choice(options, column.field, id=f"column-{place}"),
                echoes=True,
            )

    def on_mount(self) -> None:
        """Make room for the choices of the row that has the focus."""
        self.query_one("#box").mount(Static("", id="choices"), after="#rows")
        self._show_choices()

    def fit(self) -> None:
        """Let the rows scroll, so that the choices, what is said and the keys stay in sight."""
        self._show_choices()

    def on_descendant_focus(self) -> None:
        """Another row has other choices."""
        self._show_choices()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Another choice is the marked one."""
        self._show_choices()

    def echo(self, name: str) -> str:
        """What the column's first cell says."""
        return cut(self._columns[int(name.removeprefix("column-"))].sample, _SAMPLE)

    def read(self) -> Mapping[str, str]:
        """What was named otherwise than before."""
        said = {}
        for place, column in enumerate(self._columns):
            chosen = str(self.chosen(f"column-{place}"))
            if chosen != column.field:
                said[column.title] = chosen
        return said

    def _show_choices(self) -> None:
        focused, choices = self.focused, self.query("#choices").results(Static)
        if not isinstance(focused, Choice):
            return
        lines = list(_choices(focused, min(100, self.size.width) - _BESIDE))
        self.query_one("#rows").styles.max_height = max(1, self.size.height - _AROUND - len(lines))
        for shown in choices:
            shown.update(Content("\n").join(lines))


def _choices(choice: Choice[str], width: int) -> Iterator[Content]:
    """All that a column may be read as, in lines; the chosen one is marked."""
    line = Content("")
    for place, (_, words) in enumerate(choice.options):
        if line and line.cell_length + cell_len(words) + 2 > width:
            yield line
            line = Content("")
        is_chosen = place == choice.index
        piece = (f"▸{words}", "bold $accent") if is_chosen else f" {words}"
        line = Content.assemble(line, piece, " ")
    yield line
