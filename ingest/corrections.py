"""`corrections.csv`: known misprints put right by a person, read strictly.

Only what the file says is checked here. Whether a correction still speaks of what is printed is a
question to the warehouse (`int_correction` of the dbt project).
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from ingest.overrides import path_key
from ingest.strict_csv import Row, UnusableTable, read_rows

STATUSES = {
    **{status: status for status in ("proposed", "applied", "rejected")},
    "提议": "proposed",
    "采用": "applied",
    "否决": "rejected",
}
"""What `status` may say, in either language. Only `applied` changes a fact."""

BLANK = "blank"
"""How `expects` says that nothing is printed in the cell."""

_ID = re.compile(r"[0-9a-f]{16}")
_COUNT = re.compile(r"[1-9]\d{0,5}", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,16})(\.\d{1,6})?", re.ASCII)


class UnusableCorrections(UnusableTable):
    """`corrections.csv` cannot be used. The message names file, line and column."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of `corrections.csv`, all as text; `line` is where it stands.

    `filing_id` or `path` names the filing, `form`, `row_key`, `measure` and `occurrence` the cell.
    `expects` is the cell's text as printed, `value` the number that should stand there, in the
    cell's unit.
    """

    line: str
    filing_id: str
    path: str
    form: str
    row_key: str
    measure: str
    occurrence: str
    expects: str
    value: str
    reason: str
    evidence: str
    status: str


RECORD = tuple(field.name for field in fields(Correction))
COLUMNS = RECORD[1:]
_MAY_MISS = ("filing_id", "path", "occurrence")
_MUST_SAY = tuple(name for name in COLUMNS if name not in _MAY_MISS)


def read_corrections(file: Path) -> list[Correction]:
    """Read `corrections.csv`, in the order of its lines; none where there is no file.

    Raises:
        UnusableCorrections: it cannot be decoded, a column is unknown or missing, or a cell says
            nothing where it must or what it may not.
    """
    required = [name for name in COLUMNS if name not in _MAY_MISS]
    return [_read(file, row) for row in read_rows(file, COLUMNS, required, UnusableCorrections)]


def as_rows(corrections: list[Correction]) -> list[dict[str, str]]:
    """The corrections as flat records, columns as in `RECORD`."""
    return [dict(zip(RECORD, astuple(one), strict=True)) for one in corrections]


def _read(file: Path, row: Row) -> Correction:
    said = {name: row.cells.get(name, "") for name in COLUMNS}
    for column, why in _wrong(said):
        raise UnusableCorrections.at(file, row.line, column, why)
    said["occurrence"] = said["occurrence"] or "1"
    said["path"] = path_key(said["path"])
    said["status"] = STATUSES[said["status"]]
    return Correction(line=str(row.line), **said)


def _wrong(said: dict[str, str]) -> list[tuple[str, str]]:
    """What is wrong with a row: column and why."""
    wrong = [(name, "empty") for name in _MUST_SAY if not said[name]]
    if not said["filing_id"] and not said["path"]:
        wrong.append(("filing_id", "neither filing_id nor path says which filing"))
    for column, shape, what in (
        ("filing_id", _ID, "no id of 16 hex digits"),
        ("occurrence", _COUNT, "no count from 1"),
        ("value", _NUMBER, "no plain number like 1234.50, of at most 6 decimals"),
    ):
        if said[column] and not shape.fullmatch(said[column]):
            wrong.append((column, f"{said[column]!r} is {what}"))
    if said["status"] and said["status"] not in STATUSES:
        wrong.append(("status", f"{said['status']!r} is none of {', '.join(STATUSES)}"))
    return wrong
