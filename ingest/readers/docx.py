"""Word documents: paragraphs and tables of the body in order, by lxml over its XML.

What was struck out under tracked changes is left out, what was inserted is read. A text box is
read where it is anchored, once, though Word stores it twice. A table inside a cell becomes a
grid of its own after the table that holds it. Headers, footers and notes are not the document.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ingest.document import Block, Document, Grid, Paragraph, UnreadableFile
from ingest.readers import bounds, xml
from ingest.readers.spans import Spanned, lay_out
from ingest.readers.zips import open_zip, part

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD, _STRICT = _W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_P, _TBL, _TR, _TC, _T, _BOX = (_W + n for n in ("p", "tbl", "tr", "tc", "t", "txbxContent"))
_SKIPPED = frozenset(
    (*(_W + n for n in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "sectPr")),
     "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)  # fmt: skip
_MARKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_WRAPPERS = frozenset(_W + n for n in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))


def read(data: bytes, name: str) -> Document:
    """Reads a docx.

    Raises:
        UnreadableFile: `damaged`, `encrypted`, `too_large`.
    """
    with open_zip(data) as archive:
        raw = part(archive, "word/document.xml")
    root = xml.parse(raw.replace(_STRICT, _WORD), "word/document.xml")
    body = root.find(_W + "body")
    if body is None:
        raise UnreadableFile("damaged", f"{name or 'docx'} has no body; save it again in Word")
    blocks = tuple(_blocks(body))
    cells = sum(len(block.cells) for block in blocks if isinstance(block, Grid))
    bounds.check("cells of the file", cells, bounds.MAX_CELLS)
    return Document("docx", blocks)


def _value(element: etree._Element | None, name: str) -> str | None:
    """The `w:val` of a property, None where the property is not there or has none."""
    found = element.find(_W + name) if element is not None else None
    return found.get(_W + "val") if found is not None else None


def _blocks(container: etree._Element) -> Iterator[Block]:
    """Paragraphs and tables, through content controls and other wrappers."""
    for child in container:
        tag = child.tag
        if tag == _P:
            yield from _paragraph(child)
        elif tag == _TBL:
            yield from _table(child)
        elif len(child) and tag not in _SKIPPED:
            yield from _blocks(child)


def _paragraph(element: etree._Element) -> Iterator[Block]:
    boxes: list[etree._Element] = []
    parts: list[str] = []
    _collect(element, parts, boxes)
    text = "".join(parts).strip()
    if text:
        yield Paragraph(text)
    for box in boxes:
        yield from _blocks(box)


def _collect(element: etree._Element, parts: list[str], boxes: list[etree._Element]) -> None:
    """The text of a paragraph, and the text boxes that hang on it."""
    for child in element:
        tag = child.tag
        if tag == _T:
            parts.append(child.text or "")
        elif tag in _MARKS:
            parts.append(_MARKS[tag])
        elif tag == _BOX:
            boxes.append(child)
        elif tag == _W + "sym":
            parts.append(_symbol(child))
        elif len(child) and tag not in _SKIPPED:
            _collect(child, parts, boxes)


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font: U+FFFD where its number says nothing of its look."""
    code = element.get(_W + "char") or ""
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    return chr(number) if 0x20 <= number < 0xD800 else "\ufffd"


def _table(element: etree._Element) -> Iterator[Block]:
    """A table, then the tables inside its cells."""
    inner: list[Block] = []
    open_cells: dict[int, Spanned] = {}
    rows: list[list[Spanned]] = []
    for row in _inside(element, _TR):
        if row.find(f"{_W}trPr/{_W}del") is None:
            cells, open_cells = _row(row, open_cells, inner)
            rows.append(cells)
    grid = lay_out(rows)
    if grid is not None:
        yield grid
    yield from inner


def _inside(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through wrappers."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, wanted)


def _row(
    row: etree._Element, above: dict[int, Spanned], inner: list[Block]
) -> tuple[list[Spanned], dict[int, Spanned]]:
    """The new cells of a row, and by column the cells that may go on into the next row."""
    column = skip = _integer(_value(row.find(_W + "trPr"), "gridBefore"), 0)
    cells: list[Spanned] = []
    below: dict[int, Spanned] = {}
    for element in _inside(row, _TC):
        properties = element.find(_W + "tcPr")
        wide = _integer(_value(properties, "gridSpan"), 1)
        merge = properties.find(_W + "vMerge") if properties is not None else None
        if merge is not None and merge.get(_W + "val") != "restart" and column in above:
            cell = above[column]
            cell.row_span += 1
        else:
            cell = Spanned(_cell_text(element, inner), 1, wide, skip)
            cells.append(cell)
        skip = 0
        if merge is not None:
            below[column] = cell
        column += wide
    return cells, below


def _integer(text: str | None, default: int) -> int:
    """A span; one that is no number is one that Word would not have written."""
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or int(text) > bounds.MAX_SPAN:
        raise UnreadableFile("damaged", f"a table cell spans {text!r} columns; save it again")
    return int(text)


def _cell_text(element: etree._Element, inner: list[Block]) -> str:
    """The text of a cell, a line a paragraph; tables inside go to `inner`."""
    texts: list[str] = []
    for block in _blocks(element):
        if isinstance(block, Grid):
            inner.append(block)
        else:
            texts.append(block.text)
    return "\n".join(texts)
