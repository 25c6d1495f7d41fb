"""Prints a filing as a workbook: a cover sheet, then one sheet a form. The text is left out.

The same filing gives the same bytes: the creation date is fixed.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from corpus.publication import Publication
from corpus.table import Cell, FormTable, Printed, Row, figures_in, pages

CREATED = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
MAX_SHEET_NAME = 31
A4 = 9


def _number_format(value: Decimal, *, thousands: bool) -> str:
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    whole = "#,##0" if thousands else "0"
    return f"{whole}.{'0' * places}" if places else whole


def _widths(table: FormTable) -> list[int]:
    """Widths that show what the columns hold, in characters of a digit's width."""
    widths = [6] * table.width
    for cells in table.rows:
        for col, cell in enumerate(cells):
            if cell is not None and cell.col_span == 1:
                longest = max(cell.text.split("\n"), key=len)
                widths[col] = max(widths[col], 2 + sum(1 if c.isascii() else 2 for c in longest))
    return widths


def _lines(cells: Row) -> int:
    """How many lines the cells of one row need."""
    return max((c.text.count("\n") + 1 for c in cells if c and c.row_span == 1), default=1)


class _Book:
    """A workbook in memory, its formats, and the figures put down so far."""

    def __init__(self, publication: Publication) -> None:
        self.buffer = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.buffer, {"in_memory": True})
        self.book.set_properties({"title": "".join(publication.cover), "created": CREATED})
        self.formats: dict[str, Format] = {}
        self.layout = publication.layout
        self.printed: list[Printed] = []
        self.n_tables = 0

    def format(self, **properties: Any) -> Format:
        """A cell format, made once."""
        key = repr(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(properties)
        return self.formats[key]

    def cover(self, lines: tuple[str, ...]) -> None:
        sheet = self.book.add_worksheet("封面")
        style = self.format(bold=True, font_size=22, align="center")
        for number, line in enumerate(lines):
            sheet.merge_range(4 + 3 * number, 0, 4 + 3 * number, 8, line, style)

    def table(self, table: FormTable) -> None:
        self.n_tables += 1
        sheet = self.book.add_worksheet(self._sheet_name(table.title))
        last = table.width - 1
        sheet.merge_range(0, 0, 0, last, table.title, self.format(bold=True, align="center"))
        for number, caption in enumerate(table.captions, start=1):
            column = 0 if "名称：" in caption else last
            sheet.write_string(number, column, caption)
        row_of = self._rows(sheet, table, 1 + len(table.captions))
        last_row = max(row_of.values())
        for col_no, width in enumerate(_widths(table)):
            sheet.set_column(col_no, col_no, width)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        for number, note in enumerate(table.notes, start=last_row + 1):
            sheet.write_string(number, 0, note)
        self.printed += [
            replace(figure, row_no=row_of[figure.row_no] + 1)
            for figure in figures_in(table, self.n_tables, 0, sheet.get_name())
        ]

    def _rows(self, sheet: Worksheet, table: FormTable, row_no: int) -> dict[int, int]:
        """Head and body from a row of the sheet on; where each row of the table went."""
        row_of: dict[int, int] = {}
        layout = self.layout
        for page in pages(table, layout.page_break_after, repeat_heads=layout.repeat_heads):
            rows = (*range(len(page.head)), *range(page.first, page.first + len(page.body)))
            for number, cells in zip(rows, page.head + page.body, strict=True):
                row_of[number] = row_no
                lines = 3 if layout.tall_rows else _lines(cells)
                if lines > 1:
                    sheet.set_row(row_no, 15 * lines)
                for col_no, cell in enumerate(cells):
                    if cell is not None:
                        self._cell(sheet, row_no, col_no, cell)
                row_no += 1
        return row_of

    def _sheet_name(self, title: str) -> str:
        """The title as far as it goes, numbered where another sheet bears it."""
        used = {sheet.get_name() for sheet in self.book.worksheets()}
        names = (title[: MAX_SHEET_NAME - len(end)] + end for end in ("", *map(str, range(2, 100))))
        return next(name for name in names if name not in used)

    def _cell(self, sheet: Worksheet, row: int, col: int, cell: Cell) -> None:
        looks: dict[str, Any] = {"border": 1}
        if "\n" in cell.text:
            looks["text_wrap"] = True
        if self.layout.tall_rows:
            looks["valign"] = "vcenter" if cell.key is None else "top"
        style = self.format(**looks)
        if cell.row_span > 1 or cell.col_span > 1:
            last_row, last_col = row + cell.row_span - 1, col + cell.col_span - 1
            sheet.merge_range(row, col, last_row, last_col, "", style)
        if cell.value is not None and cell.text.isascii() and not cell.text.startswith("("):
            shown = _number_format(cell.value, thousands=self.layout.thousands)
            number = self.format(**looks, num_format=shown)
            sheet.write_number(row, col, float(cell.stored or cell.value), number)
        elif cell.is_code and self.layout.codes_as_numbers:
            sheet.write_number(row, col, int(cell.text), style)
        elif cell.text:
            sheet.write_string(row, col, cell.text, style)
        else:
            sheet.write_blank(row, col, None, style)

    def close(self) -> bytes:
        self.book.close()
        return self.buffer.getvalue()


def print_xlsx(publication: Publication) -> tuple[bytes, list[Printed]]:
    """The file's bytes and every figure in it, in reading order."""
    book = _Book(publication)
    book.cover(publication.cover)
    for table in publication.tables:
        book.table(table)
    return book.close(), book.printed
