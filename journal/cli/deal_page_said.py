"""One deal as the command line shows it, with everything that is known of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from journal.cli.deal_said import line_as_json, request_as_json, state_of, touch_as_json
from journal.cli.output import say, say_lines, say_table
from journal.dates import in_words
from journal.deal_page import DealPage
from journal.deal_story import Answer, DealStory, Whose, said_then
from journal.follow_up import FollowUpState
from journal.no_way_back import has_none
from journal.quick_entry import summary
from journal.still_open import in_words as in_words_shaped
from journal.transfer.kept_columns import SaidByFile, in_lines

_STORY = {
    "Changed": "changed",
    "Pain": "pain",
    "Need": "need",
    "Give": "give",
    "Get": "get",
    "Stretches": "stretches",
    "Helper": "helper",
    "They do": "they_do",
    "Winner": "winner",
    "Missing": "missing",
    "Known when": "could_have_known",
    "Factors": "factors_evidence",
    "Not asked": "why_not_asked",
}
_ENTRIES = 10
_MARKS = {"asked": "?", "granted": "✓", "refused": "✗"}


def say_page(page: DealPage, today: date) -> None:
    """Show a deal, its story first and its entries last."""
    deal = page.deal
    amount = f"{deal.amount} {deal.amount.currency}, " if deal.amount else ""
    say(f"{deal.id}: {deal.account or '–'}, {deal.name}")
    say(f"{amount}{deal.stage or 'no stage'}, {state_of(page.line, today)}")
    if deal.next_step:
        say(f"Next: {deal.next_step}")
    if page.line.gate is not None:
        say(f"Checks: {page.line.gate.letters}  {page.line.gate.step or 'all six hold'}")
    if shape := in_words_shaped(page.still_open):
        say(f"{shape[:1].upper()}{shape[1:]}.")
    if not page.is_ranked:
        say("None of your stages: it keeps the name and counts by none until it is moved.")
    if page.risk:
        say(f"Risk: {page.risk}")
    for label, name in _STORY.items():
        if text := getattr(page.story, name):
            say_lines(f"{label}: {text}")
    for answer in page.answers:
        who = "Buyer" if answer.whose is Whose.BUYER else "Me"
        by = f", asked by {answer.asked_by}" if answer.asked_by else ""
        then = f", {said_then(answer)}" if said_then(answer) else ""
        say_lines(f"{who} ({in_words(answer.day, today)}{by}{then}): {answer.text}")
    if page.reasons:
        say("Reasons: " + ", ".join(f"{one.tag} ({one.whose})" for one in page.reasons))
    if page.requests:
        say("Requests: " + ", ".join(f"{one.ask} {_MARKS[one.state]}" for one in page.requests))
    if page.contract_end:
        say(f"Contract ends: {page.contract_end.isoformat()}")
    _say_touches(page, today)
    if has_none(deal, page.follow_ups):
        say(f"No way back in is laid yet: journal deal way-back {deal.id} lays its days.")
    for entry in page.entries[:_ENTRIES]:
        say(summary(entry, today))
    for said in page.said_by_files:
        for number, line in enumerate(in_lines(said)):
            if number == 0:
                say(f"From {said.source}:")
            say(f"  {line}")


def _say_touches(page: DealPage, today: date) -> None:
    waiting = [one for one in page.follow_ups if one.state is FollowUpState.DUE]
    if waiting:
        say("Waiting:")
        say_table(
            (
                (
                    str(one.id),
                    in_words(one.due, today) if one.due else "–",
                    one.what,
                    one.reason or "no reason yet",
                )
                for one in waiting
            ),
            right=(0,),
            indent="  ",
        )


def page_as_json(page: DealPage) -> dict[str, Any]:
    """A deal with all that is known of it."""
    return line_as_json(page.line) | {
        "risk": page.risk,
        "story": _story_as_json(page.story),
        "contract_end": page.contract_end.isoformat() if page.contract_end else None,
        "contacts": [
            {"name": one.name, "role": one.role or None, "advocate": one.advocate}
            for one in page.contacts
        ],
        "answers": [_answer_as_json(one) for one in page.answers],
        "reasons": [
            {"tag": one.tag, "whose": one.whose.value, "taught": one.taught} for one in page.reasons
        ],
        "requests": [request_as_json(one) for one in page.requests],
        "follow_ups": [touch_as_json(one) for one in page.follow_ups],
        "events": [
            {
                "day": one.day.isoformat(),
                "what": one.what,
                "before": one.before,
                "after": one.after,
            }
            for one in page.events
        ],
        "forecasts": [
            {
                "monday": one.monday.isoformat(),
                "chance": one.chance,
                "close": one.close.isoformat() if one.close else None,
            }
            for one in page.forecasts
        ],
        "entries": [entry.id for entry in page.entries],
        "said_by_files": [_said_as_json(said) for said in page.said_by_files],
    }


def _story_as_json(story: DealStory) -> dict[str, Any]:
    return {name: getattr(story, name) or None for name in _STORY.values()} | {
        "more_categories": list(story.more_categories),
        "many_purchases": story.many_purchases,
        "long_use": story.long_use,
    }


def _said_as_json(said: SaidByFile) -> dict[str, Any]:
    columns = [{"name": name, "text": text} for name, text in said.columns.items()]
    return {"system": said.system, "columns": columns}


def _answer_as_json(answer: Answer) -> dict[str, Any]:
    return {
        "question": answer.question,
        "text": answer.text,
        "whose": answer.whose.value,
        "asked_by": answer.asked_by or None,
        "day": answer.day.isoformat(),
    }
