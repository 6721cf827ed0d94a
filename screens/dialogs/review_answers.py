"""What a rep answers on the walk through a review, and what the journal would make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from journal.errors import BadInput, JournalError
from journal.journal import Journal
from journal.review import Review
from journal.reviewing.view import ReviewView
from journal.reviews import Decision, Redate
from screens import lever_words, wording
from screens.dialogs.days import ahead
from screens.dialogs.review_steps import IF_THEN, LEVER, NEXT, Step, why_name
from screens.widgets.wrapped import wrapped

KEEP = "keep"
"""The answer that leaves the plan as it is."""

_LABEL = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """The answers as the journal takes them."""

    lever: str = ""
    """The lever that is raised; empty for none."""
    if_then: str = ""
    """The if-then."""
    redates: tuple[Redate, ...] = ()
    """The milestones that get another day."""
    next_on: date | None = None
    """The next review; None takes the day that is proposed."""


class Answers:
    """Each answer in the words it was typed in, by the name of its question."""

    def __init__(self, journal: Journal, view: ReviewView) -> None:
        """Begin with nothing answered."""
        self._journal = journal
        self._view = view
        self.typed: dict[str, str] = {}
        """The answers so far."""
        self.told = ""
        """The sentence that was told last as the one that will be saved."""

    def of(self, step: Step) -> str:
        """The answer to a question; empty while there is none."""
        return self.typed.get(step.name, "")

    def why(self, step: Step) -> str:
        """Why a milestone may be due later."""
        return self.typed.get(why_name(step), "")

    def check_day(self, step: Step) -> None:
        """Whether the day can be saved; it becomes its date. Raises BadInput, NotFound."""
        day = ahead(self._journal, self.of(step))
        if day is None:
            return
        if step.name == NEXT:
            self._decision(_Said(next_on=day))
        elif step.standing is not None:
            why = self.why(step) or None
            self._journal.goals.term_for(step.standing.goal.id, day, None, why)
        # "In two weeks" would be another day when it is read again tomorrow.
        self.typed[step.name] = day.isoformat()

    def asks_why(self, step: Step) -> bool:
        """Whether the day typed makes a milestone easier, so that a sentence is asked for."""
        due = step.standing.term.due if step.standing else None
        try:
            day = ahead(self._journal, self.of(step))
        except BadInput:
            return False
        return due is not None and day is not None and day > due

    def summary(self, walk: Sequence[Step], width: int, height: int) -> list[Content]:
        """What would be saved, in the words it is saved with; else what is in the way."""
        try:
            decision = self._decision(self._said(walk))
        except JournalError as problem:
            return [Content.styled(words, "$warning") for words in wrapped(str(problem), width)]
        self.told = decision.review.sentence
        rows = [
            Content.assemble((("" if number else label).ljust(_LABEL), "$muted"), words)
            for label, sentence in self._told(decision)
            for number, words in enumerate(wrapped(sentence, width - _LABEL))
        ]
        if len(rows) > height - 2:
            rows = [*rows[: height - 3], Content.styled(" " * _LABEL + "…", "$muted")]
        return [*rows, Content(""), Content.styled(lever_words.SAVES, "bold")]

    def hold(self, walk: Sequence[Step]) -> Review:
        """Save all of it as one thing. Raises BadInput, NotFound, CannotSave."""
        said, span = self._said(walk), self._view.span
        return self._journal.reviews.hold(
            span.period,
            span.first,
            span.last,
            lever=said.lever,
            if_then=said.if_then,
            redates=said.redates,
            next_on=said.next_on,
        )

    def _said(self, walk: Sequence[Step]) -> _Said:
        """The answers as the journal takes them. Raises BadInput."""
        lever = self.typed.get(LEVER, KEEP)
        redates = tuple(
            Redate(goal=step.standing.goal.id, due=day, why=self.why(step) or None)
            for step in walk
            if step.standing is not None
            and (day := ahead(self._journal, self.of(step))) is not None
            and day != step.standing.term.due
        )
        return _Said(
            lever="" if lever == KEEP else lever,
            if_then=self.typed.get(IF_THEN, "").strip(),
            redates=redates,
            next_on=ahead(self._journal, self.typed.get(NEXT, "")),
        )

    def _told(self, decision: Decision) -> list[tuple[str, str]]:
        review = decision.review
        told = [("Plan", review.sentence)]
        if review.if_then:
            told.append(("If-then", review.if_then))
        for goal, term in decision.terms:
            until = f"by {wording.full_day(term.due)}" if term.due else ""
            told.append((lever_words.RELAID, f"{wording.one_line(goal.title, 60)} {until}"))
        next_on = review.next_on or self._view.next.day
        return [*told, ("Next review", wording.full_day(next_on))]

    def _decision(self, said: _Said) -> Decision:
        span = self._view.span
        return self._journal.reviews.decision(
            span.period,
            span.first,
            span.last,
            lever=said.lever,
            if_then=said.if_then,
            redates=said.redates,
            next_on=said.next_on,
        )
