"""The row above the line: it offers to close the day from the evening's hour on, then says it is closed."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from journal.briefing import Briefing
from screens import visit_words
from screens.widgets.ink import cut


class EveningRow(Static):
    """One row, there only when it has something to say; a click opens the evening page."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    EveningRow {
        height: 1;
        display: none;
        padding: 0 0 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &.-said { display: block; }
    }
    """

    briefing: reactive[Briefing | None] = reactive(None)
    """The day as it stands."""

    class Opened(Message):
        """The rep wants the evening page."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(id="evening", markup=False)

    def render(self) -> Content:
        """The offer, or how the day was closed."""
        briefing, width = self.briefing, self.content_size.width
        if briefing is None:
            return Content("")
        if briefing.page.done_at is not None:
            words = cut(visit_words.closed(briefing.page), max(0, width - 2))
            return Content.assemble(("✓ ", "$success"), words)
        key, _, words = visit_words.CLOSES.partition(" ")
        offer = Content.assemble((key, "bold $accent"), (f" {words}", "$muted"))
        chip = (" Evening ", "bold $background on $primary")
        room = width - 9 - 2 - 2 - offer.cell_length
        done = visit_words.done_so_far(briefing)
        if room < len(done):
            offer = Content.assemble((key, "bold $accent"), (" closes the day", "$muted"))
            room = width - 9 - 2 - 2 - offer.cell_length
        return Content.assemble(chip, "  ", cut(done, max(0, room)), "  ", offer)

    def watch_briefing(self, briefing: Briefing | None) -> None:
        """Be there only with something to say."""
        is_said = briefing is not None and (
            briefing.offers_evening or briefing.page.done_at is not None
        )
        self.set_class(is_said, "-said")

    def on_click(self) -> None:
        """A click asks for the page."""
        self.post_message(self.Opened())
