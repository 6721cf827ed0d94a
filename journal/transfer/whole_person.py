"""The parts of the whole journal's JSON that tell of the rep's customers, days and aims."""

from __future__ import annotations

from journal.day_page import IntentionState
from journal.follow_up import FollowUpState
from journal.goal import Form
from journal.plan import Level
from journal.review import Period
from journal.transfer.whole_fields import (
    at_time,
    clock,
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
from journal.transfer.whole_part import ID, KNOWN, REV, Part

FIRST = (
    Part("accounts", "account", (ID, text("name"), day("contract_end", null=True))),
    Part(
        "account_names",
        "other name of an account",
        (ID, text("name"), of("account", "accounts")),
    ),
    Part(
        "contacts",
        "contact",
        (ID, REV, of("account", "accounts"), *texts("name", "role"), yes_no("advocate")),
    ),
    Part("settings", "setting", (ID, text("key"), day("from_day"), text("value"))),
    Part(
        "days_off",
        "day off",
        (ID, day("first"), day("last"), text("why", null=True), day("given_on", null=True)),
    ),
    Part("purposes", "purpose", (ID, day("from_day"), text("text"))),
)
"""Customers, settings and days: what the other parts rest on."""

AIMS = (
    Part(
        "call_blocks",
        "call block",
        (
            *KNOWN,
            day("day"),
            at_time("planned"),
            whole("minutes", null=True),
            whole("dread", 0, 10, null=True),
            number("feared", 0, 1),
            clock("started"),
            whole("calls", 0, null=True),
            whole("harsh_nos", 0, null=True),
        ),
    ),
    Part(
        "goals",
        "goal",
        (
            *KNOWN,
            of("parent", "goals", null=True),
            text("form", *Form),
            *texts("title", "measure"),
            day("start"),
            whole("baseline"),
            yes_no("at_most"),
            text("currency"),
            *maybe_texts("why", "evidence", "serves"),
            day("finished", null=True),
        ),
    ),
    Part(
        "goal_terms",
        "term of a goal",
        (
            ID,
            of("goal", "goals"),
            whole("target", null=True),
            day("due", null=True),
            day("decided"),
            day("effective"),
            text("why", null=True),
        ),
    ),
    Part("check_ins", "check-in", (ID, of("goal", "goals"), day("day"), whole("value"))),
    Part(
        "plans",
        "plan",
        (
            ID,
            of("goal", "goals"),
            money("target"),
            text("currency"),
            day("start"),
            day("by"),
            money("deal_size"),
            *moment(null=True),
            day("saved_day", null=True),
            money("booked"),
            money("open_expected"),
            money("average"),
        ),
    ),
    Part(
        "plan_rates",
        "rate of a plan",
        (
            ID,
            of("plan", "plans"),
            text("level", *Level),
            number("rate"),
            whole("lag", null=True),
            number("daily"),
            number("used"),
            whole("used_lag", null=True),
        ),
    ),
    Part(
        "follow_ups",
        "follow-up",
        (
            *KNOWN,
            day("due", null=True),
            text("what"),
            of("account", "accounts", null=True),
            of("deal", "deals", null=True),
            of("setback", "entries", null=True),
            text("kind"),
            text("reason", null=True),
            text("state", *FollowUpState),
            day("settled", null=True),
            text("why"),
        ),
    ),
    Part(
        "day_pages",
        "day page",
        (
            ID,
            day("day"),
            REV,
            *texts("obstacle", "if_then", "good_thing", "my_part"),
            *texts("first_tomorrow", "overstated", "thanks"),
            whole("offence", 0, 100, null=True),
            *moment("done_", null=True),
        ),
    ),
    Part(
        "intentions",
        "intention",
        (
            ID,
            day("day"),
            whole("slot", 1),
            text("text"),
            text("state", *IntentionState),
            day("carried_from", null=True),
        ),
    ),
    Part(
        "reviews",
        "review",
        (
            ID,
            REV,
            text("period", *Period),
            *(day("first"), day("last")),
            *texts("lever", "if_then", "sentence"),
            of("plan", "plans", null=True),
            day("next_on", null=True),
            *moment(),
        ),
    ),
)
"""What the rep aims at and plans, day by day."""
