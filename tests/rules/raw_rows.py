"""Hands parsed filings, or cells typed in a line, to an in-memory database as the schema `raw`.

A cell is `form row[/measure]=text`: `03 208/basic=28.00`, forms by their number of 2023. A text
that ends in 元 puts its whole form into 元; `-` is a blank, `?` a value that could not be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal

import duckdb
import polars as pl

from ingest.records import TABLES, Filing, LineItem, ParsedFiling, Table, schema

FORMS = {
    "01": "income_expenditure_summary",
    "02": "income_by_function",
    "03": "expenditure_by_function",
    "04": "appropriation_summary",
    "05": "general_budget_by_function",
    "06": "basic_expenditure_by_economic",
    "07": "government_fund_by_function",
    "08": "state_capital_by_function",
    "09": "three_public",
    "10": "disclosure_statistics",
}
MEASURES = {"01": "amount", "06": "amount", "09": "final", "10": "value"}
FACTORS = {"元": Decimal(1), "万元": Decimal(10_000)}
CELL = re.compile(r"(?P<form>\d\d) (?P<row>[^/=]+)(?:/(?P<measure>\w+))?=(?P<text>.+)")


@dataclass(frozen=True)
class Typed:
    """A filing typed by hand."""

    filing_id: str
    cells: str
    empty: str = ""
    """Numbers of forms that are printed empty."""
    fiscal_year: int = 2023
    department: str | None = None
    unit: str | None = None
    scope: str | None = "department"
    label: str = ""


def parsed(typed: Typed) -> ParsedFiling:
    """The filing as the reader would hand it on."""
    cells = [match for text in typed.cells.split(";") if (match := CELL.fullmatch(text.strip()))]
    assert len(cells) == len([text for text in typed.cells.split(";") if text.strip()])
    forms = sorted({cell["form"] for cell in cells} | set(typed.empty.split()))
    tables = [_table(typed.filing_id, form, cells) for form in forms]
    items = [_item(typed, cell, tables[forms.index(cell["form"])], n) for n, cell in _count(cells)]
    return ParsedFiling(filing=_filing(typed), tables=tables, line_items=items)


def _count(cells: list[re.Match[str]]) -> Iterable[tuple[int, re.Match[str]]]:
    return enumerate(cells, start=1)


def _filing(typed: Typed) -> Filing:
    values: dict[str, object] = dict.fromkeys([f.name for f in fields(Filing)])
    values |= {f.name: "-" for f in fields(Filing) if f.type == "str"}
    values |= {"n_bytes": 1, "arrival": 1, "region": "1404", "region_code": "140423"}
    values |= {"filing_id": typed.filing_id, "fiscal_year": typed.fiscal_year}
    values |= {"department": typed.department or typed.filing_id, "unit": typed.unit}
    values |= {"scope": typed.scope, "path": typed.filing_id}
    return Filing(**values)  # type: ignore[arg-type]


def _table(filing_id: str, form: str, cells: list[re.Match[str]]) -> Table:
    texts = [cell["text"] for cell in cells if cell["form"] == form]
    decimals = [len(text.rstrip("元辆").partition(".")[2]) for text in texts]
    return Table(
        filing_id=filing_id,
        table_no=list(FORMS).index(form) + 1,
        form=FORMS[form],
        layout="typed",
        title=FORMS[form],
        printed_number=form,
        unit="元" if any(text.endswith("元") for text in texts) else "万元",
        unit_source="head",
        decimals=max(decimals, default=None),
        status="read" if texts else "empty",
        n_rows=1,
        n_cols=1,
        page=None,
        sheet=None,
        line_no=None,
    )


def _item(typed: Typed, cell: re.Match[str], table: Table, number: int) -> LineItem:
    text = cell["text"].rstrip("元辆")
    source = {"-": "blank", "?": "unread"}.get(text, "printed")
    value = Decimal(text) if source == "printed" else None
    unit = "辆" if cell["text"].endswith("辆") else table.unit
    factor = FACTORS.get(unit or "")
    return LineItem(
        filing_id=typed.filing_id,
        form=FORMS[cell["form"]],
        row_key=cell["row"],
        measure=cell["measure"] or MEASURES.get(cell["form"], "total"),
        occurrence=1,
        row_label=typed.label,
        column_label="",
        raw_text=text,
        value=value,
        unit=unit,
        amount_cny=value * factor if value is not None and factor else None,
        value_source=source,
        page=None,
        sheet=None,
        table_no=table.table_no,
        row_no=number,
        col_no=1,
        line_no=None,
        box=None,
    )


def load(con: duckdb.DuckDBPyConnection, filings: Iterable[ParsedFiling]) -> None:
    """Make the schema `raw` of these filings."""
    parsed = list(filings)
    rows = {name: [row for one in parsed for row in one.rows(name)] for name in TABLES}
    con.execute("create schema raw")
    frames = {name: _frame(record, rows[name]) for name, record in TABLES.items()}
    partition = frames["filing"].select("filing_id", "fiscal_year", "region")
    for name, frame in frames.items():
        whole = frame if name == "filing" else frame.join(partition, on="filing_id", how="left")
        con.register("frame", whole)
        con.execute(f"create table raw.{name} as from frame")
        con.unregister("frame")


def _frame(record: type, rows: list[object]) -> pl.DataFrame:
    names = [f.name for f in fields(record)]
    tuples = [[getattr(row, name) for name in names] for row in rows]
    return pl.DataFrame(tuples, schema=schema(record), orient="row")
