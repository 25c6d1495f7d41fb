"""What the warehouse makes of filings that contradict themselves, lack something, or come twice."""

from __future__ import annotations

from decimal import Decimal

from conftest import Query

yuan = Decimal


def expenditure(query: Query, filing: str) -> list[tuple[object, ...]]:
    """The expenditure rows of a filing: code, nature, kind of residual, yuan."""
    sql = (
        "select function_code, nature, residual_of, amount_cny from marts.fct_expenditure"
        " where filing_id = '{}' order by all"
    )
    return query(sql.format(filing * 16))


def test_a_residual_row_fills_up_the_printed_parent(hard: Query) -> None:
    assert expenditure(hard, "1") == [
        ("201", "basic", "rows", yuan("50000.00")),
        ("2010301", "basic", None, yuan("600000.00")),
        ("2010302", "basic", None, yuan("350000.00")),
    ]


def test_a_gap_between_columns_is_one_residual_at_the_lowest_row(hard: Query) -> None:
    assert expenditure(hard, "2") == [
        ("20101", "basic", None, yuan("400000.00")),
        ("20101", "project", None, yuan("200000.00")),
        ("20201", "basic", None, yuan("300000.00")),
        ("20201", "residual", "columns", yuan("100000.00")),
    ]


def test_totals_without_natures_are_kept_as_residual(hard: Query) -> None:
    assert expenditure(hard, "3") == [("20101", "residual", "columns", yuan("90000.00"))]


def test_a_row_printed_twice_counts_twice_and_a_total_once(hard: Query) -> None:
    assert expenditure(hard, "4") == [
        ("20101", "basic", None, yuan("100000.00")),
        ("20101", "basic", None, yuan("200000.00")),
    ]


def test_unknown_codes_are_kept_named_and_signalled(hard: Query) -> None:
    assert hard(
        "select function_name, code_level, parent_code, is_observed from marts.dim_function_code"
        " where function_code = '20177'"
    ) == [("数字城市事务", "group", "201", True)]
    assert hard(
        "select rule_id, severity, row_key from audit.finding where filing_id = repeat('5', 16)"
        " order by rule_id"
    ) == [
        ("A-10-CARS", "error", "vehicles.total"),
        ("unknown_code", "warn", "20177"),
        ("unknown_region", "warn", None),
        ("unknown_unit", "warn", "equipment.over_1m_cny"),
        ("unread_value", "error", None),
    ]


def test_what_has_no_value_is_counted_and_no_zero(hard: Query) -> None:
    assert hard(
        "select n_line_items, n_values, n_unread, n_blank, n_not_applicable, n_error, n_warn"
        " from audit.filing_quality where filing_id = repeat('5', 16)"
    ) == [(10, 7, 1, 1, 1, 2, 3)]
    assert hard("select row_key, raw_text from audit.unread") == [("20178", "8.O0")]
    assert hard("select count(*) from marts.fct_published_total where row_key = '20178'") == [(0,)]


def test_a_sentence_that_no_wording_took_is_listed_with_its_place(hard: Query) -> None:
    assert hard("select filing_id, paragraph_no, sentence, page from audit.unread_sentence") == [
        ("2" * 16, 7, "项目支出的规划服务完成 92.5 万元。", 20)
    ]


def test_counts_must_agree_exactly(hard: Query) -> None:
    assert hard(
        "select row_key, residual_of, value, unit, amount_cny from marts.fct_disclosure_statistic"
        " order by row_key"
    ) == [
        ("vehicles.other", None, yuan("2.000000"), "辆", None),
        ("vehicles.total", "rows", yuan("1.000000"), "辆", None),
    ]


def test_only_the_current_version_reaches_the_facts(hard: Query) -> None:
    assert hard(
        "select filing_id, version_no, is_current, superseded_by from marts.dim_filing"
        " where department = '再版局' order by version_no"
    ) == [("6" * 16, 1, False, "7" * 16), ("7" * 16, 2, True, None)]
    assert expenditure(hard, "6") == []
    assert expenditure(hard, "7") == [(None, "basic", None, yuan("20000.00"))]


def test_two_nameless_filings_are_two_departments(hard: Query) -> None:
    assert hard(
        "select count(distinct department_id), bool_or(is_current), bool_and(is_current)"
        " from marts.dim_filing where department is null"
    ) == [(2, True, True)]
    assert hard(
        "select department_kind, is_identified, count(*) from marts.dim_department"
        " where department_name is null group by all"
    ) == [("unclassified", False, 2)]


def test_random_filings_sum_to_their_printed_totals(hard: Query) -> None:
    # Each sum of n parts is missed by less than (n + 1) * 50 yuan, so all of them together by less
    # than 100 yuan a printed value. The build's own test holds it to the fen, with the gaps.
    rows = hard(
        "select p.filing_id, p.amount_cny, coalesce(f.amount, 0), n from ("
        " select filing_id, any_value(amount_cny) filter (where row_key = 'total' and measure ="
        " 'total' and occurrence = 1) as amount_cny, count(*) as n from marts.fct_published_total"
        " where form = 'expenditure_by_function' and fiscal_year = 2022 group by 1) as p left join"
        " (select filing_id, sum(amount_cny) as amount from marts.fct_expenditure group by 1) as f"
        " on p.filing_id = f.filing_id where p.amount_cny is not null"
    )
    assert len(rows) > 50
    assert [row for row in rows if abs(row[1] - row[2]) >= 100 * row[3]] == []
    assert hard("select count(*) > 100 from marts.fct_expenditure where is_residual") == [(True,)]
