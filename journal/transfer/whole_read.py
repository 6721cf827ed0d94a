"""The whole journal's JSON read back, a row at a time, each fault in one sentence with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.transfer.faults import UnreadableFile, to_its_end
from journal.transfer.json_stream import JsonStream, codec_of
from journal.transfer.source import SourceFile
from journal.transfer.whole_parts import FORMAT, PARTS, VERSION

if TYPE_CHECKING:
    from journal.transfer.whole_fields import Plain
    from journal.transfer.whole_part import Part

FOREIGN = "{} is JSON, but not of a sales journal: take one out with “journal export json”."
NEWER = "{} is of a newer program: install the newer one to read it."

_BY_NAME = {part.name: part for part in PARTS}
_NAMES = {part.name: [field.name for field in part.fields] for part in PARTS}
_CHECKS = {part.name: [field.is_right for field in part.fields] for part in PARTS}
_HEAD = 1 << 10
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class WholeRow:
    """One row of the file."""

    part: Part
    """The part it belongs to."""
    line: int
    """The line it begins on, 1 for the first of the file."""
    values: tuple[Plain, ...]
    """The values of the part's fields, each of its kind."""


def is_json(file: SourceFile) -> bool:
    """Whether a file begins as JSON does, which no table does."""
    with to_its_end(file.name), closing(file.open()) as stream:
        head = stream.read(_HEAD)
    return head.decode(codec_of(head), "ignore").lstrip().startswith(("{", "["))


def read_whole(file: SourceFile) -> Iterator[WholeRow]:
    """The rows of a journal that was taken out as JSON, in the order of the file.

    Raises UnreadableFile for a file that is cut off, broken, of a newer program or of none of ours.
    """
    with closing(file.open()) as stream:
        json = JsonStream(file.name, stream)
        _begin(json)
        seen: set[str] = set()
        while json.take(",", "}") == ",":
            part = _part(json, seen)
            json.take("[")
            if json.next() == "]":
                json.take("]")
                continue
            yield _row(json, part)
            while json.take(",", "]") == ",":
                yield _row(json, part)
        if json.next():
            json.fail("the journal ends before, so this does not belong to it")


def _begin(json: JsonStream) -> None:
    """Go over what says whose file it is, and of which program."""
    if json.next() == "[" or (json.take("{") and json.next() == "}"):
        raise UnreadableFile(FOREIGN.format(json.name))
    if _key(json) != "format" or json.value() != FORMAT or json.next() != ",":
        raise UnreadableFile(FOREIGN.format(json.name))
    json.take(",")
    if _key(json) != "version":
        raise UnreadableFile(FOREIGN.format(json.name))
    version = json.value()
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        json.fail(f"“version” must be a whole number up to {VERSION}")
    if version > VERSION:
        raise UnreadableFile(NEWER.format(json.name))


def _part(json: JsonStream, seen: set[str]) -> Part:
    """The part that comes next."""
    name = _key(json)
    part = _BY_NAME.get(name)
    if part is None:
        json.fail(f"“{_cut(name)}” is no part of a journal")
    if name in seen:
        json.fail(f"“{name}” is there twice")
    seen.add(name)
    return part


def _key(json: JsonStream) -> str:
    if json.next() != '"':
        json.fail_here("there should be a key")
    key = json.value()
    json.take(":")
    return str(key)


def _row(json: JsonStream, part: Part) -> WholeRow:
    """The row that comes next, each value of its kind."""
    json.next()
    line = json.line
    row = json.value()
    reached, json.line = json.line, line
    if not isinstance(row, dict):
        json.fail(f"each of “{part.name}” is a {part.one} in braces")
    names = _NAMES[part.name]
    if list(row) != names:
        _refuse_other_keys(json, part, row)
    values = tuple(row.values()) if list(row) == names else tuple(row[name] for name in names)
    for is_right, value in zip(_CHECKS[part.name], values, strict=True):
        if not is_right(value):
            _refuse_value(json, part, values)
    json.line = reached
    return WholeRow(part, line, values)


def _refuse_value(json: JsonStream, part: Part, values: tuple[Plain, ...]) -> None:
    """Refuse a row for the first of its values that is wrong."""
    for field, value in zip(part.fields, values, strict=True):
        if (wanted := field.fault(value)) is not None:
            json.fail(f"the {part.one}’s “{field.name}” must be {wanted}")


def _refuse_other_keys(json: JsonStream, part: Part, row: Mapping[str, object]) -> None:
    """Refuse a row that lacks a key or has one too many; their order is free."""
    names = _NAMES[part.name]
    if lacking := next((name for name in names if name not in row), None):
        json.fail(f"the {part.one} has no “{lacking}”")
    if extra := next((name for name in row if name not in names), None):
        json.fail(f"the {part.one} has “{_cut(extra)}”, which is no key of one")


def _cut(word: str) -> str:
    return word if len(word) <= _LONGEST_SHOWN else word[: _LONGEST_SHOWN - 1] + "…"
