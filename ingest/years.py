"""The years that tables bear in their titles and captions, and where they contradict the filing's.

Only the lines that belong to a table are asked: those from its title down, and a bare year above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.printed import PrintedTable, is_title
from ingest.records import Filing, Signal
from ingest.signals import signal
from ingest.text import fold

YEAR = r"(?:20\d\d|二[〇零○O0][〇零○O0一二三四五六七八九]{2})"
_DIGITS = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
_BARE = re.compile(rf"({YEAR})年?度?(?:决算)?")
_IN_LINE = re.compile(rf"({YEAR})年度?")


def number(year: str) -> int:
    """A year in digits or Chinese numerals as a number."""
    return int(year.translate(_DIGITS))


def table_year(table: PrintedTable) -> int | None:
    """The year that a table bears; None where it bears none, or several."""
    years: set[int] = set()
    titled = False
    for line in map(fold, table.caption_lines()):
        bare = _BARE.fullmatch(line)
        if titled and not bare:
            break
        if bare or is_title(line):
            years |= {number(year) for year in _IN_LINE.findall(line)}
            years |= {number(bare[1])} if bare else set()
        titled = titled or is_title(line)
    return years.pop() if len(years) == 1 else None


def conflicts(filing: Filing, tables: list[tuple[str, PrintedTable]]) -> Iterator[Signal]:
    """Signals each other year that tables of known forms bear, at the first of them."""
    told: dict[int, list[tuple[str, PrintedTable]]] = {}
    for form, table in tables:
        year = table_year(table)
        if year is not None and year != filing.fiscal_year:
            told.setdefault(year, []).append((form, table))
    for year, same in sorted(told.items()):
        form, first = same[0]
        where = ", ".join(str(table.no) for _, table in same)
        yield signal(
            filing.filing_id, "year_conflict", first.place, form, first.no,
            found=f"{year} ({where})", expected=str(filing.fiscal_year),
        )  # fmt: skip
