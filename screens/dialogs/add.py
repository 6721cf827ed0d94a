"""What the key for adding opens on Goals: a goal, or a milestone on the way to one."""

from __future__ import annotations

from journal.goal import Form, Goal
from screens.dialogs.ask import AskDialog


class AddDialog(AskDialog[Form]):
    """Hands back which of the two is to be added."""

    def __init__(self, part_of: Goal | None = None) -> None:
        """Take the goal under the cursor, which a new milestone would hang on."""
        below = f" of “{part_of.title}”" if part_of else ""
        super().__init__(
            "Add",
            "What would you like to add?",
            [
                (Form.MILESTONE, f"Milestone{below}: a waypoint with a number and a date"),
                (Form.GOAL, "Goal: what success is"),
            ],
        )
