"""What is asked of setbacks and call blocks: each dialog ends with what was saved and a sentence about it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from journal.call_block import CallBlock, next_quarter
from journal.errors import JournalError
from journal.follow_up import FollowUp, FollowUpState
from journal.setback import Setback
from journal.setback_line import SetbackLine
from journal.setback_work import Check, Thoughts
from screens import block_words, draft_words, entry_words, setback_words
from screens.dialogs.keep_beside import Asked, ask_beside

if TYPE_CHECKING:
    from journal.setback_heard import ToldSetback
    from screens.dialogs.call_block import EndedBlock, PlannedBlock
    from screens.dialogs.next_step import NextStep
    from screens.dialogs.setback import SetbackDialog
    from screens.dialogs.work_through import Worked
    from screens.page import Page

_ASKING = "asking of setbacks"


@dataclass(frozen=True, slots=True)
class Said:
    """What was saved."""

    words: str
    """The sentence about it."""
    setback: int | None = None
    """The id of the setback it was about, for the cursor to go to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedThrough(Thoughts):
    """What was thought of a setback and the step after it, to be seen beside another window's."""

    step: str = ""
    """The next small action."""
    due: date | None = None
    """Its day."""
    state: FollowUpState | None = None
    """What became of it; None while it waits."""

    @classmethod
    def of(cls, line: SetbackLine) -> WorkedThrough:
        """What stands there."""
        thoughts, step = line.thoughts or Thoughts(setback=line.setback.id), line.next_step
        if step is None:
            return cls(**_each(thoughts))
        state = None if step.state is FollowUpState.DUE else step.state
        return cls(**_each(thoughts), step=step.what, due=step.due, state=state)

    def over(self, worked: Worked) -> WorkedThrough:
        """The same with what was typed; the step stays where none is said."""
        shown, step = replace(self, **_each(worked.thoughts)), worked.step
        if step is None:
            return shown
        return replace(shown, step=step.what, due=step.due, state=None)


class SetbackAsks:
    """Opens dialogs one after the other until something is saved or the rep leaves."""

    def __init__(self, page: Page) -> None:
        """Take the page they are asked on."""
        self._app = page.app
        self._journal = page.journal
        self._page = page

    def log(self) -> None:
        """Write one down. It stands there at once: the next key is typed into it, not on the page."""
        from screens.dialogs.setback import SetbackDialog

        self._open_log(SetbackDialog(self._journal))

    def begin(self, ask: Callable[[SetbackAsks], Coroutine[object, object, Said | None]]) -> None:
        """Open a dialog, and not a second one when a key comes twice."""
        page = self._page
        if not any(one.group == _ASKING and not one.is_finished for one in page.workers):
            page.run_worker(self._until_said(ask), group=_ASKING)

    async def work_through(self, setback: int) -> Said | None:
        """Everything that can be thought of one. Raises JournalError when it is not there."""
        from screens.dialogs.work_through import WorkThroughDialog

        journal, setbacks = self._journal, self._journal.setbacks
        line = setbacks.story(setback)

        def save(worked: Worked, read: SetbackLine) -> Thoughts:
            thoughts = replace(worked.thoughts, rev=read.thoughts.rev if read.thoughts else 0)
            step = worked.step
            if step is None:
                return setbacks.work_through(thoughts)
            return setbacks.work_through(thoughts, step.what, step.due, read)

        asked = Asked(
            lambda typed, said: WorkThroughDialog(journal, line, typed, said),
            save,
            lambda: setbacks.story(setback),
            lambda worked, _: WorkedThrough.of(setbacks.story(setback)).over(worked),
            WorkedThrough.of,
        )
        kept = await ask_beside(self._app, line, asked)
        return None if kept is None else Said(setback_words.KEPT, setback)

    async def next_step(self, setback: int) -> Said | None:
        """The next small action and its day."""
        from screens.dialogs.next_step import NextStepDialog

        journal = self._journal
        line = journal.setbacks.story(setback)
        blank = FollowUp(due=None, what="", setback=setback)

        def save(step: NextStep, read: SetbackLine) -> str:
            kept = journal.setbacks.next_step(setback, step.what, step.due, read)
            return setback_words.step_saved(kept, journal.today())

        def mine(step: NextStep, _: SetbackLine) -> FollowUp:
            theirs = journal.setbacks.story(setback).next_step or blank
            return replace(theirs, what=step.what, due=step.due, state=FollowUpState.DUE)

        asked = Asked(
            lambda typed, said: NextStepDialog(journal, line, typed, said),
            save,
            lambda: journal.setbacks.story(setback),
            mine,
            lambda read: read.next_step or blank,
        )
        saved = await ask_beside(self._app, line, asked)
        return None if saved is None else Said(saved, setback)

    async def learned(self, setback: int) -> Said | None:
        """What one taught."""
        from screens.dialogs.learned import LearnedDialog

        journal = self._journal
        line = journal.setbacks.story(setback)
        blank = Check(setback=setback, after=line.answers, day=journal.today())
        asked = Asked(
            lambda typed, said: LearnedDialog(journal, line, line.answers, typed, said),
            journal.setbacks.answer,
            lambda: journal.setbacks.story(setback),
            lambda typed, _: typed,
            lambda read: read.check(line.answers) or blank,
        )
        answered = await ask_beside(self._app, line, asked)
        return None if answered is None else Said(setback_words.learned_saved(answered), setback)

    async def change(self, hit: Setback) -> Said | None:
        """Its day, type, words, account or sting."""
        from screens.dialogs.entry import EntryDialog
        from screens.dialogs.keep import change_until_saved

        journal = self._journal
        changed = await change_until_saved(
            self._app,
            hit,
            lambda typed, said: EntryDialog(journal, typed, said),
            journal.change,
            journal.entry,
            journal.record_anew,
        )
        if changed is None:
            return None
        return Said(entry_words.changed(changed, journal.today()), changed.id)

    async def call_block(self) -> Said | None:
        """Today's blocks: start one, say what happened in one, or plan one."""
        from screens.dialogs.ask import AskDialog

        blocks = self._journal.call_blocks
        today = blocks.today()
        waiting = [one for one in today if one.calls is None]
        if not waiting:
            return await self._plan_block()
        fear = block_words.fear(blocks.fear())
        answers = [(one.id, block_words.offer(one)) for one in waiting]
        chosen = await self._app.push_screen_wait(
            AskDialog("Call blocks", fear, [*answers, (0, block_words.PLAN)])
        )
        if chosen is None:
            return None
        if chosen == 0:
            return await self._plan_block()
        block = blocks.get(chosen)
        if block.started is None:
            return Said(block_words.started(blocks.start(chosen)))
        return await self._end_block(block)

    def _open_log(self, form: SetbackDialog) -> None:
        self._app.push_screen(form, partial(self._logged, form))

    def _logged(self, form: SetbackDialog, told: ToldSetback | None) -> None:
        """Save what was told; what cannot be saved comes back with the reason."""
        from screens.dialogs.setback import SetbackDialog

        page, since = self._page, self._journal.kept
        if told is None:
            if form.draft is not None and form.draft.waits:
                page.say(draft_words.LEFT)
            return
        try:
            with form.settling():
                saved = self._journal.record(form.heard(told))
        except JournalError as problem:
            again = SetbackDialog(self._journal, told, str(problem))
            again.draft = form.draft
            self._open_log(again)
        else:
            page.show_saved(setback_words.SAVED, since)
            page.show_setback(saved.entry.id)

    async def _until_said(
        self, ask: Callable[[SetbackAsks], Coroutine[object, object, Said | None]]
    ) -> None:
        page, since = self._page, self._journal.kept
        with page.trouble_said():
            if (said := await ask(self)) is not None:
                page.show_saved(said.words, since)
                if said.setback is not None:
                    page.show_setback(said.setback)

    async def _plan_block(self) -> Said | None:
        from screens.dialogs.call_block import PlanBlockDialog
        from screens.dialogs.keep import ask_until_saved

        journal = self._journal
        fear = block_words.fear(journal.call_blocks.fear())
        at = next_quarter(journal.now().local.time())

        def save(plan: PlannedBlock) -> CallBlock:
            return journal.call_blocks.plan(
                plan.planned, minutes=plan.minutes, dread=plan.dread, feared=plan.feared
            )

        planned = await ask_until_saved(
            self._app, lambda typed, said: PlanBlockDialog(journal, fear, at, typed, said), save
        )
        return None if planned is None else Said(block_words.planned(planned))

    async def _end_block(self, block: CallBlock) -> Said | None:
        from screens.dialogs.call_block import EndBlockDialog

        journal, blocks = self._journal, self._journal.call_blocks
        calls = blocks.calls_since_start(block)

        def save(ended: EndedBlock, read: CallBlock) -> CallBlock:
            return blocks.finish(block.id, ended.calls, ended.harsh_nos, read)

        asked = Asked(
            lambda typed, said: EndBlockDialog(journal, block, calls, typed, said),
            save,
            lambda: blocks.get(block.id),
            lambda ended, _: replace(
                blocks.get(block.id), calls=ended.calls, harsh_nos=ended.harsh_nos
            ),
            lambda read: read,
        )
        ended = await ask_beside(self._app, block, asked)
        return None if ended is None else Said(block_words.ended(ended))


def _each(thoughts: Thoughts) -> dict[str, Any]:
    """Each thing that was thought, by its name."""
    return {field.name: getattr(thoughts, field.name) for field in fields(Thoughts)}
