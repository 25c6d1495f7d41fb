"""Web pages, and the workbooks and mails that are web pages inside: selectolax over their text.

A table that holds tables of several cells lays the page out: it is gone through, not read as one.
Scripts, styles and what is not shown are dropped; a hidden part of a table is named
(`html_hidden.py`).
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.document import Block, Document, Grid, Paragraph, UnreadableFile
from ingest.readers import bounds
from ingest.readers.encoding import decode
from ingest.readers.html_hidden import drop_hidden
from ingest.readers.plausible import plausible_share
from ingest.readers.raised import raised
from ingest.readers.spans import Spanned, lay_out

_DROPPED = frozenset(
    ("script", "style", "noscript", "template", "head", "select", "textarea", "-comment", "title")
)
_INLINE = frozenset(
    ("a", "abbr", "b", "bdo", "big", "button", "cite", "code", "del", "em", "font", "i", "img",
     "input", "ins", "kbd", "label", "mark", "nobr", "o:p", "q", "s", "samp", "small", "span",
     "strike", "strong", "sub", "tt", "u", "var", "wbr")
)  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")
_COUNT = re.compile(r"\s*(\d{1,6})")
_WHITE = " \t\r\n\f\u00a0\u3000"
_MAX_DEPTH = 400
_SURE = 0.85


def read(data: bytes, name: str) -> Document:
    """Reads a page, or the page inside a saved mail (`.mht`)."""
    if re.match(rb"\s*(from|mime-version|content-|subject|date|x-\w+)[^<\n]*:", data, re.I):
        return _page("mht", _mail_page(data, name))
    return _page("html", decode(data))


def _mail_page(data: bytes, name: str) -> str:
    """The first HTML part of a mail."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return decode(body)
    raise UnreadableFile("damaged", f"{name or 'mht'}: no web page inside; save it again as .html")


def _page(kind: str, text: str) -> Document:
    parser = LexborHTMLParser(text)
    root = parser.root
    if root is None:
        return Document(kind, ())
    hidden = drop_hidden(parser)
    walk = _Walk()
    walk.block(root, 0)
    walk.flush()
    shown = "".join(
        block.text if isinstance(block, Paragraph) else "".join(cell.text for cell in block.cells)
        for block in walk.blocks
    )
    if plausible_share(shown) < _SURE:
        raise UnreadableFile("damaged", "the page does not read as Chinese text; save it as UTF-8")
    cells = sum(len(block.cells) for block in walk.blocks if isinstance(block, Grid))
    bounds.check("cells of the file", cells, bounds.MAX_CELLS)
    unread = tuple((words, "hidden_cells") for words in hidden)
    return Document(kind, tuple(walk.blocks), unread_parts=unread)


class _Walk:
    """Goes through a page once, collecting text until a block begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []

    def flush(self) -> None:
        """Ends the paragraph."""
        text = _clean("".join(self.parts))
        self.parts.clear()
        if text:
            self.blocks.append(Paragraph(text))

    def block(self, node: LexborNode, depth: int) -> None:
        """Goes into an element."""
        if depth > _MAX_DEPTH:
            raise UnreadableFile("damaged", "elements nested too deep for any real page")
        for child in _children(node):
            tag = child.tag or ""
            if tag == "-text":
                self.parts.append(child.text_content or "")
            elif tag == "br":
                self.parts.append("\0")
            elif tag in _DROPPED:
                continue
            elif tag == "sup":
                self.parts.append(raised(child.text()))
            elif tag == "table" and not _lays_out(child):
                self.table(child)
            elif tag in _INLINE:
                self.block(child, depth + 1)
            else:
                self.flush()
                self.block(child, depth + 1)
                self.flush()

    def table(self, node: LexborNode) -> None:
        """Reads a table; its caption is a paragraph before it."""
        self.flush()
        rows: list[list[Spanned]] = []
        for row in _rows(node):
            if row.tag == "caption":
                self.parts.append(row.text())
                self.flush()
            else:
                rows.append(_cells(row))
        grid = lay_out(rows)
        if grid is not None and grid.n_rows * grid.n_cols > 1:
            self.blocks.append(grid)
        elif grid is not None:
            self.blocks += [Paragraph(cell.text) for cell in grid.cells if cell.text]


def _lays_out(table: LexborNode) -> bool:
    """Whether a table holds tables; those of a single cell only dress up a text."""
    inner = [one for one in table.css("table") if one.mem_id != table.mem_id]
    return any(len(one.css("td, th")) > 1 for one in inner)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in _children(table):
        if child.tag in {"tr", "caption"}:
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from _rows(child)


def _cells(row: LexborNode) -> list[Spanned]:
    """The cells of a row."""
    cells: list[Spanned] = []
    node = row.first_child
    while node is not None:
        if node.tag in {"td", "th"}:
            attributes = node.attributes
            if not attributes:
                cells.append(Spanned(_text(node)))
            else:
                spans = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
                cells.append(Spanned(_text(node), spans[0] or bounds.MAX_SPAN, spans[1] or 1))
        node = node.next
    return cells


def _text(node: LexborNode) -> str:
    """The text of a cell, which mostly holds one text or nothing."""
    first = node.first_child
    if first is None:
        return ""
    if first.next is None and first.tag == "-text":
        return _clean(first.text_content or "")
    walk = _Walk()
    walk.block(node, 0)
    walk.flush()
    return "\n".join(block.text for block in walk.blocks if isinstance(block, Paragraph))


def _span(text: str | None) -> int:
    """A span: 1 where it is no number. A row span of 0 is all the rest, as browsers take it."""
    found = _COUNT.match(text or "1")
    return int(found.group(1)) if found else 1


@lru_cache(maxsize=65536)
def _clean(text: str) -> str:
    """Text as a browser shows it: white space of the source is one space, `<br>` a line break."""
    lines = (_SPACE.sub(" ", line).strip(_WHITE) for line in text.split("\0"))
    return "\n".join(lines).strip("\n")
