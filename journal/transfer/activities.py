"""A row of a list of activities, read as something done or as something still to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial

from journal.activity import Activity, check_count
from journal.entry import LONGEST_TEXT
from journal.follow_up import FollowUp, FollowUpState
from journal.transfer import cells, clocks
from journal.transfer.about import deal_in
from journal.transfer.activity_words import (
    is_guessed,
    is_understood,
    kind_of,
    outcome_of_touch,
    says_more,
    state_of,
    tells_nothing,
    tells_state,
    unknown_type,
)
from journal.transfer.faults import BadRow
from journal.transfer.found import Found
from journal.transfer.known import Known, first_of, folded, silent_in
from journal.transfer.past_days import past_day
from journal.transfer.plain_notes import plain_notes
from journal.transfer.reference import (
    is_our_own,
    references_in,
    without_reference,
)
from journal.transfer.remarks import Remark
from journal.transfer.row import Row, Sheet
from journal.transfer.salesforce import ACCOUNT_PREFIX, long_id

LONGEST_TASK = 200
"""The longest notes, in letters, that are read as what is to be done."""

_DAYS_DONE = ("done_on", "done", "day", "due", "changed_on", "opened")
"""The fields that tell the day on which something was done, the surest first."""

_CLOCKS = ("done_on", "done", "day", "due")
"""The fields whose cells may tell the clock with the day; the others tell when a row was written."""

_ONLY_OF_DEEDS = ("minutes", "seconds", "milliseconds", "count")
"""The fields that a thing still to do has no place for."""

_TIMES = ("ends", "opened")
"""The fields that tell when it ended, and when it was written down: of no use here, but not lost."""

_OF_ONE_WORD = ("subtype", "type", "done", "deleted", "changed_on", *_ONLY_OF_DEEDS, *_TIMES)
"""The fields that are read as a kind, a number, a day, or yes and no, and not as words."""

_SHORTENED = (
    "A spreadsheet shortened ids in “{title}”: export again, so that these rows find their deals."
)

_NOTHING = frozenset({"0", "1", "00:00", "0:00", "00:00:00"})
"""What programs fill in there of themselves."""


def read_activity(sheet: Sheet, line: int, given: list[str], known: Known) -> Found | None:
    """The activity or follow-up of one line; None when it is left out. Raises BadRow."""
    row = Row(sheet, given)
    if not known.is_wanted(row):
        return None
    row.check_id()
    due = row.day("due")
    day = row.day("day") or due
    state = state_of(row, day, known.today)
    deal, account = _about(row, sheet.system, known)
    value = (
        _activity(row, account, known.today)
        if state is FollowUpState.DONE
        else _follow_up(row, account, due or day, state)
    )
    reference, own = references_in(_notes(row))
    is_ours = reference is not None and is_our_own(sheet.table.header)
    if account is None and reference is None:  # What was written down here has its account here.
        known.lacks_account(row)
    key = (f"journal {own}", None) if is_ours else _key(row, value, known)
    if key is None:
        return None
    _remark(row, value, known)
    return Found(
        system=sheet.system,
        external_id=key[0],
        value=value,
        file=sheet.table.name,
        line=line,
        deal_external_id=deal,
        deal_name=None if deal else row.text("about_name") or None,
        unknown=row.unknown() | _not_read(row, value, known),
        reference=reference,
        is_our_own=is_ours,
        alike=key[1],
        waited=_waited(row, value, key[1]) if due and key[1] else None,
        silent=sheet.silent if account else silent_in(row),
        titles=sheet.titles,
        to_do=_or_to_do(row, due or day, state, known),
    )


def _about(row: Row, system: str, known: Known) -> tuple[str | None, str | None]:
    """The id of the deal a row is about, and the name of the account."""
    if not (row.text("about_id") or row.text("about_name")):
        return None, known.account_in(row)
    about = long_id(first_of(row, "about_id"))
    if not about and row.text("about_id"):
        known.remarks.say(_SHORTENED.format(title=row.title("about_id")))
    deal = deal_in(system, about)
    account = known.account_in(row)
    if account is None and deal is not None:
        account = known.account_of_deal.get(deal)
    if account is None and (called := row.text("about_name")):
        account = known.account_of_name.get(folded(called)) or None
    if account is None and system == "salesforce" and about.startswith(ACCOUNT_PREFIX):
        account = known.accounts.get(about)
    return deal, account


def _activity(row: Row, account: str | None, today: date) -> Activity:
    kind, day = kind_of(row), _day_done(row, today)
    return Activity(
        day=day,
        time=_time_done(row, day),
        kind=kind,
        count=row.read("count", _count, "is no count from 1 to 1,000") if row.has("count") else 1,
        account=account,
        outcome=outcome_of_touch(row, kind),
        minutes=_minutes(row),
        text=_text(row),
    )


def _day_done(row: Row, today: date) -> date:
    """The day a row was done: as told, else the day it is dated, else when it was last changed."""
    fields = row.there(_DAYS_DONE)
    told = (row.day_or_flag(field) if field == "done" else row.day(field) for field in fields)
    if (day := past_day(told, today, "done")) is not None:
        return day
    raise BadRow("It is said to be done, but no day is given.")


def _time_done(row: Row, day: date) -> time | None:
    """The wall clock when a row was done: of a cell that tells this day, else beside the day."""
    for field in row.clocked(_CLOCKS):
        if (clock := row.clock(field)) is not None and row.day_or_flag(field) == day:
            return clock
    if row.text("time") and day in (row.day("day"), row.day("due")):
        return row.clock("time")
    return None


def _minutes(row: Row) -> int | None:
    wanted = "is no length of time: write it in minutes, or like 0:30"
    if row.text("milliseconds"):
        return row.read("milliseconds", lambda text: cells.minutes(text, per=60_000), wanted)
    if row.text("seconds"):
        if row.system == "hubspot":
            # Its own calls last so many thousandths of a second, whatever the column's name says.
            return row.read("seconds", lambda text: cells.minutes(text, per=60_000), wanted)
        return row.read("seconds", lambda text: cells.minutes(text, per=60), wanted)
    return row.read("minutes", cells.minutes, wanted) if row.has("minutes") else None


def _count(text: str) -> int:
    return check_count(int(text)) if text else 1


def _notes(row: Row) -> str:
    notes = row.text("notes")
    return plain_notes(notes) if row.system in ("hubspot", "pipedrive") else notes


def _text(row: Row) -> str:
    """The subject, and the notes below it."""
    subject, notes = row.text("subject"), without_reference(_notes(row))
    text = f"{subject}\n{notes}" if subject and notes else subject or notes
    if len(text) > LONGEST_TEXT:
        raise BadRow(f"Its notes have more than {LONGEST_TEXT:,} letters: shorten them.")
    return text


def _follow_up(row: Row, account: str | None, day: date | None, state: FollowUpState) -> FollowUp:
    notes, kind = _notes(row), row.text("type") or row.text("subtype")
    what = row.text("subject") or kind
    if not row.text("subject") and tells_nothing(kind) and len(notes) <= LONGEST_TASK:
        # HubSpot's tasks have no column for their title: their notes say what is to be done.
        what, _, notes = notes.partition("\n")
    if not (what := what or kind):
        raise BadRow("It does not say what is to be done: give it a subject.")
    return FollowUp(due=day, what=what, account=account, reason=notes.strip() or None, state=state)


def _or_to_do(
    row: Row, due: date | None, state: FollowUpState, known: Known
) -> Callable[[Found], Found | None] | None:
    """How to read a row as still to do, where only its day tells that it is done; None elsewhere."""
    if state is not FollowUpState.DONE or not is_guessed(row):
        return None
    return partial(_to_do, row, due, known)


def _to_do(row: Row, due: date | None, known: Known, found: Found) -> Found | None:
    try:
        value = _follow_up(row, found.value.account, due, FollowUpState.DUE)
    except BadRow:
        return None
    unknown = row.unknown() | _not_read(row, value, known)
    return replace(found, value=value, unknown=unknown, silent=found.silent | {"state"}, to_do=None)


def _key(row: Row, value: Activity | FollowUp, known: Known) -> tuple[str, str | None] | None:
    """The id the row has next time as well, and what it is made of; None for a row that repeats one."""
    if given := row.text("id"):
        given = long_id(given)
        return (given, None) if known.is_new(f"{row.system} activity {given}") else None
    day = row.day("day") or row.day("done_on")
    parts = (value.account or "", row.text("subject") or row.text("type"), str(day or ""))
    key = " | ".join(folded(part) for part in parts)
    if known.repeats.are_looked_for and known.is_repeat(
        (key, value, frozenset(row.unknown().items()))
    ):
        return None
    return known.numbered(key), key


def _waited(row: Row, value: Activity | FollowUp, key: str) -> tuple[str, str] | None:
    """What a key was before it had the day of the deed, which a task has not, and its day to be done."""
    due, done_on = row.day("due"), row.day("done_on")
    if isinstance(value, FollowUp) or row.day("day") or not due or not done_on:
        return None
    return key.removesuffix(str(done_on)), due.isoformat()


def _not_read(row: Row, value: Activity | FollowUp, known: Known) -> dict[str, str]:
    """What a row says in columns of types, numbers and times beyond what is read of them."""
    kept: dict[str, str] = {}
    more: dict[str, str] = {}
    kind, what = (value.kind, "") if isinstance(value, Activity) else ("", value.what)
    for field, said in row.filled(_OF_ONE_WORD).items():
        if field in ("subtype", "type"):
            if said != what and says_more(said, kind):
                (kept if is_understood(said) else more)[row.title(field)] = said
        elif field in _ONLY_OF_DEEDS:
            if what and said not in _NOTHING:
                more[row.title(field)] = said
        elif field in _TIMES:
            kept[row.title(field)] = said
        elif not (field == "done" and tells_state(said)):
            more |= row.neither((field,))
    at = value.time if isinstance(value, Activity) else None
    for field in row.clocked(_CLOCKS):
        if clocks.tells_clock(row.text(field)) and (at is None or row.clock(field) != at):
            kept[row.title(field)] = row.text(field)
    if more:
        known.remarks.says_more(more)
    return kept | more


def _remark(row: Row, value: Activity | FollowUp, known: Known) -> None:
    if isinstance(value, Activity):
        if said := unknown_type(row):
            known.remarks.unknown_type(said, value.kind)
        return
    if value.account is None:
        known.remarks.count(Remark.NO_ACCOUNT)
    if value.due is None:
        known.remarks.count(Remark.NO_DAY)
