"""What was done today, progress first: the reach-outs three rows high, the rest, and how the day stands."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.briefing import Briefing
from journal.days import DayState
from screens import visit_words
from screens.widgets.ink import cut, tall
from screens.widgets.panel import Panel


class DayDone(Panel, can_focus=False):
    """Answers one question: what moved today?"""

    HEADING = "Today"

    briefing: reactive[Briefing | None] = reactive(None)
    """The day as it stands."""
    streak: reactive[int] = reactive(0)
    """The days kept in a row, today included."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The number with three lines beside it; a quiet day has none."""
        briefing = self.briefing
        if briefing is None:
            return []
        if not (briefing.timeline or briefing.reach_outs.done):
            return list(Content.styled(visit_words.QUIET, "bold").wrap(max(1, width - 1)))
        count = briefing.reach_outs
        room = max(0, width - 2 * len(str(count.done)) - 8)
        is_kept = briefing.state is DayState.KEPT
        stands = visit_words.day_stands(briefing.state, self.streak)
        beside = (
            Content.styled("reach-out" if count.done == 1 else "reach-outs", "bold"),
            Content.styled(cut(visit_words.beside(briefing, room), room), "$muted"),
            Content.styled(cut(stands, room), "$success" if is_kept else "$muted"),
        )
        indent = " " if width < 50 else "  "
        return [
            Content.assemble(indent, (digits, "bold $accent"), "   ", words)
            for digits, words in zip(tall(f"{count.done}"), beside, strict=True)
        ]
