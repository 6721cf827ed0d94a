"""What the journal asks of whoever keeps it, of rows that come from other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from journal.moment import Moment
from journal.transfer.found import Applied, Found
from journal.transfer.progress import LookUp, going_on
from journal.transfer.source import SourceFile


class Mappings(Protocol):
    """How the rep named the columns of tables, by what names a header."""

    def of(self, header: str) -> Mapping[str, str]:
        """What columns of such a header are called, as {"Column": "field"}; empty when nothing is kept."""
        ...

    def keep(self, header: str, columns: Mapping[str, str]) -> None:
        """Keep it, in place of what was kept; nothing at all forgets it."""
        ...


class Imports(Protocol):
    """Rows that came from another program, and what it last said about them."""

    def apply(
        self,
        found: Iterable[Found],
        *,
        format: str,
        files: Sequence[str],
        at: Moment,
        look_up: LookUp = going_on,
    ) -> Applied:
        """Add what is new; of what is known update only fields whose value in the file differs from
        the last import and that the rep did not edit; what the rep deleted stays deleted.

        ``look_up`` is called while it is at work on what earlier imports brought, and ends it all by
        raising."""
        ...

    @property
    def mappings(self) -> Mappings: ...

    def sources(self, paths: Sequence[str]) -> Sequence[SourceFile]:
        """Files by their paths, ready to be read. Raises UnreadableFile for what is no such file."""
        ...
