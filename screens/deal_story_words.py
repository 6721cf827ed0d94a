"""The story of a deal in words: why they would change, what is open, how it ended, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from journal import still_open
from journal.deal import Deal, Outcome
from journal.deal_page import DealPage
from journal.deal_story import DECIDED, Answer, Reason, Whose, reason_in_words, said_then
from journal.follow_up import FollowUp
from journal.forecast_gate import Mark, step_for
from journal.no_way_back import has_none
from journal.request import Ask, Request, RequestState
from journal.transfer.kept_columns import in_lines
from screens import wording

NOT_ASKED = "not asked yet"
NOTHING_AGREED = "nothing agreed yet"
NO_WAY_BACK = "no way back in is laid yet; y lays its days"
STAGE_GONE = "none of your stages: it keeps the name and counts by none; c moves it"

_MARKS = {
    RequestState.ASKED: "?",
    RequestState.GRANTED: "✓",
    RequestState.REFUSED: "✗",
}


def open_check(deal: Deal, mark: Mark, today: date) -> str:
    """What a check that does not hold asks for: "Visibility: meet a second contact"."""
    step = step_for(deal, mark, today).rstrip(".")
    return f"{mark.name.value.capitalize()}: {step[:1].lower()}{step[1:]}"


def next_step(page: DealPage, today: date, at_account: FollowUp | None = None) -> str:
    """What comes next, with its day."""
    if page.next_touch is not None:
        return follow_up(page.next_touch, today)
    if page.deal.next_step:
        return page.deal.next_step
    return follow_up(at_account, today) if at_account is not None else ""


def follow_up(touch: FollowUp, today: date) -> str:
    """A touch that waits, with its day in front."""
    what = wording.one_line(touch.what, 300)
    if touch.due is None:
        return what
    late = (today - touch.due).days
    if late > 0:
        return f"! {wording.days(late)} late · {what}"
    return f"{wording.near_day(touch.due, today)} · {what}"


def said_or_not(words: str) -> str:
    """The buyer's words as they were written down, or that they were not asked for."""
    return words.strip() or NOT_ASKED


def story(
    page: DealPage, today: date, at_account: FollowUp | None = None
) -> Iterator[tuple[str, str]]:
    """The story of a deal, label by label; how it ended comes first, what nobody asked is left out then.

    ``at_account`` is the touch that waits at its account, where none waits on the deal itself.
    """
    told, deal = page.story, page.deal
    if not deal.is_open:
        yield from ending(page, today)
    for label, words in (("Changed", told.changed), ("Pain", told.pain), ("Need", told.need)):
        if deal.is_open or words.strip():
            yield label, said_or_not(words)
    if deal.is_open and page.line.gate is not None:
        if page.line.gate.requalify:
            yield "Pushed", f"{deal.pushes:,} times: ask again, and say each check anew"
        for mark in page.line.gate.marks:
            if not mark.holds:
                yield "Open", open_check(deal, mark, today)
    if not page.is_ranked:
        yield "Stage", STAGE_GONE
    if words := next_step(page, today, at_account):
        yield "Next", words
    elif deal.is_open:
        yield "Next", NOTHING_AGREED
    if told.they_do.strip():
        yield "They do", told.they_do
    if shape := still_open.in_words(page.still_open):
        yield "Shape", shape


def more_story(page: DealPage, today: date) -> Iterator[tuple[str, str]]:
    """The rest of a deal's story: what holds, terms, stretches, who helps, and when it closes."""
    told, deal = page.story, page.deal
    if page.line.gate is not None:
        for mark in page.line.gate.marks:
            if mark.holds:
                yield "Holds", evidence(mark, today)
    parts = (
        ("Give", told.give),
        ("Get", told.get),
        ("Stretched", told.stretches),
        ("Helper", told.helper),
    )
    yield from ((label, words) for label, words in parts if words.strip())
    if deal.is_open and deal.expected_close is not None:
        yield "Closes", wording.near_day(deal.expected_close, today)
    if deal.opened is not None:
        yield "Opened", wording.near_day(deal.opened, today)
    yield from before(page)


def said_by_files(page: DealPage) -> Iterator[tuple[str, str]]:
    """What files said of a deal beyond what is read of it, each with the program it comes from."""
    for said in page.said_by_files:
        for line in in_lines(said):
            yield f"{said.source[:1].upper()}{said.source[1:]}", line


def evidence(mark: Mark, today: date) -> str:
    """What a check that holds rests on: "Budget: in it since May (Tue 24 Nov)"."""
    when = f" ({wording.near_day(mark.day, today)})" if mark.day else ""
    said = f": {wording.one_line(mark.evidence, 300)}" if mark.evidence else ""
    return f"{mark.name.value.capitalize()}{said}{when}"


def ending(page: DealPage, today: date) -> Iterator[tuple[str, str]]:
    """How it ended, and what was said of that."""
    deal, told = page.deal, page.story
    when = f" {wording.near_day(deal.closed, today)}" if deal.closed else ""
    how = {Outcome.WON: "won", Outcome.LOST: "lost"}.get(deal.outcome, "no decision")
    why = ""
    if deal.outcome is Outcome.LOST:
        to = f" to {told.winner}" if told.winner else ""
        also = f" (also {', '.join(told.more_categories)})" if told.more_categories else ""
        why = f"{to}, {deal.category or 'unknown'}{also}"
    elif told.missing:
        why = f", {told.missing} was missing"
    yield "Ended", f"{how}{when}{why}"
    for answer in page.answers:
        if not said_then(answer):
            yield "They say" if answer.whose is Whose.BUYER else "I say", _quoted(answer)
    if page.reasons:
        yield "Decided", decided(page.reasons)
    if page.line.ask_why:
        yield "Ask", f"{DECIDED} (w)"
        if told.why_not_asked.strip():
            yield "Not yet", told.why_not_asked
    if told.could_have_known.strip():
        yield "Known by", told.could_have_known
    if deal.outcome is Outcome.LOST:
        yield from _odds(page)
    if has_none(deal, page.follow_ups):
        yield "Touches", NO_WAY_BACK
    if page.requests:
        yield "Asked for", requests(page.requests)


def before(page: DealPage) -> Iterator[tuple[str, str]]:
    """What was said of an earlier ending that did not last."""
    for answer in page.answers:
        if then := said_then(answer):
            who = "they said" if answer.whose is Whose.BUYER else "I said"
            yield "Before", f"{then}, {who} {_quoted(answer)}"


def decided(reasons: Sequence[Reason]) -> str:
    """What decided it in a word each, each side's apart: "they: references (taught); I: price"."""
    told = []
    for whose, who in ((Whose.BUYER, "they"), (Whose.REP, "I")):
        named = ", ".join(
            wording.one_line(reason_in_words(one), 80) for one in reasons if one.whose is whose
        )
        told += [f"{who}: {named}"] if named else []
    return "; ".join(told)


def _quoted(answer: Answer) -> str:
    by = f" (asked by {answer.asked_by})" if answer.asked_by else ""
    return f"“{answer.text}”{by}" if answer.whose is Whose.BUYER else answer.text


def _odds(page: DealPage) -> Iterator[tuple[str, str]]:
    told = page.story
    said = {True: "yes", False: "no"}
    if told.many_purchases is not None or told.long_use is not None:
        bought = said.get(told.many_purchases, "?") if told.many_purchases is not None else "?"
        used = said.get(told.long_use, "?") if told.long_use is not None else "?"
        rests = f": {told.factors_evidence}" if told.factors_evidence.strip() else ""
        yield "Way back", f"bought such often {bought}, long with one rival {used}{rests}"


def requests(made: tuple[Request, ...]) -> str:
    """The four requests as letters with what became of each: "E✓ C? A· P·"."""
    marks = {one.ask: _MARKS[one.state] for one in made}
    return " ".join(f"{ask.name[0]}{marks.get(ask, '·')}" for ask in Ask)
