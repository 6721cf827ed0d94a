"""The wall sheet says why, what for, this week's numbers and what comes next, on three pages at most."""

from __future__ import annotations

import re

import pytest
from builders import activity, day
from clocked import Rep
from on_the_wall import full_wall, long_text

from journal.days import DayState
from journal.goal import Form
from journal.transfer.wall import wall_texts
from journal.transfer.wall_room import fitting
from journal.wall_sheet import WallDay, day_in_full, read_wall
from journal.wall_week import WeekNumber
from storage.store import SqliteStore


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


def written(rep: Rep) -> str:
    return "".join(wall_texts(rep.journal))


def words_of(html: str) -> str:
    """What stands on the sheet, without its markup."""
    body = re.sub(r"<[^>]+>", " ", html.partition("<body>")[2])
    return " ".join(body.split())


def add(rep: Rep, form: Form, title: str, target: int, due: str, measure: str = "call") -> int:
    made = rep.journal.goals.new(
        form=form, title=title, measure=measure, target=target, due=day(due)
    )
    return rep.journal.goals.add(made).id


def test_this_week_is_laid_out_day_by_day(rep: Rep) -> None:
    rep.journal.set("target.reach-outs", "10")
    rep.did(activity("call", 10, day("2026-11-23")), activity("call", 6, day("2026-11-24")))
    rep.journal.days_off.take(day("2026-11-27"), day("2026-11-27"))
    sheet = read_wall(rep.journal)
    assert (sheet.a_day, sheet.days_left) == (10, 3)
    assert sheet.days == (
        WallDay(day("2026-11-23"), True, DayState.KEPT, 0),
        WallDay(day("2026-11-24"), True, DayState.KEPT, 10, 6),
        WallDay(day("2026-11-25"), True, None, 10),
        WallDay(day("2026-11-26"), True, None, 10),
        WallDay(day("2026-11-27"), False, None, 0),
        WallDay(day("2026-11-28"), False, None, 0),
        WallDay(day("2026-11-29"), False, None, 0),
    )
    assert sheet.numbers == (WeekNumber("reach-outs", "16", "40"),)


def test_a_daily_target_is_asked_of_the_whole_week(rep: Rep) -> None:
    rep.journal.set("target.meeting", "2")
    rep.did(activity("meeting", 3, day("2026-11-23")))
    assert read_wall(rep.journal).numbers[1] == WeekNumber("meetings", "3", "10")


def test_at_the_weekend_the_sheet_is_of_the_week_that_comes(rep: Rep) -> None:
    rep.journal.set("target.reach-outs", "10")
    rep.did(activity("call", 10, day("2026-11-24")))
    rep.be("2026-11-28T11:00")
    sheet = read_wall(rep.journal)
    assert [each.boxes for each in sheet.days] == [10, 10, 10, 10, 10, 0, 0]
    assert (sheet.days[0].day, sheet.today) == (day("2026-11-30"), day("2026-11-28"))
    assert sheet.numbers == (WeekNumber("reach-outs", "0", "50"),)
    assert "Made on Sat 28 Nov 2026" in words_of(written(rep))
    assert rep.journal.today() == day("2026-11-28")


def test_milestones_stand_by_their_days_with_a_box_each(rep: Rep) -> None:
    add(rep, Form.GOAL, "1.2M booked", 120_000_000, "2026-12-31", "amount-booked")
    add(rep, Form.MILESTONE, "Sixty calls", 60, "2026-12-04")
    first = add(rep, Form.MILESTONE, "Ten calls", 10, "2026-11-24")
    rep.journal.goals.complete(first)
    rep.did(activity("call", 15, day("2026-11-24")))
    sheet = read_wall(rep.journal)
    assert sheet.goal is not None
    assert (sheet.goal.title, sheet.goal.progress) == ("1.2M booked", "0 of 1,200,000 booked")
    told = [(each.title, each.progress, each.is_done) for each in sheet.milestones]
    assert told == [
        ("Ten calls", "15 of 10 calls", True),
        ("Sixty calls", "15 of 60 calls", False),
    ]
    assert sheet.milestones[1].share == 0.25
    shown = words_of(written(rep))
    assert "Ten calls 15 of 10 calls Tue 24 Nov" in shown
    assert shown.count("✓ Ten calls") == 1


def test_what_was_done_before_this_year_comes_off_the_wall(rep: Rep) -> None:
    rep.be("2025-12-30T10:00")
    rep.journal.goals.complete(add(rep, Form.MILESTONE, "Old one", 1, "2025-12-31"))
    rep.be("2026-01-02T10:00")
    assert read_wall(rep.journal).milestones == ()
    assert [one.title for one in read_wall(rep.journal, day("2025-12-01")).milestones] == [
        "Old one"
    ]


def test_the_sheet_of_a_new_journal_is_calm(rep: Rep) -> None:
    shown = words_of(written(rep))
    assert "0 reach-outs are done, 4 working days left." in shown
    assert "Mon 30 Nov , the last working day of the month (default)" in shown
    assert "None" not in shown


def test_the_sheet_of_a_new_journal_has_lines_to_write_on_by_hand(rep: Rep) -> None:
    shown, html = words_of(written(rep)), written(rep)
    assert shown.startswith(
        "Why I do this The goal what will be true by which day This week, Mon 23 Nov"
    )
    assert (html.count('<div class="line"></div>'), html.count('<td class="when"></td>')) == (3, 4)
    rep.journal.set_purpose("Home at six")
    add(rep, Form.GOAL, "1.2M booked", 120_000_000, "2026-12-31", "amount-booked")
    add(rep, Form.MILESTONE, "Sixty calls", 60, "2026-12-04")
    html = written(rep)
    assert (html.count('<div class="line"></div>'), html.count('<td class="when"></td>')) == (0, 0)


def test_a_review_whose_day_went_by_is_on_the_day_it_is_due_now(rep: Rep) -> None:
    rep.did(activity("call", 1, day("2026-03-03")))
    rep.be("2026-04-02T09:00")
    assert (
        "Next review Thu 2 Apr , for the one of Tue 31 Mar still waits:"
        " ten minutes, whenever they suit"
    ) in words_of(written(rep))
    rep.be("2026-03-31T19:00")
    said = words_of(written(rep))
    assert "Next review Tue 31 Mar , the last working day of the month (default)" in said


def test_days_read_the_same_whenever_one_looks() -> None:
    assert day_in_full(day("2026-11-24"), day("2026-11-24")) == "Tue 24 Nov"
    assert day_in_full(day("2027-01-05"), day("2026-11-24")) == "Tue 5 Jan 2027"


def test_the_reps_words_are_no_markup_and_move_no_cursor(rep: Rep) -> None:
    rep.journal.set_purpose("<script>alert(1)</script> & {{ 7 * 7 }} {% raw %}\x1b[2J \u202eback")
    html = written(rep)
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7 * 7 }} {% raw %}␛[2J \ufffdback" in html
    )
    assert "<script" not in html
    assert "\x1b" not in html


def test_nothing_on_the_sheet_is_loaded_from_anywhere(rep: Rep) -> None:
    full_wall(rep, letters=20, milestones=2)
    head, _, body = written(rep).partition("<body>")
    assert not re.search(r"url\(|@import|@font-face|<link|<script|<img", head + body)
    assert not re.search(r"<[^>]+\b(?:src|href)\s*=", body)


def test_a_year_of_milestones_fits_three_pages(rep: Rep) -> None:
    full_wall(rep, letters=40, milestones=52)
    milestones, stand_close = fitting(read_wall(rep.journal))
    assert (len(milestones), stand_close) == (52, True)


def test_more_than_six_milestones_stand_one_a_line_so_that_one_page_holds_them(rep: Rep) -> None:
    for count in (6, 7):
        while len(milestones := read_wall(rep.journal).milestones) < count:
            add(rep, Form.MILESTONE, f"Call {len(milestones)}", 60, "2026-12-04")
        assert fitting(read_wall(rep.journal)) == (milestones, count > 6)


def test_what_does_not_fit_is_counted_and_what_is_open_goes_first(rep: Rep) -> None:
    full_wall(rep, letters=200, milestones=52)
    for number in (2, 3):
        rep.journal.goals.complete(number)
    sheet = read_wall(rep.journal)
    milestones, _ = fitting(sheet)
    assert 5 <= len(milestones) < 50
    assert not any(each.is_done for each in milestones)
    assert f"and {52 - len(milestones)} more: journal goal list" in words_of(written(rep))
    assert sheet.purpose == long_text(1_000)


def test_the_same_journal_at_the_same_moment_gives_the_same_sheet(rep: Rep) -> None:
    full_wall(rep, letters=20, milestones=2)
    first = written(rep)
    rep.journal.forget_what_was_read()
    assert written(rep) == first
