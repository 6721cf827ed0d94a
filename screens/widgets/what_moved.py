"""What moved: the best week, what was marked as progress, skills practised, and the reward."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from journal.entry import Entry
from journal.reviewing.view import ReviewView
from screens import review_words, wording
from screens.widgets.ink import cut, left
from screens.widgets.review_panel import ReviewPanel
from screens.widgets.wrapped import wrapped

_LABEL = 11
_WEEK, _BROUGHT, _LONGEST_BAR = 18, 28, 24
_SATURDAY = 5


class WhatMoved(ReviewPanel):
    """Labels at the left; progress takes the rows that are left over."""

    HEADING = "What moved"

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many rows as fit."""
        if self.view is None:
            return []
        if self.view.is_empty:
            return [
                Content.styled(words, "$muted")
                for words in wrapped(review_words.NOTHING_MOVED, width)
            ]
        return moved_rows(self.view, width, height)


def moved_rows(view: ReviewView, width: int, height: int) -> list[Content]:
    """The best week first, the reward last, and progress between them."""
    last: list[tuple[str, str, str]] = []
    if view.skills:
        last.append(("Skills", review_words.skills(view), ""))
    if view.reward is not None:
        last.append(("Reward", review_words.reward(view.reward), ""))
    elif height > 3:
        last.append(("Reward", review_words.NO_REWARD, "$muted"))
    style = "bold" if view.best_week else "$muted"
    first = ("Best week", review_words.week(view.best_week), style)
    room = max(1, height - 1 - len(last))
    told = [first, *_progress(view, room, width - _LABEL), *last]
    rows = [
        Content.assemble((label.ljust(_LABEL), "$muted"), (cut(words, width - _LABEL), style))
        for label, words, style in told[:height]
    ]
    weeks = list(_weeks(view, width))
    return [*rows, Content(""), *weeks] if len(rows) + 1 + len(weeks) <= height else rows


def _weeks(view: ReviewView, width: int) -> Iterator[Content]:
    """The weeks of a month that have begun, each with a bar of its reach-outs."""
    begun = [
        week
        for week in view.weeks
        if week.first <= view.span.until and (week.totals or week.first.weekday() < _SATURDAY)
    ]
    most = max((week.reach_outs for week in begun), default=0)
    cells = min(_LONGEST_BAR, width - _LABEL - _WEEK - _BROUGHT)
    if len(begun) < 2 or not most or cells < 1:
        return
    for number, week in enumerate(begun):
        label = "" if number else "Weeks"
        yield Content.assemble(
            (label.ljust(_LABEL), "$muted"),
            left(week.days, _WEEK),
            ("━" * round(week.reach_outs / most * cells), "$primary"),
            (f" {review_words.brought(week)}", "$muted"),
        )


def _progress(view: ReviewView, room: int, width: int) -> Iterator[tuple[str, str, str]]:
    noes = review_words.noes(view.said_no) if view.said_no else ""
    if not view.moved:
        yield "Progress", noes or review_words.NO_PROGRESS, "" if noes else "$muted"
        return
    if noes and room > 1:
        yield "Progress", noes, ""
        for _, words, style in _marked(view, room - 1, width):
            yield "", words, style
    else:
        tail = f" · {review_words.noes(view.said_no, short=True)}" if noes else ""
        for label, words, style in _marked(view, room, width - len(tail)):
            yield label, words + tail, style


def _marked(view: ReviewView, room: int, width: int) -> Iterator[tuple[str, str, str]]:
    """What the rep marked as progress."""
    shown = view.moved[:room]
    for number, entry in enumerate(shown):
        label = "" if number else "Progress"
        more = view.moved_count - len(shown)
        is_last = number == len(shown) - 1
        others = f" (and {more:,} more)" if is_last and more and room > 1 else ""
        yield label, cut(_words(entry), width - len(others)) + others, ""


def _words(entry: Entry) -> str:
    words = wording.one_line(entry.text, 300)
    if not entry.account or entry.account.casefold() in words.casefold():
        return words or "–"
    return f"{entry.account}: {words}" if words else entry.account
