"""What a part has shown so far, kept in a small file, so that it can be stopped and resumed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

HOUSE = Path(__file__).parents[2]


@dataclass(slots=True)
class Figure:
    """One part at one level."""

    part: str
    """Its name."""
    level: str
    """``ci`` or ``release``."""
    wanted: int
    """How many rounds make it whole."""
    done: int = 0
    """How many rounds were run."""
    seconds: float = 0.0
    """How long they took together."""
    counts: dict[str, int] = field(default_factory=dict)
    """What was counted in them."""
    faults: list[str] = field(default_factory=list)
    """The rounds that failed, each with why."""
    code: list[str] = field(default_factory=list)
    """Which states of the program they were run on."""

    @property
    def is_whole(self) -> bool:
        """Whether every round was run."""
        return self.done >= self.wanted

    def add(self, rounds: int, seconds: float, counts: dict[str, int]) -> None:
        """Count some more rounds."""
        self.done += rounds
        self.seconds += seconds
        for what, number in counts.items():
            self.counts[what] = self.counts.get(what, 0) + number
        if (code := code_now()) not in self.code:
            self.code.append(code)

    def __str__(self) -> str:
        """One line of the report."""
        counted = "".join(f", {number:,} {what}" for what, number in self.counts.items())
        verdict = "ok" if not self.faults else f"{len(self.faults)} FAULTS"
        state = verdict if self.is_whole else f"{verdict} so far"
        return (
            f"{self.part:<16}{self.level:<9}{self.done:>7,} of {self.wanted:>6,} in "
            f"{self.seconds:>8,.1f} s  {state}{counted}"
        )


def code_now() -> str:
    """A short name for the program as it is now."""
    sha = sha256()
    for folder in ("journal", "storage", "screens"):
        for file in sorted((HOUSE / folder).rglob("*.py")):
            sha.update(file.read_bytes())
    return sha.hexdigest()[:8]


def load(kept: Path) -> dict[str, Figure]:
    """All figures so far, by part and level."""
    if not kept.exists():
        return {}
    return {name: Figure(**fields) for name, fields in json.loads(kept.read_text("utf-8")).items()}


def save(kept: Path, figures: dict[str, Figure]) -> None:
    """Keep them; a stop in between leaves the file as it was."""
    fresh = kept.with_name(f"{kept.name}.partial")
    told = {name: asdict(figure) for name, figure in figures.items()}
    fresh.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    fresh.replace(kept)
