"""Words that break programs: whatever a rep types, pastes or imports may be one of these."""

from __future__ import annotations

import random
import unicodedata

MARKUP = (
    "[/]",
    "[bold red]x[/",
    "[bold]x[/bold] [@click=app.quit]y[/]",
    "\\[x] $primary {x} {0!r} %s",
)
"""What a widget would take for orders of its own."""

COMMANDS = (
    *("\x1b]0;owned\x07", "\x1b]52;c;b3duZWQ=\x1b\\", "\x1b[2J\x1b[31mred", "\x1bP+q544e\x1b\\"),
    *("\x9b31mred\x9d0;owned\x9c", "\x00\x07\x08\x7f", "\x1b[6n\x1b[c\x05"),
)
"""What a terminal would obey: title, clipboard, colours, questions that it answers by typing."""

TURNED = ("\u202egnp.exe\u202c", "\u2066x\u2069\u200f\u061c", "שלום, مرحبا עברית")
"""What turns a line around, and what rightly reads the other way."""

WIDE = ("👩‍👩‍👧‍👦🇩🇪 é ﷽", "漢字" * 12, "Z\u0351\u0343a\u0300\u0301\u0302lgo \ufeff\u00ad")
"""What is wider or narrower than it is long."""

BREAKS = ("x\n\r\t\u2028\u2029\x85y", "x\r\ny\u000b\u000cz")
"""What breaks a line."""

ORDERS = (
    *(
        "'; DROP TABLE entry; --",
        '"x" OR 1=1',
        '=HYPERLINK("http://x")',
        "+1",
        "-1",
        "@cmd",
        "--help",
    ),
    *(
        "$HOME `id` $(id) | ; & > x",
        "<b onclick=x>&amp;</b>",
        "../../etc/passwd",
        "NULL",
        "#tag ${x}",
    ),
)
"""What a shell, a spreadsheet, a database or a browser would run."""

HOSTILE = (*MARKUP, *COMMANDS, *TURNED, *WIDE, *BREAKS, *ORDERS)
"""Each by itself, short."""

LONG = "é" * 100_000
"""As long as a note may be."""

IN_FEW = tuple(" ".join(kind) for kind in (MARKUP, COMMANDS, TURNED, WIDE, BREAKS, ORDERS))
"""All of them in a few, for tests that pay for each."""

WALKED = (" ".join(MARKUP + ORDERS), " ".join(COMMANDS + TURNED + BREAKS), " ".join(WIDE))
"""The same in three, for walks through every page and dialog."""

ALL = " ".join(IN_FEW)
"""All of them at once."""

UNSAFE = {
    *map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\u2029",
}  # fmt: skip
"""What never reaches a terminal as it is."""


def generated(seed: int) -> str:
    """A text nobody thought of: pieces of all of these among any characters there are."""
    chance = random.Random(seed)
    pieces = [
        chance.choice(HOSTILE) if chance.random() < 0.4 else _any_character(chance)
        for _ in range(chance.randint(1, 12))
    ]
    return "".join(pieces).strip() or "x"


def _any_character(chance: random.Random) -> str:
    while True:
        ceiling = chance.choice((0x80, 0x800, 0x10000, 0x110000))
        char = chr(chance.randrange(ceiling))
        if unicodedata.category(char) not in ("Cs", "Cn"):
            return char
