"""Tasks that were done become activities; those still to do become follow-ups."""

from __future__ import annotations

from datetime import date

import pytest
from exports import read_texts

from journal.activity import Activity
from journal.follow_up import FollowUp, FollowUpState

API = (
    "Id,WhatId,AccountId,Subject,ActivityDate,Status,IsClosed,TaskSubtype,Type__c,CallType,"
    "CallDurationInSeconds,CallDisposition,Description,CompletedDateTime,LastModifiedDate\n"
)
ACCOUNTS = "Id,Name\n001Xy00000Ab1cDIAR,Acme\n"


def test_a_done_call_keeps_its_length_its_outcome_and_its_note() -> None:
    read = read_texts(
        API + "00T1,,001Xy00000Ab1cDIAR,Call the CFO,2024-01-25,Completed,1,Call,,Outbound,"
        "610,Left Voicemail,Try again on Monday,,\n",
        ACCOUNTS,
    )
    (found,) = read.found
    assert found.value == Activity(
        day=date(2024, 1, 25),
        kind="call",
        account="Acme",
        outcome="voicemail",
        minutes=11,
        text="Call the CFO\nTry again on Monday",
    )
    assert found.unknown["CallDisposition"] == "Left Voicemail"
    assert (found.external_id, found.system, found.line) == ("00T1", "salesforce", 2)


@pytest.mark.parametrize(
    ("subtype", "kind", "call_type", "subject", "expected"),
    [
        ("Call", "", "", "Budget", "call"),
        ("Email", "", "", "Budget", "email"),
        ("ListEmail", "", "", "Budget", "email"),
        ("Task", "Meeting", "", "Budget", "meeting"),
        ("Event", "", "", "Budget", "meeting"),
        ("Task", "Prep", "", "Budget", "other"),
        ("Task", "", "Inbound", "Budget", "call"),
        ("", "", "", "Email: Re: Budget", "email"),
        ("", "", "", "Meeting with the CFO", "meeting"),
        ("LinkedIn", "", "", "Budget", "social"),
        ("", "", "", "Send Quote", "other"),
    ],
)
def test_the_kind_is_read_from_type_or_subject(
    subtype: str, kind: str, call_type: str, subject: str, expected: str
) -> None:
    row = f"00T1,,,{subject},2024-01-25,Completed,1,{subtype},{kind},{call_type},,,,,\n"
    assert [activity.kind for activity in read_texts(API + row).activities] == [expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Connected", "reached"),
        ("No Answer", "no-answer"),
        ("Not interested", "said-no"),
        ("Meeting booked", "booked"),
        ("No-show", "no-show"),
        ("Wrong number", "wrong-number"),
        ("", None),
    ],
)
def test_a_call_result_becomes_one_word(said: str, expected: str | None) -> None:
    row = f"00T1,,,Budget,2024-01-25,Completed,1,Call,,,,{said},,,\n"
    assert [activity.outcome for activity in read_texts(API + row).activities] == [expected]


def test_a_task_done_before_its_day_counts_on_the_day_it_was_done() -> None:
    rows = (
        "00T1,,,Early,2024-03-01,Completed,1,Call,,,,,,2024-01-30T10:00:00.000+0000,\n"
        "00T2,,,Changed,2024-03-01,Completed,1,Call,,,,,,,2024-01-31T10:00:00.000+0000\n"
        "00T3,,,Never,2024-03-01,Completed,1,Call,,,,,,,\n"
    )
    read = read_texts(API + rows)
    assert [activity.day for activity in read.activities] == [date(2024, 1, 30), date(2024, 1, 31)]
    assert read.why == [
        (4, "It is said to be done, but its day, 2024-03-01, is still to come."),
    ]


def test_a_task_called_off_does_not_wait_for_the_rep() -> None:
    row = "00T1,,,Lunch,2024-01-20,Canceled,,,,,,,,,\n"
    assert read_texts(API + row).follow_ups == [
        FollowUp(due=date(2024, 1, 20), what="Lunch", state=FollowUpState.CLOSED)
    ]


def test_an_open_task_without_a_subject_is_refused() -> None:
    row = "00T1,,,,2024-01-20,Not Started,,,,,,,,,\n"
    assert read_texts(API + row).why == [
        (2, "It does not say what is to be done: give it a subject.")
    ]


def test_an_activity_report_is_read_by_its_labels() -> None:
    read = read_texts(
        "Assigned,Subject,Date,Status,Priority,Company / Account,Activity Type,Call Result,"
        "Call Duration,Comments\n"
        "Me,Budget,1/25/2024,Completed,Normal,Acme,Call,Connected,60,Asks for a quote\n"
        "Me,Send quote,2/5/2024,Not Started,Normal,Acme,,,,\n"
    )
    assert read.format == "salesforce"
    assert read.activities == [
        Activity(
            day=date(2024, 1, 25),
            kind="call",
            account="Acme",
            outcome="reached",
            minutes=1,
            text="Budget\nAsks for a quote",
        )
    ]
    assert read.follow_ups == [FollowUp(due=date(2024, 2, 5), what="Send quote", account="Acme")]


def test_a_calendar_of_meetings_is_done_up_to_today() -> None:
    read = read_texts(
        "Id,Subject,StartDateTime,EndDateTime,DurationInMinutes,WhatId\n"
        "00U1,Kick-off,2024-01-31T09:00:00.000Z,2024-01-31T10:00:00.000Z,60,006Xy00000Op1aA\n"
        "00U2,Review,2024-02-08T09:00:00.000Z,2024-02-08T10:00:00.000Z,60,\n"
    )
    assert [(one.kind, one.day, one.minutes) for one in read.activities] == [
        ("meeting", date(2024, 1, 31), 60)
    ]
    assert [(one.what, one.due) for one in read.follow_ups] == [("Review", date(2024, 2, 8))]


def test_a_plain_list_of_what_was_done_keeps_two_rows_alike_apart() -> None:
    text = "Date,Type,Account,Count,Notes\n2024-01-30,Calls,Acme,3,left vm\n"
    text += "2024-01-31,Email,Acme,,\n2024-01-31,Email,Acme,,\n2024-01-31,Email,Acme,0,\n"
    read = read_texts(text)
    assert [(one.kind, one.count, one.text) for one in read.activities] == [
        ("call", 3, "left vm"),
        ("email", 1, ""),
        ("email", 1, ""),
    ]
    assert [found.external_id for found in read.found] == [
        "acme | calls | 2024-01-30",
        "acme | email | 2024-01-31",
        "acme | email | 2024-01-31 #2",
    ]
    assert read.why == [(5, "“0” in the column “Count” is no count from 1 to 1,000.")]


def test_a_column_called_done_may_hold_a_word_or_the_day() -> None:
    read = read_texts(
        "Subject,Due Date,Done\nCall Ann,2024-01-20,2024-01-22\nCall Bob,2024-01-20,To do\n"
        "Call Cid,2024-01-20,Done\n"
    )
    assert [(one.text, one.day) for one in read.activities] == [
        ("Call Ann", date(2024, 1, 22)),
        ("Call Cid", date(2024, 1, 20)),
    ]
    assert [one.what for one in read.follow_ups] == ["Call Bob"]


def test_a_task_takes_its_account_from_the_deal_it_is_about() -> None:
    deals = "Id,Name,AccountId,StageName\n006Xy00000Op1aAIAR,Renewal,001Xy00000Ab1cDIAR,Discovery\n"
    task = "00T1,006Xy00000Op1aAIAR,,Send quote,2024-02-05,Not Started,,,,,,,,,\n"
    read = read_texts(API + task, deals, ACCOUNTS)
    assert read.follow_ups == [FollowUp(due=date(2024, 2, 5), what="Send quote", account="Acme")]
    assert read.found[1].deal_external_id == "006Xy00000Op1aAIAR"
