"""Words of an evening's line: who did what, what moved, and what hit, as far as words alone tell."""

from __future__ import annotations

import re

PROGRESS = "progress"
"""The tag of what moved."""

FILLERS = frozenset(
    (
        *("i", "we", "had", "did", "made", "a", "an", "the", "my", "our", "another", "one", "sent"),
        *("wrote", "then", "also", "and", "finally", "some", "with", "to", "at", "just"),
    )
)
"""Words before a kind that say nothing of their own: "had a call", "did 4 calls"."""

MANNERS = frozenset(
    ("good", "great", "nice", "quick", "short", "long", "tough", "bad", "first", "second", "last")
)
"""Words before a kind that belong to the note: "good call with acme"."""

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"), 2
    )
} | {"twelve": 12, "dozen": 12}
"""Counts written out."""

NOT_BY_ME = frozenset(("called", "emailed", "visited", "met", "demoed", "other", "social"))
"""Kinds that, behind a name, tell what the other did or no kind at all: "dana called back"."""

SPOKE = re.compile(
    r"(?:i |we )?(?:spoke|talked|phoned|rang|had a word)(?: (?:to|with))?\s+(?=\S)", re.IGNORECASE
)
"""How a call is told without the word."""

JOINS = frozenset(("and", "then"))
"""Words that join two clauses, or two names."""

BEGINS_A_PLAN = frozenset(
    (
        *("send", "meet", "write", "ask", "follow", "check", "get", "back", "book", "go", "bring"),
        *(
            "prepare",
            "present",
            "decide",
            "review",
            "agree",
            "they",
            "he",
            "she",
            "we",
            "i",
            "next",
        ),
        *("will", "to", "contract", "offer", "quote", "numbers", "try", "chase", "ring", "phone"),
    )
)
"""Words after "and" with which something to come begins."""

NOT_WHAT = re.compile(
    r"^(?:(?:then|and|to|so|we agreed on|we agreed|agreed on|agreed to|agreed|next steps?:?|next:"
    r"|follow[- ]up:?|todo:?)\s+)+",
    re.IGNORECASE,
)
"""Words in front of what was agreed that are no part of it."""

_PAST = (
    "lost|went|was|were|had|sent|met|spoke|got|said|told|came|left|made|gave|took|won|chose|wrote"
    "|heard|saw|found|held|did|has|is|talked|asked|called|emailed|cancell?ed|pushed|postponed|moved"
)
IS_PAST = re.compile(rf"^(?:\S+\s+){{0,4}}?(?:{_PAST})\b", re.IGNORECASE)
"""Words near the beginning of a clause by which it tells what happened, and plans nothing."""

MOVED = re.compile(
    r"\bwent (?:really |very |quite )?(?:well|great|smoothly)|\b(?:agreed|signed|booked|qualified)\b"
    r"|\bsaid yes|\bverbal\b|\bmoved (?:on|forward|ahead)|\b(?:interested|keen|loved|progress)\b"
    r"|\b(?:chose|picked|signed with|went with) us\b|\bshort-?listed us|\bbreakthrough\b"
    r"|\bnamed (?:the|their) (?:pain|problem|budget)|^won\b|\bwe won\b|\bgood news\b",
    re.IGNORECASE,
)
"""What a rep writes of something that moved."""

NOT_MOVED = re.compile(
    r"\b(?:not|no|never|n['’]t|nobody|less|hardly|without|cancell?ed)\b(?:\s+\S+){0,3}?\s+(?:well|great"
    r"|agreed|signed|booked|qualified|yes|interested|keen|progress|moved|moving|us)\b",
    re.IGNORECASE,
)
"""The same words turned round."""

HIT = re.compile(
    r"\b(?:lost|lose|losing|cancell?ed|cancels|called off|no[- ]show|stood (?:me|us) up|postponed|pushed"
    r"|slipped|ghosted|gone quiet|went quiet|churn(?:ed)?|no call[- ]?back|on hold|no budget"
    r"|turned (?:me|us) down|not shortlisted|missed (?:the|my|our) \w+|curve ?ball|outage|crashed"
    r"|(?:chose|picked|went with|signed with) (?!us\b)\w+|said no|fell through|backed out)\b"
    r"|\b(?:never|didn['’]?t|did not) (?:call(?:ed)?|repl(?:y|ied)|answer(?:ed)?|show|renew)\b"
    r"|\b(?:sponsor|champion|colleague)\b.* (?:left|leaving|leaves|quit)\b",
    re.IGNORECASE,
)
"""What a rep writes of something that hit; milder words alone make a note."""

LOST_TO = re.compile(
    r"^(?:we |i )?(?:lost|lose)\s+(?:the |our )?(?P<who>\S+(?:\s+\S+){0,4}?)"
    r"(?:\s+(?:deal|account|rfp|tender))?\s+to\s+\S",
    re.IGNORECASE,
)
"""Who was lost, and that it was to somebody: "lost acme to initech"."""

WINNER = r"\b(?:lost to|chose|chosen|picked|went with|signed with)\s+{name}\b"
"""A name that stands here is the competitor's, not the account's."""

BULLET = re.compile(r"^(?:[-*•·–—]|\d{1,2}[.)])\s+(?=\S)")
"""What a list pasted into the box puts before its lines."""

CLOCK_FIRST = re.compile(r"^(?:at )?(\d{1,2}[:.]\d\d)[,:]?\s+(?=\S)", re.IGNORECASE)
"""A time in front of what happened then."""
