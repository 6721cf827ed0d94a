"""Every dialog of the app, made of a journal with the same words wherever a rep can type."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from typing import Any

from proofs.texts import Told, live
from textual.screen import Screen
from visiting import TUESDAY

from journal.deal import Deal
from journal.deal_story import Contact
from journal.entry import Entry
from journal.follow_up import FollowUp
from journal.goal import Goal
from journal.incoming import Wishes
from journal.journal import Journal
from journal.next_lead import closing
from journal.search import Hit, HitKind
from journal.setback_line import SetbackLine
from journal.setback_work import Check
from screens.dialogs import (
    add,
    backward,
    begin,
    bring_in_columns,
    bring_in_files,
    bring_in_preview,
    call_block,
    chance,
    changed,
    check_in,
    closing_line,
    contact,
    crm_debt,
    deal,
    deal_check,
    deal_day,
    deal_story,
    entry,
    find,
    follow_up,
    found,
    goal,
    join,
    keys,
    learned,
    lost,
    meeting,
    next_step,
    no_decision,
    off,
    purpose,
    redate,
    requests,
    review_walk,
    setback,
    settings,
    short,
    stronger,
    take_out,
    taught,
    tell,
    touch,
    under_way,
    won,
    work_through,
)
from screens.dialogs.ask import AskDialog
from screens.transfer_work import Job

Dialog = Screen[Any]
Makes = Callable[["Lived"], Dialog]


@dataclass(frozen=True)
class Lived:
    """A journal with one of everything in the same words, and what is shown of it."""

    journal: Journal
    """It."""
    words: str
    """The words."""
    folder: Path
    """Where files lie."""

    def entry(self, number: int) -> Entry:
        """An entry."""
        return self.journal.entry(number)

    @property
    def deal(self) -> Deal:
        """An open deal."""
        return self.journal.store.deals.get(1)

    @property
    def goal(self) -> Goal:
        """A milestone."""
        return self.journal.store.goals.get(1)

    @property
    def touch(self) -> FollowUp:
        """A follow-up that waits."""
        return self.journal.follow_ups.get(1)

    @property
    def line(self) -> SetbackLine:
        """A setback and what came of it."""
        return self.journal.setbacks.story(3)


def lived(journal: Journal, words: str, folder: Path) -> Lived:
    """A journal with the words wherever a rep can type."""
    live(journal.store, Told(make=lambda _: words), TUESDAY)
    deals = journal.store.deals
    with journal.writing("more"):
        deals.add(replace(deals.get(1), id=0, uid=""))
    check = Check(setback=3, after=7, day=TUESDAY, learned=words, differently=words, stronger=True)
    journal.setbacks.answer(check)
    return Lived(journal, words, folder)


def tables_in(lived: Lived) -> Path:
    """A file with the words in its name, its columns and its cells."""
    name = lived.words.replace("/", "").replace("\0", "")[:60]
    file = lived.folder / f"{name}.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(["Account", "Name", "Amount", "Stage", "Close date", lived.words])
        writer.writerow([lived.words, lived.words, "5000", lived.words, "2024-03-21", lived.words])
        writer.writerow([lived.words, lived.words, lived.words, "", lived.words, lived.words])
    return file


def preview(lived: Lived) -> Dialog:
    """Such a file looked at."""
    incoming = lived.journal.incoming
    reading = incoming.look(lived.journal.store.imports.sources([str(tables_in(lived))]), Wishes())
    would = incoming.try_out(reading, lambda _: None)
    looked = bring_in_preview.Looked(
        files=reading.files,
        take_in=lambda *_: would,
        would=would,
        wishes=Wishes(owner=lived.words),
        owners=((lived.words, 2),),
    )
    return bring_in_preview.PreviewDialog(looked, TUESDAY, lived.words)


def ask(lived: Lived) -> Dialog:
    """A question with the words in its title, in itself and in its answers."""
    return AskDialog(lived.words, lived.words, [(1, lived.words), (2, "No")])


def hit_of(lived: Lived) -> Hit:
    """Something found."""
    words = lived.words
    return Hit(HitKind.DAY, 1, TUESDAY, words, words, words, words, f"{words}\n{words}")


MADE: dict[str, Makes] = {
    "AskDialog": ask,
    "ChangedDialog": lambda i: changed.ChangedDialog(
        i.entry(1), replace(i.entry(1), text="Theirs")
    ),
    "GoneDialog": lambda _: changed.GoneDialog(),
    "AddDialog": lambda i: add.AddDialog(i.goal),
    "ShortDialog": lambda i: short.ShortDialog(i.journal.goals.standing(1)),
    "BackwardDialog": lambda i: backward.BackwardDialog(i.journal, i.goal, [i.goal], i.words),
    "BeginDialog": lambda i: begin.BeginDialog(i.journal, None, i.words),
    "ColumnsDialog": lambda i: bring_in_columns.ColumnsDialog(
        [bring_in_columns.Asked(i.words, "account", i.words, ("account", "name"))], i.words
    ),
    "PlanBlockDialog": lambda i: call_block.PlanBlockDialog(
        i.journal, "You fear 3 of 5.", time(9), None, i.words
    ),
    "EndBlockDialog": lambda i: call_block.EndBlockDialog(
        i.journal, i.journal.call_blocks.plan(time(14)), 3, None, i.words
    ),
    "ChanceDialog": lambda i: chance.ChanceDialog(i.journal, i.deal, None, said=i.words),
    "CheckInDialog": lambda i: check_in.CheckInDialog(i.journal, i.goal, None, i.words),
    "DoneDialog": lambda i: touch.DoneDialog(i.journal, i.touch, None, i.words),
    "MoveDialog": lambda i: touch.MoveDialog(i.journal, i.touch, None, i.words),
    "SkipDialog": lambda i: touch.SkipDialog(i.journal, i.touch, i.words, i.words),
    "CloseDialog": lambda i: touch.CloseDialog(i.journal, i.touch, i.words, i.words),
    "ClosingLineDialog": lambda i: closing_line.ClosingLineDialog(
        i.journal, closing(i.journal, i.words), None, i.words
    ),
    "ContactDialog": lambda i: contact.ContactDialog(
        i.journal, Contact(account=i.words, name=i.words, role=i.words), None, i.words
    ),
    "EntryDialog": lambda i: entry.EntryDialog(i.journal, i.entry(1), i.words),
    "DealDialog": lambda i: deal.DealDialog(i.journal, i.deal, None, i.words),
    "CheckDialog": lambda i: deal_check.CheckDialog(
        i.journal, i.journal.deals.lines()[0], None, i.words
    ),
    "PushDialog": lambda i: deal_day.PushDialog(i.journal, i.deal, None, i.words),
    "ReopenDialog": lambda i: deal_day.ReopenDialog(i.journal, i.deal, None, i.words),
    "ContractEndDialog": lambda i: deal_day.ContractEndDialog(i.journal, i.words, 1, None, i.words),
    "StoryDialog": lambda i: deal_story.StoryDialog(
        i.journal, i.deal, i.journal.deals.story(1).story, i.words, i.words
    ),
    "FollowUpDialog": lambda i: follow_up.FollowUpDialog(i.journal, None, i.words),
    "GoalDialog": lambda i: goal.GoalDialog(i.journal, i.goal, said=i.words),
    "JoinDialog": lambda i: join.JoinDialog(i.journal, i.words, None, i.words),
    "NextStepDialog": lambda i: next_step.NextStepDialog(i.journal, i.line, None, i.words),
    "LearnedDialog": lambda i: learned.LearnedDialog(i.journal, i.line, 7, None, i.words),
    "LostDialog": lambda i: lost.LostDialog(i.journal, i.deal, None, i.words),
    "WonDialog": lambda i: won.WonDialog(i.journal, i.deal, None, i.words),
    "MeetingDialog": lambda i: meeting.MeetingDialog(
        i.journal, i.entry(1), i.journal.meetings.of(1), i.words
    ),
    "NoDecisionDialog": lambda i: no_decision.NoDecisionDialog(i.journal, i.deal, None, i.words),
    "OffDialog": lambda i: off.OffDialog(i.journal, None, i.words),
    "PurposeDialog": lambda i: purpose.PurposeDialog(i.journal, None, i.words),
    "RedateDialog": lambda i: redate.RedateDialog(i.journal, i.goal, None, i.words),
    "RequestsDialog": lambda i: requests.RequestsDialog(
        i.journal, i.deal, i.journal.follow_ups.requests(1), None, i.words
    ),
    "SetbackDialog": lambda i: setback.SetbackDialog(i.journal, None, i.words),
    "SettingsDialog": lambda i: settings.SettingsDialog(i.journal, (), (), i.words),
    "TakeOutDialog": lambda i: take_out.TakeOutDialog(i.journal, None, i.words),
    "WorkThroughDialog": lambda i: work_through.WorkThroughDialog(i.journal, i.line, None, i.words),
    "FilesDialog": lambda i: bring_in_files.FilesDialog(
        tables_in(i).parent, [tables_in(i)], i.words
    ),
    "PreviewDialog": preview,
    "DebtDialog": lambda i: crm_debt.DebtDialog(i.journal, "hubspot"),
    "FindDialog": lambda i: find.FindDialog(i.journal),
    "FoundDialog": lambda i: found.FoundDialog(hit_of(i), TUESDAY),
    "KeysDialog": lambda i: keys.KeysDialog([], i.words),
    "StrongerDialog": lambda i: stronger.StrongerDialog(i.journal.setbacks.stronger(), TUESDAY),
    "TaughtDialog": lambda i: taught.TaughtDialog(
        i.journal.reviews.taught(), i.journal.reviews.view().span
    ),
    "TellDialog": lambda i: tell.TellDialog(i.words, [(i.words, i.words)]),
    "ReviewWalk": lambda i: review_walk.ReviewWalk(
        i.journal, i.journal.reviews.view(), i.journal.setbacks.resilience(), "win-rate"
    ),
    "UnderWay": lambda i: under_way.UnderWay(Job(i.words)),
}
"""How each dialog is made of what was lived."""
