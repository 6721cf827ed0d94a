"""The row under the line: what it heard, what was saved, what is in the way, and at rest which keys count."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.quick_entry import Heard
from screens import entry_words, wording
from screens.widgets.ink import cut

MOST_ROWS = 4
"""The most rows that a sentence takes from the page."""

_ENTER = " Enter saves "
_UNCLEAR = " Not yet clear "


class HeardRow(Static):
    """One row: at rest, hearing, after something was done; a sentence that is too long for it takes more."""

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
        self._is_whole = False
        self._drawn = 1

    def render(self) -> Content:
        """The row, or as many as the sentence takes."""
        return Content("\n").join(self._rows())

    def watch_words(self) -> None:
        """Take the room that the words need."""
        self._fit()

    def on_resize(self) -> None:
        """A narrower terminal may ask for one row more."""
        self._fit()

    def rest(self) -> None:
        """Say which keys count."""
        self._say(_at_rest())

    def hear(self, heard: Heard, today: date, joined: int = 0) -> None:
        """Say what Enter would save, or what is not clear yet, and how many lines a paste had."""
        before = (f"{wording.joined(joined)}   " if joined else "", "$muted")
        if heard.entry is None:
            chip = (_UNCLEAR, "bold $background on $muted")
            self._say(
                Content.assemble(before, chip, "  ", (cut(heard.hint, 300), "$muted")),
                is_whole=True,
            )
            return
        said = entry_words.said_back(heard.entry, today)
        account = said.account + (" (new)" if heard.new_account and said.account else "")
        words = Content.assemble(
            before,
            (_ENTER, "bold $background on $primary"),
            ("  " + cut(said.what, 40), "bold"),
            f"  {cut(account, 60)}" if account else "",
            (f"  {cut(said.words, 60)}" if said.words else "", "$muted"),
            (f"   {said.when}", "$muted"),
        )
        self._say(words)

    def done(self, words: str, hint: str) -> None:
        """Say what was done, and how to take it back."""
        said = Content.assemble(("✓ ", "$success"), (cut(words, 160), "bold"), "   ", _keyed(hint))
        self._say(said)

    def tell(self, words: str) -> None:
        """Say something that changed nothing."""
        self._say(Content(cut(words, 300)), is_whole=True)

    def trouble(self, words: str) -> None:
        """Say in one calm sentence what is in the way."""
        self._say(Content.assemble(("! ", "$warning"), cut(words, 300)), is_whole=True)

    def _say(self, words: Content, *, is_whole: bool = False) -> None:
        self._is_whole = is_whole
        self.words = words

    def _fit(self) -> None:
        rows = len(self._rows())
        if rows != self._drawn:
            self._drawn = rows
            self.styles.height = rows

    def _rows(self) -> list[Content]:
        width = self.content_size.width
        if not self._is_whole or width <= 0:
            return [self.words]
        return self.words.wrap(width)[:MOST_ROWS]


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
