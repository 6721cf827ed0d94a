"""A column that a file does not have says nothing: what was told before goes on to hold."""

from __future__ import annotations

from datetime import date

from exports import read_texts

from journal.follow_up import FollowUp
from journal.transfer.silence import laid_under, tells_status

DEAL = {
    "account": "Acme", "name": "Big", "amount": 100_000, "currency": "USD", "stage": "Negotiation",
    "outcome": "open", "opened": "2026-01-01", "stage1_on": None, "qualified_on": "2026-01-20",
    "expected_close": "2026-12-01", "closed": None, "pushes": 2, "category": None,
    "next_step": "call Bob",
}  # fmt: skip
EMPTY = {
    "account": None, "name": "Acme", "amount": None, "currency": None, "stage": None,
    "outcome": "open", "opened": None, "stage1_on": None, "qualified_on": None,
    "expected_close": None, "closed": None, "pushes": 0, "category": None, "next_step": None,
}  # fmt: skip
CALL = {
    "account": "Acme", "day": "2026-05-02", "time": "10:00:00", "kind": "call", "count": 1,
    "minutes": 5, "deal": None, "outcome": "reached", "text": "Call\nlong talk",
}  # fmt: skip


def silent(header: str, cells: str) -> frozenset[str]:
    (found,) = read_texts(f"{header}\n{cells}\n").found
    return found.silent


def test_what_a_header_tells_nothing_of() -> None:
    all_of_a_deal = frozenset(
        {"amount", "currency", "opened", "expected_close", "closed", "pushes"}
    )
    all_of_a_deal |= {"category", "next_step", "stage1_on", "qualified_on"}
    assert silent("Id,Account,Name,Stage", "7,Acme,Big,Proposal") == all_of_a_deal
    assert silent("Id,Name,Close Date,Amount", "7,Big,2024-03-01,5") == {
        *("account", "outcome", "opened", "pushes", "category", "next_step"),
        *("stage1_on", "qualified_on", "currency"),
    }
    assert silent("Id,Subject,Date,Status", "7,Call,2024-01-31,Completed") == {
        *("account", "kind", "count", "minutes", "outcome", "notes", "reason"),
    }


def test_what_only_its_day_tells_to_be_done_may_be_still_to_do() -> None:
    for header, cells in (
        ("Id,Account,Subject,Due date", "7,Acme,Offer,2024-01-31"),
        ("Id,Account,Subject,Due date,Call Result", "7,Acme,Offer,2024-01-31,busy"),
        ("Id,Account,Subject,Due date,Completed date", "7,Acme,Offer,2024-01-31,"),
    ):
        (found,) = read_texts(f"{header}\n{cells}\n").found
        assert found.to_do is not None
        task = found.to_do(found)
        assert task is not None
        assert "state" in task.silent
        assert task.value == FollowUp(due=date(2024, 1, 31), what="Offer", account="Acme")
    (found,) = read_texts("Subject,Date,Status\nOffer,2024-01-31,Completed\n").found
    assert found.to_do is None


def test_a_status_is_told_under_each_of_its_names() -> None:
    assert [tells_status(title) for title in ("Status", "Task Status", "Stadium", "Subject")] == [
        *(True, True, False, False),
    ]


def test_an_account_that_only_its_unknown_number_names_is_not_told() -> None:
    assert "account" in silent("Id,Name,AccountId,Stage", "7,Big,001A,Proposal")
    assert "account" not in silent("Id,Name,AccountId,Stage", "7,Big,,Proposal")


def test_a_currency_is_told_by_its_column_or_by_the_amount() -> None:
    for amount in ("1000", "1,000.50", "45.3k", "TBD"):
        assert "currency" in silent("Id;Account;Amount", f"7;Acme;{amount}")
    for amount in ("USD 485,000.00", "485,000 CHF", "$45.3k"):
        assert "currency" not in silent("Id;Account;Amount", f"7;Acme;{amount}")
    assert "currency" not in silent("Id;Account;Amount;Currency", "7;Acme;1000;USD")
    assert "currency" not in silent("Id;Account;Amount in company currency", "7;Acme;1000")


def test_an_amount_without_a_currency_is_in_the_one_before() -> None:
    said, unsaid = EMPTY | {"amount": 120_000, "currency": "EUR"}, frozenset({"currency"})
    told = laid_under(DEAL, said, unsaid)
    assert (told["amount"], told["currency"]) == (120_000, "USD")
    told = laid_under(DEAL, said, frozenset())
    assert (told["amount"], told["currency"]) == (120_000, "EUR")
    told = laid_under(EMPTY, said, unsaid)
    assert (told["amount"], told["currency"]) == (120_000, "EUR")
    told = laid_under(DEAL, EMPTY, unsaid)
    assert (told["amount"], told["currency"]) == (None, None)
    told = laid_under(DEAL, EMPTY, frozenset({"amount"}))
    assert (told["amount"], told["currency"]) == (100_000, "USD")


def test_yen_without_a_currency_stay_as_many_and_cents_are_not_lost_to_yen() -> None:
    said, unsaid = EMPTY | {"amount": 120_000, "currency": "EUR"}, frozenset({"currency"})
    told = laid_under(DEAL | {"amount": 1_200, "currency": "JPY"}, said, unsaid)
    assert (told["amount"], told["currency"]) == (1_200, "JPY")
    said = EMPTY | {"amount": 1_200, "currency": "JPY"}
    told = laid_under(DEAL | {"amount": 120_050}, said, unsaid)
    assert (told["amount"], told["currency"]) == (120_050, "USD")
    told = laid_under(DEAL, said, unsaid)
    assert (told["amount"], told["currency"]) == (120_000, "USD")


def test_a_deal_keeps_all_that_a_shorter_file_does_not_tell() -> None:
    shorter = frozenset(EMPTY) - {"stage", "outcome"}
    assert laid_under(DEAL, EMPTY, shorter) == DEAL
    assert laid_under(DEAL, EMPTY, frozenset()) == EMPTY | {"stage": "Negotiation"}


def test_a_deal_that_is_won_in_a_file_without_days_is_won_on_no_day() -> None:
    days = frozenset({"expected_close", "closed"})
    told = laid_under(DEAL, EMPTY | {"outcome": "won"}, days)
    assert (told["outcome"], told["closed"], told["expected_close"]) == ("won", None, "2026-12-01")


def test_a_deal_that_is_open_again_has_no_day_of_its_end() -> None:
    won = DEAL | {"outcome": "won", "closed": "2026-02-01", "expected_close": None}
    told = laid_under(won, EMPTY, frozenset({"expected_close", "closed"}))
    assert (told["outcome"], told["closed"], told["expected_close"]) == ("open", None, None)


def test_a_deal_stays_won_on_its_day_in_a_file_that_has_no_word_of_it() -> None:
    won = DEAL | {"outcome": "won", "closed": "2026-02-01", "expected_close": None}
    said = EMPTY | {"expected_close": "2026-02-01"}
    told = laid_under(won, said, frozenset({"outcome"}))
    assert (told["outcome"], told["closed"], told["expected_close"]) == ("won", "2026-02-01", None)


def test_a_loss_keeps_its_reason_until_it_is_won() -> None:
    lost = DEAL | {"outcome": "lost", "category": "Price", "closed": "2026-02-01"}
    told = laid_under(lost, EMPTY | {"outcome": "lost"}, frozenset({"category", "closed"}))
    assert (told["category"], told["closed"]) == ("Price", "2026-02-01")
    told = laid_under(lost, EMPTY | {"outcome": "won"}, frozenset({"category", "closed"}))
    assert (told["category"], told["closed"]) == (None, "2026-02-01")


def test_a_call_keeps_its_notes_its_length_and_its_kind() -> None:
    said = {**CALL, "account": None, "time": None, "kind": "other", "minutes": None, "text": "Call"}
    unsaid = frozenset({"account", "kind", "minutes", "notes", "count", "outcome"})
    assert laid_under(CALL, {**said, "outcome": None}, unsaid) == CALL
    moved = laid_under(CALL, said | {"day": "2026-05-03", "text": "Talk"}, unsaid)
    assert (moved["time"], moved["kind"]) == (None, "call")
    assert moved["text"] == "Talk\nCall\nlong talk"


def text_told(before: str, now: str, unsaid: str) -> str:
    """What a call says after a file that has no column of one of its two parts."""
    told = laid_under(CALL | {"text": before}, CALL | {"text": now}, frozenset({unsaid}))
    again = laid_under(told, CALL | {"text": now}, frozenset({unsaid}))
    assert again == told
    return str(told["text"])


def test_notes_that_stand_without_their_subject_keep_it() -> None:
    assert text_told("Call\nlong talk", "long talk", "subject") == "Call\nlong talk"
    assert text_told("Call\nlong talk", "short talk", "subject") == "Call\nshort talk"
    longer = text_told("Discovery call\nOld notes", "Old notes and more", "subject")
    assert longer == "Discovery call\nOld notes and more"
    assert text_told("Call\nlong talk", "", "subject") == "Call\nlong talk"


def test_notes_that_go_on_stand_once() -> None:
    assert text_told("They fear it.", "They fear it. Much.", "subject") == "They fear it. Much."
    assert text_told("Call\nJune", "Call\nJuly", "subject") == "Call\nJuly"
    assert text_told("Call", "Called Bob", "subject") == "Call\nCalled Bob"


def test_a_subject_stands_above_notes_that_had_none() -> None:
    fear = "They fear the audit.\nBudget in May."
    assert text_told(fear, "Discovery call", "notes") == f"Discovery call\n{fear}"
    assert text_told("Bob is the buyer", "Second", "notes") == "Second\nBob is the buyer"
    assert text_told("Call\nlong talk", "Call", "notes") == "Call\nlong talk"
    assert text_told("Call\nlong talk", "", "notes") == "Call\nlong talk"
    assert text_told("", "Call", "notes") == "Call"


def test_two_lists_that_call_a_call_by_two_names_do_not_lengthen_it_each_time() -> None:
    assert text_told("Talk\nCall\nlong talk", "Call", "notes") == "Talk\nCall\nlong talk"
