"""``journal deal`` and ``journal account``: deals from the first meeting to the way back in."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Rep

MARCH = "2026-03-02T10:00"


@pytest.fixture
def acme(rep: Rep) -> Rep:
    """A rep with one open deal."""
    saved = rep.asks(
        *("deal", "add", "Acme", "Service", "desk", "--amount", "48k", "--stage", "disc"),
        *("--opened", "2026-02-02", "--close", "31 mar"),
        now=MARCH,
    )
    assert saved.out == "Saved 1: Acme, Service desk, Discovery, 48,000 EUR, expected 2026-03-31\n"
    return rep


def test_a_deal_is_moved_pushed_and_listed_with_its_checks(acme: Rep) -> None:
    moved = acme.asks("deal", "stage", "1", "next", now=MARCH)
    assert moved.out.startswith("Moved 1: Acme, Service desk, Demonstration")
    assert acme.asks("deal", "stage", "1", "back", now=MARCH).out.startswith(
        "Moved 1: Acme, Service desk, Discovery"
    )
    pushed = acme.asks("deal", "push", "1", "30", "apr", now=MARCH)
    assert pushed.out.endswith("expected 2026-04-30, pushed once\n")
    checked = acme.asks("deal", "check", "1", "budget", "--evidence", "Dana says so", now=MARCH)
    assert checked.out == "Budget holds: B·····\nFind a champion with power.\n"
    acme.asks("log", "call", "Acme", now=MARCH)
    assert acme.asks("deal", "list", now=MARCH).out == (
        "1  Acme  Service desk  Discovery  48,000 EUR  0 d  today  pushed 1×  B··F··  ○ 4 open\n"
        "\n"
        "On the forecast: 0 with all six checks, 0 of 1 open deal.\n"
        "Every open deal: 48,000 EUR.\n"
    )


def test_a_list_without_an_open_deal_says_so_and_not_that_there_is_none(acme: Rep) -> None:
    acme.asks("deal", "lost", "1", now=MARCH)
    assert acme.asks("deal", "list", now=MARCH).out.startswith("No deal is open. Write one down: ")
    assert "✗ lost today" in acme.asks("deal", "list", "lost", now=MARCH).out


def test_the_list_as_json_pins_its_keys(acme: Rep) -> None:
    report = acme.gets("deal", "list", now=MARCH)
    (deal,) = report["deals"]
    gate = deal.pop("gate")
    assert deal == {
        **{"id": 1, "account": "Acme", "name": "Service desk", "amount": 48000},
        **{"currency": "EUR", "stage": "Discovery", "outcome": "open", "opened": "2026-02-02"},
        **{"stage1_on": None, "qualified_on": None, "pushes": 0},
        **{"expected_close": "2026-03-31", "closed": None, "category": None, "next_step": None},
        **{"last_touch": None, "days_in_stage": 28, "incomplete": False, "revived": False},
    }
    assert {key: gate[key] for key in ("on_forecast", "requalify", "step")} == {
        "on_forecast": False,
        "requalify": False,
        "step": "Get into the budget by 31 Mar.",
    }
    assert list(gate["checks"]) == [
        *("budget", "champion", "visibility", "fresh", "threat", "assumption")
    ]
    assert report["forecast"] == {
        **{"deals": 1, "on": 0, "requalify": 0, "without_amount": 0},
        "amounts": [{"currency": "EUR", "on_forecast": 0, "every_open_deal": 48000}],
    }
    assert report["ask_why"] == []


def test_a_loss_with_every_question_answered_lays_the_way_back_in(acme: Rep) -> None:
    lost = acme.gets(
        *("deal", "lost", "1", "--to", "Initech", "--category", "price", "--also", "timing"),
        *("--many-purchases", "yes", "--long-use", "yes", "--contract-end", "2026-09-18"),
        *("--evidence", "three tenders", "--could-have-known", "in January", "--ask", "eval"),
        *("--ask", "phones", "--buyer", "You were [/] late.", "--my-reason", "too dear"),
        *("--asked-by", "me", "--buyer-tag", "taught:speed"),
        now=MARCH,
    )
    assert (lost["outcome"], lost["category"], lost["incomplete"]) == (
        *("lost", "price or value"),
        False,
    )
    assert [touch["day"] for touch in lost["touches"]] == [
        *("2026-03-09", "2026-03-23", "2026-05-18", "2026-05-21", "2026-07-20", "2026-07-30"),
        *("2026-10-13", "2027-05-26", "2028-08-31"),
    ]
    page = acme.gets("deal", "show", "1", now=MARCH)
    assert page["story"]["winner"] == "Initech"
    assert page["story"]["more_categories"] == ["timing"]
    assert [(one["whose"], one["text"]) for one in page["answers"]] == [
        ("rep", "too dear"),
        ("buyer", "You were [/] late."),
    ]
    assert page["reasons"] == [
        {"tag": "speed", "whose": "buyer", "taught": True},
        {"tag": "price or value", "whose": "rep", "taught": None},
    ]
    assert [one["request"] for one in page["requests"]] == [
        "evaluation documents",
        "executives' phone numbers",
    ]
    acme.asks("undo", now=MARCH)
    assert acme.gets("deal", "show", "1", now=MARCH)["outcome"] == "open"


def test_a_loss_may_be_said_in_three_words(acme: Rep) -> None:
    assert acme.asks("deal", "lost", "1", now=MARCH).out == (
        "Lost 1: Acme, Service desk\n"
        "The way back in:\n"
        "  Mon 9 Mar  Day-7 touch\n"
        "  1 Apr  Day-30 touch\n"
        "  1 May  Day-60 touch\n"
        "  1 Jun  Day-90 touch\n"
        "  31 Aug  Day-180 touch\n"
        "  2 Mar 2027  Day-365 touch\n"
    )


def test_a_win_asks_why_until_it_is_answered(acme: Rep) -> None:
    won = acme.asks("deal", "won", "1", now=MARCH)
    assert won.out == (
        'Won 1: Acme, Service desk\nAsk what made them decide: journal deal answer 1 "…"\n'
    )
    assert "◌ won today, ask why" in acme.asks("deal", "list", "won", now=MARCH).out
    kept = acme.asks("deal", "answer", "1", "--why-not", "Dana is away", now=MARCH)
    assert kept.out.startswith("Kept. 1 waits for the buyer's answer")
    acme.asks("deal", "answer", "1", "night shift", "--tag", "taught:references", now=MARCH)
    assert "✓ won today" in acme.asks("deal", "list", "won", now=MARCH).out
    assert acme.gets("deal", "show", "1", now=MARCH)["story"]["why_not_asked"] is None


def test_lost_then_won_is_celebrated(acme: Rep) -> None:
    acme.asks("deal", "lost", "1", now=MARCH)
    opened = acme.asks("deal", "reopen", "1", "--close", "2026-06-30", now=MARCH)
    assert opened.out == "Opened again 1: Acme, Service desk\n"
    won = acme.asks("deal", "won", "1", "--answer", "You stayed.", now=MARCH)
    assert "Lost once, and won now: second place was not the end." in won.out


def test_no_decision_says_what_was_missing(acme: Rep) -> None:
    ended = acme.gets("deal", "no-decision", "1", "--missing", "change", now=MARCH)
    assert [one["day"] for one in ended["touches"]] == ["2026-04-01", "2026-05-18", "2026-07-30"]
    assert acme.gets("deal", "show", "1", now=MARCH)["story"]["missing"] == "change"


def test_a_request_is_asked_granted_or_refused(acme: Rep) -> None:
    acme.asks("deal", "lost", "1", "--ask", "criteria", now=MARCH)
    granted = acme.asks("deal", "request", "1", "criteria", "--granted", "-m", "mail", now=MARCH)
    assert granted.out == "Granted: final decision criteria\n"
    assert acme.gets("deal", "request", "1", "access", now=MARCH) == {
        **{"deal": 1, "request": "access to the people who decided", "state": "asked"},
        **{"day": "2026-03-02", "note": None},
    }
    answer = acme.gets("account", "acme", now=MARCH)
    assert [one["request"] for one in answer["open_requests"]] == [
        "access to the people who decided"
    ]


def test_the_story_is_written_bit_by_bit(acme: Rep) -> None:
    acme.asks("deal", "story", "1", "--pain", "lost to paper", "--next", "call Dana", now=MARCH)
    acme.asks("deal", "story", "1", "--need", "one list", now=MARCH)
    page = acme.gets("deal", "show", "1", now=MARCH)
    assert (page["story"]["pain"], page["story"]["need"], page["next_step"]) == (
        *("lost to paper", "one list"),
        "call Dana",
    )
    assert "Pain: lost to paper" in acme.asks("deal", "show", "1", now=MARCH).out


def test_what_becomes_known_of_a_lost_deal_stretches_its_calendar(acme: Rep) -> None:
    acme.asks("deal", "lost", "1", now=MARCH)
    acme.asks("deal", "story", "1", "--many-purchases", "yes", now=MARCH)
    touches = acme.gets("deal", "show", "1", now=MARCH)["follow_ups"]
    waiting = [one["day"] for one in touches if one["state"] == "due"]
    assert waiting[:3] == ["2026-03-09", "2026-04-16", "2026-06-01"]


def test_mondays_chance_is_private_and_kept(acme: Rep) -> None:
    assert acme.gets("deal", "chance", "1", "60%", "--close", "31 mar", now="2026-03-04T10:00") == {
        **{"id": 1, "monday": "2026-03-02", "chance": 0.6, "close": "2026-03-31"}
    }


def test_what_deals_teach_is_said_and_pinned(acme: Rep) -> None:
    acme.asks("deal", "chance", "1", "60%", now=MARCH)
    acme.asks("deal", "won", "1", "--buyer-tag", "references", now=MARCH)
    report = acme.gets("deal", "teach", now=MARCH)
    assert list(report) == ["reasons", "calibration", "silence", "second_place"]
    assert (report["calibration"]["n"], report["calibration"]["brier"]) == (1, None)
    assert report["reasons"]["tags"][0]["tag"] == "references"
    said = acme.asks("deal", "teach", now=MARCH).out
    assert "Compared from 5 wins and 5 losses" in said
    assert "Silence: 10 days (default); 0 sends count so far." in said


def test_where_are_we_with_acme(acme: Rep) -> None:
    acme.asks("log", "call", "Acme", "--outcome", "reached", now=MARCH)
    acme.asks("account", "acme", "--contact", "Dana Lee", "--role", "CFO", "--advocate", now=MARCH)
    acme.asks("follow-up", "add", "send numbers", "--on", "wed", "--account", "Acme", now=MARCH)
    assert acme.asks("account", "acm", now=MARCH).out == (
        "Acme\n"
        "  1  Service desk  Discovery  48,000 EUR  ○ 5 open\n"
        "Last touch: today\n"
        "Next step: Wed 4 Mar: send numbers\n"
        "Dana Lee, CFO, speaks for us\n"
        "  1 call with Acme reached today 10:00\n"
    )
    answer = acme.gets("account", "acme", now=MARCH)
    assert {key: answer[key] for key in ("stage", "amount", "currency", "last_touch", "risk")} == {
        **{"stage": "Discovery", "amount": 48000, "currency": "EUR", "last_touch": "2026-03-02"},
        "risk": None,
    }
    assert (answer["next_step"], answer["next_on"]) == ("send numbers", "2026-03-04")


def test_two_accounts_are_joined_and_undone(acme: Rep) -> None:
    acme.asks("deal", "add", "ACME Inc.", "Portal", now=MARCH)
    joined = acme.gets("account", "ACME Inc.", "--is", "Acme", now=MARCH)
    assert (joined["account"], joined["other_names"], len(joined["deals"])) == (
        *("Acme", ["ACME Inc."]),
        2,
    )
    acme.asks("undo", now=MARCH)
    assert len(acme.gets("account", "ACME Inc.", now=MARCH)["deals"]) == 1


def test_a_talking_point_is_ticked_in_the_pitch_it_was_said_in(acme: Rep) -> None:
    assert acme.asks("deal", "pitch", now=MARCH).out.startswith("No talking point yet")
    acme.asks("deal", "won", "1", "--buyer-tag", "night shift", now=MARCH)
    acme.asks("log", "demo", "Globex", now=MARCH)
    (demo,) = acme.gets("list", now=MARCH)
    ticked = acme.asks("deal", "pitch", str(demo["id"]), "night shift", now=MARCH)
    assert ticked.out == f"Ticked “night shift” in demo {demo['id']}\n"
    assert acme.gets("deal", "pitch", now=MARCH) == [
        {
            **{"reason": "night shift", "wins": 1, "losses": 0, "used": 1},
            "pitches": [
                {"id": demo["id"], "day": "2026-03-02", "kind": "demo", "account": "Globex"}
            ],
        }
    ]
    shown = acme.asks("deal", "pitch", now=MARCH).out
    assert shown == (f"night shift  1 won, 0 lost  used 1 ×  demo Globex today ({demo['id']})\n")
    refused = acme.asks("deal", "pitch", str(demo["id"]), now=MARCH)
    assert (refused.code, refused.out) == (2, "")


def test_due_shows_the_touches_of_lost_deals_with_their_reason(acme: Rep) -> None:
    acme.asks("deal", "no-decision", "1", now=MARCH)
    (due,) = acme.gets("due", now="2026-04-01T10:00")["due"]
    assert (due["kind"], due["deal"], due["reason"]) == (
        *("revival", 1),
        "nothing was decided on 2 Mar 2026",
    )


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("won", "9"), 1, "There is no deal 9"),
        (("won", "x"), 2, "“x” is no number of a deal; journal deal list shows them."),
        (("won", "1", "--on", "2026-02-01"), 2, "“Acme · Service desk” was opened on 2026-02-02"),
        (("lost", "1", "--on", "tomorrow"), 2, "That day has not come yet"),
        (("lost", "1", "--category", "luck"), 2, "“luck” is no category of a loss; say one of"),
        (("lost", "1", "--many-purchases", "maybe"), 2, "Say yes, no or unknown, not “maybe”."),
        (("lost", "1", "--to", "A", "--to-other", "B"), 2, "It went to one of them"),
        (("lost", "1", "--ask", "money"), 2, "“money” is none of the four requests"),
        (("no-decision", "1", "--missing", "luck"), 2, "“luck” is no reason for no decision"),
        (("reopen", "1"), 1, "“Acme · Service desk” is open"),
        (("stage", "1", "heaven"), 2, "“heaven” is not one stage; they are Reaching out"),
        (("push", "1", "15 mar"), 2, "It is expected on 31 Mar; a push is to a later day"),
        (("check", "1", "fresh", "--evidence", "x"), 2, "Fresh contact follows from what you log"),
        (("check", "1", "budget"), 2, "Say what that rests on"),
        (("chance", "1", "101%"), 2, "“101%” is no rate from 0 to 100 %"),
        (("add", "Acme", "X", "--amount", "many"), 2, "“many” is no amount"),
        (("add", "Acme", "X", "--amount", "-5"), 2, "An amount is nothing or more."),
        (("list", "gone"), 2, "Deals are listed as open, won, lost, no-decision or all."),
        (("answer", "1", "why"), 1, "“Acme · Service desk” is open; it is asked once"),
        (("story", "1"), 2, "Say what is known"),
        (("request", "1", "access", "--granted", "--refused"), 2, "It was granted or refused"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    acme: Rep, words: tuple[str, ...], code: int, sentence: str
) -> None:
    refused = acme.asks("deal", *words, now=MARCH).refused
    assert refused[0] == code
    assert refused[1].startswith(sentence)


def test_a_deal_is_not_won_twice(acme: Rep) -> None:
    acme.asks("deal", "won", "1", now=MARCH)
    code, sentence = acme.asks("deal", "won", "1", now="2026-03-04T10:00").refused
    assert (code, sentence) == (
        1,
        "“Acme · Service desk” was won on 2 Mar already: reopen it first if that has changed.",
    )


def test_a_journal_that_does_not_exist_yet_has_no_deals_and_is_not_made(rep: Rep) -> None:
    assert rep.gets("deal", "list") == {
        "deals": [],
        "forecast": {"deals": 0, "on": 0, "requalify": 0, "without_amount": 0, "amounts": []},
        "ask_why": [],
    }
    assert rep.asks("account", "Acme").refused[0] == 1
    assert not rep.path.exists()


def test_a_meeting_is_logged_with_how_it_went(rep: Rep) -> None:
    logged = rep.asks(
        *("log", "meeting", "Acme", "--talk", "40", "--questions", "12", "--silent", "their CFO"),
        *("--learned", "They hire.", "--they-learned", "We ship."),
    )
    assert logged.out.startswith("Saved 1: 1 meeting with Acme")
    assert rep.asks("undo").code == 0
    assert rep.gets("list") == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("meeting", "--talk", "140"), "“140” is no rate from 0 to 100 %"),
        (("meeting", "--questions", "many"), "Questions are a whole number"),
        (("email", "--talk", "40"), "Notes like these are for meeting, demo, visit"),
    ],
)
def test_what_cannot_be_said_of_a_meeting_saves_nothing(
    rep: Rep, words: tuple[str, ...], sentence: str
) -> None:
    code, refused = rep.asks("log", *words).refused
    assert code == 2
    assert refused.startswith(sentence)
    assert not rep.path.exists()


def test_a_deal_is_put_right_and_taken_away(acme: Rep) -> None:
    changed = acme.gets(
        *("deal", "edit", "1", "--amount", "52k", "--next", "send it", "--close", "30 apr"),
        now=MARCH,
    )
    assert (changed["amount"], changed["next_step"], changed["pushes"]) == (52000, "send it", 1)
    forgotten = acme.gets("deal", "edit", "1", "--amount", "", "--next", "", now=MARCH)
    assert (forgotten["amount"], forgotten["currency"], forgotten["next_step"]) == (
        *(None, None),
        None,
    )
    assert acme.asks("deal", "edit", "1", now=MARCH).refused[1].startswith("Say what changes")
    assert acme.asks("deal", "remove", "1", now=MARCH).out == "Removed 1: Acme, Service desk\n"
    assert acme.gets("deal", "list", now=MARCH)["deals"] == []
    acme.asks("undo", now=MARCH)
    assert len(acme.gets("deal", "list", now=MARCH)["deals"]) == 1


def test_deals_that_came_lost_are_offered_a_way_back(rep: Rep, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text(
        "Account,Deal,Amount,Stage,Outcome,Closed\n"
        "Acme,Renewal,50000,Proposal,lost,2026-02-20\n"
        "Globex,Platform,9000,Proposal,lost,2026-02-23\n"
    )
    told = rep.asks("import", str(table), now=MARCH)
    hint = "2 lost deals have no way back in yet: journal deal way-back lays the days of one."
    assert hint in told.out.splitlines()
    listed = rep.asks("deal", "way-back", now=MARCH).out.splitlines()
    assert listed[0] == "Lost, and no way back in is laid yet:"
    assert listed[1].split() == ["1", "Acme", "Renewal", "50,000", "EUR", "2026-02-20"]
    assert [one["id"] for one in rep.gets("deal", "way-back", now=MARCH)["without"]] == [1, 2]
    shown = rep.asks("deal", "show", "1", now=MARCH).out
    assert "No way back in is laid yet: journal deal way-back 1 lays its days." in shown
    laid = rep.asks("deal", "way-back", "1", now=MARCH).out.splitlines()
    assert laid[0] == "1: Acme, Renewal. 5 days of its way back are laid"
    assert len(laid) == 6
    touches = rep.gets("deal", "way-back", "2", now=MARCH)["touches"]
    assert touches[0]["day"] == "2026-03-25"
    rest = rep.asks("deal", "way-back", now=MARCH).out
    assert rest == "Every deal lost lately has its way back laid.\n"
    assert rep.asks("undo", now=MARCH).code == 0
    assert "Globex" in rep.asks("deal", "way-back", now=MARCH).out


def test_one_without_an_amount_stands_in_no_sum(rep: Rep) -> None:
    for name in ("One", "Two"):
        rep.asks("deal", "add", "Acme", name, now=MARCH)
        lines = rep.asks("deal", "list", now=MARCH).out.splitlines()
        count, stands = ("1", "stands") if name == "One" else ("2", "stand")
        assert f"{count} without an amount {stands} in no sum." in lines


def test_a_loss_that_another_program_turns_into_a_win_decides_nothing_any_more(
    rep: Rep, tmp_path: Path
) -> None:
    table = tmp_path / "deals.csv"
    rows = "Id,Account,Deal,Outcome,Closed\n77,Acme,Renewal,{},{}\n"
    table.write_text(rows.format("lost", "2026-02-20"))
    rep.asks("import", str(table), now=MARCH)
    rep.asks("deal", "answer", "1", "Too dear", "--tag", "price", now=MARCH)
    assert rep.gets("deal", "teach", now=MARCH)["reasons"]["losses"] == 1
    table.write_text(rows.format("won", "2026-03-02"))
    rep.asks("import", str(table), now="2026-03-03T10:00")
    assert rep.gets("deal", "show", "1", now=MARCH)["outcome"] == "won"
    decides = rep.gets("deal", "teach", now=MARCH)["reasons"]
    assert (decides["wins"], decides["losses"]) == (0, 0)
    assert rep.gets("deal", "show", "1", now=MARCH)["incomplete"] is True


def test_a_lost_deal_names_the_follow_ups_it_closes_or_keeps(acme: Rep) -> None:
    for what in ("Send the offer", "Call Dana"):
        acme.asks("follow-up", "add", what, "--on", "2026-03-06", "--deal", "1", now=MARCH)
    kept = acme.asks("deal", "lost", "1", "--keep-follow-ups", now=MARCH).out
    assert "Still waits: follow-up 1, Send the offer\n" in kept
    acme.asks("undo", now=MARCH)
    closed = acme.asks("deal", "lost", "1", now=MARCH).out
    assert "Closed with it: follow-up 2, Call Dana\n" in closed
    acme.asks("undo", now=MARCH)
    won = acme.asks("deal", "won", "1", "--close-follow-ups", "--json", now=MARCH).json
    assert (won["closed"], won["waiting"]) == ([1, 2], [])
