"""``setbacks work``, ``next`` and ``learned``: what the rep makes of a setback, whenever they ask for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from journal.cli.opening import reading
from journal.cli.output import say
from journal.cli.verb import verb
from journal.cli.words import cut_short, read_id, read_sting, whole_text
from journal.dates import in_words, read_day
from journal.errors import BadInput
from journal.setback_work import CHECKS, Check, Thoughts

_WORDS = ("belief", "in_control", "evidence_against", "other_view", "if_then")


@verb(
    "work",
    'journal setbacks work 12 --belief "we are never early enough"',
    "journal setbacks work 12 --mine 20 --theirs 50 --circumstance 30",
    "journal setbacks work 12 --permanent 2 --pervasive 1 --personal 3",
    'journal setbacks work 12 --if-then "if a budget round starts, I call in week 1"',
)
@click.argument("setback", metavar="ID")
@click.option("--belief", metavar="B", help="What you first believed it meant.")
@click.option("--permanent", metavar="N", help="How lasting it seems, 0 to 10.")
@click.option("--pervasive", metavar="N", help="How much of your work it touches, 0 to 10.")
@click.option("--personal", metavar="N", help="How much it is about you, 0 to 10.")
@click.option("--mine", metavar="P", help="Your share in percent; the three make 100.")
@click.option("--theirs", metavar="P", help="The share of others in percent.")
@click.option("--circumstance", metavar="P", help="The share of what nobody chose.")
@click.option("--in-control", metavar="W", help="What of it is in your control.")
@click.option("--evidence-against", metavar="W", help="What speaks against the belief.")
@click.option("--other-view", metavar="W", help="Another explanation.")
@click.option("--if-then", metavar="W", help="If it happens again, then you do this.")
def work(setback: str, **said: str | None) -> None:
    """Work through a setback; every line may be left out.

    What is said stands beside what was said before; an empty text takes a line back."""
    from journal.journal import Journal

    number = read_id(setback)
    changes: dict[str, Any] = {
        name: words.strip() if name in _WORDS else _number(words)
        for name, words in said.items()
        if words is not None
    }
    if not changes:
        raise BadInput("Say at least one line of it; journal setbacks work --help names them.")
    with reading(Journal) as journal:
        line = journal.setbacks.story(number)
        journal.setbacks.work_through(replace(line.thoughts or Thoughts(setback=number), **changes))
    say(f"Kept with setback {number}.")


@verb(
    "next",
    "journal setbacks next 12 call the sponsor",
    "journal setbacks next 12 call the sponsor --by thu",
)
@click.argument("setback", metavar="ID")
@click.argument("what", nargs=-1, required=True, metavar="WHAT…")
@click.option("--by", metavar="DATE", help="Its day; the next working day unless said.")
def next_step(setback: str, what: tuple[str, ...], by: str | None) -> None:
    """Write down the next small action; it shows up among what is due."""
    from journal.journal import Journal

    number = read_id(setback)
    words = whole_text(what, "What is the next small action? journal setbacks next 12 …")
    with reading(Journal) as journal:
        today, day_first = journal.today(), journal.settings.day_first
        day = (
            read_day(by, today, day_first=day_first, past=False)
            if by is not None
            else journal.calendar.plus_working(today, 1)
        )
        step = journal.setbacks.next_step(number, words, day)
    say(f"Next step {step.id}, {in_words(day, today)}: {step.what}")


@verb(
    "learned",
    'journal setbacks learned 12 "ask for the date earlier" --stronger',
    "journal setbacks learned 12 --sting 2",
    'journal setbacks learned 12 --differently "two contacts from the start" --after 7',
)
@click.argument("setback", metavar="ID")
@click.argument("text", nargs=-1, metavar="[TEXT…]")
@click.option("--differently", metavar="W", help="What you do differently.")
@click.option("--sting", metavar="N", help="How much it hurts now, 0 to 10.")
@click.option("--stronger/--not-stronger", default=None, help="Whether you came out stronger.")
@click.option("--after", metavar="7|30", help="Which of the two it answers; by the day else.")
def learned(
    setback: str,
    text: tuple[str, ...],
    differently: str | None,
    sting: str | None,
    stronger: bool | None,
    after: str | None,
) -> None:
    """Say what a setback taught you, 7 or 30 days on."""
    from journal.journal import Journal

    number = read_id(setback)
    which = None if after is None else _which(after)
    changes: dict[str, Any] = {}
    if text:
        changes["learned"] = " ".join(text).strip()
    if differently is not None:
        changes["differently"] = differently.strip()
    if sting is not None:
        changes["sting"] = read_sting(sting)
    if stronger is not None:
        changes["stronger"] = stronger
    if not changes:
        raise BadInput("What did it teach you? Write it after the number: journal setbacks learned")
    with reading(Journal) as journal:
        line = journal.setbacks.story(number)
        asked = which or line.answers
        before = line.check(asked) or Check(setback=number, after=asked, day=journal.today())
        kept = journal.setbacks.answer(replace(before, **changes))
    ends = " You came out stronger." if kept.stronger else ""
    say(f"Kept with setback {number}, day {asked}.{ends}")


def _which(word: str) -> int:
    known = {str(days): days for days in CHECKS}
    if word not in known:
        raise BadInput("--after is 7 or 30, the days on which a setback is asked about.")
    return known[word]


def _number(word: str) -> int | None:
    """A whole number, in percent or not; None for an empty word. Raises BadInput."""
    bare = word.strip().removesuffix("%").strip()
    if not bare:
        return None
    if not bare.isdecimal() or len(bare) > 3:
        raise BadInput(f"“{cut_short(word)}” is no whole number; write one like 3 or 40.")
    return int(bare)
