"""Everyone who waits: the follow-ups that are due, late or soon to come, in one list to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from journal.follow_up import FollowUp
from screens import wording
from screens.dialogs.reading import ReadingDialog
from screens.page import Page
from screens.widgets.due import due_rows
from screens.widgets.ink import cut


class DueRows(Static):
    """The rows, laid out for the width they are given."""

    ALLOW_SELECT = False

    def __init__(self, due: Sequence[FollowUp], today: date, more: int) -> None:
        """Take what is due, and how many more wait than are listed."""
        super().__init__(id="rows", markup=False)
        self._due, self._today, self._more = due, today, more
        self.styles.height = max(1, len(due)) + (1 if more else 0)

    def render(self) -> Content:
        """One row for each."""
        rows = due_rows(self._due, self._today, self.content_size.width)
        if self._more:
            rows.append(Content.styled(wording.more_due(self._more), "$muted"))
        return Content("\n").join(rows or [Content.styled(wording.NOBODY_WAITS, "$muted")])


class DueList(ReadingDialog):
    """A list to read; arrows and Page up and down scroll it, Enter answers what a setback asks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", "Leave", id="due_list.leave", show=False, tooltip="Close the list"),
        Binding(
            "enter,l",
            "answer",
            "Answer",
            id="due_list.answer",
            key_display="Enter",
            tooltip="Say what the setback taught you that waits longest",
        ),
        Binding(
            "enter,5",
            "act",
            "Act on them",
            id="due_list.act",
            key_display="5",
            tooltip="Go to Follow-ups: done, another day, skipped, each by one key",
        ),
    ]
    DEFAULT_CSS = """
    DueList {
        & > #box { width: 120; }
        & #rows { text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, due: Sequence[FollowUp], today: date, overdue: int) -> None:
        """Take what is due, soonest first, and how many of all are late."""
        super().__init__()
        self._due, self._today, self._overdue = due, today, overdue
        questions = (one for one in due if one.is_question and one.setback is not None)
        self._asked = next(questions, None)
        """The question of a setback that waits longest; None when none is asked."""

    def on_mount(self) -> None:
        """Say what Enter does: it answers a setback, or goes to where they are acted on."""
        pieces: list[tuple[str, str]] = []
        if self._asked is not None:
            who = f"{self._asked.account}: " if self._asked.account else ""
            words = cut(f" {who}{self._asked.what}  ", 90)
            pieces += [("Enter", "bold $accent"), (words, "")]
        if self._due:
            pieces += [("5" if pieces else "Enter", "bold $accent"), (" Act on them  ", "")]
        pieces += [("Esc", "bold $accent"), (" Leave", "")]
        self.query_one("#hints", Static).update(Content.assemble(*pieces))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter answers only what is asked; else it goes to the list that is acted on."""
        if action == "act":
            return bool(self._due)
        return action != "answer" or self._asked is not None

    def action_answer(self) -> None:
        """Ask what the setback taught, on the page beneath."""
        asked = self._asked.setback if self._asked is not None else None
        self.dismiss(None)
        page = self.app.screen
        if asked is not None and isinstance(page, Page):
            page.answer_check(asked)

    async def action_act(self) -> None:
        """Go to where each can be done, moved or skipped."""
        self.dismiss(None)
        await self.app.run_action("app.page(5)")

    def heading(self) -> str:
        """How many are late."""
        return wording.due_heading(self._overdue)

    def body(self) -> DueRows:
        """The rows."""
        late = sum(1 for one in self._due if one.days_late(self._today))
        return DueRows(self._due, self._today, self._overdue - late)
