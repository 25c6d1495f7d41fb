"""Tables that a page's edge cuts: whether a grid goes on with the last one, and how they join."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.columns import fit, spread
from ingest.document import Cell, Paragraph, Place
from ingest.halves import whole_row
from ingest.printed import ABOUT, TRIVIAL, PrintedTable, Row, is_title
from ingest.text import fold

_CONTINUED = re.compile(r"\(续表?[\d一二三四五六七八九十]*\)$|续表?$")


def join(last: PrintedTable, part: PrintedTable, between: Iterable[Paragraph]) -> bool:
    """Join `part` to `last` where it is the rest of it; says whether it was.

    Nothing may stand between but a page's edge, and the columns must be the same.
    """
    if not follows(last, part, between):
        return False
    places = fit(last, part)
    ragged = part.place.line is not None and part.n_cols <= last.n_cols
    if places is None and not ragged:
        return False
    _append(last, part, *(places or (None, None)))
    return True


def follows(last: PrintedTable, part: PrintedTable, between: Iterable[Paragraph]) -> bool:
    """Whether nothing stands between two tables that would part them."""
    if last.place.sheet != part.place.sheet or not last.rows or not part.rows or last.notes:
        return False
    lines = [fold(line) for p in between for line in p.text.splitlines()]
    lines += [fold(line) for p in part.captions for line in p.text.splitlines() if p not in between]
    titles = {fold(line) for line in last.caption_lines() if is_title(fold(line))}
    bare = (_CONTINUED.sub("", line) for line in lines)
    return all(TRIVIAL.fullmatch(x) or ABOUT.fullmatch(x) or x in titles for x in bare)


def _append(
    last: PrintedTable, part: PrintedTable, mine: list[int] | None, theirs: list[int] | None
) -> None:
    """Append the rows of the next page, without the heads that it repeats."""
    if mine and theirs:
        last.rows, last.n_cols = spread(last.rows, mine), max(last.n_cols, part.n_cols)
    rows = spread(part.rows, theirs) if theirs else part.rows
    repeated = 0
    for above, below in zip(last.rows, rows, strict=False):
        if not below.texts or above.texts != below.texts:
            break
        repeated += 1
    rest = rows[repeated:]
    if rest and last.place.page is not None:
        whole = whole_row(last.rows, rest)
        if whole is not None:
            last.rows[-1:] = [whole]
            rest = rest[1:]
    shift = len(last.rows) - (len(rows) - len(rest))
    last.rows.extend(row if row.is_sheet else _moved(row, shift) for row in rest)
    last.notes.extend(part.notes)
    last.by_words |= part.by_words


def _moved(row: Row, shift: int) -> Row:
    """The row with its cells numbered as rows of the joined table."""

    def moved(cells: dict[int, Cell]) -> dict[int, Cell]:
        return {
            col: Cell(c.row, c.col, c.text, c.row_span, c.col_span, _lower(c.place, shift))
            for col, c in cells.items()
        }

    cells = moved(row.cells)
    return Row(cells, cells if row.cover is row.cells else moved(row.cover))


def _lower(place: Place, shift: int) -> Place:
    return Place(
        place.page, place.sheet, place.line, (place.row or 0) + shift, place.col, place.box
    )
