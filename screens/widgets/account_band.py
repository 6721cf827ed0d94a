"""Where we are with an account: the amount, tall, with stage, state and last touch; and what is next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.reactive import reactive

from journal.account_answer import AccountAnswer
from journal.deal_page import DealPage
from screens import account_words, deal_words
from screens.widgets.ink import cut, left, tall
from screens.widgets.panel import Panel

_LABELS = 11


class AccountBand(Panel, can_focus=False):
    """Answers one question: where are we?"""

    answer: reactive[AccountAnswer | None] = reactive(None)
    """The account; None for a deal that names none."""
    page: reactive[DealPage | None] = reactive(None)
    """The deal under the cursor; None without any."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The amount with three lines beside it."""
        if self.day is None:
            return []
        deal = self.page.deal if self.page else None
        money = deal.amount if deal else None
        number, unit = deal_words.tall_amount(money.minor, money.currency) if money else ("–", "")
        words = account_words.beside_the_number(self.page, self.answer, self.day)
        state = deal_words.state(self.page.line).colour if self.page else "$muted"
        digits = tall(number)
        indent = " " if width < 50 else "  "
        units = left(unit, len(unit) + 1 if unit else 0)
        room = width - len(indent) - len(digits[0]) - 3 - len(units)
        styles = ("bold", state, "$muted")
        return [
            Content.assemble(
                indent,
                (drawn, "bold $accent"),
                "   ",
                (units if place == 0 else " " * len(units), "$muted"),
                (cut(said, room), style),
            )
            for place, (drawn, said, style) in enumerate(zip(digits, words, styles, strict=True))
        ]

    def watch_answer(self, answer: AccountAnswer | None) -> None:
        """Ask the question in the rule."""
        name = answer.account if answer else ""
        if name:
            self.border_title = Content(cut(account_words.heading(name), 60))

    def watch_page(self, page: DealPage | None) -> None:
        """Without an account the deal is named."""
        if self.answer is None and page is not None:
            self.border_title = Content(cut(account_words.heading(page.deal.name), 60))


class AccountNext(Panel):
    """What is next there, what may go wrong, what was asked for."""

    HEADING = "Next"

    answer: reactive[AccountAnswer | None] = reactive(None)
    """The account; None for a deal that names none."""
    page: reactive[DealPage | None] = reactive(None)
    """The deal under the cursor; None without any."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many as fit."""
        if self.day is None:
            return []
        told = account_words.upcoming(self.page, self.answer, self.day)
        return [
            Content.assemble((left(label, _LABELS), "$muted"), cut(words, width - _LABELS))
            for label, words in list(told)[:height]
        ]
