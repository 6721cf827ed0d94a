"""``journal deal add``, ``stage``, ``push``, ``check`` and ``chance``: a deal while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journal.cli.deal_words import ahead, behind, read_amount, read_check, read_number
from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.cli.words import account_named, whole_text
from journal.percent import read_percent

if TYPE_CHECKING:
    from journal.deal import Deal
    from journal.journal import Journal


@verb(
    "add",
    'journal deal add Acme "Service desk"',
    'journal deal add Globex "Vision platform" --amount 86k --stage proposal --close "18 dec"',
)
@click.argument("account")
@click.argument("name", nargs=-1, required=True, metavar="NAME…")
@click.option("--amount", metavar="N", help="What it is worth: 48000, 48k, USD 48,000.")
@click.option("--stage", metavar="S", help="The stage it is in, by its beginning.")
@click.option("--opened", metavar="DATE", help="The day it was opened; today unless said.")
@click.option("--close", metavar="DATE", help="The day it is expected to close.")
@click.option("--next", "step", metavar="TEXT", help="What comes next.")
@json_option
def add(
    account: str,
    name: tuple[str, ...],
    amount: str | None,
    stage: str | None,
    opened: str | None,
    close: str | None,
    step: str | None,
    as_json: bool,
) -> None:
    """Write down a new deal."""
    from journal.journal import Journal

    words = whole_text(name, "What is the deal called? Write it after the account.")

    def save(journal: Journal) -> Deal:
        return journal.deals.add(
            account_named(journal, account),
            words,
            amount=read_amount(amount, journal.settings.currency),
            stage=stage,
            opened=behind(opened, journal),
            expected_close=ahead(close, journal),
            next_step=step,
        )

    _told("Saved", writing(Journal, save), as_json)


@verb(
    "stage",
    "journal deal stage 12 proposal",
    "journal deal stage 12 next",
    "journal deal stage 12 back",
)
@click.argument("number", metavar="ID")
@click.argument("stage", nargs=-1, required=True, metavar="STAGE|next|back")
@json_option
def stage(number: str, stage: tuple[str, ...], as_json: bool) -> None:
    """Move a deal to a stage, forward or back."""
    from journal.journal import Journal

    words = " ".join(stage)
    by = {"next": 1, "back": -1}.get(words.casefold())
    with reading(Journal) as journal:
        deals, which = journal.deals, read_number(number)
        moved = deals.set_stage(which, words) if by is None else deals.step(which, by)
    _told("Moved", moved, as_json)


@verb("push", 'journal deal push 12 "31 mar"', "journal deal push 12 in 3 weeks")
@click.argument("number", metavar="ID")
@click.argument("day", nargs=-1, required=True, metavar="DATE")
@json_option
def push(number: str, day: tuple[str, ...], as_json: bool) -> None:
    """Move a deal's expected close to a later day."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        to, today = ahead(" ".join(day), journal), journal.today()
        pushed = journal.deals.push(read_number(number), to or today)
        gate = journal.deals.gate([pushed]).get(pushed.id)
    _told("Pushed", pushed, as_json)
    if not as_json and gate is not None and gate.requalify and gate.step:
        say(gate.step)


@verb(
    "check",
    'journal deal check 12 budget --evidence "in the 2027 budget, says Dana"',
    'journal deal check 12 assumption --open --evidence "they own the hardware"',
)
@click.argument("number", metavar="ID")
@click.argument("name", metavar="CHECK")
@click.option("--open", "is_open", is_flag=True, help="It does not hold, or no more.")
@click.option("--evidence", default="", metavar="TEXT", help="What that rests on.")
@json_option
def check(number: str, name: str, is_open: bool, evidence: str, as_json: bool) -> None:
    """Say whether a check of the forecast gate holds.

    CHECK is budget, champion, visibility, threat or assumption; fresh contact follows from what you
    log.
    """
    from journal.cli.deal_said import gate_as_json
    from journal.journal import Journal

    with reading(Journal) as journal:
        which = read_number(number)
        said = journal.deals.check(which, read_check(name), not is_open, evidence)
        gate = journal.deals.gate([journal.deals.get(which)])[which]
    if as_json:
        say_json({"id": which} | gate_as_json(gate))
        return
    say(f"{said.name.capitalize()} {'is open' if is_open else 'holds'}: {gate.letters}")
    say(gate.step or "On the forecast: all six hold.")


@verb("chance", "journal deal chance 12 60%", 'journal deal chance 12 .6 --close "31 mar"')
@click.argument("number", metavar="ID")
@click.argument("chance", metavar="P")
@click.option("--close", metavar="DATE", help="The day you expect it to close.")
@json_option
def chance(number: str, chance: str, close: str | None, as_json: bool) -> None:
    """Say for this week's Monday how likely a deal is ever won. Nobody else sees it."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        said = journal.deals.set_forecast(
            read_number(number), read_percent(chance), ahead(close, journal)
        )
    if as_json:
        say_json(
            {
                "id": said.deal,
                "monday": said.monday.isoformat(),
                "chance": said.chance,
                "close": said.close.isoformat() if said.close else None,
            }
        )
    else:
        say(f"Kept for Monday {said.monday.isoformat()}: {100 * said.chance:.0f} %")


def _told(done: str, deal: Deal, as_json: bool) -> None:
    """Say what became of a deal."""
    if as_json:
        from journal.cli.deal_said import deal_as_json

        say_json(deal_as_json(deal))
        return
    parts = [deal.account or "–", deal.name, deal.stage or "no stage"]
    if deal.amount:
        parts.append(f"{deal.amount} {deal.amount.currency}")
    if deal.expected_close:
        parts.append(f"expected {deal.expected_close.isoformat()}")
    if deal.pushes:
        parts.append("pushed once" if deal.pushes == 1 else f"pushed {deal.pushes:,} times")
    say(f"{done} {deal.id}: {', '.join(parts)}")
