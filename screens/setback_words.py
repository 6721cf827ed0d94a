"""What Setbacks says: what came of each, what is measured and why not, and the story of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.follow_up import FollowUp, FollowUpState
from journal.percent import rounded
from journal.resilience import Resilience
from journal.setback import Setback
from journal.setback_line import Came, CameOf, SetbackLine
from journal.setback_work import Check, Thoughts
from screens import wording
from screens.wording import State

EMPTY = (
    "Nothing has hit you yet, or nothing is written down.",
    "When it does: s, one line, done in 20 seconds.",
)
"""What stands in a list without setbacks."""

NONE_YET = "No setback is written down yet; s writes one."
"""What a key says that acts on a setback while there is none."""

SAVED = "Saved. That is enough for now."
"""What is said once a setback is safe; nothing else is asked then."""

KEPT = "Saved. What you think of it stands beside it."
ENOUGH = "two lines are enough"
WHEN_YOU_LIKE = "works it through, whenever you like"
NOTHING_OFTEN = "It stands here after the first one."
NO_STRONGER = "Nothing yet. What you came out of stronger is collected here."

_ASKED = {7: "Seven days on", 30: "Thirty days on"}


def came(of: CameOf) -> State:
    """What came of one, as a sign and two or three words."""
    return {
        Came.OPEN: State("▸", "open", ""),
        Came.ASK: State("?", str(of), "$warning"),
        Came.BACK: State("✓", str(of), "$success"),
        Came.STRONGER: State("✓", "stronger", "$success"),
        Came.LEFT: State("–", "left as it is", "$muted"),
    }[of.state]


def day(hit: date, today: date) -> str:
    """Its day for a column: Tue 24 Nov, 24 Nov 2025."""
    said = f"{hit.day} {wording.month(hit)}"
    return f"{wording.weekday(hit)} {said}" if hit.year == today.year else f"{said} {hit.year}"


def happened(hit: Setback) -> str:
    """What happened, with the account in front where the words do not name it."""
    words = wording.one_line(hit.text, 400)
    if not hit.account or hit.account.casefold() in words.casefold():
        return words
    return f"{hit.account}: {words}" if words else hit.account


def step(follow_up: FollowUp | None, today: date) -> str:
    """The next small action for a column, with its day while it waits."""
    if follow_up is None:
        return ""
    what = wording.one_line(follow_up.what, 200)
    if follow_up.state is FollowUpState.DONE:
        return f"✓ {what}"
    if follow_up.state is not FollowUpState.DUE:
        return f"– {what}"
    return f"{what} by {wording.near_day(follow_up.due, today)}" if follow_up.due else what


def question(line: SetbackLine) -> str:
    """What is asked of one now; empty when nothing is."""
    came_of = line.came_of
    if came_of.state is not Came.ASK or came_of.day is None:
        return ""
    return f"{_ASKED.get(came_of.day, 'Today')}: what did it teach you?"


def measured(found: Resilience, width: int) -> tuple[str, str, str]:
    """The three lines beside the tall number, or instead of it."""
    back = found.bounce_back
    acted = found.acted
    if back.median_days is None:
        head, _, more = (back.why_not or "").partition("; ")
        tail = more[:1].upper() + more[1:] or back_or_not(found, width)
        return head.rstrip("."), tail, within(found)
    days = "working day" if back.median_days == 1 else "working days"
    return f"{days} (median)", back_or_not(found, width), within(found) if acted.n else ""


def back_or_not(found: Resilience, width: int) -> str:
    """How many it rests on, and how many of them are not over."""
    back = found.bounce_back
    counted = f"{back.n:,} {'setback' if back.n == 1 else 'setbacks'}"
    if found.setbacks > back.n:
        counted = f"n {back.n:,} from {found.setbacks:,} setbacks"
    if width < 46 and found.setbacks > back.n:
        counted = f"n {back.n:,} of {found.setbacks:,}"
    return f"{counted}, {back.censored:,} not yet back"


def within(found: Resilience) -> str:
    """How many were followed by something within a day."""
    acted = found.acted
    return f"{acted.within:,} of {acted.n:,} acted within 24 h" if acted.n else ""


def often(count: int, median: int | None, *, is_first: bool, is_short: bool) -> str:
    """How long one type keeps the rep, after its count."""
    if median is None:
        return "" if is_short else "too few yet"
    words = wording.days(median)
    return f"median back {words}" if is_first and not is_short else words


def figures(found: Resilience) -> Iterator[tuple[str, str]]:
    """The other figures, each with its label; what cannot be measured says why."""
    ordinary = found.ordinary
    if ordinary.median_days is not None:
        yield "Ordinary days", f"{wording.days(ordinary.median_days)} (median), n {ordinary.n:,}"
    elif ordinary.why_not:
        yield "Ordinary days", ordinary.why_not
    fade = found.fade
    if fade.median_days is not None:
        yield "Sting halves", f"in {fade.median_days:.0f} days, n {fade.n:,}"
    elif fade.why_not:
        yield "Sting halves", fade.why_not
    often_they_come = found.how_often
    if often_they_come.per_hundred is not None:
        rate = f"{often_they_come.per_hundred:.1f} per 100 reach-outs"
        yield "How often", f"{rate}, n {often_they_come.setbacks:,}"
    elif often_they_come.why_not:
        yield "How often", often_they_come.why_not
    for sentence in found.bounce_back.left_out:
        yield "Left out", sentence


def share(part: float) -> str:
    """A share of the curve: 83 %."""
    return rounded(part)


def story(line: SetbackLine, today: date) -> Iterator[tuple[str, str]]:
    """What the rep made of one, label by label, what helps on first; what is not written is left out."""
    thoughts = line.thoughts or Thoughts(setback=line.setback.id)
    belief = thoughts.belief.strip()
    yield from _said(
        ("First belief", f"“{belief}”" if belief else ""),
        ("In my control", thoughts.in_control),
        ("If that, then", thoughts.if_then),
        ("Next step", step(line.next_step, today)),
    )
    for check in line.checks:
        yield from answered(check)
    yield from _said(
        ("Against it", thoughts.evidence_against),
        ("Other view", thoughts.other_view),
        ("How it seems", _depths(thoughts.permanent, thoughts.pervasive, thoughts.personal)),
        ("Whose part", _shares(thoughts.mine, thoughts.theirs, thoughts.circumstance)),
    )


def answered(check: Check) -> Iterator[tuple[str, str]]:
    """What was said of it 7 or 30 days on."""
    sting = "" if check.sting is None else f"sting {check.sting}"
    came_out = {True: "stronger", False: "not stronger", None: ""}[check.stronger]
    after = ", ".join(words for words in (sting, came_out) if words)
    yield from _said(
        (f"After {check.after} d", after),
        ("It taught me", check.learned),
        ("Differently", check.differently),
    )


def step_saved(kept: FollowUp, today: date) -> str:
    """What is said once a next step is safe."""
    when = f", {wording.near_day(kept.due, today)}" if kept.due else ""
    return f"Saved  {wording.one_line(kept.what, 60)}{when}"


def learned_saved(check: Check) -> str:
    """What is said once an answer is safe."""
    return (
        "Saved. It stands in the Stronger list (g)."
        if check.stronger
        else "Saved. It stands beside the setback."
    )


def is_worked_through(line: SetbackLine) -> bool:
    """Whether anything was thought of it yet."""
    return line.thoughts is not None


def _said(*told: tuple[str, str]) -> Iterator[tuple[str, str]]:
    return ((label, words) for label, words in told if words.strip())


def _depths(permanent: int | None, pervasive: int | None, personal: int | None) -> str:
    named = (("permanent", permanent), ("pervasive", pervasive), ("personal", personal))
    return ", ".join(f"{name} {depth}" for name, depth in named if depth is not None)


def _shares(mine: int | None, theirs: int | None, circumstance: int | None) -> str:
    if mine is None:
        return ""
    return f"mine {mine} %, theirs {theirs or 0} %, circumstance {circumstance or 0} %"
