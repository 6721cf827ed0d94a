"""``journal log``: write down what was done, as fast as it can be typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import click

from journal.activity import Activity, counted
from journal.cli.flags import Flags, entry_flags
from journal.cli.meeting_flags import Went, meeting_flags
from journal.cli.opening import writing
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.cli.words import account_named, is_number, read_count, read_kind
from journal.entry import Entry
from journal.logbook import Logbook
from journal.quick_entry import summary
from journal.tally import totals_of


@verb(
    "log",
    "journal log call",
    'journal log call 3 Acme -m "left voicemail"',
    "journal log meeting Globex --on yesterday --outcome held",
    "journal log emails 12 --on -3d --tag webinar",
    'journal log meeting Acme --talk 40 --questions 12 --silent "their CFO"',
)
@click.argument("kind")
@click.argument("words", nargs=-1, metavar="[COUNT] [ACCOUNT…]")
@entry_flags
@meeting_flags
@json_option
def log(kind: str, words: tuple[str, ...], as_json: bool, said: Flags, went: Went) -> None:
    """Log what you did: a call, email, meeting, visit and so on.

    KIND is call, email, social, meeting, demo, proposal, visit, other, or one you added.
    The second word is the count when it is a whole number; those after it are the account.
    """
    numbered = bool(words) and is_number(words[0])
    count = read_count(words[0]) if numbered else 1
    account = " ".join(words[1:] if numbered else words)

    def save(book: Logbook) -> tuple[dict[str, Any], str]:
        bare = Activity(
            day=book.today(),
            time=book.now().local.time().replace(microsecond=0),
            kind=read_kind(kind, book.settings.kinds),
            count=count,
            account=account_named(book, account),
        )
        entry = said.applied(bare, book)
        if said.at is None and entry.day != bare.day:
            entry = replace(entry, time=None)
        saved = went.record(entry, book) if went.is_said else book.record(entry).entry
        totals = totals_of(book.store.entries.tallies(bare.day, bare.day))
        report = {"saved": _as_json(saved, entry), "today": totals}
        return report, _as_words(saved, entry.kind, totals, bare.day)

    report, words_said = writing(Logbook, save)
    if as_json:
        say_json(report)
    else:
        say(words_said)


def _as_json(saved: Entry, entry: Activity) -> dict[str, Any]:
    return {
        "id": saved.id,
        "day": saved.day.isoformat(),
        "kind": entry.kind,
        "count": entry.count,
        "account": saved.account,
        "note": saved.text or None,
        "late": saved.is_late,
    }


def _as_words(saved: Entry, kind: str, totals: dict[str, int], today: date) -> str:
    line = f"Saved {saved.id}: {summary(saved, today)}"
    total = totals.get(kind, 0)
    return f"{line}; {counted(kind, total)} today" if saved.day == today else line
