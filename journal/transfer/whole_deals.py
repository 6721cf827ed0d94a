"""The parts of the whole journal's JSON that tell of deals."""

from __future__ import annotations

from journal.deal import Outcome
from journal.deal_check import CheckName
from journal.deal_story import Whose
from journal.request import Ask, RequestState
from journal.transfer.whole_fields import (
    day,
    maybe_texts,
    moment,
    money,
    number,
    of,
    text,
    texts,
    whole,
    yes_no,
)
from journal.transfer.whole_part import DEAL, ID, KNOWN, REV, Part

DEALS = (
    Part(
        "deals",
        "deal",
        (
            *KNOWN,
            of("account", "accounts", null=True),
            text("name"),
            money("amount"),
            *maybe_texts("currency", "stage"),
            text("outcome", *Outcome),
            day("opened", null=True),
            day("stage1_on", null=True),
            day("qualified_on", null=True),
            day("expected_close", null=True),
            day("closed", null=True),
            whole("pushes", 0),
            *maybe_texts("category", "next_step"),
        ),
    ),
    Part(
        "deal_events",
        "step of a deal",
        (
            ID,
            DEAL,
            day("day"),
            *moment(),
            text("what", "stage", "push", "outcome", "reopen"),
            *maybe_texts("before", "after"),
        ),
    ),
    Part(
        "deal_stories",
        "story of a deal",
        (
            DEAL,
            REV,
            *texts("changed", "pain", "need", "give", "get", "stretches", "helper", "they_do"),
            *texts("winner", "more_categories", "missing", "could_have_known"),
            yes_no("many_purchases", null=True),
            yes_no("long_use", null=True),
            *texts("factors_evidence", "why_not_asked"),
        ),
    ),
    Part(
        "deal_checks",
        "check of a deal",
        (
            ID,
            DEAL,
            text("name", *(name for name in CheckName if name is not CheckName.FRESH)),
            yes_no("holds"),
            text("evidence"),
            day("day"),
        ),
    ),
    Part(
        "deal_answers",
        "answer about a deal",
        (ID, DEAL, *texts("question", "text"), text("whose", *Whose), text("asked_by"), day("day")),
    ),
    Part(
        "deal_reasons",
        "reason of a deal",
        (ID, DEAL, text("tag"), text("whose", *Whose), yes_no("taught", null=True)),
    ),
    Part(
        "requests",
        "request",
        (ID, DEAL, text("ask", *Ask), text("state", *RequestState), day("day"), text("note")),
    ),
    Part(
        "forecasts",
        "forecast",
        (ID, DEAL, day("monday"), number("chance", 0, 1, null=False), day("close", null=True)),
    ),
)
"""Deals and all that belongs to them."""
