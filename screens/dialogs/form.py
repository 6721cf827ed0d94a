"""A form: rows of label and field in one box, read as a whole and handed back as one value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from journal.errors import BadInput
from journal.shown import shown
from screens import draft_words
from screens.dialogs.dialog import Dialog
from screens.dialogs.fields import Choice, Line, TooLong, Words
from screens.dialogs.sentence import Sentence
from screens.drafted import Draft, Drafted

Value = TypeVar("Value")

_SENTENCE = 2
"""Lines of what is said that there is always room for; where it has more, the rows give way."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a form."""

    label: str
    """What is asked, in two or three words."""
    field: Line | Words | Choice[Any]
    """Where it is answered; its id names it."""
    mark: str = ""
    """A letter before the label: one of S.M.A.R.T."""
    echoes: bool = False
    """Whether what was understood stands beside the field."""


class Form(Dialog[Value | None], Drafted):
    """A dialog of rows. Enter goes down and saves on the last row, Ctrl+S saves, Esc leaves.

    What is typed and left is offered again when the dialog is opened the next time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s",
            "save",
            "Save",
            id="form.save",
            key_display="Ctrl+S",
            tooltip="Save what stands here",
        ),
        Binding(
            "escape",
            "leave",
            "Leave",
            id="form.leave",
            key_display="Esc",
            tooltip="Leave without saving; what you typed is kept",
        ),
        Binding(
            "ctrl+r",
            "start_anew",
            "Start anew",
            id="form.anew",
            show=False,
            key_display="Ctrl+R",
            tooltip="Put aside what you left here, or bring it back",
        ),
    ]
    AUTO_FOCUS = "Form .row > .field"
    DEFAULT_CSS = """
    Form {
        align: center middle;
        & > #box {
            width: 64; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2;
            border-title-color: $foreground; border-title-style: bold;
            border-subtitle-color: $muted;
            &.-not-kept { border-subtitle-color: $warning; }
        }
        & #rows { height: auto; scrollbar-size-vertical: 1; }
        & .row { height: auto; min-height: 1; }
        & .label { width: 21; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
        & .field { width: 1fr; height: 1; background: $background; }
        & .field:focus { background: $surface; }
        & Words.field { height: 4; padding: 0; border: none; }
        & .echo { width: 16; color: $muted; text-align: right; text-wrap: nowrap; }
        & #said { height: auto; min-height: 1; margin-top: 1; color: $muted; }
        & #said.-wrong { color: $warning; }
        & #hints { height: 1; color: $muted; link-color: $muted; link-style: none; }
        & .about { color: $muted; height: auto; margin-bottom: 1; }
    }
    """

    title_text = ""
    """What stands in the frame of the dialog."""
    hint = ""
    """The sentence below the rows while nothing is wrong."""

    def __init__(self, said: str = "", draft: Draft | None = None) -> None:
        """Take a sentence to open with: why an earlier try was not saved; and where typing is kept."""
        super().__init__()
        self.draft = draft
        self._said = said
        self._aside: dict[str, str] = {}
        self._reading: str | None = None
        self._opened_with: tuple[object, ...] = ()
        self._warned_at: tuple[object, ...] | None = None
        self._said_at: tuple[object, ...] | None = None

    def rows(self) -> Iterable[Row]:
        """The rows of the form, top to bottom."""
        raise NotImplementedError

    def read(self) -> Value:
        """The value the rows stand for. Raises BadInput, which is about the row read last."""
        raise NotImplementedError

    def echo(self, name: str) -> str:
        """What is understood of a row that echoes, in a few words."""
        return ""

    def compose(self) -> ComposeResult:
        """A box with the rows, what is to be said, and the keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(shown(self.title_text))
            yield from self.above()
            with VerticalScroll(id="rows", can_focus=False):
                yield from self.body()
            yield Sentence(self.fit)
            yield Static(
                "[b $accent]Enter[/] Next  [@click=screen.save][b $accent]Ctrl+S[/] Save[/]"
                "  [@click=screen.leave][b $accent]Esc[/] Leave[/]",
                id="hints",
            )

    def body(self) -> ComposeResult:
        """The rows, each a label, its field, and what is understood of it."""
        rows = tuple(self.rows())
        indent = 3 if any(row.mark for row in rows) else 0
        for row in rows:
            row.field.add_class("field")
            with Horizontal(classes="row"):
                mark = (row.mark.ljust(indent), "bold $accent")
                yield Static(Content.assemble(mark, row.label), classes="label", name=row.label)
                yield row.field
                if row.echoes:
                    yield Static("", classes="echo", id=f"{row.field.id}-echo", markup=False)

    def above(self) -> ComposeResult:
        """What stands above the rows; nothing unless a dialog has something to tell first."""
        yield from ()

    def on_mount(self) -> None:
        """Remember what it opened with, fill in what was left, and say what has to be said."""
        self._opened_with = self._standing()
        # What was said on the page would cover the box.
        self.app.clear_notifications()
        if self.offer_again() and self.draft and self.draft.ago is not None:
            self._frame(draft_words.as_left(self.draft.ago))
        self._echo_all()
        said = self._said or self.saved_since()
        self.say(said, wrong=bool(said))

    def on_resize(self) -> None:
        """There is more room now, or less."""
        self.fit()

    def around(self) -> int:
        """The lines of the frame, of a sentence, and of the keys: all but the rows."""
        return 6 + _SENTENCE + 3 * bool(self.query(".about"))

    def fit(self) -> None:
        """Let the rows scroll where they do not fit, so that what is said and the keys stay in sight."""
        longer = sum(max(0, said.size.height - _SENTENCE) for said in self.query("#said"))
        room = self.size.height - self.around() - longer
        self.query("#rows").set_styles(max_height=max(1, room))

    def text(self, name: str) -> str:
        """What a row holds as words; a complaint that follows is about this row."""
        self._reading = name
        field = self.query_one(f"#{name}")
        if isinstance(field, Words):
            return field.words
        if isinstance(field, Line):
            return field.text
        return str(self.chosen(name))

    def chosen(self, name: str) -> object:
        """What a choice holds."""
        self._reading = name
        choice: Choice[object] = self.query_one(f"#{name}", Choice)
        return choice.value

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """One sentence below the rows; the hint when there is none."""
        self._said_at = self._standing() if wrong else None
        said = self.query_one("#said", Static)
        said.set_class(wrong, "-wrong")
        said.update(Content(shown(sentence or self.hint)))

    def action_save(self) -> None:
        """Hand back what stands here; what is wrong is said, and the cursor goes to it."""
        if not self.is_active:
            return
        self._reading = None
        try:
            value = self.read()
        except BadInput as problem:
            self.say(str(problem), wrong=True)
            if self._reading is not None:
                self.set_focus(self.query_one(f"#{self._reading}"))
        else:
            self.dismiss(value)

    def asked(self) -> list[Widget]:
        """The fields that are asked now, top to bottom."""
        return list(self.query(".field"))

    def step(self, by: int) -> None:
        """Go to another row; from the last to the first, and back."""
        fields = self.asked()
        at = fields.index(self.focused) if self.focused in fields else -by
        self.set_focus(fields[(at + by) % len(fields)])

    def next_row(self) -> None:
        """Go to the next row, or save on the last."""
        if self.focused is self.asked()[-1]:
            self.action_save()
        else:
            self.step(1)

    def dismiss(self, result: Value | None = None) -> AwaitComplete:
        """Hand back; whoever asked goes on with the draft, and the fields are kept no more."""
        self.keep_draft()
        self.let_draft_be()
        return super().dismiss(result)

    def tell_of_draft(self, sentence: str) -> None:
        """In the frame, where it covers nothing."""
        self._frame(sentence, wrong=bool(sentence))

    def action_start_anew(self) -> None:
        """Show what the dialog opens with when nothing was left; once more brings back what was."""
        if self.draft is None or self.draft.opened_with is None:
            return
        standing = self.fields_typed()
        if standing != self.draft.opened_with:
            self._aside = standing
            self.fill(self.draft.opened_with)
            self._frame(draft_words.STARTED_ANEW)
        elif self._aside:
            self.fill(self._aside)
            self._frame("")

    def action_leave(self) -> None:
        """Leave; what was typed and cannot be kept is asked about once."""
        is_kept = self.draft is not None and not self.keep_draft() and self.draft.waits
        standing = self._standing()
        is_untouched = standing == self._opened_with and not self._said
        if is_kept or is_untouched or standing == self._warned_at:
            self.dismiss(None)
            return
        self._warned_at = standing
        self.say("Not saved yet: Ctrl+S saves it, Esc once more leaves it.", wrong=True)

    def on_too_long(self, event: TooLong) -> None:
        """Say that nothing was pasted, so that nothing is cut in silence."""
        self.say(event.in_words, wrong=True)

    def _frame(self, sentence: str, *, wrong: bool = False) -> None:
        """Say something in the lower edge of the box."""
        box = self.query_one("#box")
        box.set_class(wrong, "-not-kept")
        box.border_subtitle = Content(shown(sentence))

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _changed(self) -> None:
        self._echo_all()
        # A change may be told after the complaint about it: that one still stands.
        if self._said_at is None or self._standing() != self._said_at:
            self.say("")

    def _echo_all(self) -> None:
        for echo in self.query(".echo").results(Static):
            echo.update(Content(shown(self.echo((echo.id or "").removesuffix("-echo")))))

    def _standing(self) -> tuple[object, ...]:
        return tuple(f.value for f in self.query(".field") if isinstance(f, Line | Words | Choice))
