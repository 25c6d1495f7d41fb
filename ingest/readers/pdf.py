"""PDF with a text layer: per page, tables by their rules, the rest as paragraphs, in order.

Only the flow belongs here; drawing is `pdf_page`, rules `lattice`, text `lines`, tables without
rules `words`. A page without a usable text is named in `unread_pages`, never guessed at.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from ingest.document import Box, Cell, Document, Grid, Place, UnreadableFile
from ingest.readers import bounds, lines, words
from ingest.readers.drawn import Page, Run
from ingest.readers.lattice import Lattice, TooManyRulesError, lattices
from ingest.readers.pdf_page import load
from ingest.readers.pdf_streams import broken_streams
from ingest.readers.plausible import plausible_share
from ingest.readers.runs import place_runs
from ingest.running import masked, running

Part = lines.Flow | Grid

_SURE = 0.85
_OUTER = 2
"""How many parts at the head and at the foot of a page may run through."""
_FEW = 20
"""Fewer characters than this on a page that is a picture are a page number or a stamp."""


def read(data: bytes, name: str) -> Document:
    """Reads a PDF.

    Raises:
        UnreadableFile: `encrypted`, `damaged`, `too_large`.
    """
    pdf = _open(data, name)
    try:
        count = len(pdf)
        if count == 0:
            raise UnreadableFile("damaged", f"{name or 'PDF'} has no page; publish it again")
        bounds.check("pages of the file", count, bounds.MAX_PAGES)
        return replace(_document(pdf, count), unread_parts=_broken(data))
    finally:
        pdf.close()


def _broken(data: bytes) -> tuple[tuple[str, str], ...]:
    return tuple((f"byte {start}", "damaged_stream") for start in broken_streams(data))


def _open(data: bytes, name: str) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableFile(
                "encrypted", f"{name or 'PDF'} needs a password; publish it without one"
            ) from error
        raise UnreadableFile(
            "damaged", f"{name or 'PDF'}: expected a PDF, found a broken one ({error})"
        ) from error


def _document(pdf: Any, count: int) -> Document:
    import pypdfium2

    pages: list[list[Part]] = []
    unread: list[tuple[int, str]] = []
    cells = 0
    for number in range(1, count + 1):
        try:
            page = pdf[number - 1]
            drawn = load(page)
        except pypdfium2.PdfiumError:
            unread.append((number, "damaged"))
            continue
        page.close()
        found, reason = _page(drawn, number)
        unread += [(number, reason)] if reason else []
        cells += sum(len(block.cells) for block in found if isinstance(block, Grid))
        bounds.check("cells of the file", cells, bounds.MAX_CELLS)
        pages.append(found)
    parts = _joined(pages)
    blocks = tuple(part.paragraph() if isinstance(part, lines.Flow) else part for part in parts)
    return Document("pdf", blocks, n_pages=count, unread_pages=tuple(unread))


def _page(page: Page, number: int) -> tuple[list[Part], str | None]:
    """The blocks of a page, and why it could not be read, if so."""
    reason = _unreadable(page)
    if reason in {"no_text_layer", "broken_text"}:
        return [], reason
    try:
        tables = _tables(page)
    except TooManyRulesError:
        tables, reason = [], "too_many_rules"
    rest, filled = place_runs(page.runs, tables)
    grids = [_grid(table, runs, page, number) for table, runs in zip(tables, filled, strict=True)]
    return _in_order(rest, tables, grids, page, number), reason


def _unreadable(page: Page) -> str | None:
    """Why the text of a page cannot be used."""
    text = lines.whole("".join(run.text for run in page.runs))
    pictured = page.image_share > 0.4 or page.outlines > 2_000
    if len(text) < _FEW and pictured:
        return "no_text_layer"
    if page.invisible and page.image_share > 0.4:
        return "no_text_layer"
    if len(text) >= _FEW and plausible_share(text) < _SURE:
        return "broken_text"
    return "lost_text" if page.lost else None


def _tables(page: Page) -> list[Lattice]:
    """Tables by drawn rules; where these make none, by the edges of painted areas too."""
    strong = lattices(page.horizontal, page.vertical)
    fills = [box for box in page.fills if not any(table.covers(*box) for table in strong)]
    if not fills:
        return strong
    horizontal = [(y, box.x0, box.x1) for box in fills for y in (box.y0, box.y1)]
    vertical = [(x, box.y0, box.y1) for box in fills for x in (box.x0, box.x1)]
    return lattices(page.horizontal + horizontal, page.vertical + vertical)


def _grid(table: Lattice, runs: dict[int, list[Run]], page: Page, number: int) -> Grid:
    cells = []
    for index, (span, box) in enumerate(zip(table.spans, _boxes(table, page), strict=True)):
        top, left, bottom, right = span
        text = lines.cell_text(runs[index]) if index in runs else ""
        place = Place(number, None, None, top + 1, left + 1, box)
        cells.append(Cell(top, left, text, bottom - top + 1, right - left + 1, place))
    box = page.shown(*table.bounds)
    return Grid(tuple(cells), len(table.ys) - 1, len(table.xs) - 1, Place(page=number, box=box))


def _boxes(table: Lattice, page: Page) -> list[Box]:
    """The boxes of a table's cells as shown; on an upright page each rule is rounded once."""
    if page.turn:
        return [page.shown(*table.box(cell)) for cell in range(len(table.spans))]
    xs, ys = ([round(rule, 1) for rule in rules] for rules in (table.xs, table.ys))
    return [
        Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1])
        for top, left, bottom, right in table.spans
    ]


def _in_order(
    rest: list[Run], tables: list[Lattice], grids: list[Grid], page: Page, number: int
) -> list[Part]:
    """Paragraphs and tables from top to bottom; a table parts the text above it from that below."""
    found = lines.lines(rest)
    body = [line for line in found if not lines.is_folio(line.text)]
    left = min((line.x0 for line in body), default=0.0)
    right = max((line.x1 for line in body), default=0.0)
    if right < 0.75 * page.width:
        right = page.width - left
    parts: dict[int, list[lines.Line]] = defaultdict(list)
    for line in found:
        parts[sum(table.ys[0] < line.y0 + line.height / 2 for table in tables)].append(line)
    out: list[Part] = []
    for index in range(len(grids) + 1):
        out += [grids[index - 1]] if index else []
        out += _text(parts[index], page, number, left, right)
    return out


def _text(
    found: list[lines.Line], page: Page, number: int, left: float, right: float
) -> list[Part]:
    """Lines as paragraphs, but for those that make a table without rules."""
    out: list[Part] = []
    start = 0
    for first, last, grid in words.tables(found, page, number):
        out += lines.flows(found[start:first], page, number, left, right)
        out.append(grid)
        start = last + 1
    return out + lines.flows(found[start:], page, number, left, right)


def _joined(pages: list[list[Part]]) -> list[Part]:
    """All pages one after the other, sentences that run over a page's edge made whole."""
    outer = (
        (part.number, part.text, part.box[1])
        for found in pages
        for part in (*found[:_OUTER], *found[-_OUTER:])
        if isinstance(part, lines.Flow)
    )
    of_pages = running(outer)
    parts: list[Part] = []
    for found in pages:
        _append(parts, found, of_pages)
    return parts


def _append(parts: list[Part], found: list[Part], of_pages: set[str]) -> None:
    """Adds a page; a sentence that runs over the page break is made whole, on its first page."""
    last = next((part for part in reversed(parts) if not _of_page(part, of_pages)), None)
    first = next((part for part in found if not _of_page(part, of_pages)), None)
    if (
        isinstance(last, lines.Flow)
        and isinstance(first, lines.Flow)
        and lines.is_open(last.text)
        and last.continues(first.first)
    ):
        last.add(first.text, first.last)
        last.right = first.right
        found = [part for part in found if part is not first]
    parts += found


def _of_page(part: Part, of_pages: set[str]) -> bool:
    """Whether a part belongs to the page and not to the text: its number, a running head."""
    return isinstance(part, lines.Flow) and (
        lines.is_folio(part.text) or masked(part.text) in of_pages
    )
