"""Findings on files without a warehouse: the same rules as the nightly build's, in memory.

What the reader signalled and what the rules found become one list of rows with stable keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import polars as pl

from analysis.localise import localise
from ingest.records import TABLES, ParsedFiling, Signal, schema
from warehouse.scratch import run_script

PROJECT = Path(__file__).parents[1] / "dbt_project"
SCRIPT = PROJECT / "compiled" / "audit.sql"
SEVERITIES = ("error", "warn", "info")
_WANTED = {
    "terms": "select * from intermediate.int_term",
    "equations": "select * from intermediate.int_equation",
    "rules": "select * from seeds.rules",
}


def findings(filings: list[ParsedFiling]) -> list[dict[str, Any]]:
    """What the reader and the rules find in these filings, checked against each other too.

    Returns:
        Rows with `file`, `rule_id`, `severity`, `form`, `row_key`, `measure`, `message`,
        `message_zh`, `printed`, `expected`, `difference` (yuan, as text) and `places`, the gravest
        first, in the order of the files.
    """
    made = run_script(raw_tables(filings), SCRIPT.read_text("utf-8"), _WANTED)
    found = localise(made["terms"], made["equations"], made["rules"], _names())
    paths = {p.filing.filing_id: p.filing.path for p in filings}
    rows = [_of_signal(s, p.filing.path) for p in filings for s in p.signals]
    rows += [_of_rule(row, paths) for row in found.iter_rows(named=True)]
    order = {path: n for n, path in enumerate(paths.values())}
    return sorted(rows, key=lambda r: (order[r["file"]], SEVERITIES.index(r["severity"])))


def _names() -> pl.DataFrame:
    """What forms and their measures are called: `form`, `measure`, `name_zh`, `name_en`."""
    seeds = PROJECT / "seeds"
    forms = pl.read_csv(seeds / "forms.csv").select(
        "form", pl.lit(None, pl.String).alias("measure"), name_zh="title_zh", name_en="title_en"
    )
    measures = pl.read_csv(seeds / "measures.csv").select(
        "form", "measure", name_zh="label_zh", name_en="label_en"
    )
    return pl.concat([forms, measures.unique(["form", "measure"], keep="first")])


def raw_tables(filings: Iterable[ParsedFiling]) -> dict[str, pl.DataFrame]:
    """The raw tables, each row with the year and region of its filing, as the lake has them."""
    parsed = list(filings)
    frames = {}
    for table, record in TABLES.items():
        columns = {**schema(record), "fiscal_year": pl.Int64(), "region": pl.String()}
        rows = [
            {"fiscal_year": p.filing.fiscal_year, "region": p.filing.region, **asdict(row)}
            for p in parsed
            for row in p.rows(table)
        ]
        frames[table] = pl.DataFrame(rows, schema=columns, orient="row")
    return frames


def _of_signal(said: Signal, path: str) -> dict[str, Any]:
    place = {
        "role": "signalled",
        **{k: getattr(said, k) for k in ("page", "sheet", "table_no", "row_no", "col_no")},
        "line_no": said.line_no,
    }
    return {
        "file": path,
        "rule_id": said.code,
        "severity": said.severity,
        "form": said.form,
        "row_key": said.row_key,
        "measure": said.measure,
        "message": said.message_en,
        "message_zh": said.message_zh,
        "printed": said.raw_text,
        "expected": said.expected,
        "difference": None,
        "places": [place],
    }


def _of_rule(row: dict[str, Any], paths: dict[str, str]) -> dict[str, Any]:
    return {
        "file": paths[row["filing_id"]],
        **{k: row[k] for k in ("rule_id", "severity", "form", "row_key", "measure")},
        "message": row["message_en"],
        "message_zh": row["message_zh"],
        "printed": row["printed"],
        "expected": _text(row["expected_cny"]),
        "difference": _text(row["difference_cny"]),
        "places": row["places"],
    }


def _text(amount: object) -> str | None:
    return None if amount is None else str(amount)
