"""Every column of an import holds whatever stands in it, or its row is refused in a sentence."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from asking import Rep
from hostile import ALL, UNSAFE

from journal.transfer.field_names import ACTIVITY, DEAL

PLAIN = {
    "deals": {"account": "Acme", "stage": "Proposal", "amount": "5000", "close_date": "2024-03-01"},
    "activities": {"subject": "Call", "day": "2024-01-31", "account": "Acme"},
}  # fmt: skip
"""A row of each kind that is taken as it is."""

HISTORY = ("from_stage", "to_stage", "moved_on")
"""Columns that make a table a history of stages."""

NO_TEXT = {
    "deals": [
        *("amount", "currency", "close_date", "expected_close", "opened", "stage1_on"),
        *("qualified_on", "pushes"),
    ],
    "activities": ["day", "due", "done_on"],
}
"""Columns of days and numbers whose words refuse the row."""

FIELDS = {
    kind: {field: told.split(", ")[0] for field, told in names.items() if field not in HISTORY}
    for kind, names in (("deals", DEAL), ("activities", ACTIVITY))
}
"""The columns of each kind, by their surest names."""


def brings(rep: Rep, folder: Path, kind: str, words: str) -> None:
    """Bring in a row for each column with these words in it, and look at everything that is said of them."""
    names = FIELDS[kind]
    file = folder / f"{kind}.csv"
    told = {}
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(names.values()))
        writer.writeheader()
        for line, field in enumerate(names, 1):
            told[line] = f"no. {line} {words}"
            row = PLAIN[kind] | {"name": f"Deal {line}", "id": f"{line}"} | {field: told[line]}
            writer.writerow({names[each]: row[each] for each in names if each in row})
    tried = rep.asks("import", str(file), "--dry-run")
    assert (tried.code, tried.err) == (0, "")
    assert not (UNSAFE - {"\n"}) & set(tried.out)
    taken = rep.gets("import", str(file))
    assert taken["read"] == len(names)
    whole = rep.asks("export", "json").json
    lost = [line for line in told if not kept_in(whole, told[line])]
    assert len(taken["refused"]) == len(lost)
    assert [list(names)[line - 1] for line in lost] == NO_TEXT[kind]


def kept_in(value: object, words: str) -> bool:
    """Whether some text in some JSON holds these words, blanks aside."""
    if isinstance(value, dict):
        return any(kept_in(each, words) for pair in value.items() for each in pair)
    if isinstance(value, list):
        return any(kept_in(each, words) for each in value)
    if isinstance(value, str) and value.startswith("{"):
        return kept_in(json.loads(value), words)
    return isinstance(value, str) and "".join(words.split()) in "".join(value.split())


@pytest.mark.parametrize("kind", PLAIN)
def test_whatever_stands_in_a_column_is_kept_or_refused(
    rep: Rep, tmp_path: Path, kind: str
) -> None:
    brings(rep, tmp_path, kind, ALL.replace("\0", ""))
