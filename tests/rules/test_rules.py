"""Every rule on accounts that hold, that hold within rounding, and that do not."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import duckdb
import pytest
from raw_rows import Typed, load, parsed
from rule_cases import NEVER_ROUNDS, Case, cases

from orchestration.compile_audit import SCRIPT

CASES = cases()


def audited(*filings: Typed) -> duckdb.DuckDBPyConnection:
    """A database of these filings with their audit."""
    con = duckdb.connect()
    load(con, map(parsed, filings))
    con.execute(SCRIPT.read_text("utf-8"))
    return con


@cache
def audited_cases() -> dict[tuple[str, str, str], str]:
    con = audited(*(case.filing for case in CASES))
    rows = con.execute(
        "select rule_id, filing_id, equation_key, verdict from intermediate.int_equation"
    ).fetchall()
    return {(rule, filing, equation): verdict for rule, filing, equation, verdict in rows}


def verdicts(rule: str, *filings: Typed) -> dict[str, tuple[str, str]]:
    """Equation → relation and verdict, of one rule."""
    rows = (
        audited(*filings)
        .execute(
            "select equation_key, relation, verdict from intermediate.int_equation"
            " where rule_id = ?",
            [rule],
        )
        .fetchall()
    )
    return {equation: (relation, verdict) for equation, relation, verdict in rows}


def name(case: Case) -> str:
    return f"{case.rule}-{case.equation}-{case.verdict}-{case.filing.filing_id}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_verdict(case: Case) -> None:
    found = audited_cases()
    assert found[case.rule, case.filing.filing_id, case.equation] == case.verdict, case.filing.cells


def test_every_rule_has_its_three_cases() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        seen[case.rule].add("fail" if case.verdict == "soft" else case.verdict)
    con = audited()
    between_filings = {"Y-OPEN", "U-SUM"}
    equations = "select rule_id from seeds.rules where speaks_of = 'tables' and family <> 'T'"
    for (rule,) in con.execute(equations).fetchall():
        wanted = {"exact", "fail"} if rule in NEVER_ROUNDS else {"exact", "rounding", "fail"}
        assert rule in between_filings or wanted <= seen[rule], rule


# Between filings.

LAST = Typed(
    "last",
    "01 expenditure.closing_balance=3.33; 04 expenditure.closing_balance/government_fund=1.00;"
    " 07 2120801/closing_balance=1.00; 07 2120802/closing_balance=2.00",
    fiscal_year=2022,
    department="甲局",
)


@pytest.mark.parametrize(
    ("opening", "verdict"),
    [("3.33", "exact"), ("33349.00元", "rounding"), ("3.34", "fail"), ("-", "fail")],
)
def test_opening_balance_is_last_years_closing_balance(opening: str, verdict: str) -> None:
    this = Typed("this", f"01 income.opening_balance={opening}", department="甲局")
    found = verdicts("Y-OPEN", LAST, this)
    assert found["income_expenditure_summary|income.opening_balance|amount"] == ("=", verdict)


def test_opening_balance_by_budget_and_code() -> None:
    this = Typed(
        "this",
        "04 income.opening_balance.government_fund=1.50; 07 2120801/opening_balance=1.00",
        department="甲局",
    )
    found = verdicts("Y-OPEN", LAST, this)
    fund = "appropriation_summary|income.opening_balance.government_fund|total"
    code = "government_fund_by_function|{}|opening_balance"
    assert found[fund] == ("=", "fail")
    assert found[code.format("2120801")] == ("=", "exact")
    # A code that is no longer listed opens with nothing.
    assert found[code.format("2120802")] == ("=", "fail")


def test_years_of_two_filers_are_not_compared() -> None:
    this = Typed("this", "01 income.opening_balance=9.99", department="乙局")
    assert verdicts("Y-OPEN", LAST, this) == {}


def unit(filing_id: str, cells: str) -> Typed:
    return Typed(filing_id, cells, department="甲局", unit=filing_id, scope="unit")


def department(cells: str) -> Typed:
    return Typed("whole", cells, department="甲局")


@pytest.mark.parametrize(
    ("total", "relation", "verdict"),
    [("3.33", "=", "exact"), ("3.34", "=", "rounding"), ("3.30", "<=", "fail")],
)
def test_units_within_the_department(total: str, relation: str, verdict: str) -> None:
    units = [unit("u1", "05 total=1.11"), unit("u2", "05 total=2.22")]
    found = verdicts("U-SUM", department(f"05 total={total}"), *units)
    assert found == {"general_budget_by_function|total|total": (relation, verdict)}


def test_a_unit_that_does_not_publish_is_no_contradiction() -> None:
    found = verdicts(
        "U-SUM", department("05 total=9.00; 05 208=9.00"), unit("u1", "05 total=1.00; 05 208=1.00")
    )
    assert set(found.values()) == {("<=", "exact")}


def test_where_the_units_are_complete_every_row_is_equal() -> None:
    found = verdicts(
        "U-SUM",
        department("05 total=3.00; 05 208=2.00; 05 210=1.00"),
        unit("u1", "05 total=3.00; 05 208=3.00"),
    )
    assert found["general_budget_by_function|208|total"] == ("=", "fail")
    assert found["general_budget_by_function|210|total"] == ("=", "fail")
