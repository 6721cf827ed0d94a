"""Pipedrive's deals and activities, as it exports them and as it wants them for an import."""

from __future__ import annotations

from datetime import date, time

from exports import read_texts

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp
from journal.money import Money

DEALS = (
    "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Weighted value,"
    "Deal - Probability,Deal - Organization,Deal - Contact person,Deal - Pipeline,Deal - Stage,"
    "Deal - Label,Deal - Status,Deal - Owner,Deal - Deal created,Deal - Update time,"
    "Deal - Won time,Deal - Lost time,Deal - Deal closed on,Deal - Lost reason,"
    "Deal - Expected close date,Deal - Done activities\n"
)


def test_deals_are_read_as_they_are_exported() -> None:
    read = read_texts(
        DEALS + '41,Renewal,"1,250.50",USD,1250,100,Acme,Kim,Sales,Negotiations Started,,Won,Ada,'
        "2023-09-01 08:00:00,2024-01-20 15:55:37,2024-01-20 15:55:37,,2024-01-20,,2024-02-01,3\n"
        "42,Pilot,800,EUR,80,10,Globex,Lou,Sales,Lead In,,Open,Ada,2024-01-02 08:00:00,,,,,,"
        "2024-04-30,1\n"
        "43,Rollout,0,EUR,0,,Initech,,Sales,Proposal Made,,Lost,Ada,2023-10-01 08:00:00,,,"
        "2023-12-01 10:00:00,2023-12-01,Too dear,2023-11-30,2\n"
    )
    assert (read.format, read.refused) == ("pipedrive", ())
    assert read.deals == [
        Deal(
            account="Acme",
            name="Renewal",
            amount=Money(125_050, "USD"),
            stage="Negotiation",
            outcome=Outcome.WON,
            opened=date(2023, 9, 1),
            closed=date(2024, 1, 20),
        ),
        Deal(
            account="Globex",
            name="Pilot",
            amount=Money(80_000, "EUR"),
            stage="Reaching out",
            opened=date(2024, 1, 2),
            expected_close=date(2024, 4, 30),
        ),
        Deal(
            account="Initech",
            name="Rollout",
            stage="Proposal",
            outcome=Outcome.LOST,
            opened=date(2023, 10, 1),
            closed=date(2023, 12, 1),
            category="Too dear",
        ),
    ]
    assert [found.external_id for found in read.found] == ["41", "42", "43"]
    assert read.found[0].unknown["Deal - Contact person"] == "Kim"


def test_the_spelling_of_an_import_is_read_as_well() -> None:
    read = read_texts(
        "Deal - Title*,Deal - Value,Deal - Currency of value,Organization*,Contact person*,"
        "Deal - Stage (pipeline),Deal - Creation date,Deal - Closed on,Deal - Status,"
        "Deal - Pipedrive System ID\n"
        "Renewal,500,$,Acme,Kim,Demo Scheduled (Sales),2023-09-01,2024-01-20,Won,41\n"
    )
    assert (read.format, read.found[0].external_id) == ("pipedrive", "41")
    assert read.deal == Deal(
        account="Acme",
        name="Renewal",
        amount=Money(50_000, "USD"),
        stage="Demonstration",
        outcome=Outcome.WON,
        opened=date(2023, 9, 1),
        closed=date(2024, 1, 20),
    )


ACTIVITIES = (
    "Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,"
    "Activity - Duration,Activity - Done,Activity - Marked as done time,"
    "Activity - Assigned to user,Activity - Note,Activity - Creation date,Deal - Title,"
    "Deal - Value,Person - Name,Organization - Name\n"
)


def test_what_is_undone_is_a_follow_up_and_what_is_done_counts_on_the_day_it_was() -> None:
    read = read_texts(
        ACTIVITIES + "Call Kim,call,2024-01-10,09:30,00:30,Done,2024-01-11 10:00:00,Ada,Spoke,"
        "2024-01-02,Renewal,500,Kim,Acme\n"
        "Lunch,lunch,2024-02-06,12:00,,Undone,,Ada,,2024-01-02,Pilot,800,Lou,Globex\n"
        "Send quote,task,2024-01-20,,,To do,,Ada,,2024-01-02,,,,Initech\n"
    )
    assert (read.format, read.refused) == ("pipedrive", ())
    assert read.activities == [
        Activity(
            day=date(2024, 1, 11),
            time=time(10),
            kind="call",
            account="Acme",
            minutes=30,
            text="Call Kim\nSpoke",
        )
    ]
    assert read.follow_ups == [
        FollowUp(due=date(2024, 2, 6), what="Lunch", account="Globex"),
        FollowUp(due=date(2024, 1, 20), what="Send quote", account="Initech"),
    ]
    assert [found.deal_name for found in read.found] == ["Renewal", "Pilot", None]


def test_an_activity_that_names_only_its_deal_takes_the_account_from_it() -> None:
    read = read_texts(
        DEALS + "42,Pilot,800,EUR,80,10,Globex,Lou,Sales,Lead In,,Open,Ada,,,,,,,,1\n",
        ACTIVITIES + "Call,call,2024-01-10,,,Done,,Ada,,,Pilot,,,\n",
    )
    assert read.activities[0].account == "Globex"


def test_a_list_without_prefixes_is_known_by_its_other_names() -> None:
    read = read_texts(
        "ID,Title,Value,Currency of Value,Organization,Stage,Status,Won time,Deal created\n"
        "41,Renewal,500,EUR,Acme,Qualified,Won,2024-01-20 15:55:37,2023-09-01\n"
    )
    assert (read.format, read.deal.closed) == ("pipedrive", date(2024, 1, 20))


def test_a_deal_that_was_thrown_away_is_left_out() -> None:
    read = read_texts(
        "Deal - ID,Deal - Title,Deal - Value,Deal - Organization,Deal - Status\n"
        "41,Renewal,5,Acme,Open\n42,Pilot,5,Acme,Deleted\n"
    )
    assert [deal.name for deal in read.deals] == ["Renewal"]
    assert read.notes == ("1 row is marked as deleted: left out.",)


def test_notes_in_html_are_read_as_words() -> None:
    text = ACTIVITIES + 'Call,call,2024-01-10,,,Done,,Ada,"{}",,,,,Acme\n'
    html = "<p>Spoke to <b>Kim</b> &amp; Lou</p><p>Wants 5 &lt; 7<br/>by May</p>"
    (call,) = read_texts(text.format(html)).activities
    assert call.text == "Call\nSpoke to Kim & Lou\nWants 5 < 7\nby May"
    (call,) = read_texts(text.format("budget < 5k, <ask> them")).activities
    assert call.text == "Call\nbudget < 5k, <ask> them"


def test_html_in_a_table_of_one_s_own_stays_as_it_is() -> None:
    (call,) = read_texts("Subject,Date,Note\nCall,2024-01-10,<p>so</p>\n").activities
    assert call.text == "Call\n<p>so</p>"


def test_a_day_that_a_closed_deal_has_no_place_for_is_kept_beside_it() -> None:
    (found,) = read_texts(
        "Deal - ID,Deal - Title,Deal - Status,Deal - Expected close date,Deal - Won time,"
        "Deal - Lost time\n"
        "7,Pilot,Won,2024-02-28,2024-01-30 15:55:37,2023-12-01 10:00:00\n"
    ).found
    assert isinstance(found.value, Deal)
    assert found.value.closed == date(2024, 1, 30)
    assert found.unknown == {
        "Deal - Status": "Won",
        "Deal - Expected close date": "2024-02-28",
        "Deal - Lost time": "2023-12-01 10:00:00",
    }
