"""The parts of a diary's day in Markdown: the page, each entry, what came of a setback, a review."""

from __future__ import annotations

from journal.activity import Activity
from journal.day_page import DayPage, IntentionState
from journal.entry import Entry
from journal.follow_up import FollowUp
from journal.meeting import Meeting
from journal.review import Review
from journal.reviewing.levers import LEVER_WORDS
from journal.reviewing.span import days_in_words
from journal.setback_line import SetbackLine
from journal.setback_work import Check, Thoughts
from journal.transfer.markdown_words import labelled, literal, quoted

_MARKS = {IntentionState.OPEN: "☐", IntentionState.DONE: "☑", IntentionState.CARRIED: "→"}
_MORNING = (("In the way", "obstacle"), ("If that, then", "if_then"))
_EVENING = (
    ("One good thing", "good_thing"),
    ("My part in it", "my_part"),
    ("Tomorrow first", "first_tomorrow"),
    ("Thanks to", "thanks"),
    ("Overstated", "overstated"),
)
_THOUGHTS = (
    ("What I first believed", "belief"),
    ("What speaks against it", "evidence_against"),
    ("Another explanation", "other_view"),
    ("In my control", "in_control"),
    ("If it happens again, then", "if_then"),
)
_MEETING = (
    ("Said nothing", "silent"),
    ("I learned", "learned"),
    ("They learned", "they_learned"),
)


def morning_told(page: DayPage) -> str:
    """What the rep meant to do; empty where they wrote nothing."""
    lines = [f"- {_MARKS[one.state]} {literal(one.text)}\n" for one in page.intentions]
    return "".join(lines + _lines(page, _MORNING))


def evening_told(page: DayPage) -> str:
    """What the evening says of the day; empty where they wrote nothing."""
    lines = _lines(page, _EVENING)
    if page.offence is not None:
        lines.append(f"- *My own moves:* {page.offence} %\n")
    if page.done_at is not None:
        lines.append(f"- *Day closed:* {page.done_at.local:%H:%M}\n")
    return "".join(lines)


def entry_told(entry: Entry, deal: str, meeting: Meeting | None) -> str:
    """An activity or a note, its words quoted below it."""
    facts = []
    if isinstance(entry, Activity):
        facts = [entry.outcome or "", f"{entry.minutes:,} min" if entry.minutes else ""]
    return _headed(entry, deal, facts) + "".join(_of_meeting(meeting))


def setback_told(line: SetbackLine, deal: str) -> str:
    """A setback with everything that came of it."""
    hit = line.setback
    told = _headed(hit, deal, [hit.type, "" if hit.sting is None else f"sting {hit.sting}"])
    lines = [labelled("Came of it", str(line.came_of), "  ")]
    if line.thoughts is not None:
        lines += _of_thoughts(line.thoughts)
    if line.next_step is not None:
        lines.append(labelled("Next step", _step(line.next_step), "  "))
    for check in line.checks:
        lines += _of_check(check)
    return told + "".join(lines)


def review_told(review: Review) -> str:
    """A review that was held on the day, and the one change it ended in."""
    lines = [f"- **Review** · {review.period.value} · {days_in_words(review.first, review.last)}\n"]
    if review.lever:
        lever = LEVER_WORDS.get(review.lever, review.lever)
        lines.append(labelled("One change", lever, "  "))
    lines += [
        labelled(label, words, "  ")
        for label, words in (("If, then", review.if_then), ("The plan", review.sentence))
        if words.strip()
    ]
    if review.next_on is not None:
        lines.append(labelled("Next review", review.next_on.isoformat(), "  "))
    return "".join(lines)


def _headed(entry: Entry, deal: str, facts: list[str]) -> str:
    """The line of an entry, with its words quoted below it."""
    clock = f"{entry.time:%H:%M} " if entry.time else ""
    parts = [entry.account or "", deal, *facts, *(f"#{tag}" for tag in entry.tags)]
    line = " · ".join([f"- {clock}**{_called(entry)}**", *map(literal, filter(str.strip, parts))])
    return line + "\n" + (quoted(entry.text, "  ") if entry.text.strip() else "")


def _called(entry: Entry) -> str:
    if not isinstance(entry, Activity):
        return type(entry).__name__
    kind = literal(entry.kind[:1].upper() + entry.kind[1:])
    return f"{kind} ×{entry.count:,}" if entry.count > 1 else kind


def _of_meeting(meeting: Meeting | None) -> list[str]:
    if meeting is None:
        return []
    facts = [f"I talked {meeting.talk_share} %"] if meeting.talk_share is not None else []
    facts += [f"asked {meeting.questions:,} questions"] if meeting.questions is not None else []
    how = [labelled("How it went", ", ".join(facts), "  ")] if facts else []
    return how + _lines(meeting, _MEETING, "  ")


def _of_thoughts(thoughts: Thoughts) -> list[str]:
    lines = _lines(thoughts, _THOUGHTS, "  ")
    if thoughts.mine is not None:
        shares = f"mine {thoughts.mine} %, theirs {thoughts.theirs} %"
        words = f"{shares}, circumstance {thoughts.circumstance} %"
        lines.append(labelled("Whose share", words, "  "))
    return lines


def _of_check(check: Check) -> list[str]:
    facts = [check.day.isoformat()]
    facts += [f"sting {check.sting}"] if check.sting is not None else []
    facts += ["came out stronger"] if check.stronger else []
    lines = [labelled(f"After {check.after} days", ", ".join(facts), "  ")]
    return lines + _lines(check, (("Learned", "learned"), ("Differently", "differently")), "    ")


def _step(step: FollowUp) -> str:
    due = step.due.isoformat() if step.due else "no day"
    return f"{' '.join(step.what.split())} ({step.state.value}, {due})"


def _lines(
    of: DayPage | Meeting | Thoughts | Check, fields: tuple[tuple[str, str], ...], indent: str = ""
) -> list[str]:
    """The lines that are written, each with what it is."""
    return [
        labelled(label, words, indent)
        for label, name in fields
        if (words := str(getattr(of, name))).strip()
    ]
