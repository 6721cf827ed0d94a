"""The command ``journal``: the app when called alone, everything else by verbs."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, the process's own words unless some are given; returns the exit code."""
    from journal.cli.running import run

    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
