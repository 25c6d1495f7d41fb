"""Tables that a person writes beside the filings, read strictly: every row and cell, or an error.

Which columns there are and what a cell means is said by who calls (`overrides`, `corrections`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

ENCODINGS = ("utf-8-sig", "gb18030")


class UnusableTable(Exception):
    """The table cannot be used. The message names file, line and column."""

    @classmethod
    def at(cls, file: Path, line: int | None, column: str | None, why: str) -> UnusableTable:
        """The error at a place of the file."""
        place = f", line {line}" if line else ""
        if column is not None:
            place += f", column {column}"
        return cls(f"{file}{place}: {why}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line that it ends in, and its cells by column, stripped."""

    line: int
    cells: dict[str, str]


def read_rows(
    file: Path, columns: Collection[str], required: Collection[str], error: type[UnusableTable]
) -> Iterator[Row]:
    """The rows of a CSV (UTF-8, with or without BOM, or GB18030); none where there is no file.

    Args:
        file: the table.
        columns: the names that its head may hold.
        required: those that it must hold.
        error: what is raised.

    Raises:
        UnusableTable: it cannot be decoded, a column is unknown, doubled or missing, or a row has
            more or fewer cells than the head.
    """
    if not file.exists():
        return
    reader = csv.reader(io.StringIO(_text(file, error), newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(file, header, columns, required, error)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                said = f"{len(cells)} cells, the head has {len(header)}"
                raise error.at(file, reader.line_num, None, said)
            stripped = (cell.strip() for cell in cells)
            yield Row(reader.line_num, dict(zip(header, stripped, strict=True)))
    except csv.Error as wrong:
        raise error.at(file, reader.line_num, None, str(wrong)) from wrong


def _text(file: Path, error: type[UnusableTable]) -> str:
    data = file.read_bytes()
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise error.at(file, None, None, "neither UTF-8 nor GB18030")


def _check_header(
    file: Path,
    header: list[str],
    columns: Collection[str],
    required: Collection[str],
    error: type[UnusableTable],
) -> None:
    for name in header:
        if name not in columns:
            known = ", ".join(columns)
            raise error.at(file, 1, name, f"no such column; the columns are {known}")
        if header.count(name) > 1:
            raise error.at(file, 1, name, "given twice")
    for name in required:
        if name not in header:
            raise error.at(file, 1, name, "this column is missing")
