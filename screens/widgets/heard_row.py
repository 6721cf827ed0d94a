"""The row under the line: what it heard, what was saved, and at rest which keys count."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.quick_entry import Heard
from screens import entry_words
from screens.widgets.ink import cut

_ENTER = " Enter saves "
_UNCLEAR = " Not yet clear "


class HeardRow(Static):
    """One row in three forms: at rest, hearing, and after something was done."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    HeardRow {
        height: 1;
        padding: 0 0 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    words: reactive[Content] = reactive(Content(""))
    """What stands in the row."""

    def __init__(self) -> None:
        """Make it at rest."""
        super().__init__(id="heard", markup=False)
        self.set_reactive(HeardRow.words, _at_rest())

    def render(self) -> Content:
        """The row."""
        return self.words

    def rest(self) -> None:
        """Say which keys count."""
        self.words = _at_rest()

    def hear(self, heard: Heard, today: date) -> None:
        """Say what Enter would save, or what is not clear yet."""
        if heard.entry is None:
            chip = (_UNCLEAR, "bold $background on $muted")
            self.words = Content.assemble(chip, "  ", (cut(heard.hint, 200), "$muted"))
            return
        said = entry_words.said_back(heard.entry, today)
        account = said.account + (" (new)" if heard.new_account and said.account else "")
        self.words = Content.assemble(
            (_ENTER, "bold $background on $primary"),
            ("  " + cut(said.what, 40), "bold"),
            f"  {cut(account, 60)}" if account else "",
            (f"  {cut(said.words, 60)}" if said.words else "", "$muted"),
            (f"   {said.when}", "$muted"),
        )

    def done(self, words: str, hint: str) -> None:
        """Say what was done, and how to take it back."""
        self.words = Content.assemble(
            ("✓ ", "$success"), (cut(words, 160), "bold"), "   ", _keyed(hint)
        )

    def tell(self, words: str) -> None:
        """Say something that changed nothing."""
        self.words = Content(cut(words, 300))

    def trouble(self, words: str) -> None:
        """Say in one calm sentence what is in the way."""
        self.words = Content.assemble(("! ", "$warning"), cut(words, 300))


def _at_rest() -> Content:
    return Content.assemble(
        ("c i o t", "bold $accent"),
        (" count one of each   ", "$muted"),
        ("Enter", "bold $accent"),
        (" writes a line   ", "$muted"),
        ("u", "bold $accent"),
        (" takes the last thing back", "$muted"),
    )


def _keyed(hint: str) -> Content:
    key, _, words = hint.partition(" ")
    return Content.assemble((key, "bold $accent"), (f" {words}", "$muted"))
