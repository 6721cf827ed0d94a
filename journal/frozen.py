"""Values: frozen, slotted dataclasses that cost next to nothing until the first of them is made.

A frozen dataclass compiles six methods while it is defined, and Today needs sixty such classes before it
can be painted: that was an eighth of the start. A value shares five of them, and its ``__init__`` is
compiled when it is first called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

Made = TypeVar("Made")


@overload
def frozen(cls: type[Made], /) -> type[Made]: ...
@overload
def frozen(*, kw_only: bool = False) -> Callable[[type[Made]], type[Made]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(
    cls: type[Made] | None = None, /, *, kw_only: bool = False
) -> type[Made] | Callable[[type[Made]], type[Made]]:
    """Make of a class what ``dataclass(frozen=True, slots=True)`` does; it cannot be pickled."""

    def made(plain: type[Made]) -> type[Made]:
        fielded = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(plain)
        for name, method in _methods(fielded).items():
            setattr(fielded, name, method)
        return fielded

    return made if cls is None else made(cls)


def _methods(cls: type[Any]) -> dict[str, Callable[..., object]]:
    """What the values of a class can do."""
    shown = [each.name for each in fields(cls) if each.repr]
    compared = attrgetter(*(each.name for each in fields(cls) if each.compare))

    def init(self: object, *args: object, **named: object) -> None:
        compiled = _compiled_init(cls)
        type.__setattr__(cls, "__init__", compiled)
        compiled(self, *args, **named)

    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    def in_words(self: object) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({parts})"

    return {
        "__init__": init,
        "__eq__": equal,
        "__hash__": lambda self: hash(compared(self)),
        "__repr__": in_words,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }


def _refuse(_: object, name: str, *__: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _compiled_init(cls: type[Any]) -> Callable[..., None]:
    """The ``__init__`` of a class: each field is put into its slot, as no assignment is allowed."""
    known: dict[str, Any] = {"MISSING": MISSING}
    by_place, by_name, lines = ["self"], ["*"], []
    for each in fields(cls):
        name, said, kept = each.name, each.name, each.name
        if not each.init:
            continue
        if each.default is not MISSING:
            known[f"default_{name}"] = each.default
            said = f"{name}=default_{name}"
        elif each.default_factory is not MISSING:
            known[f"make_{name}"] = each.default_factory
            said, kept = f"{name}=MISSING", f"make_{name}() if {name} is MISSING else {name}"
        known[f"keep_{name}"] = getattr(cls, name).__set__
        (by_name if each.kw_only else by_place).append(said)
        lines.append(f" keep_{name}(self, {kept})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    heads = ", ".join(by_place + by_name if by_name[1:] else by_place)
    exec("\n".join([f"def __init__({heads}):", *lines]), known)
    compiled: Callable[..., None] = known["__init__"]
    return compiled
