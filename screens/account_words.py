"""Where we are with an account, in words: what stands out, who is there, and every step of a deal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from journal.account_answer import AccountAnswer
from journal.deal_event import DealEvent
from journal.deal_page import ENTRIES_SHOWN, DealPage
from journal.entry import Entry
from journal.meeting import Meeting
from journal.no_way_back import has_none
from screens import deal_story_words, deal_words, entry_words, meeting_words, wording

EMPTY = "No deal here yet; a adds one."
"""What stands where an account has no deal."""

OLDER = "the older ones are kept too; / finds any of their words"

NOBODY = "nobody is written down yet; n adds somebody"


def heading(account: str) -> str:
    """The question the page answers."""
    return f"Where we are with {account}"


def beside_the_number(
    page: DealPage | None, answer: AccountAnswer | None, today: date
) -> tuple[str, str, str]:
    """The three lines beside the tall amount: the stage, how it stands, the last touch."""
    last = answer.last_touch if answer else page.line.last_touch if page else None
    touch = f"last touch {wording.near_day(last, today)}" if last else "no touch is written down"
    if page is None:
        return EMPTY, touch, ""
    state = deal_words.state(page.line)
    return deal_words.stage_and_day(page.line), f"{state.glyph} {state.words}", touch


def upcoming(
    page: DealPage | None, answer: AccountAnswer | None, today: date
) -> Iterator[tuple[str, str]]:
    """What comes next, the risk, what was asked for, and when their contract ends."""
    step, day = (answer.next_step, answer.next_on) if answer else (None, None)
    if answer is None and page is not None:
        step = deal_story_words.next_step(page, today)
    when = f"{wording.near_day(day, today)} · " if day else ""
    is_left = page is not None and not step and has_none(page.deal, page.follow_ups)
    nothing = deal_story_words.NO_WAY_BACK if is_left else "nothing agreed yet"
    yield "Next", f"{when}{wording.one_line(step, 300)}" if step else nothing
    is_first = bool(answer and page and answer.deal and answer.deal.id == page.deal.id)
    risk = answer.risk if answer and is_first else page.risk if page else None
    yield "Risk", risk or "nothing stands out"
    made = page.requests if page else ()
    asked = len(answer.open_requests) if answer else 0
    if made:
        yield "Asked for", deal_story_words.requests(made)
    elif asked:
        yield "Asked for", f"{asked} of the four not answered yet"
    else:
        yield "Asked for", "no request is open"
    end = answer.contract_end if answer else None
    if end is not None:
        until = "until" if end >= today else "ended"
        yield "Contract", f"with somebody else {until} {wording.near_day(end, today)}"
    if answer is not None and answer.other_names:
        yield "Also", ", ".join(answer.other_names)


def people(answer: AccountAnswer | None) -> Iterator[tuple[str, str]]:
    """Who is there, with their role; who speaks for us is said."""
    if answer is None:
        return
    for one in answer.contacts:
        role = f", {one.role}" if one.role else ""
        yield "People", f"{one.name}{role}" + (", speaks for us" if one.advocate else "")
    if not answer.contacts:
        yield "People", NOBODY


def waiting(answer: AccountAnswer | None, today: date) -> Iterator[tuple[str, str]]:
    """Every touch that waits at the account."""
    for touch in answer.waiting if answer else ():
        why = f"  ({wording.one_line(touch.reason, 200)})" if touch.reason else ""
        yield "Waits", f"{deal_story_words.follow_up(touch, today)}{why}"


def steps(page: DealPage, today: date) -> Iterator[tuple[str, str]]:
    """Every step the deal took, newest first."""
    for event in reversed(page.events):
        yield "Steps", f"{wording.near_day(event.day, today)} · {_step(event)}"


def done(
    newest: tuple[Entry, ...], today: date, notes: Mapping[int, Meeting]
) -> Iterator[tuple[str, str]]:
    """What was done and written down, newest first; how a meeting went stands with it."""
    for entry in newest:
        details = entry_words.details(entry)
        said = f"{entry_words.what(entry)}: {details}" if details else entry_words.what(entry)
        went = f" ({meeting_words.noted(notes[entry.id])})" if entry.id in notes else ""
        yield "Done", f"{wording.near_day(entry.day, today)} · {said}{went}"
    if len(newest) >= ENTRIES_SHOWN:
        yield "Done", OLDER


def _step(event: DealEvent) -> str:
    before, after = event.before or "–", event.after or "–"
    match event.what:
        case "stage":
            return f"{before} → {after}"
        case "push":
            return f"closing day pushed, {before} → {after}"
        case "reopen":
            return f"opened again after {before}"
        case _:
            return after
