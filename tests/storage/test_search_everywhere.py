"""Whatever a rep writes, in whichever field, is found by its words, and by what it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import NOW, THURSDAY, activity, note
from deeds import live

from journal.day_page import DayPage, Intention
from journal.deal_check import CheckName, DealCheck
from journal.deal_story import Answer, Contact, Reason, Whose
from journal.goal import Term
from journal.journal import Journal
from journal.meeting import Meeting
from journal.request import Ask, Request, RequestState
from journal.review import Period, Review
from journal.search import read_query
from journal.searches import look_through
from journal.setback_work import Check, Thoughts
from journal.transfer.markdown import markdown_texts
from journal.transfer.whole import whole_as_json
from storage.schema_search import WORDS as SEARCHED
from storage.search_words import BY_TABLE
from storage.store import SqliteStore


def found(store: SqliteStore, words: str) -> list[tuple[str, int]]:
    """The kind and number of each hit."""
    look_through(store)
    return [(str(hit.kind), hit.id) for hit in store.search.find(read_query(words)).hits]


def told_of_setbacks_and_days(store: SqliteStore) -> None:
    """A word of its own in every field of the rep's own side."""
    store.setbacks.keep_thoughts(
        replace(
            Thoughts(setback=2, belief="word01", in_control="word02", rev=1),
            evidence_against="word03",
            other_view="word04",
            if_then="word05",
        )
    )
    store.setbacks.answer(
        Check(setback=2, after=30, day=THURSDAY, learned="word06", differently="word07")
    )
    page = DayPage(day=date(2024, 1, 3), intentions=(Intention("word28"),), thanks="word29")
    store.day_pages.save(replace(page, obstacle="word30", if_then="word31", my_part="word32"))
    week = Review(period=Period.WEEK, first=THURSDAY, last=THURSDAY, lever="word33")
    store.reviews.add(replace(week, sentence="word34"))
    store.days.set_purpose("word35", THURSDAY)
    store.goals.change(replace(store.goals.get(1), title="word24", why="word25", evidence="word26"))
    store.goals.add_term(
        1, Term(target=9, due=THURSDAY, decided=THURSDAY, effective=THURSDAY, why="word27")
    )
    store.entries.add(replace(note("word39"), tags=("word40",), account="word41"))
    store.entries.add(activity(outcome="word42"))


def told_of_deals_and_people(store: SqliteStore) -> None:
    """A word of its own in every field about a customer."""
    told = store.deal_stories
    meeting = Meeting(activity=3, learned="word08", they_learned="word09", silent="word10", rev=1)
    store.meetings.keep(meeting)
    told.keep_story(replace(told.story(1), pain="word11", missing="word12", helper="word13"))
    champion = DealCheck(deal=1, name=CheckName.CHAMPION, holds=True, day=THURSDAY)
    told.say_check(replace(champion, evidence="word14"))
    why = Answer(deal=1, question="word15?", text="word16", whose=Whose.REP, day=THURSDAY)
    told.add_answer(why)
    told.set_reasons(1, Whose.REP, [Reason(deal=1, tag="word17", whose=Whose.REP)])
    asked = Request(deal=1, ask=Ask.ACCESS, state=RequestState.ASKED, day=THURSDAY)
    told.set_request(replace(asked, note="word18"))
    store.deals.change(replace(store.deals.get(2), next_step="word19", stage="word20"), THURSDAY)
    store.follow_ups.change(
        replace(store.follow_ups.get(1), what="word21", reason="word22", why="word23")
    )
    store.people.merge("word36", "Acme")
    store.people.add_contact(Contact(account="Acme", name="word37", role="word38"))


FOUND_IN = {
    ("setback",): range(1, 8),
    ("activity",): (8, 9, 10, 42),
    ("deal",): range(11, 21),
    ("follow-up",): (21, 22, 23),
    ("milestone",): range(24, 28),
    ("day",): range(28, 33),
    ("review",): (33, 34),
    ("purpose",): (35,),
    ("account",): (36,),
    ("contact",): (37, 38),
    ("note",): (39, 40),
    ("account", "note"): (41,),
}
"""What each word stands in, by its number."""


def test_words_are_found_in_every_field_a_rep_writes(store: SqliteStore) -> None:
    live(store)
    with store.action("words", NOW, "test"):
        told_of_setbacks_and_days(store)
        told_of_deals_and_people(store)
    for kinds, numbers in FOUND_IN.items():
        for number in numbers:
            assert tuple(kind for kind, _ in found(store, f"word{number:02}")) == kinds, number
    assert sum(map(len, FOUND_IN.values())) == 42


WORDS = {
    "account": ("name",),
    "account_alias": ("name",),
    "contact": ("name", "role"),
    "day_off": ("why",),
    "day_page": (
        *("obstacle", "if_then", "good_thing", "my_part", "first_tomorrow"),
        *("overstated", "thanks"),
    ),
    "deal": ("name", "stage", "category", "next_step"),
    "deal_answer": ("question", "text", "asked_by"),
    "deal_check": ("evidence",),
    "deal_reason": ("tag",),
    "deal_story": (
        *("changed", "pain", "need", "give", "get", "stretches", "helper", "they_do", "winner"),
        *("missing", "could_have_known", "factors_evidence", "why_not_asked"),
    ),
    "entry": ("outcome", "text"),
    "follow_up": ("what", "reason", "why"),
    "goal": ("title", "why", "evidence", "serves"),
    "goal_term": ("why",),
    "intention": ("text",),
    "meeting": ("silent", "learned", "they_learned"),
    "purpose": ("text",),
    "request": ("note",),
    "review": ("lever", "if_then", "sentence"),
    "setback": ("type",),
    "setback_check": ("learned", "differently"),
    "setback_thought": ("belief", "in_control", "evidence_against", "other_view", "if_then"),
    "tag": ("word",),
}
"""The columns with words of a rep, by table."""

NO_WORDS = {
    *("uid", "rev", "utc", "zone", "form", "kind", "time", "source", "state", "currency", "folded"),
    *("measure", "period", "whose", "ask", "more_categories", "planned", "started"),
    *("done_utc", "done_zone"),
}
"""Text columns that the program fills, or with one of a few words."""


def is_a_day(column: str, made_by: str) -> bool:
    """Whether a column holds a day."""
    return f"date({column}, '+0 days')" in made_by or column == "day"


def test_no_column_with_words_is_forgotten(store: SqliteStore) -> None:
    for table in sorted({*BY_TABLE, *(words.table for words in SEARCHED), "intention"}):
        ((made_by,),) = store.database.rows(
            "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
        )
        columns = {
            str(name)
            for _, name, kind, *_ in store.database.rows(f"PRAGMA table_info({table})")
            if kind == "TEXT" and name not in NO_WORDS and not is_a_day(name, made_by)
        }
        columns -= {"name", "outcome"} if table in ("deal_check",) else set()
        columns -= {"outcome"} if table == "deal" else set()
        assert columns == set(WORDS[table]), table


def test_every_word_is_in_its_hit_and_in_both_exports(store: SqliteStore) -> None:
    live(store)
    with store.action("words", NOW, "test"):
        told_of_setbacks_and_days(store)
        told_of_deals_and_people(store)
    written = [
        (table, column, f"zq{number}")
        for number, (table, column) in enumerate(
            ((table, column) for table, columns in WORDS.items() for column in columns), 100
        )
    ]
    with store.database.transaction():
        for table, column, word in written:
            store.database.run(f"UPDATE {table} SET {column} = {column} || ' {word}'")
            store.database.run(
                f"UPDATE {table} SET {column} = '{word}' WHERE coalesce({column}, '') = ''"
            )
    as_json = "".join(whole_as_json(store.whole))
    diary = "".join(markdown_texts(Journal(store, lambda: NOW)))
    look_through(store)
    for table, column, word in written:
        hits = store.search.find(read_query(word)).hits
        assert hits, (table, column)
        for hit in hits:
            assert word in f"{hit.name} {hit.account} {hit.about} {hit.text}", (table, column)
        assert word in as_json, (table, column)
        assert word in diary, (table, column)
