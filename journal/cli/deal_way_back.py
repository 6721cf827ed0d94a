"""``journal deal way-back``: the days on which a lost deal's account is touched again, laid when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journal.cli.deal_words import read_number
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.dates import in_words

if TYPE_CHECKING:
    from journal.deal import Deal

_SHOWN = 20


@verb(
    "way-back",
    "journal deal way-back",
    "journal deal way-back 12",
    "journal deal way-back 12 --json",
)
@click.argument("number", metavar="[ID]", required=False)
@json_option
def way_back(number: str | None, as_json: bool) -> None:
    """Lay the days of a lost deal's way back in.

    A deal lost here has them at once; this is for one an import brought, or whose factors or
    contract end became known later. Without an ID it lists the lost deals that have none."""
    from journal.cli.deal_said import deal_as_json, touch_as_json
    from journal.journal import Journal
    from journal.no_way_back import laid, read_without

    with reading(Journal) as journal:
        today = journal.today()
        if number is None:
            without = read_without(journal)
        else:
            touches = journal.deals.lay_again(read_number(number))
            deal = journal.deals.get(read_number(number))
    if number is None:
        if as_json:
            say_json({"without": [deal_as_json(each) for each in without]})
        else:
            _say_without(without)
    elif as_json:
        say_json(deal_as_json(deal) | {"touches": [touch_as_json(one) for one in touches]})
    else:
        say(f"{deal.id}: {deal.account or '–'}, {deal.name}. {laid(deal, touches, today)}")
        for one in touches:
            day = in_words(one.due, today) if one.due else "–"
            say(f"  {day}  {one.what}" + (f" – {one.reason}" if one.reason else ""))


def _say_without(deals: tuple[Deal, ...]) -> None:
    if not deals:
        say("Every deal lost lately has its way back laid.")
        return
    say("Lost, and no way back in is laid yet:")
    say_table(
        (
            (
                str(deal.id),
                deal.account or "–",
                deal.name,
                f"{deal.amount} {deal.amount.currency}" if deal.amount else "–",
                deal.closed.isoformat() if deal.closed else "–",
            )
            for deal in deals[:_SHOWN]
        ),
        right=(0, 3),
        indent="  ",
    )
    if (more := len(deals) - _SHOWN) > 0:
        say(f"  and {more:,} more")
    say(f"journal deal way-back {deals[0].id} lays the days of one.")
