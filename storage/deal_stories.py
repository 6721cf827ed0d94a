"""What is known of deals beyond their rows: their stories, what happened to them, who was last in touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from journal.deal_event import DealEvent
from journal.deal_story import DealStory
from journal.errors import ChangedElsewhere
from journal.transfer.kept_columns import SaidByFile, columns_in
from storage.changes import CHANGED
from storage.deal_checks import SqliteDealChecks
from storage.deal_words import SqliteDealWords
from storage.deals import refuse_no_deal
from storage.rows import PAGE, Row, Value, grouped, read_rows, text_kept

STORIES = """SELECT deal, rev, changed, pain, need, give, get, stretches, helper, they_do, winner,
  more_categories, missing, could_have_known, many_purchases, long_use, factors_evidence, why_not_asked
FROM deal_story WHERE deal IN ({marks})"""
_EVENT = "SELECT deal, day, what, before, after FROM deal_event"
EVENTS = f"{_EVENT} WHERE deal IN ({{marks}}) ORDER BY deal, id"
EVENTS_BETWEEN = f"{_EVENT} WHERE day BETWEEN ? AND ? ORDER BY day, id LIMIT ?"
SAID_BY_FILES = """SELECT system, unknown FROM provenance
WHERE object = 'deal' AND row = ? AND unknown <> '{}' ORDER BY id"""
LAST_TOUCHES = """SELECT deal.id, coalesce(
  (SELECT day FROM entry WHERE entry.deal = deal.id AND form = 'activity' ORDER BY day DESC LIMIT 1),
  (SELECT day FROM entry WHERE entry.account = deal.account AND form = 'activity'
    ORDER BY day DESC LIMIT 1)) FROM deal WHERE deal.id IN ({marks})"""


class SqliteDealStories(SqliteDealChecks, SqliteDealWords):
    """All that belongs to deals, in the file."""

    def story(self, deal: int) -> DealStory:
        """The story of a deal, blank when nothing is written. Raises NotFound."""
        refuse_no_deal(self._db, deal)
        return self.stories([deal]).get(deal) or DealStory(deal=deal)

    def stories(self, deals: Iterable[int]) -> dict[int, DealStory]:
        """The stories of these deals, by id; those without one are left out."""
        return {each.deal: each for each in read_rows(_story, self._db.rows_of(STORIES, deals))}

    def keep_story(self, story: DealStory) -> DealStory:
        """Save over the story of the same deal and rev (0: new). Raises NotFound, ChangedElsewhere."""
        if self.story(story.deal).rev != story.rev:
            raise ChangedElsewhere(CHANGED)
        values = _story_kept(story)
        if story.rev:
            self._changes.update("deal_story", story.deal, values)
        else:
            self._changes.insert("deal_story", {"deal": story.deal, **values})
        return self.story(story.deal)

    def events(self, deals: Iterable[int]) -> dict[int, tuple[DealEvent, ...]]:
        """What happened to these deals, by id, oldest first."""
        found = sorted(
            read_rows(_event, self._db.rows_of(EVENTS, deals)), key=lambda each: each.day
        )
        return grouped((each.deal, each) for each in found)

    def events_between(self, first: date, last: date, limit: int = PAGE) -> Sequence[DealEvent]:
        """What happened to any deal on the days first..last, oldest first."""
        found = self._db.rows(EVENTS_BETWEEN, (first.isoformat(), last.isoformat(), limit))
        return read_rows(_event, found)

    def said_by_files(self, deal: int) -> Sequence[SaidByFile]:
        """What files said of a deal in columns that we have no word for, the first import's first."""
        found = self._db.rows(SAID_BY_FILES, (deal,))
        return read_rows(lambda row: SaidByFile(str(row[0]), columns_in(row[1])), found)

    def last_touches(self, deals: Iterable[int]) -> dict[int, date]:
        """The day of the newest activity on each deal, or else at its account, by the deal's id."""
        found = [row for row in self._db.rows_of(LAST_TOUCHES, deals) if row[1]]
        return dict(read_rows(lambda row: (row[0], date.fromisoformat(row[1])), found))


def _story_kept(story: DealStory) -> dict[str, Value]:
    """The columns of a story, but for its deal."""
    return {
        "changed": text_kept(story.changed),
        "pain": text_kept(story.pain),
        "need": text_kept(story.need),
        "give": text_kept(story.give),
        "get": text_kept(story.get),
        "stretches": text_kept(story.stretches),
        "helper": text_kept(story.helper),
        "they_do": text_kept(story.they_do),
        "winner": text_kept(story.winner),
        "more_categories": _words_kept(story.more_categories),
        "missing": text_kept(story.missing),
        "could_have_known": text_kept(story.could_have_known),
        "many_purchases": None if story.many_purchases is None else int(story.many_purchases),
        "long_use": None if story.long_use is None else int(story.long_use),
        "factors_evidence": text_kept(story.factors_evidence),
        "why_not_asked": text_kept(story.why_not_asked),
    }


def _story(row: Row) -> DealStory:
    """The story a row tells of."""
    deal, rev, changed, pain, need, give, get, stretches, helper, they_do, winner, *rest = row
    more_categories, missing, could_have_known, many_purchases, long_use, *rest = rest
    factors_evidence, why_not_asked = rest
    return DealStory(
        deal=deal,
        rev=rev,
        changed=changed,
        pain=pain,
        need=need,
        give=give,
        get=get,
        stretches=stretches,
        helper=helper,
        they_do=they_do,
        winner=winner,
        more_categories=_words_read(more_categories),
        missing=missing,
        could_have_known=could_have_known,
        many_purchases=None if many_purchases is None else bool(many_purchases),
        long_use=None if long_use is None else bool(long_use),
        factors_evidence=factors_evidence,
        why_not_asked=why_not_asked,
    )


def _event(row: Row) -> DealEvent:
    """The step a row tells of."""
    deal, day, what, before, after = row
    return DealEvent(deal, date.fromisoformat(day), what, before, after)


def _words_kept(words: Sequence[str]) -> str:
    """Several words in one column, whatever they hold; empty for none."""
    if not words:
        return ""
    import json

    return json.dumps([text_kept(word) for word in words], ensure_ascii=False)


def _words_read(text: str) -> tuple[str, ...]:
    """The words that a column keeps."""
    if not text:
        return ()
    import json

    return tuple(str(word) for word in json.loads(text))
