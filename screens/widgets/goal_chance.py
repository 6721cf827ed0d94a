"""The chance to hit the target: one sentence, and a bar with three marks that a rep understands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from screens import chance_words
from screens.widgets.ink import cut
from screens.widgets.panel import Panel

if TYPE_CHECKING:
    from journal.planning.outlook import Outlook


class GoalChance(Panel):
    """Heavy is where 8 in 10 outcomes end, ┃ the middle one, ◆ the target."""

    HEADING = "Chance"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "assumptions",
            "Rests on",
            id="chance.assumptions",
            key_display="Enter",
            tooltip="Read what the chance rests on, and what would raise it",
        ),
    ]

    outlook: reactive[Outlook | None] = reactive(None)
    """The chance and where the amount may end; None without a target or a deal size."""
    is_read: reactive[bool] = reactive(False)
    """Whether it was worked out at all; until then nothing is claimed."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    class AssumptionsAsked(Message):
        """The rep wants to know what it rests on."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The sentence, the bar, and the amounts below its marks."""
        if self.day is None or not self.is_read:
            return [Content.styled(chance_words.NOT_YET, "$muted")]
        if self.outlook is None:
            *first, key, rest = chance_words.INVITATION
            return [
                *(Content.styled(cut(words, width), "$muted") for words in first),
                Content.assemble((key, "bold $accent"), (rest, "$muted")),
            ]
        number, words = chance_words.sentence(self.outlook, self.day, width)
        said = Content.assemble((number, "bold"), cut(words, width - cell_len(number)))
        more = chance_words.outcomes(self.outlook)
        if said.cell_length + 3 + cell_len(more) <= width:
            said = Content.assemble(said, "   ", (more, "$muted"))
        return [said, *scale(self.outlook, width)]

    def on_click(self) -> None:
        """A second click asks as well."""
        if self.has_focus:
            self.action_assumptions()

    def action_assumptions(self) -> None:
        """Ask what it rests on."""
        self.post_message(self.AssumptionsAsked())


def scale(outlook: Outlook, width: int) -> tuple[Content, Content]:
    """The bar, and below it the amounts of its marks, the target and the middle first in place."""
    amounts = [money.minor for money in (outlook.p10, outlook.p50, outlook.p90, outlook.target)]
    beside = max(1.0, (max(amounts) - min(amounts)) * 0.25)
    low, high = max(0.0, min(amounts) - beside), max(amounts) + beside * 0.4
    at = [round((amount - low) / (high - low) * (width - 1)) for amount in amounts]
    start, middle, stop, target = at
    cells = [
        ("━", "$primary") if start <= cell <= stop else ("─", "$faint") for cell in range(width)
    ]
    cells[middle] = ("┃", "bold $foreground")
    cells[target] = ("◆", "bold $accent")
    return Content.assemble(*cells), _marks(outlook, at, width)


def _marks(outlook: Outlook, at: Sequence[int], width: int) -> Content:
    """The amounts below their marks, in order and none over another."""
    start, middle, stop, target = at
    named = {
        outlook.p10.short: (start, outlook.p10.minor, "$muted"),
        outlook.p90.short: (stop, outlook.p90.minor, "$muted"),
        outlook.p50.short: (middle, outlook.p50.minor, "bold"),
        outlook.target.short: (target, outlook.target.minor, "bold $accent"),
    }
    # Two marks may share a cell: then their amounts tell which stands first.
    by_amount = sorted(named.items(), key=lambda one: one[1][:2])
    marks = [(cell, words, style) for words, (cell, _, style) in by_amount]
    firsts = [min(max(0, cell - len(words) // 2), width - len(words)) for cell, words, _ in marks]
    for index in range(1, len(marks)):
        least = firsts[index - 1] + len(marks[index - 1][1]) + 1
        firsts[index] = max(firsts[index], least)
    last = width
    for index in reversed(range(len(marks))):
        firsts[index] = max(0, min(firsts[index], last - len(marks[index][1])))
        last = firsts[index] - 1
    pieces: list[tuple[str, str]] = []
    column = 0
    for first, (_, words, style) in zip(firsts, marks, strict=True):
        pieces += [(" " * (first - column), ""), (words, style)]
        column = first + len(words)
    return Content.assemble(*pieces)
