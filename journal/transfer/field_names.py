"""The names that programs give their columns, by what we call each; people write others, and may map them."""

from __future__ import annotations

DEAL = {
    "id": "Opportunity ID, Deal ID, Record ID, Pipedrive System ID, hs_object_id, Id",
    "name": "Opportunity Name, Deal Name, Deal Title, dealname, Title, Opportunity, Deal, Name",
    "account": "Account Name, Account, Company Name, Company, Customer, Customer Name, Client,"
    " Organization, Organisation, Organization Name, Associated Company (Primary),"
    " Associated Company, Associated Company Names, Associated Companies, Account: Account Name",
    "account_id": "AccountId, Account: Account ID, Associated Company IDs (Primary),"
    " Associated Company IDs, Associated Company ID",
    "amount": "Amount, Value, Deal Value, Deal Amount, Deal Size, Contract Value,"
    " Amount in company currency, amount_in_home_currency",
    "currency": "Amount Currency, Currency of Value, CurrencyIsoCode, Deal Currency Code, Currency",
    "stage": "StageName, Deal Stage, Stage (pipeline), Stage, Sales Stage",
    "from_stage": "From Stage, Old Stage",
    "to_stage": "To Stage, New Stage",
    "moved_on": "Last Modified, Last Modified Date, Stage Change Date, Edit Date",
    "status": "Status, Deal Status, Outcome",
    "won": "IsWon, Won, Is Closed Won, hs_is_closed_won",
    "lost": "Is Closed Lost, Lost, hs_is_closed_lost",
    "closed": "IsClosed, Closed, hs_is_closed",
    "close_date": "CloseDate, Closing Date",
    "expected_close": "Expected Close Date, Expected Close, Estimated Close Date",
    "closed_on": "Closed On, Deal closed on, Closed Date, Date Closed",
    "won_on": "Won time, Won Date, Won On",
    "lost_on": "Lost time, Lost Date, Lost On",
    "opened": "CreatedDate, Create Date, Deal created, Created, Created On, Creation date,"
    " Date Created, Opened, Opened On, Open Date, Date Opened",
    "stage1_on": "Stage 1 On",
    "qualified_on": "Qualified On, Qualified Date",
    "probability": "Probability (%), Probability, Deal Probability, hs_deal_stage_probability",
    "pushes": "PushCount, Pushes",
    "lost_reason": "Loss Reason, Lost Reason, Closed Lost Reason, Why did we lose?",
    "next_step": "NextStep, Next Steps",
    "owner": "Opportunity Owner, Deal Owner, Owner, Owner Name, hubspot_owner_id, OwnerId",
    "deleted": "IsDeleted",
}
"""What a deal's fields are called, the surest name first."""

ACTIVITY = {
    "id": "Activity ID, Task ID, Event ID, Pipedrive System ID, Record ID, hs_object_id,"
    " Engagement ID, Id",
    "subject": "Subject, Activity Name, Activity Title, Task Name, Task Title, Call Title,"
    " Meeting Name, Meeting Title, Email Subject, hs_task_subject, hs_call_title,"
    " hs_meeting_title, hs_email_subject, Task",
    "day": "ActivityDate, Date, StartDateTime, Meeting Start Time, hs_timestamp, Start, Due Date,"
    " Day",
    "due": "Task Due Date",
    "time": "Due Time, Start Time, Time",
    "done_on": "CompletedDateTime, Completed Date, Completed On, Marked as done time,"
    " hs_task_completion_date",
    "changed_on": "LastModifiedDate, Last Modified",
    "ends": "EndDateTime, Meeting End Time, End",
    "status": "Status, Task Status, hs_task_status",
    "done": "IsClosed, Closed, Done, Completed",
    "subtype": "TaskSubtype, EventSubtype",
    "type": "Activity Type, Engagement Type, hs_activity_type, Type, Kind, Activity",
    "call_type": "CallType, Call Direction, hs_call_direction",
    "result": "Call Result, CallDisposition, Call Outcome, Meeting Outcome, hs_call_disposition,"
    " hs_meeting_outcome, Outcome, Result",
    "seconds": "CallDurationInSeconds, Call Duration, Call Duration (HH:mm:ss)",
    "milliseconds": "hs_call_duration, Call Duration (milliseconds)",
    "minutes": "DurationInMinutes, Minutes, Duration",
    "count": "Count",
    "notes": "Full Comments, Comments, Description, Notes/Description, Call Notes, Task Notes,"
    " Meeting Notes, Note Body, Body Preview, hs_call_body, hs_meeting_body, hs_task_body,"
    " hs_note_body, Notes, Note",
    "account": "Company / Account, " + DEAL["account"],
    "account_id": DEAL["account_id"],
    "about_id": "WhatId, Opportunity ID, Deal ID, Deal - ID, Associated Deal IDs,"
    " Associated Deal ID",
    "about_name": "Opportunity, Opportunity Name, Deal, Deal Name, Deal Title, Deal - Title,"
    " Associated Deal, Associated Deals",
    "opened": DEAL["opened"],
    "owner": "Assigned, Assigned To, Assigned to user, Activity Owner, Activity Assigned To, "
    + DEAL["owner"],
    "deleted": "IsDeleted",
}
"""What an activity's fields are called, the surest name first."""

ACCOUNT = {
    "id": "AccountId, Company ID, Pipedrive System ID, Record ID, hs_object_id, Id",
    "account": "Account Name, Company Name, Name, Company",
    "deleted": "IsDeleted",
}
"""What an account's fields are called, the surest name first."""
