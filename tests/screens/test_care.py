"""The journal's file is looked after from the palette: a backup now, and a proof."""

from __future__ import annotations

from pathlib import Path

import pytest
from on_files import chooses, shows

from journal.journal import Journal
from screens.app import JournalApp


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("back up", "Backed up and proved: journal-2026-11-24T134500.db"),
        ("check the", "The journal is whole"),
    ],
)
async def test_the_palette_looks_after_the_file(
    journal: Journal, path: Path, typed: str, said: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await chooses(pilot, app, typed)
        await shows(pilot, app, said)
    backups = sorted(each.name for each in path.parent.glob("backups/*"))
    assert backups == (["journal-2026-11-24T134500.db"] if typed == "back up" else [])
