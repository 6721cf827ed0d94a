"""``journal search``: what it prints, its JSON, and that no word typed at it can hurt."""

from __future__ import annotations

import pytest
from asking import Rep

from storage.store import open_store


@pytest.fixture
def told(rep: Rep) -> Rep:
    """A rep with an account, a deal, and something of most kinds written down."""
    for words in (
        ("log", "call", "Acme", "-m", "left voicemail about pricing", "--on", "yesterday"),
        ("deal", "add", "Acme", "Pricing desk", "--amount", "5000"),
        ("note", "They compare our pricing with Globex."),
        ("setback", "They cancelled: our pricing was too high.", "--type", "deal lost"),
    ):
        assert rep.asks(*words).code == 0, rep.asks(*words).err
    return rep


def test_hits_are_told_one_a_line_the_best_first_with_stars_around_what_was_found(
    told: Rep,
) -> None:
    assert told.asks("search", "pricing").out.splitlines() == [
        "1  today      deal     *Pricing* desk at Acme  Reaching out",
        "1  yesterday  call     Acme                    left voicemail about *pricing*",
        "3  today      setback                          They cancelled: our *pricing* was too high. "
        "· deal lost",
        "2  today      note                             They compare our *pricing* with Globex.",
    ]


def test_the_json_of_a_search_has_these_keys(told: Rep) -> None:
    answer = told.gets("search", "voicemail")
    assert answer == {
        "hits": [
            {
                "kind": "activity",
                "id": 1,
                "day": "2024-01-31",
                "name": None,
                "account": "Acme",
                "what": "call",
                "about": [],
                "text": "left voicemail about pricing",
                "marks": [[5, 14]],
            }
        ],
        "more": False,
        "unread": 0,
    }


def test_only_a_kind_that_there_is_can_be_asked_for(told: Rep) -> None:
    assert told.gets("search", "pricing", "--kind", "Notes")["hits"][0]["kind"] == "note"
    assert told.gets("search", "acme", "--kind", "follow-ups")["hits"] == []
    assert told.asks("search", "x", "--kind", "lunch").refused == (
        2,
        "There is no kind of that name to search: write one of account, deal, contact, goal, "
        "milestone, follow-up, setback, note, activity, day, review, purpose, day off.",
    )


def test_so_many_hits_are_told_as_asked_for(told: Rep) -> None:
    answer = told.asks("search", "pricing", "--limit", "1").out.splitlines()
    assert answer[1:] == ["There is more: add a word, name a --kind, or raise --limit."]
    assert told.gets("search", "pricing", "--limit", "1")["more"] is True
    for limit in ("0", "501", "-1", "many", "1.5", "9" * 50):
        assert told.asks("search", "pricing", "--limit", limit).refused == (
            2,
            "A limit is a whole number from 1 to 500.",
        )


@pytest.mark.parametrize("words", [(), ("",), ("  ",), ("\0",)])
def test_no_words_are_answered_with_an_example(told: Rep, words: tuple[str, ...]) -> None:
    assert told.asks("search", *words).refused == (
        2,
        "Search for what? Write a word or two, like journal search pricing.",
    )


@pytest.mark.parametrize("words", [("a" * 100_000,), ("a ",) * 17])
def test_too_many_words_are_told_so(told: Rep, words: tuple[str, ...]) -> None:
    assert told.asks("search", *words).refused == (
        2,
        "A search takes up to 200 characters and 16 words: look for fewer of them.",
    )


HOSTILE = (
    '"', '""', "*", "AND", "OR NOT", "NEAR(a b)", "()", "name:x", "{text}", "^a", "-zq", "--", "a*b*",
    "%", "_", "\\", "'; DROP TABLE entry; --", "[/]", "🎉", "👩\u200d💻", "\u202eabc", "עברית", "e\u0301",
    "\x1b[31m", "\ud800", "ﬁ", "...", "x" * 200,
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_typed_is_only_looked_for(told: Rep, words: str) -> None:
    answer = told.asks("search", "--", words)
    assert (answer.code, answer.err) == (0, "")
    assert "\x1b" not in answer.out
    assert told.asks("note", "--", f"before {words} after").code == 0
    found = told.asks("search", "--json", "--", words).json["hits"]
    assert found[0]["kind"] == "note"


def test_a_word_that_nobody_sees_is_asked_for_again(told: Rep) -> None:
    assert told.asks("search", "--", "\ufeff").refused == (
        2,
        "Search for what? Write a word or two, like journal search pricing.",
    )


def test_nothing_found_is_no_mistake(told: Rep) -> None:
    answer = told.asks("search", "xylophone")
    assert (answer.code, answer.out) == (
        0,
        "Nothing holds these words: try fewer of them, or only how they begin.\n",
    )


def test_a_search_where_there_is_no_journal_yet_creates_nothing(rep: Rep) -> None:
    assert rep.gets("search", "acme") == {"hits": [], "more": False, "unread": 0}
    assert not rep.path.exists()


MANY = """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)
INSERT INTO entry (uid, form, day, utc, zone, offset, logged_day, source, kind, text)
SELECT printf('many-%08d', i), 'note', '2026-11-24', '2026-11-24T12:45:00', 'UTC', 0, '2026-11-24',
  'cli', '', 'word ' || i FROM n"""


def test_who_waits_for_what_is_new_hears_why_and_the_next_search_is_quick(rep: Rep) -> None:
    assert rep.asks("note", "the first").code == 0
    store = open_store(rep.path, create=False)
    with store.database.transaction():
        store.database.run(MANY)
    store.close()
    first = rep.asks("search", "first", "--json")
    assert first.err == "Looking through 10,002 that are new first; the next search is quick.\n"
    assert first.code == 0
    assert rep.asks("search", "first").err == ""
