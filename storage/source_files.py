"""The rep's own files, opened to be read: each a plain file, and the same one from first byte to last."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from journal.transfer.encoding import LARGEST_FILE, too_large
from journal.transfer.faults import UnreadableFile, to_its_end
from journal.transfer.source import SourceFile
from journal.transfer.whole_read import is_json
from storage.locations import named_path
from storage.opening import begins_a_journal

A_JOURNAL = (
    "{} is a journal: take it out with “journal --db FILE export json -o journal.json”,"
    " then import that."
)


def source_files(paths: Sequence[str]) -> tuple[SourceFile, ...]:
    """Files by their paths, one that is named twice only once, two of one name with their folders.

    Raises UnreadableFile for a folder, for nothing, for a journal, and for what is too large.
    """
    found = {_identity(first): (said, source) for said, first, source in map(_source_file, paths)}
    names = Counter(source.name for _, source in found.values())
    return tuple(
        source if names[source.name] == 1 else replace(source, name=said)
        for said, source in found.values()
    )


def _source_file(said: str) -> tuple[str, os.stat_result, SourceFile]:
    path = named_path(said)
    if not said.strip():
        raise UnreadableFile("That names no file: write one, like deals.csv.")
    try:
        first = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableFile(f"There is no file {said}.") from None
    except (OSError, ValueError) as error:
        raise _not_opened(said, error) from None
    if stat.S_ISDIR(first.st_mode):
        raise UnreadableFile(f"{said} is a folder: name its files, like {path / 'deals.csv'}.")
    if not stat.S_ISREG(first.st_mode):
        raise UnreadableFile(f"{said} can be read only once: save it as a file and import that.")
    source = SourceFile(path.name, lambda: _opened(path, first))
    with to_its_end(source.name), closing(source.open()) as stream:
        if begins_a_journal(stream.read(100)):
            raise UnreadableFile(A_JOURNAL.format(path.name))
    # A whole journal is read a row at a time, however long it is: what went out must come in again.
    if first.st_size > LARGEST_FILE and not is_json(source):
        raise too_large(path.name)
    return said, first, source


def _opened(path: Path, first: os.stat_result) -> BinaryIO:
    """The file at its first byte, if it is still the one that was looked at first."""
    try:
        stream = path.open("rb")
    except OSError as error:
        raise _not_opened(path.name, error) from None
    if _identity(os.fstat(stream.fileno())) != _identity(first):
        stream.close()
        raise UnreadableFile(
            f"{path.name} changed while it was read: wait until it is saved whole, then import it."
        )
    return stream


def _identity(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _not_opened(said: str, error: OSError | ValueError) -> UnreadableFile:
    if isinstance(error, PermissionError):
        return UnreadableFile(
            f"You may not read {said}: give yourself the right to, or copy it to a folder of yours."
        )
    if isinstance(error, FileNotFoundError):
        return UnreadableFile(f"{said} is gone: put it back, then import it again.")
    why = getattr(error, "strerror", None) or str(error)
    return UnreadableFile(f"{said} cannot be read ({why}): copy it elsewhere and import that.")
