"""A day's page as the command line says it: rows of label and words, or JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.activity import counted
from journal.dates import in_words

if TYPE_CHECKING:
    from journal.day_page import DayPage
    from journal.yesterday import Yesterday

_MARKS = {"open": "[ ]", "done": "[✓]", "carried": "[→]"}

_OF_MORNING = (("In the way", "obstacle"), ("If that, then", "if_then"))
_OF_EVENING = (
    ("One good thing", "good_thing"),
    ("My part in it", "my_part"),
    ("Tomorrow first", "first_tomorrow"),
    ("Thanks to", "thanks"),
    ("Overstated", "overstated"),
)


def page_rows(page: DayPage, *, of_morning: bool) -> list[tuple[str, str]]:
    """What is written on a page, a row each: the intentions, then the lines of the visit."""
    rows = [
        (f"{slot}  {_MARKS[one.state.value]}", one.text)
        for slot, one in enumerate(page.intentions, 1)
    ]
    lines = _OF_MORNING if of_morning else _OF_EVENING
    rows += [(label, getattr(page, name)) for label, name in lines if getattr(page, name)]
    if page.offence is not None and not of_morning:
        rows.append(("My own moves", f"{page.offence} %"))
    return rows


def page_as_json(page: DayPage) -> dict[str, object]:
    """A page as other programs read it; what is not written is null."""
    return {
        "day": page.day.isoformat(),
        "intentions": [
            {
                "slot": slot,
                "text": one.text,
                "state": one.state.value,
                "carried_from": one.carried_from.isoformat() if one.carried_from else None,
            }
            for slot, one in enumerate(page.intentions, 1)
        ],
        **{name: getattr(page, name) or None for _, name in (*_OF_MORNING, *_OF_EVENING)},
        "offence": None if page.offence is None else page.offence / 100,
        "done_at": page.done_at.utc.isoformat() if page.done_at else None,
    }


def yesterday_line(yesterday: Yesterday | None, today: date) -> str:
    """The last working day in one line."""
    if yesterday is None or yesterday.is_empty:
        was_off = yesterday is not None and yesterday.was_off
        return "You were off." if was_off else "No entry yesterday."
    count = yesterday.reach_outs
    of = f" of {count.target:,}" if count.target else ""
    parts = [f"{count.done:,}{of} reach-out{'' if (count.target or count.done) == 1 else 's'}"]
    parts += [counted("meeting", yesterday.meetings)] if yesterday.meetings else []
    parts += [yesterday.state.value] if yesterday.state else []
    said = f"{in_words(yesterday.day, today).capitalize()}: {', '.join(parts)}."
    told = (("Good", yesterday.good_thing), ("First today", yesterday.first_step))
    written = "; ".join(f"{label}: {words}" for label, words in told if words)
    return f"{said} {written}".rstrip()
