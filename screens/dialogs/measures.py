"""What a goal or a milestone can count, as a dialog offers it."""

from __future__ import annotations

from journal.activity import KINDS
from journal.journal import Journal
from journal.measure import AMOUNT, NUMBER, OUTCOME_MEASURES, REACH

_NAMES = {
    AMOUNT: "amount booked",
    NUMBER: "a number I check in by hand",
    "deals-won": "deals won",
    "first-meetings": "first meetings",
    "stage1": "stage-1 opportunities",
    "qualified": "qualified opportunities",
    REACH: "reach-outs (calls, emails, social)",
}


def measures_offered(journal: Journal, current: str) -> list[tuple[str, str]]:
    """Every measure with its words, the rep's own kinds and the one that stands there among them."""
    kinds = (REACH, *KINDS, *journal.settings.kinds, *OUTCOME_MEASURES, NUMBER)
    return [(name, _NAMES.get(name, name)) for name in dict.fromkeys((*kinds, current))]
