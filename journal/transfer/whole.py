"""The whole journal as JSON: read back into an empty journal it is the same, byte for byte.

One row a line, parts and rows in a fixed order; days are ISO, what is absent is null. The names and
units are told in ``whole_parts``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from journal.transfer.whole_parts import FORMAT, PARTS, VERSION

if TYPE_CHECKING:
    from journal.whole_store import Whole

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def whole_as_json(whole: Whole) -> Iterator[str]:
    """The journal of this moment, a line at a time. Raises CannotSave."""
    with whole.as_it_is() as snapshot:
        yield f'{{"format": {_encode(FORMAT)}, "version": {VERSION}'
        for part in PARTS:
            names = [field.name for field in part.fields]
            between = f',\n\n"{part.name}": [\n'
            for row in snapshot.rows(part):
                yield between + _encode(dict(zip(names, row, strict=True)))
                between = ",\n"
            yield "\n]" if between == ",\n" else between.rstrip() + "]"
        yield "\n}\n"
