"""All rows of one filing from its tables: forms read, repeats settled, the rest kept as cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ingest.columns import fit
from ingest.complete import complete
from ingest.document import Document
from ingest.line_items import box_text
from ingest.nearest import nearest
from ingest.printed import PrintedTable
from ingest.records import Filing, GridCell, ParsedFiling, Signal, Table
from ingest.repeats import duplicates, settle_compilation, settle_repeats
from ingest.seen import Seen, read_form
from ingest.signals import signal
from ingest.stitch import follows
from ingest.values import PRINTED, read_value
from ingest.years import conflicts


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
        read_form(filing_id, s, parsed.signals)
        _near_miss(filing_id, s, parsed.signals)
    _cut_off(filing_id, seen, parsed.signals)
    settle_compilation(filing_id, seen, parsed.signals)
    settle_repeats(filing_id, seen, parsed.signals)
    known = [(s.match.form.form, s.table) for s in seen if s.match.form and not s.is_other_s]
    parsed.signals.extend(conflicts(filing, known))
    parsed.signals.extend(complete(filing, {form for form, _ in known}, document))
    for s in seen:
        parsed.tables.append(_table(filing_id, s))
        if s.status in ("read", "empty") and s.reading is not None:
            parsed.line_items.extend(s.reading.items)
            parsed.signals.extend(duplicates(s.reading))
            parsed.signals.extend(s.reading.signals)
        else:
            parsed.cells.extend(_cells(filing_id, s.table))
    return parsed


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
