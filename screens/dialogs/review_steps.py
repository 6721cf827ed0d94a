"""The questions of a review, one after the other: what is told with each, and how it is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from textual.content import Content

from journal.errors import JournalError
from journal.goal import Form
from journal.journal import Journal
from journal.percent import rounded
from journal.resilience import Resilience
from journal.reviewing.view import ReviewView
from journal.setback_line import SetbackLine
from journal.standing import Standing
from screens import review_words, wording
from screens.widgets.conversion_table import conversion_rows
from screens.widgets.ink import cut, left, right
from screens.widgets.plan_actual import plan_row
from screens.widgets.what_hit import hit_rows
from screens.widgets.what_moved import moved_rows
from screens.widgets.wrapped import wrapped

LEVER, IF_THEN, NEXT, SUMMARY = "lever", "if_then", "next", "summary"
DUE = "due-"
"""The answer about a milestone is called by this and its number."""


class Answer(Enum):
    """How a question is answered."""

    NOTHING = "nothing"
    LEVER = "lever"
    WORDS = "words"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Step:
    """One question."""

    name: str
    """What its answer is called in the draft."""
    question: str
    """What is asked, in one line."""
    told: Callable[[int, int], list[Content]]
    """What is told with it, in so many columns and rows at most."""
    answer: Answer = Answer.NOTHING
    """How it is answered."""
    standing: Standing | None = None
    """The milestone it is about."""


class Steps:
    """Makes the questions of one review."""

    def __init__(self, journal: Journal, view: ReviewView, found: Resilience | None) -> None:
        """Take what is looked at, and what two years of setbacks say."""
        self._journal = journal
        self._view = view
        self._found = found

    def all(self, summary: Callable[[int, int], list[Content]]) -> tuple[Step, ...]:
        """Every question, the last being whether to save what ``summary`` tells."""
        return (
            Step("moved", "What moved?", self._moved),
            Step("hit", "What hit, and what came of it?", self._hit),
            Step("plan", "Plan against actual: where is the gap?", self._plan),
            Step(LEVER, "Which one lever do you change?", self._lever, Answer.LEVER),
            Step(
                IF_THEN, "What may get in its way, and what do you do then?", _example, Answer.WORDS
            ),
            *self._milestones(),
            Step(NEXT, "When is the next review?", self._next, Answer.DAY),
            Step(SUMMARY, "This is what will be saved.", summary),
        )

    def proposed(self) -> date:
        """The day the next review is proposed for; a week's leaves it where it was."""
        span = self._view.span
        try:
            decision = self._journal.reviews.decision(span.period, span.first, span.last)
        except JournalError:
            return self._view.next.day
        return decision.review.next_on or self._view.next.day

    def _moved(self, width: int, height: int) -> list[Content]:
        view = self._view
        days = f"{review_words.days_kept(view)}, {review_words.strength(view)}"
        streak = f"{wording.days(view.streak.current)} now, best {view.streak.best:,}"
        head = [_row("Days", days, width), _row("Streak", streak, width)]
        return [*head, *moved_rows(view, width, height - len(head))]

    def _hit(self, width: int, height: int) -> list[Content]:
        view = self._view
        figures = hit_rows(view, self._found, width)
        if not view.setbacks:
            return figures
        lines = self._lines()
        room = height - len(figures) - 1
        shown = lines[: room if len(lines) <= room and view.setbacks == len(lines) else room - 1]
        rows = [_setback(line, width) for line in shown]
        if (more := view.setbacks - len(shown)) > 0:
            rows.append(Content.styled(f"and {more:,} more; 4 lists them all", "$muted"))
        return [*figures, Content(""), *rows]

    def _plan(self, width: int, height: int) -> list[Content]:
        table = self._view.table
        rows = [plan_row(row, table.currency, width) for row in table.rows]
        return [*rows, Content(""), *conversion_rows(self._view.conversions, width)][:height]

    def _lever(self, width: int, height: int) -> list[Content]:
        words = "Each row is 10 % more of one thing, with the points of chance it gains."
        if self._journal.plans.current().target is None:
            words = "No plan has a target yet, so there is nothing to raise; 2 Goals begins one."
        return [Content.styled(each, "$muted") for each in wrapped(words, width)]

    def _next(self, width: int, height: int) -> list[Content]:
        words = f"Enter takes {wording.full_day(self.proposed())}; or type another day."
        return [Content.styled(each, "$muted") for each in wrapped(words, width)]

    def _milestones(self) -> Iterator[Step]:
        open_ones = [
            one
            for one in self._journal.goals.tree()
            if one.goal.form is Form.MILESTONE and not one.is_finished and one.term.due
        ]
        open_ones.sort(key=lambda one: (one.term.due or date.max, one.goal.id))
        for number, one in enumerate(open_ones, 1):
            count = f" ({number:,} of {len(open_ones):,})" if len(open_ones) > 1 else ""
            question = f"Does its day still hold?{count}"
            yield Step(f"{DUE}{one.goal.id}", question, self._standing(one), Answer.DAY, one)

    def _standing(self, one: Standing) -> Callable[[int, int], list[Content]]:
        def told(width: int, height: int) -> list[Content]:
            state, today = wording.state(one), self._journal.today()
            due = wording.due(one, today, short=False)
            chance = "" if one.chance is None else f"   {rounded(one.chance)} chance"
            return [
                Content.styled(cut(one.goal.title, width), "bold"),
                Content.assemble(
                    cut(f"{wording.progress(one)}, {due}", width - 30),
                    "   ",
                    (f"{state.glyph} {state.words}", state.colour),
                    chance,
                ).truncate(width, ellipsis=True),
                Content(""),
                Content.styled("Enter keeps it; or type another day.", "$muted"),
            ]

        return told

    def _lines(self) -> list[SetbackLine]:
        span = self._view.span
        after = date.fromordinal(min(span.until.toordinal() + 1, date.max.toordinal()))
        found = self._journal.setbacks.lines(before=(after, 0), limit=min(20, self._view.setbacks))
        return [line for line in found if span.first <= line.setback.day <= span.until]


def _example(width: int, height: int) -> list[Content]:
    words = "One sentence is enough: If they go quiet after the demo, then I call their sponsor."
    return [Content.styled(each, "$muted") for each in wrapped(words, width)]


def _row(label: str, words: str, width: int) -> Content:
    return Content.assemble((label.ljust(11), "$muted"), cut(words, width - 11))


def _setback(line: SetbackLine, width: int) -> Content:
    hit, came = line.setback, str(line.came_of)
    day = f"{hit.day.day} {wording.month(hit.day)}"
    end = right(came, 15)
    named = f"{hit.account}: {hit.text}" if hit.account else hit.text
    room = width - 8 - 18 - 15
    words = left(wording.one_line(named, 200), room)
    return Content.assemble(
        (left(day, 8), "$muted"), (left(hit.type, 17) + " ", "bold"), words, (end, "$muted")
    )


def why_name(step: Step) -> str:
    """What the sentence about a later day is called in the draft."""
    return f"why-{step.name}"
