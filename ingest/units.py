"""The unit of money that a table's caption names. Never assumed, never taken from the values."""

from __future__ import annotations

import re
import unicodedata

from ingest.printed import PrintedTable
from ingest.text import fold

_UNIT = re.compile(
    r"单\s*位\s*:?\s*(?:人\s*民\s*币)?\s*\(?\s*(亿\s*元|万\s*元|千\s*元|元)(?![\u4e00-\u9fff])"
)
"""No word may go on after the unit: `编制单位：元谋县审计局` names no unit."""


def unit_of(table: PrintedTable) -> str | None:
    """`万元`, `元` … as the table's own caption says (the nearest line first); else None."""
    for line in table.caption_lines():
        found = _unit(line)
        if found:
            return found
    heads = (cell.text for row in table.rows[:3] for cell in row.filled.values())
    return next((unit for text in heads if (unit := _unit(text))), None)


def _unit(line: str) -> str | None:
    found = _UNIT.search(unicodedata.normalize("NFKC", line))
    return fold(found.group(1)) if found else None
