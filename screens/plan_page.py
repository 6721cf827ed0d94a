"""What Goals does with the plan: the funnel and the chance on screen, and assumptions typed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual import work
from textual.worker import Worker

from journal.errors import JournalError
from journal.measure import AMOUNT, read_units
from journal.percent import read_percent
from journal.plan import Level, Plan
from journal.planning.ahead import AIMS
from journal.planning.lags import read_days
from screens import plan_words
from screens.beside import beside_keys
from screens.drafted import Draft
from screens.messages import JournalChanged
from screens.page import Page
from screens.widgets.funnel_panel import FunnelPanel
from screens.widgets.funnel_said import Figures
from screens.widgets.goal_chance import GoalChance
from screens.widgets.goal_list import GoalList
from screens.widgets.week_band import WeekBand

_CHANCE = "chance"


class PlanPage(Page, inherit_bindings=False):
    """A page with the funnel and the chance on it."""

    def read_plan(self) -> Worker[None]:
        """Show the levels, and begin to work out the chance; each is shown as soon as it is known."""
        return self._read_and_work_out()

    @work(group=_CHANCE, exclusive=True)
    async def _read_and_work_out(self) -> None:
        """The levels first, then the chance, that of each goal, and what would raise it.

        What takes long is read and added up in another thread, which touches nothing on screen.
        """
        plans = self.journal.plans
        if (read := plans.read_ahead()) is not None:
            await beside_keys(self, read)
        if plans is not self.journal.plans:
            self.read_plan()
            return
        self._show_levels()
        version = self.journal.version
        thinking = plans.think_ahead(self.query_one(GoalList).standings)
        for think, show in zip(
            thinking, (self._show_chance, self._show_chances, self._show_figures), strict=True
        ):
            await beside_keys(self, think)
            if version != self.journal.version:
                # Something was saved meanwhile: what was thought of is old.
                self.read_plan()
                return
            show()

    def _show_levels(self) -> None:
        funnel, chance = self.query_one(FunnelPanel), self.query_one(GoalChance)
        funnel.draft_of, funnel.try_out = self._draft_of, self._try_out
        funnel.day = chance.day = self.journal.today()
        funnel.funnel = self.journal.plans.funnel()
        funnel.try_again()
        self.query_one(WeekBand).enough = funnel.funnel.weekly_reach_outs

    def _show_chance(self) -> None:
        chance = self.query_one(GoalChance)
        chance.outlook = self.journal.plans.outlook()
        chance.is_read = True

    def _show_chances(self) -> None:
        found, listed = self.journal.goals.chances(), self.query_one(GoalList)
        listed.standings = tuple(
            replace(each, chance=found.get(each.goal.id, each.chance)) for each in listed.standings
        )

    def _show_figures(self) -> None:
        plans = self.journal.plans
        self.query_one(FunnelPanel).figures = Figures(
            plans.levers(),
            (plans.weekly_for(AIMS[0]), plans.weekly_for(AIMS[1])),
            plans.plan_chance(),
            plans.quarters(),
        )

    def _try_out(self, level: Level | None, words: str) -> None:
        """Show what would follow from what is typed so far; half a number changes nothing."""
        plans = self.journal.plans
        try:
            _, funnel = plans.reckoned(self._typed(level, words.strip()))
        except JournalError:
            funnel = plans.funnel()
        self.query_one(FunnelPanel).funnel = funnel

    def on_funnel_panel_typed_over(self, message: FunnelPanel.TypedOver) -> None:
        """Save what was typed as a new version of the plan; what cannot be one stays in the field."""
        panel, words = self.query_one(FunnelPanel), message.words.strip()
        if not words:
            with panel.settling():
                panel.close_field()
            return
        try:
            with panel.settling():
                self._save_plan(
                    lambda: self.journal.plans.keep(self._typed(message.level, words)),
                    plan_words.saved,
                )
        except JournalError as trouble:
            panel.complain(str(trouble))

    def on_funnel_panel_reset(self, message: FunnelPanel.Reset) -> None:
        """Let the history say it again."""
        with self.trouble_said():
            self._save_plan(lambda: self.journal.plans.reset(message.level), plan_words.was_reset)

    def on_funnel_panel_versions_asked(self) -> None:
        """Tell every saved plan and why its numbers changed."""
        from screens.dialogs.tell import TellDialog

        told = plan_words.versions(self.journal.plans.versions(), self.journal.today())
        self.app.push_screen(TellDialog("Versions of the plan", told))

    def on_goal_chance_assumptions_asked(self) -> None:
        """Tell what the chance rests on."""
        self.action_assumptions()

    def action_plan_anew(self) -> None:
        """Save the plan as it stands, so that week and day ask for what it needs from today."""
        plans = self.journal.plans
        if plans.latest() is None:
            self.action_begin()
            return
        with self.trouble_said():
            self.look_around()
            if self.journal.plans.is_of_today():
                self.say(plan_words.OF_TODAY)
            else:
                self._save_plan(
                    lambda: self.journal.plans.keep(self.journal.plans.current()), plan_words.saved
                )

    def action_assumptions(self) -> None:
        """Tell what the chance rests on; without one, ask for what it needs."""
        from screens import chance_words
        from screens.dialogs.tell import TellDialog

        chance, panel = self.query_one(GoalChance), self.query_one(FunnelPanel)
        if chance.outlook is None or panel.funnel is None:
            self.action_begin()
            return
        told = chance_words.assumptions(
            chance.outlook, panel.funnel, panel.figures, self.journal.today()
        )
        self.app.push_screen(TellDialog("What the chance rests on", told))

    def action_begin(self) -> None:
        """Ask the three questions a plan begins with."""
        raise NotImplementedError

    def _draft_of(self, level: Level | None) -> Draft:
        """Where what is typed over a level is kept; no level is the row of the target."""
        return Draft(self.journal, "funnel", 0 if level is None else 1 + list(Level).index(level))

    def _typed(self, level: Level | None, words: str) -> Plan:
        """The plan with what was typed. Raises BadInput."""
        plans = self.journal.plans
        if level is None:
            return replace(plans.current(), target=self._amount(words))
        if level is Level.DEALS:
            return replace(plans.current(), deal_size=self._amount(words))
        days = read_days(words)
        if days is not None:
            return plans.typed_over(level, lag=days)
        return plans.typed_over(level, rate=read_percent(words))

    def _amount(self, words: str) -> int:
        return read_units(AMOUNT, words, self.journal.plans.current().currency)

    def _save_plan(self, save: Callable[[], Plan], say: Callable[[Plan], str]) -> None:
        """Save and show the levels in the very next paint; all else on the page follows it."""
        self.look_around()
        saved = save()
        panel = self.query_one(FunnelPanel)
        panel.show_saved(self.journal.plans.funnel(), say(saved))
        if not panel.display:
            self.say(say(saved))
        panel.call_after_refresh(self._after_saving)

    def _after_saving(self) -> None:
        self.query_one(FunnelPanel).close_field()
        self.post_message(JournalChanged())
        self.call_after_refresh(self.read_again)
