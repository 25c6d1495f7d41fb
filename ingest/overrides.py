"""`filings.csv`: what a person says of a file, read strictly. It wins over the document.

A wrong cell is an error that names line and column, never a row left out in silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from ingest.records import Override
from ingest.strict_csv import Row, UnusableTable, read_rows

COLUMNS = ("path", *(field.name for field in fields(Override)))
_SCOPES = {"department": "department", "unit": "unit", "部门": "department", "单位": "unit"}


class UnusableOverrides(UnusableTable):
    """`filings.csv` cannot be used. The message names file, line and column."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A row of `filings.csv` whose path is no file of the inbox."""

    path: str
    line: int

    def __str__(self) -> str:
        """As a person reads it."""
        return f"line {self.line}: {self.path}"


@dataclass(frozen=True, slots=True)
class Overrides:
    """The rows by path, and the line that each was read from."""

    rows: Mapping[str, Override]
    lines: Mapping[str, int]

    def by_path(self, paths: Iterable[str]) -> dict[str, Override]:
        """The rows that speak of these paths, keyed as the paths are written there.

        Names are compared in Unicode's composed form: file systems differ in it.
        """
        return {path: self.rows[key] for path in paths if (key := path_key(path)) in self.rows}

    def unmatched(self, paths: Iterable[str]) -> tuple[Unmatched, ...]:
        """The rows that speak of none of these paths."""
        known = {path_key(path) for path in paths}
        return tuple(Unmatched(p, n) for p, n in self.lines.items() if p not in known)


def read_overrides(file: Path) -> Overrides:
    """Read `filings.csv` (UTF-8, with or without BOM, or GB18030); none where there is no file.

    Raises:
        UnusableOverrides: it cannot be decoded, a column is unknown or a cell is wrong.
    """
    rows: dict[str, Override] = {}
    lines: dict[str, int] = {}
    for row in read_rows(file, COLUMNS, ["path"], UnusableOverrides):
        path, override = _read(file, row)
        if path in rows:
            said = f"{path} was already given in line {lines[path]}"
            raise UnusableOverrides.at(file, row.line, "path", said)
        rows[path], lines[path] = override, row.line
    return Overrides(rows, lines)


def _read(file: Path, row: Row) -> tuple[str, Override]:
    said = dict(row.cells)
    path = said.pop("path")
    if not path:
        raise UnusableOverrides.at(file, row.line, "path", "empty")
    values: dict[str, object] = {}
    for column, cell in said.items():
        try:
            values[column] = _READ.get(column, str)(cell) if cell else None
        except ValueError as error:
            raise UnusableOverrides.at(file, row.line, column, str(error)) from error
    return path_key(path), Override(**values)  # type: ignore[arg-type]


def path_key(path: str) -> str:
    """A path as it is compared: composed Unicode, forward slashes, no leading `./`."""
    return unicodedata.normalize("NFC", path.replace("\\", "/").removeprefix("./"))


def _year(cell: str) -> int:
    if not re.fullmatch(r"(19|20)\d\d", cell, re.ASCII):
        raise ValueError(f"{cell!r} is no year of four digits")
    return int(cell)


def _scope(cell: str) -> str:
    if cell not in _SCOPES:
        raise ValueError(f"{cell!r} is none of {', '.join(_SCOPES)}")
    return _SCOPES[cell]


def _region(cell: str) -> str:
    if not re.fullmatch(r"\d{6}(\d{3}){0,2}", cell, re.ASCII):
        raise ValueError(f"{cell!r} is no region code of 6, 9 or 12 digits")
    return cell


def _date(cell: str) -> str:
    try:
        return date.fromisoformat(cell).isoformat()
    except ValueError:
        raise ValueError(f"{cell!r} is no date like 2024-09-30") from None


_READ: dict[str, Callable[[str], object]] = {
    "fiscal_year": _year,
    "scope": _scope,
    "region_code": _region,
    "published_on": _date,
    "withdrawn_on": _date,
}
