"""What Deals says: where each deal stands, and what the checks leave on the forecast."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal import still_open
from journal.deal import Deal, Outcome
from journal.deal_ending import Win, named
from journal.deal_line import DealLine
from journal.deal_waiting import what_waits
from journal.deals import Ended
from journal.follow_up import FollowUp
from journal.forecast_gate import REQUALIFY_AFTER, Gate
from journal.money import SYMBOLS, Money
from journal.pipeline import Pipeline
from screens import wording
from screens.wording import State

EMPTY = (
    "No deals yet.",
    "a adds one; I imports a Salesforce, HubSpot or Pipedrive export.",
)
"""What stands in a list without any deal."""

NOTHING_ENDED = {
    Outcome.OPEN: "No open deal. a adds one; the arrows ← → show those that have ended.",
    Outcome.WON: "None won yet. w on an open deal wins it.",
    Outcome.LOST: "None lost yet.",
    Outcome.NO_DECISION: "None ended without a decision.",
}
"""What stands in a list that is empty while another is not."""

TABS = {
    Outcome.OPEN: "Open deals",
    Outcome.WON: "won",
    Outcome.LOST: "lost",
    Outcome.NO_DECISION: "no decision",
}
"""What each of the four lists is called."""

NO_DEALS = f"{EMPTY[0][:-1]}: {EMPTY[1]}"
"""What a key says that acts on a deal while there is none."""

_SIGNS = {code: sign for sign, code in SYMBOLS.items() if code != "JPY"}


def unit(currency: str) -> str:
    """A currency as short as it is said: €, CHF."""
    return _SIGNS.get(currency, currency)


def tall_amount(minor: int, currency: str) -> tuple[str, str]:
    """An amount for the tall digits, and the unit that stands beside them: ("150", "k€")."""
    short = Money(minor, currency).short
    scale = short[-1] if short[-1].isalpha() else ""
    sign = unit(currency)
    space = " " if len(sign) > 1 and not scale else ""
    return short.removesuffix(scale), f"{scale}{space}{sign}"


def beside_the_number(pipeline: Pipeline) -> tuple[str, str, str]:
    """The three lines beside the tall number."""
    forecast, currency = pipeline.forecast, pipeline.currency
    head = "with all six checks"
    if not forecast.deals_open:
        return head, "no deal is open", ""
    more = Money(forecast.more(currency), currency).short
    others = other_currencies(pipeline)
    open_ = f"{more} more are open" if forecast.more(currency) else "nothing more is open"
    if others:
        open_ += f", {others}"
    pushed = ""
    if forecast.requalify:
        deals = "deal" if forecast.requalify == 1 else "deals"
        pushed = f"! {forecast.requalify:,} {deals} pushed {REQUALIFY_AFTER} times"
    if (near := pipeline.nearest) and near.gate and not near.gate.requalify:
        return head, open_, pushed or lacks(near)
    return head, open_, pushed


def other_currencies(pipeline: Pipeline) -> str:
    """What is open in other currencies, each kept apart: "and 90k USD"."""
    sums = pipeline.forecast.everything
    apart = [
        f"{Money(minor, code).short} {code}"
        for code, minor in sorted(sums.items())
        if code != pipeline.currency
    ]
    more = f" and {len(apart) - 2:,} more" if len(apart) > 2 else ""
    return f"and {', '.join(apart[:2])}{more}" if apart else ""


def lacks(line: DealLine) -> str:
    """Which checks a deal lacks: "Globex lacks one: budget"."""
    if line.gate is None:
        return ""
    name = wording.one_line(line.deal.account or line.deal.name, 30)
    missing = line.gate.open
    if len(missing) == 1:
        return f"{name} lacks one: {missing[0]}"
    return f"{name} lacks {len(missing)}, the fewest"


def state(line: DealLine) -> State:
    """How a deal stands, as a sign and two or three words."""
    match line.deal.outcome:
        case Outcome.WON:
            ask = State("◌", "won, ask why", "$warning")
            return ask if line.ask_why else State("✓", "won", "$success")
        case Outcome.LOST:
            return State("✗", "lost", "$muted")
        case Outcome.NO_DECISION:
            return State("–", "no decision", "$muted")
        case Outcome.OPEN:
            return gate_state(line.gate)


def gate_state(gate: Gate | None) -> State:
    """How an open deal stands at the gate."""
    if gate is None:
        return State("", "", "")
    if gate.requalify:
        return State("!", "re-qualify", "$warning")
    if gate.on:
        return State("●", "on", "$success")
    return State("○", f"{len(gate.open)} open", "$muted")


def amount(deal: Deal, currency: str, *, is_short: bool = False) -> str:
    """What a deal is worth, for its column; another currency is named."""
    if deal.amount is None:
        return "no amount"
    code = "" if deal.amount.currency == currency else f" {deal.amount.currency}"
    return f"{deal.amount.short if is_short else deal.amount}{code}"


def touched(line: DealLine, today: date) -> tuple[str, bool]:
    """When somebody was last in touch, and whether that is too long ago."""
    is_fresh = line.gate is None or all(
        mark.holds for mark in line.gate.marks if mark.name == "fresh"
    )
    if line.last_touch is None:
        return ("never" if is_fresh else "! never"), not is_fresh
    days = (today - line.last_touch).days
    words = "today" if days <= 0 else f"{days:,} d ago"
    return (words if is_fresh else f"! {words}"), not is_fresh


def pushed(deal: Deal) -> tuple[str, bool]:
    """How often its close date was pushed, and whether that is too often."""
    if not deal.pushes:
        return "–", False
    is_often = deal.pushes >= REQUALIFY_AFTER
    return (f"! {deal.pushes:,}" if is_often else f"{deal.pushes:,}"), is_often


def in_stage(line: DealLine) -> str:
    """Since when it stands in its stage, for its column."""
    return "–" if line.in_stage is None else f"{line.in_stage:,} d"


def more(hidden: int, outcome: Outcome) -> str:
    """What is said of deals that the list does not hold."""
    which = "smaller ones" if outcome is Outcome.OPEN else "older ones"
    return f"and {hidden:,} more, the {which}; / finds any of them by its account"


def stage_and_day(line: DealLine) -> str:
    """Where it stands and since when: "Demonstration, day 9"."""
    stage = line.deal.stage or "no stage"
    if line.in_stage is None or not line.deal.is_open:
        return stage
    return f"{stage}, day {line.in_stage:,}"


def influence_in_a_word(share: float | None) -> str:
    """How much can still be shaped, for a column: most, some, little."""
    return still_open.in_words(share).partition(" ")[0]


def moved(deal: Deal, share: float | None) -> str:
    """What is said once a deal is in another stage."""
    hint = still_open.in_words(share)
    return f"{short_name(deal)} in {deal.stage}" + (f": {hint}" if hint else "")


def which_wait(waiting: Sequence[FollowUp]) -> str:
    """The follow-ups that wait of a deal: the one by its words, several by their number."""
    if len(waiting) == 1:
        return f"“{wording.one_line(waiting[0].what, 26)}”"
    return f"the {len(waiting):,} that wait"


def ended(after: Ended, today: date) -> str:
    """What is said once a deal has ended, and what comes of it."""
    deal, name = after.deal, short_name(after.deal)
    waiting = what_waits(after)
    if deal.outcome is Outcome.WON:
        if after.celebrate:
            return f"{name} won, after it was lost once. Second place was not the end.{waiting}"
        ask = " Ask them what made them decide that way." if after.ask_why else ""
        return f"{name} won.{ask}{waiting}"
    how = "lost" if deal.outcome is Outcome.LOST else "ended without a decision"
    touches = after.touches
    if not touches or touches[0].due is None:
        return f"{name} {how}. Saved.{waiting}"
    first = wording.near_day(touches[0].due, today)
    laid = f"{len(touches)} days of its way back are laid, the first {first}"
    return f"{name} {how}. {laid}{'.' if waiting else ''}{waiting}"


def told_why(deal: Deal, said: Win) -> str:
    """What is said once it was written down why a deal ended so."""
    if said.answer.strip():
        return "Saved. That is worth more than the commission."
    if deal.outcome is Outcome.WON and not (said.buyers_reasons or said.my_reasons):
        return "Saved. It is asked again."
    return f"Saved  why {short_name(deal)} ended so"


def pushed_to(deal: Deal, today: date) -> str:
    """What is said once a close date was pushed."""
    day = wording.near_day(deal.expected_close, today) if deal.expected_close else "no day"
    count = "once" if deal.pushes == 1 else f"{deal.pushes:,} times"
    tail = f", pushed {count}" if deal.pushes else ""
    again = ": qualify it again" if deal.pushes >= REQUALIFY_AFTER else ""
    return f"{short_name(deal)} closes {day}{tail}{again}"


def short_name(deal: Deal) -> str:
    """How a message speaks of a deal."""
    return wording.one_line(named(deal), 40)
