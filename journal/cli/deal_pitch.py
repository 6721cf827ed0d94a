"""``journal deal pitch``: the talking points that go with winning, ticked where they were used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.dates import in_words
from journal.errors import BadInput
from journal.pitches import UsedPoint

if TYPE_CHECKING:
    from journal.activity import Activity

_NONE = (
    "No talking point yet: they are the reasons found more in your wins than in your losses. "
    "journal deal answer writes them down."
)
_LAST = 3


@verb("pitch", "journal deal pitch", 'journal deal pitch 812 "night shift"', "journal list")
@click.argument("entry", type=int, required=False)
@click.argument("point", required=False)
@json_option
def pitch(entry: int | None, point: str | None, as_json: bool) -> None:
    """List what to say in a pitch, or tick that it was said.

    ENTRY is the meeting, demo or proposal; journal list shows its number.
    """
    from journal.journal import Journal
    from journal.pitches import read_points

    if entry is not None:
        if point is None:
            raise BadInput("Say which talking point was used: journal deal pitch 812 price.")
        number, words = entry, point
        ticked = writing(Journal, lambda journal: journal.deals.tick_point(number, words))
        if as_json:
            say_json({"id": ticked.id, "tags": list(ticked.tags)})
        else:
            say(f"Ticked “{words}” in {ticked.kind} {ticked.id}")
        return
    with reading(Journal) as journal:
        points, today = read_points(journal), journal.today()
    if as_json:
        say_json([_as_json(one) for one in points])
    elif not points:
        say(_NONE)
    else:
        say_table([_row(one, today) for one in points])


def _row(used: UsedPoint, today: date) -> tuple[str, str, str, str]:
    point, said = used.point, len(used.pitches)
    last = "; ".join(_where(one, today) for one in used.pitches[:_LAST])
    more = f" and {said - _LAST:,} more" if said > _LAST else ""
    return (
        point.tag,
        f"{point.wins:,} won, {point.losses:,} lost",
        f"used {said:,} ×" if said else "not used yet",
        last + more,
    )


def _where(pitch: Activity, today: date) -> str:
    with_whom = f" {pitch.account}" if pitch.account else ""
    return f"{pitch.kind}{with_whom} {in_words(pitch.day, today)} ({pitch.id})"


def _as_json(used: UsedPoint) -> dict[str, object]:
    return {
        "reason": used.point.tag,
        "wins": used.point.wins,
        "losses": used.point.losses,
        "used": len(used.pitches),
        "pitches": [
            {"id": one.id, "day": one.day.isoformat(), "kind": one.kind, "account": one.account}
            for one in used.pitches
        ],
    }
