"""A goal short of its target that is to be completed: done all the same, or laid again."""

from __future__ import annotations

from enum import StrEnum

from journal.standing import Standing
from screens import goal_words
from screens.dialogs.ask import AskDialog


class Short(StrEnum):
    """What becomes of it."""

    DONE = "done"
    REDATE = "redate"


class ShortDialog(AskDialog[Short]):
    """Hands back what becomes of it; nothing when the rep leaves it as it is."""

    def __init__(self, standing: Standing) -> None:
        """Take it as it stands."""
        super().__init__(
            standing.goal.title,
            goal_words.short_of_it(standing),
            [
                (Short.DONE, "Done all the same"),
                (Short.REDATE, "Re-date: give it another day or target"),
            ],
        )
