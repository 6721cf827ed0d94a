"""What Follow-ups says: when each is due and why, what became of second place, and the story of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.deal import Deal, Outcome
from journal.entry import Entry
from journal.follow_up import FollowUp, FollowUpState
from journal.follow_ups_view import FollowUpsView
from journal.percent import rounded
from journal.request import Ask, Request, RequestState
from journal.second_place import SecondPlace, WayBack
from journal.silence import Silence, Silent
from journal.touch_story import TouchStory
from journal.waiting import Waits, is_let_go, needs_reason
from screens import deal_words, entry_words, wording
from screens.wording import State

EMPTY = "Follow-ups appear when a deal is lost, or with a: follow up acme on fri."
"""What stands in a list without any follow-up."""
NOBODY = "Nobody is waiting."
NONE_TO_SETTLE = "Nobody waits here; a adds a follow-up, and a lost deal brings its own."
NOTHING_PLANNED = "Nothing waits on this way back any more; a adds a follow-up."
NO_WAYS = "A deal that is lost gets its days here; y lays those of an imported one."
NO_SILENCE = "Everybody you wrote to has answered."
NOTHING_SENT = "Who does not answer an email stands here."
NO_REASON = wording.NO_REASON
OF_NO_DEAL = "It belongs to no deal."
NO_DEAL_OPENS = "This one belongs to no deal; Space, v and n act on it here."
ONLY_AFTER_A_LOSS = "The four requests are made after a loss; this one belongs to no lost deal."
NOT_LOST = "Only a deal that was lost opens again; this one was not."
SKIPPED_WITHOUT = "no reason"
"""Why a touch was skipped that found none."""

LETTERS = {Ask.EVALUATION: "E", Ask.CRITERIA: "C", Ask.ACCESS: "A", Ask.PHONES: "P"}
MARKS = {RequestState.ASKED: "?", RequestState.GRANTED: "✓", RequestState.REFUSED: "✗"}


def when(line: Waits, today: date) -> State:
    """When one is due, for its column: "! 1 day late", "today", "Thu 26 Nov"."""
    late = line.days_late(today)
    if late:
        return State("!", wording.waits(line.on, late, today), "$warning")
    if line.on is None:
        return State("", "no day", "$muted")
    if line.on == today or (line.on < today and line.follow_up.is_question):
        return State("", "today", "bold")
    said = wording.near_day(line.on, today)
    if (line.on - today).days == 1:
        said = f"{wording.weekday(line.on)} {line.on.day} {wording.month(line.on)}"
    return State("", said, "$muted")


def worth(deal: Deal | None, currency: str, *, short: bool) -> str:
    """What its deal is worth; "lost" while it is to be won back, "–" where nobody knows."""
    if deal is None:
        return ""
    if deal.outcome is Outcome.LOST:
        return "lost"
    if deal.outcome is Outcome.NO_DECISION:
        return "undecided"
    if deal.amount is None:
        return "–"
    code = "" if deal.amount.currency == currency else f" {deal.amount.currency}"
    return f"{deal.amount.short if short else deal.amount}{code}"


def reason(line: Waits, today: date) -> State:
    """Why they should care; a touch of a lost deal that has none says so."""
    if line.is_moved:
        return State("", "next week: this week is full", "$muted")
    if line.follow_up.reason:
        return State("", wording.one_line(line.follow_up.reason, 300), "$muted")
    if line.needs_reason:
        is_near = line.on is not None and (line.on - today).days < 7
        return State("", NO_REASON, "$warning" if is_near else "$muted")
    return State("", "", "")


def band(view: FollowUpsView, *, short: bool) -> tuple[str, str, str]:
    """The three lines beside the tall number."""
    counts, today = view.counts, view.day
    later = f"{counts.later:,} more this week" if counts.later else "nothing more this week"
    if not counts.due:
        if view.next is None or view.next.on is None:
            return NOBODY, "", later if counts.later else ""
        account = wording.one_line(view.next.follow_up.account or "", 40)
        day = wording.near_day(view.next.on, today)
        said = ("Next: " if short else "The next touch is ") + ", ".join(
            filter(None, (day, account))
        )
        return NOBODY, said + ("" if short else "."), later if counts.later else ""
    touches = "touch today" if counts.due == 1 else "touches today"
    return touches, lateness(view), later


def lateness(view: FollowUpsView) -> str:
    """How many of today's are late."""
    late = view.counts.late
    if not late:
        return "none of them late"
    if late == 1:
        days = max((line.days_late(view.day) for line in view.lines), default=1)
        return "1 of them a day late" if days == 1 else f"1 of them {days:,} days late"
    return f"{late:,} of them late"


def second_place(place: SecondPlace) -> Iterator[tuple[str, float | None, str, str]]:
    """Three rows: what it is, how full its bar is 0–1, and how many of how many; None draws no bar."""
    week = place.week
    made = week.done + len(week.waiting)
    yield "this week's touches", made / week.cap, f"{made:,} of {week.cap:,}", ""
    if place.asked:
        share = place.granted / place.asked
        yield "requests granted", share, f"{place.granted:,} of {place.asked:,}", ""
    else:
        yield "requests granted", None, "", "none asked yet"
    if not place.revived:
        yield "revived, then won", None, "", "none yet"
    else:
        yield "revived, then won", None, f"{place.won_later:,} won", f"{place.revived:,} revived, "


def asked(requests: tuple[Request, ...], ask: Ask) -> RequestState | None:
    """What became of one of the four; None when it was not made."""
    return next((one.state for one in requests if one.ask is ask), None)


def letters(way: WayBack) -> str:
    """The four requests: E✓ C? A· P·; a deal that nobody decided says so until one is made."""
    if way.deal.outcome is Outcome.NO_DECISION and not way.requests:
        return "no decision"
    marks = ((ask, asked(way.requests, ask)) for ask in Ask)
    return " ".join(LETTERS[ask] + (MARKS[state] if state else "·") for ask, state in marks)


def heading(follow_up: FollowUp, deal: Deal | None) -> str:
    """Whom it is about, for the rule: Initech · Renewal plus."""
    account = wording.one_line(follow_up.account or "", 60)
    name = wording.one_line(deal.name, 60) if deal else ""
    return " · ".join(part for part in (account, name) if part) or "This one"


def standing(told: TouchStory, currency: str) -> tuple[str, str, State]:
    """The deal's amount, where it stands, and its state."""
    if told.line is None:
        return "", OF_NO_DEAL, State("", "", "")
    deal, line = told.line.deal, told.line
    money = ""
    if deal.amount is not None:
        code = "" if deal.amount.currency == currency else f" {deal.amount.currency}"
        money = f"{deal.amount}{code}"
    if not deal.is_open:
        how = {Outcome.LOST: "lost", Outcome.WON: "won"}.get(deal.outcome, "no decision")
        sign = State("✓", "won", "$success") if deal.outcome is Outcome.WON else State("✗", how, "")
        day = (
            f"{deal.closed.day} {wording.month(deal.closed)} {deal.closed.year}"
            if deal.closed
            else ""
        )
        return money, day, sign
    stage = wording.one_line(deal.stage or "no stage", 40)
    since = "" if line.in_stage is None else f", day {line.in_stage:,}"
    if told.is_revived:
        return money, stage + since, State("✓", "revived", "$success")
    if line.gate is not None and line.gate.on:
        return money, stage + since, State("●", "on the forecast", "$success")
    return money, stage + since, deal_words.gate_state(line.gate)


def story(line: Waits, told: TouchStory, today: date) -> Iterator[tuple[str, str]]:
    """What is known of one, label by label; what is not known is left out."""
    follow_up = line.follow_up
    yield "What", follow_up.what
    why = reason(line, today).words if not line.is_moved else (follow_up.reason or "")
    if why:
        yield "Reason", why
    if told.last is not None:
        yield "Last", touch(told.last, today)
    if told.story is not None and told.story.they_do.strip():
        yield "They do", told.story.they_do
    if told.advocate is not None:
        yield "For us", ", ".join(part for part in (told.advocate.name, told.advocate.role) if part)
    if told.contract_end is not None:
        yield "Contract", f"theirs ends {wording.near_day(told.contract_end, today)}"
    if told.was_lost and told.story is not None and told.story.winner:
        yield "Lost to", told.story.winner
    if line.is_moved and follow_up.due:
        yield "Was for", f"{wording.near_day(follow_up.due, today)}; this week holds no more"
    for one in told.requests:
        note = f": {wording.one_line(one.note, 120)}" if one.note.strip() else ""
        yield "Asked", f"{MARKS[one.state]} {one.ask.value}{note}"


def touch(entry: Entry, today: date) -> str:
    """The last touch: "today 11:30 call, spoke to Dana"."""
    clock = f" {entry.time:%H:%M}" if entry.time else ""
    what = entry_words.what(entry).lower()
    details = entry_words.details(entry)
    return f"{wording.near_day(entry.day, today)}{clock} {what}" + (
        f", {details}" if details else ""
    )


def sign(touch_: FollowUp, monday: date) -> tuple[str, str]:
    """What stands for a touch on the time line, and its colour."""
    if touch_.state is FollowUpState.DONE:
        return "●", "$success"
    if touch_.state is FollowUpState.DUE and not is_let_go(touch_, monday):
        return "○", "$foreground"
    return "–", "$muted"


def may_answer(one: Silent) -> str:
    """The chance that an answer still comes."""
    return "–" if one.chance is None else rounded(one.chance)


def rests_on(silence: Silence) -> str:
    """What the chances rest on."""
    patience = silence.patience
    if patience.is_default:
        return "too few answers of your own yet: ten working days, then next (default)"
    mails = "answer" if len(patience.latencies) == 1 else "answers"
    return f"from {len(patience.latencies):,} {mails} to {patience.sends:,} sent"


def done(kept: FollowUp) -> str:
    """What is said once one is done."""
    return f"Done  {_short(kept)}"


def moved(kept: FollowUp, today: date, *, is_off: bool) -> str:
    """What is said once one waits for another day; a day off is named."""
    day = wording.near_day(kept.due, today) if kept.due else "no day"
    return f"Moved to {day}{', a day off' if is_off else ''}  {_short(kept)}"


def skipped(kept: FollowUp) -> str:
    """What is said once one is let go."""
    return f"Skipped  {_short(kept)}"


def skipped_without(kept: FollowUp) -> str:
    """What is said of a touch that found no reason."""
    return f"No reason, no touch: skipped  {_short(kept)}"


def closed(kept: FollowUp, others: int) -> str:
    """What is said once one is closed for good, and how many touches of its deal with it."""
    more = f" and {others:,} more of its deal" if others else ""
    return f"Closed for good{more}  {_short(kept)}"


def added(kept: FollowUp, today: date, *, is_off: bool) -> str:
    """What is said once a new one is safe."""
    day = f", {wording.near_day(kept.due, today)}" if kept.due else ""
    return f"Saved  {_short(kept)}{day}{', a day off' if is_off else ''}"


def requests_saved(count: int) -> str:
    """What is said once the requests are safe."""
    return "Saved  1 request" if count == 1 else f"Saved  {count:,} requests"


def opened_again(deal: Deal, *, is_first: bool) -> str:
    """What is said once a lost deal is open again; the first time is celebrated."""
    name = wording.one_line(deal.account or deal.name, 40)
    if is_first:
        return f"{name} is open again. Second place was not the end."
    return f"{name} is open again"


def _short(kept: FollowUp) -> str:
    whom = f"{wording.one_line(kept.account, 30)}: " if kept.account else ""
    return whom + wording.one_line(kept.what, 50)


def lacks_reason(follow_up: FollowUp) -> bool:
    """Whether it is a touch that has no reason yet."""
    return needs_reason(follow_up)


def opens_again(deal: Deal) -> str:
    """What is asked before a lost deal is opened again."""
    name = wording.one_line(" · ".join(part for part in (deal.account, deal.name) if part), 80)
    return (
        f"{name}: has something changed? Its history stays, and the touches that wait are closed."
    )


def line_closed(laid: FollowUp, lead: Waits | None, today: date) -> str:
    """What is said once a silence is closed, and whom to turn to."""
    day = wording.near_day(laid.due, today) if laid.due else "no day"
    said = f"Next! {wording.one_line(laid.account or '', 30)} is asked again {day}"
    if lead is None or not lead.follow_up.account:
        return said
    return f"{said}. Now {wording.one_line(lead.follow_up.account, 30)}"
