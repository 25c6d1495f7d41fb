"""All rows of one filing from its tables: forms read, repeats settled, the rest kept as cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ingest.columns import fit
from ingest.compilation import of_others
from ingest.complete import complete
from ingest.document import Document
from ingest.line_items import Reading, box_text, read_table
from ingest.match import Match, match
from ingest.nearest import nearest, wanted
from ingest.printed import PrintedTable
from ingest.records import Filing, GridCell, LineItem, ParsedFiling, Signal, Table
from ingest.signals import signal
from ingest.stitch import follows
from ingest.units import units_of
from ingest.values import PRINTED, read_value
from ingest.years import conflicts

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


def assemble(filing: Filing, document: Document, seen: list[Seen]) -> ParsedFiling:
    """Read what is known, keep what is not, and number what is printed more than once."""
    parsed = ParsedFiling(filing)
    filing_id = filing.filing_id
    for page, reason in document.unread_pages:
        parsed.signals.append(signal(filing_id, "unread_page", found=str(page), expected=reason))
    for part, reason in document.unread_parts:
        code = "hidden_part" if reason.startswith("hidden_") else "unread_part"
        parsed.signals.append(signal(filing_id, code, found=part, expected=reason))
    for s in seen:
        _read(filing_id, s, parsed.signals)
        _near_miss(filing_id, s, parsed.signals)
    _cut_off(filing_id, seen, parsed.signals)
    _settle_compilation(filing_id, seen, parsed.signals)
    _settle_repeats(filing_id, seen, parsed.signals)
    known = [(s.match.form.form, s.table) for s in seen if s.match.form and not s.is_other_s]
    parsed.signals.extend(conflicts(filing, known))
    parsed.signals.extend(complete(filing, {form for form, _ in known}, document))
    for s in seen:
        parsed.tables.append(_table(filing_id, s))
        if s.status in ("read", "empty") and s.reading is not None:
            parsed.line_items.extend(s.reading.items)
            parsed.signals.extend(_duplicates(s.reading))
            parsed.signals.extend(s.reading.signals)
        else:
            parsed.cells.extend(_cells(filing_id, s.table))
    return parsed


def _read(filing_id: str, s: Seen, signals: list[Signal]) -> None:
    """Read a table of a known form and layout; say what is missing of another."""
    form, heads = s.match.form, s.match.heads
    s.status = s.match.status
    if s.status == "unknown_layout" and form is not None:
        missing = heads.missing if heads else form.layouts[0].columns
        lacking = (
            ", ".join(wanted(c) for c in missing if c.required)
            or "columns that are known and apart"
        )
        signals.append(
            signal(
                filing_id,
                "unknown_layout",
                s.table.place,
                form.form,
                s.table.no,
                found=s.match.title,
                expected=lacking,
            )
        )
    if s.status != "read" or form is None or heads is None:
        return
    s.reading = read_table(filing_id, s.table, form, heads, s.unit)
    s.status = "empty" if s.reading.empty else "read"
    if s.unit_source != "caption" and not s.reading.empty:
        code = {"siblings": "unit_from_siblings", "conflict": "unit_conflict"}.get(
            s.unit_source or "", "unit_missing"
        )
        found = s.unit or ", ".join(sorted(units_of(s.table)))
        signals.append(signal(filing_id, code, s.table.place, form.form, s.table.no, found=found))


def _near_miss(filing_id: str, s: Seen, signals: list[Signal]) -> None:
    """A table under an unknown title with all the heads of a form: a person must look."""
    near = nearest(s.table) if s.status == "unknown_form" else None
    if near is not None and not near.missing:
        said = signal(
            filing_id,
            "near_miss",
            s.table.place,
            near.form.form,
            s.table.no,
            found=s.match.title or "",
            expected=f"{', '.join(near.matched)}; {', '.join(near.unmatched) or '-'}",
        )
        signals.append(said)


def _cut_off(filing_id: str, seen: list[Seen], signals: list[Signal]) -> None:
    """A table without a title may be the rest of a known form above.

    It is where nothing stands between, or where it has the same columns.
    """
    for above, s in pairwise(seen):
        form, captions = above.match.form, s.table.captions
        untitled = s.status == "unknown_form" and s.match.title is None
        if not form or not untitled or not _has_amounts(s.table):
            continue
        if follows(above.table, s.table, captions) or fit(above.table, s.table):
            signals.append(signal(filing_id, "cut_table", s.table.place, form.form, s.table.no))


def _has_amounts(table: PrintedTable) -> bool:
    cells = (cell for row in table.rows for cell in row.filled.values())
    return any(read_value(cell.text).source == PRINTED for cell in cells)


def _settle_compilation(filing_id: str, seen: list[Seen], signals: list[Signal]) -> None:
    """Where a file holds several filings the tables of all but the first are set aside."""
    printed = [(s, s.reading) for s in seen if s.reading]
    others, names = of_others([(s.table, reading) for s, reading in printed])
    for at in others:
        printed[at][0].status, printed[at][0].is_other_s = REPEATED, True
    if others:
        first = printed[others[0]][0].table
        found = "、".join(names) or "-"
        said = str(len(others))
        signals.append(
            signal(
                filing_id, "compilation", first.place, table_no=first.no, found=found, expected=said
            )
        )


def _settle_repeats(filing_id: str, seen: list[Seen], signals: list[Signal]) -> None:
    """Of a form printed more than once the first with values counts; the others are named."""
    for form in dict.fromkeys(s.reading.form for s in seen if s.reading):
        same = [s for s in seen if s.reading and s.reading.form == form and s.status != REPEATED]
        kept = next((s for s in same if s.status == "read"), same[0] if same else None)
        for s in same:
            if s is kept or s.reading is None or kept is None or kept.reading is None:
                continue
            s.status = REPEATED
            signals.append(_repeat(filing_id, s, s.reading, kept.reading))


def _repeat(filing_id: str, s: Seen, again: Reading, kept: Reading) -> Signal:
    """The signal for a second print; one without a row of the first may be the rest of it."""
    if again.keys.isdisjoint(kept.keys) and again.keys and kept.keys:
        return signal(filing_id, "cut_table", s.table.place, again.form, s.table.no)
    found = "agrees" if _agree(again, kept) else "differs"
    return signal(filing_id, "repeated_form", s.table.place, again.form, s.table.no, found=found)


def _agree(one: Reading, other: Reading) -> bool:
    """Whether two prints of a form agree in the measures that both have."""
    shared = {i.measure for i in one.items} & {i.measure for i in other.items}
    return _values(one, shared) == _values(other, shared)


def _values(reading: Reading, measures: set[str]) -> dict[tuple[str, str], list[Decimal]]:
    values: dict[tuple[str, str], list[Decimal]] = {}
    for item in reading.items:
        if item.value is not None and item.measure in measures:
            values.setdefault((item.row_key, item.measure), []).append(item.value)
    return values


def _duplicates(reading: Reading) -> Iterator[Signal]:
    """Say which keys are printed more than once."""
    again: dict[str, LineItem] = {}
    for item in reading.items:
        if item.occurrence > 1:
            again.setdefault(item.row_key, item)
    return map(_duplicate, again.values())


def _duplicate(item: LineItem) -> Signal:
    made = signal(
        item.filing_id,
        "duplicate_key",
        form=item.form,
        table_no=item.table_no,
        row_key=item.row_key,
        found=item.row_key,
    )
    return replace(made, page=item.page, sheet=item.sheet, row_no=item.row_no, line_no=item.line_no)


def _table(filing_id: str, s: Seen) -> Table:
    place = s.table.place
    return Table(
        filing_id=filing_id,
        table_no=s.table.no,
        form=s.match.form.form if s.match.form else None,
        layout=s.match.heads.layout.name if s.match.heads and s.reading else None,
        title=s.match.title,
        printed_number=s.match.printed_number,
        unit=s.unit,
        unit_source=s.unit_source,
        decimals=s.reading.decimals if s.reading else None,
        status=s.status,
        n_rows=len(s.table.rows),
        n_cols=s.table.n_cols,
        page=place.page,
        sheet=place.sheet,
        line_no=place.line,
    )


def _cells(filing_id: str, table: PrintedTable) -> Iterator[GridCell]:
    for number, row in enumerate(table.rows, start=1):
        for col, cell in row.filled.items():
            place = cell.place
            yield GridCell(
                filing_id=filing_id,
                table_no=table.no,
                row_no=number,
                col_no=col + 1,
                row_span=cell.row_span,
                col_span=cell.col_span,
                text=cell.text,
                page=place.page,
                sheet=place.sheet,
                line_no=place.line,
                box=box_text(place),
            )
