"""A long JSON text read a value at a time, so that memory stays flat, each fault told with its line."""

from __future__ import annotations

import codecs
import json
from typing import BinaryIO, NoReturn

from journal.transfer.faults import UnreadableFile, to_its_end

AT_ONCE = 1 << 16
"""Bytes read at one go."""

LONGEST = 1 << 26
"""The longest single value, in characters; far more than all the texts of one row may hold."""

_SPACE = " \t\r\n"


class _TwiceError(ValueError):
    """A key that is named twice."""


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


_decode = json.JSONDecoder(object_pairs_hook=_no_key_twice, parse_constant=_no_number).raw_decode


def codec_of(head: bytes) -> str:
    """The codec of a text that begins so: UTF-8, or UTF-16 as PowerShell writes what is redirected."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


class JsonStream:
    """Where the reading of a JSON text has come to."""

    def __init__(self, name: str, stream: BinaryIO) -> None:
        """Read this file, which is called by this name, from its beginning."""
        self.name = name
        """The file's name, as the rep is to see it."""
        self.line = 1
        """The line that was reached, 1 for the first."""
        self._stream = stream
        self._letters: codecs.IncrementalDecoder | None = None
        self._text = ""
        self._at = 0
        self._ended = False

    def next(self) -> str:
        """The next character that is no space; "" at the end. Raises UnreadableFile."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self.line += self._text[self._at] == "\n"
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, *wanted: str) -> str:
        """Go over one of these characters and return it. Raises UnreadableFile for another."""
        found = self.next()
        if found not in wanted or not found:
            self.fail_here(f"there should be {' or '.join(wanted)}")
        self._at += 1
        return found

    def value(self) -> object:
        """The next value, whole. Raises UnreadableFile."""
        if not self.next():
            self.fail_here("")
        while True:
            try:
                found, end = _decode(self._text, self._at)
            except _TwiceError:
                self.fail("a key is named twice")
            except (ValueError, RecursionError) as error:
                begun = self._at
                if len(self._text) - begun <= LONGEST and self._more():
                    continue
                self._fail_at(error, begun)
            if end == len(self._text) and self._more():
                continue
            self.line += self._text.count("\n", self._at, end)
            self._at = end
            return found

    def fail(self, why: str) -> NoReturn:
        """Refuse the file for what stands on the line that was reached. Raises UnreadableFile."""
        raise UnreadableFile(f"{self.name}, line {self.line:,}: {why}.")

    def fail_here(self, why: str) -> NoReturn:
        """Refuse the file for what comes next, which may be its end. Raises UnreadableFile."""
        if not self.next():
            raise UnreadableFile(
                f"{self.name} ends in the middle, on line {self.line:,}: it was cut off,"
                " so take it out of the journal again."
            )
        self.fail(f"{why}, so this is no whole JSON")

    def _fail_at(self, error: Exception, begun: int) -> NoReturn:
        """Refuse a value that cannot be read, on the line of its fault; it had begun so far into the text."""
        if isinstance(error, json.JSONDecodeError):
            at = self._at + error.pos - begun
            is_open = error.msg.startswith("Unterminated string")
            if self._ended and (is_open or not self._text[at:].strip(_SPACE)):
                self.line += self._text.count("\n", self._at)
                self._text, self._at = "", 0
                self.fail_here("")
            self.line += self._text.count("\n", self._at, at)
        self.fail("what stands here is no whole JSON")

    def _more(self) -> bool:
        """Read on, as much again as waits already; False at the end."""
        if self._ended:
            return False
        waiting = len(self._text) - self._at
        with to_its_end(self.name):
            some = self._stream.read(max(AT_ONCE, waiting))
        self._ended = not some
        if self._letters is None:
            self._letters = codecs.getincrementaldecoder(codec_of(some))()
        try:
            letters = self._letters.decode(some, final=self._ended)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].count(b"\n")
            self.line += self._text.count("\n", self._at) + good
            self.fail("some letters are not written as UTF-8")
        self._text = self._text[self._at :] + letters
        self._at = 0
        return not self._ended or bool(letters)
