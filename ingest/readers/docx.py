"""Word documents: paragraphs and tables of the body in order, by lxml over its XML.

What was struck out under tracked changes, or is hidden, is left out, what was inserted is read. A
text box is read where it is anchored, once, though Word stores it twice. A table inside a cell
becomes a grid of its own after the table that holds it. Headers, footers and notes are not the
document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from ingest.document import Block, Document, Grid, Paragraph, UnreadableFile
from ingest.readers import bounds, xml
from ingest.readers.raised import raised
from ingest.readers.spans import Spanned, lay_out
from ingest.readers.zips import open_zip, part

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD, _STRICT = _W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_R, _RPR = _W + "r", _W + "rPr"
_P, _TBL, _TR, _TC, _T, _BOX = (_W + n for n in ("p", "tbl", "tr", "tc", "t", "txbxContent"))
_SKIPPED = frozenset(
    (*(_W + n for n in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "sectPr")),
     "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)  # fmt: skip
_OTHER = (_W + "sym", _W + "gridBefore")
_MARKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_SPAN, _MERGE, _VAL = (_W + n for n in ("gridSpan", "vMerge", "val"))
_BREAKS = {tag: mark for tag, mark in _MARKS.items() if tag != _W + "tab"}
"""The marks that stand in text alone: a tab may be a stop, which is set and not printed."""
_PLAIN = (_TR, _TC, _P, _T, _SPAN, _MERGE, *_BREAKS)
_VANISH, _RAISED = _W + "vanish", _W + "vertAlign"
_ODD = frozenset(
    (_VANISH, _RAISED, *(_SKIPPED - {_W + "rPr", _W + "pPr"}), _W + "tab", _TBL, _BOX, *_OTHER)
)
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
    return found.get(_VAL) if found is not None else None


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
        elif tag == _R:
            _run(child, parts, boxes)
        elif len(child) and tag not in _SKIPPED:
            _collect(child, parts, boxes)


def _run(run: etree._Element, parts: list[str], boxes: list[etree._Element]) -> None:
    """The text of a run, if Word shows it."""
    style = run.find(_RPR)
    if style is None or not len(style):
        _collect(run, parts, boxes)
    elif not _hidden(style):
        start = len(parts)
        _collect(run, parts, boxes)
        if _value(style, "vertAlign") == "superscript":
            parts[start:] = map(raised, parts[start:])


def _hidden(style: etree._Element) -> bool:
    """Whether Word shows nothing of a run of these properties."""
    found = style.find(_VANISH)
    return found is not None and found.get(_VAL) not in {"0", "false", "off"}


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
    rows = _plain_rows(element)
    if rows is None:
        shown = (r for r in _inside(element, _TR) if r.find(f"{_W}trPr/{_W}del") is None)
        rows = [_row(row, inner) for row in shown]
    grid = lay_out(list(_merged(rows)))
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


@dataclass(slots=True)
class _Written:
    """A cell as Word writes it. `merge`: it is one with those above or below it in its column."""

    text: str = ""
    wide: int = 1
    skip: int = 0
    merge: bool = False
    begins: bool = True
    """Unlike one that goes on from above."""


def _row(row: etree._Element, inner: list[Block]) -> list[_Written]:
    """The cells of a row."""
    skip = _integer(_value(row.find(_W + "trPr"), "gridBefore"), 0)
    cells: list[_Written] = []
    for element in _inside(row, _TC):
        properties = element.find(_W + "tcPr")
        wide = _integer(_value(properties, "gridSpan"), 1)
        merge = properties.find(_W + "vMerge") if properties is not None else None
        begins = merge is None or merge.get(_VAL) == "restart"
        text = _cell_text(element, inner)
        cells.append(_Written(text, wide, skip, merge is not None, begins))
        skip = 0
    return cells


def _plain_rows(table: etree._Element) -> list[list[_Written]] | None:
    """The same rows in one flat pass; None where a cell holds more than lines of plain text."""
    rows: list[list[_Written]] = []
    cell: _Written | None = None
    for element in table.iterdescendants(*_PLAIN, *_ODD):
        tag = element.tag
        if tag == _TR:
            rows.append([])
            cell = None
        elif tag == _TC and rows:
            cell = _Written()
            rows[-1].append(cell)
        elif cell is None or tag in _ODD:
            return None
        elif tag == _T:
            cell.text += element.text or ""
        elif tag == _P:
            cell.text += "\0" if cell.text else ""
        elif tag == _SPAN:
            cell.wide = _integer(element.get(_VAL), 1)
        elif tag == _MERGE:
            cell.merge, cell.begins = True, element.get(_VAL) == "restart"
        else:
            cell.text += _BREAKS[tag]
    for cell in chain.from_iterable(rows):
        lines = (part.strip() for part in cell.text.split("\0"))
        cell.text = "\n".join(filter(None, lines)) if "\0" in cell.text else cell.text.strip()
    return rows


def _merged(rows: list[list[_Written]]) -> Iterator[list[Spanned]]:
    """The rows with each cell that goes on from above made one with it."""
    above: dict[int, Spanned] = {}
    for row in rows:
        cells: list[Spanned] = []
        below: dict[int, Spanned] = {}
        column = 0
        for written in row:
            column += written.skip
            if not written.begins and column in above:
                cell = above[column]
                cell.row_span += 1
            else:
                cell = Spanned(written.text, 1, written.wide, written.skip)
                cells.append(cell)
            if written.merge:
                below[column] = cell
            column += written.wide
        above = below
        yield cells


def _integer(text: str | None, default: int) -> int:
    """A span; one that is no number is one that Word would not have written."""
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or int(text) > bounds.MAX_SPAN:
        raise UnreadableFile("damaged", f"a table cell spans {text!r} columns; save it again")
    return int(text)


def _cell_text(element: etree._Element, inner: list[Block]) -> str:
    """The text of a cell, a line a paragraph.

    Tables inside go to `inner`; one of a single cell only dresses up a text.
    """
    texts: list[str] = []
    for block in _blocks(element):
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif block.n_rows * block.n_cols == 1:
            texts += [cell.text for cell in block.cells if cell.text]
        else:
            inner.append(block)
    return "\n".join(texts)
