"""One account on one screen: where we are with it, its deals, and the whole story of the one chosen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from journal.account_answer import AccountAnswer
from journal.deal import Deal
from journal.deal_line import DealLine
from journal.deal_page import DealPage
from journal.errors import JournalError, NotFound
from journal.journal import Journal
from screens import account_words
from screens.deal_keys import DealKeys
from screens.page import Page
from screens.widgets.account_band import AccountBand, AccountNext
from screens.widgets.deal_list import AccountDeals
from screens.widgets.whole_story import WholeStory

_FOCUS = ("list", "whole", "next")
_SIZES = ("-narrow", "-normal", "-wide", "-short", "-tall")


class Account(DealKeys, inherit_bindings=False):
    """Lies over the page it was opened from; Esc goes back there."""

    NUMBER: ClassVar[int] = 3
    CSS_PATH = "account.tcss"
    AUTO_FOCUS = "#list"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "back",
            "Back",
            id="account.back",
            key_display="Esc",
            tooltip="Back to where you came from",
        ),
        Binding("a", "add", "Add", id="account.add", show=False, tooltip="Add a deal here"),
        Binding(
            "enter",
            "read",
            "Read",
            id="account.read",
            key_display="Enter",
            tooltip="Go to the whole story; the arrows scroll it",
        ),
        *DealKeys.STAGES,
        Binding(
            "j",
            "join",
            "Same account",
            id="account.join",
            show=False,
            tooltip="Join another account that is the same one, as an export spells it",
        ),
        *Page.BINDINGS,
        *Screen.BINDINGS,
    ]

    def __init__(self, journal: Journal, account: str | None, deal_id: int | None = None) -> None:
        """Take the account by any of its names, or a deal that names none."""
        super().__init__(journal)
        self._account = account
        self._deal = deal_id
        self._read_at = 0

    def panels(self) -> Iterator[Widget]:
        """The band, the deals, and the story of the chosen one."""
        with Container(id="body"):
            with Container(id="band"):
                yield AccountBand(id="answer")
                yield AccountNext(id="next")
            yield AccountDeals(id="list")
            yield WholeStory(id="whole")

    @property
    def focus_chain(self) -> list[Widget]:
        """The deals come first."""
        chain = super().focus_chain
        return sorted(
            chain, key=lambda one: _FOCUS.index(one.id) if one.id in _FOCUS else len(_FOCUS)
        )

    def on_mount(self) -> None:
        """Read the journal for the first paint."""
        if not self.is_gone:
            self.read_again()

    def read_again(self) -> None:
        """Read where we are; the cursor stays on its deal. An account that is gone gives way."""
        listed = self.query_one(AccountDeals)
        self._read_at = self.journal.version
        chosen = listed.selected
        wanted = chosen.deal.id if chosen else self._deal
        try:
            answer, lines = self._read()
        except JournalError as trouble:
            self.leave()
            if isinstance(below := self.app.screen, Page):
                below.say(str(trouble), is_trouble=True)
            return
        listed.day = self.journal.today()
        listed.currency = self.journal.settings.currency
        listed.lines = lines
        if wanted is not None:
            listed.select(wanted)
        listed.cursor = listed.validate_cursor(listed.cursor)
        self._tell(answer)

    def tick(self) -> None:
        """Notice a change that the page beneath was told of first."""
        super().tick()
        if self.is_current and self._read_at != self.journal.version:
            self.read_again()

    def leave(self) -> None:
        """Give way to the page beneath, and that one to its own."""
        if self.app.screen is self:
            self.app.pop_screen()
            if isinstance(below := self.app.screen, Page):
                below.leave()

    def selected_deal(self) -> DealLine | None:
        """The deal under the cursor."""
        listed = self.query(AccountDeals)
        return listed.first().selected if listed else None

    def no_deal(self) -> str:
        """That the account has none, and the key that makes one."""
        return account_words.EMPTY

    def account_meant(self) -> str | None:
        """The account of the page."""
        return self._account

    def show_deal(self, deal: Deal) -> None:
        """Put the cursor on a deal that was just saved."""
        self.query_one(AccountDeals).select(deal.id)

    def on_deal_list_highlighted(self) -> None:
        """Tell the story of the deal under the cursor."""
        if not self.is_gone:
            self._tell(self.query_one(AccountBand).answer)

    def on_deal_list_opened(self) -> None:
        """A click on the cursor's own row."""
        self.action_read()

    def action_add(self) -> None:
        """Add a deal at this account."""
        self.deal_asks.begin(partial(self.deal_asks.add, self._account))

    def action_join(self) -> None:
        """Join another account to this one."""
        if (account := self._account) is None:
            self.say("Only an account can be joined to another; give the deal one first (c).")
        else:
            self.deal_asks.begin(lambda: self.people_asks.join(account))

    def action_read(self) -> None:
        """Go to the whole story."""
        self.set_focus(self.query_one(WholeStory))

    def action_back(self) -> None:
        """Back to the page beneath."""
        if self.app.screen is self:
            self.app.pop_screen()

    def _read(self) -> tuple[AccountAnswer | None, tuple[DealLine, ...]]:
        deals = self.journal.deals
        if self._account is not None:
            answer = deals.account(self._account)
            self._account = answer.account
            return answer, (*answer.deals, *self._beyond(answer))
        if self._deal is None:
            raise NotFound("There is no such account.")
        line = deals.story(self._deal).line
        if line.deal.account is not None:
            self._account = line.deal.account
            return self._read()
        return None, (line,)

    def _beyond(self, answer: AccountAnswer) -> Iterator[DealLine]:
        """The deal that was asked for, where the account has more than are shown and it is not among them."""
        if self._deal is None or any(line.deal.id == self._deal for line in answer.deals):
            return
        with suppress(NotFound):
            line = self.journal.deals.story(self._deal).line
            if line.deal.account == answer.account:
                yield line

    def _tell(self, answer: AccountAnswer | None) -> None:
        line, today = self.selected_deal(), self.journal.today()
        page: DealPage | None = None
        if line is not None:
            try:
                page = self.journal.deals.story(line.deal.id)
            except NotFound:
                # Deleted in another window a moment ago; the next look reads the list again.
                page = None
        for panel in (self.query_one(AccountBand), self.query_one(AccountNext)):
            panel.day, panel.answer, panel.page = today, answer, page
        self.query_one(WholeStory).show(page, answer, today)
        self.refresh_bindings()


def open_account(page: Page, account: str | None, deal_id: int | None = None) -> None:
    """Open the page of an account over another page; a page of another account gives way first."""
    opened = Account(page.journal, account, deal_id)
    opened.add_class(*(name for name in _SIZES if page.has_class(name)))
    if isinstance(page, Account):
        page.action_back()
    page.app.push_screen(opened)
