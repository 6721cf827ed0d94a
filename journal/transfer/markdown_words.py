"""A rep's words in Markdown: what they typed is what is read, and never becomes a heading, a list or code."""

from __future__ import annotations

import re

from journal.shown import shown_lines

_MARKS = re.compile(r"([\\`*_\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_OPENS = re.compile(r"([#+\-=])|(\d{1,9})([.)])")


def literal(text: str) -> str:
    """Words that stand in a line of ours, in one line."""
    return _escaped(" ".join(shown_lines(text).split()))


def quoted(text: str, indent: str = "") -> str:
    """A text of its own as a block quote, line by line as it was typed."""
    lines = [_line(line) for line in shown_lines(text.expandtabs(4)).strip("\n").split("\n")]
    following = [*lines[1:], ""]
    return "".join(
        # The backslash keeps two lines of the rep's two lines.
        f"{indent}> {line}{chr(92) if after else ''}\n" if line else f"{indent}>\n"
        for line, after in zip(lines, following, strict=True)
    )


def labelled(label: str, text: str, indent: str = "") -> str:
    """A point of a list: what it is, and the words; a longer text is quoted below it."""
    if "\n" not in text.strip():
        return f"{indent}- *{label}:* {literal(text)}\n"
    return f"{indent}- *{label}:*\n{quoted(text, indent + '  ')}"


def _line(line: str) -> str:
    bare = line.strip()
    if not bare:
        return ""
    # Blanks at the beginning would be dropped, or make code of four of them.
    before = "\u00a0" * (len(line) - len(line.lstrip()))
    return before + _not_opening(_escaped(bare))


def _escaped(text: str) -> str:
    return _ENTITY.sub(r"\\&", _MARKS.sub(r"\\\1", text))


def _not_opening(line: str) -> str:
    """A line that opens no heading, no list and no rule."""
    opens = _OPENS.match(line)
    if opens is None:
        return line
    return f"\\{line}" if opens[1] else f"{opens[2]}\\{line[opens.start(3) :]}"
