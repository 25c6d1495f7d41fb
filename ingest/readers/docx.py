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

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "rPr", "pPr", "instrText", "delText"))
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(data: bytes, name: str) -> Document:
    """Reads a docx.

    Raises:
        UnreadableFile: `damaged`, `encrypted`, `too_large`.
    """
    with open_zip(data) as archive:
        raw = part(archive, "word/document.xml")
    root = xml.parse(raw, "word/document.xml")
    body = next((child for child in root if _tag(child) == "body"), None)
    if body is None:
        raise UnreadableFile("damaged", f"{name or 'docx'} has no body; save it again in Word")
    blocks = tuple(_blocks(body))
    cells = sum(len(block.cells) for block in blocks if isinstance(block, Grid))
    bounds.check("cells of the file", cells, bounds.MAX_CELLS)
    return Document("docx", blocks)


def _tag(element: etree._Element) -> str:
    """The local name of a Word or drawing element, empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: etree._Element | None, name: str) -> str | None:
    if element is None:
        return None
    return next((v for n in _WORD if (v := element.get(n + name)) is not None), None)


def _child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if _tag(child) == name), None)
    return element


def _blocks(container: etree._Element) -> Iterator[Block]:
    """Paragraphs and tables, through content controls and other wrappers."""
    for child in container:
        tag = _tag(child)
        if tag == "p":
            yield from _paragraph(child)
        elif tag == "tbl":
            yield from _table(child)
        elif tag and tag not in _SKIPPED:
            yield from _blocks(child)


def _paragraph(element: etree._Element) -> Iterator[Block]:
    boxes: list[etree._Element] = []
    text = _text(element, boxes).strip()
    if text:
        yield Paragraph(text)
    for box in boxes:
        yield from _blocks(box)


def _text(element: etree._Element, boxes: list[etree._Element]) -> str:
    """The text of a paragraph; its text boxes are put aside in `boxes`."""
    parts: list[str] = []
    for child in element:
        tag = _tag(child)
        if tag == "t":
            parts.append(child.text or "")
        elif tag in _MARKS:
            parts.append(_MARKS[tag])
        elif tag == "txbxContent":
            boxes.append(child)
        elif tag == "sym":
            parts.append(_symbol(child))
        elif tag and tag not in _SKIPPED:
            parts.append(_text(child, boxes))
    return "".join(parts)


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font: U+FFFD, for its number says nothing of its look."""
    code = _attribute(element, "char") or ""
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
    for row in _rows(element):
        cells, open_cells = _row(row, open_cells, inner)
        rows.append(cells)
    grid = lay_out(rows)
    if grid is not None:
        yield grid
    yield from inner


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        tag = _tag(child)
        if tag == "tr" and _child(child, "trPr", "del") is None:
            yield child
        elif tag in {"sdt", "sdtContent", "ins", "moveTo", "customXml"}:
            yield from _rows(child)


def _row(
    row: etree._Element, above: dict[int, Spanned], inner: list[Block]
) -> tuple[list[Spanned], dict[int, Spanned]]:
    """The new cells of a row, and by column the cells that may go on into the next row."""
    column = _integer(_attribute(_child(row, "trPr", "gridBefore"), "val"), 0)
    skip = column
    cells: list[Spanned] = []
    below: dict[int, Spanned] = {}
    for element in _cells(row):
        properties = _child(element, "tcPr")
        wide = _integer(_attribute(_child(properties, "gridSpan"), "val"), 1)
        merge = _child(properties, "vMerge")
        if merge is not None and _attribute(merge, "val") != "restart" and column in above:
            cell = above[column]
            cell.row_span += 1
            skip = 0
        else:
            cell = Spanned(_cell_text(element, inner), 1, wide, skip)
            cells.append(cell)
            skip = 0
        if merge is not None:
            below[column] = cell
        column += wide
    return cells, below


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        tag = _tag(child)
        if tag == "tc":
            yield child
        elif tag in {"sdt", "sdtContent", "ins", "moveTo", "customXml"}:
            yield from _cells(child)


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
