"""How the columns of a table's parts on two pages stand to each other: by their rules, in PDF.

A page shows only the rules between the cells that it prints: a part of a table may have fewer
columns than the whole, where each of its cells covers several. Formats without places on a page
have no rules to compare; there the number of columns decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.document import Cell
from ingest.printed import PrintedTable, Row

_NEAR = 4.0
"""Rules of two pages that stand this near to each other, from the table's left, are one."""


def fit(last: PrintedTable, part: PrintedTable) -> tuple[list[int], list[int]] | None:
    """Where each column edge of both parts stands among those of the whole; None where nowhere.

    Both parts begin and end at the same rules, and one has all the rules of the other.
    """
    mine, theirs = edges(last.rows, last.n_cols), edges(part.rows, part.n_cols)
    same = part.n_cols == last.n_cols
    if mine is None or theirs is None:
        kept = list(range(last.n_cols + 1))
        return (kept, kept) if same else None
    finest = max(mine, theirs, key=len)
    places = [_places(found, finest) for found in (mine, theirs)]
    if any(p is None or p[-1] != len(finest) - 1 for p in places):
        return None
    return places[0] or [], places[1] or []


def spread(rows: Iterable[Row], places: list[int]) -> list[Row]:
    """The rows with every cell over the columns of the whole that it covers."""
    if places == list(range(len(places))):
        return list(rows)
    out = []
    for row in rows:
        moved = {id(cell): _spread(cell, places) for cell in row.cover.values()}
        cells = {moved[id(cell)].col: moved[id(cell)] for cell in row.cells.values()}
        cover = {
            c: cell for cell in moved.values() for c in range(cell.col, cell.col + cell.col_span)
        }
        out.append(Row(cells, cover))
    return out


def _spread(cell: Cell, places: list[int]) -> Cell:
    first, end = places[cell.col], places[min(cell.col + cell.col_span, len(places) - 1)]
    return replace(cell, col=first, col_span=end - first, place=cell.place._replace(col=first + 1))


def edges(rows: list[Row], n_cols: int) -> list[float] | None:
    """The left edge of each column and the right edge of the last, from the table's left.

    None where cells have no boxes, or no common edges: a table that is drawn without rules.
    """
    found: dict[int, float] = {}
    for page in dict.fromkeys(c.place.page for row in rows for c in row.cells.values()):
        cells = [c for row in rows for c in row.cells.values() if c.place.page == page]
        left = min((c.place.box.x0 for c in cells if c.place.box), default=0.0)
        for cell in cells:
            if cell.place.box is None:
                return None
            sides = (cell.col, cell.place.box.x0), (cell.col + cell.col_span, cell.place.box.x1)
            for column, x in sides:
                if abs(found.setdefault(column, x - left) - (x - left)) > _NEAR:
                    return None
    if sorted(found) != list(range(n_cols + 1)):
        return None
    return [found[column] for column in range(n_cols + 1)]


def _places(found: list[float], whole: list[float]) -> list[int] | None:
    """For each edge its number among those of the whole; None where one is not among them."""
    out = [min(range(len(whole)), key=lambda i: abs(whole[i] - x)) for x in found]
    near = all(abs(whole[i] - x) <= _NEAR for i, x in zip(out, found, strict=True))
    return out if near and len(set(out)) == len(out) else None
