"""Prints a filing as a web page: paragraphs and tables with rowspan and colspan."""

from __future__ import annotations

from html import escape

from corpus.layout import Layout
from corpus.publication import Publication
from corpus.table import Cell, FormTable, Page, Printed, figures_in, pages


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _cell(cell: Cell, *, tall: bool) -> str:
    spans = ((" rowspan", cell.row_span), (" colspan", cell.col_span))
    attributes = "".join(f'{name}="{n}"' for name, n in spans if n > 1)
    if tall:
        at = "middle" if cell.key is None else "top"
        attributes += f' style="height:3em;vertical-align:{at}"'
    return f"<td{attributes}>{_text(cell.text)}</td>"


def _page(page: Page, layout: Layout) -> list[str]:
    rows = [
        "".join(_cell(cell, tall=layout.tall_rows) for cell in cells if cell is not None)
        for cells in page.head + page.body
    ]
    return ['<table border="1">', *(f"<tr>{cells}</tr>" for cells in rows), "</table>"]


def _table(table: FormTable, layout: Layout) -> list[str]:
    parts = pages(table, layout.page_break_after, repeat_heads=layout.repeat_heads)
    return [
        *(f"<p>{_text(text)}</p>" for text in (table.title, *table.captions)),
        *(line for part in parts for line in _page(part, layout)),
        *(f"<p>{_text(note)}</p>" for note in table.notes),
    ]


def print_html(publication: Publication, encoding: str = "utf-8") -> tuple[bytes, list[Printed]]:
    """The page's bytes and every figure in it, in reading order.

    Args:
        publication: The filing.
        encoding: Of the bytes, and declared in the page: `utf-8`, `gb18030`.
    """
    title = _text("".join(publication.cover))
    lines = [
        "<!DOCTYPE html>",
        f'<html><head><meta charset="{encoding}"/><title>{title}</title></head><body>',
        *(f"<h1>{_text(line)}</h1>" for line in publication.cover),
    ]
    for block in publication.blocks:
        if isinstance(block, FormTable):
            lines += _table(block, publication.layout)
        else:
            lines.append(f"<p>{_text(block)}</p>")
    lines.append("</body></html>")
    printed = [
        figure
        for number, table in enumerate(publication.tables, start=1)
        for figure in figures_in(table, number)
    ]
    return "\n".join(lines).encode(encoding), printed
