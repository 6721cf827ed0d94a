"""Setbacks as the command line says them: a row, a page, the measures, or JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.cli.output import cut, say, say_lines, say_table
from journal.dates import in_words
from journal.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.resilience import BounceBack, MostOften, Resilience
    from journal.setback import Setback
    from journal.setback_line import CameOf, SetbackLine
    from journal.setback_work import Check, Thoughts

LONGEST_TEXT = 44
"""The most cells the rep's words take in a row."""

_GLYPHS = {"open": "▸", "ask": "?", "back": "✓", "stronger": "✓", "left as it is": "–"}


def came_of_in_words(came: CameOf) -> str:
    """What came of one: ▸ open, ? ask, day 7, ✓ back, day 2."""
    return f"{_GLYPHS[came.state.value]} {came}"


def bounce_back_in_words(back: BounceBack) -> str:
    """How fast the rep is back, with what it rests on; else why that is not told."""
    if back.median_days is None:
        return (back.why_not or "").rstrip(".")
    days = "1 working day" if back.median_days == 1 else f"{back.median_days:,} working days"
    waiting = f", {back.censored:,} not yet back" if back.censored else ""
    return f"after {days} (median, n {back.n:,}{waiting})"


def bounce_back_as_json(back: BounceBack) -> dict[str, object]:
    """The three numbers of it."""
    return {"median_days": back.median_days, "n": back.n, "censored": back.censored}


def setback_row(line: SetbackLine, today: date) -> tuple[str, ...]:
    """One in a row: number, day, type, what happened, sting, the next step, what came of it."""
    hit, step = line.setback, line.next_step
    return (
        str(hit.id),
        in_words(hit.day, today),
        hit.type,
        cut(shown(hit.text), LONGEST_TEXT),
        "" if hit.sting is None else str(hit.sting),
        came_of_in_words(line.came_of),
        cut(shown(step.what), LONGEST_TEXT) if step else "",
    )


def stronger_row(hit: Setback, check: Check, today: date) -> tuple[str, ...]:
    """One the rep came out of stronger: number, day, type, what was learned and is done differently."""
    said = (cut(shown(words), LONGEST_TEXT) for words in (check.learned, check.differently))
    return (str(hit.id), in_words(hit.day, today), hit.type, *said)


def say_setback(line: SetbackLine, today: date, purpose: str | None) -> None:
    """A page about one, with the purpose above it."""
    hit, step = line.setback, line.next_step
    if purpose:
        say(f"“{purpose}”")
        say()
    sting = "" if hit.sting is None else f"  sting {hit.sting}"
    say(f"{hit.id}  {in_words(hit.day, today)}  {hit.type}{sting}")
    say_lines(hit.text)
    facts = [("Came of it", came_of_in_words(line.came_of)), *_thoughts(line.thoughts)]
    if line.not_measured:
        facts.insert(1, ("Bounce-back", f"not measured: {line.not_measured}"))
    if step:
        due = in_words(step.due, today) if step.due else "no day"
        facts.append(("Next step", f"{step.what} ({step.state.value}, {due})"))
    for check in line.checks:
        facts += _answer(check)
    say_table(facts, indent="  ")


def say_measures(found: Resilience) -> None:
    """The measures of two years, each with what it rests on or why it is not told."""
    fade, acted, often = found.fade, found.acted, found.how_often
    rows = [
        ("Back at work", bounce_back_in_words(found.bounce_back)),
        ("On ordinary days", bounce_back_in_words(found.ordinary)),
        (
            "A sting halves",
            f"in {fade.median_days:.1f} days (median, n {fade.n:,}, not yet {fade.not_yet:,})"
            if fade.median_days is not None
            else _without_stop(fade.why_not),
        ),
        (
            "Next action",
            f"{acted.within:,} of {acted.n:,} within 24 hours"
            if acted.n
            else _without_stop(acted.why_not),
        ),
        (
            "Setbacks",
            f"{often.per_hundred:.2g} per 100 reach-outs (n {often.reach_outs:,})"
            if often.per_hundred is not None
            else _without_stop(often.why_not),
        ),
    ]
    say_table(rows)
    for sentence in found.bounce_back.left_out:
        say(sentence)
    if found.most_often:
        say()
        say_table([_type_row(kind) for kind in found.most_often], right=(1,))


def _type_row(kind: MostOften) -> tuple[str, str, str]:
    back = "" if kind.median_days is None else f"back on day {kind.median_days:,}"
    return (kind.type, f"{kind.count:,}", back)


def setbacks_as_json(lines: Sequence[SetbackLine], found: Resilience) -> dict[str, object]:
    """The list and the measures."""
    return {
        "bounce_back": bounce_back_as_json(found.bounce_back),
        "ordinary_days": bounce_back_as_json(found.ordinary),
        "curve": [
            {"day": step.day, "not_yet_back": float(step.share)} for step in found.bounce_back.curve
        ],
        "not_measured": [
            sentence
            for sentence in (found.bounce_back.why_not, *found.bounce_back.left_out)
            if sentence
        ],
        "sting_half_life": {
            "median_days": found.fade.median_days,
            "n": found.fade.n,
            "not_yet": found.fade.not_yet,
        },
        "within_24_hours": {"acted": found.acted.within, "n": found.acted.n},
        "per_100_reach_outs": {
            "value": found.how_often.per_hundred,
            "setbacks": found.how_often.setbacks,
            "n": found.how_often.reach_outs,
        },
        "most_often": [
            {"type": kind.type, "count": kind.count, "median_days": kind.median_days}
            for kind in found.most_often
        ],
        "setbacks": [setback_as_json(line) for line in lines],
    }


def setback_as_json(line: SetbackLine) -> dict[str, object]:
    """One with everything the rep said of it."""
    hit, step, thoughts = line.setback, line.next_step, line.thoughts
    return {
        "id": hit.id,
        "day": hit.day.isoformat(),
        "type": hit.type,
        "text": hit.text or None,
        "sting": hit.sting,
        "account": hit.account,
        "deal": hit.deal,
        "came_of": line.came_of.state.value,
        "came_of_day": line.came_of.day,
        "not_measured": line.not_measured,
        "thoughts": None if thoughts is None else _thoughts_as_json(thoughts),
        "next_step": None
        if step is None
        else {
            "id": step.id,
            "what": step.what,
            "day": step.due.isoformat() if step.due else None,
            "state": step.state.value,
        },
        "checks": [answer_as_json(check) for check in line.checks],
    }


def answer_as_json(check: Check) -> dict[str, object]:
    """What was said of one 7 or 30 days on."""
    return {
        "after": check.after,
        "day": check.day.isoformat(),
        "sting": check.sting,
        "learned": check.learned or None,
        "differently": check.differently or None,
        "stronger": check.stronger,
    }


def _thoughts_as_json(thoughts: Thoughts) -> dict[str, object]:
    return {
        "belief": thoughts.belief or None,
        "permanent": thoughts.permanent,
        "pervasive": thoughts.pervasive,
        "personal": thoughts.personal,
        "mine": thoughts.mine,
        "theirs": thoughts.theirs,
        "circumstance": thoughts.circumstance,
        "in_control": thoughts.in_control or None,
        "evidence_against": thoughts.evidence_against or None,
        "other_view": thoughts.other_view or None,
        "if_then": thoughts.if_then or None,
    }


def _thoughts(thoughts: Thoughts | None) -> list[tuple[str, str]]:
    if thoughts is None:
        return []
    depths = (("Permanent", thoughts.permanent), ("Pervasive", thoughts.pervasive))
    shares = ""
    if thoughts.mine is not None:
        parts = (thoughts.mine, thoughts.theirs, thoughts.circumstance)
        shares = "mine {} %, theirs {} %, circumstance {} %".format(*parts)
    rows = [
        ("First belief", thoughts.belief),
        *(
            (name, f"{depth} of 10" if depth is not None else "")
            for name, depth in (*depths, ("Personal", thoughts.personal))
        ),
        ("Shares", shares),
        ("In my control", thoughts.in_control),
        ("Against it", thoughts.evidence_against),
        ("Another view", thoughts.other_view),
        ("If that, then", thoughts.if_then),
    ]
    return [row for row in rows if row[1]]


def _answer(check: Check) -> list[tuple[str, str]]:
    """What was said of it 7 or 30 days on."""
    said = {True: "stronger", False: "not stronger", None: ""}[check.stronger]
    sting = "" if check.sting is None else f"sting {check.sting}"
    rows = [
        (f"Day {check.after}", ", ".join(each for each in (said, sting) if each)),
        ("Learned", check.learned),
        ("Differently", check.differently),
    ]
    return [row for row in rows if row[1]]


def _without_stop(sentence: str | None) -> str:
    return (sentence or "").rstrip(".")
