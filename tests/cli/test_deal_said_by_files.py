"""``journal deal show``: what a file said of the deal beyond what is read of it stands last."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Rep
from hostile import UNSAFE

NOW = "2026-06-03T09:00"
HEADER = "Opportunity ID,Account Name,Opportunity Name,Stage,Amount,Close Date,Competitor"


@pytest.fixture
def rep(path: Path, capsys: pytest.CaptureFixture[str]) -> Rep:
    """A rep at a shell."""
    return Rep(path, capsys)


def brings(rep: Rep, folder: Path, text: str) -> None:
    """Import a file."""
    file = folder / "report.csv"
    file.write_text(text, encoding="utf-8")
    assert rep.asks("import", str(file), now=NOW).code == 0


def last_lines(rep: Rep, many: int) -> list[str]:
    """The last lines of the deal."""
    return rep.asks("deal", "show", "1", now=NOW).out.splitlines()[-many:]


def test_the_competitor_of_a_lost_deal_stands_with_it_and_in_its_json(
    rep: Rep, tmp_path: Path
) -> None:
    brings(rep, tmp_path, f"{HEADER}\n0061,Initech,Pilot,Closed Lost,500,2026-03-14,Hooli\n")
    assert last_lines(rep, 2) == ["From Salesforce:", "  Competitor: Hooli"]
    assert rep.gets("deal", "show", "1", now=NOW)["said_by_files"] == [
        {
            "system": "salesforce",
            "columns": [
                {"name": "Competitor", "text": "Hooli"},
                {"name": "Stage", "text": "Closed Lost"},
            ],
        }
    ]


def test_a_later_file_without_the_column_leaves_what_it_said(rep: Rep, tmp_path: Path) -> None:
    brings(rep, tmp_path, f"{HEADER}\n0061,Initech,Pilot,Closed Lost,500,2026-03-14,Hooli\n")
    brings(rep, tmp_path, "Opportunity ID,Opportunity Name,Stage\n0061,Trial,Closed Lost\n")
    assert last_lines(rep, 2) == ["From Salesforce:", "  Competitor: Hooli"]


def test_what_a_file_says_is_shown_in_one_line_cut_and_commands_nothing(
    rep: Rep, tmp_path: Path
) -> None:
    said = "[/] \x1b[2J two\u2028lines " + "x" * 300
    brings(rep, tmp_path, f'{HEADER}\n0061,Initech,Pilot,Closed Lost,500,2026-03-14,"{said}"\n')
    *_, line = last_lines(rep, 1)
    assert line.startswith("  Competitor: [/] ")
    assert line.endswith("xxx…")
    assert len(line) == len("  Competitor: ") + 200
    assert not UNSAFE & set(line)


def test_of_very_many_columns_thirty_are_shown_and_the_rest_is_counted(
    rep: Rep, tmp_path: Path
) -> None:
    titles = ",".join(f"Extra {n}" for n in range(1, 41))
    cells = ",".join(f"word {n}" for n in range(1, 41))
    brings(
        rep,
        tmp_path,
        f"{HEADER},{titles}\n0061,Initech,Pilot,Closed Lost,500,2026-03-14,,{cells}\n",
    )
    assert last_lines(rep, 2) == [
        "  Extra 30: word 30",
        "  and 10 more: journal export json has them",
    ]
