"""Prove it: ``python -m benchmarks.release [part …] [--level ci|release]``; see ``--help``."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.release.figure import Figure, code_now, load, save
from benchmarks.release.parts import PARTS, Part

KEPT = Path("build/release.json")
"""Where figures are kept unless another file is named."""


def prove(part: Part, figure: Figure) -> None:
    """Run the next stretch of rounds, in a process of its own: whatever ends it is a fault of the stretch."""
    last = min(figure.done + part.at_once, figure.wanted)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="release-") as folder:
        asked = [figure.part, str(figure.done), str(last), folder]
        child = subprocess.run(
            [sys.executable, "-m", "benchmarks.release.stretch", *asked],
            capture_output=True,
            text=True,
            check=False,
        )
    counts: dict[str, int] = {}
    if child.returncode == 0:
        counts = json.loads(child.stdout)
    else:
        figure.faults.append(f"{figure.done}–{last - 1}: {child.stderr.strip()[-2000:]}")
    figure.add(last - figure.done, time.monotonic() - began, counts)


def main() -> int:
    """Run what was asked for, stretch by stretch; returns 1 when anything failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.release", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="part")
    parser.add_argument("--level", choices=("ci", "release"), default="ci")
    parser.add_argument("--kept", type=Path, default=KEPT, help="the file of figures")
    parser.add_argument("--anew", action="store_true", help="forget earlier rounds of these parts")
    parser.add_argument("--report", action="store_true", help="only say what was shown so far")
    asked = parser.parse_args()
    asked.kept.parent.mkdir(parents=True, exist_ok=True)
    wanted = [f"{name}/{asked.level}" for name in asked.parts or PARTS]
    if not asked.report:
        os.nice(10)
        for name in wanted:
            run_whole(name, asked.kept, anew=asked.anew)
    figures = load(asked.kept)
    for name in wanted if asked.parts else sorted(figures):
        if name in figures:
            print(figures[name])
            for fault in figures[name].faults:
                print(f"    {fault}")
    print(f"The program now: {code_now()}")
    return int(any(figures[name].faults for name in wanted if name in figures))


def run_whole(name: str, kept: Path, *, anew: bool) -> None:
    """Run what is left of a part; each stretch is kept as soon as it is done."""
    label, _, level = name.partition("/")
    part = PARTS[label]
    fresh = Figure(label, level, part.ci if level == "ci" else part.release)
    figure = fresh if anew else load(kept).get(name, fresh)
    while not figure.is_whole:
        prove(part, figure)
        # Another run may have kept other parts in the meantime.
        save(kept, {**load(kept), name: figure})
        print(figure, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
