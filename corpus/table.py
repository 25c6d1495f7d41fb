"""A printed form without a file format: captions, rows of cells with spans, notes.

A cell that holds a figure carries its key, so that a printer can say where the figure went.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from corpus.figures import Key


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell. `value` and `unit` are set where `text` is a number of a form.

    `stored` is the number that a workbook holds beneath the text; it may have more decimals.
    """

    text: str = ""
    row_span: int = 1
    col_span: int = 1
    key: Key | None = None
    value: Decimal | None = None
    unit: str | None = None
    stored: Decimal | None = None
    is_code: bool = False


Row = tuple[Cell | None, ...]
"""A row over the full width; None where a cell above or to the left reaches over."""


@dataclass(frozen=True, slots=True)
class FormTable:
    """One form (or other table: `form` is None) as it is printed."""

    form: str | None
    title: str
    captions: tuple[str, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Head and body."""
        return self.head + self.body

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0])


class Page(NamedTuple):
    """The part of a table that stands on one page: `first` is the first of its own body rows.

    `head` is empty where the page does not repeat it; rows count from 0, the head's included.
    """

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    first: int


def pages(table: FormTable, after: int | None, *, repeat_heads: bool) -> list[Page]:
    """A table cut after every so many body rows."""
    step, n_head = after or max(len(table.body), 1), len(table.head)
    starts = range(0, max(len(table.body), 1), step)
    return [
        Page(
            table.head if start == 0 or repeat_heads else (),
            table.body[start : start + step],
            n_head + start,
        )
        for start in starts
    ]


def row(*cells: Cell | str) -> Row:
    """A row from left to right; a cell that spans columns covers the positions after it."""
    result: list[Cell | None] = []
    for cell in cells:
        made = Cell(cell) if isinstance(cell, str) else cell
        result += [made, *[None] * (made.col_span - 1)]
    return tuple(result)


COVERED = Cell("\0")
"""Stands in `row` for a position that a cell of an earlier row covers."""


def uncovered(cells: Row) -> Row:
    """The row with the stand-ins for covered positions taken out."""
    return tuple(None if cell == COVERED else cell for cell in cells)


@dataclass(frozen=True, slots=True)
class Printed:
    """One figure as a printer put it down, and where. All places count from 1.

    `value` is the plain number (no separators, a minus sign), `raw_text` what the cell shows.
    `table_no` counts the tables of the filing; `row_no` and `col_no` are those of the sheet in
    a workbook, of the table elsewhere; `line_no` and `sheet` where the format has them.
    """

    key: Key
    value: str
    unit: str
    raw_text: str
    table_no: int
    row_no: int
    col_no: int
    sheet: str | None = None
    line_no: int | None = None


def figures_in(
    table: FormTable, table_no: int, first_row: int = 1, sheet: str | None = None
) -> list[Printed]:
    """The figures of a table in reading order, its first head row being row `first_row`."""
    return [
        Printed(
            key=cell.key,
            value=str(cell.value),
            unit=cell.unit or "",
            raw_text=cell.text,
            table_no=table_no,
            row_no=row_no,
            col_no=col_no,
            sheet=sheet,
        )
        for row_no, cells in enumerate(table.rows, start=first_row)
        for col_no, cell in enumerate(cells, start=1)
        if cell is not None and cell.key is not None and cell.value is not None
    ]
