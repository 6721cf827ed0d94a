"""The stages of a deal are the rep's own from a day on; what stands in a stage that goes keeps its name."""

from __future__ import annotations

import pytest
from builders import day
from clocked import Rep

from journal.errors import BadInput
from journal.pipeline import read_pipeline, unranked
from journal.plan import Level
from journal.stage import STAGES, Stages, read_stages, stages_in_words
from storage.store import SqliteStore

OURS = "Lead, First call = stage 1, Fit = qualified, Offer"


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    """A rep with a deal in Discovery and one in Demonstration, on a Monday."""
    rep = Rep(store)
    rep.be("2026-03-02T10:00")
    for account, stage in (("Acme", "Discovery"), ("Globex", "Demonstration")):
        rep.journal.deals.add(account, "Renewal", stage=stage, opened=day("2026-02-02"))
    return rep


@pytest.mark.parametrize(
    ("typed", "names", "first", "qualified"),
    [
        (OURS, ("Lead", "First call", "Fit", "Offer"), "First call", "Fit"),
        (" Lead ;First  call=1; Fit = Q ,, Offer,", ("Lead", "First call", "Fit", "Offer"),
         "First call", "Fit"),
        ("Hello = stage 1 = qualified, Bye", ("Hello", "Bye"), "Hello", "Hello"),
        ("initial meeting, QUALIFICATION, Won it", ("initial meeting", "QUALIFICATION", "Won it"),
         "initial meeting", "QUALIFICATION"),
    ],
)  # fmt: skip
def test_stages_are_typed_with_their_marks(
    typed: str, names: tuple[str, ...], first: str, qualified: str
) -> None:
    found = read_stages(typed)
    assert (found.names, found.first, found.qualified) == (names, first, qualified)
    assert read_stages(stages_in_words(found)) == found


def test_the_usual_stages_come_back_by_their_word() -> None:
    assert read_stages("default") == read_stages("none") == STAGES == Stages()
    assert stages_in_words(STAGES) == (
        "Reaching out, Initial meeting = stage 1, Selling vision, Vision match, "
        "Qualification = qualified, Discovery, Demonstration, Proposal, Negotiation"
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Lead", "Stages are 2 to 24 names"),
        ("a, " * 3 + "b", "stands there twice"),
        ("Lead, Call", "Say which of them counts as stage 1"),
        ("Lead = stage 1, Call", "Say which of them counts as stage 1"),
        ("Fit = qualified, Call = stage 1", "qualified at stage 1 or later"),
        ("Lead = first, Call", "marks no stage"),
        ("Lead = 1, Call = 1", "Two stages are marked"),
        ("x" * 41 + ", Call", "up to 40 characters"),
        ("= stage 1, Call", "up to 40 characters"),
        (", ".join(f"s{n}" for n in range(25)), "Stages are 2 to 24 names"),
    ],
)
def test_what_makes_no_stages_says_what_to_write(typed: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        read_stages(typed)


def test_new_stages_hold_from_their_day_on(rep: Rep) -> None:
    rep.journal.set("stages", OURS, day("2026-03-09"))
    assert rep.journal.deals.stages == STAGES
    rep.be("2026-03-09T10:00")
    assert rep.journal.deals.stages.names == ("Lead", "First call", "Fit", "Offer")
    rep.journal.undo()
    assert rep.journal.deals.stages == STAGES


def test_a_deal_in_a_stage_that_goes_keeps_its_name_unranked_and_noted(rep: Rep) -> None:
    rep.journal.set("stages", "Lead, Call = stage 1, Discovery = qualified, Offer")
    rows = [(each.name, each.deals) for each in read_pipeline(rep.journal).stages]
    assert rows == [("Lead", 0), ("Call", 0), ("Discovery", 1), ("Offer", 0), ("Demonstration", 1)]
    assert unranked(rep.journal) == {"Demonstration": 1}
    assert rep.journal.deals.get(2).stage == "Demonstration"
    assert rep.journal.deals.step(2, 1).stage == "Lead"
    assert unranked(rep.journal) == {}


def test_what_counts_as_qualified_follows_the_stages_of_the_rep(rep: Rep) -> None:
    done = {line.level: line.done for line in rep.journal.plans.funnel().levels}
    assert (done[Level.STAGE1], done[Level.QUALIFIED]) == (2, 2)
    rep.journal.set("stages", "Call = stage 1, Discovery, Demonstration = qualified")
    deals = rep.journal.deals
    new = deals.add("Hooli", "Add-on", stage="disc")
    assert (new.stage1_on, new.qualified_on) == (day("2026-03-02"), None)
    assert deals.set_stage(new.id, "demo").qualified_on == day("2026-03-02")
    done = {line.level: line.done for line in rep.journal.plans.funnel().levels}
    assert (done[Level.STAGE1], done[Level.QUALIFIED]) == (3, 2)
