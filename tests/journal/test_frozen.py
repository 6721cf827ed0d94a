"""A frozen value is what the standard library's frozen, slotted dataclass is."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from journal.frozen import frozen


@frozen
class Touch:
    """A touch with a customer."""

    account: str
    """Whose."""
    minutes: int = 5
    """How long."""
    tags: list[str] = field(default_factory=list)
    """What it is filed under."""


@frozen(kw_only=True)
class Call(Touch):
    """A touch by telephone, with what was learned last."""

    outcome: str = ""
    """What came of it."""
    note: str = field(repr=False, compare=False)
    """What was said."""


@frozen
class Share:
    """How much of the calls were answered."""

    answered: int
    """Those that were."""
    calls: int
    """All of them."""
    percent: int = field(init=False)
    """The share."""

    def __post_init__(self) -> None:
        """Work the share out once."""
        object.__setattr__(self, "percent", 100 * self.answered // self.calls)


@dataclass(frozen=True, slots=True)
class Usual:
    """The same as a touch, made by the standard library."""

    account: str
    minutes: int = 5
    tags: list[str] = field(default_factory=list)


def test_a_value_is_made_by_place_by_name_and_by_default() -> None:
    touch = Touch("Acme", tags=["fair"])
    assert (touch.account, touch.minutes, touch.tags) == ("Acme", 5, ["fair"])
    call = Call("Acme", 3, outcome="left vm", note="she is away")
    assert (call.account, call.minutes, call.outcome, call.note) == (
        "Acme",
        3,
        "left vm",
        "she is away",
    )


def test_no_two_values_share_a_list_that_neither_was_given() -> None:
    assert Touch("Acme").tags is not Touch("Acme").tags


@pytest.mark.parametrize("given", [(), ("Acme", 5, [], "more")])
def test_a_value_wants_the_fields_it_has(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Touch(*given)


def test_what_is_named_only_cannot_be_given_by_its_place() -> None:
    with pytest.raises(TypeError):
        Call("Acme", 3, [], "left vm", note="")


def test_a_value_is_equal_to_one_of_its_own_kind_with_the_same_fields() -> None:
    assert Touch("Acme") == Touch("Acme", 5)
    assert Touch("Acme") != Touch("Acme", 6)
    assert Touch("Acme") != Usual("Acme")
    assert Call("Acme", note="one") == Call("Acme", note="other")


def test_equal_values_are_one_in_a_set() -> None:
    assert len({Share(1, 4), Share(1, 4), Share(2, 4)}) == 2


def test_a_value_tells_its_fields_but_for_those_that_are_not_to_be_shown() -> None:
    assert repr(Touch("Acme")) == "Touch(account='Acme', minutes=5, tags=[])"
    assert repr(Call("Acme", note="x")) == "Call(account='Acme', minutes=5, tags=[], outcome='')"


def test_a_value_cannot_be_changed_nor_get_more_fields() -> None:
    touch = Touch("Acme")
    with pytest.raises(FrozenInstanceError):
        touch.minutes = 6
    with pytest.raises(FrozenInstanceError):
        touch.more = 6
    with pytest.raises(FrozenInstanceError):
        del touch.account
    assert not hasattr(touch, "__dict__")


def test_a_changed_copy_keeps_the_other_fields() -> None:
    assert replace(Touch("Acme", 9), account="Globex") == Touch("Globex", 9)
    assert replace(Share(1, 4), answered=3).percent == 75


def test_the_fields_of_a_value_are_those_of_the_standard_library() -> None:
    told = [(each.name, each.type, each.default) for each in fields(Touch)]
    assert told == [(each.name, each.type, each.default) for each in fields(Usual)]
    assert Touch.__match_args__ == Usual.__match_args__


def test_what_is_worked_out_of_the_fields_stands_with_them() -> None:
    assert Share(1, 4).percent == 25
