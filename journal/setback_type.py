"""Which type of setback a rep's own words tell of."""

from __future__ import annotations

import re

LONGEST_READ = 1_000
"""So many characters are read for their type; a setback says what it is at its beginning."""

_TOLD_BY = (
    (
        "customer lost",
        "customer lost|lost (a|the|our|my|as a) customer|cancelled (the|their) contract",
    ),
    ("customer lost", "churn(ed)?|(did not|didn t|won t|not) renew(ed)?|contract not renewed"),
    ("RFP missed", "rfp|rfq|tender"),
    ("not shortlisted", "(not )?shortlist(ed)?|short list"),
    ("sponsor left", "(sponsor|champion)( has| is)? (left|leaving|leaves|gone|quit)"),
    (
        "colleague left",
        "(colleague|manager|teammate|engineer)( has| is)? (left|leaving|leaves|quit)",
    ),
    ("target missed", "(missed|short of|below) (the |my |our )?(target|quota|number)"),
    ("target missed", "(target|quota) (was )?missed"),
    (
        "unwanted target",
        "(new|higher|raised|unwanted) (my |the |our )?(target|quota)|(target|quota) raised",
    ),
    ("territory change", "territor(y|ies)"),
    ("last-minute curve ball", "curve ?ball|(at the )?last minute"),
    ("new approval process", "approval|sign off|signoff|new (approval )?process|procurement"),
    ("product issue in an evaluation", "bug|outage|crash(ed)?|poc|evaluation|trial|pilot"),
    (
        "deal pushed",
        "push(ed|es)?|slipped|slips|deal (delayed|postponed)|on hold|to q[1-4]|next (quarter|year)",
    ),
    (
        "meeting cancelled",
        "cancell?ed|cancels|called off|no show|stood (me|us) up|postponed|rescheduled",
    ),
    (
        "deal lost",
        "lost|lose|losing|chose|chosen|picked|went with|signed with|incumbent|no budget|said no",
    ),
    (
        "no call-back",
        "no (call back|callback|reply|answer|response)|ghosted|silen(t|ce)|gone quiet",
    ),
    (
        "no call-back",
        "(never|didn t|did not|not|doesn t|does not) (call(ed|ing)?|reply|replied|answer(ed)?)",
    ),
)


def type_told(text: str) -> str:
    """One of the setback types, by the words that tell it; "other" when none does."""
    words = " ".join(re.findall(r"\w+", text[:LONGEST_READ].casefold()))
    return next((kind for kind, told in _TOLD_BY if re.search(rf"\b({told})\b", words)), "other")
