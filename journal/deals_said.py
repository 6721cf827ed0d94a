"""What a rep says of a deal: its story, checks, answers, reasons, requests, Monday's chance, people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date

from journal.account_answer import account_known
from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.deal_check import CheckName, DealCheck, MondayForecast
from journal.deal_ending import Tag, Win, check_ending, check_long, named
from journal.deal_kept import keep_reasons, keep_win
from journal.deal_story import DECIDED, Answer, Contact, ContractEnd, DealStory, Whose
from journal.deals_read import DealsRead
from journal.entry import LONGEST_ACCOUNT
from journal.errors import BadInput, ChangedElsewhere, JournalError
from journal.follow_ups import CHANGED
from journal.reasons import as_tag
from journal.request import Ask, Request, RequestState


class DealsSaid(DealsRead):
    """What a rep says of a deal; each call is one thing to undo."""

    def keep_story(self, story: DealStory) -> DealStory:
        """Save what is known of a deal over the story of the same rev.

        Raises BadInput, NotFound, ChangedElsewhere, CannotSave.
        """
        for each in fields(story):
            value = getattr(story, each.name)
            if isinstance(value, str):
                check_long(value)
        deal = self.get(story.deal)
        with self._journal.writing(f"the story of “{named(deal)}”"):
            return self._journal.store.deal_stories.keep_story(story)

    def checks(self, deal_id: int) -> tuple[DealCheck, ...]:
        """What was said of the checks of a deal."""
        return tuple(self._journal.store.deal_stories.checks([deal_id]).get(deal_id, ()))

    def check(
        self,
        deal_id: int,
        name: CheckName,
        holds: bool,
        evidence: str = "",
        read: Sequence[DealCheck] | None = None,
    ) -> DealCheck:
        """Say whether a check of an open deal holds, and what that rests on.

        ``read`` is what stood there when it was looked at. Raises BadInput, NotFound, JournalError,
        ChangedElsewhere when something else was said of this check since, CannotSave.
        """
        deal, journal = self.get(deal_id), self._journal
        if name is CheckName.FRESH:
            raise BadInput("Fresh contact follows from what you log; log the call or the e-mail.")
        if not deal.is_open:
            raise JournalError(f"“{named(deal)}” has ended; the checks are for open deals.")
        if holds and not evidence.strip():
            raise BadInput(f"Say what that rests on: who said so, and when; for {name} too.")
        check_long(evidence)
        said = DealCheck(
            deal=deal_id, name=name, holds=holds, evidence=evidence.strip(), day=journal.today()
        )
        with journal.writing(f"{name} of “{named(deal)}” {'holds' if holds else 'is open'}"):
            if read is not None and _of(name, read) != _of(name, self.checks(deal_id)):
                raise ChangedElsewhere(CHANGED)
            journal.store.deal_stories.say_check(said)
        return said

    def answer(
        self,
        deal_id: int,
        text: str,
        *,
        whose: Whose = Whose.BUYER,
        asked_by: str = "",
        day: date | None = None,
    ) -> Answer:
        """Write down the answer to "What made you decide that way?".

        Raises BadInput, NotFound, JournalError, CannotSave.
        """
        deal, journal = self.get(deal_id), self._journal
        words = text.strip()
        if not words:
            raise BadInput("What did they say? Write it in their own words.")
        check_long(words)
        check_long(asked_by)
        if day is not None and day > journal.today():
            raise BadInput("That day has not come yet; an answer was given today or earlier.")
        if deal.is_open:
            raise JournalError(f"“{named(deal)}” is open; it is asked once it was won or lost.")
        stories = journal.store.deal_stories
        said = Answer(
            deal=deal_id,
            question=DECIDED,
            text=words,
            whose=whose,
            asked_by=asked_by.strip(),
            day=day or journal.today(),
        )
        with journal.writing(f"the answer on “{named(deal)}”"):
            story = stories.story(deal_id)
            if whose is Whose.BUYER and story.why_not_asked:
                stories.keep_story(replace(story, why_not_asked=""))
            return stories.add_answer(said)

    def not_asked(self, deal_id: int, why: str) -> DealStory:
        """Say why a won deal's answer is not there yet; it stays incomplete. Raises BadInput, CannotSave."""
        deal, stories = self.get(deal_id), self._journal.store.deal_stories
        if deal.outcome is not Outcome.WON:
            raise JournalError(
                f"“{named(deal)}” was not won; only a won deal waits for the answer."
            )
        check_long(why)
        with self._journal.writing(f"why “{named(deal)}” is not answered yet"):
            return stories.keep_story(replace(stories.story(deal_id), why_not_asked=why.strip()))

    def why(self, deal_id: int) -> Win:
        """What was said so far of why a deal ended so, but for the answers: those are only added to."""
        stories = self._journal.store.deal_stories
        tags: dict[Whose, tuple[Tag, ...]] = {}
        for one in stories.reasons([deal_id]).get(deal_id, ()):
            tags[one.whose] = (*tags.get(one.whose, ()), Tag(tag=one.tag, taught=one.taught))
        return Win(
            why_not_asked=stories.story(deal_id).why_not_asked,
            buyers_reasons=tags.get(Whose.BUYER, ()),
            my_reasons=tags.get(Whose.REP, ()),
        )

    def tell_why(self, deal_id: int, said: Win, read: Win | None = None) -> Deal:
        """Say more of why a deal ended so, once it has: what they say, and each side's reasons.

        Reasons that are not said stay. ``read`` is what ``why`` gave when it was looked at. Raises
        BadInput, NotFound, JournalError, ChangedElsewhere when the same was said otherwise since,
        CannotSave.
        """
        deal, journal = self.get(deal_id), self._journal
        check_ending(said)
        if deal.is_open:
            raise JournalError(f"“{named(deal)}” is open; it is asked once it was won or lost.")
        with journal.writing(f"why “{named(deal)}” ended so"):
            if read is not None:
                said = _said_over(said, read, self.why(deal_id))
            keep_win(journal, deal, said)
        return deal

    def set_reasons(self, deal_id: int, whose: Whose, tags: Sequence[Tag]) -> None:
        """Say what decided a deal, as one side sees it, in place of what was said before.

        Raises BadInput, NotFound, CannotSave.
        """
        deal = self.get(deal_id)
        with self._journal.writing(f"the reasons of “{named(deal)}”"):
            if tags:
                keep_reasons(self._journal, deal_id, whose, tags)
            else:
                self._journal.store.deal_stories.set_reasons(deal_id, whose, ())

    def request(self, deal_id: int, ask: Ask, state: RequestState, note: str = "") -> Request:
        """Say what one of the four requests came to today. Raises BadInput, NotFound, CannotSave."""
        deal, journal = self.get(deal_id), self._journal
        if deal.outcome is Outcome.WON:
            raise JournalError(f"“{named(deal)}” was won; the four requests come after a loss.")
        check_long(note)
        said = Request(deal=deal_id, ask=ask, state=state, day=journal.today(), note=note.strip())
        with journal.writing(f"{ask} of “{named(deal)}” {state}"):
            journal.store.deal_stories.set_request(said)
        return said

    def chances(self, deal_id: int) -> tuple[MondayForecast, ...]:
        """What was thought of a deal on Mondays, oldest first."""
        return tuple(self._journal.store.deal_stories.forecasts([deal_id]))

    def set_forecast(
        self,
        deal_id: int,
        chance: float,
        close: date | None = None,
        read: Sequence[MondayForecast] | None = None,
    ) -> MondayForecast:
        """Say for this week's Monday how likely a deal is ever won, 0–1, and when it closes.

        ``read`` is what ``chances`` gave when it was looked at. Raises BadInput, NotFound, JournalError,
        ChangedElsewhere when another was said since, CannotSave.
        """
        deal = self.get(deal_id)
        if not deal.is_open:
            raise JournalError(f"“{named(deal)}” has ended; a chance is for open deals.")
        if not 0 <= chance <= 1:
            raise BadInput("A chance is 0 to 100 %.")
        said = MondayForecast(deal=deal_id, monday=self.monday, chance=chance, close=close)
        with self._journal.writing(f"the chance of “{named(deal)}”"):
            there = self.chances(deal_id)
            if read is not None and there != tuple(read) and said not in there:
                raise ChangedElsewhere(CHANGED)
            self._journal.store.deal_stories.set_forecast(said)
        return said

    def add_contact(
        self, account: str, name: str, role: str = "", *, advocate: bool = False
    ) -> Contact:
        """Write down somebody at an account. Raises BadInput, CannotSave."""
        at, who = " ".join(account.split()), " ".join(name.split())
        if not at or not who:
            raise BadInput("Say who it is, and at which account.")
        if max(map(len, (at, who, role))) > LONGEST_ACCOUNT:
            raise BadInput(f"Names and roles hold {LONGEST_ACCOUNT} characters; shorten them.")
        new = Contact(account=at, name=who, role=" ".join(role.split()), advocate=advocate)
        with self._journal.writing(f"{who[:60]} at {at[:60]}"):
            return self._journal.store.people.add_contact(new)

    def contract_end(self, account: str) -> ContractEnd:
        """When an account's contract with somebody else ends, as far as it was said."""
        return ContractEnd(account=account, day=self._journal.store.people.contract_end(account))

    def set_contract_end(
        self, account: str, day: date | None, read: ContractEnd | None = None
    ) -> None:
        """Say when an account's contract with somebody else ends; None when that is not known.

        ``read`` is what stood there when it was looked at. Raises BadInput, NotFound,
        ChangedElsewhere when another day was said since, CannotSave.
        """
        known = account_known(self._journal, account)
        told = day.isoformat() if day else "not known"
        with self._journal.writing(f"the contract of {known[:60]} ends: {told}"):
            if read is not None and read.day != self.contract_end(known).day:
                raise ChangedElsewhere(CHANGED)
            self._journal.store.people.set_contract_end(known, day)

    def tick_point(self, entry_id: int, reason: str) -> Activity:
        """Say that a talking point was used in a pitch: the activity is tagged with it.

        Raises BadInput, NotFound, CannotSave.
        """
        entry, tag = self._journal.entry(entry_id), as_tag(reason)
        if not isinstance(entry, Activity):
            raise BadInput(
                "A talking point is used in something you did: a call, a meeting, a demo."
            )
        if tag in entry.tags:
            return entry
        changed = self._journal.change(replace(entry, tags=(*entry.tags, tag)))
        return changed if isinstance(changed, Activity) else entry


def _of(name: CheckName, checks: Sequence[DealCheck]) -> DealCheck | None:
    return next((one for one in checks if one.name is name), None)


def _said_over(said: Win, read: Win, now: Win) -> Win:
    """What is said of a deal, with what stands now where it is as it was read. Raises ChangedElsewhere."""
    if said.why_not_asked.strip() == read.why_not_asked:
        said = replace(said, why_not_asked=now.why_not_asked)
    why_not = now.why_not_asked if said.answer.strip() else said.why_not_asked.strip()
    for mine, before, theirs in (
        (said.buyers_reasons or now.buyers_reasons, read.buyers_reasons, now.buyers_reasons),
        (said.my_reasons or now.my_reasons, read.my_reasons, now.my_reasons),
        (why_not, read.why_not_asked, now.why_not_asked),
    ):
        if theirs not in (before, mine):
            raise ChangedElsewhere(CHANGED)
    return said
