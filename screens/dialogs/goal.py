"""Adding or changing a goal or a milestone, letter by letter of S.M.A.R.T."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.errors import BadInput
from journal.goal import Form as GoalForm
from journal.goal import Goal
from journal.goals import LONGEST_TITLE, check
from journal.journal import Journal
from journal.measure import AMOUNT, REACH, in_words, read_units, units
from journal.shown import shown
from journal.standing import lacking
from screens.dialogs.days import ahead, behind, echo
from screens.dialogs.fields import Choice, Line
from screens.dialogs.form import Form, Row
from screens.dialogs.measures import measures_offered
from screens.drafted import Draft
from screens.wording import full_day


class GoalDialog(Form[Goal]):
    """Hands back a goal or milestone: a new one without an id, or the one given, as changed."""

    def __init__(
        self,
        journal: Journal,
        goal: Goal | None = None,
        parent: int | None = None,
        form: GoalForm = GoalForm.MILESTONE,
        said: str = "",
    ) -> None:
        """Take the one to change; for a new one what it is part of, and which of the two it is."""
        named = str(goal.form if goal else form)
        row = goal.id if goal else 0
        super().__init__(said, Draft(journal, named, row, may_change=row > 0))
        self._journal = journal
        self._goal = goal
        self._kind = goal.form if goal else form
        self._part_of = goal.parent if goal else parent
        self._evidence: dict[str, str] = {}
        self.title_text = f"{'Change this' if goal and goal.id else 'A new'} {self._kind}"

    @property
    def _is_saved(self) -> bool:
        return self._goal is not None and self._goal.id != 0

    def above(self) -> ComposeResult:
        """The terms of a saved one: they are changed by re-dating, so that each change keeps its why."""
        if self._goal is not None and self._goal.id:
            goal, term = self._goal, self._goal.term(self._journal.today())
            target = "no target" if term.target is None else self._words(goal, term.target)
            due = f"by {full_day(term.due)}" if term.due else "without a date"
            yield Static(Content(f"{target} {due}; r in the list changes these."), classes="about")

    def rows(self) -> Iterable[Row]:
        """Specific, Measurable, Achievable, Realistic, Timely; then where it hangs and why."""
        goal, is_milestone = self._goal, self._kind is GoalForm.MILESTONE
        title = "60 reach-outs with new accounts" if is_milestone else "1.2M booked in 2026"
        yield Row(
            "What will be true", Line(goal.title if goal else "", id="title", example=title), "S"
        )
        measure = goal.measure if goal else REACH if is_milestone else AMOUNT
        yield Row(
            "What it counts",
            Choice(measures_offered(self._journal, measure), measure, id="measure"),
            "M",
        )
        yield from self._number_rows()
        if is_milestone:
            evidence = Line(
                (goal and goal.evidence) or "", id="evidence", example="52 in the last two weeks"
            )
            yield Row("What says I can", evidence, "A")
            serves = Line(
                (goal and goal.serves) or "", id="serves", example="how it brings the goal nearer"
            )
            yield Row("What it serves", serves, "R")
        yield from self._day_rows()
        yield Row(
            "Why it matters", Line((goal and goal.why) or "", id="why", example="may stay empty")
        )
        yield Row("Part of", Choice(self._parents(), self._part_of, id="parent"))

    def read(self) -> Goal:
        """The goal as it stands in the rows. Raises BadInput."""
        journal = self._journal
        measure = str(self.chosen("measure"))
        goal = self._saved_one(measure) if self._is_saved else self._new_one(measure)
        parent = self.chosen("parent")
        goal = replace(
            goal,
            title=self.text("title").strip(),
            parent=parent if isinstance(parent, int) else None,
            at_most=bool(self.chosen("at-most")),
            why=self.text("why") or None,
        )
        if self._kind is GoalForm.MILESTONE:
            goal = replace(
                goal, evidence=self.text("evidence") or None, serves=self.text("serves") or None
            )
        self._reading = self._likely_wrong(goal)
        check(goal)
        self.hint = _smart(lacking(goal, journal.today()), self._kind)
        return goal

    def echo(self, name: str) -> str:
        """The number or the day as it is understood."""
        text = self.query_one(f"#{name}", Line).value
        if name in ("due", "start"):
            return echo(self._journal, text, past=name == "start")
        if not text.strip():
            return ""
        measure = str(self.query_one("#measure", Choice).value)
        currency = self._goal.currency if self._goal else self._journal.settings.currency
        try:
            stored = read_units(measure, text, currency)
        except BadInput:
            return "?"
        return in_words(measure, stored, currency) + (f" {currency}" if measure == AMOUNT else "")

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """What is wrong; else what is not yet S.M.A.R.T., or the evidence there is."""
        if not wrong:
            self._look_again()
            if self._kind is GoalForm.MILESTONE:
                self._offer_evidence()
        super().say(sentence, wrong=wrong)

    def on_descendant_focus(self) -> None:
        """Another row may have something to offer."""
        if self._said_at is None and not self._said:
            self.say("")

    def _offer_evidence(self) -> None:
        """Offer the rep's own best and median week of the measure as the answer."""
        line = self.query_one("#evidence", Line)
        measure = str(self.query_one("#measure", Choice).value)
        if measure not in self._evidence:
            found = self._journal.goals.evidence(measure)
            self._evidence[measure] = found.sentence if found else ""
        line.offer(self._evidence[measure])
        if line.has_focus and line.offered:
            self.hint = f"→ writes what your own weeks say: {line.offered}"

    def _look_again(self) -> None:
        """Say what is missing while it is typed; what cannot be read yet says nothing."""
        try:
            self.read()
        except BadInput:
            self.hint = "Only the first line is needed; the rest can follow."

    def _likely_wrong(self, goal: Goal) -> str:
        """The row that a complaint about the whole goal is most likely about."""
        if not goal.title or len(goal.title) > LONGEST_TITLE:
            return "title"
        due = goal.terms[-1].due
        if due is not None and due < goal.start:
            return "start" if self._is_saved else "due"
        return "baseline" if self._is_saved else "target"

    def _number_rows(self) -> Iterable[Row]:
        goal = self._goal
        ways = [(False, "at least the target"), (True, "at most the target")]
        currency = goal.currency if goal else ""
        if not self._is_saved:
            asked = goal.terms[-1].target if goal else None
            target = "" if goal is None or asked is None else self._words(goal, asked)
            yield Row("Target", Line(target, id="target", example="60"), echoes=True)
        baseline = in_words(goal.measure, goal.baseline, currency) if goal else "0"
        yield Row("Starts from", Line(baseline, id="baseline", example="0"), echoes=True)
        yield Row("Good is", Choice(ways, goal.at_most if goal else False, id="at-most"))

    def _day_rows(self) -> Iterable[Row]:
        goal = self._goal
        if not self._is_saved:
            due = goal.terms[-1].due if goal else None
            text = due.isoformat() if due else ""
            yield Row("Due", Line(text, id="due", example="in 2 weeks"), "T", echoes=True)
        start = (goal.start if goal else self._journal.today()).isoformat()
        yield Row("Counts from", Line(start, id="start", example="today"), echoes=True)

    def _new_one(self, measure: str) -> Goal:
        journal = self._journal
        currency = self._goal.currency if self._goal else journal.settings.currency
        target = self.text("target")
        stored = read_units(measure, target, currency) if target else None
        baseline = self._baseline(measure, currency)
        start = behind(journal, self.text("start") or "today")
        due = ahead(journal, self.text("due"))
        return journal.goals.new(
            form=self._kind,
            title=self.text("title"),
            measure=measure,
            target=stored,
            due=due,
            start=start,
            baseline=baseline,
        )

    def _saved_one(self, measure: str) -> Goal:
        goal = self._goal
        assert goal is not None
        if units(measure, goal.currency) != units(goal.measure, goal.currency):
            raise BadInput("That is counted in other units: add a new one, and delete this one.")
        return replace(
            goal,
            measure=measure,
            baseline=self._baseline(measure, goal.currency),
            start=behind(self._journal, self.text("start") or goal.start.isoformat()),
        )

    def _baseline(self, measure: str, currency: str) -> int:
        text = self.text("baseline")
        return read_units(measure, text, currency) if text else 0

    def _parents(self) -> list[tuple[int | None, str]]:
        """What it can hang on: everything but itself and its own parts."""
        parents: list[tuple[int | None, str]] = [(None, "nothing, it stands by itself")]
        own_depth: int | None = None
        for standing in self._journal.goals.tree():
            if own_depth is not None and standing.depth > own_depth:
                continue
            own_depth = None
            if self._is_saved and self._goal and standing.goal.id == self._goal.id:
                own_depth = standing.depth
                continue
            parents.append((standing.goal.id, standing.goal.title))
        return parents

    def _words(self, goal: Goal, stored: int) -> str:
        return shown(in_words(goal.measure, stored, goal.currency))


def _smart(lacks: tuple[str, ...], form: GoalForm) -> str:
    if form is GoalForm.GOAL:
        return "A goal says what success is; milestones lead to it."
    if not lacks:
        return "✓ S.M.A.R.T."
    return f"Not yet S.M.A.R.T.: {', '.join(lacks)}. It can be saved so."
