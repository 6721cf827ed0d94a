"""The diary reads like one, and what the rep typed is read as they typed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from builders import activity, day, note, setback
from clocked import Rep
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from journal.day_page import DayPage, Intention, IntentionState
from journal.meeting import Meeting
from journal.review import Period
from journal.setback_work import Check, Thoughts
from journal.shown import shown_lines
from journal.transfer.markdown import markdown_texts
from journal.transfer.markdown_words import quoted
from storage.store import SqliteStore

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TUESDAY = day("2026-11-24")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


def diary(rep: Rep, since: date | None = None) -> str:
    return "".join(markdown_texts(rep.journal, since))


def test_a_day_is_told_from_its_morning_to_its_evening(rep: Rep) -> None:
    page = DayPage(
        day=TUESDAY,
        intentions=(
            Intention("Call Dana", IntentionState.DONE),
            Intention("Send the numbers", IntentionState.CARRIED),
        ),
        obstacle="the 10:00",
        good_thing="Dana called\nby herself",
        done_at=rep.now,
    )
    with rep.journal.writing("the page"):
        rep.journal.store.day_pages.save(page)
    met = replace(activity("meeting", 1, TUESDAY, "Globex", text="they named the pain"), minutes=45)
    rep.did(
        replace(activity("call", 3, TUESDAY, "Acme", outcome="voicemail"), time=time(8, 50)),
        replace(met, time=time(10, 5), tags=("progress",)),
    )
    with rep.journal.writing("notes"):
        rep.journal.store.meetings.keep(
            Meeting(activity=2, talk_share=37, learned="the plant decides")
        )
    assert diary(rep) == (
        "# Sales journal\n"
        "\n## November 2026\n"
        "\n### Tuesday, 24 November 2026\n"
        "\n*Morning*\n\n"
        "- ☑ Call Dana\n"
        "- → Send the numbers\n"
        "- *In the way:* the 10:00\n"
        "\n*The day*\n\n"
        "- 08:50 **Call ×3** · Acme · voicemail\n"
        "- 10:05 **Meeting** · Globex · 45 min · #progress\n"
        "  > they named the pain\n"
        "  - *How it went:* I talked 37 %\n"
        "  - *I learned:* the plant decides\n"
        "\n*Evening*\n\n"
        "- *One good thing:*\n"
        "  > Dana called\\\n"
        "  > by herself\n"
        "- *Day closed:* 13:45\n"
    )


def test_a_setback_is_told_with_what_came_of_it(rep: Rep) -> None:
    rep.be("2026-11-02T10:00")
    rep.did(setback("They cancelled.", day("2026-11-02"), 6))
    hits = rep.journal.setbacks
    hits.work_through(Thoughts(setback=1, belief="I lost it", other_view="They merged"))
    hits.next_step(1, "Ask Dana why", day("2026-11-03"))
    rep.be("2026-11-10T10:00")
    hits.answer(
        Check(setback=1, after=7, day=date.min, sting=2, learned="Ask early", stronger=True)
    )
    assert diary(rep).endswith(
        "\n### Monday, 2 November 2026\n\n"
        "- **Setback** · meeting cancelled · sting 6\n"
        "  > They cancelled.\n"
        "  - *Came of it:* stronger\n"
        "  - *What I first believed:* I lost it\n"
        "  - *Another explanation:* They merged\n"
        "  - *Next step:* Ask Dana why (due, 2026-11-03)\n"
        "  - *After 7 days:* 2026-11-10, sting 2, came out stronger\n"
        "    - *Learned:* Ask early\n"
        "\n## Follow-ups\n\n"
        "- **Ask Dana why** · due 2026-11-03\n"
    )


def test_a_review_stands_on_the_day_it_was_held(rep: Rep) -> None:
    rep.journal.reviews.hold(
        Period.WEEK,
        day("2026-11-16"),
        day("2026-11-22"),
        if_then="If it rains, I call",
        next_on=day("2026-12-18"),
    )
    told = diary(rep)
    assert (
        "### Tuesday, 24 November 2026\n\n*Review*\n\n- **Review** · week · 16 to 22 Nov\n" in told
    )
    assert "  - *If, then:* If it rains, I call\n" in told
    assert told.endswith("  - *Next review:* 2026-12-18\n")


def test_months_begin_with_a_heading_and_can_be_left_out(rep: Rep) -> None:
    rep.did(*(note(on, day(on)) for on in ("2026-09-30", "2026-11-02", "2026-11-03")))
    headings = [line for line in diary(rep).splitlines() if line.startswith("## ")]
    assert headings == ["## September 2026", "## November 2026"]
    assert "2026-11-02" not in diary(rep, day("2026-11-03"))
    assert "2026-11-03" in diary(rep, day("2026-11-03"))


def test_a_journal_without_a_word_says_so(rep: Rep) -> None:
    assert diary(rep) == "# Sales journal\n\nNothing is written down yet.\n"


HOSTILE = """# no heading
## 2026-11-25
- no point
1. nor this
```
no code
---
| a | b |
|---|---|
<script>alert(1)</script> &amp; [x](http://e.example) ![y](z) *a* _b_ ~~c~~ `d`
    four blanks
===
> no quote
[ref]: http://e.example
+ plus\\
\x1b[31m red"""


def test_no_line_of_the_reps_becomes_structure(rep: Rep) -> None:
    rep.did(replace(note(HOSTILE, TUESDAY, "# *Acme* | <b>"), tags=("x*y",)))
    tokens = READER.parse(diary(rep))
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h3"]
    unwanted = {"fence", "code_block", "hr", "table_open", "html_block", "ordered_list_open"}
    assert not unwanted & {token.type for token in tokens}
    assert sum(token.type == "bullet_list_open" for token in tokens) == 1
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline == {"text", "hardbreak", "strong_open", "strong_close"}


def lines_of(tokens: list[Token]) -> list[str]:
    """The lines a reader sees."""
    lines = []
    for token in tokens:
        if token.type == "inline":
            text = "".join(
                "\n" if child.type in ("hardbreak", "softbreak") else child.content
                for child in token.children or ()
            )
            lines += text.split("\n")
    return lines


def typed(text: str) -> list[str]:
    """The lines of a text with words in them, as they are shown."""
    lines = shown_lines(text.expandtabs(4)).split("\n")
    return [line.strip() for line in lines if line.strip()]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(HOSTILE.split("\n")),
            st.text(alphabet="#-+*_=`~<>[]()!&;:|\\ \t.1ab\n", max_size=20),
            st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20),
        ),
        max_size=6,
    )
)
def test_any_text_is_read_as_it_was_typed(lines: list[str]) -> None:
    text = "\n".join(lines)
    tokens = READER.parse(f"- **Note**\n{quoted(text, '  ')}- **Next**\n")
    told = [line.strip() for line in lines_of(tokens) if line.strip()]
    assert told == ["Note", *typed(text), "Next"]
