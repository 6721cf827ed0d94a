"""Notes as a rep wrote them, out of the HTML that HubSpot and Pipedrive keep them in."""

from __future__ import annotations

import re

_HTML = re.compile(r"<(?:p|div|br|span|ul|ol|li|b|i|u|a|em|strong)\b[^<>]*>", re.IGNORECASE)
_LINE_ENDS = re.compile(r"<br[ /]*>|</(?:p|div|li|ul|ol)>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def plain_notes(notes: str) -> str:
    """The words of notes, a line for each of their lines; as they are when they are no HTML."""
    if "<" not in notes or _HTML.search(notes) is None:
        return notes
    from html import unescape

    lines = unescape(_TAG.sub("", _LINE_ENDS.sub("\n", notes))).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
