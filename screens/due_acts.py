"""What becomes of a row of what is due, wherever it stands: each of its keys, and what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.follow_up import ASK_WHY, REVIEW, FollowUp
from screens.page import Page
from screens.widgets.due import Due

if TYPE_CHECKING:
    from journal.waiting import Waits


IS_ASKED = "This row asks something; Enter answers it."
"""Said to a key that moves, skips or closes a question."""


class DueActs(Page):
    """A page with such rows on it."""

    def on_due_acted(self, message: Due.Acted) -> None:
        """A key or a click on a row; several at once, and nobody, stand in Follow-ups."""
        line = message.line
        if line is None:
            self.app.switch_mode("follow-ups")
        elif line.follow_up.is_question and message.action not in ("done", "open"):
            self.say(IS_ASKED)
        elif line.follow_up.is_question:
            answer(self, line.follow_up)
        elif message.action == "open":
            open_line(self, line)
        else:
            settle(self, line.follow_up, message.action)


def settle(page: Page, one: FollowUp, action: str) -> None:
    """Ask what becomes of one: done, move, skip or close."""
    from screens.follow_up_asks import FollowUpAsks

    asks = FollowUpAsks(page, lambda _: None)
    become = {"done": asks.done, "move": asks.move, "skip": asks.skip, "close": asks.close}
    asks.begin(lambda _: become[action](one))


def open_line(page: Page, line: Waits) -> None:
    """Open the deal of one that waits, or its account."""
    from screens.account import open_account
    from screens.follow_up_words import NO_DEAL_OPENS

    if line.deal is None and not line.follow_up.account:
        page.say(NO_DEAL_OPENS)
    else:
        open_account(page, line.follow_up.account, line.deal.id if line.deal else None)


def answer(page: Page, question: FollowUp) -> None:
    """Answer what is asked: where it is answered on a page of its own, go there."""
    if question.kind == REVIEW:
        page.app.switch_mode("review")
    elif question.setback is not None:
        page.answer_check(question.setback)
    elif question.kind == ASK_WHY and (deal := question.deal) is not None:
        from screens.deal_end_asks import EndAsks

        asks = EndAsks(page, lambda _: None)
        asks.begin(lambda: asks.won(deal))
    else:
        from screens.chance_asks import ChanceAsks

        chances = ChanceAsks(page, lambda _: None)
        chances.begin(chances.all_waiting)
