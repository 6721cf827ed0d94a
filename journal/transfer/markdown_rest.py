"""What stands behind the days of the diary: purpose, goals, deals and their stories, follow-ups, people.

Each is a heading with a list below it, left out where there is nothing. From a day on, what was over
before it is left out too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from journal.deal import Deal, Outcome
from journal.deal_story import DealStory, Whose, reason_in_words
from journal.follow_up import FollowUp
from journal.goal import Form, Goal, Term
from journal.measure import AMOUNT, NUMBER, in_words, noun
from journal.money import Money
from journal.transfer.markdown_words import labelled, literal, quoted
from journal.transfer.whole_parts import PARTS

if TYPE_CHECKING:
    from journal.journal import Journal

PAGE = 200
"""Deals and follow-ups read at a time."""

MOST_GOALS = 10_000
"""More goals and milestones than a working life holds."""

_PARTS = {part.name: part for part in PARTS}

_GOAL = (("Why", "why"), ("Achievable", "evidence"), ("Serves", "serves"))
_STORY = (
    ("What changed", "changed"),
    ("Pain", "pain"),
    ("Need", "need"),
    ("We may give", "give"),
    ("We want for it", "get"),
    ("Where it is stretched", "stretches"),
    ("Who helps inside", "helper"),
    ("They do next", "they_do"),
    ("Won by", "winner"),
    ("Missing", "missing"),
    ("Could have known", "could_have_known"),
    ("What the odds rest on", "factors_evidence"),
    ("Why not asked yet", "why_not_asked"),
)


def rest_texts(journal: Journal, since: date) -> Iterator[str]:
    """All of it, a piece at a time."""
    yield from _section("Purpose", _purposes(journal, since))
    yield from _section("Goals", _goals(journal, since))
    yield from _section("Deals", _deals(journal, since))
    yield from _section("Follow-ups", _follow_ups(journal, since))
    yield from _section("People", _people(journal))
    yield from _section("Days off", _days_off(journal, since))


def _section(name: str, told: Iterator[str]) -> Iterator[str]:
    first = next(told, None)
    if first is not None:
        yield f"\n## {name}\n\n"
        yield from chain([first], told)


def _purposes(journal: Journal, since: date) -> Iterator[str]:
    with journal.store.whole.as_it_is() as snapshot:
        said = [(str(day), str(text)) for _, day, text in snapshot.rows(_PARTS["purposes"])]
    for day, text in sorted(said):
        if text.strip() and (day >= since.isoformat() or (day, text) == max(said)):
            yield labelled(f"Since {day}", text)


def _goals(journal: Journal, since: date) -> Iterator[str]:
    for kept in journal.store.goals.all(limit=MOST_GOALS):
        if (kept.finished or since) >= since:
            goal = journal.goals.in_its_period(kept)
            form = "Goal" if goal.form is Form.GOAL else "Milestone"
            done = f"done {goal.finished}" if goal.finished else ""
            parts = (goal.title, f"from {goal.start}", done)
            lines = [_line(f"**{form}**", parts), *_labelled(goal, _GOAL)]
            yield "".join([*lines, *(_term(goal, term) for term in goal.terms)])


def _term(goal: Goal, term: Term) -> str:
    """One target and due date, and why it was changed to that."""
    if term.target is None:
        target = "no target"
    else:
        limit = "at most " if goal.at_most else ""
        target = f"{limit}{_stored(goal, term.target)}"
        target += "" if goal.measure == NUMBER else f" {noun(goal.measure)}"
    due = f" by {term.due}" if term.due else ""
    told = f"  - *Decided {term.decided}:* {literal(target)}{due}\n"
    return told + (quoted(term.why, "    ") if term.why and term.why.strip() else "")


def _stored(goal: Goal, target: int) -> str:
    """A target as it is stored: money to the cent, which a screen rounds."""
    if goal.measure == AMOUNT:
        return Money(target, goal.currency).exact
    return in_words(goal.measure, target, goal.currency)


def _deals(journal: Journal, since: date) -> Iterator[str]:
    after = 0
    while page := journal.store.deals.listed(after=after, limit=PAGE):
        after = page[-1].id
        wanted = [deal for deal in page if deal.is_open or (deal.closed or since) >= since]
        yield from _told_of(journal, wanted)


def _told_of(journal: Journal, deals: Sequence[Deal]) -> Iterator[str]:
    """Some deals with all that is known of each."""
    ids, told = [deal.id for deal in deals], journal.store.deal_stories
    stories, checks, answers = told.stories(ids), told.checks(ids), told.answers(ids)
    reasons, requests = told.reasons(ids), told.requests(ids)
    for deal in deals:
        lines = [_deal(deal), *_of_story(stories.get(deal.id))]
        for check in checks.get(deal.id, ()):
            holds = f"{'holds' if check.holds else 'does not hold'}, said {check.day}"
            lines.append(_with_words(check.name.capitalize(), holds, check.evidence))
        for reason in reasons.get(deal.id, ()):
            who = "The buyer's reason" if reason.whose is Whose.BUYER else "My reason"
            lines.append(labelled(who, reason_in_words(reason), "  "))
        for answer in answers.get(deal.id, ()):
            asked = f", asked by {answer.asked_by}" if answer.asked_by else ""
            who = "the buyer" if answer.whose is Whose.BUYER else "me"
            lines.append(_with_words("Asked", f"{answer.question} ({who}{asked})", answer.text))
        for request in requests.get(deal.id, ()):
            stands = f"{request.state}, {request.day}"
            lines.append(_with_words(f"Request for {request.ask}", stands, request.note))
        yield "".join(lines)


def _deal(deal: Deal) -> str:
    worth = f"{deal.amount.exact} {deal.amount.currency}" if deal.amount else ""
    day = deal.expected_close if deal.outcome is Outcome.OPEN else deal.closed
    stands = f"{deal.outcome}, {day}" if day else str(deal.outcome)
    parts = (deal.account or "", worth, deal.stage or "", stands, deal.category or "")
    lines = [_line(f"**{literal(deal.name)}**", parts)]
    if deal.next_step and deal.next_step.strip():
        lines.append(labelled("Next step", deal.next_step, "  "))
    return "".join(lines)


def _of_story(story: DealStory | None) -> Iterable[str]:
    if story is None:
        return ()
    more = ", ".join(story.more_categories)
    also = [labelled("Lost for as well", more, "  ")] if more else []
    return [*_labelled(story, _STORY), *also]


def _follow_ups(journal: Journal, since: date) -> Iterator[str]:
    after = 0
    while page := journal.store.calendar_rows.follow_ups(after):
        after = page[-1].id
        deals = journal.store.deals.some({one.deal for one in page if one.deal is not None})
        for one in page:
            if (one.settled or since) >= since:
                deal = deals.get(one.deal) if one.deal is not None else None
                yield _follow_up(one, deal.name if deal else "")


def _follow_up(one: FollowUp, deal: str) -> str:
    due = f"due {one.due}" if one.due else "on no day yet"
    state = f"{one.state}, {one.settled}" if one.settled else ""
    lines = [_line(f"**{literal(one.what)}**", (one.account or "", deal, due, state))]
    for label, words in (("Why they should care", one.reason), ("Why so", one.why)):
        if words and words.strip():
            lines.append(labelled(label, words, "  "))
    return "".join(lines)


def _people(journal: Journal) -> Iterator[str]:
    with journal.store.whole.as_it_is() as snapshot:
        for row in snapshot.named(_PARTS["contacts"]):
            *_, name, role, advocate, account = row
            speaks = "speaks for us" if advocate else ""
            yield _line(f"**{literal(str(name))}**", (str(account), str(role), speaks))
        for row in snapshot.named(_PARTS["account_names"]):
            _, name, _, account = row
            yield _line(f"**{literal(str(account))}**", (f"also called {name}",))


def _days_off(journal: Journal, since: date) -> Iterator[str]:
    for off in journal.store.days.off():
        if off.last >= since:
            to = f" to {off.last}" if off.last != off.first else ""
            yield _line(f"**{off.first}{to}**", (off.why or "",))


def _line(name: str, parts: Iterable[str]) -> str:
    return " · ".join([f"- {name}", *map(literal, filter(str.strip, parts))]) + "\n"


def _with_words(label: str, stands: str, words: str) -> str:
    """How something stands, and the rep's words on it below."""
    told = labelled(label, stands, "  ")
    return told + (quoted(words, "    ") if words.strip() else "")


def _labelled(of: Goal | DealStory, fields: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for label, name in fields:
        words = str(getattr(of, name) or "")
        if words.strip():
            yield labelled(label, words, "  ")
