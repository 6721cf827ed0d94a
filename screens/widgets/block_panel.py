"""Call blocks: what was feared of each and what happened, drawn beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.call_block import CallBlock
from journal.fear import Fear, is_on_time
from journal.percent import rounded
from screens import block_words, setback_words
from screens.widgets.ink import bar, cut, left, right
from screens.widgets.panel import Panel
from screens.widgets.wrapped import wrapped

_BAR, _SHARE = 10, 6
_WHEN = 18


class BlockPanel(Panel):
    """The fear line, then the blocks, newest first."""

    HEADING = "Call blocks"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "call_block",
            "Call block",
            id="blocks.open",
            key_display="Enter",
            tooltip="Plan a stretch of calls, start it, say what happened",
        ),
    ]

    blocks: reactive[tuple[CallBlock, ...]] = reactive(())
    """Newest first."""
    fear: reactive[Fear | None] = reactive(None)
    """What was feared against what happened; None before it was read."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    class Asked(Message):
        """The rep wants to plan, start or end one."""

    def action_call_block(self) -> None:
        """Ask for the dialog."""
        self.post_message(self.Asked())

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many blocks as fit under the fear line."""
        if self.fear is None or self.day is None:
            return []
        said = [Content(words) for words in wrapped(block_words.fear(self.fear), width)]
        if not self.blocks:
            key = Content.assemble(("b", "bold $accent"), (f" {block_words.PLANS_ONE}", "$muted"))
            return [*said, Content(""), key]
        header = Content.styled(
            left("planned", _WHEN) + left("  feared", _BAR + _SHARE + 2) + "  it was", "$muted"
        )
        today = self.day
        drawn = [_row(block, today, width) for block in self.blocks[:height]]
        return [*said, Content(""), header, *drawn]


def _row(block: CallBlock, today: date, width: int) -> Content:
    when = f"{setback_words.day(block.day, today)} {block.planned:%H:%M}"
    mark = ("✓", "$success") if is_on_time(block) else (" ", "")
    pieces = Content.assemble(
        left(when, _WHEN - 1),
        mark,
        "  ",
        _share(block.feared, "$warning"),
        "  ",
        _share(block.happened, "$primary"),
        "  ",
    )
    told = block_words.calls(block) if block.calls is not None else block_words.state(block)
    return Content.assemble(pieces, (cut(told, max(0, width - pieces.cell_length)), "$muted"))


def _share(part: float | None, colour: str) -> Content:
    if part is None:
        return Content.styled(left("", _BAR) + right("–", _SHARE), "$muted")
    return Content.assemble(bar(_BAR, part, None, colour), right(rounded(part), _SHARE))
