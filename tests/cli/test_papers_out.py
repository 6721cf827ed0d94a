"""The papers that leave the journal, asked for by a word, written where the rep says and nowhere else."""

from __future__ import annotations

import subprocess
import sys

import pytest
from asking import Rep

NOW = "2026-11-24T13:45"

BEGINNINGS = {
    "ics": "BEGIN:VCALENDAR\r\n",
    "markdown": "# Sales journal\n",
    "wall": "<!DOCTYPE html>\n",
    "salesforce": "Subject,ActivityDate,Status,Priority,WhoId,WhatId,OwnerId,Description,",
    "hubspot": "Activity Type,Activity Date,Activity Name,Notes/Description,",
    "pipedrive": "Activity - Subject,Activity - Type,Activity - Due date,",
}


@pytest.mark.parametrize("format", BEGINNINGS)
def test_each_paper_is_printed_or_written_to_a_file(rep: Rep, format: str) -> None:
    rep.asks("log", "call", "Acme", "-m", "[/] spoke \x1b[31m to Dana", now=NOW)
    printed = rep.asks("export", format, now=NOW)
    assert (printed.code, printed.err) == (0, "")
    assert printed.out.startswith(BEGINNINGS[format])
    assert "\x1b" not in printed.out
    target = rep.path.parent / "paper"
    written = rep.asks("export", format, "-o", str(target), now=NOW)
    assert (written.code, written.out) == (0, f"Written: {target}\n")
    assert target.read_bytes().decode() == printed.out
    refused = rep.asks("export", format, "-o", str(target), now=NOW)
    assert refused.code == 1
    assert rep.asks("export", format, "-o", str(target), "--force", now=NOW).code == 0


def test_since_leaves_out_what_is_older(rep: Rep) -> None:
    rep.asks("log", "call", "Old", "--on", "2026-11-20", now=NOW)
    rep.asks("log", "call", "New", now=NOW)
    for format in ("markdown", "salesforce"):
        told = rep.asks("export", format, "--since", "yesterday", now=NOW).out
        assert ("New" in told, "Old" in told) == (True, False)


def test_a_paper_of_no_journal_is_empty_and_makes_none(rep: Rep) -> None:
    assert rep.asks("export", "markdown", now=NOW).out == (
        "# Sales journal\n\nNothing is written down yet.\n"
    )
    assert not rep.path.exists()


def test_the_libraries_of_a_paper_are_loaded_with_it_and_not_before() -> None:
    child = subprocess.run(
        [
            sys.executable,
            "-c",
            "import journal.cli.export, journal.cli.log, screens.app, sys; print(*sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"icalendar", "jinja2"} & {name.split(".")[0] for name in child.stdout.split()}
