"""``journal import``, on the genuine Salesforce export and on tables of a rep's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Rep

GENUINE = Path(__file__).parent / "genuine"
"""A genuine export, with its licence beside it."""

FILES = [str(GENUINE / name) for name in ("Opportunity.csv", "Task.csv", "Account.csv")]
NOW = "2024-02-01T09:00"


@pytest.fixture
def customer(rep: Rep) -> Rep:
    """A rep who brought their CRM."""
    assert rep.asks("import", *FILES, now=NOW).code == 0
    return rep


def test_the_genuine_export_is_read_whole(rep: Rep) -> None:
    report = rep.gets("import", *FILES, now=NOW)
    assert set(report) == {
        *("format", "read", "added", "updated", "unchanged", "refused", "notes", "batch"),
    }
    assert (report["format"], report["read"], report["added"]) == ("salesforce", 147, 125)
    assert (report["updated"], report["unchanged"], report["refused"]) == (0, 0, [])
    assert report["batch"] == 1


def test_reading_it_again_adds_nothing(customer: Rep) -> None:
    again = customer.gets("import", *FILES, now=NOW)
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 125)


def test_the_figures_of_its_deals(customer: Rep) -> None:
    stats = customer.gets("stats", now=NOW)
    assert stats["deals"] == {"won": 12, "lost": 3, "no_decision": 0, "open": 35}
    assert stats["win_rate"] == 0.8
    assert stats["won_value"] == 10542562.98
    assert stats["average_won"] == 878546.915
    assert stats["median_won"] == 743693.825
    assert {quarter: won["count"] for quarter, won in stats["won_by_quarter"].items()} == {
        "2023-Q1": 2,
        "2023-Q2": 1,
        "2023-Q3": 3,
        "2023-Q4": 6,
    }
    assert stats["cycle_days"] == {"median": None, "mean": None, "n": 0, "left_out": 12}


def test_the_win_rate_of_its_plan_is_held_to_the_default(customer: Rep) -> None:
    qualified = customer.gets("plan", now=NOW)["levels"][1]
    assert qualified["level"] == "qualified"
    assert round(qualified["rate"], 4) == 0.4857
    assert (qualified["raw_rate"], qualified["n"], qualified["source"]) == (0.8, 15, "history")


def test_its_open_tasks_wait_and_are_told_as_a_number(customer: Rep) -> None:
    due = customer.gets("today", now=NOW)["due"]
    assert len(due) == 75
    assert all(one["overdue_days"] > 0 and one["deal"] is None for one in due)
    assert sum(one["account"] is None for one in due) == 39
    shown = customer.asks("today", now=NOW).out
    assert "75 overdue" in shown
    assert len(shown.splitlines()) < 15


def test_a_dry_run_says_what_would_happen_and_changes_nothing(rep: Rep) -> None:
    report = rep.gets("import", *FILES, "--dry-run", now=NOW)
    assert (report["read"], report["added"], report["batch"]) == (147, 125, None)
    assert not rep.path.parent.exists()
    rep.asks("log", "call", now=NOW)
    assert rep.gets("import", *FILES, "--dry-run", now=NOW)["added"] == 125
    assert rep.gets("stats", now=NOW)["deals"]["won"] == 0
    assert rep.gets("undo", now=NOW)["undone"].startswith("1 call")


def test_undo_takes_all_of_an_import_back(customer: Rep) -> None:
    assert customer.gets("undo", now=NOW)["undone"].startswith("the import of Opportunity.csv")
    assert customer.gets("due", now=NOW) == {"due": [], "overdue": 0}
    assert customer.gets("import", *FILES, now=NOW)["added"] == 125


def write(rep: Rep, text: str, name: str = "deals.csv") -> str:
    folder = rep.path.parent
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_dates_that_fit_both_orders_are_asked_about_in_one_sentence(rep: Rep) -> None:
    file = write(rep, "Account,Amount,Stage,Close Date\nAcme,100,Won,03/04/2023\n")
    code, sentence = rep.asks("import", file).refused
    assert code == 1
    assert "--day-first or --month-first" in sentence
    assert not rep.path.exists()
    rep.asks("import", file, "--month-first")
    assert list(rep.gets("stats")["won_by_quarter"]) == ["2023-Q1"]


def test_the_other_order_is_april(rep: Rep) -> None:
    file = write(rep, "Account,Amount,Stage,Close Date\nAcme,100,Won,03/04/2023\n")
    rep.asks("import", file, "--day-first")
    assert list(rep.gets("stats")["won_by_quarter"]) == ["2023-Q2"]


def test_two_orders_at_once_are_asked_about_before_a_file_is_read(rep: Rep) -> None:
    sentence = "A day stands first or a month does: use --day-first or --month-first, not both."
    said = rep.asks("import", "deals.csv", "--day-first", "--month-first")
    assert said.refused == (2, sentence)
    said = rep.asks("import", "deals.csv", "--month-first", "--day-first")
    assert said.refused == (2, sentence)


def test_a_format_that_is_unknown_is_answered_with_all_there_are(rep: Rep) -> None:
    file = write(rep, "Account,Amount,Stage\nAcme,100,Won\n")
    assert rep.asks("import", file, "--from", "bogus").refused[1] == (
        "“bogus” cannot be read. Formats are: auto, salesforce, hubspot, pipedrive, table, json."
    )


def test_years_of_two_digits_are_asked_about_in_one_sentence_too(rep: Rep) -> None:
    file = write(rep, "Account,Amount,Stage,Close Date\nAcme,100,Won,23-05-10\n")
    _, sentence = rep.asks("import", file).refused
    assert sentence.endswith("begin or end with its year; say --year-first or --day-first.")
    rep.asks("import", file, "--year-first")
    assert list(rep.gets("stats")["won_by_quarter"]) == ["2023-Q2"]


def test_a_refused_row_is_named_by_file_line_and_reason(rep: Rep) -> None:
    file = write(rep, "Account,Amount,Stage\nAcme,100,Won\nGlobex,much,Won\n")
    (refused,) = rep.gets("import", file)["refused"]
    assert (refused["file"], refused["line"]) == ("deals.csv", 3)
    assert "much" in refused["why"]
    assert "  deals.csv, line 3: " in rep.asks("import", file).out


def test_a_column_may_be_named_by_hand(rep: Rep) -> None:
    file = write(rep, "Account,Stage,Closed on,Worth of it\nAcme,Won,2024-01-31,100\n")
    rep.asks("import", file, "--map", "Worth of it=amount")
    assert rep.gets("stats")["won_value"] == 100


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--map", "amount"), 2),
        (("--map", "Account=weather"), 2),
        (("--from", "excel"), 2),
    ],
)
def test_a_wrong_flag_is_one_sentence(rep: Rep, words: tuple[str, ...], code: int) -> None:
    file = write(rep, "Account,Amount,Stage\nAcme,100,Won\n")
    assert rep.asks("import", file, *words).refused[0] == code
    assert not rep.path.exists()


@pytest.mark.parametrize(
    "content", ["", "\x00\x01binary", 'Account,Amount,Stage\n"Acme,100,Won\n', "a,b\n1,2\n"]
)
def test_a_damaged_file_refuses_all_files_and_nothing_is_half_written(
    rep: Rep, content: str
) -> None:
    good = write(rep, "Account,Amount,Stage\nAcme,100,Won\n")
    bad = write(rep, content, "bad.csv")
    code, sentence = rep.asks("import", good, bad).refused
    assert code == 1
    assert "bad.csv" in sentence
    assert not rep.path.exists()


def test_a_file_that_is_not_there_is_named(rep: Rep) -> None:
    assert rep.asks("import", "nowhere.csv").refused == (1, "There is no file nowhere.csv.")


def test_a_folder_is_no_file(rep: Rep) -> None:
    assert rep.asks("import", ".").refused == (
        1,
        ". is a folder: name its files, like deals.csv.",
    )


def test_what_came_in_leads_on_to_a_target(rep: Rep) -> None:
    line = "12 won, 35 open came in. Set a target: journal plan set --target …"
    assert rep.asks("import", *FILES, now=NOW).out.splitlines()[-1] == line
    assert line not in rep.asks("import", *FILES, now=NOW).out


def test_with_a_target_nothing_more_is_asked_for(rep: Rep) -> None:
    rep.asks("plan", "set", "--target", "1M", "--by", "2024-12-31", now=NOW)
    said = rep.asks("import", *FILES, now=NOW).out.splitlines()
    assert said[-2] == "journal undo takes all of it back."
    assert said[-1].startswith("3 lost deals have no way back in yet: journal deal way-back")


def test_import_stats_and_plan_say_the_same_of_deals_entered_late(rep: Rep) -> None:
    sentence = "12 won deals were entered after they closed: not in the sales cycle."
    assert sentence in rep.asks("import", *FILES, now=NOW).out.splitlines()
    for verb in ("stats", "plan"):
        assert sentence in rep.asks(verb, now=NOW).out.splitlines()


def test_files_of_several_programs_come_in_as_one_and_only_one_rep_s_rows(rep: Rep) -> None:
    deals = (
        "Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal owner,Associated Company\n"
        "1,Renewal,Closed Won,100,2024-01-20,Ada Byron,Acme\n"
        "2,Pilot,Closed Lost,100,2024-01-20,Bob Ray,Globex\n"
        "3,Audit,Contract Sent,100,2024-03-20,ada byron,Hooli\n"
    )
    activities = (
        "Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,"
        "Activity - Assigned to user,Deal - Title,Organization - Name\n"
        "Call Kim,call,2024-01-10,Done,Ada Byron,Audit,Hooli\n"
        "Mail Lou,email,2024-02-20,Undone,Bob Ray,Pilot,Globex\n"
    )
    files = write(rep, activities, "activities.csv"), write(rep, deals)
    report = rep.gets("import", *files, "--owner", "Ada Byron")
    assert (report["format"], report["read"], report["added"]) == ("mixed", 5, 3)
    assert "2 rows have another owner: left out." in report["notes"]
    stats = rep.gets("stats")
    assert stats["deals"] == {"won": 1, "lost": 0, "no_decision": 0, "open": 1}
    assert stats["activity"] == {"call": 1}
    (call,) = rep.gets("list", "2024-01-10")
    assert (call["account"], call["deal"]) == ("Hooli", 2)
    assert rep.gets("undo")["undone"] == "the import of activities.csv, deals.csv"
    assert rep.gets("stats")["deals"]["won"] == 0


def test_a_file_that_is_named_twice_is_read_once(rep: Rep) -> None:
    file = write(rep, "Account,Amount\nAcme,5\nAcme,7\n")
    report = rep.gets("import", file, file)
    assert (report["read"], report["added"]) == (2, 2)


def test_two_files_of_one_name_are_told_apart_by_their_folders(rep: Rep) -> None:
    first = write(rep, "Account,Amount\nAcme,5\n")
    (rep.path.parent / "more").mkdir()
    second = write(rep, "Account,Amount\nGlobex,much\n", "more/deals.csv")
    assert [row["file"] for row in rep.gets("import", first, second)["refused"]] == [second]


def test_accounts_alone_say_that_they_belong_with_their_deals(rep: Rep, tmp_path: Path) -> None:
    (file := tmp_path / "acc.csv").write_text("Id,Name\n001a,Acme\n", encoding="utf-8")
    assert rep.gets("import", str(file), now=NOW)["notes"] == [
        "Accounts alone change nothing: give this file along with the deals that name them."
    ]
    (deals := tmp_path / "deals.csv").write_text(
        "Id,Name,AccountId,Amount,StageName\n006a,Renewal,001a,10,Closed Won\n", encoding="utf-8"
    )
    assert rep.gets("import", str(deals), str(file), now=NOW)["notes"] == []


def test_only_rows_that_lack_an_account_are_said_to(rep: Rep, tmp_path: Path) -> None:
    file = tmp_path / "back.csv"
    file.write_text(
        "Id,Subject,ActivityDate,Status,AccountId,WhatId,Description,CallType,TaskSubtype\n"
        "00T1,Call,2024-01-02,Completed,001a,,"
        "[journal 019e878faa801f461df4eefef05497b3],Outbound,Call\n"
        "00T2,Call,2024-01-03,Completed,001a,,of the CRM alone,Outbound,Call\n",
        encoding="utf-8",
    )
    assert (
        "1 row names its account only by number: give the file of accounts along with it."
        in rep.gets("import", str(file), now=NOW)["notes"]
    )


def test_the_help_lists_every_field_that_a_column_may_be(rep: Rep) -> None:
    said = " ".join(rep.asks("import", "--help").out.split())
    assert "Fields for --map: about-id, about-name, account, account-id, amount," in said
    assert "won-on, ignore" in said
