"""Deals that ended with their reasons and Monday chances, put into a journal before a test begins."""

from __future__ import annotations

from datetime import date

from journal.deal import Deal, Outcome
from journal.deal_check import MondayForecast
from journal.deal_story import Reason, Whose
from journal.journal import Journal

MONDAY, STATED = date(2026, 10, 5), date(2026, 10, 30)
WON_ON, LOST_ON = date(2026, 11, 10), date(2026, 10, 20)


def ended(
    journal: Journal, wins: int = 10, losses: int = 20, named: str = "references", chances: int = 30
) -> None:
    """Wins of 10 November, six of them by what is named, and losses of 20 October, two of them with it.

    All the others name the price, and the rep says of the first three that it was luck. On Monday
    5 October the wins had a chance of 80 % and were to close on 30 October, 11 days before they did;
    the losses had one of 20 %. The first win was taught.
    """
    store = journal.store
    with journal.writing("what a rep ended"):
        for number in range(wins + losses):
            is_won = number < wins
            outcome = Outcome.WON if is_won else Outcome.LOST
            deal = store.deals.add(
                Deal(
                    account=f"Account {number}",
                    name="Renewal",
                    outcome=outcome,
                    opened=date(2026, 9, 1),
                    closed=WON_ON if is_won else LOST_ON,
                )
            )
            place, some = (number, 6) if is_won else (number - wins, 2)
            tag = named if place < some else "price"
            taught = True if number == 0 else None
            reason = Reason(deal=deal.id, tag=tag, whose=Whose.BUYER, taught=taught)
            store.deal_stories.set_reasons(deal.id, Whose.BUYER, [reason])
            mine = Reason(deal=deal.id, tag="luck", whose=Whose.REP)
            if number < 3:
                store.deal_stories.set_reasons(deal.id, Whose.REP, [mine])
            if number < chances:
                chance = 0.8 if is_won else 0.2
                said = MondayForecast(deal=deal.id, monday=MONDAY, chance=chance, close=STATED)
                store.deal_stories.set_forecast(said)
    journal.forget_what_was_read()
