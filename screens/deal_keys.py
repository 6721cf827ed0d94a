"""The keys that act on one deal, the same in the list of deals and on the page of an account."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from journal.deal import Deal, Outcome
from journal.deal_line import DealLine
from journal.still_open import still_open_to
from screens import deal_words, way_back_words, wording
from screens.chance_asks import ChanceAsks
from screens.deal_asking import Answers
from screens.deal_asks import DealAsks
from screens.deal_bindings import BINDINGS
from screens.deal_end_asks import EndAsks
from screens.meeting_asks import MeetingAsks
from screens.page import Page
from screens.people_asks import PeopleAsks

_OF = {
    "stage": (Outcome.OPEN,),
    "won": (Outcome.OPEN,),
    "lost": (Outcome.OPEN,),
    "push": (Outcome.OPEN,),
    "no_decision": (Outcome.OPEN,),
    "check": (Outcome.OPEN,),
    "chance": (Outcome.OPEN,),
    "answer": (Outcome.WON, Outcome.LOST, Outcome.NO_DECISION),
    "requests": (Outcome.LOST, Outcome.NO_DECISION),
    "way_back": (Outcome.LOST, Outcome.NO_DECISION),
    "reopen": (Outcome.WON, Outcome.LOST, Outcome.NO_DECISION),
}
"""Which deals a key is for."""


class DealKeys(Page, inherit_bindings=False):
    """A page with a deal under its cursor."""

    STAGES: ClassVar[list[BindingType]] = [*BINDINGS]
    """What can be done with the deal under the cursor."""

    def selected_deal(self) -> DealLine | None:
        """The deal under the cursor."""
        raise NotImplementedError

    def no_deal(self) -> str:
        """What is said to a key that acts on a deal where none is under the cursor."""
        raise NotImplementedError

    def show_deal(self, deal: Deal) -> None:
        """Put the cursor on a deal that was just saved."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What an open deal asks for is not offered for one that has ended, and the other way round."""
        if action not in _OF or not self.is_mounted:
            return True
        line = self.selected_deal()
        return (line.deal.outcome if line else Outcome.OPEN) in _OF[action]

    def action_stage(self, by: int) -> None:
        """Move the deal a stage on, or back."""
        line = self.selected_deal()
        if line is None:
            self.say(self.no_deal())
            return
        with self.trouble_said():
            self.look_around()
            moved = self.journal.deals.step(line.deal.id, by)
            share = still_open_to(moved, self.journal.deals.stages)
            self.show_change(deal_words.moved(moved, share), wording.TAKE_BACK)
            self.show_deal(moved)

    def action_won(self) -> None:
        """Win it."""
        self._ask(self.end_asks.won)

    def action_answer(self) -> None:
        """Write down why they decided that way."""
        self._ask(self.end_asks.won)

    def action_lost(self) -> None:
        """Lose it."""
        self._ask(self.end_asks.lost)

    def action_no_decision(self) -> None:
        """It ended without a decision."""
        self._ask(self.end_asks.no_decision)

    def action_push(self) -> None:
        """Move its closing day."""
        self._ask(self.deal_asks.push)

    def action_reopen(self) -> None:
        """Open it again."""
        self._ask(self.end_asks.reopen)

    def action_way_back(self) -> None:
        """Lay the days of its way back in, as an import brings none."""
        if (line := self.selected_deal()) is None:
            self.say(self.no_deal())
            return
        with self.trouble_said():
            self.look_around()
            since, today = self.journal.kept, self.journal.today()
            touches = self.journal.deals.lay_again(line.deal.id)
            is_new = self.journal.kept > since
            words = way_back_words.said(line.deal, touches, today, is_new=is_new)
            self.show_saved(words, since, words)

    def action_requests(self) -> None:
        """Say what became of the four requests."""
        from screens.follow_up_asks import FollowUpAsks

        if (line := self.selected_deal()) is None:
            self.say(self.no_deal())
            return
        deal_id = line.deal.id
        asks = FollowUpAsks(self, lambda _: None)
        asks.begin(lambda asking: asking.requests(deal_id))

    def action_check(self) -> None:
        """Say whether a check holds."""
        self._ask(self.deal_asks.check)

    def action_chance(self) -> None:
        """Say how likely it is, and when it closes."""
        self._ask(self.chance_asks.one)

    def action_chances(self) -> None:
        """Say the same of every deal that waits for it."""
        self.chance_asks.begin(self.chance_asks.all_waiting)

    def action_story(self) -> None:
        """Write their story."""
        self._ask(self.deal_asks.story)

    def action_change(self) -> None:
        """Change the deal."""
        self._ask(self.deal_asks.change)

    def action_contact(self) -> None:
        """Write down somebody at the account."""
        account = self.account_meant()
        if account is None:
            belongs = "A contact belongs to an account; give the deal one first (c)."
            self.say(belongs if self.selected_deal() else self.no_deal())
        else:
            self.deal_asks.begin(lambda: self.people_asks.contact(account))

    def action_notes(self) -> None:
        """Write how a meeting with them went."""
        line, account = self.selected_deal(), self.account_meant()
        asks = MeetingAsks(self, self.show_deal)
        asks.begin(lambda: asks.lately(line.deal if line else None, account))

    def action_pitch(self) -> None:
        """Tick what was said in a pitch to them."""
        from screens.pitch_asks import tick_said

        account, line = self.account_meant(), self.selected_deal()
        if account is None and line is None:
            self.say(self.no_deal())
        else:
            tick_said(self, line.deal.id if line else None, account)

    def action_contract_end(self) -> None:
        """Say when their contract with somebody else ends."""
        account, line = self.account_meant(), self.selected_deal()
        if account is None:
            belongs = "A contract belongs to an account; give the deal one first (c)."
            self.say(belongs if line else self.no_deal())
        else:
            row = line.deal.id if line else 0
            self.deal_asks.begin(lambda: self.people_asks.contract_end(account, row))

    def action_remove(self) -> None:
        """Delete the deal with all that belongs to it."""
        line = self.selected_deal()
        if line is None:
            self.say(self.no_deal())
            return
        with self.trouble_said():
            self.look_around()
            gone = self.journal.deals.remove(line.deal.id)
            self.show_change(f"Deleted  {deal_words.short_name(gone)}", wording.BRING_BACK)

    @property
    def deal_asks(self) -> DealAsks:
        """What is asked of a deal that goes on."""
        return DealAsks(self, self.show_deal)

    @property
    def end_asks(self) -> EndAsks:
        """What is asked when a deal ends."""
        return EndAsks(self, self.show_deal)

    @property
    def chance_asks(self) -> ChanceAsks:
        """What is asked on Mondays."""
        return ChanceAsks(self, self.show_deal)

    @property
    def people_asks(self) -> PeopleAsks:
        """What is asked of the account."""
        return PeopleAsks(self, self.show_deal)

    def account_meant(self) -> str | None:
        """The account of the deal under the cursor."""
        line = self.selected_deal()
        return line.deal.account if line else None

    def _ask(self, ask: Callable[[int], Answers]) -> None:
        line = self.selected_deal()
        if line is None:
            self.say(self.no_deal())
        else:
            deal_id = line.deal.id
            self.deal_asks.begin(lambda: ask(deal_id))
