"""``journal settings``: what holds, since when, and a new value from a day on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.dates import in_words, read_day
from journal.errors import BadInput
from journal.settings import Setting, read_key

if TYPE_CHECKING:
    from journal.journal import Journal


@verb(
    "settings",
    "journal settings",
    "journal settings workdays mon-thu --from 2027-01-01",
    "journal settings target.call 10",
    "journal settings country DE-BY",
    'journal settings stages "Lead, First call = stage 1, Fit = qualified, Offer"',
)
@click.argument("key", required=False)
@click.argument("value", nargs=-1)
@click.option("--from", "from_", metavar="DATE", help="The first day it holds; today unless said.")
@json_option
def settings(key: str | None, value: tuple[str, ...], from_: str | None, as_json: bool) -> None:
    """Show the settings, or set one from a day on.

    The days before keep what held then."""
    from journal.journal import Journal

    if key is not None and value:
        words = " ".join(value)
        writing(Journal, lambda journal: _set(journal, key, words, from_))
    elif from_ is not None:
        raise BadInput("Say the value too, as in journal settings floor 2 --from monday.")
    with reading(Journal) as journal:
        history, today = journal.history, journal.today()
        one = None if key is None else read_key(key, journal.settings.kinds)
        rows = sorted(journal.store.days.settings(), key=lambda row: row.from_day)
        asked = history.keys() if one is None else (one,)
        found = {name: history.value(name, today) for name in asked}
        left = _unranked(journal) if one == "stages" else ""
    if as_json:
        say_json({"settings": [_as_json(name, now, rows, today) for name, now in found.items()]})
    elif one is None:
        _say_all(found, rows, today)
    else:
        _say_one(one, found[one], rows, today)
        if left:
            say(left)


def _set(journal: Journal, key: str, value: str, from_: str | None) -> Setting:
    today = journal.today()
    first = read_day(from_, today, day_first=journal.settings.day_first) if from_ else today
    return journal.set(key, value, first)


def _unranked(journal: Journal) -> str:
    """Which open deals stand in a stage that is none of these."""
    from journal.pipeline import unranked, unranked_in_words

    return unranked_in_words(unranked(journal))


def _since(key: str, rows: list[Setting], today: date) -> date | None:
    """The day from which the value in force holds; None for a default."""
    days = [row.from_day for row in rows if row.key == key and row.from_day <= today]
    return days[-1] if days else None


def _as_json(key: str, value: str, rows: list[Setting], today: date) -> dict[str, object]:
    since = _since(key, rows, today)
    return {
        "key": key,
        "value": value or None,
        "default": since is None,
        "from": since.isoformat() if since else None,
    }


def _say_all(found: dict[str, str], rows: list[Setting], today: date) -> None:
    table = []
    for key, value in found.items():
        since = _since(key, rows, today)
        ahead = [row for row in rows if row.key == key and row.from_day > today]
        held = f"from {in_words(since, today)}" if since else "default"
        coming = (
            f"; {ahead[0].value or 'none'} from {in_words(ahead[0].from_day, today)}"
            if ahead
            else ""
        )
        # The value stands last: a long one, like the stages, would push the rest off the terminal.
        table.append((key, held + coming, value or "none"))
    say_table(table)
    say()
    say("journal settings KEY VALUE sets one; target.call 10 asks for ten calls a day.")


def _say_one(key: str, value: str, rows: list[Setting], today: date) -> None:
    kept = {row.from_day: row.value for row in rows if row.key == key}
    if _since(key, rows, today) is None:
        say(f"{key}  {value or 'none'}  default")
    say_table((key, text or "none", f"from {in_words(day, today)}") for day, text in kept.items())
