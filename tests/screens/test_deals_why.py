"""Why deals ended so, by keys: each side's reasons apart, taught or discovered, in under 90 seconds."""

from __future__ import annotations

from on_deals import back_on_deals, go_to_deals, open_deal
from on_goals import dialog, said_in_dialog
from on_setbacks import put
from reading import row_of
from waiting import wait_until

from journal.deal import Outcome
from journal.deal_ending import Missing
from journal.deal_story import Whose
from journal.journal import Journal
from journal.request import Ask
from screens.app import JournalApp
from screens.dialogs.lost import LostDialog
from screens.dialogs.some_rows import SomeRows
from screens.dialogs.won import WonDialog

A_KEY, A_THOUGHT = 0.28, 1.35
"""Seconds for a key of an average typist, and to make up one's mind before a row: the keystroke-level
model of Card, Moran and Newell, CACM 23 (1980)."""


def reasons(journal: Journal, number: int) -> list[tuple[str, Whose, bool | None]]:
    return [(one.tag, one.whose, one.taught) for one in journal.deals.story(number).reasons]


def rows_asked(app: JournalApp) -> list[str]:
    """The rows that Enter goes down."""
    form = app.screen
    assert isinstance(form, SomeRows)
    return [each.id or "" for each in form.asked()]


async def test_losing_with_every_question_answered_takes_under_ninety_seconds(
    journal: Journal,
) -> None:
    deal = open_deal(journal, "Tyrell", "Data hub", 92_000)
    rows: list[tuple[str, str]] = [
        ("a", ""),
        ("", "Weyland"),
        ("ii", ""),
        ("", "timing"),
        ("", "we came after their short list"),
        ("", "timing"),
        ("", "Weyland knew our lines, you asked about ours"),
        ("", "trust, timing"),
        ("d", ""),
        ("", "Dana"),
        ("", "the demo they moved"),
        ("y", ""),
        ("y", ""),
        ("", "Dana told me"),
        ("", "30 jun"),
        ("a", ""),
        ("a", ""),
        ("", ""),
        ("", ""),
        ("", ""),
    ]
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        for letters, words in rows:
            if words:
                assert app.focused is not None
                put(app, {app.focused.id or "": words})
            await pilot.press(*letters, "enter")
        await back_on_deals(pilot, app)
    page = journal.deals.story(deal.id)
    assert (page.deal.outcome, page.deal.category) == (Outcome.LOST, "incumbent or relationship")
    assert page.story.more_categories == ("timing",)
    assert (page.story.winner, page.story.factors_evidence) == ("Weyland", "Dana told me")
    assert [one.ask for one in page.requests] == [Ask.EVALUATION, Ask.CRITERIA]
    assert reasons(journal, deal.id) == [
        ("trust", Whose.BUYER, False),
        ("timing", Whose.BUYER, False),
        ("timing", Whose.REP, None),
    ]
    keys = 1 + sum(len(letters) + len(words) + 1 for letters, words in rows)
    assert keys == 176
    assert keys * A_KEY + len(rows) * A_THOUGHT < 90


async def test_what_the_answers_above_do_not_call_for_is_not_asked(journal: Journal) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        asks = ["ask-evaluation", "ask-criteria", "ask-access", "ask-phones"]
        words = ["category", "my_reason", "my_tags", "buyers_words", "their_tags"]
        rest = ["asked_by", "known", "many", "long", "ends", *asks, "day"]
        assert rows_asked(app) == ["to", *words, *rest]
        await pilot.press("a")
        assert rows_asked(app) == ["to", "winner", *words, *rest]
        put(app, {"their_tags": "price"})
        await pilot.press("tab", "tab", "t", "tab")
        assert (app.focused.id or "") == "also"
        put(app, {"also": "weather"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "is no category of a loss" in said_in_dialog(app))
        await pilot.press("shift+tab", "shift+tab", "shift+tab", "n")
        asked = rows_asked(app)
        assert asked == ["to", "missing", "my_reason", "buyers_words", "asked_by", "known", "day"]


async def test_no_decision_said_of_a_loss_asks_what_was_missing(journal: Journal) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        await pilot.press("n", "enter", "n", "enter", *"nothing hurt", "ctrl+s")
        await back_on_deals(pilot, app)
    assert journal.deals.get(deal.id).outcome is Outcome.NO_DECISION
    assert journal.deals.story(deal.id).story.missing == Missing.NEED


async def test_winning_asks_each_sides_reasons_and_who_saw_them_first(journal: Journal) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("w")
        await dialog(pilot, app, WonDialog)
        assert rows_asked(app) == ["answer", "tags", "why_not", "my_tags", "day"]
        put(app, {"answer": "You asked about our nights", "tags": "listening, price"})
        await wait_until(pilot, lambda: "why_not" not in rows_asked(app))
        put(app, {"tags": "listening, discovered:price", "my_tags": "references"})
        await pilot.press("enter", "enter")
        await wait_until(pilot, lambda: (app.focused.id or "") == "seen")
        await pilot.press("t", "ctrl+s")
        await back_on_deals(pilot, app)
        assert reasons(journal, deal.id) == [
            ("listening", Whose.BUYER, True),
            ("price", Whose.BUYER, False),
            ("references", Whose.REP, None),
        ]
        await pilot.press("right")
        await wait_until(pilot, lambda: "✓ won" in row_of(app, "#list"))
        told = " ".join(row_of(app, "#story").split())
        assert "they: listening (taught), price (discovered); I: references" in told
        await pilot.press("w")
        await dialog(pilot, app, WonDialog)
        assert app.screen.query_one("#tags").value == "taught:listening, discovered:price"
        put(app, {"tags": "listening", "my_tags": ""})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
    assert reasons(journal, deal.id) == [
        ("listening", Whose.BUYER, None),
        ("references", Whose.REP, None),
    ]


async def test_what_the_buyer_says_later_of_a_loss_is_written_down_by_the_same_key(
    journal: Journal,
) -> None:
    deal = open_deal(journal)
    journal.deals.lost(deal.id)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("left", "left")
        await wait_until(pilot, lambda: "✗ lost" in row_of(app, "#list"))
        await pilot.press("w")
        await dialog(pilot, app, WonDialog)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "Write what they said" in said_in_dialog(app))
        put(app, {"answer": "You [/] were late", "tags": "x" * 61})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "up to 60 characters" in said_in_dialog(app))
        put(app, {"tags": "timing"})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        assert reasons(journal, deal.id) == [("timing", Whose.BUYER, None)]
        (answer,) = journal.deals.story(deal.id).answers
        assert (answer.text, answer.whose) == ("You [/] were late", Whose.BUYER)
        await pilot.press("u")
        await wait_until(pilot, lambda: not journal.deals.story(deal.id).answers)
    assert reasons(journal, deal.id) == []
