"""A sheet of a workbook as texts by place, and the grid that it shows: the same for all formats.

What belongs here: merged ranges as spans, hidden rows and columns left out. What a number looks
like is decided before (`number_format.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Cell, Grid, Place
from ingest.readers import bounds

Spot = tuple[int, int]
"""Row and column from 0."""


@dataclass(slots=True)
class Sheet:
    """The texts of a sheet, its merged ranges (first spot → last spot), what it hides."""

    name: str
    texts: dict[Spot, str]
    merges: dict[Spot, Spot]
    hidden_rows: set[int]
    hidden_cols: set[int]


def grid(sheet: Sheet) -> tuple[Grid | None, bool]:
    """The grid of a sheet, from its first used cell, and whether a text of it is hidden."""
    if not sheet.texts:
        return None, False
    rows, cols = zip(*sheet.texts, strict=True)
    top, left, bottom, right = min(rows), min(cols), max(rows), max(cols)
    covered = _covered(sheet.merges, (bottom, right))
    cells: list[Cell] = []
    hidden = False
    name, merges, special = sheet.name, sheet.merges, sheet.hidden_rows or sheet.hidden_cols
    for spot, text in sorted(sheet.texts.items()):
        if spot in covered:
            continue
        r, c = spot
        last = merges.get(spot)
        if special and not _visible(spot, last or spot, sheet):
            hidden = True
            continue
        tall = wide = 1
        if last is not None:
            tall, wide = min(last[0], bottom) - r + 1, min(last[1], right) - c + 1
        place = Place(None, name, None, r + 1, c + 1)
        cells.append(Cell(r - top, c - left, text, tall, wide, place))
    shape = bottom - top + 1, right - left + 1
    place = Place(sheet=sheet.name, row=top + 1, col=left + 1)
    return Grid(tuple(cells), *shape, place) if cells else None, hidden


def _visible(first: Spot, last: Spot, sheet: Sheet) -> bool:
    """Whether a row and a column of a cell, or of the range that it is merged over, is shown."""
    sides = zip(first, last, (sheet.hidden_rows, sheet.hidden_cols), strict=True)
    return all(any(n not in hidden for n in range(a, b + 1)) for a, b, hidden in sides)


def _covered(merges: dict[Spot, Spot], last: Spot) -> set[Spot]:
    """The spots under merged cells, but for their top left ones."""
    covered: set[Spot] = set()
    for (r0, c0), (r1, c1) in merges.items():
        rows, cols = range(r0, min(r1, last[0]) + 1), range(c0, min(c1, last[1]) + 1)
        bounds.check("merged cells", len(covered) + len(rows) * len(cols), bounds.MAX_CELLS)
        covered.update((r, c) for r in rows for c in cols if (r, c) != (r0, c0))
    return covered
