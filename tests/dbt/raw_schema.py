"""Writes a `raw` schema for the dbt project from compact rows, as the warehouse would load it.

A filing is a `RawFiling`; its values are `RawValue`s. What a test does not say gets a plain
default.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl

from ingest.corrections import Correction
from ingest.records import (
    TABLES,
    Filing,
    LineItem,
    ParsedFiling,
    Quarantined,
    Signal,
    Table,
    schema,
)
from ingest.text_records import TextParagraph, UnreadSentence

MONEY = {"元": Decimal(1), "万元": Decimal(10_000)}


@dataclass(frozen=True)
class RawValue:
    """One line item: `text` is what is printed, a number or a blank."""

    form: str
    row_key: str
    measure: str
    text: str
    unit: str = "万元"
    label: str = ""
    occurrence: int = 1
    value_source: str = "printed"
    line: int | None = None
    page: int | None = None


@dataclass(frozen=True)
class RawFiling:
    """One filing with its values and signals."""

    filing_id: str
    values: list[RawValue]
    fiscal_year: int = 2023
    region_code: str | None = "140423"
    department: str | None = "襄垣县信访局"
    unit: str | None = None
    scope: str | None = "department"
    arrival: int = 1
    published_on: str | None = None
    withdrawn_on: str | None = None
    decimals: int = 2
    signals: list[Signal] = field(default_factory=list)
    unread: list[UnreadSentence] = field(default_factory=list)
    path: str | None = None


def truth(path: Path, filing: RawFiling) -> RawFiling:
    """The filing with the values of a truth file."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    values = [
        RawValue(
            form=row["form"],
            row_key=row["row_key"],
            measure=row["measure"],
            text=row["value"],
            unit=row["unit"],
            line=int(row["line"]) if "line" in row else None,
            page=int(row["page"]) if "page" in row else None,
        )
        for row in rows
    ]
    return replace(filing, values=values)


def _filing(raw: RawFiling) -> Filing:
    known = "document"
    return Filing(
        filing_id=raw.filing_id,
        sha256=raw.filing_id * 4,
        path=raw.path or f"{raw.filing_id}.txt",
        format="text",
        n_bytes=1,
        arrival=raw.arrival,
        fiscal_year=raw.fiscal_year,
        region=(raw.region_code or "0000")[:4],
        region_code=raw.region_code,
        region_name=None,
        department=raw.department,
        unit=raw.unit,
        scope=raw.scope,
        title=None,
        fiscal_year_source=known,
        region_source=known,
        department_source=known,
        scope_source=known,
        source_url=None,
        published_on=raw.published_on,
        withdrawn_on=raw.withdrawn_on,
        note=None,
        parser_version="test",
        override_hash="",
    )


def _forms(raw: RawFiling) -> list[str]:
    return sorted({value.form for value in raw.values})


def _paragraph(said: UnreadSentence) -> TextParagraph:
    """The paragraph that holds this sentence alone."""
    where = (said.page, None, said.line_no)
    head = (said.filing_id, said.paragraph_no, "text", None)
    return TextParagraph(*head, said.section, said.sentence, *where)


def _tables(raw: RawFiling) -> Iterable[Table]:
    for number, form in enumerate(_forms(raw), start=1):
        yield Table(
            filing_id=raw.filing_id,
            table_no=number,
            form=form,
            layout="test",
            title=form,
            printed_number=None,
            unit=next(value.unit for value in raw.values if value.form == form),
            unit_source="head",
            decimals=raw.decimals,
            status="read",
            n_rows=1,
            n_cols=1,
            page=None,
            sheet=None,
            line_no=None,
        )


def _item(raw: RawFiling, value: RawValue, row_no: int) -> LineItem:
    number = Decimal(value.text) if value.value_source in ("printed", "repaired") else None
    money = number is not None and value.unit in MONEY
    return LineItem(
        filing_id=raw.filing_id,
        form=value.form,
        row_key=value.row_key,
        measure=value.measure,
        occurrence=value.occurrence,
        row_label=value.label,
        column_label=value.measure,
        raw_text=value.text,
        value=number,
        unit=value.unit,
        amount_cny=number * MONEY[value.unit] if money and number is not None else None,
        value_source=value.value_source,
        page=value.page,
        sheet=None,
        table_no=_forms(raw).index(value.form) + 1,
        row_no=row_no,
        col_no=1,
        line_no=value.line,
        box=None,
    )


def _frame(record: type, rows: Iterable[object]) -> pl.DataFrame:
    names = [f.name for f in fields(record)]
    tuples = [[getattr(row, name) for name in names] for row in rows]
    return pl.DataFrame(tuples, schema=schema(record), orient="row")


def _with_partition(frame: pl.DataFrame, filings: pl.DataFrame) -> pl.DataFrame:
    if "fiscal_year" in frame.columns:
        return frame
    keys = filings.select("filing_id", "fiscal_year", "region")
    return frame.join(keys, on="filing_id", how="left", maintain_order="left")


def write(
    home: Path,
    filings: list[RawFiling],
    quarantined: Iterable[Quarantined] = (),
    corrections: Iterable[Correction] = (),
    parsed: Iterable[ParsedFiling] = (),
) -> None:
    """Writes `<home>/build.duckdb` with the schema `raw` of these filings, typed or parsed."""
    read = list(parsed)
    rows: dict[str, list[object]] = {
        t: [row for one in read for row in one.rows(t)] for t in TABLES
    }
    for raw in filings:
        rows["filing"].append(_filing(raw))
        rows["printed_table"] += _tables(raw)
        rows["line_item"] += [_item(raw, value, n) for n, value in enumerate(raw.values, start=1)]
        rows["signal"] += raw.signals
        rows["unread_sentence"] += raw.unread
        rows["paragraph"] += [_paragraph(sentence) for sentence in raw.unread]
    frames = {name: _frame(record, rows[name]) for name, record in TABLES.items()}
    frames = {name: _with_partition(frame, frames["filing"]) for name, frame in frames.items()}
    frames["quarantine"] = _frame(Quarantined, quarantined)
    frames["correction"] = _frame(Correction, corrections)
    counts = [(name, str(frames[name].height)) for name in TABLES]
    frames["lake_count"] = pl.DataFrame(counts, schema=["table_name", "n_rows"], orient="row")
    home.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(home / "build.duckdb")) as connection:
        connection.execute("create schema if not exists raw")
        for name, frame in frames.items():
            connection.register("frame", frame)
            connection.table("frame").create(f"raw.{name}")
            connection.unregister("frame")
