"""HubSpot's deals and activities, by the labels of its lists and by its internal names."""

from __future__ import annotations

from datetime import date, time

from exports import read_texts

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp, FollowUpState
from journal.money import Money
from journal.transfer.found import Move

LABELS = (
    "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Deal owner,"
    "Closed Lost Reason,Next step,Is Closed Won,Is closed lost,Associated Company,"
    "Associated Company IDs,Deal probability\n"
)


def test_a_list_of_deals_is_read_by_its_labels() -> None:
    read = read_texts(
        LABELS + "17,Renewal,Sales Pipeline,Closed Won (Sales Pipeline),1250.5,2024-01-20 00:00,"
        "2023-09-01 10:12,Ada,,,true,false,Acme,501,1\n"
        "18,Pilot,Sales Pipeline,Presentation Scheduled,800,2024-04-30 00:00,2024-01-02 09:00,Ada,,"
        "Call the CFO,false,false,Globex,502,0.6\n"
        "19,Rollout,Sales Pipeline,Closed Lost,0,2023-12-01 00:00,2023-10-01 00:00,Ada,Too dear,,"
        "false,true,Initech,503,0\n"
    )
    assert (read.format, read.rows, read.refused) == ("hubspot", 3, ())
    assert read.deals == [
        Deal(
            account="Acme",
            name="Renewal",
            amount=Money(125_050, "EUR"),
            outcome=Outcome.WON,
            opened=date(2023, 9, 1),
            closed=date(2024, 1, 20),
        ),
        Deal(
            account="Globex",
            name="Pilot",
            amount=Money(80_000, "EUR"),
            stage="Demonstration",
            opened=date(2024, 1, 2),
            expected_close=date(2024, 4, 30),
            next_step="Call the CFO",
        ),
        Deal(
            account="Initech",
            name="Rollout",
            outcome=Outcome.LOST,
            opened=date(2023, 10, 1),
            closed=date(2023, 12, 1),
            category="Too dear",
        ),
    ]
    assert [found.external_id for found in read.found] == ["17", "18", "19"]
    assert read.found[1].unknown["Deal probability"] == "60%"


def test_an_amount_in_company_currency_is_read_where_it_is_the_only_one() -> None:
    read = read_texts(
        "Record ID,Deal Name,Deal Stage,Amount in company currency,Currency,Create Date\n"
        "17,Renewal,Closed Won,1250.5,JPY,2023-09-01 10:12\n"
    )
    assert read.deal.amount == Money(125_050, "EUR")
    assert read.found[0].unknown["Currency"] == "JPY"


def test_the_deals_own_amount_goes_before_the_one_in_company_currency() -> None:
    read = read_texts(
        "Record ID,Deal Name,Deal Stage,Amount in company currency,Amount,Currency,Create Date\n"
        "17,Renewal,Closed Won,8.5,1250,JPY,2023-09-01 10:12\n"
    )
    assert read.deal.amount == Money(1_250, "JPY")
    assert read.found[0].unknown["Amount in company currency"] == "8.5"


def test_internal_names_and_ids_of_stages_are_read_the_same_way() -> None:
    read = read_texts(
        "hs_object_id,dealname,dealstage,pipeline,amount,closedate,createdate,hubspot_owner_id,"
        "closed_lost_reason\n"
        "17,Renewal,closedwon,default,500,2024-01-20T00:00:00Z,2023-09-01T10:12:00Z,9,\n"
        "18,Pilot,appointmentscheduled,default,800,2024-04-30,2024-01-02,9,\n"
        "19,Rollout,closedlost,default,0,2023-12-01,2023-10-01,9,Price\n"
    )
    assert read.format == "hubspot"
    assert [(deal.outcome, deal.stage) for deal in read.deals] == [
        (Outcome.WON, None),
        (Outcome.OPEN, "Initial meeting"),
        (Outcome.LOST, None),
    ]
    assert "Stage “appointmentscheduled” is read as your “Initial meeting”." in read.notes


def test_an_older_export_calls_the_id_deal_id() -> None:
    text = "Deal ID,Deal Name,Deal Stage,Amount,Associated Company\n17,Pilot,Contract Sent,5,Acme\n"
    (found,) = read_texts(text).found
    assert (found.system, found.external_id) == ("hubspot", "17")


def test_of_several_associated_companies_the_first_is_the_account() -> None:
    read = read_texts(
        LABELS + '17,Pilot,p,Contract Sent,5,,,Ada,,,,,"Acme; Globex",501;502,\n'
        '18,Audit,p,Contract Sent,5,,,Ada,,,,,"Smith; Sons",503,\n'
    )
    assert [deal.account for deal in read.deals] == ["Acme", "Smith; Sons"]
    assert read.found[0].unknown["Associated Company"] == "Acme; Globex"
    assert read.found[0].unknown["Associated Company IDs"] == "501;502"


def test_companies_named_by_number_alone_are_looked_up_in_their_own_file() -> None:
    deals = "Record ID,Deal Name,Deal Stage,Amount,Associated Company IDs\n17,A,Won,5,502;501\n"
    companies = "Record ID,Company name,Company owner\n501,Acme,Ada\n502,Globex,Ada\n"
    assert read_texts(deals, companies).deal.account == "Globex"


ENTERED = (
    "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Associated Company,"
    '"Date entered ""Closed Won (Sales Pipeline)""",'
    '"Date entered ""Appointment Scheduled (Sales Pipeline)""",'
    '"Date entered ""Qualified To Buy (Sales Pipeline)"""\n'
)


def test_the_days_a_deal_entered_its_stages_are_its_way() -> None:
    (found,) = read_texts(
        ENTERED + "17,Renewal,Closed Won,500,2024-01-20,2023-09-01,Acme,"
        "2024-01-20 11:00,2023-09-01 09:00,2023-10-15 10:00\n"
    ).found
    deal = found.value
    assert isinstance(deal, Deal)
    assert found.moves == (
        Move(date(2023, 9, 1), "stage", None, "Initial meeting"),
        Move(date(2023, 10, 15), "stage", "Initial meeting", "Qualification"),
        Move(date(2024, 1, 20), "outcome", "open", "won"),
    )
    assert (deal.stage, deal.qualified_on, deal.stage1_on) == (
        *("Qualification", date(2023, 10, 15)),
        None,
    )


def test_a_day_in_closed_won_does_not_make_a_deal_won() -> None:
    (found,) = read_texts(
        ENTERED + "17,Renewal,Qualified To Buy,500,2024-03-20,2023-09-01,Acme,2024-01-20,,\n"
    ).found
    deal = found.value
    assert isinstance(deal, Deal)
    assert (deal.outcome, deal.expected_close) == (Outcome.OPEN, date(2024, 3, 20))
    assert found.moves == ()


ACTIVITIES = (
    "Activity ID,Activity Type,Activity Date,Activity Owner,Notes/Description,Call Outcome,"
    "Meeting Outcome,Task Status,Task Due Date,Associated Contact Email,Associated Company,"
    "Associated Deal IDs\n"
)


def test_activities_are_done_or_still_to_do_each_by_its_kind() -> None:
    read = read_texts(
        ACTIVITIES
        + "1,Call,2024-01-10 09:30,Ada,Spoke to Kim,Connected,,,,k@acme.example,Acme,17\n"
        "2,Meeting,2024-01-12 14:00,Ada,Kick-off,,SCHEDULED,,,,Acme,\n"
        "3,Meeting,2024-01-15 14:00,Ada,Demo,,CANCELED,,,,Acme,\n"
        "4,Task,2024-01-09 08:00,Ada,Send the quote,,,NOT_STARTED,2024-02-05,,Acme,\n"
        "5,Task,2024-01-09 08:00,Ada,Send the deck,,,COMPLETED,2024-01-11,,Acme,\n"
        "6,Meeting,2024-02-20 14:00,Ada,Review,,SCHEDULED,,,,Globex,\n"
        "7,INCOMING_EMAIL,2024-01-16 14:00,Ada,Re: quote,,,,,,Globex,\n"
    )
    assert (read.format, read.refused) == ("hubspot", ())
    assert read.activities == [
        Activity(
            day=date(2024, 1, 10),
            time=time(9, 30),
            kind="call",
            account="Acme",
            outcome="reached",
            text="Spoke to Kim",
        ),
        Activity(
            day=date(2024, 1, 12), time=time(14), kind="meeting", account="Acme", text="Kick-off"
        ),
        Activity(
            day=date(2024, 1, 9), time=time(8), kind="other", account="Acme", text="Send the deck"
        ),
        Activity(
            day=date(2024, 1, 16), time=time(14), kind="other", account="Globex", text="Re: quote"
        ),
    ]
    assert read.follow_ups == [
        FollowUp(
            due=date(2024, 1, 15),
            what="Meeting",
            account="Acme",
            reason="Demo",
            state=FollowUpState.CLOSED,
        ),
        FollowUp(due=date(2024, 2, 5), what="Send the quote", account="Acme"),
        FollowUp(due=date(2024, 2, 20), what="Meeting", account="Globex", reason="Review"),
    ]
    assert read.found[0].deal_external_id == "17"
    assert read.found[0].unknown["Associated Contact Email"] == "k@acme.example"


def test_the_duration_of_a_call_is_in_thousandths_of_a_second() -> None:
    read = read_texts(
        "Record ID,Activity type,Activity date,Call title,Call duration,Activity assigned to\n"
        "1,Call,2024-01-10,Hello,330000,Ada\n"
    )
    assert (read.activities[0].minutes, read.activities[0].text) == (6, "Hello")
