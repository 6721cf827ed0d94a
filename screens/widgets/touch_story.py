"""The story of the one under the cursor: the deal, why they should care, and who was last in touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.touch_story import TouchStory
from journal.waiting import Waits
from screens import follow_up_words
from screens.widgets.ink import cut
from screens.widgets.panel import Panel
from screens.widgets.wrapped import wrapped

_LABELS = 9
_KEYS = (("Space", "done"), ("v", "another day"), ("n", "skip, and say why"))


class TouchCard(Panel):
    """Tells one in whole sentences; longer words wrap here and nowhere else."""

    HEADING = "This one"

    told: reactive[tuple[Waits, TouchStory] | None] = reactive(None)
    """The one under the cursor with what is known of it; None without any."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""
    currency: reactive[str] = reactive("")
    """The currency of the rep."""

    class Opened(Message):
        """The story was clicked."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """Where the deal stands, what is known, and the keys while there is room."""
        if self.told is None or self.day is None:
            return []
        line, story = self.told
        rows = [self._head(story, width), *_lines(line, story, self.day, width)][:height]
        if not line.follow_up.is_question and len(rows) + 2 <= height:
            rows += [Content(""), _keys()]
        return [row.truncate(width) for row in rows]

    def watch_told(self) -> None:
        """Name it in the rule."""
        name = self.HEADING
        if self.told is not None:
            line, story = self.told
            deal = story.line.deal if story.line else None
            name = cut(follow_up_words.heading(line.follow_up, deal), 60)
        self.border_title = Content(name)

    def on_click(self) -> None:
        """A click on the story that has the focus opens the deal."""
        if self.has_focus:
            self.post_message(self.Opened())

    def _head(self, story: TouchStory, width: int) -> Content:
        money, stage, state = follow_up_words.standing(story, self.currency)
        start = Content.assemble((money, "bold"), "  " if money else "")
        mark = f"   {state.glyph} {state.words}" if state.words else ""
        room = max(0, width - start.cell_length - len(mark))
        return Content.assemble(start, (cut(stage, room), "$muted"), (mark, state.colour))


def _lines(line: Waits, story: TouchStory, today: date, width: int) -> Iterator[Content]:
    for label, said in follow_up_words.story(line, story, today):
        for place, words in enumerate(wrapped(said, max(10, width - _LABELS))):
            head = label if place == 0 else ""
            colour = "$warning" if words == follow_up_words.NO_REASON else ""
            yield Content.assemble((head.ljust(_LABELS), "$muted"), (words, colour))


def _keys() -> Content:
    return Content("   ").join(
        Content.assemble((key, "bold $accent"), (f" {words}", "$muted")) for key, words in _KEYS
    )
