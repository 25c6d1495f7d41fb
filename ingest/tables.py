"""From a document's blocks to its printed tables: captions, rows, and tables over pages joined.

Works on the shape of the page alone (what is a title line, a unit line, a note, a page number):
which form a table is, is decided later. A sheet that holds several tables is split here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.document import Cell, Document, Grid, Paragraph, Place
from ingest.text import fold

MAX_CAPTIONS = 12
"""How many lines before a table may speak of it."""

_NUMBER = r"(?:公开|财决|附|批复)*表?[\dA-Z一二三四五六七八九十.-]{1,6}表?"
_TITLE = re.compile(r"[^。;；]{0,60}表(?:\([^()]*\))?(?:\([^()]*\))?")
_ABOUT = re.compile(
    rf"{_NUMBER}|(?:部门|单位|公开部门|公开单位|编制单位|编制部门|编报单位|填报单位|预算单位)(?:名称)?(?:\([^()]*\))?:.*"
    r"|(?:金额)?单位:.*|\d{4}年度?|.{0,30}单位:(?:人民币)?(?:万元|元|千元)|日期:.*"
)
_TRIVIAL = re.compile(r"[-—–\s\d/]*|第?\d+页?(?:共\d+页)?|续表.*|\(?续\)?")
_NOTE = re.compile(r"(?:注|说明|备注|附注)\d*(?::|、|\.|\d|本表)")


@dataclass(slots=True)
class Row:
    """One row: `cells` by the column where they begin, `cover` by every column they cover."""

    cells: dict[int, Cell] = field(default_factory=dict)
    cover: dict[int, Cell] = field(default_factory=dict)

    def text(self, col: int) -> str:
        """The text of the cell that begins at this column."""
        cell = self.cells.get(col)
        return cell.text if cell else ""

    @property
    def filled(self) -> dict[int, Cell]:
        """The cells with something printed in them."""
        return {col: cell for col, cell in self.cells.items() if fold(cell.text)}


@dataclass(slots=True)
class PrintedTable:
    """A table with what is printed about it, before and after. `no` counts from 1."""

    captions: list[Paragraph]
    rows: list[Row]
    n_cols: int
    place: Place
    notes: list[Paragraph] = field(default_factory=list)
    no: int = 0

    def caption_lines(self) -> Iterator[str]:
        """The caption's lines, the nearest to the table first."""
        for paragraph in reversed(self.captions):
            yield from reversed(paragraph.text.splitlines())


def printed_tables(document: Document) -> list[PrintedTable]:
    """All tables of a document in order, split where a sheet holds several, joined over pages."""
    tables: list[PrintedTable] = []
    between: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            between.append(block)
            continue
        for part in _split(block):
            part.captions = (between + part.captions)[-MAX_CAPTIONS:]
            if tables and _continues(tables[-1], part, between):
                _join(tables[-1], part)
            else:
                tables.append(part)
            between = list(part.notes)
    for number, table in enumerate(tables, start=1):
        table.no = number
    return tables


def is_title(text: str) -> bool:
    """Whether a folded line may be the title of a table."""
    other = _ABOUT.fullmatch(text) or _TRIVIAL.fullmatch(text)
    return bool(_TITLE.fullmatch(text)) and not other


def _split(grid: Grid) -> Iterator[PrintedTable]:
    """The tables of one grid: caption rows begin one, note rows end one."""
    captions: list[Paragraph] = []
    rows: list[Row] = []
    notes: list[Paragraph] = []
    for row in _rows(grid):
        kind = _kind(row)
        if kind == "caption" and (rows and (notes or _has_title(row))):
            yield _table(grid, captions, rows, notes)
            captions, rows, notes = [], [], []
        if kind == "caption" and not rows:
            captions.extend(Paragraph(c.text, c.place) for c in row.filled.values())
        elif kind == "note":
            notes.extend(Paragraph(c.text, c.place) for c in row.filled.values())
        elif row.filled or rows:
            rows.append(row)
    if rows or captions:
        yield _table(grid, captions, rows, notes)


def _table(
    grid: Grid, captions: list[Paragraph], rows: list[Row], notes: list[Paragraph]
) -> PrintedTable:
    if grid.place.sheet is not None:
        captions = [Paragraph(grid.place.sheet, Place(sheet=grid.place.sheet)), *captions]
    while rows and not rows[-1].filled:
        rows.pop()
    first = next((c.place for row in rows for c in row.filled.values()), grid.place)
    place = Place(page=first.page, sheet=first.sheet, line=first.line)
    return PrintedTable(captions, rows, grid.n_cols, place, notes)


def _rows(grid: Grid) -> list[Row]:
    rows = [Row() for _ in range(grid.n_rows)]
    for cell in grid.cells:
        rows[cell.row].cells[cell.col] = cell
        for r in range(cell.row, min(cell.row + cell.row_span, grid.n_rows)):
            for c in range(cell.col, min(cell.col + cell.col_span, grid.n_cols)):
                rows[r].cover[c] = cell
    return rows


def _kind(row: Row) -> str:
    texts = [fold(cell.text) for cell in row.filled.values()]
    if not texts:
        return "body"
    if len(texts) == 1 and _NOTE.match(texts[0]):
        return "note"
    about = [bool(_ABOUT.fullmatch(text)) and not text.isdigit() for text in texts]
    titles = [is_title(text) for text in texts]
    if len(texts) <= 4 and all(a or t for a, t in zip(about, titles, strict=True)):
        return "caption"
    return "body"


def _has_title(row: Row) -> bool:
    return any(is_title(fold(cell.text)) for cell in row.filled.values())


def _continues(last: PrintedTable, part: PrintedTable, between: Iterable[Paragraph]) -> bool:
    """Whether `part` is the rest of `last`: nothing between but a page's edge, the same columns."""
    if last.place.sheet != part.place.sheet or not last.rows or not part.rows or last.notes:
        return False
    ragged = part.place.line is not None and part.n_cols <= last.n_cols
    if part.n_cols != last.n_cols and not ragged:
        return False
    lines = [fold(line) for p in between for line in p.text.splitlines()]
    lines += [fold(line) for p in part.captions for line in p.text.splitlines() if p not in between]
    titles = {fold(line) for line in last.caption_lines() if is_title(fold(line))}
    return all(_TRIVIAL.fullmatch(x) or _ABOUT.fullmatch(x) or x in titles for x in lines)


def _join(last: PrintedTable, part: PrintedTable) -> None:
    """Append the rows of the next page, without the heads that it repeats."""
    repeated = 0
    for mine, theirs in zip(last.rows, part.rows, strict=False):
        if not theirs.filled or _texts(mine) != _texts(theirs):
            break
        repeated += 1
    last.rows.extend(part.rows[repeated:])
    last.notes.extend(part.notes)


def _texts(row: Row) -> dict[int, str]:
    return {col: fold(cell.text) for col, cell in row.filled.items()}
