"""Plain text, Markdown, tab- and comma-separated files: lines to paragraphs and grids.

A line with tabs, or a Markdown table line, is a row; rows that follow each other are a grid.
A blank line ends a grid (in the text of a scan it is often only a page break: joining is for the
stage after the readers). Quotes are undone in comma-separated files only.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import PurePath

from ingest.document import Block, Cell, Document, Grid, Paragraph, Place, UnreadableFile
from ingest.readers import bounds
from ingest.readers.encoding import decode

Row = tuple[int, list[str]]
"""The line number of a row, and its cells."""

_BLANK = " \t\r\n\f\v\u3000\u00a0\ufeff"
_RULE = re.compile(r"^\|?\s*:?-{1,}:?\s*(\|\s*:?-{1,}:?\s*)*\|?$")
_PIPE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes, name: str) -> Document:
    """Reads a text of any encoding that `encoding.decode` knows."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    hint = PurePath(name).suffix.lower()
    bounds.check("separators of the file", max(map(text.count, "\t|,")), bounds.MAX_CELLS)
    records = _comma_separated(text, hint)
    blocks: tuple[Block, ...]
    if records is not None:
        blocks = (_grid(records),)
    else:
        blocks = tuple(_blocks(text, markdown=hint in {".md", ".markdown"}))
    cells = sum(len(block.cells) for block in blocks if isinstance(block, Grid))
    bounds.check("cells of the file", cells, bounds.MAX_CELLS)
    return Document("csv" if records is not None else "text", blocks)


def _blocks(text: str, *, markdown: bool) -> Iterator[Block]:
    rows: list[Row] = []
    for number, line in enumerate(text.split("\n"), start=1):
        cells = _cells(line)
        if cells is not None:
            rows.append((number, cells))
            continue
        if rows and _RULE.match(line.strip(_BLANK)) and "|" in line:
            continue
        if rows:
            yield _grid(rows)
            rows = []
        plain = line.strip(_BLANK)
        if plain:
            yield Paragraph(plain.lstrip("# ") if markdown else plain, Place(line=number))
    if rows:
        yield _grid(rows)


def _cells(line: str) -> list[str] | None:
    """The cells of a table line, or None for a line of text."""
    bare = line.strip(_BLANK)
    if "\t" in line and bare:
        return line.rstrip("\n").split("\t")
    if bare.startswith("|") and bare.count("|") >= 2 and not _RULE.match(bare):
        inner = bare[1:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare[1:]
        return [_unmark(cell) for cell in _PIPE.split(inner)]
    return None


def _unmark(cell: str) -> str:
    """A Markdown cell without its marks for bold, break and bar."""
    return _BREAK.sub("\n", cell).replace("\\|", "|").replace("**", "")


def _comma_separated(text: str, hint: str) -> list[Row] | None:
    """The records of a comma-separated file, or None where the text is none.

    Named `.csv`, commas are separators; named otherwise, only when every record has the same
    three fields or more: Chinese prose uses commas too.
    """
    if "," not in text or "\t" in text or hint in {".md", ".txt", ".markdown"}:
        return None
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[Row] = []
    start = 1
    try:
        for record in reader:
            if any(cell.strip(_BLANK) for cell in record):
                rows.append((start, record))
            start = reader.line_num + 1
    except csv.Error as error:
        if hint != ".csv":
            return None
        raise UnreadableFile(
            "damaged", f"line {start}: not comma-separated as begun ({error}); save it again"
        ) from error
    widths = {len(record) for _, record in rows}
    alike = len(rows) >= 3 and len(widths) == 1 and min(widths) >= 3
    return rows if hint == ".csv" or alike else None


def _grid(rows: list[Row]) -> Grid:
    """The rows as a grid; blank places get no cell."""
    cells = [
        Cell(r, c, text, 1, 1, Place(None, None, line, r + 1, c + 1))
        for r, (line, texts) in enumerate(rows)
        for c, raw in enumerate(texts)
        if (text := raw.strip(_BLANK))
    ]
    width = max(len(texts) for _, texts in rows)
    return Grid(tuple(cells), len(rows), width, Place(line=rows[0][0]))
