"""What is said on the way in and out: of files, of what they hold, of what came of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import Activity, counted
from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp
from journal.transfer.fields import NEEDED
from screens.wording import near_day

if TYPE_CHECKING:
    from journal.crm_debt import Owed
    from journal.incoming import Brought
    from journal.transfer.found import Found, Refused

IMPORT = "Import"
WHICH_FILES = "Exports of Salesforce, HubSpot or Pipedrive, any table as CSV, or a journal as JSON."
FILE_EXAMPLE = "~/Downloads/deals.csv"
NO_FILE_YET = "Name a file first: type its first letters, Tab writes the rest."
NO_PLAIN_FILE = "That is no plain file: name the export itself."
NOTHING_THERE = "Nothing there begins like that."
TAKEN = "Name another file that belongs to it, or go on."
TAKE, READ = "Take this file", "Read what was taken"
STOPPING = "Stopping; nothing of it stays."
TAKING_BACK, DOING_AGAIN = "Taking it back", "Doing it again"
STOPPED = "Stopped; nothing was changed."
READ_AGAIN = "A file changed meanwhile and was read again: look at this once more."
NOTHING_NEW = "The journal says all of this already; nothing was changed."
WHOSE = "Whose rows are to come in?"
EVERYONE = "everyone's rows"
REFUSED = "Refused; the rest comes in without them"
SAMPLES = "As they will stand in the journal"
REFUSED_SHOWN = 200
"""The most refused rows that are named one by one."""

_FORMATS = {
    "salesforce": "Salesforce",
    "hubspot": "HubSpot",
    "pipedrive": "Pipedrive",
    "table": "a table of its own",
    "mixed": "several programs",
    "json": "a sales journal",
}


def no_such_file(typed: str) -> str:
    """What is said of a name that nothing has."""
    return f"There is no file {typed}: Tab writes a name in full."


def more_files(hidden: int) -> str:
    """The files that are taken and not listed."""
    return "1 more before these" if hidden == 1 else f"{hidden:,} more before these"


def how_far(rows: int, total: int | None, pace: int) -> str:
    """How far long work is."""
    if not rows:
        return "One moment…"
    of = f" of {total:,}" if total else ""
    return f"{rows:,}{of} rows   {pace:,} a second"


def program(format: str) -> str:
    """Which program files come from."""
    return _FORMATS.get(format, format)


def rows(count: int) -> str:
    """A count of rows."""
    return "1 row" if count == 1 else f"{count:,} rows"


def holds(would: Brought) -> Iterator[str]:
    """What the files hold, one kind in a sentence."""
    deals = sum(would.deals.values())
    if deals:
        parts = [
            f"{would.deals[outcome]:,} {words}"
            for outcome, words in _OUTCOMES.items()
            if would.deals.get(outcome)
        ]
        yield f"{deals:,} {'deal' if deals == 1 else 'deals'}: {', '.join(parts)}"
    if would.activities:
        yield f"{would.activities:,} {'activity' if would.activities == 1 else 'activities'}"
    if would.follow_ups:
        yield f"{would.follow_ups:,} {'follow-up' if would.follow_ups == 1 else 'follow-ups'}"


_OUTCOMES = {
    Outcome.WON: "won",
    Outcome.LOST: "lost",
    Outcome.NO_DECISION: "without a decision",
    Outcome.OPEN: "open",
}


def would_do(would: Brought) -> str:
    """What taking the files in would do to the journal."""
    applied = would.applied
    said = (
        (applied.added, "new"),
        (applied.updated, "changed by the file"),
        (applied.unchanged, "as the journal has them"),
        (len(would.refused), "refused"),
    )
    parts = [f"{count:,} {words}" for count, words in said if count]
    return f"{rows(would.read)} read: {', '.join(parts) or 'none of them is taken'}"


def refused(row: Refused) -> str:
    """Why a row is refused."""
    return f"{row.file}, line {row.line:,}: {row.why}"


def more_refused(hidden: int) -> str:
    """The refused rows that are not named."""
    return f"and {hidden:,} more"


def sample(found: Found, today: date) -> tuple[str, str, str]:
    """A row as it will stand: what it is, with whom, and the rest."""
    value = found.value
    if isinstance(value, Deal):
        ended = value.closed or value.expected_close
        worth = f"{value.amount} {value.amount.currency}" if value.amount else "no amount"
        day = near_day(ended, today) if ended else ""
        rest = [worth, day, value.name, (value.stage or "") if value.is_open else ""]
        return f"{value.outcome.value} deal", value.account or "–", _joined(rest)
    if isinstance(value, Activity):
        what = counted(value.kind, value.count)
        told = [near_day(value.day, today), value.outcome or "", value.text]
        return what, value.account or "–", _joined(told)
    if isinstance(value, FollowUp):
        day = near_day(value.due, today) if value.due else "no day"
        return f"to do, {value.state.value}", value.account or "–", _joined([day, value.what])
    return "row", "–", ""


def brought(done: Brought) -> str:
    """What is said once an import is safe."""
    applied = done.applied
    if not applied.added and not applied.updated:
        left_out = len(done.refused)
        return NOTHING_NEW if not left_out else f"{NOTHING_NEW[:-1]}, {rows(left_out)} refused."
    said = (
        (applied.added, "came in"),
        (applied.updated, "changed"),
        (applied.unchanged, "were here already"),
        (len(done.refused), "refused"),
    )
    return f"Imported  {', '.join(f'{count:,} {words}' for count, words in said if count)}"


def note(sentence: str) -> str:
    """What the rep should know of a file, with the key instead of the option of the command line."""
    return sentence.replace("--forget-map drops that", "f forgets that")


def date_question(column: str, example: str) -> str:
    """What is asked of dates that fit both orders."""
    return f"“{example}” in the column “{column}”: which comes first?"


FIRST = {
    "year": "Year first, then the month",
    "day": "Day first, then the month",
    "month": "Month first, then the day",
}
"""What a date may begin with, in words to choose among."""


def date_order(day_first: bool | None, *, year_first: bool) -> str:
    """The order that open dates are read in."""
    said = ["year"] if year_first else []
    said += [] if day_first is None else ["day" if day_first else "month"]
    return f"read with the {', else the '.join(said)} first"


def owners(found: Sequence[tuple[str, int]], chosen: str | None) -> str:
    """Whose rows the files hold, and which of them are wanted."""
    if chosen is not None:
        return f"only {chosen}'s rows"
    return f"{len(found):,} owners; all of them are read"


def unknown_header(file: str) -> str:
    """What is said of a table whose columns nobody knows."""
    return f"Nothing here tells what the rows of {file} are: say which column is which."


def still_unknown(file: str) -> str:
    """What is said when what the rep named is not yet enough."""
    return f"{file} is still open: {NEEDED}."


COLUMNS_NEEDED = (
    ("Deals", "account, and one of amount, stage, status, close date"),
    ("Activities", "subject and day"),
)
"""What has to be named, in the words of the form."""


SINCE_EXAMPLE = "everything; or a day like 1/10"
NAME_A_FILE = "Name a file to write, like ~/journal.json."
ANOTHER_NAME, REPLACE = "Keep it and choose another name", "Replace it"


def way_out(what: str, others: Iterable[str] = ()) -> str:
    """What a format holds, below the rows, and to which others Space goes on."""
    said = f"{what[:1].upper()}{what[1:]}. Only you may read the file."
    following = ", ".join(others)
    return f"{said} Space goes on to {following}." if following else said


def writing(name: str) -> str:
    """What stands over the writing of a file."""
    return f"Writing {name}"


def is_there(name: str) -> str:
    """What is asked before something is replaced."""
    return f"{name} is there already. What shall become of it?"


def written(target: str) -> str:
    """What is said once a file is safe on disk."""
    return f"Written: {target}"


NO_CRM = "What your CRM lacks is known after the first import from it"
IMPORTS = "I imports"


def no_debt(name: str) -> str:
    """What is said when the CRM has seen everything."""
    return f"Nothing is owed: all that you did is in {name}"


def debt_heading(count: int, name: str) -> str:
    """How much is owed."""
    return f"CRM debt · {count:,} not in {name} yet"


def debt_about(name: str) -> str:
    """What the list is of, and how it grows shorter."""
    return f"Done here, and not shown by an import from {name} yet. The next import settles it."


def debt_row(one: Owed, today: date) -> tuple[str, str]:
    """The day and the deed of something that is owed."""
    return near_day(one.activity.day, today), counted(one.activity.kind, one.activity.count)


def copied(lines: int, count: int) -> str:
    """What is said once something was handed to the terminal."""
    what = "1 line" if lines == 1 else f"{lines:,} of {count:,} lines"
    return f"✓ {what} copied, if your terminal allows it; x writes all of them to a file."


def field(name: str | None) -> str:
    """What a column is read as."""
    return "kept as it is" if name in (None, "", "ignore") else str(name).replace("_", " ")


def _joined(parts: Sequence[str]) -> str:
    return "  ".join(" ".join(part[:300].split()) for part in parts if part)
