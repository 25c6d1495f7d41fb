"""The real filings, where they are at hand: every value that a person typed from their pages."""

import csv
import hashlib
from pathlib import Path

import pytest

from ingest.parse import parse
from ingest.records import ParsedFiling, Source

SHARED = Path(__file__).resolve().parents[3] / "shared" / "filings"


def _parsed(name: str) -> ParsedFiling:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    parsed = parse(source_of(path))
    assert isinstance(parsed, ParsedFiling)
    return parsed


def source_of(path: Path) -> Source:
    """The file where it lies."""
    data = path.read_bytes()
    return Source(path.name, path, hashlib.sha256(data).hexdigest(), len(data), 1)


def test_all_209_values_of_the_text_filing() -> None:
    parsed = _parsed("xiangyuan-xinfangju-2023.txt")
    with (SHARED / "xiangyuan-xinfangju-2023.truth.csv").open(encoding="utf-8") as lines:
        truth = {
            (r["form"], r["row_key"], r["measure"], r["value"], r["unit"], r["line"])
            for r in csv.DictReader(lines)
        }
    got = {
        (i.form, i.row_key, i.measure, str(i.value), i.unit, str(i.line_no))
        for i in parsed.line_items
        if i.value is not None
    }
    assert got == truth
    assert len(truth) == 209
    empty = {t.form for t in parsed.tables if t.status == "empty"}
    assert empty == {"government_fund_by_function", "state_capital_by_function", "three_public"}
    assert [s.code for s in parsed.signals if s.form != "project_evaluation"] == []
    filing = parsed.filing
    assert (filing.region_code, filing.unit, filing.scope, filing.fiscal_year) == (
        "140423", "襄垣县信访局", "unit", 2023
    )  # fmt: skip


def test_all_308_values_of_the_pdf_filing() -> None:
    parsed = _parsed("putuo-guiziju-2024.pdf")
    with (SHARED / "putuo-guiziju-2024.truth.csv").open(encoding="utf-8") as lines:
        truth = {
            (
                r["form"],
                r["row_key"],
                r["measure"],
                r["value"].replace(",", ""),
                r["unit"],
                r["page"],
            )
            for r in csv.DictReader(lines)
        }
    got = {
        (i.form, i.row_key, i.measure, str(i.value), i.unit, str(i.page))
        for i in parsed.line_items
        if i.value is not None
    }
    assert got == truth
    assert len(truth) == 308
    assert [s.code for s in parsed.signals] == []
    filing = parsed.filing
    assert (filing.region_code, filing.department, filing.scope, filing.fiscal_year) == (
        "310107", "上海市普陀区规划和自然资源局", "department", 2024
    )  # fmt: skip
