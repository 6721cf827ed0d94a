"""``journal list``: the entries of a day or a range, with the ids that edit and delete take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import click

from journal.activity import Activity, counted, kind_named
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json_rows, say_table
from journal.cli.verb import verb
from journal.cli.words import read_kind
from journal.dates import in_words, read_span
from journal.entry import Entry
from journal.logbook import Logbook
from journal.meeting import Meeting, noted
from journal.setback import Setback

Page = Sequence[tuple[Entry, Meeting | None]]
"""Some entries, each with the notes on how it went."""

_OTHER_KINDS = {"note": "note", "notes": "note", "setback": "setback", "setbacks": "setback"}


@verb(
    "list",
    "journal list",
    "journal list yesterday",
    "journal list 2026-11-01..2026-11-30 --kind meeting",
    "journal list last week --json",
)
@click.argument("span", nargs=-1, metavar="[DAY|FROM..TO]")
@click.option("--kind", metavar="K", help="Only this kind; note and setback are kinds too.")
@json_option
def list_entries(span: tuple[str, ...], kind: str | None, as_json: bool) -> None:
    """List today's entries, or those of a day or range."""
    with reading(Logbook) as book:
        first, last = _days(span, book)
        known_kind = _kind(kind, book)
        pages = _pages(book, first, last, known_kind)
        if as_json:
            say_json_rows(_as_json(entry, went) for page in pages for entry, went in page)
            return
        if _say_pages(pages, book.today(), with_days=first != last) == 0:
            days = in_words(first, book.today())
            days += f" to {in_words(last, book.today())}" if first != last else ""
            say(
                f"Nothing is written down for {days}." if kind is None else f"No {kind} for {days}."
            )


def _days(span: tuple[str, ...], book: Logbook) -> tuple[date, date]:
    today = book.today()
    if not span:
        return today, today
    return read_span(" ".join(span), today, day_first=book.settings.day_first, past=True)


def _kind(word: str | None, book: Logbook) -> str | None:
    if word is None:
        return None
    more = book.settings.kinds
    other = _OTHER_KINDS.get(word.casefold())
    return (
        other
        if other and not kind_named(word, more)
        else read_kind(word, (*more, "note", "setback"))
    )


def _pages(book: Logbook, first: date, last: date, kind: str | None) -> Iterator[Page]:
    """The entries, each with how it went where it was a meeting that has notes."""
    after = None
    while page := book.entries(first, last, kind, after):
        notes = book.store.meetings.between(page[0].day, page[-1].day)
        went = {meeting.activity: meeting for _, meeting in notes}
        yield [(entry, went.get(entry.id)) for entry in page]
        after = (page[-1].day, page[-1].id)


def _say_pages(pages: Iterator[Page], today: date, *, with_days: bool) -> int:
    said = 0
    for page in pages:
        say_table([_row(entry, went, today, with_days) for entry, went in page], right=(0,))
        said += len(page)
    return said


def _row(entry: Entry, went: Meeting | None, today: date, with_days: bool) -> list[str]:
    return [
        str(entry.id),
        in_words(entry.day, today) if with_days else "",
        f"{entry.time:%H:%M}" if entry.time else "–",
        _what(entry),
        entry.account or "",
        " · ".join(filter(None, (_words(entry), *(noted(went) if went else ())))),
    ]


def _what(entry: Entry) -> str:
    if isinstance(entry, Activity):
        return counted(entry.kind, entry.count)
    return "setback" if isinstance(entry, Setback) else "note"


def _words(entry: Entry) -> str:
    words = [" ".join(entry.text.split())]
    if isinstance(entry, Activity):
        words += ["" if _is_said(entry.outcome, entry.text) else entry.outcome or ""]
        words += [f"{entry.minutes:,} min" if entry.minutes else ""]
    if isinstance(entry, Setback):
        words += [entry.type, f"sting {entry.sting}" if entry.sting is not None else ""]
    words += [f"#{tag}" for tag in entry.tags]
    return " · ".join(word for word in words if word)


def _is_said(outcome: str | None, text: str) -> bool:
    return (outcome or "").replace("-", " ") in text.casefold().replace("-", " ")


def _as_json(entry: Entry, went: Meeting | None) -> dict[str, object]:
    activity = entry if isinstance(entry, Activity) else None
    setback = entry if isinstance(entry, Setback) else None
    return {
        "id": entry.id,
        "day": entry.day.isoformat(),
        "time": f"{entry.time:%H:%M}" if entry.time else None,
        "kind": activity.kind if activity else "setback" if setback else "note",
        "count": activity.count if activity else None,
        "account": entry.account,
        "deal": entry.deal,
        "outcome": activity.outcome if activity else None,
        "minutes": activity.minutes if activity else None,
        "type": setback.type if setback else None,
        "sting": setback.sting if setback else None,
        "note": entry.text or None,
        "tags": list(entry.tags),
        "late": entry.is_late,
        "went": None
        if went is None
        else {
            "talk_share": went.talk_share,
            "questions": went.questions,
            "silent": went.silent or None,
            "learned": went.learned or None,
            "they_learned": went.they_learned or None,
        },
    }
