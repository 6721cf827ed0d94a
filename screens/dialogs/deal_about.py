"""What the dialogs on a deal's end have in common: which deal it is, the day, and reasons in a word each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from textual.content import Content
from textual.widgets import Static

from journal.deal import Deal
from journal.deal_ending import Missing, Tag, tag_in_words, tag_said
from journal.errors import BadInput
from journal.follow_up import FollowUp
from journal.journal import Journal
from screens import deal_words
from screens.dialogs.days import behind
from screens.dialogs.fields import Choice
from screens.dialogs.form import Row
from screens.widgets.ink import cut

WIDEST = 58
"""The cells of a line in the box."""

SEEN: tuple[tuple[bool | None, str], ...] = (
    (None, "not known"),
    (True, "taught: we showed them"),
    (False, "discovered: they found it"),
)
"""Who saw first what decided it."""

MISSING: tuple[tuple[Missing | None, str], ...] = (
    (None, "not known"),
    *((one, one.value) for one in Missing),
)
"""What a deal lacked that nobody decided."""

A_WORD_EACH = "references, price"
"""How reasons are written."""


def about(deal: Deal, question: str = "") -> Static:
    """The deal with its amount, and under it what is asked."""
    code = deal.amount.currency if deal.amount else ""
    name = f"{deal_words.short_name(deal)}  {deal_words.amount(deal, code)}"
    told = [Content.styled(cut(name, WIDEST), "bold")]
    if question:
        told.append(Content(cut(question, WIDEST)))
    return Static(Content("\n").join(told), classes="about")


def still_waiting(journal: Journal, deal: Deal) -> tuple[FollowUp, ...]:
    """The follow-ups that are about a deal while it is open; none once it has ended."""
    return journal.deals.waiting_on(deal.id) if deal.is_open else ()


def waiting_row(waiting: Sequence[FollowUp], *, closes: bool) -> Iterable[Row]:
    """Whether the follow-ups that wait are closed with the deal; no row where none waits."""
    if waiting:
        which = deal_words.which_wait(waiting)
        options = ((True, f"close {which}"), (False, f"keep {which}"))
        yield Row("Follow-ups", Choice(options, closes, id="waiting"))


def read_ended_on(journal: Journal, words: str) -> date | None:
    """The day it ended; None, which is today, when none is said. Raises BadInput."""
    if not words.strip():
        return None
    day = behind(journal, words)
    if day > journal.today():
        raise BadInput("That day has not come yet; a deal ends today or earlier.")
    return day


def read_tags(words: str, taught: bool | None = None) -> tuple[Tag, ...]:
    """Reasons between commas, each a word or a few; ``taught`` is of those that do not say it.

    Raises BadInput.
    """
    said = (tag_said(one) for one in words.split(",") if one.strip())
    return tuple(replace(tag, taught=taught) if tag.taught is None else tag for tag in said)


def tags_in_words(tags: Sequence[Tag]) -> str:
    """Reasons as they are typed, without who saw them first: that has a row of its own."""
    first = tags[0].taught if tags else None
    same = all(tag.taught is first for tag in tags)
    return ", ".join(tag.tag if same else tag_in_words(tag) for tag in tags)


def taught_of(tags: Sequence[Tag]) -> bool | None:
    """Who saw all of them first; None where nobody knows, or it differs."""
    first = tags[0].taught if tags else None
    return first if all(tag.taught is first for tag in tags) else None
