"""Names of files as a rep types them: completed from what lies there, and safe to show whatever they hold."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from journal.shown import shown

MOST_LOOKED_AT = 5_000
"""The most names of one folder that are looked at; a folder with more is typed into by hand."""

_KNOWN = (".csv", ".tsv", ".txt", ".json")


def folder_stood_in() -> Path:
    """The folder the rep started the journal in; their own when that is gone."""
    try:
        return Path.cwd()
    except OSError:
        return own_folder()


def own_folder() -> Path:
    """The rep's own folder; the root where the machine knows none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path("/")


def as_said(path: Path) -> str:
    """A path as a rep writes it."""
    home = own_folder()
    inside = home != Path("/") and path.is_relative_to(home)
    return f"~/{path.relative_to(home)}" if inside else str(path)


@dataclass(frozen=True, slots=True)
class Name:
    """A file or folder that fits what is typed."""

    typed: str
    """What stands in the line once it is taken; a folder ends in "/"."""
    path: Path
    """Where it lies."""
    is_folder: bool
    """Whether it is a folder."""


class FileNames:
    """Knows which file each typed word means, even where its name cannot be shown as it is."""

    def __init__(self, start: Path) -> None:
        """Take the folder that words without a leading "/" or "~" start in."""
        self._start = start
        self._meant: dict[str, Path] = {}

    def path_of(self, typed: str) -> Path:
        """The path that is meant."""
        if (meant := self._meant.get(typed)) is not None:
            return meant
        folder, slash, name = typed.rpartition("/")
        if slash and (inside := self._meant.get(f"{folder}/")) is not None:
            return inside / name
        with suppress(RuntimeError):
            return self._start / Path(typed.replace("\0", "")).expanduser()
        return self._start / typed

    def fitting(self, typed: str) -> Sequence[Name]:
        """What lies there and begins like what is typed: exports first, then folders, then the rest."""
        if typed == "~":
            return [self._named("~/", own_folder(), is_folder=True)]
        head, slash, begun = typed.rpartition("/")
        folder = self.path_of(f"{head}{slash}") if slash else self._start
        found = []
        with suppress(OSError, ValueError), os.scandir(folder) as lying:
            for each in islice(lying, MOST_LOOKED_AT):
                word = shown(each.name)
                if not word.casefold().startswith(begun.casefold()):
                    continue
                if word.startswith(".") and not begun:
                    continue
                is_folder = is_so(each.is_dir)
                word = f"{head}{slash}{word}{'/' if is_folder else ''}"
                found.append(self._named(word, folder / each.name, is_folder=is_folder))
        return sorted(found, key=_rank)

    def in_paste(self, text: str) -> Sequence[Path]:
        """The files that a paste names: a terminal that gets files dropped on it writes their paths."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        quoted: list[str] = []
        with suppress(ValueError):
            quoted = shlex.split(text)
        for words in (lines, quoted):
            with suppress(ValueError, OSError):
                paths = [self.path_of(word.removeprefix("file://")) for word in words]
                if paths and all(path.is_file() for path in paths):
                    return paths
        return ()

    def _named(self, typed: str, path: Path, *, is_folder: bool) -> Name:
        self._meant[typed] = path
        return Name(typed, path, is_folder)


def is_so(question: Callable[[], bool]) -> bool:
    """What a path is asked; no for a name so odd that no file can have it."""
    try:
        return question()
    except (OSError, ValueError):
        return False


def _rank(name: Name) -> tuple[int, str]:
    is_export = name.path.suffix.casefold() in _KNOWN
    return (
        0 if is_export and not name.is_folder else 1 if name.is_folder else 2
    ), name.typed.casefold()
