"""A rep at the command line of this process, where no test runner takes down what is printed."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from asking import Rep


class Printed(NamedTuple):
    """What was printed since this was last asked."""

    out: str
    err: str


class Captured:
    """Takes what this process prints; the real streams stay at ``sys.__stdout__`` and its like."""

    def readouterr(self) -> Printed:
        """What was printed since."""
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = StringIO(), StringIO()
        out, err = (each.getvalue() if isinstance(each, StringIO) else "" for each in before)
        return Printed(out, err)


def rep_at(path: Path) -> Rep:
    """A rep whose journal lies there."""
    return Rep(path, Captured())
