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

Extent = tuple[float, float]
_NEAR = 4.0
"""Rules of two pages that stand this near to each other, from the table's left, are one."""


def fit(last: PrintedTable, part: PrintedTable) -> tuple[list[int], list[int]] | None:
    """Where each column edge of both parts stands among those of the whole; None where nowhere.

    Both parts begin and end at the same rules, and one has all the rules of the other.
    """
    mine, theirs = edges(last.rows, last.n_cols), edges(part.rows, part.n_cols)
    if mine is None or theirs is None:
        return _fit_words(last, part)
    finest = max(mine, theirs, key=len)
    places = [_places(found, finest) for found in (mine, theirs)]
    if any(p is None or p[-1] != len(finest) - 1 for p in places):
        return None
    return places[0] or [], places[1] or []


def _fit_words(last: PrintedTable, part: PrintedTable) -> tuple[list[int], list[int]] | None:
    """The same for tables without rules: by the columns that their words stand above each other in.

    A column that is blank on a page is none there. Without boxes the number of columns decides.
    """
    kept = list(range(last.n_cols + 1))
    mine, theirs = _extents(last), _extents(part)
    if mine is None or theirs is None:
        return (kept, kept) if part.n_cols == last.n_cols else None
    if part.n_cols <= last.n_cols:
        found = _above(theirs, mine)
        return (kept, found) if found else None
    found = _above(mine, theirs)
    return (found, list(range(part.n_cols + 1))) if found else None


def _above(few: list[Extent], many: list[Extent]) -> list[int] | None:
    """For each of a few columns the one of many that it stands in, and their end."""
    if len(few) == len(many):
        same = all(_meet(a, b) for a, b in zip(few, many, strict=True))
        return list(range(len(many) + 1)) if same else None
    met = [[i for i, other in enumerate(many) if _meet(one, other)] for one in few]
    if any(len(found) != 1 for found in met):
        return None
    out = [found[0] for found in met]
    return [*out, len(many)] if sorted(set(out)) == out else None


def _meet(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _extents(table: PrintedTable) -> list[Extent] | None:
    """From where to where the words of each column reach; None without boxes."""
    found: dict[int, Extent] = {}
    for cell in (cell for row in table.rows for cell in row.filled.values()):
        if cell.place.box is None:
            return None
        if cell.col_span == 1:
            x0, x1 = found.get(cell.col, (cell.place.box.x0, cell.place.box.x1))
            found[cell.col] = min(x0, cell.place.box.x0), max(x1, cell.place.box.x1)
    return [found[c] for c in sorted(found)] if len(found) == table.n_cols else None


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
    end = places[min(cell.col + cell.col_span, len(places) - 1)]
    first = places[cell.col]
    return replace(cell, col=first, col_span=end - first, place=cell.place._replace(col=first + 1))


def edges(rows: list[Row], n_cols: int) -> list[float] | None:
    """The left edge of each column and the right edge of the last, from the table's left.

    None where cells have no boxes, or no common edges: a table that is drawn without rules.
    """
    places = [(c.place, c.col, c.col_span) for row in rows for c in row.cells.values()]
    if any(place.box is None for place, _, _ in places):
        return None
    # Many cells stand between the same rules.
    sides = dict.fromkeys((p.page, c, c + n, p.box[0], p.box[2]) for p, c, n in places if p.box)
    lefts: dict[int | None, float] = {}
    for page, _, _, x0, _ in sides:
        lefts[page] = min(lefts.get(page, x0), x0)
    found: dict[int, float] = {}
    for page, first, after, x0, x1 in sides:
        for column, x in ((first, x0 - lefts[page]), (after, x1 - lefts[page])):
            if abs(found.setdefault(column, x) - x) > _NEAR:
                return None
    if sorted(found) != list(range(n_cols + 1)):
        return None
    return [found[column] for column in range(n_cols + 1)]


def _places(found: list[float], whole: list[float]) -> list[int] | None:
    """For each edge its number among those of the whole; None where one is not among them."""
    out = [min(range(len(whole)), key=lambda i: abs(whole[i] - x)) for x in found]
    near = all(abs(whole[i] - x) <= _NEAR for i, x in zip(out, found, strict=True))
    return out if near and len(set(out)) == len(out) else None
