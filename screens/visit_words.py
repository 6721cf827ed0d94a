"""The words of the two visits a day: what was meant, what was done, what is offered, and what was heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import Activity, counted
from journal.briefing import Briefing, Count
from journal.day_page import DayPage, Intention, IntentionState
from journal.days import DayState
from journal.entry import Entry
from journal.setback import Setback
from screens import wording

if TYPE_CHECKING:
    from journal.evening_lines import HeardLine
    from journal.follow_up import FollowUp
    from journal.reviewing.reward import RewardStanding
    from journal.yesterday import Yesterday

NOTHING_PLANNED = "Nothing planned. m plans the day."
NOTHING_MEANT = "Nothing was planned, and that is fine."
"""What stands in place of intentions."""

CLOSES = "e closes the day in three minutes"
"""What the evening offers."""

ONE_A_LINE = "one event a line"
"""What stands in place of what was understood while the box is empty."""

EVENING_SAVED = "The evening is saved, and the day is closed"
"""What is said once the day is done."""

TAKE_BACK_LATER = "Esc, then u takes it back"
"""How something saved from the evening page is taken back: there, letters are text."""

DONE = "Done for today"
"""The button that closes the day."""

GOOD = "e.g. Dana called back"
PART = "e.g. I asked a better question on Friday"
MAY_STAY = "may stay empty"
OVERSTATED = "to whom, and when I put it right; may stay empty"
OFFENCE = "how much was my own, 0 to 100 %; may stay empty"
NOTHING_HIT = "nothing so far; type it, and Enter writes it down"
"""Examples in the lines of the evening."""

QUIET = "A quiet day. What was one good thing in it?"
PROGRESS_FIRST = "What moved today comes first."
"""What the evening begins with."""

TWO_MINUTES = "Two minutes: read, three lines, go."
"""What the morning begins with."""

NO_ENTRY = "No entry yesterday."
WERE_OFF = "You were off."
"""What is said of a day without entries, and of a day off."""

OLD_PAGE = "This is still the page of {day}: save it, or go to the new day."
"""What a page says that is still open when the next day begins."""

AS_LEFT = "Still the page of {day}: save or clear it, then e opens today's."
"""What an evening page of an earlier day opens with."""

STILL_DUE = "still due"
"""What stands beside a follow-up that is not done."""

MARKS = {IntentionState.OPEN: " ", IntentionState.DONE: "✓", IntentionState.CARRIED: "→"}
"""How an intention stands, as one sign."""

COLOURS = {
    IntentionState.OPEN: "",
    IntentionState.DONE: "$success",
    IntentionState.CARRIED: "$warning",
}
"""The colour of the sign."""


def ticked(intention: Intention, until: date, today: date) -> str:
    """What is said once an intention went on."""
    text = wording.one_line(intention.text, 60)
    said = {
        IntentionState.DONE: f"Done: {text}",
        IntentionState.CARRIED: f"Carried to {wording.near_day(until, today)}: {text}",
        IntentionState.OPEN: f"Open again: {text}",
    }
    return said[intention.state]


def how_many(number: int, one: str, several: str = "") -> str:
    """One meeting, 2 meetings."""
    return f"one {one}" if number == 1 else f"{number:,} {several or one + 's'}"


def reached(count: Count) -> str:
    """11 of 16 reach-outs; without a target 11 reach-outs."""
    if count.target:
        return f"{count.done:,} of {count.target:,} {'reach-out' if count.target == 1 else 'reach-outs'}"
    return how_many(count.done, "reach-out")


def done_so_far(briefing: Briefing) -> str:
    """The day's sums and setbacks in one sentence."""
    parts = [reached(briefing.reach_outs)] if _is_told(briefing.reach_outs) else []
    parts += _others(briefing.counts)
    hits = sum(isinstance(entry, Setback) for entry in briefing.timeline)
    parts += [how_many(hits, "setback")] if hits else []
    return ", ".join(parts) + "." if parts else "Nothing logged today."


def closed(page: DayPage) -> str:
    """What stands on Today once the day is done."""
    at = f" {page.done_at.local:%H:%M}" if page.done_at else ""
    first = wording.one_line(page.first_tomorrow, 120)
    return f"Day closed{at}." + (f" First tomorrow: {first}" if first else "")


def yesterday_done(yesterday: Yesterday) -> str:
    """What was done on the last working day."""
    parts = [reached(yesterday.reach_outs)] if _is_told(yesterday.reach_outs) else []
    parts += [how_many(yesterday.meetings, "meeting")] if yesterday.meetings else []
    parts += [how_many(yesterday.others, "other")] if yesterday.others else []
    return ", ".join(parts)


def reward(standing: RewardStanding, *, short: bool = False) -> str:
    """How the rep's own reward for the best week of the month stands."""
    what = "" if short else f": {wording.one_line(standing.what, 60)}"
    if standing.best is None:
        return f"for the best week of the month{what}"
    leads = "this week" if standing.is_this_week else standing.best.days
    return f"{leads} leads with {standing.best.reach_outs:,}{what}"


def yesterday_heading(yesterday: Yesterday | None, today: date) -> str:
    """Yesterday, or the weekday where it was longer ago."""
    if yesterday is None or (today - yesterday.day).days == 1:
        return "Yesterday"
    near = (today - yesterday.day).days < 7
    return f"{yesterday.day:%A}" if near else wording.near_day(yesterday.day, today)


def planned(count: int) -> str:
    """What is said once the morning is saved."""
    return f"The day is planned: {how_many(count, 'thing')}" if count else "The page is saved"


def hit_so_far(entries: Iterable[Entry]) -> str:
    """The day's setbacks in one line: "Hooli cancelled the demo · logged 13:15, sting 4"."""
    hits = [entry for entry in entries if isinstance(entry, Setback)]
    if not hits:
        return ""
    if len(hits) > 1:
        texts = "; ".join(_hit(hit) for hit in hits[-3:])
        return f"{len(hits):,} logged: {texts}"
    hit = hits[0]
    at = f"logged {hit.time:%H:%M}" if hit.time else "logged"
    sting = f", sting {hit.sting}" if hit.sting is not None else ""
    return f"{_hit(hit)} · {at}{sting}"


def understood(lines: Sequence[HeardLine], day: date, today: date) -> list[tuple[str, str, str]]:
    """Each thing a box of lines becomes: what it is, the rest of it, and what is in the way."""
    rows: list[tuple[str, str, str]] = []
    for line in lines:
        if line.entry is not None:
            what, rest = _entry(line.entry, day, today, is_type_told=not line.stays)
            rows.append((what, rest, line.hint))
        elif line.follow_up is None:
            rows.append(("Not kept", "", line.hint))
        if line.stays:
            what, _, rest = line.stays.partition(" ")
            rows.append((what, rest, ""))
        if line.ends is not None:
            rows.append(("Deal", line.ends.words.removeprefix("Deal "), ""))
            if line.ends.closes:
                rows.append(("Closed", line.ends.along.removeprefix("Closed "), ""))
        if line.follow_up is not None:
            rows.append(("Follow-up", _agreed(line.follow_up, line.entry, today), ""))
    return rows


def outside(above: int, below: int) -> str:
    """How many things a box of lines becomes that stand outside the rows that fit."""
    if above and below:
        said = f"{above:,} above, {below:,} below"
    else:
        said = f"{above:,} more above" if above else f"{below:,} more below"
    return f"{said}: ↑ ↓ show them"


def kept(entries: int, follow_ups: int) -> str:
    """What is said once the lines of the box are safe."""
    parts = [f"{entries:,} {'entry' if entries == 1 else 'entries'}"] if entries else []
    parts += [how_many(follow_ups, "follow-up")] if follow_ups else []
    return f"Saved  {' and '.join(parts)}"


def _is_told(count: Count) -> bool:
    return bool(count.done or count.target)


def _others(counts: Sequence[Count]) -> list[str]:
    together = ("call", "email", "social")
    others = [count for count in counts if count.kind not in together and count.done]
    return [f"one {one.kind}" if one.done == 1 else counted(one.kind, one.done) for one in others]


def _hit(hit: Setback) -> str:
    text = wording.one_line(hit.text, 60)
    named = hit.account and hit.account.casefold() not in text.casefold()
    return f"{hit.account} {text}" if named else text


def _entry(entry: Entry, day: date, today: date, *, is_type_told: bool = True) -> tuple[str, str]:
    parts = []
    if isinstance(entry, Activity):
        what = entry.kind.capitalize() + (f" ×{entry.count:,}" if entry.count > 1 else "")
    else:
        what = "Setback" if isinstance(entry, Setback) else "Note"
    parts += [entry.account] if entry.account else []
    if isinstance(entry, Setback) and entry.type != "other" and is_type_told:
        parts.append(entry.type)
    parts += list(entry.tags)
    parts += [wording.near_day(entry.day, today)] if entry.day != day else []
    return what, ", ".join(parts)


def _agreed(follow_up: FollowUp, entry: Entry | None, today: date) -> str:
    due = wording.near_day(follow_up.due, today) if follow_up.due else ""
    account = "" if entry is not None else follow_up.account or ""
    named = account if account.casefold() not in follow_up.what.casefold() else ""
    return ", ".join(part for part in (named, follow_up.what, due) if part)


def beside(briefing: Briefing, room: int) -> str:
    """What stands beside the day's reach-outs, as much as fits whole: "one meeting, 2 to go"."""
    parts = _others(briefing.counts)
    to_go = briefing.reach_outs.to_go
    parts += [f"{to_go:,} to go"] if to_go else []
    hits = sum(isinstance(entry, Setback) for entry in briefing.timeline)
    parts += [how_many(hits, "setback")] if hits else []
    while len(parts) > 1 and len(", ".join(parts)) > room:
        parts.pop()
    return ", ".join(parts)


def day_stands(state: DayState, streak: int) -> str:
    """How the day stands: "✓ day kept, streak 13"."""
    if state is DayState.KEPT:
        return f"✓ day kept, streak {streak:,}"
    return "a day off" if state is DayState.OFF else "one activity keeps the day"
