"""Asking the command line as a rep does, in this process, and looking at all it answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journal.__main__ import main

Json = Any
"""Whatever a report holds."""

NOW = "2024-02-01T09:30"
"""A Thursday morning."""


@dataclass(frozen=True)
class Answer:
    """What one command gave back."""

    code: int
    """Its exit code."""
    out: str
    """What it printed."""
    err: str
    """What it said went wrong."""

    @property
    def json(self) -> Json:
        """The JSON it printed."""
        return json.loads(self.out)

    @property
    def refused(self) -> tuple[int, str]:
        """The exit code and the one line on stderr, without its line break."""
        assert self.out == ""
        assert self.err.startswith("journal: ")
        assert self.err.count("\n") == 1
        return self.code, self.err.removeprefix("journal: ").rstrip("\n")


class Rep:
    """Somebody at a terminal with a journal of their own."""

    def __init__(self, path: Path, capture: pytest.CaptureFixture[str]) -> None:
        """Take where the journal is to lie."""
        self.path = path
        self.capture = capture

    def asks(self, *words: str, now: str = NOW) -> Answer:
        """Run one command at a moment."""
        self.capture.readouterr()
        code = main(["--db", str(self.path), "--now", now, *words])
        printed = self.capture.readouterr()
        return Answer(code, printed.out, printed.err)

    def gets(self, *words: str, now: str = NOW) -> Json:
        """The JSON of a report that must succeed."""
        answer = self.asks(*words, "--json", now=now)
        assert (answer.code, answer.err) == (0, "")
        return answer.json
