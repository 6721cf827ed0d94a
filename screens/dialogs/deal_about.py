"""What the dialogs on a deal's end have in common: which deal it is, the day, and reasons in a word each."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets import Static

from journal.deal import Deal
from journal.deal_ending import Tag
from journal.errors import BadInput
from journal.journal import Journal
from screens import deal_words
from screens.dialogs.days import behind
from screens.widgets.ink import cut

WIDEST = 58
"""The cells of a line in the box."""


def about(deal: Deal, question: str = "") -> Static:
    """The deal with its amount, and under it what is asked."""
    code = deal.amount.currency if deal.amount else ""
    name = f"{deal_words.short_name(deal)}  {deal_words.amount(deal, code)}"
    told = [Content.styled(cut(name, WIDEST), "bold")]
    if question:
        told.append(Content(cut(question, WIDEST)))
    return Static(Content("\n").join(told), classes="about")


def read_ended_on(journal: Journal, words: str) -> date | None:
    """The day it ended; None, which is today, when none is said. Raises BadInput."""
    if not words.strip():
        return None
    day = behind(journal, words)
    if day > journal.today():
        raise BadInput("That day has not come yet; a deal ends today or earlier.")
    return day


def read_tags(words: str) -> tuple[Tag, ...]:
    """Reasons between commas, each a word or a few."""
    return tuple(Tag(tag=" ".join(one.split())) for one in words.split(",") if one.strip())
