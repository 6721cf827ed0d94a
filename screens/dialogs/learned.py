"""What a setback taught, 7 and 30 days on: two lines are enough."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult

from journal.journal import Journal
from journal.setback_line import SetbackLine
from journal.setback_work import Check
from journal.setbacks import check_answer
from screens.dialogs.depth import Depth
from screens.dialogs.fields import Choice, Words
from screens.dialogs.form import Form, Row
from screens.dialogs.next_step import about
from screens.drafted import Draft

_CAME_OUT: tuple[tuple[bool | None, str], ...] = (
    (None, "left as it is"),
    (True, "stronger"),
    (False, "not stronger"),
)


class LearnedDialog(Form[Check]):
    """Hands back the answer."""

    DEFAULT_CSS = """
    LearnedDialog { & Words.field { height: 3; } }
    """

    hint = "Two lines are enough; every row may stay empty."

    def __init__(
        self,
        journal: Journal,
        line: SetbackLine,
        after: int,
        typed: Check | None = None,
        said: str = "",
    ) -> None:
        """Take the setback and which check it is; what was typed before, and why it was not saved."""
        super().__init__(said, Draft(journal, "check", line.setback.id, may_change=True))
        self._journal = journal
        self._line = line
        self._after = after
        self._typed = typed or line.check(after)
        self.title_text = f"After {after} days: what did it teach you?"

    def above(self) -> ComposeResult:
        """What happened, and why the rep goes on."""
        yield about(self._journal, self._line)

    def rows(self) -> Iterable[Row]:
        """The sting now, what it taught, what is done differently, and how the rep came out."""
        typed = self._typed
        first = self._line.setback.sting
        ends = f"it was {first}" if first is not None else "0 gone, + is 10"
        yield Row("Sting now", Depth(typed.sting if typed else None, id="sting", ends=ends))
        yield Row("It taught me", Words(typed.learned if typed else "", id="learned"))
        yield Row("I do differently", Words(typed.differently if typed else "", id="differently"))
        stronger = typed.stronger if typed else None
        yield Row("I came out", Choice(_CAME_OUT, stronger, id="stronger"))

    def read(self) -> Check:
        """The answer. Raises BadInput."""
        sting, stronger = self.chosen("sting"), self.chosen("stronger")
        check = Check(
            setback=self._line.setback.id,
            after=self._after,
            day=self._journal.today(),
            sting=sting if isinstance(sting, int) else None,
            learned=self.text("learned"),
            differently=self.text("differently"),
            stronger=stronger if isinstance(stronger, bool) else None,
        )
        check_answer(check)
        return check
