"""All that is known of a deal and its account, to be read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Static

from journal.account_answer import AccountAnswer
from journal.deal_page import DealPage
from screens import account_words, deal_story_words, deal_words
from screens.widgets.ink import cut, left
from screens.widgets.wrapped import wrapped

_LABELS = 11
_PIECE = 2_000
_LONGEST = 20_000
"""The most of one text that is shown, in characters; its dialog opens the whole of it."""


class WholeStory(VerticalScroll):
    """Scrolls with the arrows once it has the focus."""

    HEADING = "The whole story"

    DEFAULT_CSS = """
    WholeStory {
        border-top: solid $faint;
        border-title-color: $muted;
        border-title-style: bold;
        border-title-background: transparent;
        padding: 0 0 0 1;
        scrollbar-size-vertical: 1;
        &:focus { border-top: heavy $accent; border-title-color: $accent; }
    }
    """

    def compose(self) -> ComposeResult:
        """The text."""
        yield StoryText(id="story-text")

    def show(self, page: DealPage | None, answer: AccountAnswer | None, today: date) -> None:
        """Tell of this deal; another one is read from its top."""
        text = self.query_one(StoryText)
        before = text.told[0].deal.id if text.told and text.told[0] else 0
        text.told = (page, answer, today)
        name = deal_words.short_name(page.deal) if page else self.HEADING
        self.border_title = Content(cut(name, 60))
        if page is None or page.deal.id != before:
            self.scroll_home(animate=False)


class StoryText(Static):
    """Lays the story out for the width it is given."""

    told: reactive[tuple[DealPage | None, AccountAnswer | None, date] | None] = reactive(
        None, layout=True
    )
    """The deal, its account, and the rep's today."""

    _drawn: tuple[int, object, list[Content]] | None = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows."""
        return max(1, len(self._rows(width)))

    def render(self) -> Content:
        """All rows."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        if self.told is None or width <= 0:
            return []
        if self._drawn is None or self._drawn[:2] != (width, self.told):
            self._drawn = (width, self.told, list(whole(*self.told, width)))
        return self._drawn[2]


def whole(
    page: DealPage | None, answer: AccountAnswer | None, today: date, width: int
) -> Iterator[Content]:
    """The story, what holds, who is there, what waits, each step, each entry, and what files said."""
    parts: list[Iterator[tuple[str, str]]] = []
    if page is not None:
        touch = answer.waiting[0] if answer and answer.waiting else None
        is_of_deal = touch is not None and touch.deal in (None, page.deal.id)
        story = deal_story_words.story(page, today, touch if is_of_deal else None)
        parts += [story, deal_story_words.more_story(page, today)]
    parts += [account_words.people(answer), account_words.waiting(answer, today)]
    if page is not None:
        parts.append(account_words.steps(page, today))
    entries = page.entries if page is not None else answer.entries if answer else ()
    parts.append(account_words.done(entries, today, page.notes if page is not None else {}))
    if page is not None:
        parts.append(deal_story_words.said_by_files(page))
    is_first = True
    for part in parts:
        rows = list(_part(part, width))
        if rows and not is_first:
            yield Content("")
        is_first = is_first and not rows
        yield from rows


def _part(part: Iterator[tuple[str, str]], width: int) -> Iterator[Content]:
    before = ""
    for label, words in part:
        name = "" if label == before else label
        is_missing = words in (
            deal_story_words.NOT_ASKED, deal_story_words.NOTHING_AGREED, account_words.NOBODY
        )  # fmt: skip
        style = "$muted" if is_missing else "$warning" if words.startswith("! ") else ""
        for line in _lines(words, max(10, width - _LABELS)):
            yield Content.assemble((left(name, _LABELS), "$muted"), (line, style))
            name = ""
        before = label


def _lines(words: str, width: int) -> Iterator[str]:
    for paragraph in words[:_LONGEST].splitlines():
        for start in range(0, len(paragraph), _PIECE):
            yield from wrapped(paragraph[start : start + _PIECE], width)
    if (more := len(words) - _LONGEST) > 0:
        yield f"… and {more:,} characters more"
