"""Small exports that a test writes out as text, and everything one reading of them gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO

from journal.activity import Activity
from journal.deal import Deal
from journal.follow_up import FollowUp
from journal.stage import Stages
from journal.transfer.found import Found, Refused
from journal.transfer.reading import read_files
from journal.transfer.source import SourceFile


@dataclass(frozen=True)
class Read:
    """Everything one reading gave."""

    format: str
    rows: int
    found: list[Found]
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]

    @property
    def deals(self) -> list[Deal]:
        return [one.value for one in self.found if isinstance(one.value, Deal)]

    @property
    def deal(self) -> Deal:
        (only,) = self.deals
        return only

    @property
    def activities(self) -> list[Activity]:
        return [one.value for one in self.found if isinstance(one.value, Activity)]

    @property
    def follow_ups(self) -> list[FollowUp]:
        return [one.value for one in self.found if isinstance(one.value, FollowUp)]

    @property
    def why(self) -> list[tuple[int, str]]:
        return [(row.line, row.why) for row in self.refused]


NAMES = ("first.csv", "second.csv", "third.csv")


def read_texts(
    *files: str | bytes,
    day_first: bool | None = None,
    year_first: bool = False,
    owner: str | None = None,
    format: str = "auto",
    mapping: Mapping[str, str] | None = None,
) -> Read:
    """Read on Thursday 2024-02-01, in euros, with the default stages."""
    sources = [
        SourceFile(name, partial(BytesIO, file.encode() if isinstance(file, str) else file))
        for name, file in zip(NAMES, files, strict=False)
    ]
    reading = read_files(
        sources,
        today=date(2024, 2, 1),
        currency="EUR",
        stages=Stages(),
        day_first=day_first,
        year_first=year_first,
        owner=owner,
        format=format,
        mapping=mapping,
    )
    found = list(reading.found)
    return Read(reading.format, reading.read, found, reading.refused, reading.notes)
