"""The unit of money that a table's caption or heads name. Never assumed, nor taken from values."""

from __future__ import annotations

import re
import unicodedata

from ingest.printed import PrintedTable
from ingest.text import fold

_UNIT = re.compile(
    r"单\s*位\s*:?\s*(?:人\s*民\s*币)?\s*\(?\s*(亿\s*元|万\s*元|千\s*元|元)(?![\u4e00-\u9fff])"
)
"""No word may go on after the unit: `编制单位：元谋县审计局` names no unit."""
_IN_HEAD = re.compile(r"\((?:单位:)?(?:人民币)?(亿元|万元|千元|元)\)$")
_HEAD_ROWS = 4


def units_of(table: PrintedTable) -> set[str]:
    """`万元`, `元` …: what the table's own caption says (the nearest line first) and its heads.

    Several where these contradict each other.
    """
    heads = [fold(cell.text) for row in table.rows[:_HEAD_ROWS] for cell in row.filled.values()]
    captions = [*table.caption_lines(), *heads]
    named = next((unit for line in captions if (unit := _unit(line))), None)
    in_heads = (_IN_HEAD.search(text) for text in heads if text.endswith("元)"))
    return {found[1] for found in in_heads if found} | ({named} if named else set())


def unit_of(table: PrintedTable) -> str | None:
    """The one unit that the table names; None for none, and for several."""
    units = units_of(table)
    return units.pop() if len(units) == 1 else None


def without_unit(head: str) -> str:
    """A folded head's label without the unit in brackets: `金额(万元)` is `金额`."""
    return _IN_HEAD.sub("", head) if head.endswith("元)") else head


def _unit(line: str) -> str | None:
    found = _UNIT.search(unicodedata.normalize("NFKC", line))
    return fold(found.group(1)) if found else None
