"""What the buyer and the rep say of deals: answers to questions, and the reasons that decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from journal.deal import Deal, Outcome
from journal.deal_story import DECIDED, Answer, Reason, Whose, reason_in_words
from storage.changes import Changes
from storage.deals import COLUMNS, JOINED, read_deals, refuse_no_deal
from storage.rows import Row, Value, folded, grouped, read_rows, text_kept

_ANSWER = "SELECT id, deal, question, text, whose, asked_by, day FROM deal_answer"
ANSWERS = f"{_ANSWER} WHERE deal IN ({{marks}}) ORDER BY deal, id"
ANSWER = f"{_ANSWER} WHERE id = ?"
UNANSWERED = f"""SELECT {COLUMNS} {JOINED}
WHERE outcome <> 'open' AND +outcome = 'won' AND closed >= ? AND NOT EXISTS (
  SELECT 1 FROM deal_answer WHERE deal_answer.deal = deal.id AND question = ? AND whose = 'buyer'
  AND deal_answer.day >= coalesce((SELECT max(deal_event.day) FROM deal_event
    WHERE deal_event.deal = deal.id AND what = 'reopen'), ''))
ORDER BY closed DESC, deal.id DESC LIMIT ?"""
UNANSWERED_ON_NO_DAY = f"""SELECT {COLUMNS} {JOINED}
WHERE outcome = 'won' AND closed IS NULL AND NOT EXISTS (
  SELECT 1 FROM deal_answer WHERE deal_answer.deal = deal.id AND question = ? AND whose = 'buyer'
  AND deal_answer.day >= coalesce((SELECT max(deal_event.day) FROM deal_event
    WHERE deal_event.deal = deal.id AND what = 'reopen'), ''))
ORDER BY deal.id DESC LIMIT ?"""
ASKED = "SELECT id FROM deal_answer WHERE deal = ? AND question = ? ORDER BY id"
REASONS = """SELECT id, deal, tag, whose, taught FROM deal_reason
WHERE deal IN ({marks}) ORDER BY deal, whose, id"""
REASONS_OF = "SELECT id FROM deal_reason WHERE deal = ? AND whose = ? ORDER BY id"
REASONS_SINCE = """SELECT tag, whose, outcome, taught, deal.id
FROM deal JOIN deal_reason ON deal_reason.deal = deal.id WHERE outcome <> 'open' AND closed >= ?"""


class SqliteDealWords:
    """Answers and reasons, in the file."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def answers(self, deals: Iterable[int]) -> dict[int, tuple[Answer, ...]]:
        """What was answered about these deals, by id, oldest first."""
        found = read_rows(_answer, self._db.rows_of(ANSWERS, deals))
        found.sort(key=lambda answer: answer.day)
        return grouped((answer.deal, answer) for answer in found)

    def add_answer(self, answer: Answer) -> Answer:
        """Save what somebody said; returns it with its id. Raises NotFound."""
        refuse_no_deal(self._db, answer.deal)
        values: dict[str, Value] = {
            "deal": answer.deal,
            "question": text_kept(answer.question),
            "text": text_kept(answer.text),
            "whose": answer.whose.value,
            "asked_by": text_kept(answer.asked_by),
            "day": answer.day.isoformat(),
        }
        number = self._changes.insert("deal_answer", values)
        return read_rows(_answer, self._db.rows(ANSWER, (number,)))[0]

    def set_aside(self, deal: int, then: str, day: date, *, answers: bool = True) -> None:
        """Let what was said of an ending be history: it answers another question, and decides nothing.

        The reasons of each side become an answer to that question; ``answers`` go along unless they stay.
        """
        for (number,) in self._db.rows(ASKED, (deal, DECIDED)) if answers else ():
            self._changes.update("deal_answer", number, {"question": text_kept(then)})
        reasons = self.reasons([deal]).get(deal, ())
        for whose in Whose:
            named = ", ".join(reason_in_words(one) for one in reasons if one.whose is whose)
            if named:
                said = Answer(deal=deal, question=then, text=named, whose=whose, day=day)
                self.add_answer(said)
                self.set_reasons(deal, whose, ())

    def unanswered(self, since: date, limit: int = 100) -> Sequence[Deal]:
        """Deals won since a day whose buyer has not answered DECIDED since they last opened, newest first."""
        return read_deals(self._db.rows(UNANSWERED, (since.isoformat(), DECIDED, limit)))

    def unanswered_on_no_day(self, limit: int = 100) -> Sequence[Deal]:
        """The same of deals won on a day that nobody knows."""
        return read_deals(self._db.rows(UNANSWERED_ON_NO_DAY, (DECIDED, limit)))

    def reasons(self, deals: Iterable[int]) -> dict[int, tuple[Reason, ...]]:
        """The reasons named for these deals, by id, the buyer's first, as they were named."""
        found = read_rows(_reason, self._db.rows_of(REASONS, deals))
        return grouped((reason.deal, reason) for reason in found)

    def set_reasons(self, deal: int, whose: Whose, reasons: Sequence[Reason]) -> None:
        """Put these in place of the reasons that this side named for a deal. Raises NotFound."""
        refuse_no_deal(self._db, deal)
        known = [number for (number,) in self._db.rows(REASONS_OF, (deal, whose.value))]
        for place, reason in enumerate(reasons):
            values: dict[str, Value] = {
                "tag": text_kept(reason.tag),
                "taught": None if reason.taught is None else int(reason.taught),
            }
            if place < len(known):
                self._changes.update("deal_reason", known[place], values)
            else:
                owner: dict[str, Value] = {"deal": deal, "whose": whose.value}
                self._changes.insert("deal_reason", owner | values)
        for number in known[len(reasons) :]:
            self._changes.delete("deal_reason", number)

    def reason_counts(self, since: date) -> Sequence[tuple[str, Whose, Outcome, bool | None, int]]:
        """How many ended deals since a day carry each tag: tag, whose, outcome, taught, deals.

        Tags are told apart without regard to case and doubled spaces, and given in small letters.
        """
        deals: dict[tuple[str, str, str, int | None], set[int]] = {}
        for tag, whose, outcome, taught, deal in self._db.rows(REASONS_SINCE, (since.isoformat(),)):
            deals.setdefault((folded(tag), whose, outcome, taught), set()).add(deal)
        counts = [(*key, len(having)) for key, having in deals.items()]
        counts.sort(key=lambda row: (row[0], row[1], row[2], -1 if row[3] is None else row[3]))
        return read_rows(_count, counts)


def _count(row: Row) -> tuple[str, Whose, Outcome, bool | None, int]:
    """The count a row tells of."""
    tag, whose, outcome, taught, count = row
    return tag, Whose(whose), Outcome(outcome), None if taught is None else bool(taught), count


def _answer(row: Row) -> Answer:
    """The answer a row tells of."""
    number, deal, question, text, whose, asked_by, day = row
    return Answer(
        id=number,
        deal=deal,
        question=question,
        text=text,
        whose=Whose(whose),
        asked_by=asked_by,
        day=date.fromisoformat(day),
    )


def _reason(row: Row) -> Reason:
    """The reason a row tells of."""
    number, deal, tag, whose, taught = row
    return Reason(
        id=number,
        deal=deal,
        tag=tag,
        whose=Whose(whose),
        taught=None if taught is None else bool(taught),
    )
