"""``journal block``: call blocks, planned ahead, started, and looked back at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import family, verb
from journal.cli.words import cut_short, read_id, read_minutes
from journal.dates import in_words, read_day, read_time
from journal.errors import BadInput
from journal.percent import read_percent, rounded

if TYPE_CHECKING:
    from datetime import date

    from journal.call_block import CallBlock
    from journal.fear import Fear
    from journal.journal import Journal

_DREAD = click.option("--dread", metavar="N", help="How much you dread it, 0 to 10.")
_FEARED = click.option("--feared", metavar="P", help="The share of harsh nos you fear: 30%.")


@family(
    "block",
    {
        "Verbs": {
            "plan": "journal.cli.block:plan",
            "start": "journal.cli.block:start",
            "done": "journal.cli.block:done",
            "remove": "journal.cli.block:remove",
            "list": "journal.cli.block:list_blocks",
        }
    },
    "journal block plan 10:00 --minutes 60 --dread 6 --feared 30%",
    "journal block start 3",
    "journal block done 3 --calls 12 --harsh-nos 1",
)
def block() -> None:
    """Plan call blocks, and see what was feared and what happened."""


@verb(
    "plan",
    "journal block plan 10:00",
    "journal block plan 9:30 --on mon --minutes 60 --dread 6 --feared 30%",
)
@click.argument("planned", metavar="TIME")
@click.option("--on", metavar="DATE", help="Its day; today unless said.")
@click.option("--minutes", metavar="N", help="How long it is to take.")
@_DREAD
@_FEARED
def plan(
    planned: str, on: str | None, minutes: str | None, dread: str | None, feared: str | None
) -> None:
    """Plan a call block."""
    from journal.journal import Journal

    clock, long = read_time(planned), None if minutes is None else read_minutes(minutes)
    before = _before(dread, feared)

    def save(journal: Journal) -> str:
        today, day_first = journal.today(), journal.settings.day_first
        day = None if on is None else read_day(on, today, day_first=day_first, past=False)
        saved = journal.call_blocks.plan(clock, day, minutes=long, **before)
        return f"Planned {saved.id}: {in_words(saved.day, today)} {saved.planned:%H:%M}"

    say(writing(Journal, save))


@verb("start", "journal block start 3", "journal block start 3 --dread 6 --feared 30%")
@click.argument("block_id", metavar="ID")
@_DREAD
@_FEARED
def start(block_id: str, dread: str | None, feared: str | None) -> None:
    """Begin a call block now."""
    from journal.journal import Journal

    before = _before(dread, feared)
    with reading(Journal) as journal:
        begun = journal.call_blocks.start(read_id(block_id), **before)
    say(f"Started {begun.id} at {begun.started:%H:%M}, planned {begun.planned:%H:%M}")


@verb("done", "journal block done 3 --calls 12 --harsh-nos 1", "journal block done 3 --calls 8")
@click.argument("block_id", metavar="ID")
@click.option("--calls", required=True, metavar="N", help="How many calls it was.")
@click.option("--harsh-nos", default="0", metavar="N", help="How many ended in a harsh no.")
def done(block_id: str, calls: str, harsh_nos: str) -> None:
    """Say what happened in a call block."""
    from journal.journal import Journal

    made, nos = _number(calls), _number(harsh_nos)
    with reading(Journal) as journal:
        ended = journal.call_blocks.finish(read_id(block_id), made, nos)
    say(f"Done {ended.id}: {_happened(ended)}")


@verb("remove", "journal block remove 3", "journal undo               brings it back")
@click.argument("block_id", metavar="ID")
def remove(block_id: str) -> None:
    """Take a call block away."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        gone = journal.call_blocks.remove(read_id(block_id))
        today = journal.today()
    say(f"Removed {gone.id}: {in_words(gone.day, today)} {gone.planned:%H:%M}")


@verb("list", "journal block list", "journal block list --json")
@json_option
def list_blocks(as_json: bool) -> None:
    """List the latest call blocks, what was feared and what happened."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        blocks, today = journal.call_blocks.newest_first(), journal.today()
        fear = journal.call_blocks.fear()
    if as_json:
        say_json({"fear": _fear_as_json(fear), "blocks": [_as_json(one) for one in blocks]})
    elif not blocks:
        say("No call blocks yet. Plan one: journal block plan 10:00 --dread 6 --feared 30%")
    else:
        say(_fear(fear))
        say(f"{fear.on_time:,} of {fear.planned:,} started within 10 minutes of the plan.")
        say()
        say_table((_row(one, today) for one in blocks), right=(0,))


def _row(one: CallBlock, today: date) -> tuple[str, ...]:
    return (
        str(one.id),
        in_words(one.day, today),
        f"{one.planned:%H:%M}",
        f"started {one.started:%H:%M}" if one.started else "",
        "" if one.dread is None else f"dread {one.dread}",
        "" if one.feared is None else f"feared {rounded(one.feared)}",
        _happened(one),
    )


def _happened(one: CallBlock) -> str:
    if one.calls is None:
        return ""
    calls = "1 call" if one.calls == 1 else f"{one.calls:,} calls"
    nos = one.harsh_nos or 0
    share = f", {rounded(one.happened)}" if one.happened is not None else ""
    return f"{calls}, {nos:,} harsh {'no' if nos == 1 else 'nos'}{share}"


def _fear(fear: Fear) -> str:
    """What was feared against what happened, in one sentence."""
    if fear.mean_error is None or not fear.is_shown:
        return fear.why_not or ""
    points, over = round(100 * abs(fear.mean_error)), fear.mean_error > 0
    than = "more" if over else "fewer"
    return f"You feared {points} points {than} harsh nos than came (mean, n {fear.n})."


def _rounded(error: float | None) -> float | None:
    """To a hundredth of a percent, which is more than twenty forecasts can tell."""
    return None if error is None else round(error, 4)


def _fear_as_json(fear: Fear) -> dict[str, object]:
    shown = fear.is_shown
    return {
        "mean_error": _rounded(fear.mean_error) if shown else None,
        "low": _rounded(fear.low) if shown else None,
        "high": _rounded(fear.high) if shown else None,
        "n": fear.n,
        "not_shown": fear.why_not,
        "on_time": fear.on_time,
        "planned": fear.planned,
    }


def _as_json(one: CallBlock) -> dict[str, object]:
    return {
        "id": one.id,
        "day": one.day.isoformat(),
        "planned": f"{one.planned:%H:%M}",
        "minutes": one.minutes,
        "dread": one.dread,
        "feared": one.feared,
        "started": f"{one.started:%H:%M}" if one.started else None,
        "calls": one.calls,
        "harsh_nos": one.harsh_nos,
        "happened": one.happened,
    }


def _before(dread: str | None, feared: str | None) -> dict[str, Any]:
    """What was said beforehand. Raises BadInput."""
    return {
        "dread": None if dread is None else _number(dread),
        "feared": None if feared is None else read_percent(feared),
    }


def _number(word: str) -> int:
    if not word.isdecimal() or len(word) > 4:
        raise BadInput(f"“{cut_short(word)}” is no whole number; write one like 3 or 12.")
    return int(word)
