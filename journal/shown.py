"""Text made safe to show: what was typed or imported cannot move the cursor or turn a line."""

from __future__ import annotations

_NOT_SHOWN = "\ufffd"
_TURNING = frozenset((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_BREAKS = frozenset((0x2028, 0x2029))
_HALVES = range(0xD800, 0xE000)
_UNSEEN = frozenset(
    (
        *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFEFF, 0xFFA0),
        *(*range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
        *(*range(0x2060, 0x2070), *range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC)),
        *(*range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
    )
)
"""What leaves no ink by itself: joiners, marks of direction and of variants, fillers."""


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen, so that it is no name."""
    if "!" <= text[:1] <= "~":
        return False
    return all(letter.isspace() or ord(letter) in _UNSEEN for letter in text)


class _Seen(dict[int, str]):
    """What stands for each character, worked out when it first comes: hardly any ever does."""

    def __missing__(self, code: int) -> str:
        """Remember it."""
        self[code] = seen = _seen(code)
        return seen


def _seen(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    is_hidden = 0x80 <= code < 0xA0 or code in _TURNING or code in _BREAKS or code in _HALVES
    return _NOT_SHOWN if is_hidden else chr(code)


_SEEN = _Seen()
_SEEN_BY_LINE = _Seen({0x0A: "\n"})


def shown(text: str) -> str:
    """One line for a terminal: controls become their pictures, what turns text around U+FFFD.

    So do half characters, which no terminal can be sent; joiners inside emoji stay.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_SEEN)


def shown_lines(text: str) -> str:
    """The same for a longer text: its line breaks stay, whichever system wrote them."""
    return text.replace("\r\n", "\n").translate(_SEEN_BY_LINE)
