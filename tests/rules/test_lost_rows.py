"""Rows that a form by function code lost: told by its own levels, or by another form's codes."""

from __future__ import annotations

import duckdb
from raw_rows import Typed, load, parsed

from orchestration.compile_audit import SCRIPT

FULL = "02 total=5.00; 02 201=5.00; 02 20101=2.00; 02 2010101=2.00; 02 20103=3.00; 02 2010301=3.00"


def verdicts(cells: str, rule: str = "A-02-V") -> dict[str, str]:
    """Equation → verdict of a rule on one typed filing."""
    con = duckdb.connect()
    load(con, [parsed(Typed("x", cells))])
    con.execute(SCRIPT.read_text("utf-8"))
    rows = con.execute(
        "select equation_key, verdict from intermediate.int_equation where rule_id = ?", [rule]
    ).fetchall()
    return {key.removeprefix("income_by_function|"): verdict for key, verdict in rows}


def without(row: str, cells: str = FULL) -> str:
    return "; ".join(c for c in cells.split("; ") if not c.startswith(f"02 {row}="))


def test_with_all_rows_there_is_one_sum_a_row_with_rows_below() -> None:
    assert verdicts(FULL) == {
        "total|total": "exact",
        "201|total": "exact",
        "20101|total": "exact",
        "20103|total": "exact",
    }


def test_a_lost_group_is_a_sum_that_fails() -> None:
    found = verdicts(without("20103"))
    assert found["20103|total"] == "fail"
    assert found["201|total"] == "exact"


def test_a_lost_group_of_nothing_is_no_contradiction() -> None:
    cells = FULL.replace("20103=3.00", "20103=0.00").replace("2010301=3.00", "2010301=0.00")
    cells = cells.replace("total=5.00", "total=2.00").replace("201=5.00", "201=2.00")
    assert verdicts(without("20103", cells))["20103|total"] == "exact"


def test_a_level_that_the_form_does_not_print_is_not_lost() -> None:
    cells = without("20103", without("20101"))
    assert set(verdicts(cells)) == {"total|total", "201|total"}


def test_a_row_without_rows_below_lacks_those_of_another_form() -> None:
    other = "; 03 total=3.00; 03 201=3.00; 03 20103=3.00; 03 2010301=3.00"
    assert verdicts(without("2010301") + other)["20103|total"] == "fail"
    assert "20103|total" not in verdicts(without("2010301"))


def test_the_one_chain_of_a_fund_shows_its_levels_by_the_other_forms() -> None:
    other = "03 total=3.00; 03 212=3.00; 03 21208=3.00; 03 2120804=3.00"
    fund = "; 02 total=3.00; 02 212=3.00; 02 2120804=3.00"
    assert verdicts(other + fund)["21208|total"] == "fail"


def test_the_combined_appropriation_line_of_earlier_years() -> None:
    line = "01 income.appropriation=9.00; 01 income.government_fund=2.00; 01 income.other=1.00"
    cells = f"{line}; 01 income.income_total=10.00; 02 total/appropriation=9.00"
    assert verdicts(cells, "A-01-INC") == {
        "income_expenditure_summary|income.income_total|amount": "exact"
    }
    assert verdicts(cells, "B-01-02F") == {"combined": "exact"}
    wrong = cells.replace("total/appropriation=9.00", "total/appropriation=9.50")
    assert verdicts(wrong, "B-01-02F") == {"combined": "fail"}


def test_what_is_printed_to_the_fen_must_agree_to_the_fen() -> None:
    fen = "02 total=5.01元; 02 201=2.00元; 02 202=3.00元"
    assert verdicts(fen)["total|total"] == "fail"
    wan = fen.replace("元", "")
    assert verdicts(wan)["total|total"] == "rounding"
