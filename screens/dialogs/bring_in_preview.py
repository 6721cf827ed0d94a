"""Files looked at before they are brought in: what they hold, and what can be put right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens import transfer_words
from screens.dialogs.dialog import Dialog
from screens.widgets.ink import cut, left
from screens.widgets.wrapped import wrapped

if TYPE_CHECKING:
    from journal.incoming import Brought, Wishes
    from journal.journal import Journal
    from journal.transfer.outline import FileOutline
    from journal.transfer.progress import Watch

_WIDEST, _FRAME = 108, 10
_LABEL, _WHAT, _WHO = 12, 18, 20
_ROOMY = 90
_COLUMNS_SHOWN = 64


class Next(Enum):
    """What the rep wants to do with what they see."""

    TAKE_IN = auto()
    COLUMNS = auto()
    OWNER = auto()
    DATES = auto()
    FORGET = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Files that were looked at."""

    files: Sequence[FileOutline]
    """The tables in outline; none for a whole journal."""
    take_in: Callable[[Journal, Watch], Brought]
    """Takes all of it into a journal."""
    would: Brought
    """What taking them in would do."""
    wishes: Wishes
    """How the rep wanted them read."""
    owners: Sequence[tuple[str, int]]
    """Whose rows they hold, and how many each."""


class PreviewDialog(Dialog[Next | None]):
    """Tells what would come in; Enter takes it in, letters put it right, Esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "then('TAKE_IN')", "Import", id="preview.take_in", tooltip="Take it in"),
        Binding(
            "c",
            "then('COLUMNS')",
            "Columns",
            id="preview.columns",
            tooltip="Say which column is which",
        ),
        Binding(
            "o", "then('OWNER')", "Owner", id="preview.owner", tooltip="Take one rep's rows only"
        ),
        Binding("d", "then('DATES')", "Dates", id="preview.dates", tooltip="What dates begin with"),
        Binding(
            "f",
            "then('FORGET')",
            "Forget names",
            id="preview.forget",
            tooltip="Drop what you called these columns before",
        ),
        Binding(
            "escape",
            "leave",
            "Leave",
            id="preview.leave",
            key_display="Esc",
            tooltip="Bring in nothing",
        ),
    ]
    AUTO_FOCUS = "#scroll"
    DEFAULT_CSS = """
    PreviewDialog {
        align: center middle;
        & > #box {
            width: 116; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2 0 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #scroll { height: auto; scrollbar-size-vertical: 1; }
        & #lines { height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
        & #said { height: auto; max-height: 3; color: $warning; }
        & #hints { height: 2; padding-top: 1; color: $muted; link-color: $muted; link-style: none; }
    }
    """

    def __init__(self, looked: Looked, today: date, said: str = "") -> None:
        """Take what was found, the rep's day, and why an earlier try brought nothing in."""
        super().__init__()
        self._looked = looked
        self._today = today
        self._said = said

    def compose(self) -> ComposeResult:
        """What was found, and the keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(transfer_words.IMPORT)
            with VerticalScroll(id="scroll", can_focus=True):
                yield Static("", id="lines")
            yield Static(Content(cut(self._said, 400)), id="said")
            yield Static(self._hints(), id="hints")

    def on_mount(self) -> None:
        """What was said on the page would cover the box."""
        self.app.clear_notifications()
        self.query_one("#said").display = bool(self._said)

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out for the width there is, and let it scroll where it is too long."""
        width = min(_WIDEST, event.size.width - _FRAME)
        self.query_one("#scroll").styles.max_height = max(3, event.size.height - 7)
        self.query_one("#lines", Static).update(Content("\n").join(list(self._lines(width))))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the files leave open can be chosen."""
        if parameters == ("COLUMNS",):
            return bool(self._looked.files)
        if parameters == ("OWNER",):
            return len(self._looked.owners) > 1
        if parameters == ("FORGET",):
            return any(file.naming.before for file in self._looked.files)
        if parameters == ("DATES",):
            return self._looked.wishes.has_order
        return True

    def action_then(self, chosen: str) -> None:
        """Hand back what is to be done."""
        self.dismiss(Next[chosen])

    def action_leave(self) -> None:
        """Bring in nothing."""
        self.dismiss(None)

    def _hints(self) -> str:
        keys = [("Enter", "Import", "TAKE_IN"), ("c", "Columns", "COLUMNS")]
        keys += [("o", "Owner", "OWNER"), ("d", "Dates", "DATES"), ("f", "Forget names", "FORGET")]
        hints = [
            f"[@click=screen.then('{name}')][b $accent]{key}[/] {words}[/]"
            for key, words, name in keys
            if self.check_action("then", (name,))
        ]
        return "  ".join([*hints, "[@click=screen.leave][b $accent]Esc[/] Leave[/]"])

    def _lines(self, width: int) -> Iterator[Content]:
        looked = self._looked
        for file in looked.files:
            told = f"{transfer_words.rows(file.rows)} of {file.kind}"
            yield _labelled("File", f"{file.name}   {told}", width)
        yield _labelled("From", transfer_words.program(looked.would.format), width)
        if len(looked.owners) > 1:
            yield _labelled(
                "Whose", transfer_words.owners(looked.owners, looked.wishes.owner), width
            )
        if looked.wishes.has_order:
            order = transfer_words.date_order(
                looked.wishes.day_first, year_first=looked.wishes.year_first
            )
            yield _labelled("Dates", order, width)
        yield Content("")
        yield Content.styled(cut(transfer_words.would_do(looked.would), width), "bold")
        for sentence in transfer_words.holds(looked.would):
            yield Content(cut(f"  {sentence}", width))
        yield from self._samples(width)
        yield from self._refused(width)
        yield from self._columns(width)
        yield from self._notes(width)

    def _refused(self, width: int) -> Iterator[Content]:
        refused = self._looked.would.refused
        if refused:
            yield Content("")
            yield Content.styled(transfer_words.REFUSED, "bold")
        for row in refused[: transfer_words.REFUSED_SHOWN]:
            for number, words in enumerate(wrapped(transfer_words.refused(row), width - 4)):
                mark = "  ! " if number == 0 else "    "
                yield Content.assemble((mark, "$warning"), words)
        if (hidden := len(refused) - transfer_words.REFUSED_SHOWN) > 0:
            yield Content.styled(f"    {transfer_words.more_refused(hidden)}", "$muted")

    def _samples(self, width: int) -> Iterator[Content]:
        samples = self._looked.would.samples
        if samples:
            yield Content("")
            yield Content.styled(transfer_words.SAMPLES, "bold")
        told = [transfer_words.sample(found, self._today) for found in samples]
        label = max([_LABEL, *(min(_WHAT, cell_len(what)) for what, _, _ in told)])
        room = _WHO if width > _ROOMY else _WHO // 2
        for what, who, rest in told:
            yield Content.assemble(
                (f"  {left(what, label)} ", "$muted"),
                (f"{left(who, room)}  ", "bold"),
                cut(rest, max(4, width - label - room - 5)),
            )

    def _columns(self, width: int) -> Iterator[Content]:
        for file in self._looked.files:
            yield Content("")
            yield Content.styled(cut(f"Columns of {file.name}", width), "bold")
            known = sorted(file.columns, key=lambda column: column.field is None)
            for column in known[:_COLUMNS_SHOWN]:
                field = transfer_words.field(column.field)
                yield Content.assemble(
                    f"  {left(column.title or '–', _WHO + 4)}  ",
                    (f"{left(field, _LABEL + 4)}  ", "" if column.field else "$muted"),
                    (cut(column.sample, max(4, width - _LABEL - _WHO - 14)), "$muted"),
                )

    def _notes(self, width: int) -> Iterator[Content]:
        if self._looked.would.notes:
            yield Content("")
        for note in self._looked.would.notes:
            for number, words in enumerate(wrapped(transfer_words.note(note), width - 4)):
                yield Content.assemble(("  · " if number == 0 else "    ", "$muted"), words)


def _labelled(label: str, words: str, width: int) -> Content:
    return Content.assemble((f"{label:<8}", "$muted"), cut(words, width - 8))
