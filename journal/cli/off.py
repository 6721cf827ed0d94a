"""``journal off``: days off, ahead or afterwards, and given back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.dates import in_words, read_span

if TYPE_CHECKING:
    from journal.calendar import DayOff
    from journal.journal import Journal


@verb(
    "off",
    "journal off                                    lists them",
    "journal off fri --why dentist",
    "journal off 2026-12-24..2027-01-01 --why Christmas",
    "journal off 2026-12-28 --remove                gives one of them back",
)
@click.argument("span", nargs=-1, metavar="[FROM[..TO]]")
@click.option("--why", metavar="W", help="What for.")
@click.option("--remove", is_flag=True, help="Give these days back.")
@json_option
def off(span: tuple[str, ...], why: str | None, remove: bool, as_json: bool) -> None:
    """Give yourself days off, or list them.

    A day off breaks no streak, and may be given afterwards."""
    from journal.journal import Journal

    if span:
        words = " ".join(span)
        said = writing(Journal, lambda journal: _change(journal, words, why, remove))
        if not as_json:
            say(said)
            return
    with reading(Journal) as journal:
        ranges, today = list(journal.days_off.all()), journal.today()
    if as_json:
        say_json({"off": [_as_json(one) for one in ranges]})
    elif not ranges:
        say("No days off yet. Give yourself some: journal off fri --why dentist")
    else:
        say_table((_span(one.first, one.last, today), one.why or "", _when(one)) for one in ranges)


def _change(journal: Journal, words: str, why: str | None, remove: bool) -> str:
    today = journal.today()
    first, last = read_span(words, today, day_first=journal.settings.day_first, past=False)
    if remove:
        given, asked = journal.days_off.give_back(first, last), (last - first).days + 1
        days = "1 day" if given == 1 else f"{given:,} days"
        some = "" if given == asked else f"{days} of "
        return f"Given back: {some}{_span(first, last, today)}"
    taken = journal.days_off.take(first, last, why)
    reason = f", {taken.why}" if taken.why else ""
    return f"Off {_span(first, last, today)}{reason}"


def _span(first: date, last: date, today: date) -> str:
    words = in_words(first, today)
    return words if first == last else f"{words} to {in_words(last, today)}"


def _when(one: DayOff) -> str:
    late = one.given_on is not None and one.given_on > one.last
    return f"given on {one.given_on:%Y-%m-%d}" if late else ""


def _as_json(one: DayOff) -> dict[str, object]:
    return {
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "why": one.why,
        "given_on": one.given_on.isoformat() if one.given_on else None,
    }
