"""From a document's blocks to its printed tables: captions, rows, and tables over pages joined.

Works on the shape of the page alone: which form a table is, is decided later. A sheet that holds
several tables is split here.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Cell, Document, Grid, Paragraph, Place
from ingest.printed import ABOUT, NOTE, PrintedTable, Row, is_about, is_title
from ingest.running import masked, running
from ingest.stitch import join
from ingest.text import fold

OUTER = 2
"""How many blocks at the head and at the foot of a page may run through."""
MAX_CAPTIONS = 12
"""How many lines before a table may speak of it."""
_MOST = 4
"""How many cells a row that speaks of a table has at most."""


def printed_tables(document: Document) -> list[PrintedTable]:
    """All tables of a document in order, split where a sheet holds several, joined over pages."""
    tables: list[PrintedTable] = []
    between: list[Paragraph] = []
    of_pages = _running(document)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            between += [] if of_pages and masked(block.text) in of_pages else [block]
            continue
        for part in _split(block):
            part.captions = (between + part.captions)[-MAX_CAPTIONS:]
            if not (tables and join(tables[-1], part, between)):
                tables.append(part)
            between = list(part.notes)
    for number, table in enumerate(tables, start=1):
        table.no = number
    return tables


def _running(document: Document) -> set[str]:
    """The running heads and feet of a paged document; what speaks of a table is none of them."""
    pages: dict[int, list[Paragraph | Grid]] = {}
    for block in document.blocks:
        if block.place.page is not None and block.place.box is not None:
            pages.setdefault(block.place.page, []).append(block)
    outer = (
        (page, block.text, block.place.box.y0)
        for page, blocks in pages.items()
        for block in {id(b): b for b in (*blocks[:OUTER], *blocks[-OUTER:])}.values()
        if isinstance(block, Paragraph) and block.place.box and not _speaks(fold(block.text))
    )
    return running(outer)


def _speaks(text: str) -> bool:
    """Whether a line speaks of a table: its title, its unit, a note."""
    return is_title(text) or bool(ABOUT.fullmatch(text) or NOTE.match(text))


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
        elif row.texts or rows:
            rows.append(row)
    if rows or captions:
        yield _table(grid, captions, rows, notes)


def _table(
    grid: Grid, captions: list[Paragraph], rows: list[Row], notes: list[Paragraph]
) -> PrintedTable:
    if grid.place.sheet is not None:
        captions = [Paragraph(grid.place.sheet, Place(sheet=grid.place.sheet)), *captions]
    while rows and not rows[-1].texts:
        rows.pop()
    first = next((c.place for row in rows for c in row.filled.values()), grid.place)
    place = Place(page=first.page, sheet=first.sheet, line=first.line)
    return PrintedTable(captions, rows, grid.n_cols, place, notes, by_words=grid.by_words)


def _rows(grid: Grid) -> list[Row]:
    cells: list[dict[int, Cell]] = [{} for _ in range(grid.n_rows)]
    cover: dict[int, dict[int, Cell]] = {}
    for cell in grid.cells:
        cells[cell.row][cell.col] = cell
    for cell in grid.cells:
        if cell.row_span == cell.col_span == 1:
            continue
        for r in range(cell.row, min(cell.row + cell.row_span, grid.n_rows)):
            covered = cover.setdefault(r, cells[r].copy())
            for c in range(cell.col, min(cell.col + cell.col_span, grid.n_cols)):
                covered[c] = cell
    return [Row(of_row, cover.get(r, of_row)) for r, of_row in enumerate(cells)]


def _kind(row: Row) -> str:
    texts = row.texts.values()
    if not 0 < len(texts) <= _MOST:
        return "body"
    if len(texts) == 1 and NOTE.match(next(iter(texts))):
        return "note"
    return "caption" if all(is_about(text) or is_title(text) for text in texts) else "body"


def _has_title(row: Row) -> bool:
    return any(map(is_title, row.texts.values()))
