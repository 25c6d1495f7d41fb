"""What decides a verdict besides the amounts: blanks, gaps, rounding regimes, years, scopes."""

from __future__ import annotations

import pytest
from raw_rows import Typed
from test_rules import audited, verdicts

PROCUREMENT = "disclosure_statistics|procurement.total|value"
COPY = "01 expenditure.expenditure_total=3.34; 01 expenditure.208={}; 03 total=3.34; 03 208={}"


def result(rule: str, *filings: Typed) -> tuple[str, str]:
    row = (
        audited(*filings)
        .execute(
            "select status, reason from audit.rule_result where rule_id = ? and filing_id = ?",
            [rule, filings[0].filing_id],
        )
        .fetchone()
    )
    assert row is not None
    return row[0], row[1]


def test_a_blank_total_over_printed_parts_contradicts_them() -> None:
    filing = Typed("a", "03 208=-; 03 20805=1.00")
    assert verdicts("A-03-V", filing)["expenditure_by_function|208|total"] == ("=", "fail")


def test_a_blank_that_makes_no_difference_is_nothing() -> None:
    filing = Typed("a", "03 208=1.00; 03 20805=1.00; 03 20807=-")
    assert verdicts("A-03-V", filing)["expenditure_by_function|208|total"] == ("=", "exact")


def test_an_unread_value_decides_nothing() -> None:
    filing = Typed("a", "03 208=9.00; 03 20805=1.00; 03 20807=?")
    found = verdicts("A-03-V", filing)
    assert found["expenditure_by_function|208|total"] == ("=", "not_evaluated")
    assert result("A-03-V", filing) == ("not_evaluated", "cell_missing")


def test_a_total_that_the_table_does_not_have_decides_nothing() -> None:
    found = verdicts("A-03-V", Typed("a", "03 208=1.00; 03 210=2.00"))
    assert found["expenditure_by_function|total|total"] == ("=", "not_evaluated")


def test_a_line_that_the_layout_does_not_have_decides_nothing() -> None:
    filing = Typed("a", "01 expenditure.208=1.00; 03 208=1.00; 03 234=2.00")
    found = verdicts("B-01-03L", filing)
    assert found["income_expenditure_summary|234|amount"] == ("=", "not_evaluated")


def test_a_code_that_a_table_does_not_list_is_zero_there() -> None:
    filing = Typed("a", "01 expenditure.208=1.00; 01 expenditure.210=2.00; 03 208=1.00")
    found = verdicts("B-01-03L", filing)
    assert found["income_expenditure_summary|210|amount"] == ("=", "fail")


def test_a_table_printed_empty_says_zero() -> None:
    found = verdicts("B-06-09", Typed("a", "06 30217=0.30", empty="09"))
    assert found["reception"] == ("<=", "fail")


def test_a_code_hangs_below_the_nearest_row_that_is_printed() -> None:
    filing = Typed("a", "03 total=3.00; 03 208=3.00; 03 2080501=1.00; 03 2080505=2.00")
    assert verdicts("A-03-V", filing) == {
        "expenditure_by_function|total|total": ("=", "exact"),
        "expenditure_by_function|208|total": ("=", "exact"),
    }


@pytest.mark.parametrize(("year", "office"), [(2017, "3.00"), (2018, "2.00")])
def test_classes_of_office_expenditure_by_year(year: int, office: str) -> None:
    cells = f"06 office_total={office}; 06 302=2.00; 06 304=1.00"
    found = verdicts("A-06-PUB", Typed("a", cells, fiscal_year=year))
    assert set(found.values()) == {("=", "exact")}


def test_subtotals_that_were_added_again_may_miss_what_was_rounded_once() -> None:
    leaves = "03 20805=1.67; 03 20807=1.67"
    filing = Typed("a", f"{COPY.format('3.33', '3.34')}; {leaves}")
    found = verdicts("B-01-03L", filing)
    assert found["income_expenditure_summary|208|amount"] == ("=", "rounding")


def test_copies_agree_where_a_sum_shows_that_each_cell_was_rounded() -> None:
    leaves = "03 20805=1.67; 03 20807=1.66"
    filing = Typed("a", f"{COPY.format('3.33', '3.34')}; {leaves}")
    found = verdicts("B-01-03L", filing)
    assert found["income_expenditure_summary|208|amount"] == ("=", "fail")


def test_added_subtotals_may_not_miss_by_more_than_their_leaves() -> None:
    leaves = "03 20805=1.67; 03 20807=1.67"
    cells = f"{COPY.format('3.32', '3.34')}; {leaves}; 01 expenditure.210=1.00; 03 210=1.01"
    found = verdicts("B-01-03L", Typed("a", f"{cells}; 03 21004=0.50; 03 21011=0.51"))
    assert found["income_expenditure_summary|208|amount"] == ("=", "fail")
    assert found["income_expenditure_summary|210|amount"] == ("=", "rounding")


ONE_LEAF = (
    "01 expenditure.208=2.00; 03 208=2.00; 03 20805=1.00; 03 20807=1.00; 01 expenditure.210=3.33;"
    " 03 210={total}; 03 210/basic=1.67; 03 210/project=1.67; 03 21011={total};"
    " 03 21011/basic=1.67; 03 21011/project=1.67"
)


@pytest.mark.parametrize(("total", "verdict"), [("3.34", "rounding"), ("3.35", "fail")])
def test_a_total_added_from_its_columns_may_miss_what_was_rounded_once(
    total: str, verdict: str
) -> None:
    found = verdicts("B-01-03L", Typed("a", ONE_LEAF.format(total=total)))
    assert found["income_expenditure_summary|210|amount"] == ("=", verdict)


def test_results_of_a_rule() -> None:
    assert result("B-01-03", Typed("a", "01 expenditure.expenditure_total=1.00")) == (
        "not_evaluated",
        "form_missing",
    )
    assert result("A-10-PROC", Typed("a", "01 income.other=1.00")) == (
        "not_applicable",
        "form_absent",
    )
    assert result("A-08-V", Typed("a", "08 223=1.00", fiscal_year=2018)) == (
        "not_applicable",
        "year",
    )
    assert result("U-SUM", Typed("a", "05 total=1.00", scope="unit")) == ("not_applicable", "scope")
    assert result("U-SUM", Typed("a", "05 total=1.00", scope=None)) == (
        "not_evaluated",
        "scope_unknown",
    )
    assert result("Y-OPEN", Typed("a", "01 income.opening_balance=1.00; 04 income.other=-")) == (
        "not_evaluated",
        "neighbour_missing",
    )
    assert result("S-RUN", Typed("a", "05 total=1.00")) == ("not_applicable", "nothing_printed")


def test_every_rule_has_a_result_on_every_current_filing() -> None:
    con = audited(Typed("a", "03 total=1.00"), Typed("b", ""), Typed("c", "", scope=None))
    counted = con.execute(
        "select count(*), count(distinct (rule_id, filing_id)), count(status)"
        " from audit.rule_result"
    ).fetchone()
    rules = con.execute("select count(*) from marts.dim_rule").fetchone()
    assert rules is not None
    assert counted == (3 * rules[0],) * 3
    passed = con.execute(
        "select count(*) from audit.rule_result where status in ('pass', 'rounding')"
        " and n_equations = 0"
    ).fetchone()
    assert passed == (0,)
