"""The story of the selected goal: where it stands, why it matters, and each time it was re-dated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.standing import Standing
from screens import goal_words, wording
from screens.widgets.ink import bar, cut
from screens.widgets.panel import Panel
from screens.widgets.wrapped import wrapped

_WIDEST_BAR = 60


class GoalStory(Panel):
    """Tells one goal in whole sentences; longer words wrap here and nowhere else."""

    HEADING = "Story"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "chart",
            "Chart",
            id="story.chart",
            key_display="Enter",
            tooltip="See it drawn against its line",
        ),
    ]

    standing: reactive[Standing | None] = reactive(None)
    """The goal or milestone under the cursor; None without any."""
    standings: reactive[tuple[Standing, ...]] = reactive(())
    """All of them, to count the parts."""

    class ChartAsked(Message):
        """The rep wants to see it drawn."""

    def action_chart(self) -> None:
        """Ask for the drawing."""
        self.post_message(self.ChartAsked())

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As much of the story as fits, the standing first."""
        if self.standing is None:
            return []
        is_roomy = height > 9
        return list(_story(self.standing, self.standings, width, is_roomy=is_roomy))

    def watch_standing(self, standing: Standing | None) -> None:
        """Name it in the rule."""
        title = cut(standing.goal.title, 60) if standing else self.HEADING
        self.border_title = Content(title)


def _story(
    standing: Standing, standings: tuple[Standing, ...], width: int, *, is_roomy: bool
) -> Iterator[Content]:
    state = wording.state(standing)
    head = Content.styled(goal_words.heading(standing), "bold")
    stands = Content.styled(f"{state.glyph} {state.words}", state.colour)
    if head.cell_length + 3 + stands.cell_length <= width:
        yield Content.assemble(head, "   ", stands)
    else:
        yield from (head, stands)
    if is_roomy and standing.term.target is not None:
        yield bar(min(width, _WIDEST_BAR), *wording.shares(standing))
    for words in wrapped(goal_words.line(standing), width):
        yield Content(words)
    if standing.coming is not None:
        for words in wrapped(f"‖ {goal_words.easing(standing.coming, standing)}", width):
            yield Content.styled(words, "$muted")
    blank = [Content("")] if is_roomy else []
    yield from blank
    if goal_words.is_goal(standing) or standing.has_parts:
        said = goal_words.parts(standing, standings) or "no waypoint yet: l lays them backward"
        yield Content.styled(cut(said, width), "$muted")
    elif not standing.is_finished:
        yield from letters(standing, width)
    yield from _in_words(standing, width, blank)


def _in_words(standing: Standing, width: int, blank: list[Content]) -> Iterator[Content]:
    """What the rep wrote about it, and each time it was re-dated."""
    goal = standing.goal
    said = (("Why", goal.why), ("Achievable", goal.evidence), ("Serves", goal.serves))
    if any(words for _, words in said):
        yield from blank
    for label, words in said:
        yield from _labelled(label, words or "", width)
    yield from blank
    for index, term in reversed(list(enumerate(goal.terms))):
        day = f"{term.decided.day} {wording.month(term.decided)}"
        told = goal_words.term(term, standing, is_first=index == 0)
        yield from _labelled(day, told + (f"  “{term.why}”" if term.why else ""), width)


def letters(standing: Standing, width: int) -> Iterator[Content]:
    """The five letters, which of them hold, and what the first open one asks."""
    lacks = set(standing.lacks)
    wide = width >= 61
    yield Content("  ").join(
        Content.assemble(
            ("◌ " if lack in lacks else "✓ ", "$warning" if lack in lacks else "$success"),
            (name if wide else name[0], "$muted" if lack in lacks else "bold"),
        )
        for name, lack, _ in goal_words.LETTERS
    )
    if not lacks:
        yield Content.styled("S.M.A.R.T.: all five hold.", "$muted")
        return
    words = f"Not yet S.M.A.R.T.: {', '.join(standing.lacks)}"
    yield Content.styled(cut(words, width), "$muted")
    name, asks = next((name, asks) for name, lack, asks in goal_words.LETTERS if lack in lacks)
    key = "r" if name in ("Timely", "Measurable") else "Enter"
    yield Content.assemble(cut(f"{name}: {asks}", width - 8), "  ", (key, "bold $accent"))


def _labelled(label: str, said: str, width: int) -> Iterator[Content]:
    if not said.strip():
        return
    for index, words in enumerate(wrapped(said, width - 12)):
        head = label if index == 0 else ""
        yield Content.assemble((head.ljust(12), "$muted"), words)
