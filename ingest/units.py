"""The unit of money that a table's caption names. Never assumed, never taken from the values."""

from __future__ import annotations

import re

from ingest.printed import PrintedTable
from ingest.text import fold

_UNIT = re.compile(r"单位[:]?(?:人民币)?\(?(亿元|万元|千元|元)\)?")


def unit_of(table: PrintedTable) -> str | None:
    """`万元`, `元` … as the table's own caption says (the nearest line first); else None."""
    for line in table.caption_lines():
        found = _UNIT.search(fold(line))
        if found:
            return found.group(1)
    heads = (text for row in table.rows[:3] for text in row.texts.values())
    return next((m.group(1) for text in heads if (m := _UNIT.search(text))), None)
