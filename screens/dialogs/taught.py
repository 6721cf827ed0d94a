"""What the deals, meetings and outreach of the last months teach, with the counts it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widgets import Static

from journal.percent import rounded
from journal.reviewing.span import Span
from journal.taught import Taught
from screens import taught_words, wording
from screens.dialogs.reading import ReadingDialog
from screens.widgets.ink import bar, cut, left, right
from screens.widgets.wrapped import wrapped

_WIDTH = 72
_LABEL, _COUNT, _SHARE, _BAR = 24, 12, 6, 16
_SHOWN = 12


class TaughtDialog(ReadingDialog):
    """Tells it in one column that scrolls."""

    DEFAULT_CSS = """
    TaughtDialog > #box { width: 80; }
    """

    def __init__(self, taught: Taught, span: Span) -> None:
        """Take what is told, and the week or month that is looked at."""
        super().__init__()
        self._taught = taught
        self._span = span

    def heading(self) -> str:
        """What it is."""
        return "Reasons, chances and first meetings"

    def body(self) -> Static:
        """One part after the other."""
        return Static(Content("\n").join(list(self._lines())), id="lines")

    def _lines(self) -> Iterator[Content]:
        parts = (
            ("Deals that ended", self._ended()),
            ("What decides, in 24 months", self._reasons()),
            ("What to say in a pitch", self._points()),
            ("Your Monday chances", _sentences(taught_words.calibrated(self._taught.calibration))),
            ("Ended without a decision", self._risks()),
            ("How much you talk in meetings", self._meetings()),
            ("Outreach and first meetings", self._tactics()),
        )
        for number, (title, lines) in enumerate(parts):
            if number:
                yield Content("")
            yield Content.styled(title, "bold")
            yield from lines

    def _ended(self) -> Iterator[Content]:
        taught, span = self._taught, self._span
        yield _row(span.title, taught_words.ended(taught, span))
        in_all = taught_words.endings(taught.ended(taught.since, span.today))
        yield _row("24 months", in_all or "none")

    def _reasons(self) -> Iterator[Content]:
        decides = self._taught.decides
        if not decides.reasons:
            yield from _sentences((taught_words.NO_REASONS,))
            return
        of_wins, of_losses = f"of {decides.wins:,} won", f"of {decides.losses:,} lost"
        heads = " " * _LABEL + right(of_wins, _COUNT) + right(of_losses, _COUNT)
        yield Content.styled(heads, "$muted")
        room = _WIDTH - _LABEL - 2 * _COUNT - 2
        for one in decides.reasons[:_SHOWN]:
            yield Content.assemble(
                (left(one.tag, _LABEL), "bold" if one.is_clear else ""),
                right(f"{one.wins:,}", _COUNT),
                right(f"{one.losses:,}", _COUNT),
                (f"  {cut(taught_words.clear(one), room)}", "" if one.is_clear else "$muted"),
            )
            if seen := taught_words.seen(one):
                yield Content.styled(f"  {seen}", "$muted")
        if (more := len(decides.reasons) - _SHOWN) > 0:
            yield Content.styled(
                f"and {more:,} more; journal deal teach --json lists them", "$muted"
            )
        yield from _sentences((decides.note, taught_words.differing(decides)))

    def _points(self) -> Iterator[Content]:
        taught = self._taught
        if not taught.points:
            yield from _sentences((taught_words.NO_POINTS,))
        for point in taught.points:
            yield _row(point.tag, taught_words.point(point, taught.decides))

    def _risks(self) -> Iterator[Content]:
        if not any(risk.n for risk in self._taught.risks):
            yield from _sentences((taught_words.NO_RISKS,))
            return
        for risk in self._taught.risks:
            yield _row(taught_words.pushed(risk), taught_words.undecided(risk))

    def _meetings(self) -> Iterator[Content]:
        months = [month for month in self._taught.months if month.meetings]
        if not months:
            yield from _sentences((taught_words.NO_MEETINGS,))
        for month in months:
            name = f"{wording.month(month.first)} {month.first.year}"
            share = None if month.talk_share is None else month.talk_share / 100
            drawn = Content(" " * _BAR) if share is None else bar(_BAR, share)
            yield Content.assemble(
                (name.ljust(_LABEL), "$muted"),
                drawn,
                right("–" if share is None else rounded(share), _SHARE),
                (f"   {taught_words.meetings(month)}", "$muted"),
            )

    def _tactics(self) -> Iterator[Content]:
        if not self._taught.tactics:
            yield from _sentences((taught_words.NO_TACTICS,))
        for tactic in self._taught.tactics[:_SHOWN]:
            yield _row(f"#{tactic.tag}", taught_words.met(tactic))


def _row(label: str, words: str) -> Content:
    return Content.assemble((left(label, _LABEL), "$muted"), cut(words, _WIDTH - _LABEL))


def _sentences(told: Iterable[str]) -> Iterator[Content]:
    for sentence in told:
        for words in wrapped(sentence, _WIDTH):
            yield Content.styled(words, "$muted")
