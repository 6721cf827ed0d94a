"""What a meeting was like: who talked, who stayed silent, what each side learned."""

from __future__ import annotations

from collections.abc import Iterator

from journal.frozen import frozen


@frozen(kw_only=True)
class Meeting:
    """The rep's own notes on how a meeting went; the meeting itself is an activity."""

    activity: int
    """The id of the activity."""
    talk_share: int | None = None
    """How much of the time the rep talked, 0 to 100 %."""
    questions: int | None = None
    """How many questions the rep asked."""
    silent: str = ""
    """Who was there and said nothing."""
    learned: str = ""
    """One thing I learned."""
    they_learned: str = ""
    """One thing they learned."""
    rev: int = 0
    """Grows with each change; 0 before it is saved."""


def noted(meeting: Meeting) -> Iterator[str]:
    """What the notes say, each in one line with what it is: talked 40 %, they learned: …"""
    if meeting.talk_share is not None:
        yield f"talked {meeting.talk_share} %"
    if meeting.questions is not None:
        yield f"{meeting.questions:,} {'question' if meeting.questions == 1 else 'questions'}"
    for label, words in (
        ("silent", meeting.silent),
        ("I learned", meeting.learned),
        ("they learned", meeting.they_learned),
    ):
        if words.strip():
            yield f"{label}: {' '.join(words.split())}"
