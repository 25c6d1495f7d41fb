"""One table of a filing with what it was taken for: its form, its unit, its reading."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.layouts import Form
from ingest.line_items import Reading, read_table
from ingest.match import Match, match
from ingest.nearest import wanted
from ingest.printed import PrintedTable
from ingest.records import Signal
from ingest.signals import signal
from ingest.units import units_of

REPEATED = "repeated"


@dataclass(slots=True)
class Seen:
    """One table of the filing with what it was taken for."""

    table: PrintedTable
    match: Match
    unit: str | None
    unit_source: str | None
    reading: Reading | None = None
    status: str = ""
    is_other_s: bool = False
    """Whether the table is of another filing in the same file."""


def look(tables: list[PrintedTable]) -> list[Seen]:
    """Match every table.

    A known form that names no unit takes that of its siblings, if they agree; one that names
    several has none.
    """
    seen = [Seen(t, match(t), *_own_unit(t)) for t in tables]
    siblings = {s.unit for s in seen if s.unit and s.match.form}
    for s in seen:
        if s.unit_source is None and s.match.form is not None and len(siblings) == 1:
            s.unit, s.unit_source = next(iter(siblings)), "siblings"
    return seen


def _own_unit(table: PrintedTable) -> tuple[str | None, str | None]:
    units = sorted(units_of(table))
    if len(units) > 1:
        return None, "conflict"
    return (units[0], "caption") if units else (None, None)


def read_form(filing_id: str, s: Seen, signals: list[Signal]) -> None:
    """Read a table of a known form and layout; say what is missing of another."""
    form, heads = s.match.form, s.match.heads
    s.status = s.match.status
    if form is None:
        return
    if s.status == "unknown_layout":
        signals.append(_unknown_layout(filing_id, s, form))
    if s.status != "read" or heads is None:
        return
    s.reading = read_table(filing_id, s.table, form, heads, s.unit)
    s.status = "empty" if s.reading.empty else "read"
    if s.unit_source != "caption" and not s.reading.empty:
        signals.append(_unit(filing_id, s, form))


def _unknown_layout(filing_id: str, s: Seen, form: Form) -> Signal:
    missing = s.match.heads.missing if s.match.heads else form.layouts[0].columns
    lacking = ", ".join(wanted(column) for column in missing if column.required)
    return signal(
        filing_id,
        "unknown_layout",
        s.table.place,
        form.form,
        s.table.no,
        found=s.match.title,
        expected=lacking or "columns that are known and apart",
    )


_NO_UNIT = {"siblings": "unit_from_siblings", "conflict": "unit_conflict", None: "unit_missing"}
"""What is said of a unit by where it is from."""


def _unit(filing_id: str, s: Seen, form: Form) -> Signal:
    found = s.unit or ", ".join(sorted(units_of(s.table)))
    code = _NO_UNIT[s.unit_source]
    return signal(filing_id, code, s.table.place, form.form, s.table.no, found=found)
