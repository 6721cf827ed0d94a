"""The story of the selected goal: where it stands, why it matters, and each time it was re-dated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive

from journal.shown import shown
from journal.standing import Standing
from screens import goal_words, wording
from screens.widgets.ink import bar, cut
from screens.widgets.panel import Panel

_WIDEST_BAR = 60
_LONGEST = 2_000


class GoalStory(Panel):
    """Tells one goal in whole sentences; longer words wrap here and nowhere else."""

    HEADING = "Story"

    standing: reactive[Standing | None] = reactive(None)
    """The goal or milestone under the cursor; None without any."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As much of the story as fits, the standing first."""
        if self.standing is None:
            return []
        return list(_story(self.standing, width, is_roomy=height > 9))

    def watch_standing(self, standing: Standing | None) -> None:
        """Name it in the rule."""
        title = cut(standing.goal.title, 60) if standing else self.HEADING
        self.border_title = Content(title)


def _story(standing: Standing, width: int, *, is_roomy: bool) -> Iterator[Content]:
    state = wording.state(standing)
    yield Content.assemble(
        (goal_words.heading(standing), "bold"),
        "   ",
        (f"{state.glyph} {state.words}", state.colour),
    )
    if is_roomy and standing.term.target is not None:
        yield bar(min(width, _WIDEST_BAR), *wording.shares(standing))
    for words in wrapped(goal_words.line(standing), width):
        yield Content(words)
    if standing.coming is not None:
        for words in wrapped(f"‖ {goal_words.easing(standing.coming, standing)}", width):
            yield Content.styled(words, "$muted")
    if standing.lacks:
        for words in wrapped(f"◌ not yet S.M.A.R.T.: {', '.join(standing.lacks)}", width):
            yield Content.styled(words, "$muted")
    if is_roomy:
        yield Content("")
    goal = standing.goal
    for label, said in (("Why", goal.why), ("Achievable", goal.evidence), ("Serves", goal.serves)):
        yield from _labelled(label, said or "", width)
    if is_roomy and (goal.why or goal.evidence or goal.serves):
        yield Content("")
    for index, term in reversed(list(enumerate(goal.terms))):
        day = f"{term.decided.day} {wording.month(term.decided)}"
        words = goal_words.term(term, standing, is_first=index == 0)
        yield from _labelled(day, words + (f"  “{term.why}”" if term.why else ""), width)


def _labelled(label: str, said: str, width: int) -> Iterator[Content]:
    if not said.strip():
        return
    for index, words in enumerate(wrapped(said, width - 12)):
        head = label if index == 0 else ""
        yield Content.assemble((head.ljust(12), "$muted"), words)


def wrapped(text: str, width: int) -> Iterator[str]:
    """The rep's words, safe to show, in lines no wider than ``width`` cells."""
    line = ""
    for word in shown(" ".join(text[:_LONGEST].split())).split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = cut(word, width)
    if line:
        yield line
