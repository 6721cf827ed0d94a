"""``journal evening``: what moved, what else happened, and done for today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

import click

from journal.cli.day_page_said import page_as_json, page_rows
from journal.cli.morning import read_slot
from journal.cli.opening import reading, writing
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.dates import in_words
from journal.errors import BadInput
from journal.quick_entry import summary
from journal.setback import Setback

if TYPE_CHECKING:
    from journal.day_page import DayPage
    from journal.evening_lines import HeardLine
    from journal.journal import Journal


@verb(
    "evening",
    "journal evening                                shows the page",
    'journal evening --good "Dana called back" --tomorrow "the Stark list, at nine"',
    'journal evening --line "globex meeting went well, demo on fri" --line "call 4"',
    "journal evening --lines events.txt --dry-run   says what it understood, saves nothing",
    "journal evening --done 1 --carry 2 --close",
    "journal evening --reopen",
)
@click.option("--line", "line", multiple=True, metavar="TEXT", help="One event, in your own words.")
@click.option(
    "--lines",
    type=click.File("r", encoding="utf-8-sig", errors="replace"),
    metavar="FILE",
    help="One event a line from a file, or from - as typed.",
)
@click.option("--done", multiple=True, metavar="N", help="Intention N is done.")
@click.option("--carry", multiple=True, metavar="N", help="Carry intention N to the next day.")
@click.option("--good", metavar="TEXT", help="One good thing of the day.")
@click.option("--part", metavar="TEXT", help="My part in it.")
@click.option("--tomorrow", metavar="TEXT", help="Tomorrow's first step: what, and when.")
@click.option("--thanks", metavar="TEXT", help="Thanks to a colleague.")
@click.option("--overstated", metavar="TEXT", help="What I overstated, and whom I tell.")
@click.option("--offence", metavar="P", help="How much of the day was my own move: 70 %.")
@click.option("--close", is_flag=True, help="Done for today, even with nothing to write.")
@click.option("--keep-open", is_flag=True, help="Save the lines only; the day is not done yet.")
@click.option("--dry-run", is_flag=True, help="Say what the lines become; save nothing.")
@click.option("--reopen", is_flag=True, help="Take back that the day is done.")
@json_option
def evening(
    line: tuple[str, ...],
    lines: TextIO | None,
    done: tuple[str, ...],
    carry: tuple[str, ...],
    close: bool,
    keep_open: bool,
    dry_run: bool,
    reopen: bool,
    as_json: bool,
    **words: str | None,
) -> None:
    """Show the evening page, or write on it and close the day.

    One event a line becomes typed entries. All that one call says is one thing to undo."""
    from journal.journal import Journal

    box = "\n".join((*line, lines.read() if lines else ""))
    if dry_run:
        with reading(Journal) as journal:
            _say_heard(journal, journal.hear_lines(box))
        return
    said = {name: value for name, value in words.items() if value is not None}
    if reopen:
        writing(Journal, lambda journal: journal.day_pages.reopen(journal.today()))
    elif keep_open and box.strip():
        writing(Journal, lambda journal: journal.day_pages.keep_lines(box, journal.today()))
    elif close or box.strip() or done or carry or said:
        writing(Journal, lambda journal: _close(journal, box, (done, carry), said))
    with reading(Journal) as journal:
        page = journal.day_pages.of(journal.today())
        if as_json:
            say_json(page_as_json(page))
        else:
            _say(journal, page)


def _close(
    journal: Journal,
    box: str,
    ticks: tuple[Iterable[str], Iterable[str]],
    said: dict[str, str],
) -> DayPage:
    from journal.day_page import IntentionState
    from journal.evening import Evening

    page = journal.day_pages.of(journal.today())
    intentions = list(page.intentions)
    states = (IntentionState.DONE, IntentionState.CARRIED)
    for words, state in zip(ticks, states, strict=True):
        for slot in map(read_slot, words):
            if slot > len(intentions):
                raise BadInput("No intention stands there; journal morning shows them.")
            intentions[slot - 1] = replace(intentions[slot - 1], state=state)
    written = replace(
        page,
        intentions=tuple(intentions),
        good_thing=said.get("good", page.good_thing),
        my_part=said.get("part", page.my_part),
        first_tomorrow=said.get("tomorrow", page.first_tomorrow),
        thanks=said.get("thanks", page.thanks),
        overstated=said.get("overstated", page.overstated),
        offence=_read_offence(said["offence"]) if "offence" in said else page.offence,
    )
    return journal.day_pages.close(Evening(page=written, read=page, box=box))


def _read_offence(word: str) -> int | None:
    bare = word.strip().removesuffix("%").strip()
    if bare in ("", "none"):
        return None
    if not bare.isdecimal() or len(bare) > 3 or int(bare) > 100:
        raise BadInput("Offence is a share of the day, a whole number from 0 to 100 %.")
    return int(bare)


def _say(journal: Journal, page: DayPage) -> None:
    from journal.activity import counted

    briefing = journal.briefing()
    counts = [counted(one.kind, one.done) for one in briefing.counts if one.done]
    hits = sum(isinstance(entry, Setback) for entry in briefing.timeline)
    counts += [f"{hits} setback{'' if hits == 1 else 's'}"] if hits else []
    state = f"day {briefing.state.value}"
    say(f"{', '.join([*counts, state])}." if counts else "A quiet day so far.")
    if rows := page_rows(page, of_morning=False):
        say()
        say_table(rows, indent="  ")
    say()
    if page.done_at:
        say(f"✓ Day closed {page.done_at.local:%H:%M}.")
    else:
        say('Still open. Close it: journal evening --good "…" --tomorrow "…"')


def _say_heard(journal: Journal, heard: Iterable[HeardLine]) -> None:
    today = journal.today()
    rows = []
    for one in heard:
        parts = [summary(one.entry, today)] if one.entry else []
        if (agreed := one.follow_up) is not None and agreed.due is not None:
            parts.append(f"follow-up “{agreed.what}” {in_words(agreed.due, today)}")
        parts += [each for each in (one.ends.words, one.ends.along) if each] if one.ends else []
        parts += [one.stays] if one.stays else []
        parts += [f"({one.hint})"] if one.hint else []
        rows.append((one.line[:60], "; ".join(parts)))
    say_table(rows)
