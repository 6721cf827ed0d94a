"""The parts of the whole journal's JSON that tell what the rep did, and what hit them."""

from __future__ import annotations

from journal.setback import TYPES
from journal.transfer.whole_fields import clock, day, moment, of, text, texts, whole, yes_no
from journal.transfer.whole_part import ID, KNOWN, REV, Part

ENTRIES = (
    Part(
        "entries",
        "entry",
        (
            *KNOWN,
            text("form", "activity", "note", "setback"),
            day("day"),
            clock("time"),
            *moment(),
            day("logged_day"),
            *texts("source", "kind"),
            whole("count", 1),
            whole("minutes", null=True),
            of("account", "accounts", null=True),
            of("deal", "deals", null=True),
            text("outcome", null=True),
            text("text"),
        ),
    ),
    Part("tags", "tag", (ID, of("entry", "entries"), text("word"))),
    Part(
        "setbacks",
        "setback",
        (of("entry", "entries"), text("type", *TYPES), whole("sting", 0, 10, null=True)),
    ),
    Part(
        "setback_thoughts",
        "thought on a setback",
        (
            of("setback", "entries"),
            REV,
            text("belief"),
            *(whole(name, 0, 10, null=True) for name in ("permanent", "pervasive", "personal")),
            *(whole(name, 0, 100, null=True) for name in ("mine", "theirs", "circumstance")),
            *texts("in_control", "evidence_against", "other_view", "if_then"),
        ),
    ),
    Part(
        "setback_checks",
        "check of a setback",
        (
            ID,
            of("setback", "entries"),
            whole("after", 1),
            day("day"),
            whole("sting", 0, 10, null=True),
            *texts("learned", "differently"),
            yes_no("stronger", null=True),
        ),
    ),
    Part(
        "meetings",
        "note on a meeting",
        (
            of("activity", "entries"),
            REV,
            whole("talk_share", 0, 100, null=True),
            whole("questions", 0, null=True),
            *texts("silent", "learned", "they_learned"),
        ),
    ),
)
"""Entries and all that belongs to them."""
