"""How a deal ended, as exports say it: a status, flags, the stage's name, a reason for the loss."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from journal.deal import Outcome
from journal.stage import Stages
from journal.transfer.faults import BadRow
from journal.transfer.row import Row

_WORDS = {
    "won": Outcome.WON,
    "closed won": Outcome.WON,
    "closedwon": Outcome.WON,
    "won closed": Outcome.WON,
    "deal won": Outcome.WON,
    "win": Outcome.WON,
    "lost": Outcome.LOST,
    "closed lost": Outcome.LOST,
    "closedlost": Outcome.LOST,
    "lost closed": Outcome.LOST,
    "deal lost": Outcome.LOST,
    "loss": Outcome.LOST,
    "gewonnen": Outcome.WON,
    "gagné": Outcome.WON,
    "ganado": Outcome.WON,
    "vinto": Outcome.WON,
    "verloren": Outcome.LOST,
    "perdu": Outcome.LOST,
    "perdido": Outcome.LOST,
    "perso": Outcome.LOST,
    "no decision": Outcome.NO_DECISION,
    "closed no decision": Outcome.NO_DECISION,
    "no decision closed": Outcome.NO_DECISION,
    "open": Outcome.OPEN,
    "in progress": Outcome.OPEN,
    "active": Outcome.OPEN,
}
_CLOSED = frozenset({"closed", "done", "ended"})
_STAGE_ALIASES = {
    "proposalquote": "Proposal",
    "proposalpricequote": "Proposal",
    "quote": "Proposal",
    "negotiationreview": "Negotiation",
    "demo": "Demonstration",
    "appointmentscheduled": "Initial meeting",
    "qualifiedtobuy": "Qualification",
    "presentationscheduled": "Demonstration",
    "decisionmakerboughtin": "Proposal",
    "contractsent": "Negotiation",
    "leadin": "Reaching out",
    "contactmade": "Reaching out",
    "demoscheduled": "Demonstration",
    "proposalmade": "Proposal",
    "negotiationsstarted": "Negotiation",
}
"""Stages that other programs ship with, by name or id, and which of our default ones is the same step."""

_PIPELINE = re.compile(r"(.*\S)\s*\([^()]*\)", re.DOTALL)


@lru_cache(maxsize=256)
def outcome_in(text: str) -> Outcome | None:
    """The outcome that the word of a status or a stage names ("Closed Won", "3. Won", "Gewonnen");
    None when it names none.
    """
    found = _WORDS.get(_folded(text))
    return found if found is not None else _WORDS.get(_folded(without_pipeline(text)))


@lru_cache(maxsize=256)
def without_pipeline(text: str) -> str:
    """A stage's name without the pipeline that HubSpot and Pipedrive put in brackets after it."""
    found = _PIPELINE.fullmatch(text)
    return found[1] if found else text


def outcome_of(row: Row, last: str = "") -> Outcome:
    """How a row's deal stands: status before flags, then the stage's name, then a loss's reason or
    time. A day alone never tells.

    ``last`` is the last stage it is known to have come to, for a row that names none.
    Raises BadRow when it is closed and nothing says how.
    """
    status, stage = row.text("status"), outcome_in(row.text("stage") or last)
    if (said := outcome_in(status)) is not None:
        return said
    won, lost, closed = row.flag("won"), row.flag("lost"), row.flag("closed")
    if won:
        return Outcome.WON
    if lost or (closed and row.has("won")):
        return Outcome.NO_DECISION if stage is Outcome.NO_DECISION else Outcome.LOST
    if closed is False:
        return Outcome.OPEN
    if stage is not None:
        return stage
    if closed or _folded(status) in _CLOSED or _folded(row.text("stage")) in _CLOSED:
        if row.text("lost_reason") or row.text("lost_on"):
            return Outcome.LOST
        raise BadRow(
            "It is closed, but nothing says whether it was won or lost: write Won or Lost as its status."
        )
    flagged = row.has("closed") or won is False
    ended_badly = row.text("lost_reason") or row.text("lost_on")
    return Outcome.LOST if ended_badly and not flagged else Outcome.OPEN


def stage_alias(text: str, stages: Stages) -> str | None:
    """The rep's own stage that a program's default stage means; None when it means none of them."""
    ours = _STAGE_ALIASES.get(_folded(text).replace(" ", ""))
    return ours if ours is not None and stages.position(ours) is not None else None


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    """The words of a stage in small letters, without the number or percentage around them."""
    return " ".join(re.findall(r"[^\W\d_]+", normalize("NFC", text).casefold()))
