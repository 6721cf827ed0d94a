"""Some rounds of one part: ``python -m benchmarks.release.stretch PART FIRST END FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.release.parts import PARTS

if __name__ == "__main__":
    name, first, end, folder = sys.argv[1:]
    try:
        counts = PARTS[name].run(Path(folder), range(int(first), int(end)))
    finally:
        # A part that asks the command line takes down what is printed, and so would its own failure be.
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    print(json.dumps(counts))
