"""Deals and an account's page are complete at 80×24, use more room, and no word of a rep's breaks them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import activity
from hostile import UNSAFE, WALKED
from on_deals import TUESDAY, back_on_deals, go_to_deals, on_account, open_deal
from reading import all_text, row_of
from rich.cells import cell_len
from waiting import wait_until

from journal.deal import Deal, Outcome
from journal.deal_check import CheckName
from journal.deal_ending import Loss, LostTo, Undecided, Win
from journal.deal_story import DealStory
from journal.journal import Journal
from journal.money import Money
from journal.request import Ask
from screens.app import JournalApp
from screens.dialogs.deal_story import StoryDialog
from screens.widgets.deal_columns import ended_columns, gap_of, open_columns
from screens.widgets.panel import Panel

SIZES = [(80, 24), (120, 40), (200, 60)]
HOSTILE = (*WALKED[:2], WALKED[2] + " " + "a" * 99_900)


def told(journal: Journal, deal: Deal, words: str) -> None:
    """The same words wherever a rep can type of a deal."""
    story = DealStory(
        deal=deal.id, changed=words, pain=words, need=words, give=words, get=words,
        stretches=words, helper=words, they_do=words,
    )  # fmt: skip
    journal.deals.keep_story(replace(story, rev=journal.deals.story(deal.id).story.rev))


def fill(journal: Journal, words: str) -> list[Deal]:
    """A deal in every state, the same words wherever a rep can type."""
    short = words[:150].strip() or "x"
    deals = [
        open_deal(journal, f"{short} {number}", short, 1_000 * number, stage="Proposal")
        for number in range(1, 6)
    ]
    for deal in deals:
        told(journal, deal, words)
        journal.deals.add_contact(deal.account or "x", short[:90] or "x", short[:90], advocate=True)
        journal.record(activity("call", 1, TUESDAY, deal.account, text=words[:900]))
    first, won, lost, gone, _ = deals
    journal.deals.check(first.id, CheckName.BUDGET, True, words.strip() or "x")
    journal.deals.check(first.id, CheckName.ASSUMPTION, False, words)
    journal.follow_ups.add(short, TUESDAY, account=first.account, reason=short)
    journal.deals.won(won.id, Win(answer=words, asked_by=short, why_not_asked=words))
    journal.deals.lost(
        lost.id,
        Loss(
            to=LostTo.COMPETITOR, winner=short, my_reason=words, buyers_words=words,
            asked_by=short, could_have_known=words, many_purchases=True, factors_evidence=words,
            requests=tuple(Ask),
        ),
    )  # fmt: skip
    journal.deals.no_decision(gone.id, Undecided(my_reason=words, could_have_known=words))
    return deals


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_is_wider_than_its_panel(journal: Journal, size: tuple[int, int]) -> None:
    fill(journal, "漢字 and much more than any row of a panel can hold, whatever its width")
    open_deal(journal, "Yen", "in another currency", 10**12, currency="JPY")
    with journal.writing("an import"):
        unknown = "a stage of an export nobody knows"
        journal.store.deals.add(Deal(account="Nil", name="of no amount", stage=unknown))
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_deals(pilot, app)
        for key in ("down", "down", "f", "escape", "right", "right", "right", "right", "enter"):
            await pilot.press(key)
            await pilot.pause()
            for panel in app.screen.query(Panel):
                widest = max(cell_len(row) for row in panel.render().plain.split("\n"))
                assert widest <= max(panel.content_size.width, 0), panel.id


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_has_number_list_and_story(
    journal: Journal, size: tuple[int, int]
) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_deals(pilot, app)
        assert "k€ with all six checks" in row_of(app, "#forecast") or "€ with" in row_of(
            app, "#forecast"
        )
        header, row = row_of(app, "#list").splitlines()
        assert ("in stage" in header) == (size[0] > 80)
        assert "Stark" in row
        assert "140,000" in row
        assert row.endswith("······ ○ 6 open" if size[0] == 80 else "······   ○ 6 open")
        assert "Demonstration, day 22" in row_of(app, "#story")
        assert app.screen.query_one("#by-stage").display == (size[0] > 80)
        await pilot.press("enter")
        await on_account(pilot, app)
        told = row_of(app, "#story-text")
        assert "little of what they will buy by can still be shaped" in " ".join(told.split())


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_words_of_a_rep_break_deals_or_an_account(journal: Journal, words: str) -> None:
    fill(journal, words)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await go_to_deals(pilot, app)
        for outcome in (*list(Outcome)[1:], Outcome.OPEN):
            await pilot.press("right")
            listed = app.screen.query_one("#list")
            await wait_until(
                pilot, lambda listed=listed, outcome=outcome: listed.outcome is outcome
            )
            assert not UNSAFE & set(all_text(app).replace("\n", ""))
            await pilot.press("enter")
            await on_account(pilot, app)
            assert not UNSAFE & set(all_text(app).replace("\n", ""))
            await pilot.press("escape")
            await back_on_deals(pilot, app)
        for key in ("w", "x", "d", "p", "k", "c", "t", "n", "g", "/"):
            await pilot.press(key)
            await wait_until(
                pilot, lambda: app.screen.query("#hints") and app.screen.focused is not None
            )
            assert not UNSAFE & set(all_text(app).replace("\n", ""))
            await pilot.press("escape")
            await back_on_deals(pilot, app)


async def test_a_story_saved_untouched_keeps_every_letter(journal: Journal) -> None:
    words = "\x1b[31m [/] 漢字\n" + "a" * 99_000
    deal = open_deal(journal)
    told(journal, deal, words)
    before = journal.deals.story(deal.id).story
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("t")
        await wait_until(pilot, lambda: isinstance(app.screen, StoryDialog))
        await wait_until(pilot, lambda: app.screen.focused is not None)
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
    assert replace(journal.deals.story(deal.id).story, rev=0) == replace(before, rev=0)


@pytest.mark.parametrize("size", [(80, 24), (80, 20), (120, 40)])
async def test_the_keys_of_each_dialog_stay_in_sight(
    journal: Journal, size: tuple[int, int]
) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_deals(pilot, app)
        for key in ("a", "w", "x", "d", "p", "k", "t", "c", "n", "g", "/"):
            await pilot.press(key)
            await wait_until(pilot, lambda: app.screen.query("#hints") and app.screen.focused)
            await pilot.pause()
            hints = app.screen.query_one("#hints").region
            assert hints.height == 1
            assert hints.bottom < size[1], key
            await pilot.press("escape")
            await back_on_deals(pilot, app)


async def test_currencies_are_kept_apart_and_said(journal: Journal) -> None:
    open_deal(journal, "Stark", "Plant", 140_000)
    open_deal(journal, "Wayne", "Suite", 60_000)
    open_deal(journal, "Acme", "Desk", 90_000, currency="USD")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        assert "200k more are open, and 90k USD" in row_of(app, "#forecast")
        *_, last = row_of(app, "#list").splitlines()
        assert "90,000 USD" in last


async def test_three_thousand_open_deals_are_listed_largest_first(journal: Journal) -> None:
    with journal.writing("many"):
        for number in range(3_000):
            journal.store.deals.add(
                Deal(
                    account=f"Account {number}",
                    name=f"No {number}",
                    amount=Money(number * 100, "EUR"),
                    stage="Proposal",
                )
            )
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await wait_until(
            pilot,
            lambda: "Open deals · 3,000" in str(app.screen.query_one("#list").border_title),
        )
        _, first, *_ = row_of(app, "#list").splitlines()
        assert "No 2999" in first
        assert app.screen.query_one("#list").count() == 500
        await pilot.press("end")
        await wait_until(pilot, lambda: "No 2500" in row_of(app, "#list"))
        assert "2,500 more" in row_of(app, "#list")


@pytest.mark.parametrize("width", [60, 75, 84, 85, 107, 108, 115, 193])
def test_the_columns_never_ask_for_more_than_the_width(width: int) -> None:
    for columns in (
        open_columns(width, 9),
        ended_columns(width, 9),
        ended_columns(width, 9, is_won=True),
    ):
        gaps = gap_of(width) * (len(columns) - 1)
        assert sum(each.width for each in columns) + gaps <= max(width, 78)
        assert columns[0].width >= 8
