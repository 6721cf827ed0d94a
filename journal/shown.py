"""Text made safe to show: what was typed or imported cannot move the cursor or turn a line."""

from __future__ import annotations

_NOT_SHOWN = "\ufffd"
_TURNING = frozenset((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_BREAKS = frozenset((0x2028, 0x2029))
_HALVES = range(0xD800, 0xE000)


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
