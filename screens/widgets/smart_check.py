"""The five letters of the selected milestone: which hold, and what the first open one asks."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.standing import Standing
from screens import goal_words
from screens.widgets.ink import cut
from screens.widgets.panel import Panel


class SmartCheck(Panel, can_focus=False):
    """Says what makes a waypoint a good one, without a verdict."""

    HEADING = "S.M.A.R.T."

    standing: reactive[Standing | None] = reactive(None)
    """The goal or milestone under the cursor; None without any."""
    standings: reactive[tuple[Standing, ...]] = reactive(())
    """All of them, to count the parts."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The letters, then what is open."""
        standing = self.standing
        if standing is None:
            return [Content.styled(cut(words, width), "$muted") for words in goal_words.EMPTY[1:]]
        if goal_words.is_goal(standing) or standing.has_parts:
            return self._of_a_goal(standing, width)
        return _letters(standing, width)

    def watch_standing(self, standing: Standing | None) -> None:
        """Name what is said in the rule."""
        asks = standing is None or not (goal_words.is_goal(standing) or standing.has_parts)
        self.border_title = Content(self.HEADING if asks else "On the way to it")

    def _of_a_goal(self, standing: Standing, width: int) -> list[Content]:
        said = goal_words.parts(standing, self.standings) or "no waypoint yet: a lays the first one"
        why = standing.goal.why or "Why does it matter? Enter writes it down."
        return [
            Content.styled(cut(said, width), "bold"),
            Content.styled(cut(why, width), "$foreground" if standing.goal.why else "$muted"),
        ]


def _letters(standing: Standing, width: int) -> list[Content]:
    gap = "  " if width >= 61 or width < 57 else " "
    lacks = set(standing.lacks)
    row = Content(gap).join(
        Content.assemble(
            ("◌ " if lack in lacks else "✓ ", "$warning" if lack in lacks else "$success"),
            (name if width >= 57 else name[0], "$muted" if lack in lacks else "bold"),
        )
        for name, lack, _ in goal_words.LETTERS
    )
    open_letters = [(name, asks) for name, lack, asks in goal_words.LETTERS if lack in lacks]
    if standing.is_finished or not open_letters:
        words = standing.goal.evidence or ""
        return [
            row,
            Content.styled("All five hold.", "$muted"),
            Content.styled(cut(words, width), "$muted"),
        ]
    name, asks = open_letters[0]
    key = "r" if name == "Timely" or name == "Measurable" else "Enter"
    return [
        row,
        Content.styled(cut(f"Not yet S.M.A.R.T.: {', '.join(standing.lacks)}", width), "$muted"),
        Content.assemble(cut(f"{name}: {asks}", width - 8), "  ", (key, "bold $accent")),
    ]
