"""A file to be read, however often, by whoever never opens one by its path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

Opener = Callable[[], BinaryIO]
"""Opens the file anew, at its first byte."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that is there."""

    name: str
    """The file's name, as the rep is to see it."""
    open: Opener
    """Opens it anew at its first byte; it is called several times. Raises UnreadableFile."""
