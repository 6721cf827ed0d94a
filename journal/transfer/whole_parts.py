"""The parts of the whole journal's JSON: which rows it holds, under which names, in which order.

Amounts stand in whole minor units (``amount_minor`` of 450000 with ``currency`` "USD" is 4,500.00), for
only these come back equal whatever their size; so do a goal's ``baseline``, ``target`` and ``value`` when
its measure is an amount. Rates and chances are 0 to 1. What was undone, what is typed and not saved, and
what is worked out from the rest (totals, public holidays, the search) are left out.
"""

from __future__ import annotations

from journal.transfer.whole_deals import DEALS
from journal.transfer.whole_entries import ENTRIES
from journal.transfer.whole_fields import moment, of, text, texts, whole
from journal.transfer.whole_part import ID, Part
from journal.transfer.whole_person import AIMS, FIRST

FORMAT = "sales-journal"
"""Says in the file what it is."""
VERSION = 1
"""Grows whenever a part or a key is added; an older program refuses a newer file."""

BROUGHT_IN = (
    Part(
        "imports",
        "import",
        (
            ID,
            *texts("format", "files"),
            *moment(),
            *(whole(n, 0) for n in ("added", "updated", "unchanged")),
        ),
    ),
    Part(
        "sources",
        "source of a row",
        (
            ID,
            text("system"),
            text("of", "deal", "entry", "follow_up"),
            text("external_id"),
            whole("row", 1, null=True),
            of("import", "imports"),
            *texts("seen", "unknown"),
        ),
    ),
    Part("column_mappings", "column mapping", (ID, *texts("header", "columns"))),
)
"""What other programs' files brought: reading them again doubles nothing. A row that is gone is null."""

PARTS = (*FIRST, *DEALS, *ENTRIES, *AIMS, *BROUGHT_IN)
"""Every part, in the order it is written."""
