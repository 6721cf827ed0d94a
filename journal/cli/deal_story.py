"""``journal deal story``, ``answer`` and ``request``: what is known of a deal, and what the buyer says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from journal.cli.deal_words import behind, read_ask, read_number, read_tags, read_yes
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.cli.words import whole_text
from journal.deal_story import Whose
from journal.errors import BadInput
from journal.request import RequestState

if TYPE_CHECKING:
    from journal.deal_story import DealStory

_TEXTS = {
    "changed": "What changed at the buyer, in their words.",
    "pain": "What hurts, in their words.",
    "need": "What they need, in their words.",
    "give": "What we may give.",
    "get": "What we want for it.",
    "stretches": "Where our solution is stretched, and when that was raised.",
    "helper": "Who helps us inside, and what we ask of them.",
    "they-do": "The buyer's next step.",
    "could-have-known": "When you could have known that it would be lost.",
    "evidence": "What the two factors rest on.",
}


@verb(
    "story",
    'journal deal story 12 --pain "two shifts a week lost to paper"',
    'journal deal story 12 --next "meet the plant manager" --they-do "send the shift report"',
    "journal deal story 12 --many-purchases yes --long-use no",
)
@click.argument("number", metavar="ID")
@click.option("--next", "step", metavar="TEXT", help="Our next step.")
@click.option("--many-purchases", metavar="yes|no", help="They bought such solutions many times.")
@click.option("--long-use", metavar="yes|no", help="They have long used one competing product.")
@json_option
def story(
    number: str,
    step: str | None,
    many_purchases: str | None,
    long_use: str | None,
    as_json: bool,
    **said: str | None,
) -> None:
    """Write down what is known of a deal; an empty text forgets it.

    Of a lost deal the way back in is laid again, since the two factors stretch it.
    """
    from journal.journal import Journal

    words: dict[str, Any] = {name: text for name, text in said.items() if text is not None}
    words |= {"factors_evidence": words.pop("evidence")} if "evidence" in words else {}
    with reading(Journal) as journal:
        deals, which = journal.deals, read_number(number)
        page = deals.story(which)
        after: DealStory = replace(page.story, **words)
        if many_purchases is not None:
            after = replace(after, many_purchases=read_yes(many_purchases))
        if long_use is not None:
            after = replace(after, long_use=read_yes(long_use))
        if after == page.story and step is None:
            raise BadInput("Say what is known, like --pain “two shifts a week lost to paper”.")
        if after != page.story:
            deals.keep_story(after)
        if step is not None:
            deals.change(replace(page.deal, next_step=step.strip() or None))
        if after.factors != page.story.factors and not page.deal.is_open:
            deals.lay_again(which)
    if as_json:
        say_json({"id": which, "saved": True})
    else:
        say(f"Saved the story of {which}: {page.deal.account or '–'}, {page.deal.name}")


for _name, _help in reversed(_TEXTS.items()):
    story = click.option(f"--{_name}", metavar="TEXT", help=_help)(story)


@verb(
    "answer",
    'journal deal answer 12 "You asked about our night shift." --asked-by me',
    'journal deal answer 12 "our price" --mine --tag discovered:price',
    'journal deal answer 12 --why-not "Dana is away until Monday"',
)
@click.argument("number", metavar="ID")
@click.argument("text", nargs=-1, metavar="TEXT…")
@click.option("--asked-by", default="", metavar="WHO", help="Who asked.")
@click.option("--on", metavar="DATE", help="The day it was said; today unless said.")
@click.option("--mine", is_flag=True, help="These are your own words, not the buyer's.")
@click.option(
    "--tag", "tags", multiple=True, metavar="T", help="The reason in a word; taught:T; repeat it."
)
@click.option("--why-not", metavar="TEXT", help="Why there is no answer yet.")
@json_option
def answer(
    number: str,
    text: tuple[str, ...],
    asked_by: str,
    on: str | None,
    mine: bool,
    tags: tuple[str, ...],
    why_not: str | None,
    as_json: bool,
) -> None:
    """Write down the answer to "What made you decide that way?"."""
    from journal.journal import Journal

    which, whose = read_number(number), Whose.REP if mine else Whose.BUYER
    reasons = read_tags(tags)
    with reading(Journal) as journal:
        if why_not is not None:
            journal.deals.not_asked(which, why_not)
        elif text or not reasons:
            words = whole_text(text, "What did they say? Write it after the number.")
            day = behind(on, journal)
            journal.deals.answer(which, words, whose=whose, asked_by=asked_by, day=day)
        if reasons:
            journal.deals.set_reasons(which, whose, reasons)
        line = journal.deals.story(which).line
    if as_json:
        say_json({"id": which, "incomplete": line.ask_why})
    elif line.ask_why:
        say(f"Kept. {which} waits for the buyer's answer and is asked for again.")
    else:
        say(f"Kept the answer on {which}: {line.deal.account or '–'}, {line.deal.name}")


@verb(
    "request",
    "journal deal request 12 evaluation",
    'journal deal request 12 criteria --granted -m "by mail, from Dana"',
    "journal deal request 12 phones --refused",
)
@click.argument("number", metavar="ID")
@click.argument("ask", metavar="REQUEST")
@click.option("--granted", is_flag=True, help="They said yes.")
@click.option("--refused", is_flag=True, help="They said no.")
@click.option("-m", "--note", default="", metavar="NOTE", help="Your words on it.")
@json_option
def request(number: str, ask: str, granted: bool, refused: bool, note: str, as_json: bool) -> None:
    """Say that one of the four requests was made, granted or refused.

    REQUEST is evaluation, criteria, access or phones.
    """
    from journal.cli.deal_said import request_as_json
    from journal.journal import Journal

    if granted and refused:
        raise BadInput("It was granted or refused; say one of them.")
    state = RequestState.GRANTED if granted else RequestState.ASKED
    state = RequestState.REFUSED if refused else state
    with reading(Journal) as journal:
        said = journal.deals.request(read_number(number), read_ask(ask), state, note)
    if as_json:
        say_json(request_as_json(said))
    else:
        say(f"{said.state.capitalize()}: {said.ask}")
