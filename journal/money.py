"""Money as whole minor units with a currency, never a float."""

from __future__ import annotations

import re

from journal.frozen import frozen

NO_MINOR_UNITS = frozenset(
    {
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "VND",
        "XAF",
        "XOF",
        "XPF",
    }
)
"""Currencies of ISO 4217 that are counted in whole units."""

SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}

_LARGEST_MINOR = 10**15
_NUMBER = (
    r"(?P<whole>\d{1,3}(?P<group>[ ,.'\u00a0\u202f])\d{3}(?:(?P=group)\d{3})*|\d+)"
    r"(?:(?!(?P=group))[.,](?P<part>(?(group)\d+|\d{1,2})))?(?P<unit>[kKmMbB]?)"
)
"""Groups have one sign and cents another; three figures behind a lone sign are a group."""


@frozen
class Money:
    """An amount of one currency."""

    minor: int
    """Whole minor units: cents, pence, or yen."""
    currency: str
    """The three letters of ISO 4217."""

    @property
    def major(self) -> int | float:
        """The amount in major units, as JSON shows it."""
        scale = minor_per_major(self.currency)
        return self.minor // scale if self.minor % scale == 0 else self.minor / scale

    def __str__(self) -> str:
        """The amount in whole major units with thousands set apart: 1,200,000."""
        return f"{round(self.minor / minor_per_major(self.currency)):,}"

    @property
    def exact(self) -> str:
        """The amount to its last minor unit, where it has any: 1,200,000, 1,000.50, -0.05."""
        whole, part = divmod(abs(self.minor), minor_per_major(self.currency))
        sign = "-" if self.minor < 0 else ""
        return f"{sign}{whole:,}.{part:02}" if part else f"{sign}{whole:,}"

    @property
    def short(self) -> str:
        """The amount where room is scarce: 940, 86k, 1.08M, 9.08B."""
        major = self.minor / minor_per_major(self.currency)
        if abs(major) < 1_000:
            return f"{major:.0f}"
        if abs(major) < 999_500:
            return f"{major / 1_000:.0f}k"
        unit, letter = (1_000_000_000, "B") if abs(major) >= 999_995_000 else (1_000_000, "M")
        return f"{major / unit:.2f}".rstrip("0").rstrip(".") + letter


def minor_per_major(currency: str) -> int:
    """How many minor units make one major unit of a currency: 100, or 1 for yen and the like."""
    return 1 if currency in NO_MINOR_UNITS else 100


def read_money(text: str, currency: str) -> Money | None:
    """The amount in words like "1,200,000", "$45.3k" or "USD 485,000.00"; None when there is none.

    A currency named in the text wins over the one given. Raises ValueError with nothing to show
    when the text is no amount, or is too large to be one.
    """
    bare = text.strip()
    if not bare:
        return None
    for symbol, code in SYMBOLS.items():
        if symbol in bare:
            currency, bare = code, bare.replace(symbol, "").strip()
    if named := re.match(r"([A-Z]{3})\s*(?=[-\d])", bare) or re.search(
        r"(?<=\d)\s*([A-Z]{3})$", bare
    ):
        currency = named.group(1)
        bare = (bare[: named.start()] + bare[named.end() :]).strip()
    negative = bare.startswith("-") or (bare.startswith("(") and bare.endswith(")"))
    found = re.fullmatch(_NUMBER, bare.strip("-()").strip())
    if found is None:
        raise ValueError(text)
    part = found["part"] or ""
    times = {"": 1, "k": 1_000, "m": 1_000_000, "b": 1_000_000_000}[found["unit"].lower()]
    digits = int(re.sub(r"\D", "", found["whole"]) + part)
    parts = 10 ** len(part)
    # Rounded half up in whole numbers, like a cell of a file.
    minor = (2 * digits * times * minor_per_major(currency) + parts) // (2 * parts)
    if minor > _LARGEST_MINOR:
        raise ValueError(text)
    return Money(-minor if negative else minor, currency)
