"""What Review says of deals that ended: what decides them, how well they were foreseen, what opens doors."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from journal.calibration import FEWEST as FEWEST_CLOSED
from journal.calibration import MOST_PUSHES, Calibration, PushRisk
from journal.meetings import MonthOfMeetings
from journal.percent import rounded
from journal.reasons import FEWEST, Decider, TalkingPoint, WhatDecides
from journal.resilience import FEWEST as FEWEST_SETBACKS
from journal.resilience import Resilience
from journal.reviewing.span import Span
from journal.tactics import Tactic
from journal.taught import HowEnded, Taught
from screens import wording
from screens.widgets.ink import cut

NOT_YET = "not yet: "
"""How what cannot be told yet begins; what it takes follows."""

NOTHING_YET = (
    "How fast you are back after a setback, what decides your deals and how well you foresee them "
    "stand here."
)
READING = "One moment: your deals are being read, then this opens."
NO_CLEAR = "no clear difference"
NO_REASONS = "Give a deal that ends its reasons, yours and the buyer's: they are compared here."
NO_POINTS = "None of the reasons goes with winning yet."
NO_MEETINGS = (
    "Write down how much you talked and what you asked in a meeting: the trend stands here."
)
NO_RISKS = "How many deals end without a decision stands here once one has ended, pushed or not."
NO_TACTICS = (
    "Tag your outreach (#lunch, #referral): how often each leads to a first meeting stands here."
)


def heading(words: str, taught: Taught | None) -> str:
    """The words of the rule, and that the reasons are a hint only where they rest on few deals."""
    if taught is None or not taught.is_exploratory:
        return words
    return f"{words} · exploratory, n {taught.n:,}"


def hit(setbacks: int, found: Resilience | None) -> str:
    """How many setbacks came, and how fast the rep is back after one."""
    count = f"{setbacks:,}" if setbacks else "–"
    if found is None:
        return count
    back = found.bounce_back
    if back.median_days is not None:
        said = f"back after {wording.days(back.median_days)} (median, n {back.n:,})"
    elif back.n < FEWEST_SETBACKS:
        said = f"back after: not yet, {back.n:,} of {FEWEST_SETBACKS}"
    else:
        said = (back.why_not or "").removesuffix(".").lower()
    return f"{count}  {said}"


def decider(taught: Taught, one: Decider | None, room: int = 80) -> str:
    """A reason with its counts, which are never cut: the words before them give way."""
    decides = taught.decides
    if decides.wins < FEWEST or decides.losses < FEWEST:
        if not taught.n:
            return f"{NOT_YET}from {FEWEST} wins and {FEWEST} losses on"
        return f"{NOT_YET}{decides.wins:,} of {FEWEST} wins, {decides.losses:,} of {FEWEST} losses"
    if one is not None and one.is_clear:
        return _fit(one, decides, room)
    unclear = f"{NO_CLEAR} (n {taught.n:,})"
    if one is None or room < len(NO_CLEAR) + 60:
        return unclear
    return f"{NO_CLEAR}; {_fit(one, decides, room - len(NO_CLEAR) - 2)}"


def slip_and_brier(found: Calibration, room: int = 80) -> str:
    """How far off the rep's dates are, and the score of their chances beside that of always saying one."""
    if not found.is_shown or found.brier is None or found.usual is None:
        if not found.n:
            return f"{NOT_YET}from {FEWEST_CLOSED} closed deals on"
        return f"{NOT_YET}{found.n:,} of {FEWEST_CLOSED} closed deals"
    slip = slipped(found)
    for words in (
        f"{slip}  Brier {found.brier:.2f}, always your win rate {found.usual:.2f} (n {found.n:,})",
        f"{slip}  Brier {found.brier:.2f}, always your win rate {found.usual:.2f}",
        f"{slip}  Brier {found.brier:.2f}, by win rate {found.usual:.2f}",
    ):
        if len(words) <= room:
            return words
    return f"{slip}  Brier {found.brier:.2f} to {found.usual:.2f}"


def slipped(found: Calibration) -> str:
    """How much later than said won deals close: 11 days, 3 days early."""
    if found.slip_days is None:
        return "–"
    days = round(found.slip_days)
    return f"{wording.days(-days)} early" if days < 0 else wording.days(days)


def differ(decides: WhatDecides, room: int = 80) -> str:
    """How often the rep's reason and the buyer's are not the same."""
    if not decides.both:
        words = f"{NOT_YET}no deal with yours and the buyer's"
        return words if len(words) <= room else f"{NOT_YET}no deal with both"
    words = f"yours and the buyer's in {decides.differ:,} of {decides.both:,} deals"
    return words if len(words) <= room else f"in {decides.differ:,} of {decides.both:,} deals"


def differing(decides: WhatDecides) -> str:
    """The same in a sentence."""
    if not decides.both:
        return "No deal has both your reason and the buyer's yet."
    return f"Your reason and the buyer's differ in {decides.differ:,} of {decides.both:,} deals."


def point(one: TalkingPoint, decides: WhatDecides) -> str:
    """Where a talking point was named, and how often it was said."""
    said = (
        "not said yet"
        if not one.used
        else f"said {one.used:,} {'time' if one.used == 1 else 'times'}"
    )
    return f"{one.wins:,} of {decides.wins:,} wins, {one.losses:,} of {decides.losses:,} losses; {said}"


def ended(taught: Taught, span: Span) -> str:
    """How the deals that ended in these days did."""
    if span.last < taught.since:
        return "–"
    return endings(taught.ended(span.first, span.last)) or "none in these days"


def endings(found: HowEnded) -> str:
    """3 won, 1 lost, 2 no decision; empty where none ended."""
    counts = ((found.won, "won"), (found.lost, "lost"), (found.no_decision, "no decision"))
    return ", ".join(f"{count:,} {words}" for count, words in counts if count)


def clear(one: Decider) -> str:
    """Whether a reason goes with winning or with losing, and how clearly."""
    if one.contrast is None:
        return ""
    if not one.is_clear:
        return NO_CLEAR
    return f"{'wins' if one.contrast.z > 0 else 'loses'}, z {one.contrast.z:.1f}"


def seen(one: Decider) -> str:
    """Who saw it first: we taught it, or the buyer discovered it."""
    counts = ((one.taught, "taught"), (one.discovered, "discovered"))
    return ", ".join(f"{count:,} {words}" for count, words in counts if count)


def calibrated(found: Calibration) -> Iterator[str]:
    """What the rep's Monday chances and dates came to, sentence by sentence."""
    if not found.is_shown or found.brier is None or found.usual is None:
        yield found.why_not or ""
        return
    better = "better" if found.brier < found.usual else "no better"
    yield (
        f"Brier {found.brier:.3f} over {found.n:,} closed deals (0 is perfect), {better} than always "
        f"saying your win rate: {found.usual:.3f}."
    )
    yield (
        f"Your chances came to {found.expected:.1f} deals won; {found.won:,} were."
        + ("" if not found.haircut else f" {_haircut(found.haircut)}")
    )
    if found.slip_days is not None:
        when = slipped(found)
        said = when if when.endswith("early") else f"{when} late"
        yield f"Won deals close {said} on your own dates (n {found.slip_n:,})."


def pushed(risk: PushRisk) -> str:
    """How often a deal was pushed."""
    if risk.pushes == MOST_PUSHES:
        return f"pushed {MOST_PUSHES} times or more"
    return ("never pushed", "pushed once", "pushed twice")[risk.pushes]


def undecided(risk: PushRisk) -> str:
    """How many of them ended without a decision."""
    share = "–" if risk.risk is None else rounded(risk.risk)
    return f"{share:>5}  {risk.no_decision:,} of {risk.n:,}"


def met(tactic: Tactic) -> str:
    """How many of the accounts touched so were met."""
    share = "–" if tactic.rate is None else rounded(tactic.rate)
    accounts = "account" if tactic.n == 1 else "accounts"
    return f"{share:>5}  {tactic.met:,} of {tactic.n:,} {accounts}"


def meetings(month: MonthOfMeetings) -> str:
    """How many meetings of a month have notes, and how many questions were asked."""
    asked = "" if month.questions is None else f", {month.questions:.0f} questions asked"
    return f"n {month.meetings:,}{asked}"


def _haircut(share: float) -> str:
    if share > 0:
        return f"Take {rounded(share)} off them."
    return f"They may be {rounded(-share)} higher."


def _fit(one: Decider, decides: WhatDecides, room: int) -> str:
    long = f"{one.wins:,} of {decides.wins:,} wins, {one.losses:,} of {decides.losses:,} losses"
    short = f"{one.wins:,}/{decides.wins:,} wins, {one.losses:,}/{decides.losses:,} losses"
    lead = cut(one.tag, 200)
    for counts in (long, short):
        if cell_len(lead) + 2 + len(counts) <= room:
            return f"{lead}  {counts}"
    return f"{cut(lead, room - 2 - len(short))}  {short}"
