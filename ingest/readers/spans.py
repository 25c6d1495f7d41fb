"""Rows of cells with spans, as HTML and Word write them, laid out to a grid.

Only the laying out: a cell takes the first free place of its row, a span covers the places
beside and below it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Cell, Grid, Place
from ingest.readers import bounds


@dataclass(slots=True)
class Spanned:
    """A cell as written; `skip` leaves that many places of the row out before it."""

    text: str
    row_span: int = 1
    col_span: int = 1
    skip: int = 0


def lay_out(rows: Sequence[list[Spanned]], place: Place = Place()) -> Grid | None:
    """The grid of these rows, None when they hold no cell. Blank places get no cell.

    A row span that reaches below the last row ends there. Where two spans claim one place, the
    later cell moves right, as browsers have it.
    """
    taken: dict[int, set[int]] = defaultdict(set)
    covered = 0
    cells: list[Cell] = []
    width = 0
    page, sheet, line = place[:3]
    for r, row in enumerate(rows):
        c = 0
        busy = taken.pop(r, None)
        for cell in row:
            if cell.skip:
                c += min(cell.skip, bounds.MAX_SPAN)
            while busy and c in busy:
                c += 1
            tall = wide = 1
            if cell.row_span != 1 or cell.col_span != 1:
                tall = max(min(cell.row_span, len(rows) - r, bounds.MAX_SPAN), 1)
                wide = max(min(cell.col_span, bounds.MAX_SPAN), 1)
                covered += tall * wide
                _check(covered + len(cells))
                for below in range(r + 1, r + tall):
                    taken[below].update(range(c, c + wide))
            if cell.text or tall > 1 or wide > 1:
                spot = Place(page, sheet, line, r + 1, c + 1)
                cells.append(Cell(r, c, cell.text, tall, wide, spot))
            c += wide
        width = max(width, c)
    _check(covered + len(cells))
    return Grid(tuple(cells), len(rows), width, place) if width else None


def _check(count: int) -> None:
    bounds.check("cells of a table", count, bounds.MAX_CELLS)
