"""The warehouse of the two real filings gives what is printed in them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from conftest import Query

yuan = Decimal


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("fct_income", yuan("2336700.00")),
        ("fct_expenditure", yuan("2336700.00")),
        ("fct_appropriation_expenditure", yuan("2336700.00")),
        ("fct_basic_expenditure", yuan("1493400.00")),
    ],
)
def test_plain_sum_is_the_published_total(real: Query, fact: str, expected: Decimal) -> None:
    totals = "select sum(amount_cny) from marts.{} where fiscal_year = 2023"
    [(total,)] = real(totals.format(fact))
    # 18 printed leaves of 0.01 万元 may miss their total by 19 * 50 yuan, no more.
    assert abs(total - expected) < 950


def test_one_code_by_nature_with_its_line(real: Query) -> None:
    rows = real(
        "select nature, nature_zh, amount_cny, line_no from marts.fct_expenditure"
        " where function_code = '2010308' and not is_residual"
    )
    assert rows == [("project", "项目支出", yuan("766100.00"), 187)]


def test_income_by_source_of_the_second_filing(real: Query) -> None:
    rows = real(
        "select source, sum(amount_cny) from marts.fct_income where fiscal_year = 2024 group by 1"
    )
    assert rows == [("appropriation", yuan("97465000.00"))]


def test_no_sum_is_missed_by_more_than_rounding(real: Query) -> None:
    # 公用经费 of Putuo takes in class 310; 212 in form 01 and form 03 differ but are two forms.
    assert real("select filing_id, n_residual from audit.filing_quality where n_residual > 0") == []


def test_both_sides_of_the_summaries_reach_the_grand_total(real: Query) -> None:
    rows = real(
        "select fiscal_year, side, sum(amount_cny) from marts.fct_account_line"
        " where form = 'income_expenditure_summary' group by all order by all"
    )
    assert rows == [
        (2023, "expenditure", yuan("2336700.00")),
        (2023, "income", yuan("2336700.00")),
        (2024, "expenditure", yuan("98593800.00")),
        (2024, "income", yuan("98593800.00")),
    ]


def test_three_public_and_statistics(real: Query) -> None:
    assert real(
        "select measure, row_key, amount_cny from marts.fct_three_public where amount_cny > 0"
        " order by measure"
    ) == [("budget", "reception", yuan("28500.00")), ("final", "reception", yuan("3900.00"))]
    assert real(
        "select row_key, value, unit, amount_cny from marts.fct_disclosure_statistic"
        " where statistic_group in ('vehicles', 'procurement') order by row_key"
    ) == [
        ("procurement.goods", yuan("15.880000"), "万元", yuan("158800.00")),
        ("procurement.services", yuan("2.230000"), "万元", yuan("22300.00")),
        ("vehicles.other", yuan("1.000000"), "辆", None),
    ]


def test_all_values_are_published_totals(real: Query) -> None:
    counts = real(
        "select fiscal_year, count(*) from marts.fct_published_total group by 1 order by 1"
    )
    assert counts == [(2023, 209), (2024, 308)]


def test_departments_and_their_kinds(real: Query) -> None:
    assert real(
        "select department_name, department_kind, region_name from marts.dim_department"
        " order by region_code"
    ) == [
        ("襄垣县信访局", "petition", "襄垣县"),
        ("上海市普陀区规划和自然资源局", "natural_resources", "普陀区"),
    ]


def test_input_of_the_analysis(real: Query) -> None:
    assert real(
        "select dimension, code, code_name, code_level, amount_cny from intermediate.int_amount"
        " where fiscal_year = 2023 and dimension <> 'general_budget'"
        " and (dimension in ('fund', 'nature') or code in ('income', 'expenditure', '208',"
        " '2010308', 'office_total', '30201')) order by dimension, code"
    ) == [
        ("economic", "30201", "办公费", "group", yuan("15900.00")),
        ("economic", "office_total", "公用经费合计", "subtotal", yuan("131900.00")),
        ("function", "2010308", "信访事务", "item", yuan("766100.00")),
        ("function", "208", "社会保障和就业支出", "class", yuan("280000.00")),
        ("fund", "general_budget", "一般公共预算财政拨款", "total", yuan("2336700.00")),
        ("nature", "basic", "基本支出", "total", yuan("1493400.00")),
        ("nature", "project", "项目支出", "total", yuan("843300.00")),
        ("total", "expenditure", "本年支出合计", "total", yuan("2336700.00")),
        ("total", "income", "本年收入合计", "total", yuan("2336700.00")),
    ]


def test_facts_are_stored_in_the_order_of_the_release(real: Query) -> None:
    stored = real(
        "select fiscal_year, region_code, department_id, coalesce(function_code, '')"
        " from marts.fct_expenditure"
    )
    assert len(stored) > 30
    assert stored == sorted(stored)
