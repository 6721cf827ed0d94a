"""One question of a review in its box: what is told with it, the field that answers it, and the keys."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from journal.shown import shown
from screens.dialogs.fields import Line, Words
from screens.dialogs.review_steps import NEXT, Answer, Step, why_name
from screens.widgets.lever_list import LeverList

_HEIGHT, _WIDTH = 22, 78
_FRAME_WIDE, _AROUND = 6, 7
"""Cells of the frame and its padding; rows of frame, question, what is said, and keys."""


class Question(Vertical):
    """Shows one question at a time; the fields are the same for all of them."""

    DEFAULT_CSS = """
    Question {
        width: 78; max-width: 100%; height: 22; max-height: 100%;
        background: $background; border: round $accent; padding: 0 2;
        border-title-color: $foreground; border-title-style: bold;
        border-subtitle-color: $muted;
        & #question { height: 1; text-style: bold; color: $accent; margin-bottom: 1; }
        & #told { height: auto; text-wrap: nowrap; }
        & #levers { height: 9; border: none; margin-top: 1; }
        & Words { height: 4; padding: 0; border: none; margin-top: 1; }
        & .row { height: 1; margin-top: 1; }
        & .label { width: 23; color: $muted; }
        & Line { width: 1fr; background: $background; }
        & Line:focus, & Words:focus { background: $surface; }
        & .echo { width: 18; color: $muted; text-align: right; text-wrap: nowrap; }
        & #space { height: 1fr; }
        & #said { height: auto; max-height: 2; min-height: 1; color: $muted; }
        & #said.-wrong { color: $warning; }
        & #hints { height: 1; color: $muted; link-color: $muted; link-style: none; }
    }
    """

    def __init__(self, title: str) -> None:
        """Take what stands in the frame."""
        super().__init__(id="box")
        self.border_title = Content(shown(title))

    def compose(self) -> ComposeResult:
        """The question, what is told, the ways to answer, and the keys."""
        yield Static("", id="question", markup=False)
        yield Static("", id="told", markup=False)
        yield LeverList(id="levers", keeps=True)
        yield Words("", id="words")
        with Horizontal(id="day-row", classes="row"):
            yield Static("Day", classes="label")
            yield Line("", id="day")
            yield Static("", id="echo", classes="echo", markup=False)
        with Horizontal(id="why-row", classes="row"):
            yield Static("Later is easier: why?", classes="label")
            yield Line("", id="why", example="one sentence")
        yield Static("", id="space")
        yield Static("", id="said", markup=False)
        yield Static(
            "[b $accent]Enter[/] Next  [@click=screen.before][b $accent]Shift+Tab[/] Before[/]"
            "  [@click=screen.leave][b $accent]Esc[/] Leave, kept as it is[/]",
            id="hints",
        )

    @property
    def levers(self) -> LeverList:
        """The levers and the choice among them."""
        return self.query_one(LeverList)

    @property
    def day(self) -> str:
        """The day as it is typed."""
        return self.query_one("#day", Line).value.strip()

    def ask(self, step: Step, count: str, typed: Mapping[str, str]) -> None:
        """Ask a question, with its answer so far in the field."""
        asked = Content.assemble((f"{count}   ", "$muted"), step.question)
        self.query_one("#question", Static).update(asked)
        words, day = self.query_one(Words), self.query_one("#day", Line)
        why = typed.get(why_name(step), "")
        self.levers.display = step.answer is Answer.LEVER
        words.display = step.answer is Answer.WORDS
        self.query_one("#day-row").display = step.answer is Answer.DAY
        self.query_one("#why-row").display = bool(why)
        said = typed.get(step.name, "")
        if step.answer is Answer.WORDS:
            words.text = said
            words.move_cursor(words.document.end)
        elif step.answer is Answer.DAY:
            day.value = said
            day.cursor_position = len(said)
            day.placeholder = "Enter takes it" if step.name == NEXT else "Enter keeps it"
            self.query_one("#why", Line).value = why
        fields: dict[Answer, Widget] = {
            Answer.LEVER: self.levers,
            Answer.WORDS: words,
            Answer.DAY: day,
        }
        self.tell(step)
        self.screen.set_focus(fields.get(step.answer))

    def tell(self, step: Step) -> None:
        """Tell what belongs to the question, in the room there is."""
        width = min(_WIDTH, self.app.size.width) - _FRAME_WIDE
        height = min(_HEIGHT, self.app.size.height) - _AROUND
        rows = step.told(width, height) if width > 0 and height > 0 else []
        self.query_one("#told", Static).update(Content("\n").join(rows[:height]))

    def taken(self, step: Step) -> dict[str, str]:
        """What stands in the fields of a question, by the names of its answers."""
        if step.answer is Answer.WORDS:
            return {step.name: self.query_one(Words).text}
        if step.answer is not Answer.DAY:
            return {}
        typed = {step.name: self.day}
        if step.standing is not None:
            typed[why_name(step)] = self.query_one("#why", Line).value.strip()
        return typed

    def understood(self, words: str) -> None:
        """Say which day is understood."""
        self.query_one("#echo", Static).update(Content(shown(words)))

    def ask_why(self) -> None:
        """Ask for the sentence that a later day needs."""
        self.query_one("#why-row").display = True
        self.screen.set_focus(self.query_one("#why"))

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """One sentence above the keys."""
        said = self.query_one("#said", Static)
        said.set_class(wrong, "-wrong")
        said.update(Content(shown(sentence)))
