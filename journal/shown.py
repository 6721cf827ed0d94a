"""Text made safe to show: what was typed or imported cannot move the cursor or turn a line."""

from __future__ import annotations

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_BREAKS = (0x2028, 0x2029)

_SEEN: dict[int, int] = {code: 0x2400 + code for code in range(0x20)}
_SEEN[0x7F] = 0x2421
_SEEN.update(dict.fromkeys((*range(0x80, 0xA0), *_BIDI, *_BREAKS, *range(0xD800, 0xE000)), 0xFFFD))

_SEEN_BY_LINE = {code: seen for code, seen in _SEEN.items() if code != 0x0A}


def shown(text: str) -> str:
    """One line for a terminal: controls become their pictures, what turns text around U+FFFD.

    So do half characters, which no terminal can be sent; joiners inside emoji stay.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_SEEN)


def shown_lines(text: str) -> str:
    """The same for a longer text: its line breaks stay, whichever system wrote them."""
    return text.replace("\r\n", "\n").translate(_SEEN_BY_LINE)
