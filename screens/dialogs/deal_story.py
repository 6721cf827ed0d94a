"""The story of a deal, question by question, in the buyer's words first."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from journal.deal import Deal
from journal.deal_story import DealStory
from journal.journal import Journal
from screens.dialogs.fields import Words
from screens.dialogs.form import Form, Row
from screens.drafted import Draft

_ROWS = (
    ("changed", "What changed"),
    ("pain", "What hurts"),
    ("need", "What they need"),
    ("they_do", "They do next"),
    ("helper", "Helper, and my ask"),
    ("give", "We give"),
    ("get", "We get"),
    ("stretches", "Stretched, raised"),
)


class StoryDialog(Form[DealStory]):
    """Hands back the story; every row may stay empty."""

    DEFAULT_CSS = """
    StoryDialog { & Words.field { height: 2; } }
    """

    hint = "Their own words where you have them; every row may stay empty."

    def __init__(
        self, journal: Journal, deal: Deal, story: DealStory, said: str = "", title: str = ""
    ) -> None:
        """Take the deal and its story as read or typed before; and why it was not saved."""
        super().__init__(said, Draft(journal, "deal-story", deal.id, may_change=True))
        self._story = story
        self.title_text = title or "Their story"

    def rows(self) -> Iterable[Row]:
        """The questions."""
        for name, label in _ROWS:
            yield Row(label, Words(getattr(self._story, name), id=name))

    def read(self) -> DealStory:
        """What stands in the rows."""
        return replace(
            self._story,
            changed=self.text("changed"),
            pain=self.text("pain"),
            need=self.text("need"),
            they_do=self.text("they_do"),
            helper=self.text("helper"),
            give=self.text("give"),
            get=self.text("get"),
            stretches=self.text("stretches"),
        )

    def settling(self) -> AbstractContextManager[None]:
        """What is saved inside lets go of what was typed here."""
        return self.draft.settled() if self.draft else nullcontext()
