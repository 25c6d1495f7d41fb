"""Tables that a page's edge cuts: whether a grid goes on with the last one, and how they join.

A row that the edge cuts in two is joined only where the halves show it: a number or code that is
whole only together, or a name that goes on in a row of its own with nothing said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.document import Cell, Paragraph
from ingest.printed import ABOUT, TRIVIAL, PrintedTable, Row, is_title
from ingest.text import fold
from ingest.values import PRINTED, read_value

_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")
_BARE = re.compile(r"[\d,.()-]+")


def continues(last: PrintedTable, part: PrintedTable, between: Iterable[Paragraph]) -> bool:
    """Whether `part` is the rest of `last`: nothing between but a page's edge, the same columns."""
    if last.place.sheet != part.place.sheet or not last.rows or not part.rows or last.notes:
        return False
    ragged = part.place.line is not None and part.n_cols <= last.n_cols
    if part.n_cols != last.n_cols and not ragged:
        return False
    lines = [fold(line) for p in between for line in p.text.splitlines()]
    lines += [fold(line) for p in part.captions for line in p.text.splitlines() if p not in between]
    titles = {fold(line) for line in last.caption_lines() if is_title(fold(line))}
    return all(TRIVIAL.fullmatch(x) or ABOUT.fullmatch(x) or x in titles for x in lines)


def append(last: PrintedTable, part: PrintedTable) -> None:
    """Append the rows of the next page, without the heads that it repeats."""
    repeated = 0
    for mine, theirs in zip(last.rows, part.rows, strict=False):
        if not theirs.filled or _texts(mine) != _texts(theirs):
            break
        repeated += 1
    rest = part.rows[repeated:]
    if rest and last.place.page is not None:
        whole = _whole(last.rows[-1], rest[0], _code_columns(last.rows[:-1]))
        if whole is not None:
            last.rows[-1:] = [whole]
            rest = rest[1:]
    shift = len(last.rows) - (len(part.rows) - len(rest))
    last.rows.extend(row if row.is_sheet else _moved(row, shift) for row in rest)
    last.notes.extend(part.notes)


def _texts(row: Row) -> dict[int, str]:
    return {col: fold(cell.text) for col, cell in row.filled.items()}


def _moved(row: Row, shift: int) -> Row:
    """The row with its cells numbered as rows of the joined table."""

    def moved(cells: dict[int, Cell]) -> dict[int, Cell]:
        return {
            col: replace(cell, place=cell.place._replace(row=(cell.place.row or 0) + shift))
            for col, cell in cells.items()
        }

    return Row(moved(row.cells), moved(row.cover))


def _code_columns(rows: list[Row]) -> set[int]:
    """The columns whose bare numbers are all codes, two of them at least."""
    numbers: dict[int, list[str]] = {}
    for row in rows:
        for col, cell in row.filled.items():
            if fold(cell.text).isdigit():
                numbers.setdefault(col, []).append(fold(cell.text))
    return {
        c for c, found in numbers.items() if len(found) > 1 and all(map(_CODE.fullmatch, found))
    }


def _whole(above: Row, below: Row, code_columns: set[int]) -> Row | None:
    """The row that the two halves are; None where they are two rows."""
    both = sorted(above.filled.keys() & below.filled.keys())
    if not both or any(c.row_span > 1 for c in (*above.filled.values(), *below.filled.values())):
        return None
    halves = [_Halves(fold(above.text(c)), fold(below.text(c)), c in code_columns) for c in both]
    if not all(half.may_join for half in halves):
        return None
    keyless = 0 not in below.filled
    cut = any(half.cut and (keyless or half.above != "-") for half in halves)
    named = keyless and not any(half.complete(half.below) for half in halves)
    return _glue(above, below) if cut or named else None


@dataclass(frozen=True, slots=True)
class _Halves:
    """What one column prints at the foot of a page and at the head of the next."""

    above: str
    below: str
    is_code: bool

    def complete(self, text: str) -> bool:
        """Whether a text needs nothing more: a code in a column of codes, else a number."""
        return bool(_CODE.fullmatch(text)) if self.is_code else read_value(text).source == PRINTED

    @property
    def may_join(self) -> bool:
        """Words may go on; of numbers and codes at most one half may be whole by itself."""
        numeric = any(c.isdigit() for c in self.above + self.below)
        if not numeric or not (_BARE.fullmatch(self.above) or _BARE.fullmatch(self.below)):
            return True
        whole = self.complete(self.above) and self.complete(self.below)
        return not whole and self.complete(self.above + self.below)

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
