"""Taking the journal out: in which format, to which file, and from which day on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journal.dates import read_past_day
from journal.errors import BadInput
from journal.journal import Journal
from journal.transfer.ways_out import WAYS_OUT, way_out
from screens import transfer_words
from screens.dialogs.fields import Choice, Line
from screens.dialogs.file_names import as_said, folder_stood_in
from screens.dialogs.form import Form, Row
from screens.wording import near_day


@dataclass(frozen=True, slots=True)
class TakeOut:
    """What the rep wants written."""

    format: str
    """The name of the format."""
    target: Path
    """The file or folder."""
    since: date | None
    """The first day of it; None for everything."""


class TakeOutDialog(Form[TakeOut]):
    """Hands back what is to be written; whether a file may be replaced is asked later."""

    title_text = "Export"
    DEFAULT_CSS = """
    TakeOutDialog {
        & > #box { width: 88; }
        & .label { width: 12; }
    }
    """

    def __init__(
        self,
        journal: Journal,
        typed: TakeOut | None = None,
        said: str = "",
        format: str = "json",
    ) -> None:
        """Take the journal; what was typed before, and why it failed; the format to begin with."""
        super().__init__(said)
        self._journal = journal
        self._typed = typed
        self._format = typed.format if typed else format
        self.hint = _hint(self._format)
        self._proposed = as_said(typed.target) if typed else self._proposal(self._format)

    def rows(self) -> Iterable[Row]:
        """The format, where to, and since when."""
        formats = [(name, name) for name in WAYS_OUT]
        since = self._typed.since.isoformat() if self._typed and self._typed.since else ""
        yield Row("Format", Choice(formats, self._format, id="format"))
        yield Row("To", Line(self._proposed, id="target", example="~/journal.json"))
        yield Row(
            "Since", Line(since, id="since", example=transfer_words.SINCE_EXAMPLE), echoes=True
        )

    def echo(self, name: str) -> str:
        """The day that is meant."""
        try:
            since = self._since()
        except BadInput:
            return "?"
        return near_day(since, self._journal.today()) if since else ""

    def read(self) -> TakeOut:
        """What is to be written. Raises BadInput."""
        format = str(self.chosen("format"))
        since = self._since()
        way = way_out(format, since)
        word = self.text("target")
        if not word:
            raise BadInput(transfer_words.NAME_A_FILE)
        target = _path(word)
        if way.file is not None and target.is_dir():
            target = target / Path(self._proposal(format)).name
        return TakeOut(format, target, since)

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Propose a name that fits the format, unless the rep typed one."""
        format = str(self.chosen("format"))
        self.hint = _hint(format)
        line = self.query_one("#target", Line)
        if line.text == self._proposed:
            self._proposed = self._proposal(format)
            line.value = self._proposed

    def _since(self) -> date | None:
        word = self.text("since")
        if not word:
            return None
        return read_past_day(
            word, self._journal.today(), day_first=self._journal.settings.day_first
        )

    def _proposal(self, format: str) -> str:
        """A name that says what is in it and of which day."""
        ending = WAYS_OUT[format].ending
        inside = "" if format in ("json", "csv") else f"-{format}"
        name = f"sales-journal{inside}-{self._journal.today().isoformat()}{ending}"
        return f"~/{name}"


def _hint(format: str) -> str:
    """What a format holds, and which come after it."""
    names = list(WAYS_OUT)
    at = names.index(format)
    return transfer_words.way_out(WAYS_OUT[format].what, names[at + 1 :] + names[:at])


def _path(word: str) -> Path:
    """The path that is meant. Raises BadInput for a name that no file can have."""
    try:
        path = folder_stood_in() / Path(word).expanduser()
        path.exists()
    except (RuntimeError, OSError, ValueError):
        raise BadInput(transfer_words.NAME_A_FILE) from None
    return path
