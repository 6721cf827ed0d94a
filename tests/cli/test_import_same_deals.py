"""The same deals give the same figures, whichever program wrote them down and however it spells a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from asking import Rep

HUBSPOT = (
    "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Associated Company\n"
)
DEALS = (
    ("1", "Renewal", "Acme", "Closed Won", "12500.50", date(2024, 1, 20), date(2023, 9, 1)),
    ("2", "Pilot", "Globex", "Closed Lost", "0", date(2023, 12, 5), date(2023, 10, 3)),
    ("3", "Rollout", "Initech", "Closed Won", "8000", date(2023, 11, 9), date(2023, 8, 1)),
    ("4", "Audit", "Hooli", "Contract Sent", "700", date(2024, 3, 4), date(2024, 1, 25)),
    ("5", "Licences", "Acme", "Closed Won", "900", date(2023, 5, 25), date(2023, 4, 30)),
)
HISTORY = """\
Opportunity ID,Opportunity Name,Account Name,From Stage,To Stage,Stage Duration,Last Modified,\
Amount,Close Date,Stage,Created Date
1,Renewal,Acme,,Prospecting,0,2023-09-01,12500.50,2024-01-20,Closed Won,2023-09-01
1,Renewal,Acme,Prospecting,Qualification,30,2023-10-01,12500.50,2024-01-20,Closed Won,2023-09-01
1,Renewal,Acme,Qualification,Proposal/Price Quote,61,2023-12-01,12500.50,2024-01-20,Closed Won,2023-09-01
1,Renewal,Acme,Proposal/Price Quote,Closed Won,50,2024-01-20,12500.50,2024-01-20,Closed Won,2023-09-01
2,Pilot,Globex,,Prospecting,0,2023-10-03,0,2023-12-05,Closed Lost,2023-10-03
2,Pilot,Globex,Prospecting,Closed Lost,63,2023-12-05,0,2023-12-05,Closed Lost,2023-10-03
4,Audit,Hooli,,Negotiation/Review,0,2024-01-25,700,2024-03-04,Negotiation/Review,2024-01-25
3,Rollout,Initech,,Qualification,0,2023-08-01,8000,2023-11-09,Closed Won,2023-08-01
3,Rollout,Initech,Qualification,Closed Won,100,2023-11-09,8000,2023-11-09,Closed Won,2023-08-01
5,Licences,Acme,,Qualification,0,2023-04-30,900,2023-05-25,Closed Won,2023-04-30
5,Licences,Acme,Qualification,Closed Won,25,2023-05-25,900,2023-05-25,Closed Won,2023-04-30

Grand Totals (11 records)
Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved.
"""


def listed(spelled: Callable[[date], str]) -> str:
    """The deals as HubSpot lists them, days in one spelling."""
    rows = [
        f'{number},{name},{stage},Sales,{amount},"{spelled(close)}","{spelled(made)}",{account}\n'
        for number, name, account, stage, amount, close, made in DEALS
    ]
    return HUBSPOT + "".join(rows)


FILES = {
    "HubSpot": listed(lambda day: f"{day} 00:00"),
    "a Salesforce report of stages": HISTORY,
    "the day first": listed(lambda day: day.strftime("%d/%m/%Y")),
    "the month first": listed(lambda day: day.strftime("%m/%d/%Y 2:15:33 PM")),
    "the month's name": listed(lambda day: day.strftime("%d-%b-%Y")),
    "a spreadsheet's numbers": listed(lambda day: str((day - date(1899, 12, 30)).days)),
}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_the_same_deals_give_the_same_figures(rep: Rep, file: str) -> None:
    rep.path.parent.mkdir()
    path = rep.path.parent / "deals.csv"
    path.write_text(file, encoding="utf-8")
    assert rep.gets("import", str(path))["added"] == 5
    assert rep.gets("stats") == {
        "deals": {"won": 3, "lost": 1, "no_decision": 0, "open": 1},
        "win_rate": 0.75,
        "average_won": 7133.5,
        "median_won": 8000.0,
        "won_value": 21400.5,
        "other_currency": 0,
        "cycle_days": {"median": 100.0, "mean": 88.66666666666667, "n": 3, "left_out": 0},
        "won_by_quarter": {
            "2023-Q2": {"count": 1, "value": 900.0},
            "2023-Q4": {"count": 1, "value": 8000.0},
            "2024-Q1": {"count": 1, "value": 12500.5},
        },
        "currency": "EUR",
        "streak": {"current": 0, "best": 0, "freezes": 0},
        "strength": None,
        "activity": {},
        "bounce_back": {"median_days": None, "n": 0, "censored": 0},
    }
