"""Working a setback through, when the rep asks for it: question by question, each may stay empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.widgets import Input

from journal.errors import BadInput
from journal.journal import Journal
from journal.setback_line import SetbackLine
from journal.setback_work import Thoughts
from journal.setbacks import check_thoughts
from screens.dialogs.days import echo
from screens.dialogs.depth import Depth
from screens.dialogs.fields import Line, Words
from screens.dialogs.form import Form, Row
from screens.dialogs.next_step import NextStep, about, read_due, standing_step
from screens.drafted import Draft

SHARES = ("mine", "theirs", "circumstance")
"""The three parts of a hundred."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What was thought of a setback, with the step that follows from it."""

    thoughts: Thoughts
    """What was thought."""
    step: NextStep | None = None
    """The next small action; None when none is said."""


class WorkThroughDialog(Form[Worked]):
    """Hands back what the rep thinks of it. Enter goes down, and saves on the last row."""

    DEFAULT_CSS = """
    WorkThroughDialog {
        & Words.field { height: 2; }
        & .row { margin-bottom: 1; }
        & .row.-close { margin-bottom: 0; }
    }
    WorkThroughDialog.-short {
        & > #box { padding: 0 2; }
        & .about { margin-bottom: 0; }
    }
    """

    title_text = "Work it through"
    hint = "Every row may stay empty. Mine, theirs and circumstance make 100."

    def __init__(
        self, journal: Journal, line: SetbackLine, typed: Worked | None = None, said: str = ""
    ) -> None:
        """Take the setback; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "setback", line.setback.id, may_change=True))
        self._journal = journal
        self._line = line
        self._typed = (
            typed.thoughts if typed else line.thoughts or Thoughts(setback=line.setback.id)
        )
        self._step = (typed and typed.step) or standing_step(line)
        self._order = [name for name in SHARES if getattr(self._typed, name) is not None]
        """The shares typed, the one touched last at the end."""

    def above(self) -> ComposeResult:
        """What happened, and why the rep goes on."""
        yield about(self._journal, self._line)

    def rows(self) -> Iterable[Row]:
        """The questions, in the order they are asked."""
        typed, step = self._typed, self._step
        yield Row("I first believed", Words(typed.belief, id="belief"))
        yield Row("Permanent", Depth(typed.permanent, id="permanent", ends="0 passes, 10 for good"))
        yield Row("Pervasive", Depth(typed.pervasive, id="pervasive", ends="0 this, 10 everything"))
        yield Row("Personal", Depth(typed.personal, id="personal", ends="0 not me, 10 all me"))
        for name, label in zip(SHARES, ("Mine, %", "Theirs, %", "Circumstance, %"), strict=True):
            share = getattr(typed, name)
            example = "of 100; the third fills itself"
            yield Row(label, Line("" if share is None else str(share), id=name, example=example))
        yield Row("In my control", Words(typed.in_control, id="in_control"))
        yield Row("Speaks against it", Words(typed.evidence_against, id="evidence_against"))
        yield Row("Another explanation", Words(typed.other_view, id="other_view"))
        yield Row("If that, then", Words(typed.if_then, id="if_then"))
        yield Row("Next small action", Line(step.what if step else "", id="step", example="one"))
        due = step.due.isoformat() if step else ""
        yield Row("On", Line(due, id="due", example="tomorrow"), echoes=True)

    def on_mount(self) -> None:
        """The three and three rows that belong together stand close."""
        for name in ("permanent", "pervasive", "mine", "theirs", "step"):
            row = self.query_one(f"#{name}").parent
            if row is not None:
                row.set_class(True, "-close")

    def around(self) -> int:
        """All but the rows: a tall screen has room to breathe."""
        return 12 if self.size.height >= 34 else 8

    def read(self) -> Worked:
        """What stands in the rows. Raises BadInput."""
        mine, theirs, circumstance = self._shares()
        thoughts = Thoughts(
            setback=self._line.setback.id,
            belief=self.text("belief"),
            permanent=self._depth("permanent"),
            pervasive=self._depth("pervasive"),
            personal=self._depth("personal"),
            mine=mine,
            theirs=theirs,
            circumstance=circumstance,
            in_control=self.text("in_control"),
            evidence_against=self.text("evidence_against"),
            other_view=self.text("other_view"),
            if_then=self.text("if_then"),
            rev=self._typed.rev,
        )
        self._reading = "mine"
        check_thoughts(thoughts)
        return Worked(thoughts, self._read_step())

    def echo(self, name: str) -> str:
        """The day in full, once there is an action for it."""
        if not self.query_one("#step", Line).value.strip():
            return ""
        return echo(self._journal, self.query_one(f"#{name}", Line).value or "tomorrow", past=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Fill in the third share."""
        name = event.input.id or ""
        if name in SHARES:
            self._touched(name)

    def _touched(self, name: str) -> None:
        """The two shares touched last stand; the other is what is left of a hundred."""
        self._order = [one for one in self._order if one != name]
        if self.query_one(f"#{name}", Line).value.strip():
            self._order.append(name)
        if len(self._order) < 2:
            return
        first, second = (self._hundredths(one) for one in self._order[-2:])
        (third,) = (one for one in SHARES if one not in self._order[-2:])
        field = self.query_one(f"#{third}", Line)
        if first is None or second is None or first + second > 100:
            return
        self._order = self._order[-2:]
        with self.prevent(Input.Changed):
            field.value = str(100 - first - second)

    def _hundredths(self, name: str) -> int | None:
        words = self.query_one(f"#{name}", Line).value.strip().removesuffix("%").strip()
        return int(words) if words.isascii() and words.isdecimal() and len(words) <= 3 else None

    def _shares(self) -> tuple[int | None, int | None, int | None]:
        """All three; a third that is not filled in yet, as the rep was faster, is what is left."""
        shares = [self._share(name) for name in SHARES]
        said = [share for share in shares if share is not None]
        if len(said) == 2 and sum(said) <= 100:
            shares[shares.index(None)] = 100 - sum(said)
        return shares[0], shares[1], shares[2]

    def _share(self, name: str) -> int | None:
        if not self.text(name).strip():
            return None
        share = self._hundredths(name)
        if share is None or share > 100:
            raise BadInput("A share is a whole number from 0 to 100, or nothing.")
        return share

    def _depth(self, name: str) -> int | None:
        depth = self.chosen(name)
        return depth if isinstance(depth, int) else None

    def _read_step(self) -> NextStep | None:
        what, standing = self.text("step").strip(), standing_step(self._line)
        if not what:
            return None
        # A step that waits since a day that is over may stand: only one that is said now is for later.
        if standing and (what, self.text("due")) == (standing.what, standing.due.isoformat()):
            return None
        step = NextStep(what, read_due(self._journal, self.text("due")))
        return None if step == standing else step
