"""Proof that the journal is to be trusted, in parts that can be run, stopped and resumed by themselves."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).parents[2] / "tests"

if str(TESTS) not in sys.path:
    # What is proved here many times is proved there some times: the bodies are the same.
    sys.path.append(str(TESTS))
