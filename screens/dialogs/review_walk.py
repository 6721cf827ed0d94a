"""The walk through a review: one question at a time, Enter goes on, and it ends in one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input

from journal.errors import BadInput, JournalError
from journal.journal import Journal
from journal.resilience import Resilience
from journal.review import Period, Review
from journal.reviewing.view import ReviewView
from journal.reviews import LeverChoice
from screens import draft_words, lever_words, wording
from screens.dialogs.days import echo
from screens.dialogs.dialog import Dialog
from screens.dialogs.fields import TooLong
from screens.dialogs.review_answers import KEEP, Answers
from screens.dialogs.review_question import Question
from screens.dialogs.review_steps import LEVER, SUMMARY, Answer, Step, Steps
from screens.drafted import Draft, Drafted

_AT = "at"
"""The question it was left at, in the draft."""


class ReviewWalk(Dialog[Review | None], Drafted):
    """Hands back the review that was held, or nothing: what was typed is kept at every step."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Next", id="walk.next", key_display="Enter", tooltip="Go on"),
        Binding(
            "shift+tab", "before", "Before", id="walk.before", tooltip="To the question before"
        ),
        Binding(
            "escape",
            "leave",
            "Leave",
            id="walk.leave",
            key_display="Esc",
            tooltip="Leave; what you typed is kept",
        ),
        Binding(
            "ctrl+r",
            "start_anew",
            "Start anew",
            id="walk.anew",
            show=False,
            key_display="Ctrl+R",
            tooltip="Begin with nothing answered",
        ),
    ]
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    ReviewWalk {
        align: center middle;
    }
    """

    levers: reactive[tuple[LeverChoice, ...] | None] = reactive(None)
    """The levers with their gains; None until they are known."""

    def __init__(
        self, journal: Journal, view: ReviewView, found: Resilience | None, lever: str
    ) -> None:
        """Take what is looked at, what two years of setbacks say, and the lever chosen on the page."""
        super().__init__()
        span = view.span
        row = 2 * span.first.toordinal() + (span.period is Period.WEEK)
        self.draft = Draft(journal, "review", row)
        self._journal = journal
        self._view = view
        self._lever = lever
        self._answers = Answers(journal, view)
        self._walk = Steps(journal, view, found).all(self._summary)
        self._at = 0

    @property
    def asked(self) -> Step:
        """The question that stands there."""
        return self._walk[self._at]

    @property
    def box(self) -> Question:
        """Where it is asked."""
        return self.query_one(Question)

    def compose(self) -> ComposeResult:
        """The box that every question is asked in."""
        yield Question(f"Review of {self._view.span.name}")

    def on_mount(self) -> None:
        """Go on where it was left."""
        levers = self.box.levers
        levers.currency, levers.levers = self._view.table.currency, self.levers
        if self.offer_again() and self.draft and self.draft.ago is not None:
            self.box.border_subtitle = Content(draft_words.as_left(self.draft.ago))
        names = [step.name for step in self._walk]
        at = self._answers.typed.get(_AT, "")
        self._ask(names.index(at) if at in names else 0)

    def on_resize(self, event: events.Resize) -> None:
        """Tell in the new width."""
        self.call_after_refresh(lambda: self.box.tell(self.asked))

    def watch_levers(self) -> None:
        """The gains are known by now; the choice stays."""
        if self.query(Question) and self.box.is_mounted:
            self._take()
            self.box.levers.levers = self.levers
            self._choose()

    def fields_typed(self) -> dict[str, str]:
        """Every answer so far; nothing while the rep has only read."""
        self._take()
        typed = {name: text for name, text in self._answers.typed.items() if name != _AT}
        return {**typed, _AT: self.asked.name} if any(typed.values()) else {}

    def fields_at_first(self) -> dict[str, str]:
        """Nothing is answered at first."""
        return {}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Take the answers as they were left."""
        self._answers.typed.update(fields)

    def tell_of_draft(self, sentence: str) -> None:
        """Say it where it covers nothing."""
        self.box.say(sentence, wrong=bool(sentence))

    def step(self, by: int) -> None:
        """To the question after or before."""
        if by > 0:
            self.action_next()
        else:
            self.action_before()

    def next_row(self) -> None:
        """Enter in a field goes on."""
        self.action_next()

    def action_save(self) -> None:
        """Ctrl+S goes on as well."""
        self.action_next()

    def action_next(self) -> None:
        """Take the answer and ask the next; on the last, save."""
        if not self.is_current:
            return
        self._take()
        try:
            self._check()
            if self.asked.name == SUMMARY:
                self._hold()
                return
        except JournalError as problem:
            self.box.say(str(problem), wrong=True)
            return
        self._ask(self._at + 1)
        self.keep_draft()

    def action_before(self) -> None:
        """Ask again what was asked before."""
        self._take()
        self._ask(max(0, self._at - 1))

    def action_leave(self) -> None:
        """Leave; every answer is kept."""
        self.keep_draft()
        self.let_draft_be()
        self.dismiss(None)

    def action_start_anew(self) -> None:
        """Begin with nothing answered."""
        self._at = 0
        self._answers.typed = {}
        self.box.border_subtitle = ""
        self._ask(0)
        self.keep_draft()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the day that is understood while it is typed."""
        if not self.box.is_mounted:
            return
        typed = self.box.day
        self.box.understood(echo(self._journal, typed, past=False) if typed else "")

    def on_too_long(self, event: TooLong) -> None:
        """Say that nothing was pasted, so that nothing is cut in silence."""
        self.box.say(wording.too_long(event.wanted, event.longest), wrong=True)

    def _ask(self, at: int) -> None:
        self._at = at
        self.box.say("")
        self.box.ask(self.asked, f"{at + 1} of {len(self._walk)}", self._answers.typed)
        self._choose()

    def _take(self) -> None:
        """Keep in mind what stands in the fields of this question."""
        self._answers.typed.update(self.box.taken(self.asked))
        levers = self.box.levers
        if self.asked.answer is Answer.LEVER and levers.levers is not None:
            self._answers.typed[LEVER] = levers.chosen or KEEP

    def _check(self) -> None:
        """Whether the answer can be saved. Raises BadInput, NotFound."""
        step, answers = self.asked, self._answers
        if step.answer is Answer.LEVER and self.levers is None:
            raise BadInput(lever_words.ONE_MOMENT)
        if step.answer is Answer.DAY:
            if answers.asks_why(step) and not answers.why(step):
                self.box.ask_why()
            answers.check_day(step)

    def _summary(self, width: int, height: int) -> list[Content]:
        return self._answers.summary(self._walk, width, height)

    def _hold(self) -> None:
        """Save all of it as one thing, and let go of the draft with it. Raises what saving raises."""
        before = self._answers.told
        self._journal.has_changed()
        self.box.tell(self.asked)
        if self._answers.told != before:
            raise BadInput(lever_words.CHANGED)
        with self.saving():
            held = self._answers.hold(self._walk)
        self.let_draft_be()
        self.dismiss(held)

    def _choose(self) -> None:
        name = self._answers.typed.get(LEVER) or self._lever
        self.box.levers.choose("" if name == KEEP else name)
