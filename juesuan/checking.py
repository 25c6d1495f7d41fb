"""Findings on files without a warehouse: the same rules as the nightly build's, in memory.

What the reader signalled and what the rules found become one list of rows with stable keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from analysis.localise import localise
from ingest.records import TABLES, ParsedFiling, Signal, schema
from warehouse.lake import frame
from warehouse.scratch import run_script

SCRIPT = Path(__file__).parents[1] / "dbt_project" / "compiled" / "audit.sql"
SEVERITIES = ("error", "warn", "info")
_WANTED = {
    "terms": "select * from intermediate.int_term",
    "equations": "select * from intermediate.int_equation",
    "rules": "select * from seeds.rules",
    "names": "select * from intermediate.int_name",
    "statements": """
        select *, raw_text as printed, null as cause, null as difference, null as printed_cny,
            null as expected_cny, null as difference_cny, null as proposal_cny
        from intermediate.int_finding_statement
    """,
    "superseded": "select filing_id, superseded_by from staging.stg_filing where not is_current",
    "unlinked": "select filing_id from staging.stg_filing where not is_identified",
}
_TARGET = ("form", "row_key", "measure")
_WHERE = ("page", "sheet", "table_no", "row_no", "col_no", "line_no")
_CNY = ("printed_cny", "expected_cny", "difference_cny", "proposal_cny")

Row = dict[str, Any]


def findings(filings: Mapping[str, ParsedFiling]) -> tuple[list[Row], list[Row]]:
    """What the reader and the rules find in these filings, checked against each other too.

    Args:
        filings: the file as it was named → what was read in it.

    Returns:
        The findings and the registry of rules. A finding has `file`, `finding_id`, `rule_id`,
        `severity`, `cause`, `form`, `row_key`, `measure`, `message`, `message_zh`; `printed`,
        `expected` and `difference` as its table would print them, in `unit`; the same in yuan as
        `*_cny`, all as text; and `places`, the one to look at first. The gravest come first, in
        the order of the files.
    """
    script = SCRIPT.read_text("utf-8")
    raw = raw_tables(filings.values(), [t for t in TABLES if f'"raw"."{t}"' in script])
    made = run_script(raw, script, _WANTED)
    found = localise(made["terms"], made["equations"], made["rules"], made["names"])
    files = {p.filing.filing_id: file for file, p in filings.items()}
    rows = [_of_signal(s, file) for file, p in filings.items() for s in p.signals]
    for told in (found, made["statements"]):
        rows += [_of_rule(row, files) for row in told.iter_rows(named=True)]
    rows += [_not_checked(files[a], files[b]) for a, b in made["superseded"].iter_rows()]
    if len(filings) > 1:
        rows += [_not_linked(files[one]) for (one,) in made["unlinked"].iter_rows()]
    order = {file: n for n, file in enumerate(filings)}
    rows.sort(key=lambda r: (order[r["file"]], SEVERITIES.index(r["severity"])))
    return rows, made["rules"].to_dicts()


def raw_tables(
    filings: Iterable[ParsedFiling], tables: Iterable[str] = TABLES
) -> dict[str, pl.DataFrame]:
    """The raw tables, each row with the year and region of its filing, as the lake has them."""
    parsed = list(filings)
    return {
        table: pl.concat(
            [
                pl.DataFrame(schema={**columns, "fiscal_year": pl.Int64(), "region": pl.String()}),
                *(_with_partition(frame(p.rows(table), columns), p) for p in parsed),
            ]
        )
        for table in tables
        for columns in [schema(TABLES[table])]
    }


def _with_partition(rows: pl.DataFrame, parsed: ParsedFiling) -> pl.DataFrame:
    filing = parsed.filing
    return rows.with_columns(
        fiscal_year=pl.lit(filing.fiscal_year, pl.Int64), region=pl.lit(filing.region, pl.String)
    )


def _of_signal(said: Signal, file: str) -> Row:
    place = {
        "role": "named",
        "file": file,
        **{k: getattr(said, k) for k in _TARGET},
        "row_label": None,
        "printed": said.raw_text,
        "printed_cny": None,
        "proposal_cny": None,
        **{k: getattr(said, k) for k in _WHERE},
    }
    located = any(place[k] is not None for k in _WHERE)
    return {
        **_row(file, said.code, said.severity, said.message_en, said.message_zh),
        **{k: getattr(said, k) for k in _TARGET},
        "printed": said.raw_text,
        "expected": said.expected,
        "places": [place] if located else [],
    }


def _of_rule(found: Mapping[str, Any], files: Mapping[str, str]) -> Row:
    said = (found[k] for k in ("rule_id", "severity", "message_en", "message_zh"))
    return {
        **_row(files[found["filing_id"]], *said),
        **{k: found[k] for k in ("finding_id", "cause", *_TARGET)},
        **{k: found[k] for k in ("printed", "expected", "difference", "unit")},
        **{k: _text(found[k]) for k in _CNY},
        "places": [_place(place, files) for place in found["places"]],
    }


def _place(place: Mapping[str, Any], files: Mapping[str, str]) -> Row:
    return {
        "role": place["role"],
        "file": files[place["filing_id"]],
        **{k: place[k] for k in (*_TARGET, "row_label", "printed")},
        **{k: _text(place[k]) for k in ("printed_cny", "proposal_cny")},
        **{k: place[k] for k in _WHERE},
    }


def _not_checked(earlier: str, later: str) -> Row:
    """Of two versions of one filing the later is checked: the other must not pass for clean."""
    return _row(
        earlier,
        "superseded",
        "warn",
        f"Not checked: {later} is another version of the same filing. Check this one alone.",
        f"未检查：{later} 是同一公开文件的另一版本。请单独检查本文件。",
    )


def _not_linked(file: str) -> Row:
    """Several files are given to be held against each other: the one that is not must say so."""
    return _row(
        file,
        "not_compared",
        "info",
        "Not compared with the other files: its region or its filer is not known. "
        "A filings.csv beside it can say so.",
        "未与其他文件相互核对：无法确定其行政区划或公开主体，可在同目录的 filings.csv 中注明。",
    )


def _row(file: str, rule_id: str, severity: str, message_en: str, message_zh: str) -> Row:
    """A finding with every key, nothing known yet but who says what."""
    return {
        "file": file,
        "finding_id": None,
        "rule_id": rule_id,
        "severity": severity,
        "cause": None,
        **dict.fromkeys(_TARGET),
        "message": message_en,
        "message_zh": message_zh,
        **dict.fromkeys(("printed", "expected", "difference", "unit", *_CNY)),
        "places": [],
    }


def _text(amount: object) -> str | None:
    return None if amount is None else str(amount)
