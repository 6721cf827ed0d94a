"""``journal account``: where we are with an account."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from journal.cli.deal_said import line_as_json, request_as_json, state_of, touch_as_json
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.cli.words import whole_text
from journal.dates import in_words
from journal.quick_entry import summary

if TYPE_CHECKING:
    from journal.account_answer import AccountAnswer
    from journal.deal_line import DealLine


@verb(
    "account",
    "journal account Acme",
    "journal account acme --json",
    "journal account Acme --contract-end 2027-06-30",
    'journal account Acme --contact "Dana Lee" --role CFO --advocate',
    'journal account "ACME Inc." --is Acme',
)
@click.argument("name", nargs=-1, required=True, metavar="NAME…")
@click.option("--is", "into", metavar="NAME", help="It is the same account as this one: join them.")
@click.option("--contract-end", metavar="DATE", help="When its contract with somebody else ends.")
@click.option("--contact", metavar="WHO", help="Somebody there.")
@click.option("--role", default="", metavar="ROLE", help="What they do there.")
@click.option("--advocate", is_flag=True, help="They speak for you when you are not in the room.")
@json_option
def account(
    name: tuple[str, ...],
    into: str | None,
    contract_end: str | None,
    contact: str | None,
    role: str,
    advocate: bool,
    as_json: bool,
) -> None:
    """Answer where you are with an account.

    Stage, amount, last touch, next step, risk and open requests.
    """
    from journal.journal import Journal

    words = whole_text(name, "Which account? Write its name, like journal account Acme.")
    from journal.account_answer import read_account

    with reading(Journal) as journal:
        # Only what changes something needs all that can be done with deals: the answer comes at once.
        if into is not None:
            words = journal.deals.merge(words, into)
        if contract_end is not None:
            from journal.cli.deal_words import ahead

            end = ahead(contract_end, journal) if contract_end.strip() else None
            journal.deals.set_contract_end(words, end)
        if contact is not None:
            known = read_account(journal, words).account
            journal.deals.add_contact(known, contact, role, advocate=advocate)
        answer, today = read_account(journal, words), journal.today()
    if as_json:
        say_json(_as_json(answer))
    else:
        _say_answer(answer, today)


def _say_answer(answer: AccountAnswer, today: date) -> None:
    also = f" (also {', '.join(answer.other_names)})" if answer.other_names else ""
    say(f"{answer.account}{also}")
    if answer.deals:
        say_table((_row(line, today) for line in answer.deals), right=(0, 3), indent="  ")
    else:
        say("No deal yet.")
    say(f"Last touch: {in_words(answer.last_touch, today) if answer.last_touch else 'none yet'}")
    on = f"{in_words(answer.next_on, today)}: " if answer.next_on else ""
    say(f"Next step: {on}{answer.next_step or 'none agreed'}")
    if answer.risk:
        say(f"Risk: {answer.risk}")
    if answer.open_requests:
        say("Open requests: " + ", ".join(str(one.ask) for one in answer.open_requests))
    if answer.contract_end:
        say(f"Contract ends: {answer.contract_end.isoformat()}")
    for one in answer.contacts:
        role = f", {one.role}" if one.role else ""
        say(f"{one.name}{role}{', speaks for us' if one.advocate else ''}")
    for entry in answer.entries:
        say(f"  {summary(entry, today)}")


def _row(line: DealLine, today: date) -> tuple[str, ...]:
    deal = line.deal
    amount = f"{deal.amount} {deal.amount.currency}" if deal.amount else "–"
    return str(deal.id), deal.name, deal.stage or "–", amount, state_of(line, today)


def _as_json(answer: AccountAnswer) -> dict[str, Any]:
    return {
        "account": answer.account,
        "other_names": list(answer.other_names),
        "stage": answer.deal.stage if answer.deal else None,
        "amount": answer.deal.amount.major if answer.deal and answer.deal.amount else None,
        "currency": answer.deal.amount.currency if answer.deal and answer.deal.amount else None,
        "last_touch": answer.last_touch.isoformat() if answer.last_touch else None,
        "next_step": answer.next_step,
        "next_on": answer.next_on.isoformat() if answer.next_on else None,
        "risk": answer.risk,
        "open_requests": [request_as_json(one) for one in answer.open_requests],
        "contract_end": answer.contract_end.isoformat() if answer.contract_end else None,
        "contacts": [
            {"name": one.name, "role": one.role or None, "advocate": one.advocate}
            for one in answer.contacts
        ],
        "deals": [line_as_json(line) for line in answer.deals],
        "due": [touch_as_json(one) for one in answer.waiting],
        "entries": [entry.id for entry in answer.entries],
    }
