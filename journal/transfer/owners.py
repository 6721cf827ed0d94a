"""Whose rows a file holds: asked for when the export of a whole team is brought in."""

from __future__ import annotations

from collections import Counter

from journal.transfer.progress import Watch, watched
from journal.transfer.reading import Reading

MOST_OWNERS = 200
"""The most owners that are told apart; a column with more names something else."""


def owners_in(reading: Reading, watch: Watch | None = None) -> tuple[tuple[str, int], ...]:
    """Each owner and how many rows are theirs, the most first; empty when no file tells.

    Goes through the files once when one of them has a column of owners. Raises UnreadableFile.
    """
    titles = {
        file.name: column.title
        for file in reading.files
        for column in file.columns
        if column.field == "owner"
    }
    owners: Counter[str] = Counter()
    if not titles:
        return ()
    for found in watched(reading.found, reading.read, watch):
        owner = found.unknown.get(titles.get(found.file, ""), "")
        if owner and (owner in owners or len(owners) < MOST_OWNERS):
            owners[owner] += 1
    return tuple(owners.most_common())
