"""The two real filings: what was worked out by hand for the one, no failure on the other."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from pathlib import Path

import duckdb
import pytest
from raw_rows import load

from ingest.parse import parse
from ingest.records import ParsedFiling, Source
from orchestration.compile_audit import SCRIPT

SHARED = Path(__file__).parents[3] / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real filings are not here")

WORDS = {"EXACT": "exact", "VACUOUS": "vacuous", "ROUND": "rounding", "INFO": "soft"}
# The list by hand counts all relations of economic and function codes as one.
ONE_ID = {"B-06-F2": "B-06-F", "B-06-F3": "B-06-F"}


def audited(name: str) -> duckdb.DuckDBPyConnection:
    path = SHARED / "filings" / name
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    filing = parse(Source(path.name, path, digest, len(data), arrival=1))
    assert isinstance(filing, ParsedFiling)
    con = duckdb.connect()
    load(con, [filing])
    con.execute(SCRIPT.read_text("utf-8"))
    return con


def counts(con: duckdb.DuckDBPyConnection) -> Counter[tuple[str, str]]:
    rows = con.execute("select rule_id, verdict from intermediate.int_equation").fetchall()
    return Counter((ONE_ID.get(rule, rule), verdict) for rule, verdict in rows)


def test_the_449_checks_of_the_text_filing() -> None:
    with (SHARED / "domain" / "identities.csv").open(encoding="utf-8", newline="") as file:
        by_hand = Counter((row["id"], WORDS[row["verdict"]]) for row in csv.DictReader(file))
    assert by_hand.total() == 449
    found = counts(audited("xiangyuan-xinfangju-2023.txt"))
    known = {rule for rule, _ in by_hand}
    assert Counter({key: n for key, n in found.items() if key[0] in known}) == by_hand
    assert {verdict for rule, verdict in found if rule not in known} <= {"exact", "vacuous"}


def test_the_pdf_filing_has_no_failure() -> None:
    con = audited("putuo-guiziju-2024.pdf")
    found = counts(con)
    assert {verdict for _, verdict in found} == {"exact", "vacuous", "rounding", "soft"}
    # GH-X1: 210 and 212 of the summaries miss the re-added subtotals by a cent.
    assert con.execute("select regime from intermediate.int_rounding_regime").fetchall() == [
        ("R2",)
    ]
    rounded = con.execute(
        "select rule_id, equation_key, abs(difference_cny) from intermediate.int_equation"
        " where verdict = 'rounding' and rule_id like 'B-%' order by all"
    ).fetchall()
    assert rounded == [
        ("B-01-03L", "income_expenditure_summary|210|amount", 100),
        ("B-01-03L", "income_expenditure_summary|212|amount", 100),
        ("B-04-05L", "appropriation_summary|210|general_budget", 100),
    ]
    # GH-X2, GH-X4: money of earlier years, and project expenditure of 行政运行.
    assert found["B-03-05", "fail"] == 0
    assert found["S-RUN", "soft"] == 1
