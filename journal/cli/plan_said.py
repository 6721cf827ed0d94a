"""The plan as the command line says it: level by level, with its chance and what would raise it."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from textwrap import fill
from typing import TYPE_CHECKING

from journal.cli.output import say, say_json, say_table
from journal.dates import in_words
from journal.measure import one_or_several
from journal.percent import as_chance, rounded
from journal.plan import LEVEL_WORDS, Level
from journal.planning.forecast.reach_outs import HALF, SURE
from journal.planning.funnel import STILL_HELPS
from journal.planning.lags import lags_in_words

if TYPE_CHECKING:
    from datetime import date

    from journal.journal import Journal
    from journal.planning.funnel import Funnel, LevelLine
    from journal.planning.outlook import Outlook
    from journal.plans import Plans

WIDTH = 80
"""Sentences are broken to this many columns."""

SAME_WEEK = 0.02
"""Two numbers of reach-outs a week nearer than this share are one."""

LEVERS = {
    "reach_outs": "10 % more reach-outs",
    "d": "10 % more reach-outs that become leads",
    "c": "10 % more leads that become first meetings",
    "b": "10 % more first meetings that become qualified leads",
    "a": "10 % more qualified leads that become stage 1",
    "q": "10 % more opportunities that qualify",
    "w": "a win rate better by a tenth",
    "deal_size": "new deals larger by a tenth",
}
"""The levers in words."""


def report(journal: Journal, as_json: bool, *, since_before: bool = False) -> None:
    """Say how the plan stands; after a change also what it did to the need."""
    plans = journal.plans
    if as_json:
        say_json(_as_json(plans))
        return
    _say_levels(plans.funnel(), journal.today())
    changed = plans.versions(1)[0].causes if since_before else ()
    funnel = plans.funnel()
    for sentence in (*_sentences(plans), *changed, *lags_in_words(funnel.lags), *funnel.notes):
        print(fill(sentence, WIDTH, break_on_hyphens=False))


def _as_json(plans: Plans) -> dict[str, object]:
    funnel, outlook = plans.funnel(), plans.outlook()
    return {
        "target": funnel.target.major if funnel.target else None,
        "currency": funnel.booked.currency,
        "booked": funnel.booked.major,
        "by": funnel.by.isoformat() if funnel.by else None,
        "open_expected": funnel.open_expected.major,
        "levels": [_level_as_json(line) for line in funnel.levels],
        "weekly_reach_outs": funnel.weekly_reach_outs,
        "chance": outlook.chance if outlook else None,
        "p10": outlook.p10.major if outlook else None,
        "p50": outlook.p50.major if outlook else None,
        "p90": outlook.p90.major if outlook else None,
        "levers": [{"lever": lever.name, "gain": lever.gain} for lever in plans.levers()],
    }


def _level_as_json(line: LevelLine) -> dict[str, object]:
    return {
        "level": line.level.value,
        "needed": line.needed,
        "done": line.done,
        "last_useful": line.last_useful.isoformat() if line.last_useful else None,
        "rate": line.rate,
        "raw_rate": line.raw_rate,
        "n": line.n,
        "source": line.source.value,
    }


def _say_levels(funnel: Funnel, today: date) -> None:
    booked = f"booked {funnel.booked}, open deals bring about {funnel.open_expected}"
    if funnel.target is None:
        say(f"No target yet; {booked} {funnel.booked.currency}.")
    else:
        by = in_words(funnel.by, today) if funnel.by else ""
        say(f"{funnel.target} {funnel.target.currency} by {by}; {booked}.")
    say()
    heads = ("", "to go", "done", "until", "lag", "rate", "from history", "source")
    say_table([heads, *(_row(line, today) for line in funnel.levels)], right=(1, 2, 4, 5, 6))
    say()


def _row(line: LevelLine, today: date) -> tuple[str, ...]:
    return (
        LEVEL_WORDS[line.level],
        "–" if line.needed is None else f"{ceil(line.needed):,}",
        f"{line.done:,}",
        "–" if line.last_useful is None else in_words(line.last_useful, today),
        "–" if line.lag is None else f"{line.lag.days:,} d",
        "–" if line.rate is None else rounded(line.rate),
        "–" if line.raw_rate is None else f"{rounded(line.raw_rate)} of {line.n:,}",
        line.source.value,
    )


def _sentences(plans: Plans) -> Iterator[str]:
    """The reach-outs of a week, the chance, and what would help most."""
    funnel, outlook = plans.funnel(), plans.outlook()
    if funnel.target is None:
        yield "Set one: journal plan set --target 1.2M --by 31/12 --deal-size 60k"
        return
    if funnel.is_past:
        yield (
            "Reach-outs from today on come too late for this target on average. "
            f"What still helps: {', '.join(STILL_HELPS)}. "
            "So does a later date: journal plan set --by DATE."
        )
    elif funnel.weekly_reach_outs is not None:
        number = ceil(funnel.weekly_reach_outs - 1e-9)
        weekly = f"{number:,} {one_or_several(LEVEL_WORDS[Level.REACH_OUTS], number)} a week"
        kept = plans.plan_chance()
        yield (
            f"{weekly}."
            if kept is None
            else f"{weekly} is what the target asks for from today on: kept exactly, "
            f"a chance of {as_chance(kept)}."
        )
    if outlook is None:
        return
    if outlook.chance < 1 and not funnel.is_past:
        half, sure = _weekly(plans, HALF), _weekly(plans, SURE)
        yield f"For {100 * HALF:.0f} %: {half}; for {100 * SURE:.0f} %: {sure}."
    yield from _chance(outlook, funnel)
    if not funnel.basis.knows_a_deal:
        yield "No deal is written down yet: journal import or journal deal add brings them in."
    best = next(iter(plans.levers()), None)
    if best and best.gain >= 0.001:
        yield f"The best lever is {LEVERS[best.name]}: {100 * best.gain:.1f} points more."
    own = set(funnel.notes)
    yield from (note for note in outlook.notes if note not in own)


def _chance(outlook: Outlook, funnel: Funnel) -> Iterator[str]:
    if outlook.is_reached:
        yield "The target is reached."
        return
    going = ", if you keep the plan" if outlook.if_plan_kept else ", as it is going"
    asked = funnel.weekly_reach_outs
    if asked is not None and abs(outlook.weekly - asked) > SAME_WEEK * asked:
        number = f"about {round(outlook.weekly):,} reach-outs a week"
        going += (
            f" as you saved it, {number}"
            if outlook.if_plan_kept
            else f": new opportunities come as from {number}"
        )
    yield f"The chance today is {as_chance(outlook.chance)}{going}. {_range(outlook)}"


def _range(outlook: Outlook) -> str:
    low, middle, high = outlook.p10.short, outlook.p50.short, outlook.p90.short
    if low == high:
        return f"Eight in ten outcomes end at {middle}."
    return f"Eight in ten outcomes end between {low} and {high}, half of all above {middle}."


def _weekly(plans: Plans, chance: float) -> str:
    number = plans.weekly_for(chance)
    return "not by reach-outs alone" if number is None else f"{ceil(number):,} a week"
