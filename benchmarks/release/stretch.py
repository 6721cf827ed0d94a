"""Some rounds of one part: ``python -m benchmarks.release.stretch PART FIRST END FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.release.parts import PARTS

if __name__ == "__main__":
    name, first, end, folder = sys.argv[1:]
    counts = PARTS[name].run(Path(folder), range(int(first), int(end)))
    print(json.dumps(counts), file=sys.__stdout__)
