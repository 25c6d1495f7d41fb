"""Which cell a run of characters stands in.

A run is placed as a whole, by its cell's box and not by its baseline: a number that is set high
in a tall row stays in its row. A run that crosses a rule is either the text of two cells drawn
in one go, and is cut at the rule, or a text too wide for its cell, and stays whole. A run much
higher than its cell is no text of the cell: a watermark, a stamp.
"""

from __future__ import annotations

from collections import defaultdict

from ingest.readers.drawn import Run
from ingest.readers.lattice import Lattice

_CUT = 0.1
"""The least gap between two characters, in heights, at which a run is cut at a rule."""

_TALL = 1.6
"""A run this much higher than its cell does not stand in it."""

Filled = dict[int, list[Run]]


def place_runs(runs: list[Run], tables: list[Lattice]) -> tuple[list[Run], list[Filled]]:
    """The runs outside all tables, and per table the runs by cell number."""
    rest: list[Run] = []
    filled: list[Filled] = [defaultdict(list) for _ in tables]
    order = sorted(range(len(tables)), key=lambda i: tables[i].area)
    for run in runs:
        for index in order:
            if _into(run, tables[index], filled[index]):
                break
        else:
            rest.append(run)
    return rest, filled


def _into(run: Run, table: Lattice, filled: Filled) -> bool:
    """Puts a run into a table's cells; False when it stands outside."""
    y = (run.y0 + run.y1) / 2
    if not table.ys[0] <= y < table.ys[-1] or run.x1 <= table.xs[0] or run.x0 >= table.xs[-1]:
        return False
    last = len(run.text) - 1
    first_cell = table.at((run.lefts[0] + run.rights[0]) / 2, y)
    last_cell = table.at((run.lefts[last] + run.rights[last]) / 2, y)
    if first_cell == last_cell:
        if first_cell is None or _too_tall(run, table, first_cell):
            return False
        filled[first_cell].append(run)
        return True
    pieces = [(piece, _home(piece, table, y)) for piece in _cut(run, table, y)]
    placed = [(piece, cell) for piece, cell in pieces if cell is not None]
    if len(placed) < len(pieces) or any(_too_tall(piece, table, cell) for piece, cell in placed):
        return False
    for piece, cell in placed:
        filled[cell].append(piece)
    return True


def _too_tall(run: Run, table: Lattice, cell: int) -> bool:
    _, top, _, bottom = table.box(cell)
    return run.y1 - run.y0 > _TALL * (bottom - top)


def _cut(run: Run, table: Lattice, y: float) -> list[Run]:
    """The run, cut where a cell's border stands in a gap between two characters."""
    pieces: list[Run] = []
    start = 0
    height = run.y1 - run.y0
    for i in range(1, len(run.text)):
        gap = run.lefts[i] - run.rights[i - 1]
        if gap < _CUT * height:
            continue
        before = table.at((run.lefts[i - 1] + run.rights[i - 1]) / 2, y)
        after = table.at((run.lefts[i] + run.rights[i]) / 2, y)
        if before != after:
            pieces.append(_piece(run, start, i))
            start = i
    pieces.append(_piece(run, start, len(run.text)))
    return pieces


def _piece(run: Run, start: int, stop: int) -> Run:
    if start == 0 and stop == len(run.text):
        return run
    lefts, rights = run.lefts[start:stop], run.rights[start:stop]
    return Run(
        min(lefts), run.y0, max(rights), run.y1, run.text[start:stop], lefts, rights,
        run.spaced and start == 0,
    )  # fmt: skip


def _home(run: Run, table: Lattice, y: float) -> int | None:
    """The cell of a piece that may be wider than its cell: the one that it is aligned in."""
    middles = [(a + b) / 2 for a, b in zip(run.lefts, run.rights, strict=True)]
    cells = [cell for cell in (table.at(x, y) for x in middles) if cell is not None]
    if not cells:
        return None
    first, last = cells[0], cells[-1]
    if first == last:
        return first
    height = run.y1 - run.y0
    if 0 <= run.x0 - table.box(first)[0] < height:
        return first
    if 0 <= table.box(last)[2] - run.x1 < height:
        return last
    return max(dict.fromkeys(cells), key=cells.count)
