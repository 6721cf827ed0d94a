"""The sample year written into a journal, as one action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from journal.entry import Entry
from journal.sample.pour_deals import add_deals, of_its_deal
from journal.sample.stories import SampleStory
from journal.sample.year import SampleYear
from journal.store import Store


def write(sample: SampleYear, store: Store) -> None:
    """Save everything in one transaction, to be taken back as one. Raises CannotSave."""
    with store.action("the sample year", sample.now, "demo"):
        store.days.set_purpose(sample.purpose, sample.first)
        for setting in sample.settings:
            store.days.set(setting)
        for off in sample.off:
            store.days.take_off(off)
        deals = add_deals(sample, store)
        saved = [store.entries.add(entry).id for entry in sample.entries]
        ids = {_told(entry): number for entry, number in zip(sample.entries, saved, strict=True)}
        for place, notes in sample.notes:
            store.meetings.keep(replace(notes, activity=saved[place]))
        for follow_up in sample.follow_ups:
            store.follow_ups.add(of_its_deal(follow_up, deals))
        for story in sample.stories:
            _write_story(story, ids[_told(story.hit)], store)
        for block in sample.blocks:
            store.call_blocks.add(block)
        for page in sample.pages:
            store.day_pages.save(page)
        _write_goals(sample, store)


def _told(entry: Entry) -> tuple[date, str, str]:
    """What a setback is known by among the entries."""
    return entry.day, type(entry).__name__, entry.text


def _write_story(story: SampleStory, setback: int, store: Store) -> None:
    if story.thoughts is not None:
        store.setbacks.keep_thoughts(replace(story.thoughts, setback=setback))
    if story.next_step is not None:
        store.follow_ups.add(replace(story.next_step, setback=setback))
    for check in story.checks:
        store.setbacks.answer(replace(check, setback=setback))


def _write_goals(sample: SampleYear, store: Store) -> None:
    saved: list[int] = []
    for goal in sample.goals:
        parent = saved[goal.parent - 1] if goal.parent else None
        saved.append(store.goals.add(replace(goal, parent=parent)).id)
    for check_in in sample.check_ins:
        store.goals.check_in(saved[check_in.place - 1], check_in.day, check_in.value)
    for plan in sample.plans:
        store.plans.add(replace(plan, goal=saved[plan.goal - 1]))
