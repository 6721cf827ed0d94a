"""``journal deal won``, ``lost``, ``no-decision`` and ``reopen``: how a deal ends, and begins anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from journal.cli.deal_words import (
    ahead,
    behind,
    read_ask,
    read_category,
    read_missing,
    read_number,
    read_tags,
    read_yes,
)
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.dates import in_words
from journal.deal_ending import UNKNOWN, Loss, LostTo, Undecided, Win
from journal.errors import BadInput

if TYPE_CHECKING:
    from datetime import date

    from journal.deals import Ended
    from journal.journal import Journal

_ON = click.option("--on", metavar="DATE", help="The day it ended; today unless said.")
_BUYER = click.option("--buyer", default="", metavar="TEXT", help="Why, in the buyer's own words.")
_ME = click.option("--my-reason", default="", metavar="TEXT", help="Why, as you see it.")
_ASKED = click.option("--asked-by", default="", metavar="WHO", help="Who asked the buyer.")
_KNOWN = click.option(
    "--could-have-known", default="", metavar="TEXT", help="When you could have known."
)
_KEEP = click.option(
    "--keep-follow-ups",
    "keeps",
    is_flag=True,
    help="Its follow-ups that wait stay; else they close.",
)
_BUYERS_TAGS = click.option(
    "--buyer-tag",
    "buyers",
    multiple=True,
    metavar="T",
    help="A reason the buyer names; taught:T or discovered:T; repeat it.",
)
_MY_TAGS = click.option(
    "--my-tag", "mine", multiple=True, metavar="T", help="A reason as you see it; repeat it."
)


class _SaidOfLoss(TypedDict):
    """The flags of a loss, as typed."""

    on: str | None
    winner: str | None
    other: str | None
    category: str | None
    also: tuple[str, ...]
    my_reason: str
    buyer: str
    asked_by: str
    mine: tuple[str, ...]
    buyers: tuple[str, ...]
    could_have_known: str
    many_purchases: str | None
    long_use: str | None
    evidence: str
    contract_end: str | None
    asks: tuple[str, ...]
    keeps: bool


@verb(
    "won",
    "journal deal won 12",
    'journal deal won 12 --answer "You asked about our night shift." --asked-by me',
    'journal deal won 12 --buyer-tag taught:references --why-not "Dana is away until Monday"',
)
@click.argument("number", metavar="ID")
@_ON
@click.option("--answer", default="", metavar="TEXT", help="What made you decide that way?")
@_ASKED
@click.option("--why-not", default="", metavar="TEXT", help="Why there is no answer yet.")
@_BUYERS_TAGS
@_MY_TAGS
@click.option("--close-follow-ups", "closes", is_flag=True, help="Close its follow-ups that wait.")
@json_option
def won(
    number: str,
    on: str | None,
    answer: str,
    asked_by: str,
    why_not: str,
    buyers: tuple[str, ...],
    mine: tuple[str, ...],
    closes: bool,
    as_json: bool,
) -> None:
    """Win a deal. It stays incomplete until the buyer's answer is there."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        win = Win(
            day=behind(on, journal),
            answer=answer,
            asked_by=asked_by,
            why_not_asked=why_not,
            buyers_reasons=read_tags(buyers),
            my_reasons=read_tags(mine),
            closes_waiting=closes,
        )
        ended, today = journal.deals.won(read_number(number), win), journal.today()
    _told("Won", ended, today, as_json)


@verb(
    "lost",
    "journal deal lost 12",
    'journal deal lost 12 --to Initech --category "price or value" --buyer "You were dearer."',
    "journal deal lost 12 --many-purchases yes --long-use yes --contract-end 2027-06-30",
    "journal deal lost 12 --ask evaluation --ask criteria",
)
@click.argument("number", metavar="ID")
@_ON
@click.option("--to", "winner", metavar="NAME", help="The competitor it went to.")
@click.option("--to-other", "other", metavar="WHAT", help="The other solution they chose.")
@click.option("--category", metavar="C", help="Why, of the categories; unknown unless said.")
@click.option("--also", multiple=True, metavar="C", help="Another category; repeat it.")
@_ME
@_BUYER
@_ASKED
@_MY_TAGS
@_BUYERS_TAGS
@_KNOWN
@click.option("--many-purchases", metavar="yes|no", help="They bought such solutions many times.")
@click.option("--long-use", metavar="yes|no", help="They have long used one competing product.")
@click.option("--evidence", default="", metavar="TEXT", help="What these two rest on.")
@click.option("--contract-end", metavar="DATE", help="When their contract with the winner ends.")
@click.option("--ask", "asks", multiple=True, metavar="R", help="A request you make today.")
@_KEEP
@json_option
def lost(number: str, as_json: bool, **said: Unpack[_SaidOfLoss]) -> None:
    """Lose a deal, and lay the days of the way back in.

    Everything may be left unknown. The four requests are evaluation, criteria, access and phones.
    """
    from journal.journal import Journal

    with reading(Journal) as journal:
        ended = journal.deals.lost(read_number(number), _loss(journal, said))
        today = journal.today()
    _told("Lost", ended, today, as_json)


def _loss(journal: Journal, said: _SaidOfLoss) -> Loss:
    """What was said of a loss. Raises BadInput."""
    to, name = _to(said["winner"], said["other"])
    category = said["category"]
    return Loss(
        day=behind(said["on"], journal),
        to=to,
        winner=name,
        category=read_category(category) if category else UNKNOWN,
        more_categories=tuple(read_category(each) for each in said["also"]),
        my_reason=said["my_reason"],
        buyers_words=said["buyer"],
        asked_by=said["asked_by"],
        my_reasons=read_tags(said["mine"]),
        buyers_reasons=read_tags(said["buyers"]),
        could_have_known=said["could_have_known"],
        many_purchases=read_yes(said["many_purchases"]),
        long_use=read_yes(said["long_use"]),
        factors_evidence=said["evidence"],
        contract_end=ahead(said["contract_end"], journal),
        requests=tuple(read_ask(each) for each in said["asks"]),
        closes_waiting=not said["keeps"],
    )


@verb(
    "no-decision",
    "journal deal no-decision 12",
    'journal deal no-decision 12 --missing change --my-reason "nothing hurt enough"',
)
@click.argument("number", metavar="ID")
@_ON
@click.option("--missing", metavar="M", help="What was missing: change, pain or need.")
@_ME
@_BUYER
@_ASKED
@_KNOWN
@_KEEP
@json_option
def no_decision(
    number: str,
    on: str | None,
    missing: str | None,
    my_reason: str,
    buyer: str,
    asked_by: str,
    could_have_known: str,
    keeps: bool,
    as_json: bool,
) -> None:
    """End a deal that nobody decided.

    The days on which it is asked about again are laid at once.
    """
    from journal.journal import Journal

    with reading(Journal) as journal:
        said = Undecided(
            day=behind(on, journal),
            missing=read_missing(missing),
            my_reason=my_reason,
            buyers_words=buyer,
            asked_by=asked_by,
            could_have_known=could_have_known,
            closes_waiting=not keeps,
        )
        ended, today = journal.deals.no_decision(read_number(number), said), journal.today()
    _told("Ended without a decision", ended, today, as_json)


@verb("reopen", "journal deal reopen 12", 'journal deal reopen 12 --close "30 jun"')
@click.argument("number", metavar="ID")
@click.option("--close", metavar="DATE", help="The day it is expected to close now.")
@json_option
def reopen(number: str, close: str | None, as_json: bool) -> None:
    """Open a deal again that had ended; its history stays."""
    from journal.cli.deal_said import deal_as_json
    from journal.journal import Journal

    with reading(Journal) as journal:
        deal = journal.deals.reopen(read_number(number), ahead(close, journal))
    if as_json:
        say_json(deal_as_json(deal))
    else:
        say(f"Opened again {deal.id}: {deal.account or '–'}, {deal.name}")


def _to(winner: str | None, other: str | None) -> tuple[LostTo, str]:
    """Who or what won it."""
    if winner is not None and other is not None:
        raise BadInput("It went to one of them: say --to a competitor, or --to-other.")
    if other is not None:
        return LostTo.OTHER, other
    if winner is not None and winner.strip().casefold() != "unknown":
        return LostTo.COMPETITOR, winner
    return LostTo.UNKNOWN, ""


def _told(how: str, ended: Ended, today: date, as_json: bool) -> None:
    """Say how it ended, and what comes of it."""
    deal = ended.deal
    if as_json:
        from journal.cli.deal_said import deal_as_json, touch_as_json

        say_json(
            deal_as_json(deal)
            | {
                "incomplete": ended.ask_why,
                "came_back": ended.celebrate,
                "touches": [touch_as_json(one) for one in ended.touches],
                "closed": [one.id for one in ended.closed],
                "waiting": [one.id for one in ended.waiting],
            }
        )
        return
    say(f"{how} {deal.id}: {deal.account or '–'}, {deal.name}")
    if ended.celebrate:
        say("Lost once, and won now: second place was not the end.")
    if ended.ask_why:
        say(f'Ask what made them decide: journal deal answer {deal.id} "…"')
    for how_now, those in (("Closed with it", ended.closed), ("Still waits", ended.waiting)):
        for one in those:
            say(f"{how_now}: follow-up {one.id}, {one.what}")
    if ended.touches:
        say("The way back in:")
    for one in ended.touches:
        day = in_words(one.due, today) if one.due else "–"
        say(f"  {day}  {one.what}" + (f" – {one.reason}" if one.reason else ""))
