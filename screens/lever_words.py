"""What Review says of levers, of the walk that changes one, and of the reviews that were held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.money import Money
from journal.percent import rounded
from journal.review import Period, Review
from journal.reviewing.levers import DEAL_SIZE, LEVER_WORDS, RATES, LeverChoice
from journal.reviewing.span import MONTH_NAMES, Span
from screens import wording

COUNTING = "The chance is being added up …"
"""What stands in place of the levers until their gain is known."""
NO_REVIEWS = "No review was held yet: Enter walks through the first."
KEEP = "Keep the plan as it is"
RELAID = "New date"
SAVES = "Enter saves it, and u takes it back."
CHANGED = "Something was saved in another window: read it once more, then Enter saves it."
ONE_MOMENT = "One moment: the chance is being added up."
NO_LEVERS = "A target says what each lever gains; 2 Goals begins one."
LEFT = "Kept as you left it; Enter goes on where you were."


def lever_heading(span: Span, width: int) -> str:
    """What the levers are for."""
    if span.period is Period.WEEK:
        when = " for next week" if span.is_so_far else " from this week on"
    elif (span.today.year - span.last.year) * 12 + span.today.month - span.last.month <= 1:
        when = f" for {MONTH_NAMES[span.last.month % 12]}"
    else:
        when = " from now on"
    for words in (
        f"One lever{when} · points of chance gained by +10 %",
        f"One lever{when} · points by +10 %",
        f"One lever{when} · +10 %",
        "One lever · +10 %",
    ):
        if len(words) <= width - 4:
            return words
    return "One lever"


def lever(name: str) -> str:
    """What a lever is called at the start of a row."""
    words = LEVER_WORDS[name]
    return words[:1].upper() + words[1:]


def gained(each: LeverChoice) -> str:
    """The points of chance it gains, for a column."""
    if each.now is None:
        return "–"
    if each.gain is None:
        return ""
    points = 100 * each.gain
    said = f"{points:.0f}" if points >= 9.95 else f"{points:.1f}"
    return f"+{said.removesuffix('.0')}"


def raised(each: LeverChoice, currency: str) -> str:
    """What it stands at and what it would be: 40 → 44 %."""
    if each.now is None or each.raised is None:
        return "nothing to raise"
    if each.name == DEAL_SIZE:
        return f"{Money(round(each.now), currency).short} → {Money(round(each.raised), currency).short}"
    if each.name in RATES:
        return f"{rounded(each.now)} → {rounded(each.raised)}"
    return f"{each.now:.1f} → {each.raised:.1f} a day"


def walked(review: Review, today: date) -> str:
    """What is said once a review is held."""
    words = "Review held: one lever changed" if review.lever else "Review held; the plan stays"
    if review.next_on is None:
        return words
    return f"{words}. The next one is on {wording.full_day(review.next_on)}"


def held(reviews: tuple[Review, ...], today: date) -> Iterator[tuple[str, str]]:
    """Every review that was held: what it changed, its if-then, and the day it locked in."""
    if not reviews:
        yield "", NO_REVIEWS
    for each in reviews:
        span = Span(each.period, each.first, each.last, max(today, each.first))
        yield span.name, each.sentence
        if each.if_then:
            yield span.name, each.if_then
        if each.next_on is not None:
            yield span.name, f"The next one was set for {wording.full_day(each.next_on)}."
