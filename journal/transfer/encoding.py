"""How the bytes of a text file are to be read, or a clear word that they are no text."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from contextlib import closing
from itertools import chain

from journal.transfer.faults import UnreadableFile
from journal.transfer.source import Opener

LARGEST_FILE = 50_000_000
"""The largest file that is read, in bytes."""

_CHUNK = 1 << 20
_AS_CSV = "open it there, save it as CSV and import that"
_OTHER_KINDS = (
    (b"PK\x03\x04", "is a ZIP archive: unpack it and import the CSV in it"),
    (b"\xd0\xcf\x11\xe0", f"is an old Excel workbook: {_AS_CSV}"),
    (b"%PDF", "is a PDF: export the list as CSV and import that"),
    (b"\x1f\x8b", "is compressed: unpack it and import the CSV in it"),
    (b"SQLite format 3\0", "is a database: export the list as CSV and import that"),
)
_IN_A_WORKBOOK = (b"[Content_Types].xml", b"_rels/.rels", b"xl/", b"content.xml")
"""What lies in the archive that a spreadsheet is."""

_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|meta|table|\?xml)\b", re.IGNORECASE
)
"""What Excel files of Salesforce and others really are."""

_NOT_IN_CP1252 = b"\x81\x8d\x8f\x90\x9d"
_NO_TEXT = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


def encoding_of(name: str, open_file: Opener) -> str:
    """The codec that reads the whole file: UTF-8, UTF-16, Windows-1252 or Latin-1.

    Raises UnreadableFile for a file that is empty, too large, of another kind, or damaged.
    """
    head = next(_chunks(name, open_file), b"")
    if head.startswith(b"PK") and any(part in head for part in _IN_A_WORKBOOK):
        raise UnreadableFile(f"{name} is an Excel workbook: {_AS_CSV}.")
    for magic, what in _OTHER_KINDS:
        if head.startswith(magic):
            raise UnreadableFile(f"{name} {what}.")
    if _WEB_PAGE.match(head):
        raise UnreadableFile(
            f"{name} is a web page inside: open it in a spreadsheet, save it as CSV and import that."
        )
    guess = _by_its_first_bytes(head)
    if guess is None:
        raise _binary(name)
    if _decodes(name, open_file, guess):
        return guess
    older = (byte in chunk for chunk in _chunks(name, open_file) for byte in _NOT_IN_CP1252)
    return "latin-1" if any(older) else "cp1252"


def too_large(name: str) -> UnreadableFile:
    """What is said of a file that is larger than is read."""
    return UnreadableFile(
        f"{name} is larger than {LARGEST_FILE // 1_000_000} MB:"
        " export a shorter period or fewer columns."
    )


def ends_in_mid_line(open_file: Opener) -> bool:
    """Whether the last line has no line break, as when a file was cut."""
    with closing(open_file()) as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - 2))
        return not stream.read().rstrip(b"\0").endswith((b"\n", b"\r"))


def _chunks(name: str, open_file: Opener) -> Iterator[bytes]:
    size = 0
    with closing(open_file()) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > LARGEST_FILE:
                raise too_large(name)
            yield chunk


def _by_its_first_bytes(head: bytes) -> str | None:
    """The codec the first bytes speak for; None when they are no text."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        if max(even, odd) * 5 < len(head) or min(even, odd) * 10 > max(even, odd):
            return None
        return "utf-16-le" if odd > even else "utf-16-be"
    controls = len(head) - len(head.translate(None, _NO_TEXT))
    if controls * 3 > len(head):
        return None
    return "utf-8"


def _decodes(name: str, open_file: Opener, codec: str) -> bool:
    """Whether the whole file is text in this codec; False lets an older codec try.

    A file that has good UTF-8 letters before the bad byte is damaged UTF-8, not an older codec:
    reading it as one would turn every accent into two wrong letters.
    """
    decoder = codecs.getincrementaldecoder(codec)()
    lines, letters = 1, False
    for chunk in chain(_chunks(name, open_file), (b"",)):
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            good = error.object[: error.start]
            if codec == "utf-8" and not letters and good.isascii():
                return False
            raise _damaged(name, lines + good.count(b"\n"), codec) from None
        if "\0" in text:
            raise _binary(name)
        lines += text.count("\n")
        letters = letters or not text.isascii()
    return True


def _binary(name: str) -> UnreadableFile:
    return UnreadableFile(f"{name} is not a text file: export the list as CSV and import that.")


def _damaged(name: str, line: int, codec: str) -> UnreadableFile:
    said = "UTF-16" if codec.startswith("utf-16") else "UTF-8"
    return UnreadableFile(
        f"{name}, line {line}: the file begins as {said} but has letters that are not;"
        " export it again as CSV (UTF-8)."
    )
