"""The finder: any word the rep ever wrote is a few keys away, and opens where it lives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import pytest
from builders import activity, follow_up, milestone
from on_deals import TUESDAY, open_deal
from reading import all_text, row_of
from textual.pilot import Pilot
from textual.widgets import Input
from waiting import wait_until

from journal.day_page import DayPage
from journal.deal import Outcome
from journal.entry import Note
from journal.follow_up import FollowUpState
from journal.journal import Journal
from journal.review import Period, Review
from journal.search import Hit, HitKind
from journal.setback import Setback
from screens.account import Account
from screens.app import JournalApp
from screens.deals import Deals
from screens.dialogs.entry import EntryDialog
from screens.dialogs.fields import Words
from screens.dialogs.find import FindDialog
from screens.dialogs.found import FoundDialog
from screens.follow_ups import FollowUps
from screens.goals import Goals
from screens.page import Page
from screens.setbacks import Setbacks
from screens.today import Today
from screens.widgets.hit_list import HitList


def named(letter: str) -> str:
    """A letter as a key."""
    return "space" if letter == " " else letter


async def search(pilot: Pilot[None], app: JournalApp, words: str) -> HitList:
    """Press / and type; wait until the words were looked for."""
    await wait_until(pilot, lambda: app.focused is not None, "the page")
    await pilot.press("/")
    await wait_until(pilot, lambda: isinstance(app.screen, FindDialog), "the finder")
    dialog = app.screen
    assert isinstance(dialog, FindDialog)
    await pilot.press(*map(named, words))
    await wait_until(
        pilot,
        lambda: dialog.query_one(Input).value == words and dialog.is_done,
        f"what holds {words}",
    )
    return dialog.query_one(HitList)


def hits(found: HitList) -> list[tuple[str, int]]:
    """The kind and number of each hit."""
    return [(str(one.kind), one.id) for one in found.found if isinstance(one, Hit)]


def tell(journal: Journal) -> None:
    """Write down one of everything, each with a word of its own."""
    journal.record(Note(day=TUESDAY, text="They compare our pricing with Globex."))
    journal.record(Setback(day=TUESDAY, text="The sponsor resigned", type="sponsor left"))
    open_deal(journal, "Stark", "Plant rollout")
    lost = open_deal(journal, "Hooli", "Search add-on")
    journal.deals.add_contact("Stark", "Dana Ruiz", "plant manager")
    store = journal.store
    at = journal.now()
    silence = Setback(day=TUESDAY, type="no call-back", logged=at, logged_day=TUESDAY)
    with journal.writing("test"):
        for number in range(110):
            store.entries.add(replace(silence, text=f"silence {number}"))
            store.follow_ups.add(follow_up("Ring", TUESDAY - timedelta(1)))
        store.deals.change(replace(lost, outcome=Outcome.LOST, closed=TUESDAY), TUESDAY)
        store.goals.add(replace(milestone("Twenty demos"), start=TUESDAY - timedelta(9)))
        store.follow_ups.add(follow_up("Send the brochure", TUESDAY))
        done = store.follow_ups.add(follow_up("Mail the invoice", TUESDAY))
        store.follow_ups.change(replace(done, state=FollowUpState.DONE, settled=TUESDAY))
        store.day_pages.save(DayPage(day=TUESDAY, good_thing="A long [b]walk[/]\nby the river"))
        store.reviews.add(
            Review(period=Period.WEEK, first=TUESDAY, last=TUESDAY, sentence="Fewer mails")
        )
        store.days.set_purpose("A garden", TUESDAY)
    journal.forget_what_was_read()


@dataclass(frozen=True)
class Opening:
    """What a word opens."""

    words: str
    """What is typed."""
    is_open: Callable[[JournalApp], bool]
    """Whether it stands there."""


def on_row(app: JournalApp, page: type[Page], words: str) -> bool:
    """Whether a page has its cursor on a row with these words."""
    if not isinstance(app.screen, page) or not app.screen.is_mounted:
        return False
    return any("▌" in line and words in line for line in row_of(app, "#list").splitlines())


def reads(app: JournalApp, title: str, words: str) -> bool:
    """Whether something is shown to be read."""
    box = app.screen.query("#box")
    is_titled = bool(box) and str(box.first().border_title) == title
    return isinstance(app.screen, FoundDialog) and is_titled and words in all_text(app)


def is_at(app: JournalApp, account: str) -> bool:
    """Whether the page of an account is there."""
    top = app.screen
    return isinstance(top, Account) and account in str(top.query_one("#answer").border_title)


OPENINGS = (
    Opening("compare", lambda app: isinstance(app.screen, EntryDialog)),
    Opening("plant roll", lambda app: on_row(app, Deals, "Plant rollout")),
    Opening("add-on", lambda app: on_row(app, Deals, "Search add-on")),
    Opening("dana", lambda app: is_at(app, "Stark")),
    Opening("resigned", lambda app: on_row(app, Setbacks, "The sponsor resigned")),
    Opening("twenty", lambda app: on_row(app, Goals, "Twenty demos")),
    Opening("brochure", lambda app: on_row(app, FollowUps, "Send the brochure")),
    Opening("invoice", lambda app: reads(app, "A follow-up, today", "Mail the invoice")),
    Opening("river", lambda app: reads(app, "The page of today", "A long [b]walk[/]")),
    Opening("fewer", lambda app: reads(app, "The review up to today", "Fewer mails")),
    Opening("garden", lambda app: reads(app, "Your purpose since today", "A garden")),
)


async def test_what_is_found_opens_where_it_lives(journal: Journal) -> None:
    tell(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        for one in OPENINGS:
            found = await search(pilot, app, one.words)
            assert len(hits(found)) == 1, one.words
            await pilot.press("enter")
            await wait_until(pilot, partial(one.is_open, app), f"what {one.words} opens")
            if not isinstance(app.screen, Deals | Setbacks | Goals | FollowUps):
                await pilot.press("escape")
                await wait_until(pilot, lambda: not isinstance(app.screen, Account | FoundDialog))


async def test_an_entry_that_was_found_is_changed_and_then_found_as_it_is_now(
    journal: Journal,
) -> None:
    journal.record(Note(day=TUESDAY, text="pricing"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        assert hits(await search(pilot, app, "pric")) == [("note", 1)]
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, EntryDialog), "the entry")
        app.screen.query_one("#words", Words).text = "new pricing"
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today), "Today")
        assert hits(await search(pilot, app, "new pric")) == [("note", 1)]
    assert journal.entry(1).text == "new pricing"


async def test_enter_before_anything_was_found_opens_what_is_found_first(journal: Journal) -> None:
    journal.record(Note(day=TUESDAY, text="They compare our pricing."))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: app.focused is not None)
        await pilot.press("/", *"pricing", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, EntryDialog), "the entry")


async def test_more_of_a_kind_is_shown_when_asked_for_and_esc_leads_back(journal: Journal) -> None:
    for number in range(9):
        journal.record(Note(day=TUESDAY, text=f"pricing {number}"))
    journal.record(activity("call", 1, TUESDAY, "Stark", text="pricing"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        found = await search(pilot, app, "pricing")
        assert [kind for kind, _ in hits(found)].count("note") == 5
        assert found.found.count(HitKind.NOTE) == 1
        found.cursor = found.found.index(HitKind.NOTE)
        await pilot.press("enter")
        await wait_until(pilot, lambda: len(hits(found)) == 9, "all nine notes")
        assert str(app.screen.query_one("#box").border_title) == "Search · notes only"
        await pilot.press("escape")
        await wait_until(pilot, lambda: len(hits(found)) == 6, "all kinds again")
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Today), "Today")


async def test_an_account_answers_first_and_tab_writes_its_name(journal: Journal) -> None:
    journal.record(activity("call", 1, TUESDAY, "Starling", text="about Stark"))
    journal.record(Note(day=TUESDAY, text="starting over"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        found = await search(pilot, app, "star")
        assert [kind for kind, _ in hits(found)] == ["account", "note", "activity"]
        await pilot.press("tab")
        await wait_until(pilot, lambda: app.screen.query_one(Input).value == "Starling")
        await pilot.press("enter")
        await wait_until(pilot, lambda: is_at(app, "Starling"), "the account")


@pytest.mark.parametrize("words", ['"', "*", "AND", "()", "[/]", "🎉", "שלום", "x" * 200])
async def test_whatever_is_typed_or_found_is_only_words(journal: Journal, words: str) -> None:
    journal.record(Note(day=TUESDAY, text=f"a {words} \x1b[31m[/b] \u202e b"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: app.focused is not None)
        await pilot.press("/")
        await wait_until(pilot, lambda: isinstance(app.screen, FindDialog), "the finder")
        app.screen.query_one(Input).insert_text_at_cursor(words)
        found = app.screen.query_one(HitList)
        await wait_until(pilot, lambda: hits(found) == [("note", 1)], "the note")
        await wait_until(pilot, lambda: "note" in row_of(app, "#found"), "its row")
        shown = row_of(app, "#found")
        assert "\x1b" not in shown
        assert "\u202e" not in shown


async def test_what_is_nowhere_and_what_was_deleted_meanwhile_are_told_so(journal: Journal) -> None:
    journal.record(Note(day=TUESDAY, text="pricing"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "xylophone")
        assert "Nothing holds these words" in row_of(app, "#found")
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Today), "Today")
        await search(pilot, app, "pricing")
        journal.remove(1)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "deleted meanwhile" in all_text(app), "what became of it")


async def test_it_fits_every_size_in_both_themes(journal: Journal) -> None:
    tell(journal)
    for theme, size in (("dusk", (80, 24)), ("paper", (120, 40)), ("dusk", (40, 12))):
        app = JournalApp(journal)
        async with app.run_test(size=size) as pilot:
            app.theme = theme
            found = await search(pilot, app, "stark")
            box = app.screen.query_one("#box").region
            assert box.x >= 0
            assert (box.right <= size[0], box.bottom <= size[1]) == (True, True)
            assert found.region.height >= 3
            assert "Enter Open" in row_of(app, "#hints")


async def test_words_found_after_the_finder_lost_its_list_end_nothing(journal: Journal) -> None:
    # When the app ends, what stands in the finder goes first, and the words may be found after that.
    tell(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        found = await search(pilot, app, "pricin")
        dialog = app.screen
        assert isinstance(dialog, FindDialog)
        await pilot.press("g")
        await found.remove()
        await wait_until(pilot, lambda: dialog.is_done, "what holds pricing")
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Today), "Today")
