"""A stylesheet that parses each rule once: the framework parses all of them again for each new page."""

from __future__ import annotations

from pathlib import Path

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

_SOURCES = 1_000
"""More than the journal has; the framework remembers 64, and so none once there are 65."""


class KeptStylesheet(Stylesheet):
    """Keeps what was parsed for as long as no colour changes."""

    def __init__(self, *, variables: dict[str, str]) -> None:
        """Begin with nothing parsed."""
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Only another colour makes what was parsed old."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what was not parsed yet."""
        self.parse()

    def read_ahead(self, path: Path) -> None:
        """Read and parse the rules of a page before it first opens. Raises StylesheetError."""
        if not self.has_source(str(path)):
            self.read(path)
            self.parse()
