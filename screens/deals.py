"""Deals: what is on the forecast, every deal with its checks, what each stage holds, and the story of one."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from journal.deal import Deal, Outcome
from journal.deal_line import DealLine
from journal.errors import NotFound
from journal.journal import Journal
from journal.pipeline import (
    Pipeline,
    by_chance,
    how_many,
    is_small,
    pipeline_beside,
    read_ended,
    read_lines_again,
    read_pipeline,
    waits_first,
)
from screens import deal_words
from screens.deal_keys import DealKeys
from screens.page import Page
from screens.widgets.by_stage import ByStage
from screens.widgets.deal_card import DealCard
from screens.widgets.deal_list import DealList
from screens.widgets.forecast_band import ForecastBand
from screens.widgets.forecast_bars import ForecastBars

_READING = "reading"
_FOCUS = ("list", "gate", "by-stage", "story")


class Deals(DealKeys, inherit_bindings=False):
    """Only what passes all six checks is counted; every other deal has a next step."""

    NUMBER: ClassVar[int] = 3
    CSS_PATH = "deals.tcss"
    AUTO_FOCUS = "#list"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="deals.add", tooltip="Add a deal"),
        Binding(
            "enter",
            "open",
            "Open",
            id="deals.open",
            key_display="Enter",
            tooltip="Open the whole story and the account",
        ),
        *DealKeys.STAGES,
        Binding(
            "f",
            "by_stage",
            "By stage",
            id="deals.by_stage",
            show=False,
            tooltip="See what each stage holds, and the story again",
        ),
        Binding("escape", "rest", "Back", id="deals.rest", show=False, tooltip="Back to the list"),
        # The keys of every page come after the page's own, so that the row of keys shows these.
        *Page.BINDINGS,
        *Screen.BINDINGS,
    ]

    def __init__(self, journal: Journal) -> None:
        """Take the journal it shows."""
        super().__init__(journal)
        self._wanted = 0
        """The deal the cursor goes to once it is read; 0 for none."""

    def panels(self) -> Iterator[Widget]:
        """The band, the list, and what belongs to the selected row."""
        with Container(id="body"):
            with Container(id="band"):
                yield ForecastBand(id="forecast")
                yield ForecastBars(id="gate")
            yield DealList(id="list")
            with Container(id="below"):
                yield ByStage(id="by-stage")
                yield DealCard(id="story")

    @property
    def focus_chain(self) -> list[Widget]:
        """The list comes first, whatever stands above it."""
        chain = super().focus_chain
        return sorted(
            chain, key=lambda one: _FOCUS.index(one.id) if one.id in _FOCUS else len(_FOCUS)
        )

    def on_mount(self) -> None:
        """Read the journal for the first paint."""
        self.read_again()

    def read_again(self) -> None:
        """Read the deals again; the cursor stays on its deal."""
        if is_small(self.journal):
            self._show(read_pipeline(self.journal))
        elif (known := self.query_one(ForecastBand).pipeline) is not None:
            self._show(read_lines_again(self.journal, known))
        # Thousands of deals, and the chance, which rests on two years of them, follow the answer to the key.
        self._read_beside()

    def tick(self) -> None:
        """Move the clock on; at the day's start the new day begins."""
        super().tick()
        day: date | None = self.query_one(DealList).day
        if day is not None and day != self.journal.today():
            self.journal.forget_what_was_read()
            self.read_again()

    def selected_deal(self) -> DealLine | None:
        """The deal under the cursor."""
        listed = self.query(DealList)
        return listed.first().selected if listed else None

    def no_deal(self) -> str:
        """Why none is under the cursor, and the key that makes one."""
        listed = self.query_one(DealList)
        if any(listed.counts.values()):
            return deal_words.NOTHING_ENDED[listed.outcome]
        return deal_words.NO_DEALS

    def show_deal(self, deal: Deal) -> None:
        """Put the cursor on a deal that was just saved; one that ended stands in another list."""
        listed = self.query_one(DealList)
        if deal.outcome is listed.outcome and not listed.select(deal.id):
            self._wanted = deal.id

    def on_deal_list_highlighted(self, message: DealList.Highlighted) -> None:
        """Tell the story of the row under the cursor."""
        self._tell(self.query_one(DealList).selected)

    def on_deal_list_turned(self, message: DealList.Turned) -> None:
        """Show another of the four lists."""
        listed = self.query_one(DealList)
        listed.outcome = message.outcome
        with self.prevent(DealList.Highlighted):
            listed.cursor = 0
        self.read_again()
        listed.cursor = 0

    def on_deal_list_opened(self) -> None:
        """Open the row that was clicked."""
        self.action_open()

    def on_deal_card_opened(self) -> None:
        """Open the card that was clicked."""
        self.action_open()

    def action_add(self) -> None:
        """Add a deal."""
        self.deal_asks.begin(self.deal_asks.add)

    def action_open(self) -> None:
        """Open the whole story; in an empty list, add a deal."""
        from screens.account import open_account

        if line := self.selected_deal():
            open_account(self, line.deal.account, line.deal.id)
        else:
            self.action_add()

    def action_by_stage(self) -> None:
        """Show the stages where the story stands, or go to them where both fit; and back."""
        stages, listed = self.query_one(ByStage), self.query_one(DealList)
        if self.has_class("-narrow") or self.has_class("-short"):
            self.toggle_class("-stages")
        is_left = stages.has_focus or not stages.display
        self.set_focus(listed if is_left else stages)

    def action_rest(self) -> None:
        """Back to the list."""
        self.remove_class("-stages")
        self.set_focus(self.query_one(DealList))

    @work(group=_READING, exclusive=True)
    async def _read_beside(self) -> None:
        """What takes long is read in another thread, which touches nothing on screen."""
        journal, version, plans = self.journal, self.journal.version, self.journal.plans
        pipeline = None
        if not is_small(journal):
            ahead = pipeline_beside(journal)
            pipeline = (await to_thread(ahead) if ahead else None) or read_pipeline(journal)
        if (read := plans.read_ahead()) is not None:
            await to_thread(read)
        if not self.query(DealList):
            # The app was left meanwhile, and the page is taken down from its panels on.
            return
        if version != journal.version:
            # Something was saved meanwhile: what was read is old.
            self.read_again()
            return
        if pipeline is not None:
            self._show(pipeline)
        bars = self.query_one(ForecastBars)
        if bars.pipeline is not None:
            bars.chance = by_chance(journal, bars.pipeline.currency)

    def _show(self, pipeline: Pipeline) -> None:
        listed = self.query_one(DealList)
        before = listed.selected
        self.query_one(ForecastBand).pipeline = pipeline
        self.query_one(ForecastBars).pipeline = pipeline
        self.query_one(ByStage).pipeline = pipeline
        listed.day, listed.currency = self.journal.today(), pipeline.currency
        listed.counts = how_many(self.journal)
        is_open = listed.outcome is Outcome.OPEN
        listed.lines = pipeline.lines if is_open else read_ended(self.journal, listed.outcome)
        wanted = self._wanted or (before.deal.id if before else 0)
        if wanted and listed.select(wanted):
            self._wanted = 0
        listed.cursor = listed.validate_cursor(listed.cursor)
        self._tell(listed.selected)

    def _tell(self, line: DealLine | None) -> None:
        card, stages = self.query_one(DealCard), self.query_one(ByStage)
        card.day = self.journal.today()
        try:
            card.at_account = waits_first(self.journal, line.deal) if line else None
            card.page = self.journal.deals.story(line.deal.id) if line else None
        except NotFound:
            # Deleted in another window a moment ago; the next look reads the list again.
            card.page = None
        stages.stage = (line.deal.stage or "") if line and line.deal.is_open else ""
        self.refresh_bindings()
