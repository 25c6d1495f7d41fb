"""One file to rows: read, find its tables, its forms, its filer; or say why it cannot land.

Pure in its result: the same bytes, override and parser give the same rows, and bad input is a
`Quarantined`, never an exception.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

from ingest.document import Document, UnreadableFile
from ingest.identity import Identity, identify
from ingest.line_items import Reading, read_table
from ingest.match import Match, match
from ingest.readers import read
from ingest.records import (
    Filing,
    GridCell,
    LineItem,
    Override,
    ParsedFiling,
    Quarantined,
    Signal,
    Source,
    Table,
)
from ingest.signals import signal
from ingest.tables import PrintedTable, printed_tables
from ingest.units import unit_of

UNKNOWN_REGION = "0000"


@dataclass(slots=True)
class _Seen:
    """One table of the filing with what it was taken for."""

    table: PrintedTable
    match: Match
    unit: str | None
    unit_source: str | None
    reading: Reading | None = None
    status: str = ""


def parse(source: Source) -> ParsedFiling | Quarantined:
    """Parse one archived file."""
    try:
        document = read(source.file.read_bytes(), source.path)
    except UnreadableFile as error:
        return _refuse(source, error.reason, str(error), str(error))
    filing_id = source.sha256[:16]
    seen = _look(printed_tables(document))
    identity = identify(filing_id, document, [s.table for s in seen], source.override)
    known = [s for s in seen if s.match.form is not None]
    if not known and identity.title is None:
        return _refuse(
            source,
            "not_a_filing",
            "No title of a final account (…年度部门/单位决算) and no table of a known form in it.",
            "文件中既没有“××年度部门（单位）决算”标题，也没有已知表式的表格。",
        )
    if identity.fiscal_year is None:
        return _refuse(
            source,
            "no_fiscal_year",
            "No fiscal year on its cover or in its tables. Name it in filings.csv (fiscal_year).",
            "封面和各表均未写明年度。可在 filings.csv 中填写 fiscal_year。",
        )
    return _assemble(source, filing_id, document, seen, identity)


@cache
def parser_version() -> str:
    """A digest of the code and data that decide what a file gives: 12 hex digits."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for path in sorted(p for p in root.rglob("*") if p.suffix in (".py", ".yml", ".csv")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def override_hash(override: Override) -> str:
    """A digest of what a person said of the file: 12 hex digits."""
    return hashlib.sha256(repr(sorted(asdict(override).items())).encode()).hexdigest()[:12]


def _refuse(source: Source, reason: str, english: str, chinese: str) -> Quarantined:
    return Quarantined(
        path=source.path,
        sha256=source.sha256,
        reason=reason,
        message_en=english,
        message_zh=chinese,
        parser_version=parser_version(),
        override_hash=override_hash(source.override),
    )


def _look(tables: list[PrintedTable]) -> list[_Seen]:
    """Match every table; a known form without a unit of its own takes its siblings' if they agree."""
    seen = [_Seen(t, match(t), unit_of(t), "caption") for t in tables]
    siblings = {s.unit for s in seen if s.unit and s.match.form}
    for s in seen:
        if s.unit is None:
            agreed = s.match.form is not None and len(siblings) == 1
            s.unit, s.unit_source = (next(iter(siblings)), "siblings") if agreed else (None, None)
    return seen


def _assemble(
    source: Source, filing_id: str, document: Document, seen: list[_Seen], identity: Identity
) -> ParsedFiling:
    parsed = ParsedFiling(_filing(source, filing_id, document, identity))
    parsed.signals.extend(identity.signals)
    for page, reason in document.unread_pages:
        parsed.signals.append(signal(filing_id, "unread_page", found=str(page), expected=reason))
    for s in seen:
        _read(filing_id, s, parsed.signals)
    _settle_repeats(filing_id, seen, parsed.signals)
    for s in seen:
        parsed.tables.append(_table(filing_id, s))
        if s.status in ("read", "empty") and s.reading is not None:
            parsed.line_items.extend(_count(s.reading, parsed.signals))
            parsed.signals.extend(s.reading.signals)
        else:
            parsed.cells.extend(_cells(filing_id, s.table))
    return parsed


def _read(filing_id: str, s: _Seen, signals: list[Signal]) -> None:
    """Read a table of a known form and layout; say what is missing of another."""
    form, heads = s.match.form, s.match.heads
    s.status = s.match.status
    if s.status == "unknown_layout" and form is not None:
        missing = heads.missing if heads else form.layouts[0].columns
        wanted = ", ".join("/".join(c.labels) for c in missing if c.required) or "any known column"
        signals.append(
            signal(
                filing_id,
                "unknown_layout",
                s.table.place,
                form.form,
                s.table.no,
                found=s.match.title,
                expected=wanted,
            )
        )
    if s.status != "read" or form is None or heads is None:
        return
    s.reading = read_table(filing_id, s.table, form, heads, s.unit)
    s.status = "empty" if s.reading.empty else "read"
    if s.unit_source != "caption" and not s.reading.empty:
        code = "unit_from_siblings" if s.unit else "unit_missing"
        signals.append(signal(filing_id, code, s.table.place, form.form, s.table.no, found=s.unit))


def _settle_repeats(filing_id: str, seen: list[_Seen], signals: list[Signal]) -> None:
    """Of a form printed more than once the first with values counts; the others are named."""
    for form in dict.fromkeys(s.reading.form for s in seen if s.reading):
        same = [s for s in seen if s.reading and s.reading.form == form]
        kept = next((s for s in same if s.status == "read"), same[0])
        for s in same:
            if s is kept or s.reading is None or kept.reading is None:
                continue
            s.status = "repeated"
            agree = _values(s.reading) == _values(kept.reading)
            signals.append(
                signal(
                    filing_id,
                    "repeated_form",
                    s.table.place,
                    form,
                    s.table.no,
                    found="agrees" if agree else "differs",
                )
            )


def _values(reading: Reading) -> list[tuple[str, str, object]]:
    return [(i.row_key, i.measure, i.value) for i in reading.items]


def _count(reading: Reading, signals: list[Signal]) -> Iterable[LineItem]:
    """Number the items that share a key, and say which keys are printed more than once."""
    counts: Counter[tuple[str, str]] = Counter()
    told: set[str] = set()
    for item in reading.items:
        counts[item.row_key, item.measure] += 1
        occurrence = counts[item.row_key, item.measure]
        if occurrence > 1 and item.row_key not in told:
            told.add(item.row_key)
            signals.append(_duplicate(item))
        yield replace(item, occurrence=occurrence)


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


def _table(filing_id: str, s: _Seen) -> Table:
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


def _cells(filing_id: str, table: PrintedTable) -> Iterable[GridCell]:
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
                box=",".join(f"{x:.1f}" for x in place.box) if place.box else None,
            )


def _filing(source: Source, filing_id: str, document: Document, who: Identity) -> Filing:
    said = source.override
    return Filing(
        filing_id=filing_id,
        sha256=source.sha256,
        path=source.path,
        format=document.format,
        n_bytes=source.n_bytes,
        arrival=source.arrival,
        fiscal_year=who.fiscal_year or 0,
        region=who.region_code[:4] if who.region_code else UNKNOWN_REGION,
        region_code=who.region_code,
        region_name=who.region_name,
        department=who.department,
        unit=who.unit,
        scope=who.scope,
        title=who.title,
        fiscal_year_source=who.sources["fiscal_year"],
        region_source=who.sources["region"],
        department_source=who.sources["department"],
        scope_source=who.sources["scope"],
        source_url=said.source_url,
        published_on=said.published_on,
        note=said.note,
        parser_version=parser_version(),
        override_hash=override_hash(said),
    )
