"""A group of tables as one Excel workbook: contents, columns, and a sheet a table.

Codes stay text; money is a number where Excel keeps all its digits, text where it would not. Every
date in the file is fixed, so that the same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

from warehouse.export.catalogue import Table
from warehouse.export.settings import Group

MOST_ROWS = 1_048_575
"""Rows of a sheet, less its head."""
MOST_CHARACTERS = 32_767
MOST_DIGITS = 15
CUT = "…（过长，全文见 CSV 或 Parquet; cut, see CSV or Parquet）"
_TIME = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDTH = 18
_CONTENTS = ("表 table", "名称 title", "行数 rows", "说明 description", "备注 note")
_COLUMNS = ("表 table", "列 column", "名称 title", "类型 type", "单位 unit", "说明 description")


class Workbook:
    """One workbook; tables are written into it one after the other."""

    def __init__(self, path: Path, group: Group, tables: Sequence[Table], release: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
        self._book.set_properties({"title": f"{group.title} {release}", "created": _TIME})
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._money = self._book.add_format({"num_format": "#,##0.00"})
        self._date = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._sheet: Any = None
        self._row = 0
        self.n_cut = 0
        """Texts that were longer than a cell holds."""
        self._list("目录 contents", _CONTENTS, [_entry(table) for table in tables])
        self._list("字段 columns", _COLUMNS, [row for table in tables for row in _fields(table)])

    def start(self, table: Table) -> None:
        """Begin the sheet of a table that fits into one."""
        self._sheet = self._book.add_worksheet(table.name)
        for number, column in enumerate(table.columns):
            money = self._money if column.name.endswith("_cny") else None
            self._sheet.set_column(number, number, _WIDTH, money)
        heads = [f"{column.title}\n{column.name}" for column in table.columns]
        self._sheet.write_row(0, 0, heads, self._head)
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, table.n_rows, len(heads) - 1)
        self._row = 1

    def write(self, frame: pl.DataFrame) -> None:
        """Append rows to the sheet."""
        for row in frame.iter_rows():
            for column, value in enumerate(row):
                if value is not None:
                    self._put(column, value)
            self._row += 1

    def close(self) -> None:
        """Finish the file."""
        self._book.close()

    def _put(self, column: int, value: object) -> None:
        at = (self._row, column)
        if isinstance(value, bool):
            self._sheet.write_boolean(*at, value)
        elif isinstance(value, int | Decimal) and _too_exact(value):
            self._sheet.write_string(
                *at, f"{value:f}" if isinstance(value, Decimal) else f"{value}"
            )
        elif isinstance(value, int | float | Decimal):
            self._sheet.write_number(*at, value)
        elif isinstance(value, date):
            self._sheet.write_datetime(*at, value, self._date)
        elif isinstance(value, str):
            self._sheet.write_string(*at, self._text(value))
        else:
            raise TypeError(f"{type(value)}: no cell of Excel is known for it")

    def _text(self, value: str) -> str:
        if len(value) > MOST_CHARACTERS:
            self.n_cut += 1
            return value[: MOST_CHARACTERS - len(CUT)] + CUT
        # The library takes a text that looks so for markup of its own.
        return f"{value} " if value.startswith("<r>") and value.endswith("</r>") else value

    def _list(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        sheet = self._book.add_worksheet(name)
        sheet.set_column(0, len(heads) - 1, _WIDTH * 2)
        sheet.write_row(0, 0, heads, self._head)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(number, column, value)
                elif value:
                    sheet.write_string(number, column, str(value))


def fits(table: Table) -> bool:
    """Whether a sheet holds all rows of the table."""
    return table.n_rows <= MOST_ROWS


def does_not_fit(table: Table) -> str:
    """What to say of a table that a sheet does not hold."""
    return (
        f"{table.full_name}: {table.n_rows:,} rows, a sheet holds {MOST_ROWS:,}: not in the "
        "workbook, take CSV or Parquet (超过 Excel 行数上限，未写入工作簿，请用 CSV 或 Parquet)"
    )


def _too_exact(value: int | Decimal) -> bool:
    """Whether Excel, which keeps 15 digits, would change it."""
    return len(f"{value:f}".replace(".", "").strip("-0")) > MOST_DIGITS


def _entry(table: Table) -> tuple[object, ...]:
    note = "" if fits(table) else does_not_fit(table)
    return table.full_name, table.title, table.n_rows, table.description, note


def _fields(table: Table) -> list[tuple[object, ...]]:
    return [
        (table.full_name, c.name, c.title, c.type, c.unit or "", c.description)
        for c in table.columns
    ]
