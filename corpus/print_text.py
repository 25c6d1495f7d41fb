"""Prints a filing as text with tab-separated tables, as it comes out of a converted document.

Every paragraph and caption stands on a line of its own with a blank line after it; a position
that a merged cell covers is blank; a line break inside a cell becomes a space.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.layout import Layout
from corpus.publication import Publication
from corpus.table import FormTable, Printed, Row, figures_in, pages


def _line(cells: Row) -> str:
    return "\t".join("" if cell is None else cell.text.replace("\n", " ") for cell in cells)


class _Page:
    """The lines so far, and the figures on them."""

    def __init__(self) -> None:
        self.lines: list[str] = ["", ""]
        self.printed: list[Printed] = []
        self.n_tables = 0

    def paragraph(self, text: str) -> None:
        self.lines += [text, ""]

    def table(self, table: FormTable, layout: Layout) -> None:
        self.n_tables += 1
        for caption in (table.title, *table.captions):
            self.paragraph(caption)
        line_of: dict[int, int] = {}
        for page in pages(table, layout.page_break_after, repeat_heads=layout.repeat_heads):
            heads = range(1, len(page.head) + 1)
            rows = range(page.first + 1, page.first + 1 + len(page.body))
            for row_no, cells in zip((*heads, *rows), page.head + page.body, strict=True):
                self.lines.append(_line(cells))
                line_of[row_no] = len(self.lines)
            self.lines.append("")
        for note in table.notes:
            self.paragraph(note)
        self.printed += [
            replace(figure, line_no=line_of[figure.row_no])
            for figure in figures_in(table, self.n_tables)
        ]


def print_text(publication: Publication, encoding: str = "utf-8") -> tuple[bytes, list[Printed]]:
    """The file's bytes and every figure in it, in reading order.

    Args:
        publication: The filing.
        encoding: Of the bytes: `utf-8`, `gb18030`, `utf-16`.
    """
    page = _Page()
    for text in publication.cover:
        page.paragraph(text)
    for block in publication.blocks:
        if isinstance(block, FormTable):
            page.table(block, publication.layout)
        else:
            page.paragraph(block)
    return "\n".join(page.lines).encode(encoding), page.printed
