"""Prints a filing as a Word document: the smallest WordprocessingML package that holds it.

Merged cells are `gridSpan` and `vMerge`. The same filing gives the same bytes: entries of the
package bear a fixed date.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from corpus.layout import Layout
from corpus.publication import Publication
from corpus.table import Cell, FormTable, Page, Printed, Row, figures_in, pages

EPOCH = (1980, 1, 1, 0, 0, 0)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>'
)
RELATIONSHIPS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
)
PAGE_WIDTH = 14400
"""Between the margins of a landscape page, in twentieths of a point."""
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _paragraph(text: str) -> str:
    runs = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def _widths(table: FormTable) -> list[int]:
    """The columns' widths in twentieths of a point: the page's, shared by what they hold."""
    longest = [8] * table.width
    for cells in table.rows:
        for col, cell in enumerate(cells):
            if cell is not None and cell.col_span == 1:
                line = max(cell.text.split("\n"), key=len)
                wide = sum(1 if c.isascii() else 2 for c in line)
                longest[col] = max(longest[col], min(wide, 14))
    return [PAGE_WIDTH * share // sum(longest) for share in longest]


def _cell(cell: Cell, widths: list[int], merge: str = "", *, tall: bool = False) -> str:
    """A cell over as many columns as `widths` has."""
    at = "center" if cell.key is None else "top"
    merge += f'<w:vAlign w:val="{at}"/>' if tall else ""
    span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
    width = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{span}{merge}</w:tcPr>{_paragraph(cell.text)}</w:tc>"


def _row(cells: Row, above: dict[int, tuple[int, int]], widths: list[int], *, tall: bool) -> str:
    """One row. `above` holds, by column, how far cells of earlier rows reach down, and how wide."""
    parts: list[str] = []
    for col, cell in enumerate(cells):
        if cell is not None:
            merge = '<w:vMerge w:val="restart"/>' if cell.row_span > 1 else ""
            parts.append(_cell(cell, widths[col : col + cell.col_span], merge, tall=tall))
            if cell.row_span > 1:
                above[col] = (cell.row_span - 1, cell.col_span)
        elif col in above:
            rows_left, width = above.pop(col)
            parts.append(_cell(Cell(), widths[col : col + width], "<w:vMerge/>", tall=tall))
            if rows_left > 1:
                above[col] = (rows_left - 1, width)
    height = '<w:trPr><w:trHeight w:val="900"/></w:trPr>' if tall else ""
    return f"<w:tr>{height}{''.join(parts)}</w:tr>"


PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _table(table: FormTable, layout: Layout) -> str:
    widths = _widths(table)
    parts = pages(table, layout.page_break_after, repeat_heads=layout.repeat_heads)
    captions = "".join(map(_paragraph, (table.title, *table.captions)))
    shown = PAGE_BREAK.join(_page(part, widths, tall=layout.tall_rows) for part in parts)
    return captions + shown + "".join(map(_paragraph, table.notes or ("",)))


def _page(page: Page, widths: list[int], *, tall: bool) -> str:
    above: dict[int, tuple[int, int]] = {}
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(cells, above, widths, tall=tall) for cells in page.head + page.body)
    fixed = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    properties = f"<w:tblPr>{fixed}<w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _document(publication: Publication) -> str:
    parts = [_paragraph(line) for line in publication.cover]
    parts += [
        _table(block, publication.layout) if isinstance(block, FormTable) else _paragraph(block)
        for block in publication.blocks
    ]
    page = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    page += '<w:pgMar w:top="1000" w:right="1200" w:bottom="1000" w:left="1200"/></w:sectPr>'
    body = "".join(parts)
    return f'{HEAD}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}{page}</w:body></w:document>'


def print_docx(publication: Publication) -> tuple[bytes, list[Printed]]:
    """The document's bytes and every figure in it, in reading order."""
    entries = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONSHIPS,
        "word/document.xml": _document(publication),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in entries.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), text, zipfile.ZIP_DEFLATED)
    printed = [
        figure
        for number, table in enumerate(publication.tables, start=1)
        for figure in figures_in(table, number)
    ]
    return buffer.getvalue(), printed
