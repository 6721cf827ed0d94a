"""One of everything that holds words, with any words in it: told, read back, taken out and in again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, time, timedelta
from itertools import count, islice
from pathlib import Path
from typing import TypeVar

from asking import Rep
from builders import NOW, activity, follow_up, milestone, note, setback
from hostile import UNSAFE, generated

from journal.calendar import DayOff
from journal.day_page import DayPage, Intention
from journal.deal import Deal
from journal.deal_check import CheckName, DealCheck
from journal.deal_story import Answer, Contact, DealStory, Reason, Whose
from journal.goal import Term
from journal.meeting import Meeting
from journal.request import Ask, Request, RequestState
from journal.review import Period, Review
from journal.setback_work import Check, Thoughts
from journal.settings import Setting
from journal.shown import shown
from storage.store import SqliteStore

Words = Callable[[], str]
"""Gives other words each time."""

Reads = Callable[[SqliteStore], object]
"""Reads one thing of a journal again."""

Thing = TypeVar("Thing")

FIXED = {"uid", "measure", "currency", "kind", "type", "stage", "question", "tag"}
"""Texts that are one of some few words; nobody types anything into them."""

FIRST = date(2024, 2, 1)

DAYS_AT_ONCE = 30
"""How many days are listed at one go."""

ENTRIES_A_DAY = 3
"""How many entries are told of each day."""

SHOWING = tuple(
    tuple(words.split())
    for words in (
        *(
            "today",
            "status",
            "due",
            "setbacks",
            "setbacks stronger",
            "morning",
            "evening",
            "purpose",
        ),
        *("deal list all", "deal show 1", "deal teach", "goal list", "milestone list", "off"),
        *("settings", "review", "review --week", "stats", "plan"),
    )
)
"""Every report that shows a rep's words."""


class Told:
    """What was told to a journal, and how each of it is read again."""

    def __init__(self, seed: int = 0, make: Callable[[int], str] = generated) -> None:
        """Nothing yet; ``make`` gives other words for each number."""
        self._make = make
        self.texts = 0
        """How many texts were told."""
        self._seeds = count(seed)
        self._things: list[tuple[Reads, object]] = []
        self.all: dict[str, list[object]] = {"off": [], "rewards": [], "reviews": [], "notes": []}
        """What is read again as a whole."""

    def words(self) -> str:
        """Words that nobody told before."""
        self.texts += 1
        seed = next(self._seeds)
        return f"{seed} {self._make(seed)}".strip()

    def worded(self, value: Thing, **more: object) -> Thing:
        """The value with words in each of its texts."""
        texts = [
            field.name
            for field in fields(value)
            if field.type in ("str", "str | None") and field.name not in FIXED | more.keys()
        ]
        return replace(value, **{name: self.words() for name in texts}, **more)

    def keeps(self, value: object, reads: Reads) -> None:
        """Remember what is to be read."""
        self._things.append((reads, value))

    def differing(self, store: SqliteStore) -> list[tuple[object, object]]:
        """What a journal does not say as it was told."""
        pairs = [(value, reads(store)) for reads, value in self._things]
        rewards = [one for one in store.days.settings() if one.key == "reward"]
        reviews = [*reversed(store.reviews.newest_first(limit=1_000_000))]
        pairs += [(self.all["off"], [*store.days.off()]), (self.all["rewards"], rewards)]
        pairs += [(self.all["reviews"], reviews)]
        return [(value, read) for value, read in pairs if value != read]


def live(store: SqliteStore, told: Told, day: date) -> None:
    """Tell a journal one of everything of a day, with other words in each text."""
    with store.action("a day", NOW, "test"):
        _do(store, told, day)
        _sell(store, told, day)
        _aim(store, told, day)


def _do(store: SqliteStore, told: Told, day: date) -> None:
    """What was done, what hit, and the page of the day."""
    done = told.worded(
        activity("meeting", on=day), tags=(told.words()[:30].strip(),), time=time(9, 30)
    )
    hit = told.worded(setback(on=day))
    for entry in (done, told.worded(note(on=day)), hit):
        saved = store.entries.add(entry)
        told.all["notes"].append(saved.text)
        assert (saved.text, saved.account) == (entry.text, entry.account)
        told.keeps(saved, lambda store, saved=saved: store.entries.get(saved.id))
    hit_id, done_id = saved.id, saved.id - 2
    kept = store.meetings.keep(told.worded(Meeting(activity=done_id)))
    told.keeps(kept, lambda store: store.meetings.get(done_id))
    thoughts = store.setbacks.keep_thoughts(told.worded(Thoughts(setback=hit_id)))
    told.keeps({hit_id: thoughts}, lambda store: store.setbacks.thoughts([hit_id]))
    check = store.setbacks.answer(told.worded(Check(setback=hit_id, after=7, day=day)))
    told.keeps({hit_id: (check,)}, lambda store: store.setbacks.checks([hit_id]))
    page = told.worded(
        DayPage(day=day), intentions=tuple(Intention(told.words()) for _ in range(3))
    )
    page = store.day_pages.save(page)
    told.keeps(page, lambda store: store.day_pages.get(day))


def _sell(store: SqliteStore, told: Told, day: date) -> None:
    """A deal with all that is said of it, who is there, and what waits."""
    sale = store.deals.add(told.worded(Deal(account="", name="")))
    number, stories = sale.id, store.deal_stories
    told.keeps(sale, lambda store: store.deals.get(number))
    more = (told.words(),)
    story = stories.keep_story(told.worded(DealStory(deal=number), more_categories=more))
    told.keeps(story, lambda store: store.deal_stories.story(number))
    check = told.worded(
        DealCheck(deal=number, name=CheckName.BUDGET, holds=True, day=day), name=CheckName.BUDGET
    )
    stories.say_check(check)
    told.keeps({number: (check,)}, lambda store: store.deal_stories.checks([number]))
    answer = told.worded(Answer(deal=number, question="Why?", text="", whose=Whose.BUYER, day=day))
    answer = stories.add_answer(answer)
    told.keeps({number: (answer,)}, lambda store: store.deal_stories.answers([number]))
    stories.set_reasons(number, Whose.REP, [Reason(deal=number, tag=told.words(), whose=Whose.REP)])
    reasons = stories.reasons([number])
    told.keeps(reasons, lambda store: store.deal_stories.reasons([number]))
    ask = told.worded(Request(deal=number, ask=Ask.CRITERIA, state=RequestState.ASKED, day=day))
    stories.set_request(ask)
    told.keeps({number: (ask,)}, lambda store: store.deal_stories.requests([number]))
    store.people.add_contact(
        told.worded(Contact(account=sale.account, name=""), account=sale.account)
    )
    people = store.people.contacts(sale.account)
    told.keeps(people, lambda store: store.people.contacts(sale.account))
    touch = store.follow_ups.add(told.worded(follow_up(due=day)))
    told.keeps(touch, lambda store: store.follow_ups.get(touch.id))


def _aim(store: SqliteStore, told: Told, day: date) -> None:
    """A goal re-dated, a day off, a purpose, a setting, a review, and something half typed."""
    goal = store.goals.add(told.worded(milestone()))
    later = Term(target=9, due=day, decided=day, effective=day, why=told.words())
    store.goals.add_term(goal.id, later)
    goal = store.goals.get(goal.id)
    assert goal.terms[-1] == later
    told.keeps(goal, lambda store: store.goals.get(goal.id))
    off = store.days.take_off(told.worded(DayOff(day, day, given_on=day)))
    told.all["off"].append(off)
    reward = told.worded(Setting("reward", day, ""), key="reward")
    store.days.set(reward)
    told.all["rewards"].append(reward)
    store.days.set_purpose(told.words(), day)
    held = store.reviews.add(told.worded(Review(period=Period.WEEK, first=day, last=day)))
    told.all["reviews"].append(held)


def a_journal(store: SqliteStore, seed: int, days: int) -> Told:
    """Days full of words."""
    told = Told(seed)
    for n in range(days):
        live(store, told, FIRST + timedelta(n))
    return told


def is_shown_and_travels(rep: Rep, folder: Path, told: Told, days: int) -> None:
    """Page through it on the command line, then take it out, in again, and out: nothing is lost or obeyed."""
    last = FIRST + timedelta(days - 1)
    seen = []
    texts = iter(told.all["notes"])
    for n in range(0, days, DAYS_AT_ONCE):
        first = FIRST + timedelta(n)
        until = min(last, first + timedelta(DAYS_AT_ONCE - 1))
        seen.append(rep.asks("list", f"{first}..{until}", now=f"{last}T20:00").out)
        page = " ".join(seen[-1].split())
        of_these = islice(texts, ENTRIES_A_DAY * ((until - first).days + 1))
        unseen = [text for text in of_these if shown(" ".join(str(text).split())) not in page]
        assert not unseen, unseen[:2]
    assert next(texts, None) is None
    for words in SHOWING:
        answer = rep.asks(*words, now=f"{last}T20:00")
        assert (answer.code, answer.err) == (0, ""), words
        seen.append(answer.out)
    assert not (UNSAFE - {"\n"}) & set("".join(seen))
    there, back = folder / "there.json", folder / "back.json"
    again = Rep(folder / "again" / "journal.db", rep.capture)
    for each, words in (
        (rep, ("export", "json", "-o", str(there))),
        (again, ("import", str(there))),
        (again, ("export", "json", "-o", str(back))),
    ):
        answer = each.asks(*words, now=f"{last}T20:00")
        assert (answer.code, answer.err) == (0, ""), words
    assert there.read_bytes() == back.read_bytes()
