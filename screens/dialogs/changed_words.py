"""What each field of the rep's things is called where two versions of one stand beside each other."""

from __future__ import annotations

UNSEEN = frozenset({"id", "uid", "rev", "logged", "logged_day", "terms"})
"""What a rep never typed."""

_EVERYWHERE = {
    "account": "Account",
    "deal": "Deal",
    "setback": "Setback",
    "day": "Day",
    "text": "Note",
    "why": "Why it matters",
    "learned": "I learned",
    "name": "Name",
    "if_then": "If that, then",
}
"""The words of most forms; a form that says otherwise stands below with its own."""

_ENTRY = {"account": "With", "tags": "Tags", "time": "Time"}

_THOUGHTS = {
    "belief": "I first believed",
    "permanent": "Permanent",
    "pervasive": "Pervasive",
    "personal": "Personal",
    "mine": "Mine, %",
    "theirs": "Theirs, %",
    "circumstance": "Circumstance, %",
    "in_control": "In my control",
    "evidence_against": "Speaks against it",
    "other_view": "Another explanation",
}

_BY_THING = {
    "Entry": _ENTRY,
    "Note": _ENTRY,
    "Activity": {
        **_ENTRY,
        "kind": "What",
        "count": "How often",
        "outcome": "Led to",
        "minutes": "Minutes",
    },
    "Setback": {
        **_ENTRY,
        "text": "What happened",
        "type": "What hit you",
        "sting": "Sting, 0 to 10",
    },
    "Goal": {
        "form": "Kind of goal",
        "title": "What will be true",
        "measure": "What it counts",
        "start": "Counts from",
        "baseline": "Starts from",
        "at_most": "Good is at most",
        "currency": "Currency",
        "parent": "Part of",
        "evidence": "What says I can",
        "serves": "What it serves",
        "finished": "Finished",
    },
    "Deal": {
        "name": "Deal",
        "amount": "Amount",
        "stage": "Stage",
        "outcome": "Won or lost",
        "opened": "Opened",
        "stage1_on": "Stage 1 on",
        "qualified_on": "Qualified on",
        "expected_close": "Closes",
        "closed": "Ended on",
        "pushes": "Times pushed",
        "category": "Why",
        "next_step": "Next step",
    },
    "ContractEnd": {"day": "Their contract ends"},
    "Contact": {"role": "Role", "advocate": "Advocate"},
    "DayPage": {
        "intentions": "Today I will",
        "obstacle": "In the way",
        "good_thing": "One good thing",
        "my_part": "My part in it",
        "first_tomorrow": "Tomorrow's first step",
        "overstated": "Overstated",
        "thanks": "Thanks to",
        "offence": "My own moves",
        "done_at": "Done for today",
    },
    "Meeting": {
        "activity": "Meeting",
        "talk_share": "I talked",
        "questions": "Questions I asked",
        "silent": "Who stayed silent",
        "they_learned": "They learned",
    },
    "DealStory": {
        "changed": "What changed",
        "pain": "What hurts",
        "need": "What they need",
        "they_do": "They do next",
        "helper": "Helper, and my ask",
        "give": "We give",
        "get": "We get",
        "stretches": "Stretched, raised",
        "winner": "Their name",
        "more_categories": "And also",
        "missing": "Missing",
        "could_have_known": "Could have known",
        "many_purchases": "Bought such often",
        "long_use": "Long with one rival",
        "factors_evidence": "That rests on",
        "why_not_asked": "Or why not yet",
    },
    "CallBlock": {
        "planned": "Starts at",
        "minutes": "Minutes",
        "dread": "Dread",
        "feared": "Feared",
        "started": "Started at",
        "calls": "Calls",
        "harsh_nos": "Harsh nos",
    },
    "TheChance": {"chance": "Ever won", "close": "Closes"},
    "TheChecks": {
        "budget": "Budget",
        "champion": "Champion",
        "visibility": "Visibility",
        "threat": "Threat",
        "assumption": "Assumption",
    },
    "WhyEnded": {
        "theirs": "Theirs, a word each",
        "mine": "Mine, a word each",
        "why_not": "Or why not yet",
    },
    "TheFour": {
        "evaluation": "Evaluation documents",
        "criteria": "Decision criteria",
        "access": "Access",
        "phones": "Phones",
    },
    "Thoughts": _THOUGHTS,
    "WorkedThrough": {
        **_THOUGHTS,
        "step": "Next small action",
        "due": "On",
        "state": "Done or skipped",
    },
    "Check": {
        "learned": "It taught me",
        "after": "Days after it",
        "sting": "Sting now",
        "differently": "I do differently",
        "stronger": "I came out stronger",
    },
    "FollowUp": {
        "due": "On",
        "what": "What",
        "account": "Follow up",
        "kind": "Kind",
        "reason": "Because",
        "state": "Done or skipped",
        "settled": "Settled on",
        "why": "Why it was skipped",
    },
}


def word(thing: str, field: str) -> str | None:
    """What a field of a kind of thing is called in the form it came from; None where there is no word."""
    return _BY_THING.get(thing, {}).get(field) or _EVERYWHERE.get(field)
