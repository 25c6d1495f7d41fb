"""A row that a page's edge cuts in two: whether two rows are its halves, and the row they make.

Joined only where the halves show it: a number or code that is whole only together, or words that
go on below a line as full as any of their column, in a row without a number of its own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property

from ingest.document import Cell
from ingest.heads import ORDINALS
from ingest.printed import Row
from ingest.text import fold, label
from ingest.values import PRINTED, common_decimals, read_value

_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")
_BARE = re.compile(r"[\d,.()-]+")


def whole_row(upper: list[Row], lower: list[Row]) -> Row | None:
    """The row that the last upper row and the first lower one are; None where they are two.

    The other rows show how the table's codes, amounts and words are printed.
    """
    above, below = upper[-1], lower[0]
    others = _Others(upper[:-1] + lower[1:], upper[:-1] + lower[1:-1])
    both = sorted(above.texts.keys() & below.texts.keys())
    if not both or any(c.row_span > 1 for c in (*above.filled.values(), *below.filled.values())):
        return None
    if ORDINALS in above.texts.values():
        return None
    halves = [_Halves(c, above.texts[c], below.texts[c], others) for c in both]
    if not all(half.may_join for half in halves):
        return None
    keyless = 0 not in below.texts
    cut = any(half.cut and (keyless or half.above != "-") for half in halves)
    alone = len(below.texts) == 1
    named = keyless and alone and not any(half.complete(half.below) for half in halves)
    return _glue(above, below) if cut or named or _goes_on(others.rows, above, below) else None


@dataclass(frozen=True)
class _Others:
    """The rows about two halves, and what they show, looked up only where it is asked for.

    `surely_whole` leaves out the last row, which may be cut itself.
    """

    rows: list[Row]
    surely_whole: list[Row]

    def are_codes(self, col: int) -> bool:
        """Whether a column's bare numbers are all codes, two of them at least."""
        texts = ("".join(map(fold, row.text(col).splitlines())) for row in self.surely_whole)
        numbers = [text for text in texts if text.isdigit()]
        return len(numbers) > 1 and all(map(_CODE.fullmatch, numbers))

    @cached_property
    def decimals(self) -> int | None:
        """The decimals that all amounts are printed with."""
        texts = (c.text for row in self.rows for c in row.filled.values())
        return common_decimals(text for text in texts if "." in fold(text))

    def widest(self, col: int) -> int:
        """The length of a column's longest line that is a number or a part of one."""
        numbers = (line for row in self.rows for line in _numbers(row.text(col)))
        return max(map(len, numbers), default=0)


def _goes_on(rows: list[Row], above: Row, below: Row) -> bool:
    """Whether all that stand below are words that go on with the words above them."""
    if not below.filled.keys() <= above.filled.keys():
        return False
    cells = [cell for row in rows for cell in row.filled.values()]
    return all(
        not any(c.isdigit() for c in fold(cell.text)) and _full(above.cells[col], cells)
        for col, cell in below.filled.items()
    )


def _full(cell: Cell, others: list[Cell]) -> bool:
    """Whether the last line of a cell is as long as lines of its column are where they break.

    Where none does, the broken lines of other columns show how much goes into a width.
    """
    broken = [c for c in (*others, cell) if len(c.text.splitlines()) > 1]
    same = [c for c in broken if (c.col, c.col_span) == (cell.col, cell.col_span)]
    room: list[float] = [_longest(c) for c in same] or [
        _longest(c) * _across(cell) / _across(c) for c in broken if _across(c) and _across(cell)
    ]
    return bool(room) and _width(cell.text.splitlines()[-1]) >= max(room) - 2


def _longest(cell: Cell) -> float:
    """The width of the longest line of a cell but for its last."""
    return max(_width(line) for line in cell.text.splitlines()[:-1])


def _across(cell: Cell) -> float:
    """How wide a cell is on its page; 0 where that is not known."""
    return cell.place.box.x1 - cell.place.box.x0 if cell.place.box else 0.0


def _numbers(text: str) -> list[str]:
    """The lines of a cell that hold a number or a part of one."""
    return [line for line in map(fold, text.splitlines()) if _BARE.fullmatch(line)]


def _width(line: str) -> int:
    """The width in halves of a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line.strip())


@dataclass(frozen=True)
class _Halves:
    """What one column prints at the foot of a page and at the head of the next."""

    col: int
    above: str
    below: str
    others: _Others

    @cached_property
    def is_code(self) -> bool:
        """Whether the column is one of codes."""
        return self.others.are_codes(self.col)

    def complete(self, text: str) -> bool:
        """Whether a text needs nothing more: a code in a column of codes, else a number.

        Where all amounts have so many decimals, a number with another count of them is cut.
        """
        if self.is_code:
            return bool(_CODE.fullmatch(text))
        value = read_value(text)
        if value.source != PRINTED or "." not in self.above + self.below:
            return value.source == PRINTED
        return self.others.decimals in (None, value.decimals)

    @property
    def may_join(self) -> bool:
        """Words may go on; of numbers and codes at most one half may be whole by itself."""
        numeric = any(c.isdigit() for c in self.above + self.below)
        if not numeric or not (_BARE.fullmatch(self.above) or _BARE.fullmatch(self.below)):
            return label(self.below) == self.below
        if self.complete(self.above) and self.complete(self.below):
            return False
        broken = self.above == "-" or self.above[-1:] in ",." or self.fills
        return broken and self.complete(self.above + self.below)

    @property
    def fills(self) -> bool:
        """Whether a number is as long as any in its column, so that more would not go in."""
        return len(self.above) >= self.others.widest(self.col) - 1

    @property
    def cut(self) -> bool:
        """Whether only both halves together are a number or code."""
        return self.complete(self.above + self.below)


def _glue(above: Row, below: Row) -> Row:
    cells: dict[int, Cell] = {}
    for col in sorted(above.cells.keys() | below.cells.keys()):
        first, second = above.cells.get(col), below.cells.get(col)
        if first is not None and second is not None and fold(second.text):
            text = f"{first.text}\n{second.text}" if fold(first.text) else second.text
            place = first.place if fold(first.text) else second.place
            cells[col] = replace(first, text=text, place=place)
        else:
            cells[col] = first or second or Cell(0, col, "")
    return Row(cells, {**below.cover, **above.cover, **cells})
