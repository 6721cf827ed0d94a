"""The amounts of one column: what stands before its cents is decided by the column as a whole."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_AMOUNT = re.compile(
    r"[^\d.,]{0,8}(?P<number>\d(?:[\d., '\u00a0\u202f]*\d)?)(?P<unit>[kKmMbB](?![A-Za-z]))?\D{0,8}"
)
_WHOLE = re.compile(r"\d+|\d{1,3}(?:[., '\u00a0\u202f]\d{3})+")
_GROUPS = re.compile(r"\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+)")
_OTHER = {".": ",", ",": "."}
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
_LONGEST = 15
"""Digits before the cents, of an amount that is not too large for one at sight."""


class OpenSign(ValueError):
    """An amount like 12.500, in a column that does not tell whether it is in the tens of thousands."""


class AmountColumn:
    """One column of amounts: first shown all of its cells, then read.

    Whether 845.375 is in the hundreds or in the hundred thousands one cell does not tell. The column
    does: one 1290.12, 0.375 or 1,234.50 settles all. A 99.5 settles nothing, for it may stand beside a
    12.500 that was typed: such cells are open. Where no cell shows cents, three figures are thousands.
    """

    __slots__ = ("_is_sure", "_last", "_signs")

    def __init__(self) -> None:
        """Begin with no cell seen."""
        self._last = ""
        self._signs = ""
        self._is_sure = False

    def see(self, text: str) -> None:
        """Learn from one cell, whatever it holds."""
        # Nearly every cell ends in two decimals, like the ones before it, or has none.
        if text[-3:-2] == self._last or text.isdecimal():
            return
        if (found := _AMOUNT.fullmatch(text.strip())) and (sign := _sign_in(found["number"])):
            if _settles(found["number"]):
                self._is_sure, self._last = True, sign
            if sign not in self._signs:
                self._signs += sign

    def rounded(self, text: str, places: int) -> str:
        """An amount that has three decimals or more with so many; any other text as it is.

        Raises OpenSign where its column does not tell which it is.
        """
        if (found := _AMOUNT.fullmatch(text)) is None:
            return text
        number = found["number"]
        if (sign := _sign_in(number)) is None:
            if len(self._signs) > 1 or (self._signs == number[-4] and not self._is_sure):
                raise OpenSign(text)
            sign = self._signs
        whole, _, part = number.rpartition(sign or "\n")
        digits = re.sub(r"\D", "", whole)
        if len(part) < 3 or not 0 < len(digits) <= _LONGEST:
            return text
        exact = Decimal(f"{digits}.{part}") * _TIMES[(found["unit"] or "").lower()]
        said = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        end = found.end("unit") if found["unit"] else found.end("number")
        return f"{text[: found.start('number')]}{said:f}{text[end:]}"


def _settles(number: str) -> bool:
    """Whether a number that shows its cents has groups, leaves one out, or has three decimals."""
    *whole, part = re.split("[.,]", number)
    return len(whole) > 1 or len(part) > 2 or len(whole[0]) > 3


def _sign_in(number: str) -> str | None:
    """What this number shows to stand before cents; "" for nothing, None if it may be of thousands."""
    place = max(number.rfind("."), number.rfind(","))
    if place < 0:
        return ""
    sign, whole, part = number[place], number[:place], number[place + 1 :]
    if sign in whole:
        return _OTHER[sign] if _GROUPS.fullmatch(number) else ""
    if not part.isdecimal() or _WHOLE.fullmatch(whole) is None:
        return ""
    is_open = len(part) == 3 and len(whole) <= 3 and whole[0] != "0"
    return None if is_open else sign
