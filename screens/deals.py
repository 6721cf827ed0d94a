"""Deals: what is on the forecast, every deal with its checks, what each stage holds, and the story of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from journal.deal import Deal, Outcome
from journal.deal_line import DealLine
from journal.errors import NotFound
from journal.pipeline import by_chance, how_many, read_ended, read_pipeline, waits_first
from screens.deal_keys import DealKeys
from screens.page import Page
from screens.widgets.by_stage import ByStage
from screens.widgets.deal_card import DealCard
from screens.widgets.deal_list import DealList
from screens.widgets.forecast_band import ForecastBand
from screens.widgets.forecast_bars import ForecastBars

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
        listed = self.query_one(DealList)
        before = listed.selected
        pipeline = read_pipeline(self.journal)
        self.query_one(ForecastBand).pipeline = pipeline
        self.query_one(ForecastBars).pipeline = pipeline
        self.query_one(ByStage).pipeline = pipeline
        listed.day, listed.currency = self.journal.today(), pipeline.currency
        listed.counts = how_many(self.journal)
        is_open = listed.outcome is Outcome.OPEN
        listed.lines = pipeline.lines if is_open else read_ended(self.journal, listed.outcome)
        if before is not None:
            listed.select(before.deal.id)
        listed.cursor = listed.validate_cursor(listed.cursor)
        self._tell(listed.selected)
        # The chance rests on two years of deals: after the list has answered the key.
        self.call_after_refresh(self._weigh)

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

    def show_deal(self, deal: Deal) -> None:
        """Put the cursor on a deal that was just saved; one that ended stands in another list."""
        listed = self.query_one(DealList)
        if deal.outcome is listed.outcome:
            listed.select(deal.id)

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

    def _weigh(self) -> None:
        bars = self.query_one(ForecastBars)
        if bars.pipeline is not None:
            bars.chance = by_chance(self.journal, bars.pipeline.currency)

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
