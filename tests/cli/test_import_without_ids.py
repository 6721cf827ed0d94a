"""``journal import`` of lists whose rows have no id, and which have more columns one day than another."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Json, Rep

NOW = "2026-04-05T09:00"
DEALS = "Account Name,Opportunity Name,Stage,Amount,Close Date\n"
WON, OPEN = "Acme,One,Closed Won,10000,2026-02-01\n", "Globex,Two,Proposal,200,2026-05-01\n"
CALLS = "Subject,Date,Status,Company / Account,Comments\n"
CALL, TASK = "Call,2026-02-03,Completed,Acme,hi\n", "Send,2026-04-03,Not Started,Acme,hi\n"


def owned(text: str, title: str) -> str:
    """A list with the column before the others that tells its program."""
    header, *rows = text.splitlines(keepends=True)
    return f"{title},{header}" + "".join(f"Jo,{row}" for row in rows)


def told(rep: Rep, folder: Path, *texts: str) -> Json:
    """Import these files in one call, and what was said of it."""
    files = [folder / f"list {n}.csv" for n, _ in enumerate(texts)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return rep.gets("import", *map(str, files), now=NOW)


def brings(rep: Rep, folder: Path, *texts: str) -> tuple[str, int, int, int]:
    """What they were taken for, and how many rows were added, updated and left alone."""
    said = told(rep, folder, *texts)
    assert said["refused"] == []
    return said["format"], said["added"], said["updated"], said["unchanged"]


def waiting(rep: Rep) -> list[str]:
    """What the tasks of the account that are due are for."""
    due = rep.gets("due", now=NOW)["due"]
    return [one["reason"] for one in due if one["account"] == "Acme"]


def test_won_deals_count_once_when_the_next_report_lacks_the_column_of_owners(
    rep: Rep, tmp_path: Path
) -> None:
    full = owned(DEALS + WON + OPEN, "Opportunity Owner")
    assert brings(rep, tmp_path, full) == ("salesforce", 2, 0, 0)
    assert brings(rep, tmp_path, DEALS + WON + OPEN) == ("table", 0, 0, 2)
    moved = DEALS + WON + OPEN.replace("200", "300")
    assert brings(rep, tmp_path, moved) == ("table", 0, 1, 1)
    assert brings(rep, tmp_path, full) == ("salesforce", 0, 1, 1)
    assert rep.gets("stats", now=NOW)["won_value"] == 10_000


def test_the_report_of_a_program_goes_on_with_what_was_taken_for_a_table(
    rep: Rep, tmp_path: Path
) -> None:
    assert brings(rep, tmp_path, CALLS + CALL + TASK) == ("table", 2, 0, 0)
    full = owned(CALLS + CALL + TASK, "Assigned")
    assert brings(rep, tmp_path, full) == ("salesforce", 0, 0, 2)
    more = owned(CALLS + CALL + CALL.replace("hi", "and ho") + TASK, "Assigned")
    assert brings(rep, tmp_path, more) == ("salesforce", 1, 0, 2)
    assert brings(rep, tmp_path, more) == ("salesforce", 0, 0, 3)


def test_a_task_that_a_list_of_few_columns_shows_as_done_is_done_and_undo_is_exact(
    rep: Rep, tmp_path: Path
) -> None:
    brings(rep, tmp_path, owned(CALLS + CALL + TASK, "Assigned"))
    assert waiting(rep) == ["hi"]
    done = TASK.replace("Not Started", "Completed")
    assert brings(rep, tmp_path, CALLS + CALL + done) == ("table", 1, 0, 1)
    assert waiting(rep) == []
    rep.asks("undo", now=NOW)
    assert waiting(rep) == ["hi"]
    rep.asks("redo", now=NOW)
    assert waiting(rep) == []


def test_a_list_of_deals_with_hardly_a_column_is_the_same_deals(rep: Rep, tmp_path: Path) -> None:
    full = (
        "Deal Name,Deal Stage,Amount,Close Date,Deal owner,Associated Company\n"
        "One,Proposal,845,2026-06-01,Jo,Acme\n"
    )
    assert brings(rep, tmp_path, full) == ("hubspot", 1, 0, 0)
    assert brings(rep, tmp_path, "Deal Name,Amount,Company\nOne,900,Acme\n") == ("table", 0, 1, 0)


def test_a_call_that_the_rep_s_own_table_tells_in_other_words_stays_beside_it(
    rep: Rep, tmp_path: Path
) -> None:
    full, own = owned(CALLS + CALL, "Assigned"), CALLS + CALL.replace("hi", "my own words")
    assert brings(rep, tmp_path, full) == ("salesforce", 1, 0, 0)
    assert brings(rep, tmp_path, own) == ("table", 1, 0, 0)
    assert brings(rep, tmp_path, full) == ("salesforce", 0, 0, 1)
    assert brings(rep, tmp_path, own) == ("table", 0, 0, 1)


def test_two_reports_that_overlap_bring_nothing_twice_together_either(
    rep: Rep, tmp_path: Path
) -> None:
    first = owned(CALLS + CALL + CALL + TASK, "Assigned")
    other = owned(CALLS + CALL + TASK + CALL.replace("hi", "ho") + CALL + CALL, "Assigned")
    said = told(rep, tmp_path, first, other)
    assert (said["read"], said["added"]) == (8, 5)
    assert said["notes"] == ["3 rows repeat one that was read before them: left out."]
    assert brings(rep, tmp_path, other) == ("salesforce", 0, 0, 5)
    assert brings(rep, tmp_path, first, other)[1:] == (0, 0, 5)


def test_the_won_deal_and_the_next_of_its_name_come_in_from_two_lists(
    rep: Rep, tmp_path: Path
) -> None:
    won = DEALS + "Acme,Renewal,Closed Won,10000,2025-12-01\n"
    ahead = DEALS + "Acme,Renewal,Proposal,10000,2026-12-01\n"
    assert brings(rep, tmp_path, won, ahead) == ("table", 2, 0, 0)
    assert brings(rep, tmp_path, ahead) == ("table", 0, 0, 1)
    assert brings(rep, tmp_path, won) == ("table", 0, 0, 1)
    assert told(rep, tmp_path, won, won)["notes"] == [
        "1 row repeats one that was read before it: left out."
    ]


NUMBERED = f"Opportunity ID,{DEALS}006Dm00000AAAAAIA3,{OPEN}"
TWIN = (
    "1 new deal has the account and name of one that was here already: remove it if it is the same."
)


@pytest.mark.parametrize(
    ("first", "then"),
    [(DEALS + OPEN, NUMBERED), (NUMBERED, DEALS + OPEN)],
    ids=["a column of ids comes", "it goes"],
)
def test_a_deal_that_comes_again_with_an_id_or_without_is_told(
    rep: Rep, tmp_path: Path, first: str, then: str
) -> None:
    assert told(rep, tmp_path, first)["notes"] == []
    said = told(rep, tmp_path, then)
    assert (said["added"], said["notes"]) == (1, [TWIN])
    assert told(rep, tmp_path, then)["notes"] == []


def test_two_deals_of_a_name_that_have_ids_are_no_twins(rep: Rep, tmp_path: Path) -> None:
    brings(rep, tmp_path, NUMBERED)
    other = NUMBERED.replace("AAAAAIA3", "AAABIA3") + NUMBERED.splitlines(keepends=True)[1]
    assert told(rep, tmp_path, other)["notes"] == []


def test_of_new_deals_of_known_names_the_rep_is_told_how_many_they_are(
    rep: Rep, tmp_path: Path
) -> None:
    brings(rep, tmp_path, DEALS + WON + OPEN)
    ahead = DEALS + "Acme,One,Proposal,90,2027-02-01\nGlobex,Two,Closed Lost,7,2024-01-01\n"
    said = told(rep, tmp_path, ahead + "Hooli,One,Proposal,8,2027-02-01\n")
    assert (said["added"], said["updated"]) == (2, 1)
    assert said["notes"] == [TWIN]


def test_a_deal_that_moved_between_two_lists_of_one_call_is_told(rep: Rep, tmp_path: Path) -> None:
    won = OPEN.replace("Proposal,200,2026-05-01", "Closed Won,250,2026-03-20")
    said = told(rep, tmp_path, DEALS + OPEN, DEALS + won)
    assert said["added"] == 2
    assert said["notes"] == [
        "1 deal has the account and name of one in another of these files: remove it if it is the same."
    ]


def test_a_win_each_month_is_a_win_each(rep: Rep, tmp_path: Path) -> None:
    for month in ("01", "02", "03"):
        row = f"Acme,Top up,Closed Won,100,2026-{month}-28\n"
        assert brings(rep, tmp_path, DEALS + row)[1] == 1
        assert brings(rep, tmp_path, DEALS + row)[1:] == (0, 0, 1)
    assert rep.gets("stats", now=NOW)["won_value"] == 300


def test_an_open_deal_that_is_won_is_the_one_of_its_worth(rep: Rep, tmp_path: Path) -> None:
    header = DEALS.replace("\n", ",Created Date\n")
    won = "Acme,Licences,Closed Won,2420,2026-02-10,2026-01-11\n"
    open_ = "Acme,Licences,Proposal,45936,2026-06-30,2026-01-11\n"
    brings(rep, tmp_path, header + won + open_)
    later = "Acme,Licences,Closed Won,45936,2026-03-28,2026-01-11\n"
    assert brings(rep, tmp_path, header + later)[1:] == (0, 1, 0)
    assert rep.gets("stats", now=NOW)["won_value"] == 48_356
