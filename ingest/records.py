"""The rows that ingest hands on: one dataclass a lake table, and its polars schema.

`vocabulary.md`'s line item is `LineItem`. Only shapes live here, no reading and no rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from ingest.text_records import (
    NarrativeFact,
    PerformanceIndicator,
    ProjectEvaluation,
    ProjectFunding,
    ProjectText,
    TextParagraph,
    UnreadSentence,
)

AMOUNT = pl.Decimal(20, 2)
VALUE = pl.Decimal(24, 6)


@dataclass(frozen=True, slots=True)
class Override:
    """A row of `filings.csv`: what a person says of a file. It wins over the document."""

    region_code: str | None = None
    department: str | None = None
    unit: str | None = None
    scope: str | None = None
    fiscal_year: int | None = None
    source_url: str | None = None
    published_on: str | None = None
    withdrawn_on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file to parse: its path as it was dropped (posix, relative), its bytes' path on disk.

    `arrival` counts the intakes that brought something new, from 1: it orders versions.
    """

    path: str
    file: Path
    sha256: str
    n_bytes: int
    arrival: int
    override: Override = Override()


@dataclass(frozen=True, slots=True)
class Filing:
    """One filing as it landed: who filed it, for which year, and how that is known.

    `*_source` is `document`, `filings.csv` or `unknown`. `region` is the partition key: the
    first four digits of the region code, `0000` where the region is not known.
    """

    filing_id: str
    sha256: str
    path: str
    format: str
    n_bytes: int
    arrival: int
    fiscal_year: int
    region: str
    region_code: str | None
    region_name: str | None
    department: str | None
    unit: str | None
    scope: str | None
    title: str | None
    fiscal_year_source: str
    region_source: str
    department_source: str
    scope_source: str
    source_url: str | None
    published_on: str | None
    withdrawn_on: str | None
    note: str | None
    parser_version: str
    override_hash: str


@dataclass(frozen=True, slots=True)
class Table:
    """One printed table of a filing, known form or not.

    `status`: `read`, `empty` (a known form printed without a value), `other` (known to be none
    of the forms), `unknown_form`, `unknown_layout` (the title of a known form, columns that no
    description fits), `repeated`.
    `decimals` is the most that a value of the table is printed with, `unit` the table's own.
    """

    filing_id: str
    table_no: int
    form: str | None
    layout: str | None
    title: str | None
    printed_number: str | None
    unit: str | None
    unit_source: str | None
    decimals: int | None
    status: str
    n_rows: int
    n_cols: int
    page: int | None
    sheet: str | None
    line_no: int | None


@dataclass(slots=True)
class LineItem:
    """One printed value (or blank) of a known form, with its place. See the vocabulary.

    `occurrence` counts from 1 where a filing prints the same row key twice in one form.
    Never changed once made; not frozen only because frozen ones take thrice as long to make.
    """

    filing_id: str
    form: str
    row_key: str
    measure: str
    occurrence: int
    row_label: str
    column_label: str
    raw_text: str
    value: Decimal | None
    unit: str | None
    amount_cny: Decimal | None
    value_source: str
    page: int | None
    sheet: str | None
    table_no: int
    row_no: int | None
    col_no: int | None
    line_no: int | None
    box: str | None


@dataclass(frozen=True, slots=True)
class GridCell:
    """One non-blank cell of a table that is no known form, kept as it is."""

    filing_id: str
    table_no: int
    row_no: int
    col_no: int
    row_span: int
    col_span: int
    text: str
    page: int | None
    sheet: str | None
    line_no: int | None
    box: str | None


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that the reader saw and could not use, or used with a doubt. Never dropped.

    `code` is a stable key (`unread_value`, `unknown_label`, `unknown_column`, `unit_missing`,
    `duplicate_key` …), `severity` is `error`, `warn` or `info`.
    """

    filing_id: str
    code: str
    severity: str
    message_en: str
    message_zh: str
    form: str | None = None
    row_key: str | None = None
    measure: str | None = None
    raw_text: str | None = None
    expected: str | None = None
    page: int | None = None
    sheet: str | None = None
    table_no: int | None = None
    row_no: int | None = None
    col_no: int | None = None
    line_no: int | None = None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file that did not land, or landed in another's shadow, and why.

    `reason`: those of `UnreadableFile`, or `not_a_filing`, `budget`, `no_fiscal_year`, `duplicate`,
    `outside_archive`, `unreadable`, `timeout`, `crashed`; the database adds `superseded`.
    """

    path: str
    sha256: str
    reason: str
    message_en: str
    message_zh: str
    parser_version: str
    override_hash: str


@dataclass(frozen=True, slots=True)
class ParsedFiling:
    """All rows of one filing."""

    filing: Filing
    tables: list[Table] = field(default_factory=list)
    line_items: list[LineItem] = field(default_factory=list)
    cells: list[GridCell] = field(default_factory=list)
    signals: list[Signal] = field(default_factory=list)
    paragraphs: list[TextParagraph] = field(default_factory=list)
    facts: list[NarrativeFact] = field(default_factory=list)
    unread_sentences: list[UnreadSentence] = field(default_factory=list)
    projects: list[ProjectEvaluation] = field(default_factory=list)
    fundings: list[ProjectFunding] = field(default_factory=list)
    indicators: list[PerformanceIndicator] = field(default_factory=list)
    project_texts: list[ProjectText] = field(default_factory=list)

    def rows(self, table: str) -> Sequence[Any]:
        """Its rows of a lake table."""
        return [self.filing] if table == "filing" else getattr(self, _LISTS[table])


_POLARS: dict[str, pl.DataType] = {
    "Decimal | None": VALUE,
    "str": pl.String(),
    "str | None": pl.String(),
    "int": pl.Int64(),
    "int | None": pl.Int64(),
}
_NAMED: dict[str, pl.DataType] = {"amount_cny": AMOUNT}


def schema(record: type) -> pl.Schema:
    """The polars schema of a record class, columns in the order of its fields."""
    return pl.Schema({f.name: _NAMED.get(f.name) or _POLARS[str(f.type)] for f in fields(record)})


TABLES: dict[str, type] = {
    "filing": Filing,
    "printed_table": Table,
    "line_item": LineItem,
    "cell": GridCell,
    "signal": Signal,
    "paragraph": TextParagraph,
    "narrative_fact": NarrativeFact,
    "unread_sentence": UnreadSentence,
    "project_evaluation": ProjectEvaluation,
    "project_funding": ProjectFunding,
    "performance_indicator": PerformanceIndicator,
    "project_text": ProjectText,
}
"""Lake table name → record class. Each is partitioned by the filing's fiscal year and region."""

_LISTS = {
    "printed_table": "tables",
    "line_item": "line_items",
    "cell": "cells",
    "signal": "signals",
    "paragraph": "paragraphs",
    "narrative_fact": "facts",
    "unread_sentence": "unread_sentences",
    "project_evaluation": "projects",
    "project_funding": "fundings",
    "performance_indicator": "indicators",
    "project_text": "project_texts",
}
"""Lake table name → the list of `ParsedFiling` that holds its rows."""
