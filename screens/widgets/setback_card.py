"""The card of one setback: what happened, why the rep goes on, what they made of it, what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.setback_line import SetbackLine
from screens import setback_words, wording
from screens.widgets.ink import cut
from screens.widgets.panel import Panel
from screens.widgets.wrapped import wrapped

_LABELS = 15
_ROOMY = 9
"""From so many rows on a blank line stands between the parts."""


class SetbackCard(Panel):
    """Tells one setback in whole sentences; longer words wrap here and nowhere else."""

    HEADING = "This one"

    line: reactive[SetbackLine | None] = reactive(None)
    """The setback under the cursor; None without any."""
    purpose: reactive[str | None] = reactive(None)
    """Why the rep does this; it stands on every setback."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    class Opened(Message):
        """The card was clicked."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """All of it where it fits; else what happened, what is asked, the purpose, then the rest."""
        if self.line is None or self.day is None:
            return []
        return card(self.line, self.purpose, self.day, width, height)

    def watch_line(self, line: SetbackLine | None) -> None:
        """Name it in the rule."""
        name = self.HEADING
        if line is not None:
            name = cut(line.setback.account or line.setback.type, 40)
        self.border_title = Content(name)

    def on_click(self) -> None:
        """A click on the card that has the focus opens it."""
        if self.has_focus:
            self.post_message(self.Opened())


def card(
    line: SetbackLine, purpose: str | None, today: date, width: int, height: int
) -> list[Content]:
    """What happened, why, what was made of it, what is asked; what does not fit opens with Enter."""
    head = list(_head(line, today, width))
    why = [Content.styled(cut(wording.purpose(purpose), width), "$muted")] if purpose else []
    told = list(_told(line, today, width))
    asked = list(_asked(line, width))
    if height < _ROOMY:
        room = height - len(head[:2]) - len(asked[:1])
        first = [*head[:2], *asked[:1], *why[: max(0, room)]]
        return [*first, *told[: max(0, height - len(first))]]
    others = [part for part in (head[: height - _ROOMY + 2], why, asked) if part]
    room = height - sum(len(part) + 1 for part in others)
    parts = [part for part in (others[0], why, told[: max(0, room)], asked) if part]
    return [row for part in parts for row in (*part, Content(""))][:-1]


def _head(line: SetbackLine, today: date, width: int) -> Iterator[Content]:
    hit = line.setback
    sting = f"sting {hit.sting}" if hit.sting is not None else ""
    said = (setback_words.day(hit.day, today), hit.type, sting)
    yield Content.styled(cut("  ".join(words for words in said if words), width), "bold")
    for words in wrapped(setback_words.happened(hit), width):
        yield Content(words)
    if line.not_measured:
        yield Content.styled(cut(f"not measured: {line.not_measured}", width), "$muted")


def _told(line: SetbackLine, today: date, width: int) -> Iterator[Content]:
    for label, said in setback_words.story(line, today):
        for place, words in enumerate(wrapped(said, max(10, width - _LABELS))):
            head = label if place == 0 else ""
            yield Content.assemble((head.ljust(_LABELS), "$muted"), words)


def _asked(line: SetbackLine, width: int) -> Iterator[Content]:
    if question := setback_words.question(line):
        yield Content.styled(cut(f"? {question}", width), "bold $warning")
        yield _key(f" answers, {setback_words.ENOUGH}")
    elif not setback_words.is_worked_through(line):
        yield _key(f" {setback_words.WHEN_YOU_LIKE}")


def _key(words: str) -> Content:
    return Content.assemble(("Enter", "bold $accent"), (words, "$muted"))
