"""What a rep does with deals: each ending has its questions and its way back, and is one thing to undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import activity, day, note
from clocked import Rep

from journal.calendar import DayOff
from journal.deal import Deal, Outcome
from journal.deal_check import CheckName
from journal.deal_ending import Loss, LostTo, Missing, Tag, Undecided, Win, lost_to
from journal.deal_story import Whose
from journal.errors import BadInput, JournalError, NotFound
from journal.follow_up import FollowUpState
from journal.money import Money
from journal.request import Ask, RequestState
from storage.store import SqliteStore

SAID = tuple(name for name in CheckName if name is not CheckName.FRESH)


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    rep = Rep(store)
    rep.be("2026-03-02T10:00")
    return rep


EUROS = Money(50_000_00, "EUR")


def deal(
    rep: Rep,
    account: str = "Acme",
    name: str = "Renewal",
    *,
    amount: Money | None = EUROS,
    stage: str = "Proposal",
    opened: date | None = None,
    expected_close: date | None = None,
    next_step: str | None = None,
) -> Deal:
    return rep.journal.deals.add(
        account,
        name,
        amount=amount,
        stage=stage,
        opened=opened,
        expected_close=expected_close,
        next_step=next_step,
    )


def waiting(rep: Rep, number: int) -> list[date | None]:
    follow_ups = rep.journal.store.follow_ups.of_deals([number]).get(number, ())
    return [one.due for one in follow_ups if one.state is FollowUpState.DUE]


def test_a_new_deal_begins_at_the_first_stage(rep: Rep) -> None:
    saved = rep.journal.deals.add("Acme", "  Renewal ")
    assert (saved.name, saved.stage, saved.opened) == ("Renewal", "Reaching out", day("2026-03-02"))
    assert (saved.stage1_on, saved.qualified_on) == (None, None)


def test_a_deal_that_begins_further_on_today_reached_it_today(rep: Rep) -> None:
    today = deal(rep, stage="Discovery")
    assert (today.stage1_on, today.qualified_on) == (day("2026-03-02"), day("2026-03-02"))
    older = deal(rep, name="Portal", stage="Discovery", opened=day("2026-01-12"))
    assert (older.stage1_on, older.qualified_on) == (None, None)


def test_the_days_a_deal_first_came_so_far_are_kept_when_it_goes_back(rep: Rep) -> None:
    saved = deal(rep, stage="Reaching out")
    rep.be("2026-03-09T10:00")
    assert rep.journal.deals.set_stage(saved.id, "initial").stage1_on == day("2026-03-09")
    rep.be("2026-03-16T10:00")
    rep.journal.deals.set_stage(saved.id, "Discovery")
    rep.be("2026-03-23T10:00")
    back = rep.journal.deals.step(saved.id, -1)
    assert (back.stage, back.stage1_on, back.qualified_on) == (
        *("Qualification", day("2026-03-09")),
        day("2026-03-16"),
    )
    assert rep.journal.deals.story(saved.id).line.in_stage == 0


def test_a_push_is_counted_and_the_first_date_is_none(rep: Rep) -> None:
    saved = deal(rep)
    assert rep.journal.deals.push(saved.id, day("2026-04-01")).pushes == 0
    assert rep.journal.deals.push(saved.id, day("2026-05-01")).pushes == 1
    with pytest.raises(BadInput, match="a push is to a later day than that"):
        rep.journal.deals.push(saved.id, day("2026-04-15"))
    changed = replace(rep.journal.deals.get(saved.id), expected_close=day("2026-06-01"))
    assert rep.journal.deals.change(changed).pushes == 2


def test_a_lost_deal_with_both_factors_and_a_contract_end_gets_exactly_these_dates(
    rep: Rep,
) -> None:
    saved = deal(rep)
    loss = Loss(many_purchases=True, long_use=True, contract_end=day("2026-09-18"))
    ended = rep.journal.deals.lost(saved.id, loss)
    assert [one.due for one in ended.touches] == [
        *map(day, ("2026-03-09", "2026-03-23", "2026-05-18", "2026-05-21", "2026-07-20")),
        *map(day, ("2026-07-30", "2026-10-13", "2027-05-26", "2028-08-31")),
    ]
    assert {one.kind for one in ended.touches} == {"revival"}
    assert [(one.what, one.reason) for one in ended.touches[:2]] == [
        ("Day-7 touch", None),
        ("Contract ends in 180 days", "their contract ends on 18 Sep 2026"),
    ]


def test_undo_takes_a_loss_back_whole(rep: Rep) -> None:
    saved = deal(rep)
    rep.journal.deals.lost(
        saved.id,
        Loss(
            to=LostTo.COMPETITOR,
            winner="Initech",
            category="price or value",
            my_reason="too dear",
            buyers_words="You were late.",
            contract_end=day("2026-09-18"),
            requests=(Ask.EVALUATION, Ask.PHONES),
        ),
    )
    page = rep.journal.deals.story(saved.id)
    assert (page.deal.outcome, page.story.winner) == (Outcome.LOST, "Initech")
    assert [(one.whose, one.text) for one in page.answers] == [
        (Whose.REP, "too dear"),
        (Whose.BUYER, "You were late."),
    ]
    assert [(one.tag, one.whose) for one in page.reasons] == [("price or value", Whose.REP)]
    assert [(one.ask, one.state) for one in page.requests] == [
        (Ask.EVALUATION, RequestState.ASKED),
        (Ask.PHONES, RequestState.ASKED),
    ]
    rep.journal.undo()
    page = rep.journal.deals.story(saved.id)
    assert (page.deal.outcome, page.deal.closed, page.story.winner) == (Outcome.OPEN, None, "")
    assert (page.answers, page.reasons, page.requests, page.follow_ups) == ((), (), (), ())
    assert page.contract_end is None


def test_a_loss_may_leave_everything_unknown(rep: Rep) -> None:
    ended = rep.journal.deals.lost(deal(rep).id)
    page = rep.journal.deals.story(ended.deal.id)
    assert (ended.deal.category, page.story.winner, page.reasons) == ("unknown", "", ())
    assert len(ended.touches) == 6


@pytest.mark.parametrize(
    ("to", "winner", "kept"),
    [
        (LostTo.COMPETITOR, " Initech ", "Initech"),
        (LostTo.COMPETITOR, "", "a competitor"),
        (LostTo.OTHER, "spreadsheets", "another solution: spreadsheets"),
        (LostTo.OTHER, "", "another solution"),
        (LostTo.UNKNOWN, "", ""),
    ],
)
def test_who_won_is_kept_in_words(rep: Rep, to: LostTo, winner: str, kept: str) -> None:
    ended = rep.journal.deals.lost(deal(rep).id, Loss(to=to, winner=winner))
    story = rep.journal.deals.story(ended.deal.id).story
    assert (story.winner, lost_to(story.winner)) == (kept, to)


def test_no_decision_asks_what_was_missing_and_whether_anything_has_changed(rep: Rep) -> None:
    saved = deal(rep)
    ended = rep.journal.deals.no_decision(saved.id, Undecided(missing=Missing.PAIN))
    assert [one.due for one in ended.touches] == list(
        map(day, ("2026-04-01", "2026-05-18", "2026-07-30"))
    )
    assert {(one.what, one.reason) for one in ended.touches} == {
        ("Has anything changed?", "nothing was decided on 2 Mar 2026")
    }
    assert rep.journal.deals.story(saved.id).story.missing == "pain"


def test_a_touch_on_a_day_off_waits_for_the_next_working_day(rep: Rep) -> None:
    saved = deal(rep)
    with rep.journal.writing("days off"):
        rep.journal.store.days.take_off(DayOff(day("2026-03-09"), day("2026-03-10")))
    rep.journal.forget_what_was_read()
    assert rep.journal.deals.lost(saved.id).touches[0].due == day("2026-03-11")


def test_a_contract_that_ended_already_lays_no_touch_of_its_own(rep: Rep) -> None:
    ended = rep.journal.deals.lost(deal(rep).id, Loss(contract_end=day("2026-01-31")))
    assert [one.what for one in ended.touches if one.reason] == []


def test_a_win_is_incomplete_until_the_buyers_answer_is_there(rep: Rep) -> None:
    saved = deal(rep)
    won = rep.journal.deals.won(saved.id, Win(why_not_asked="Dana is away until Monday"))
    assert (won.ask_why, won.celebrate) == (True, False)
    (line,) = rep.journal.deals.lines(Outcome.WON)
    assert line.ask_why
    assert [one.id for one in rep.journal.deals.unanswered()] == [saved.id]
    assert rep.journal.deals.story(saved.id).story.why_not_asked == "Dana is away until Monday"
    rep.journal.deals.answer(saved.id, "You asked about our night shift.", asked_by="me")
    assert not rep.journal.deals.lines(Outcome.WON)[0].ask_why
    assert not rep.journal.deals.unanswered()
    assert rep.journal.deals.story(saved.id).story.why_not_asked == ""


def test_what_i_think_made_them_decide_is_no_answer(rep: Rep) -> None:
    saved = deal(rep)
    rep.journal.deals.won(saved.id)
    rep.journal.deals.answer(saved.id, "our price", whose=Whose.REP)
    assert rep.journal.deals.lines(Outcome.WON)[0].ask_why


def test_a_win_with_its_answer_is_complete_at_once(rep: Rep) -> None:
    saved = deal(rep)
    win = Win(
        answer="References.", asked_by="me", buyers_reasons=(Tag(tag="references", taught=True),)
    )
    assert not rep.journal.deals.won(saved.id, win).ask_why
    (reason,) = rep.journal.deals.story(saved.id).reasons
    assert (reason.tag, reason.whose, reason.taught) == ("references", Whose.BUYER, True)


def test_what_the_buyer_said_of_the_loss_does_not_answer_why_they_came_back(rep: Rep) -> None:
    deals, saved = rep.journal.deals, deal(rep)
    deals.lost(saved.id, Loss(buyers_words="You were dearer.", asked_by="me"))
    rep.be("2026-06-01T10:00")
    deals.reopen(saved.id)
    rep.be("2026-07-01T10:00")
    assert deals.won(saved.id).ask_why
    assert deals.story(saved.id).line.ask_why
    assert [each.id for each in deals.unanswered()] == [saved.id]
    deals.answer(saved.id, "Initech never came on site.", asked_by="me")
    assert not deals.story(saved.id).line.ask_why
    assert list(deals.unanswered()) == []


def test_an_ending_of_today_is_told_as_today(rep: Rep) -> None:
    deals, saved = rep.journal.deals, deal(rep)
    deals.won(saved.id)
    with pytest.raises(JournalError, match="“Acme · Renewal” was won today already: reopen it"):
        deals.lost(saved.id)
    rep.be("2026-03-16T10:00")
    with pytest.raises(JournalError, match="“Acme · Renewal” was won on 2 Mar already"):
        deals.lost(saved.id)


def test_a_revived_deal_is_open_again_and_keeps_its_history(rep: Rep) -> None:
    saved = deal(rep, expected_close=day("2026-03-20"))
    rep.journal.deals.lost(saved.id, Loss(category="timing"))
    rep.be("2026-04-01T09:00")
    again = rep.journal.deals.reopen(saved.id, day("2026-06-30"))
    assert (again.outcome, again.closed, again.expected_close, again.pushes) == (
        *(Outcome.OPEN, None, day("2026-06-30")),
        0,
    )
    page = rep.journal.deals.story(saved.id)
    assert page.line.revived
    assert [event.what for event in page.events] == ["outcome", "reopen"]
    assert {one.state for one in page.follow_ups} == {FollowUpState.CLOSED}
    assert waiting(rep, saved.id) == []
    rep.journal.undo()
    assert len(waiting(rep, saved.id)) == 6


def test_lost_then_won_is_counted_and_celebrated_once(rep: Rep) -> None:
    deals, saved = rep.journal.deals, deal(rep)
    deals.lost(saved.id)
    deals.reopen(saved.id)
    assert deals.won(saved.id).celebrate
    deals.reopen(saved.id)
    assert not deals.won(saved.id).celebrate
    place = deals.second_place()
    assert (place.revived, place.won_later) == (1, 1)
    plain = deal(rep, "Globex", "Portal")
    assert not deals.won(plain.id).celebrate


def test_a_lost_deal_can_be_lost_again(rep: Rep) -> None:
    saved = deal(rep)
    rep.journal.deals.lost(saved.id, Loss(many_purchases=True))
    rep.be("2026-04-01T09:00")
    rep.journal.deals.reopen(saved.id)
    again = rep.journal.deals.lost(saved.id)
    assert again.touches[0].due == day("2026-04-08")
    # What was known of the buyer is still known: 45 days after the first of April.
    assert again.touches[1].due == day("2026-05-18")


def test_what_becomes_known_later_lays_the_calendar_again(rep: Rep) -> None:
    saved = deal(rep)
    first = rep.journal.deals.lost(saved.id).touches
    rep.journal.deals.set_contract_end("acme", day("2026-09-18"))
    with rep.journal.writing("a reason"):
        rep.journal.store.follow_ups.change(replace(first[1], reason="they asked for April"))
    story = rep.journal.deals.story(saved.id).story
    rep.journal.deals.keep_story(replace(story, many_purchases=True, long_use=True))
    laid = rep.journal.deals.lay_again(saved.id)
    # The day-30 touch has a reason now and stays beside the stretched ones.
    assert [one.due for one in laid] == [
        *map(day, ("2026-03-09", "2026-03-23", "2026-04-01", "2026-05-18", "2026-05-21")),
        *map(day, ("2026-07-20", "2026-07-30", "2026-10-13", "2027-05-26", "2028-08-31")),
    ]


def test_a_deal_closed_before_it_was_opened_is_refused(rep: Rep) -> None:
    saved = deal(rep, opened=day("2026-02-02"))
    for end in (
        lambda: rep.journal.deals.won(saved.id, Win(day=day("2026-02-01"))),
        lambda: rep.journal.deals.lost(saved.id, Loss(day=day("2026-02-01"))),
        lambda: rep.journal.deals.no_decision(saved.id, Undecided(day=day("2026-02-01"))),
    ):
        with pytest.raises(BadInput, match="was opened on 2026-02-02; it cannot have ended before"):
            end()
    with pytest.raises(BadInput, match="A deal cannot close before it was opened"):
        deal(rep, expected_close=day("2026-03-01"))
    assert rep.journal.deals.get(saved.id).is_open


def test_a_revived_deal_cannot_have_ended_before_it_was_opened_again(rep: Rep) -> None:
    saved = deal(rep)
    rep.journal.deals.lost(saved.id)
    rep.be("2026-03-10T09:00")
    rep.journal.deals.reopen(saved.id)
    with pytest.raises(BadInput, match="was opened again on 2026-03-10; it cannot have ended"):
        rep.journal.deals.won(saved.id, Win(day=day("2026-03-09")))
    assert rep.journal.deals.won(saved.id).celebrate


def test_a_deal_is_won_only_once(rep: Rep) -> None:
    saved = deal(rep)
    rep.journal.deals.won(saved.id)
    rep.be("2026-03-04T09:00")
    with pytest.raises(JournalError, match="“Acme · Renewal” was won on 2 Mar already: reopen it"):
        rep.journal.deals.won(saved.id)
    with pytest.raises(JournalError, match="was won on 2 Mar already"):
        rep.journal.deals.lost(saved.id)
    with pytest.raises(JournalError, match="has ended; reopen it first"):
        rep.journal.deals.push(saved.id, day("2026-05-01"))


def test_a_deal_ends_today_or_earlier(rep: Rep) -> None:
    with pytest.raises(BadInput, match="That day has not come yet"):
        rep.journal.deals.won(deal(rep).id, Win(day=day("2026-03-03")))


def test_only_a_deal_that_ended_opens_again(rep: Rep) -> None:
    with pytest.raises(JournalError, match="is open; only a deal that has ended opens again"):
        rep.journal.deals.reopen(deal(rep).id)


def test_an_answer_of_a_hundred_thousand_characters_is_kept_whole(rep: Rep) -> None:
    saved, words = deal(rep), ("[/] " * 25_000)[:99_999] + "!"
    rep.journal.deals.won(saved.id, Win(answer=words))
    assert rep.journal.deals.story(saved.id).answers[0].text == words
    with pytest.raises(BadInput, match="100,001 characters; an answer holds 100,000"):
        rep.journal.deals.answer(saved.id, words + "?")


def test_an_unknown_category_is_refused_with_those_there_are(rep: Rep) -> None:
    with pytest.raises(
        BadInput, match="“bad luck” is no category of a loss; they are price or value"
    ):
        rep.journal.deals.lost(deal(rep).id, Loss(category="bad luck"))


def test_two_accounts_become_one_and_are_known_by_both_names(rep: Rep) -> None:
    deals = rep.journal.deals
    first, second = deal(rep, "Acme"), deal(rep, "ACME Inc.", "Portal")
    assert deals.merge("acme inc.", "Acme") == "Acme"
    answer = deals.account("ACME INC.")
    assert (answer.account, answer.other_names) == ("Acme", ("ACME Inc.",))
    assert {line.deal.id for line in answer.deals} == {first.id, second.id}
    with pytest.raises(BadInput, match="are one account already"):
        deals.merge("ACME Inc.", "acme")
    rep.journal.undo()
    assert [line.deal.id for line in deals.account("ACME Inc.").deals] == [second.id]


def test_other_currencies_are_kept_apart(rep: Rep) -> None:
    deal(rep)
    deal(rep, name="US", amount=Money(70_000_00, "USD"))
    deal(rep, name="Unknown", amount=None)
    found = rep.journal.deals.forecast()
    assert found.everything == {"EUR": 50_000_00, "USD": 70_000_00}
    assert (found.deals_open, found.without_amount) == (3, 1)


def test_a_deal_is_on_the_forecast_once_all_checks_are_said_and_contact_is_fresh(rep: Rep) -> None:
    saved = deal(rep)
    for name in SAID:
        rep.journal.deals.check(saved.id, name, True, "Dana, 2 March")
    assert rep.journal.deals.gate([saved])[saved.id].open == (CheckName.FRESH,)
    rep.did(replace(activity(account="Acme", on=day("2026-02-23")), logged=rep.now))
    assert rep.journal.deals.gate([saved])[saved.id].on
    rep.be("2026-03-03T10:00")
    rep.journal.set("times", "tough")
    assert rep.journal.deals.gate([saved])[saved.id].open == (CheckName.FRESH,)
    assert rep.journal.deals.forecast().on == {}


def test_a_check_that_holds_rests_on_something(rep: Rep) -> None:
    with pytest.raises(BadInput, match="Say what that rests on"):
        rep.journal.deals.check(deal(rep).id, CheckName.BUDGET, True)
    with pytest.raises(BadInput, match="Fresh contact follows from what you log"):
        rep.journal.deals.check(1, CheckName.FRESH, True, "called")


def test_where_are_we_with_acme(rep: Rep) -> None:
    saved = deal(rep, expected_close=day("2026-03-20"), next_step="send the numbers")
    rep.did(replace(activity(account="Acme", on=day("2026-02-27")), logged=rep.now))
    answer = rep.journal.deals.account("acm")
    assert answer.deal is not None
    assert (answer.account, answer.deal.id, answer.deal.stage) == ("Acme", saved.id, "Proposal")
    assert (answer.last_touch, answer.next_step, answer.risk) == (
        *(day("2026-02-27"), "send the numbers"),
        None,
    )
    rep.journal.follow_ups.add("call Dana", day("2026-03-04"), account="Acme")
    answer = rep.journal.deals.account("acme")
    assert (answer.next_step, answer.next_on) == ("call Dana", day("2026-03-04"))
    rep.be("2026-04-20T10:00")
    assert rep.journal.deals.account("acme").risk == "Was to close 2026-03-20."


def test_open_requests_stand_in_the_account_answer(rep: Rep) -> None:
    saved = deal(rep)
    rep.journal.deals.lost(saved.id, Loss(requests=tuple(Ask)))
    rep.journal.deals.request(saved.id, Ask.CRITERIA, RequestState.GRANTED, "by mail")
    rep.journal.deals.request(saved.id, Ask.ACCESS, RequestState.REFUSED)
    answer = rep.journal.deals.account("Acme")
    assert [one.ask for one in answer.open_requests] == [Ask.EVALUATION, Ask.PHONES]
    place = rep.journal.deals.second_place()
    assert (place.granted, place.asked) == (1, 4)


def test_an_account_nobody_knows_is_told_so(rep: Rep) -> None:
    deal(rep, "Acme")
    deal(rep, "Acorn", "Portal")
    with pytest.raises(NotFound, match="No account is called “Globex” yet"):
        rep.journal.deals.account("Globex")
    with pytest.raises(NotFound, match="Several accounts begin with “ac”: "):
        rep.journal.deals.account("ac")
    with pytest.raises(BadInput, match="Which account"):
        rep.journal.deals.account("  ")


def test_the_ways_back_stand_with_those_touched_next_first(rep: Rep) -> None:
    first, second = deal(rep, "Tyrell", "Hub"), deal(rep, "Oscorp", "Planner")
    rep.journal.deals.no_decision(first.id)
    rep.journal.deals.lost(second.id, Loss(contract_end=day("2026-09-18")))
    rep.journal.deals.add_contact("Oscorp", "Dana", "CFO", advocate=True)
    ways = rep.journal.deals.ways_back()
    assert [(way.deal.account, way.next_touch) for way in ways] == [
        ("Oscorp", day("2026-03-09")),
        ("Tyrell", day("2026-04-01")),
    ]
    assert ways[0].advocate is not None
    assert (ways[0].advocate.name, ways[0].contract_end) == ("Dana", day("2026-09-18"))


def test_a_week_holds_a_tenth_of_its_reach_outs_and_the_rest_waits(rep: Rep) -> None:
    rep.be("2026-02-23T09:00")
    worths = {"Small": 10_000_00, "Large": 90_000_00, "Middle": 40_000_00}
    for account, minor in worths.items():
        rep.journal.deals.lost(deal(rep, account, amount=Money(minor, "EUR")).id)
    rep.be("2026-03-02T09:00")
    rep.journal.set("target.reach-outs", "4")
    week = rep.journal.deals.second_place().week
    assert (week.planned, week.cap, week.done) == (20, 2, 0)
    assert (len(week.waiting), len(week.moved)) == (2, 1)
    lines = rep.journal.follow_ups.lines(limit=3)
    assert [(one.follow_up.account, one.on, one.is_moved) for one in lines] == [
        ("Large", day("2026-03-02"), False),
        ("Middle", day("2026-03-02"), False),
        ("Small", day("2026-03-09"), True),
    ]
    rep.journal.follow_ups.done(lines[0].follow_up.id, reason="a new plant opens")
    week = rep.journal.deals.second_place().week
    assert (week.done, len(week.waiting), len(week.moved)) == (1, 1, 1)


def test_mondays_chance_is_kept_for_open_deals(rep: Rep) -> None:
    rep.be("2026-03-04T09:00")
    saved = deal(rep)
    assert [one.id for one in rep.journal.deals.to_forecast()] == [saved.id]
    said = rep.journal.deals.set_forecast(saved.id, 0.4, day("2026-04-30"))
    assert said.monday == day("2026-03-02")
    rep.journal.deals.set_forecast(saved.id, 0.6)
    assert [one.chance for one in rep.journal.deals.story(saved.id).forecasts] == [0.6]
    assert rep.journal.deals.to_forecast() == ()
    rep.journal.deals.won(saved.id)
    found = rep.journal.deals.calibration()
    assert (found.n, found.brier) == (1, pytest.approx(0.16))
    with pytest.raises(JournalError, match="has ended; a chance is for open deals"):
        rep.journal.deals.set_forecast(saved.id, 0.5)


def test_talking_points_come_from_what_goes_with_winning(rep: Rep) -> None:
    deals = rep.journal.deals
    for place in range(4):
        saved = deal(rep, f"Account {place}")
        tag = (Tag(tag="Time to value" if place < 2 else "price"),)
        if place < 2:
            deals.won(saved.id, Win(answer="yes", buyers_reasons=tag))
        else:
            deals.lost(saved.id, Loss(buyers_reasons=tag))
    assert [(one.tag, one.used) for one in deals.talking_points()] == [("Time to value", 0)]
    pitch = rep.journal.record(activity("demo", on=day("2026-03-02"))).entry
    assert deals.tick_point(pitch.id, "Time to value").tags == ("time-to-value",)
    assert [(one.tag, one.used) for one in deals.talking_points()] == [("Time to value", 1)]


def test_silence_is_read_from_what_is_logged(rep: Rep) -> None:
    rep.be("2026-03-30T09:00")
    for place in range(20):
        sent = day("2026-03-02") + timedelta(place % 5)
        rep.did(replace(activity("email", on=sent, account=f"A{place}"), logged=rep.now))
        if place < 10:
            came = sent + timedelta(1)
            reply = activity("call", on=came, account=f"A{place}", outcome="reached")
            rep.did(replace(reply, logged=rep.now))
    silence = rep.journal.deals.silence()
    assert (silence.patience.sends, silence.patience.replies) == (10, 10)
    assert {one.send.account for one in silence.waiting} == {f"A{n}" for n in range(10, 20)}
    assert all(one.next for one in silence.waiting)


def test_only_what_was_said_with_an_account_is_an_exchange(rep: Rep) -> None:
    on = day("2026-03-02")
    rep.did(
        replace(activity("email", on=on, account="Acme"), logged=rep.now),
        replace(activity("email", on=on), logged=rep.now),
        replace(activity("call", on=on, account="Acme"), logged=rep.now),
        replace(activity("call", on=on, account="acme", outcome="reached"), logged=rep.now),
        replace(
            activity("meeting", on=day("2026-02-27"), account="Acme", outcome="held"),
            logged=rep.now,
        ),
        replace(note(on=on, account="Acme"), logged=rep.now),
    )
    found = rep.journal.store.entries.exchanges(day("2026-02-01"), on)
    assert [(one.day, one.account, one.kind, one.outcome) for one in found] == [
        (day("2026-02-27"), "Acme", "meeting", "held"),
        (on, "Acme", "email", None),
        (on, "Acme", "call", "reached"),
    ]
