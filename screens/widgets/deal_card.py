"""The story of the deal under the cursor: why they would change, what is open, what each side does next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.deal_page import DealPage
from journal.entry import Entry
from journal.follow_up import FollowUp
from screens import deal_story_words, deal_words, entry_words, wording
from screens.widgets.ink import cut, left
from screens.widgets.panel import Panel
from screens.widgets.wrapped import wrapped

_LABELS = _DAYS = 10
_KINDS = 11
_WHY = ("Changed", "Pain", "Need")
_MOST_ROWS = 3
"""Rows one label may take here; Enter opens the whole of it."""


class DealCard(Panel):
    """Tells one deal in a few rows; the rest opens with Enter."""

    HEADING = "This deal"

    page: reactive[DealPage | None] = reactive(None)
    """The deal under the cursor; None without any."""
    at_account: reactive[FollowUp | None] = reactive(None)
    """The touch that waits at its account."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    class Opened(Message):
        """The card was clicked."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """Where it stands, its story, and its last entries in what room is left."""
        if self.page is None or self.day is None:
            return []
        pairs = tuple(deal_story_words.story(self.page, self.day, self.at_account))
        story = [*head(self.page), *told(pairs, width)]
        if len(story) > height and self.page.deal.is_open:
            story = [*head(self.page), *told(in_short(pairs), width)]
        room = height - len(story) - 1
        if room < 1:
            return story[:height]
        return [*story, Content(""), *entries(self.page.entries[:room], self.day, width)]

    def watch_page(self, page: DealPage | None) -> None:
        """Name it in the rule."""
        name = deal_words.short_name(page.deal) if page is not None else self.HEADING
        self.border_title = Content(cut(name, 48))

    def on_click(self) -> None:
        """A click on the card that has the focus opens it."""
        if self.has_focus:
            self.post_message(self.Opened())


def head(page: DealPage) -> Iterator[Content]:
    """What it is worth, where it stands and since when."""
    deal = page.deal
    code = deal.amount.currency if deal.amount else ""
    worth, state = deal_words.amount(deal, code), deal_words.state(page.line)
    yield Content.assemble(
        (worth.ljust(max(_LABELS, len(worth) + 2)), "bold" if deal.amount else "$muted"),
        f"{cut(deal_words.stage_and_day(page.line), 40)}",
        (f"  {state.glyph} {state.words}", state.colour),
    )


def in_short(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same for few rows: why they would change in one row, what is next, what is open, then the rest."""
    why = [each for each in pairs if each[0] in _WHY and each[1] != deal_story_words.NOT_ASKED]
    first = [*why[:1], *(each for each in pairs if each[0] == "Next")]
    rest = [each for each in pairs if each not in first and each[0] not in _WHY]
    return [*first, *rest, *(each for each in pairs if each[0] in _WHY and each not in first)]


def told(pairs: Sequence[tuple[str, str]], width: int) -> Iterator[Content]:
    """The story, each label once, its words wrapped over a few rows."""
    before = ""
    for label, words in pairs:
        lines = list(wrapped(words, max(10, width - _LABELS)))[:_MOST_ROWS]
        for place, line in enumerate(lines):
            name = label if place == 0 and label != before else ""
            is_missing = line in (deal_story_words.NOT_ASKED, deal_story_words.NOTHING_AGREED)
            style = "$muted" if is_missing else "$warning" if line.startswith("! ") else ""
            start = _bold_start(label if place == 0 else "", line, style)
            yield Content.assemble((left(name, _LABELS), "$muted"), *start)
        before = label


def entries(newest: Sequence[Entry], today: date, width: int) -> Iterator[Content]:
    """The last things done about it, newest first."""
    for entry in newest:
        words = cut(entry_words.details(entry), max(5, width - _DAYS - _KINDS))
        yield Content.assemble(
            (left(_day(entry.day, today), _DAYS), "$muted"),
            (left(entry_words.what(entry), _KINDS - 1), "bold"),
            " ",
            (words, "$muted"),
        )


def _day(day: date, today: date) -> str:
    return f"{day.day} {wording.month(day)}" + ("" if day.year == today.year else f" {day:%y}")


def _bold_start(label: str, line: str, style: str) -> Iterator[tuple[str, str]]:
    """The letter of an open check stands out, as it does in the list."""
    is_check = label == "Open" and ": " in line
    yield (line[:1] if is_check else "", "bold")
    yield (line[1:] if is_check else line, style)
