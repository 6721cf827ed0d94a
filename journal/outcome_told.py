"""Which outcome a rep's own words tell of, and "left vm" written out."""

from __future__ import annotations

import re

from journal.activity import OUTCOMES

_VOICEMAIL = re.compile(
    r"\b(left\s+(?:an?\s+)?)vm\b|^(?:(l)vm\b|vm(?=\W|$)(?! [^\W\d_]))", re.IGNORECASE
)
_WORDS = (
    r"(?:left (?:an? )?)?voicemail|reached|replied|booked|held|qualified"
    r"|no[ -]answer|no[ -]show|said[ -]no"
)
_FIRST = re.compile(rf"(?:{_WORDS})\b", re.IGNORECASE)
_LAST = re.compile(
    rf"(?<!\bnot )(?<!\bnever )(?<!\bbe )\b(?:{_WORDS})[.!, ]*$",
    re.IGNORECASE,
)


def spelled_out(text: str) -> str:
    """The rep's words with "left vm" as "left voicemail"."""
    return _VOICEMAIL.sub(_in_full, text)


def outcome_told(text: str) -> str | None:
    """The outcome that a note begins or ends with; None when it tells none."""
    found = _FIRST.match(text) or _LAST.search(text)
    if found is None:
        return None
    said = found[0].casefold().strip(" .,!").replace(" ", "-")
    return next((outcome for outcome in OUTCOMES if said.endswith(outcome)), None)


def begins_with_outcome(text: str) -> bool:
    """Whether a note tells its outcome first, as in "no answer, again"."""
    return _FIRST.match(spelled_out(text)) is not None


def _in_full(found: re.Match[str]) -> str:
    before = "left" if found[2] else " ".join((found[1] or "").split())
    return f"{before} voicemail" if before else "voicemail"
