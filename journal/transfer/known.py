"""What all files of one import share: the accounts and deals they name, and how to read their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date

from journal.deal import Deal
from journal.shown import is_blank
from journal.stage import Stages
from journal.transfer.about import first_id
from journal.transfer.outcome_words import stage_alias, without_pipeline
from journal.transfer.remarks import Remark, Remarks
from journal.transfer.repeats import Repeats
from journal.transfer.row import Row
from journal.transfer.salesforce import long_id

_DELETED = frozenset({"Deleted", "deleted", "DELETED"})
"""What Pipedrive says of a deal that was thrown away."""


@dataclass(slots=True, kw_only=True)
class Known:
    """What is known before a row is read, and what is remarked while rows are."""

    today: date
    """The rep's day: nothing was done after it."""
    currency: str
    """The currency of amounts that name none."""
    stages: Stages
    """The rep's own stages."""
    owner: str | None
    """Whose rows are wanted; None for everyone's."""
    accounts: dict[str, str] = field(default_factory=dict)
    """Names of accounts by id, from the file of accounts."""
    account_of_deal: dict[str, str] = field(default_factory=dict)
    """Names of accounts by the id of a deal, for the activities about it."""
    account_of_name: dict[str, str] = field(default_factory=dict)
    """Names of accounts by the name of a deal, folded; "" where several have such a deal."""
    rows_of_deal: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many rows each deal has in a report of stages, by the file's name and the deal's key."""
    ways: dict[str, Sequence[tuple[date, str, str]]] = field(default_factory=dict)
    """The steps of deals by id, from a report of stages that was given along with a list of them."""
    remarks: Remarks = field(default_factory=Remarks)
    """What the rep should know besides."""
    stage_names: dict[str, str] = field(default_factory=dict)
    """What each stage that was met is called here."""
    ids: set[str] = field(default_factory=set)
    """The ids of the deals and activities that were read."""
    repeats: Repeats = field(default_factory=Repeats)
    """What the rows without an id of several files have in common."""
    alike: Counter[str] = field(default_factory=Counter)
    """How many rows have neither an id nor a name of their own, by what they do have."""

    def begin(self) -> None:
        """Forget what one reading remarked, so that the files can be read once more."""
        self.remarks = Remarks()
        self.stage_names.clear()
        self.ids.clear()
        self.repeats.begin()
        self.alike.clear()

    def is_wanted(self, row: Row) -> bool:
        """Whether a row is to be read: not deleted, and the rep's own when an owner is named."""
        if row.flag("deleted") or row.text("status") in _DELETED:
            self.remarks.count(Remark.DELETED)
            return False
        if self.owner is None or not row.has("owner"):
            return True
        said = row.text("owner")
        is_theirs = folded(said) == folded(self.owner)
        self.remarks.owner(said, is_wanted=is_theirs)
        return is_theirs

    def account_in(self, row: Row) -> str | None:
        """The name of a row's account, if need be by its id; None when nothing tells."""
        if said := account_said(row):
            return said
        given = first_of(row, "account_id")
        if not given:
            return None
        return self.accounts.get(long_id(given))

    def lacks_account(self, row: Row) -> None:
        """Remark a row that nothing told the account of, though it names one by number."""
        if first_of(row, "account_id"):
            self.remarks.count(Remark.UNNAMED_ACCOUNT)

    def stage_in(self, said: str) -> str:
        """The rep's own name of a stage; as the file says it where the rep has no such stage."""
        if (ours := self.stage_names.get(said)) is not None:
            return ours
        bare = without_pipeline(said)
        place = self.stages.position(said)
        if place is None:
            place = self.stages.position(bare)
        if place is not None:
            ours = self.stages.names[place]
        elif (ours := stage_alias(said, self.stages) or stage_alias(bare, self.stages)) is not None:
            self.remarks.say(f"Stage “{said}” is read as your “{ours}”.")
        else:
            self.remarks.unranked(said)
            ours = said
        self.stage_names[said] = ours
        return ours

    def is_new(self, external_id: str) -> bool:
        """Whether an id is met for the first time; a repeated one is remarked."""
        if external_id not in self.ids:
            self.ids.add(external_id)
            return True
        self.remarks.count(Remark.REPEATED)
        return False

    def is_repeat(self, said: Hashable) -> bool:
        """Whether another file had a row without an id that said all this; it is remarked."""
        return self._remarked(self.repeats.has_row(said))

    def is_repeated_deal(self, key: str, deal: Deal) -> bool:
        """Whether another file told of a deal without an id, by its account and name; it is remarked."""
        if self._remarked(self.repeats.has_deal(key, deal)):
            return True
        if self.repeats.has_name(key):
            self.remarks.count(Remark.SAME_NAME)
        return False

    def _remarked(self, is_repeated: bool) -> bool:
        if is_repeated:
            self.remarks.count(Remark.REPEATED)
        return is_repeated

    def numbered(self, key: str) -> str:
        """A key for rows that may be alike: the second gets #2, in the order of the file."""
        number = self.alike[key] = self.alike[key] + 1
        if number == 1:
            return key
        while (made := f"{key} #{number}") in self.alike:
            number += 1
        self.alike[key], self.alike[made] = number, 1
        return made


def first_of(row: Row, field: str) -> str:
    """A field's text; of several ids that HubSpot joins by ; the first, which is the primary one."""
    return first_id(row.system, row.text(field))


def silent_in(row: Row) -> frozenset[str]:
    """What a row without an account tells nothing of: an id alone does not say that there is none."""
    return row.silent | {"account"} if row.text("account_id") else row.silent


def account_said(row: Row) -> str:
    """The name of a row's account; of several that HubSpot joins by ; the first.

    A name that holds a ; itself is told by a single id beside it.
    """
    said = row.text("account")
    if is_blank(said):
        return ""
    if ";" not in said or row.system != "hubspot":
        return said
    ids = row.text("account_id")
    return said if ids and ";" not in ids else said.partition(";")[0].strip()


def folded(text: str) -> str:
    """A name as it is compared: without regard to case and blanks."""
    return " ".join(text.casefold().split())
