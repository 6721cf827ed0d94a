"""``journal today`` and ``journal status``: what Today shows, in a few lines or in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.cli.due import due_as_json, due_row
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.measure import in_words, one_or_several, units
from journal.percent import rounded

if TYPE_CHECKING:
    from journal.briefing import Briefing, Count
    from journal.one_number import OneNumber
    from journal.track_record import TrackRecord

DUE_SHOWN = 6
"""The most follow-ups listed."""


@verb("today", "journal today", "journal today --json")
@json_option
def today(as_json: bool) -> None:
    """Show the one number, counts, who is due and the streak."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        briefing, record = journal.briefing(), journal.track_record()
        waiting = journal.follow_ups.due_lines() if as_json else ()
        if as_json:
            weighed = journal.goals.weighed(briefing.milestones)
            briefing = replace(briefing, milestones=weighed)
        else:
            briefing = replace(briefing, due=journal.due_with(briefing))
    if as_json:
        day = briefing.day
        say_json(
            _as_json(briefing, record)
            | {"due": [due_as_json(one, day) for one in waiting], "one": _one(briefing)}
        )
    else:
        _say_today(briefing, record)


@verb("status", "journal status", "PS1='$(journal status) \\$ '")
@json_option
def status(as_json: bool) -> None:
    """Say how today stands in one line, for a prompt."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        briefing, record = journal.briefing(), journal.track_record()
    if as_json:
        whole = _as_json(briefing, record) | {"one": _one(briefing)}
        say_json({key: whole[key] for key in ("day", "state", "streak", "strength", "one")})
    else:
        say(_in_one_line(briefing, record))


def _as_json(briefing: Briefing, record: TrackRecord) -> dict[str, object]:
    from journal.cli.goals_said import goal_as_json

    streak = record.streak
    counts = (*briefing.counts, briefing.reach_outs)
    return {
        "day": briefing.day.isoformat(),
        "state": briefing.state.value,
        "streak": {"current": streak.current, "best": streak.best, "freezes": streak.freezes},
        "strength": record.strength,
        "counts": {
            count.kind: {"done": count.done, "target": count.target}
            for count in counts
            if count.done or count.target
        },
        "milestones": [goal_as_json(standing) for standing in briefing.milestones],
    }


def _one(briefing: Briefing) -> dict[str, object] | None:
    if (one := briefing.one) is None:
        return None
    per = units(one.measure, one.currency)
    must = one.must_today // per if one.must_today % per == 0 else one.must_today / per
    return {"what": one.what, "must_today": must, "buffer_days": one.buffer_days}


def _say_today(briefing: Briefing, record: TrackRecord) -> None:
    from journal.cli.goals_said import goal_row

    day = briefing.day
    say(f"{day:%a} {day.day} {day:%b %Y}  {briefing.state.value}")
    if briefing.purpose:
        say(f"“{briefing.purpose}”")
    say()
    for sentence in number_in_words(briefing):
        say(sentence)
    if briefing.waypoint:
        say()
        say("Next waypoint")
        say_table([goal_row(briefing.waypoint, day)], indent="  ")
    if counts := _counted(briefing):
        say()
        say_table([_count_row(count) for count in counts], right=(1,), indent="  ")
    say_due(briefing)
    _say_page(briefing)
    if not briefing.is_empty:
        say()
        say(_streak_in_words(record))


def _say_page(briefing: Briefing) -> None:
    """What the morning meant to do, and how the evening closed it."""
    from journal.cli.day_page_said import page_rows

    page = briefing.page
    if page.intentions:
        say()
        say_table(page_rows(replace(page, obstacle="", if_then=""), of_morning=True), indent="  ")
    if page.done_at:
        say()
        first = f" First tomorrow: {page.first_tomorrow}" if page.first_tomorrow else ""
        say(f"✓ Day closed {page.done_at.local:%H:%M}.{first}")
    elif briefing.offers_evening:
        say()
        say("journal evening closes the day in three minutes.")


def _counted(briefing: Briefing) -> list[Count]:
    """The kinds with a number or a target; reach-outs only when they are asked for."""
    together = (briefing.reach_outs,) if briefing.reach_outs.target else ()
    return [count for count in (*together, *briefing.counts) if count.done or count.target]


def _count_row(count: Count) -> tuple[str, str, str]:
    from journal.activity import plural

    several = "reach-outs" if count.kind == "reach_outs" else plural(count.kind)
    name = one_or_several(several, count.done) if count.target is None else several
    if count.target is None:
        return name, f"{count.done:,}", ""
    to_go = f"{count.to_go:,} to go" if count.to_go else "✓ done"
    return name, f"{count.done:,} of {count.target:,}", to_go


def say_due(briefing: Briefing) -> None:
    """Who waits, at most what is read at a glance; many overdue ones are told as a number."""
    from journal.due_lines import at_a_glance

    seen = at_a_glance(briefing.due, briefing.waiting, briefing.day, DUE_SHOWN)
    if seen.late or seen.lines:
        say()
    if seen.late:
        say(f"{seen.late:,} overdue; journal due lists them.")
    say_table([due_row(line, briefing.day) for line in seen.lines], indent="  ")
    if seen.more:
        say(f"  +{seen.more:,} more; journal due lists them.")


def number_in_words(briefing: Briefing) -> Iterator[str]:
    """The one number, what feeds it, and when it asks too much."""
    one = briefing.one
    if one is None:
        yield "Nothing here yet, and that is fine. Begin with: journal log call Acme"
        return
    whose = f", for {one.title}" if one.fed_by else ""
    if one.must_today == 0:
        what = one_or_several(one.what, one.done)
        yield f"Today's number is done: {_amount(one, one.done)} {what}{whose}."
    else:
        yield f"{_to_go(one)} today{whose}, {_amount(one, one.done)} done; then your line is kept."
    if (feed := one.fed_by) is not None:
        yield f"What feeds it: {_to_go(feed)} today, {_amount(feed, feed.done)} done."
    if briefing.too_much:
        yield briefing.too_much


def _to_go(one: OneNumber) -> str:
    what = one_or_several(one.what, one.must_today)
    return f"{_amount(one, one.must_today)} {what} to go"


def _amount(one: OneNumber, number: int) -> str:
    return in_words(one.measure, number, one.currency)


def _streak_in_words(record: TrackRecord) -> str:
    streak = record.streak
    freezes = "1 freeze" if streak.freezes == 1 else f"{streak.freezes} freezes"
    words = f"Streak {_days(streak.current)}   best {streak.best:,}   {freezes}"
    return words if record.strength is None else f"Strength {rounded(record.strength)}   {words}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


def _in_one_line(briefing: Briefing, record: TrackRecord) -> str:
    one = briefing.one
    parts = []
    if one is not None:
        parts.append(_to_go(one) if one.must_today else f"{one.what} done")
    parts.append(f"streak {record.streak.current:,}")
    if briefing.overdue:
        parts.append(f"{briefing.overdue:,} overdue")
    return " · ".join(parts)
