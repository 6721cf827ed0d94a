"""The line to type in: what it means, and the same words said back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from journal.activity import Activity, counted
from journal.dates import in_words
from journal.entry import LONGEST_TEXT, Entry
from journal.errors import BadInput
from journal.frozen import frozen
from journal.moment import Moment
from journal.setback import Setback

UNCLEAR = "starts with call, email, meeting, setback or note"
"""What is said while the first words mean nothing yet."""

SHOWN = 60
"""The most characters of the rep's words that a summary repeats."""


@frozen
class Heard:
    """What the line to type in understood."""

    entry: Entry | None
    """What Enter would save; None while it is not clear."""
    hint: str = ""
    """What is missing or wrong, in one short sentence; empty when it is clear."""
    new_account: bool = False
    """Whether the account was never named before."""


def hear(
    line: str,
    *,
    now: Moment,
    today: date,
    known_account: Callable[[str], str | None],
    kinds: tuple[str, ...] = (),
    day_first: bool = True,
    is_now: bool = True,
) -> Heard:
    """What a typed line means; never raises for the words in it.

    ``today`` is the rep's day at ``now``; ``known_account`` gives the name as shown of an account
    that is known; ``kinds`` are those the rep added. What happened at some time of an earlier day
    is not ``is_now``: it has the time that is said, or none.
    """
    # The words are loaded with the first line that is typed: saving one needs none of them.
    from journal.line import Ear, check_text, entry_in

    ear = Ear(now, today, known_account, kinds, day_first, is_now=is_now)
    try:
        check_text(line, LONGEST_TEXT + 1_000)
        entry = entry_in(line, ear)
        if entry is None:
            return Heard(None, UNCLEAR)
        check_text(entry.text, LONGEST_TEXT)
    except BadInput as refused:
        return Heard(None, str(refused))
    is_new = entry.account is not None and known_account(entry.account) is None
    return Heard(entry, new_account=is_new)


def summary(entry: Entry, today: date) -> str:
    """An entry in one line: 3 calls with Acme “left voicemail” today 13:45."""
    return " ".join(parts(entry, today))


def parts(entry: Entry, today: date) -> tuple[str, ...]:
    """An entry in plain words, in the order they are read: what, with whom, the words, when."""
    said = _short(entry.text)
    clock = f" {entry.time:%H:%M}" if entry.time else ""
    found = [_what(entry)]
    if entry.account and isinstance(entry, Activity):
        found.append(f"with {_short(entry.account)}")
    elif entry.account and entry.account.casefold() not in said.casefold():
        found.append(f"at {_short(entry.account)}")
    if said:
        found.append(f"“{said}”")
    if isinstance(entry, Activity):
        outcome = (entry.outcome or "").replace("-", " ")
        is_said = outcome in said.casefold().replace("-", " ")
        found += [] if is_said or entry.outcome in entry.tags else [entry.outcome or ""]
        found += [f"{entry.minutes} min"] if entry.minutes else []
    if isinstance(entry, Setback) and entry.sting is not None:
        found.append(f"sting {entry.sting}")
    found += [f"#{tag}" for tag in entry.tags if f"#{tag}" not in said.casefold()]
    return (*found, in_words(entry.day, today) + clock)


def _what(entry: Entry) -> str:
    if isinstance(entry, Activity):
        return counted(entry.kind, entry.count)
    if isinstance(entry, Setback):
        return "setback" if entry.type == "other" else f"setback ({entry.type})"
    return "note"


def _short(text: str) -> str:
    plain = " ".join(text[: SHOWN * 4].split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1].rstrip() + "…"
