"""``journal import`` of the next report, which has fewer columns, another order, or another header."""

from __future__ import annotations

from pathlib import Path

from asking import Rep

NOW = "2026-06-03T09:00"

FULL = (
    "Opportunity ID,Account Name,Opportunity Name,Stage,Amount,Close Date,Created Date,Next Step,"
    "Loss Reason\n"
    "0061,Acme,Big,Negotiation,1000,2026-12-01,2026-01-01,call Bob,\n"
    "0062,Beta,Small,Closed Lost,500,2026-02-01,2026-01-01,,Price\n"
)
SPARSE = "Opportunity ID,Opportunity Name,Stage\n0061,Big,Proposal\n0062,Small,Closed Lost\n"
HISTORY = (
    "Opportunity ID,Opportunity Name,From Stage,To Stage,Last Modified,Amount\n"
    "0061,Big,Discovery,Qualification,2026-01-18,1000\n"
    "0061,Big,Qualification,Negotiation,2026-02-13,1000\n"
)
CALLS = "Subject,Date,Status,Company / Account,Call Result,Comments,Assigned\n"
MORNING = "Call,2026-02-13,Completed,Globex,No answer,morning,Ada\n"
NOON = "Call,2026-02-13,Completed,Globex,Reached,noon talk,Ada\n"
EVENING = "Call,2026-02-13,Completed,Globex,Reached,evening: signed,Ada\n"


def brings(rep: Rep, folder: Path, text: str) -> tuple[int, int, int]:
    """Import a file; how many rows were added, updated and left alone."""
    file = folder / "report.csv"
    file.write_text(text, encoding="utf-8")
    told = rep.gets("import", str(file), now=NOW)
    assert told["refused"] == []
    assert not any("was kept" in note for note in told["notes"])
    return told["added"], told["updated"], told["unchanged"]


def deals(rep: Rep) -> list[tuple[object, ...]]:
    """The deals with what the reports tell of them."""
    told = ("account", "name", "amount", "stage", "outcome", "opened", "expected_close", "closed")
    listed = [rep.gets("deal", "show", str(n), now=NOW) for n in (1, 2)]
    return [tuple(one[name] for name in (*told, "category", "next_step")) for one in listed]


def calls(rep: Rep) -> list[str]:
    """What was said in the calls of a day."""
    return [one["note"] for one in rep.gets("list", "2026-02-13", now=NOW)]


def test_a_report_with_fewer_columns_takes_nothing_away(rep: Rep, tmp_path: Path) -> None:
    small = ("Beta", "Small", 500, None, "lost", "2026-01-01", None, "2026-02-01", "Price", None)
    big = ("2026-01-01", "2026-12-01", None, None, "call Bob")
    assert brings(rep, tmp_path, FULL) == (2, 0, 0)
    assert brings(rep, tmp_path, SPARSE) == (0, 1, 1)
    assert deals(rep) == [("Acme", "Big", 1000, "Proposal", "open", *big), small]
    assert brings(rep, tmp_path, HISTORY) == (0, 1, 0)
    assert deals(rep) == [("Acme", "Big", 1000, "Negotiation", "open", *big), small]
    assert brings(rep, tmp_path, FULL) == (0, 0, 2)


def test_an_own_amount_is_kept_without_a_word_of_a_file_that_has_none(
    rep: Rep, tmp_path: Path
) -> None:
    brings(rep, tmp_path, FULL)
    rep.asks("deal", "edit", "1", "--amount", "1500", now=NOW)
    assert brings(rep, tmp_path, SPARSE) == (0, 1, 1)
    assert deals(rep)[0][2] == 1500


def test_a_deal_in_dollars_stays_in_dollars_in_a_file_without_currencies(
    rep: Rep, tmp_path: Path
) -> None:
    with_currency = "Id,Account,Deal name,Amount,Currency,Stage\n"
    without = "Id,Account,Deal name,Amount,Stage\n006000000000009,Acme,Renewal,{},Proposal\n"
    brings(rep, tmp_path, with_currency + "006000000000009,Acme,Renewal,1000,USD,Proposal\n")
    assert brings(rep, tmp_path, without.format("1000")) == (0, 0, 1)
    assert brings(rep, tmp_path, without.format("1200")) == (0, 1, 0)
    shown = rep.gets("deal", "show", "1", now=NOW)
    assert (shown["amount"], shown["currency"]) == (1200, "USD")
    assert brings(rep, tmp_path, without.format("EUR 1200")) == (0, 1, 0)
    assert rep.gets("deal", "show", "1", now=NOW)["currency"] == "EUR"
    assert brings(rep, tmp_path, without.format("EUR 1200")) == (0, 0, 1)


def test_a_shorter_list_of_activities_takes_nothing_away(rep: Rep, tmp_path: Path) -> None:
    full = "Id,Subject,ActivityDate,Status,Description,CallDurationInSeconds,Account Name\n"
    call = "00T1,Call,2026-02-13,Completed,long talk,300,Acme\n"
    task = "00T2,Todo,2026-07-02,Not Started,prepare slides,,Acme\n"
    brings(rep, tmp_path, full + call + task)
    shorter = "Id,Subject,ActivityDate,Status\n00T1,Call,2026-02-13,Completed\n"
    assert brings(rep, tmp_path, shorter + "00T2,Todo,2026-07-02,Not Started\n") == (0, 0, 2)
    (kept,) = rep.gets("list", "2026-02-13", now=NOW)
    assert (kept["note"], kept["minutes"], kept["account"]) == ("Call\nlong talk", 5, "Acme")


TASKS = "Account,Subject,Due date,Status\n"
OFFER = "Acme,Send the offer,2026-05-10,Not Started\nGlobex,Call,2026-05-12,Not Started\n"


def waiting(rep: Rep) -> list[tuple[str, str]]:
    """What waits for the rep, and the day it was for."""
    listed = rep.gets("due", now="2026-06-10T09:00")["due"]
    return [(one["reason"], one["day"]) for one in listed]


def test_late_tasks_are_not_done_for_a_list_that_does_not_say_so(rep: Rep, tmp_path: Path) -> None:
    late = [("Send the offer", "2026-05-10"), ("Call", "2026-05-12")]
    for ids in (("", ""), ("T1,", "T2,")):
        first, second = OFFER.splitlines()
        header = "Id," if ids[0] else ""
        whole = f"{header}{TASKS}{ids[0]}{first}\n{ids[1]}{second}\n"
        assert brings(rep, tmp_path, whole) == (2, 0, 0)
        assert brings(rep, tmp_path, whole.replace(",Status", "").replace(",Not Started", "")) == (
            *(0, 0, 2),
        )
        assert waiting(rep) == late
        assert rep.gets("list", "2026-05-10", now=NOW) == []
        assert brings(rep, tmp_path, whole.replace("Not Started", "Completed")) == (2, 0, 0)
        assert waiting(rep) == []
        assert rep.asks("undo", now=NOW).code == rep.asks("undo", now=NOW).code == 0


def test_a_task_that_was_to_wait_waits_past_its_day_and_takes_a_new_one(
    rep: Rep, tmp_path: Path
) -> None:
    brings(rep, tmp_path, TASKS.replace("Acc", "Id,Acc") + "T1,Acme,Offer,2026-06-05,Not Started\n")
    shorter = "Id,Account,Subject,Due date\nT1,Acme,{},{}\n"
    later = tmp_path / "later.csv"
    later.write_text(shorter.format("Offer", "2026-06-05"), encoding="utf-8")
    told = rep.gets("import", str(later), now="2026-06-09T09:00")
    assert (told["added"], told["updated"], told["unchanged"]) == (0, 0, 1)
    later.write_text(shorter.format("New offer", "2026-06-08"), encoding="utf-8")
    told = rep.gets("import", str(later), now="2026-06-09T09:00")
    assert (told["added"], told["updated"], told["unchanged"]) == (0, 1, 0)
    assert waiting(rep) == [("New offer", "2026-06-08")]


def test_a_meeting_of_a_calendar_is_held_when_its_day_has_come(rep: Rep, tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    text = "Id,Subject,StartDateTime,EndDateTime\n"
    file.write_text(text + "00U2,Review,2026-06-08T09:00:00.000Z,2026-06-08T10:00:00.000Z\n")
    assert rep.gets("import", str(file), now=NOW)["added"] == 1
    assert rep.gets("import", str(file), now="2026-06-09T09:00")["added"] == 1
    assert waiting(rep) == []
    assert rep.gets("import", str(file), now="2026-06-10T09:00")["unchanged"] == 1


def test_a_task_done_before_its_day_is_not_to_do_again(rep: Rep, tmp_path: Path) -> None:
    text = "Id,Account,Subject,Due date,Status,Completed date\n"
    text += "T1,Acme,Offer,2026-07-01,Completed,2026-06-02\n"
    assert brings(rep, tmp_path, text) == (1, 0, 0)
    shorter = "Id,Account,Subject,Due date\nT1,Acme,Offer,2026-07-01\n"
    assert brings(rep, tmp_path, shorter) == (0, 0, 1)
    assert waiting(rep) == []


def test_a_deleted_call_stays_away_and_a_new_one_comes_in(rep: Rep, tmp_path: Path) -> None:
    assert brings(rep, tmp_path, CALLS + MORNING + NOON) == (2, 0, 0)
    assert rep.asks("delete", "1", now=NOW).code == 0
    assert brings(rep, tmp_path, CALLS + EVENING + NOON + MORNING) == (1, 0, 2)
    assert calls(rep) == ["Call\nnoon talk", "Call\nevening: signed"]
    assert brings(rep, tmp_path, CALLS + EVENING + NOON + MORNING) == (0, 0, 3)
    assert rep.asks("undo", now=NOW).code == 0
    assert calls(rep) == ["Call\nnoon talk"]


def test_a_report_that_is_read_as_another_programs_doubles_nothing(
    rep: Rep, tmp_path: Path
) -> None:
    table = "Opportunity ID,Account Name,Stage,Amount\n006000000000061,Acme,Closed Won,10\n"
    program = (
        "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date\n"
        "006000000000061,Big,Acme,Closed Won,10,2026-01-02\n"
    )
    assert brings(rep, tmp_path, table) == (1, 0, 0)
    assert brings(rep, tmp_path, program) == (0, 1, 0)
    assert brings(rep, tmp_path, table) == (0, 0, 1)


def test_a_renewal_of_each_year_comes_in(rep: Rep, tmp_path: Path) -> None:
    text = (
        "Account Name,Opportunity Name,Stage,Amount,Close Date\n"
        "Acme,Renewal,Closed Won,100,2025-03-01\nAcme,Renewal,Negotiation,200,2026-12-01\n"
    )
    assert brings(rep, tmp_path, text) == (2, 0, 0)
    assert [one[2:5] for one in deals(rep)] == [(100, None, "won"), (200, "Negotiation", "open")]
    assert brings(rep, tmp_path, text) == (0, 0, 2)
