"""A deal: whose it is, what it is worth, where it stands and when it should close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from journal.deal import Deal
from journal.deal_checked import check_deal
from journal.errors import BadInput
from journal.journal import Journal
from journal.money import Money, read_money
from screens.dialogs.days import ahead, behind, echo
from screens.dialogs.entry import KnownAccounts
from screens.dialogs.fields import Choice, Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft


class DealDialog(Form[Deal]):
    """Hands back the deal; a new one needs an account and a name, the rest may come later."""

    def __init__(
        self, journal: Journal, deal: Deal, typed: Deal | None = None, said: str = ""
    ) -> None:
        """Take the deal as read, or one to begin with; what was typed in an earlier try, and why again."""
        super().__init__(said, Draft(journal, "deal", deal.id, may_change=deal.id > 0))
        self._journal = journal
        self._deal = typed or deal
        self.title_text = "Change this deal" if deal.id else "Add a deal"
        self.hint = "A later closing day counts as a push." if deal.id else "Two rows are enough."
        self._amount = in_words(self._deal.amount, journal.settings.currency)

    def rows(self) -> Iterable[Row]:
        """The rows, what it needs first."""
        deal, stages = self._deal, self._journal.deals.stages
        known = KnownAccounts(self._journal)
        yield Row(
            "Account", Line(deal.account or "", id="account", example="Acme", suggester=known)
        )
        yield Row("Deal", Line(deal.name, id="name", example="Renewal"))
        yield Row("Amount", Line(self._amount, id="amount", example="45k"), echoes=True)
        names = dict.fromkeys((*stages.names, *([deal.stage] if deal.stage else [])))
        yield Row("Stage", Choice([(name, name) for name in names], deal.stage or "", id="stage"))
        close = deal.expected_close.isoformat() if deal.expected_close else ""
        yield Row("Closes", Line(close, id="close", example="in 6 weeks"), echoes=True)
        yield Row("Next step", Line(deal.next_step or "", id="step", example="what I do next"))
        opened = deal.opened.isoformat() if deal.opened else ""
        yield Row("Opened", Line(opened, id="opened", example="today"), echoes=True)

    def read(self) -> Deal:
        """The deal. Raises BadInput."""
        stage = self.chosen("stage")
        deal = replace(
            self._deal,
            account=self.text("account") or None,
            name=self.text("name"),
            amount=self._read_amount(),
            stage=stage if isinstance(stage, str) and stage else None,
            expected_close=self._day("close"),
            next_step=self.text("step") or None,
            opened=self._day("opened"),
        )
        self._reading = "name" if not deal.name else None
        check_deal(deal, self._journal.today())
        return deal

    def echo(self, name: str) -> str:
        """The amount or the day as it is understood."""
        text = self.query_one(f"#{name}", Line).value
        if name != "amount":
            return echo(self._journal, text, past=name == "opened") if text.strip() else ""
        try:
            amount = read_money(text, self._journal.settings.currency)
        except ValueError:
            return "?"
        return f"{amount} {amount.currency}" if amount else ""

    def _read_amount(self) -> Money | None:
        words = self.text("amount")
        if words == self._amount:
            return self._deal.amount
        try:
            return read_money(words, self._journal.settings.currency)
        except ValueError as problem:
            raise BadInput("Write an amount like 45k, 45,000 or 45,000 USD.") from problem

    def _day(self, name: str) -> date | None:
        words = self.text(name)
        if not words.strip():
            return None
        return behind(self._journal, words) if name == "opened" else ahead(self._journal, words)


def in_words(amount: Money | None, currency: str) -> str:
    """An amount as it is typed: 45,000; with its currency where that is another."""
    if amount is None:
        return ""
    major = amount.major
    words = f"{major:,}" if isinstance(major, int) else f"{major:,.2f}"
    return words if amount.currency == currency else f"{words} {amount.currency}"
