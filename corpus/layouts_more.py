"""More layouts in use: the years before FY2020, provinces with tables of their own, hard shapes."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.layout import FORMS, Layout
from corpus.money import Unit

SUMMARY, INCOME, SPENDING, APPROPRIATION, GENERAL, ECONOMIC, FUND, STATE, PUBLIC, STATISTICS = FORMS
BY_FUNCTION = frozenset({INCOME, SPENDING, GENERAL, FUND, STATE})
EARLIER = {
    ECONOMIC: "一般公共预算财政拨款基本支出决算表",
    PUBLIC: "一般公共预算财政拨款“三公”经费支出决算表",
}

MORE_LAYOUTS: Mapping[str, Layout] = {
    # Until FY2018: 23 classes, appropriations as one line, 05 with income, no state capital.
    "national-2018": Layout(
        order=(*FORMS[:6], PUBLIC, FUND),
        titles={**EARLIER, GENERAL: "一般公共预算财政拨款收入支出决算表"},
        number="财决公开{:02d}表",
        combined_appropriation=True,
        with_income=frozenset({GENERAL}),
        zero="0",
        negative="brackets",
    ),
    # FY2019, 陕西, 湖北: 24 classes, eight forms, the total row last.
    "national-2019": Layout(
        order=(*FORMS[:6], PUBLIC, FUND),
        titles={**EARLIER, INCOME: "收入决算总表", SPENDING: "支出决算总表"},
        number="(表{})",
        total_last=BY_FUNCTION,
        negative="brackets",
        thousands=True,
        column_numbers=False,
        zero="——",
    ),
    # 四川: thirteen tables after the text, two of them for state capital.
    "sichuan": Layout(
        order=(
            *FORMS[:4],
            "general_budget_detail",
            GENERAL,
            ECONOMIC,
            "project_expenditure",
            FUND,
            "fund_three_public",
            STATE,
            "state_capital_spending",
            PUBLIC,
        ),
        titles={ECONOMIC: EARLIER[ECONOMIC], STATE: "国有资本经营预算财政拨款收入支出决算表"},
        number="附表{}",
        tables="last",
        with_income=frozenset({STATE}),
        code_cells=3,
        three_public="pairs",
        economic_groups=3,
        short_class_names=False,
    ),
    # 北京: the tables before all text; the general budget with income and without.
    "beijing": Layout(
        order=(
            *FORMS[:4],
            GENERAL,
            "general_budget_spending",
            ECONOMIC,
            FUND,
            STATE,
            PUBLIC,
            "running_information",
            "state_assets",
        ),
        titles={
            ECONOMIC: EARLIER[ECONOMIC],
            GENERAL: "一般公共预算财政拨款收入支出决算表",
            "state_assets": "政府采购情况表",
        },
        tables="first",
        with_income=frozenset({GENERAL}),
        economic_groups=2,
        thousands=True,
        full_width=True,
        number="表{}",
    ),
    # 天津, 浙江苍南: income and expenditure by function and by unit.
    "tianjin": Layout(
        order=(
            SUMMARY,
            INCOME,
            "income_by_unit",
            SPENDING,
            "expenditure_by_unit",
            APPROPRIATION,
            GENERAL,
            ECONOMIC,
            FUND,
            STATE,
            PUBLIC,
            "project_expenditure",
            "running_information",
            "empty_forms",
        ),
        titles={
            **EARLIER,
            INCOME: "收入决算表（按功能分类列示）",
            SPENDING: "支出决算表（按功能分类列示）",
        },
        units={FUND: Unit("元"), PUBLIC: Unit("万元", 4)},
        short_class_names=False,
    ),
    # 西藏: eight forms of other names in another order, 财政拨款 first.
    "xizang": Layout(
        order=(APPROPRIATION, GENERAL, ECONOMIC, PUBLIC, FUND, SUMMARY, INCOME, SPENDING),
        titles={
            APPROPRIATION: "财政拨款收支总表",
            GENERAL: "一般公共预算支出表",
            ECONOMIC: "一般公共预算基本支出表",
            PUBLIC: "一般公共预算“三公”经费支出表",
            FUND: "政府性基金预算支出表",
            SUMMARY: "部门收支总表",
            INCOME: "部门收入总表",
            SPENDING: "部门支出总表",
        },
        number="",
        line_numbers=False,
        column_numbers=False,
        surplus_label="使用非财政拨款结余",
        omitted_classes=frozenset({"231", "232"}),
        unit=Unit("元"),
        zero="0.00",
        short_class_names=False,
    ),
    # Long names in narrow columns: rows higher than their numbers, three rows of heads.
    "tall": Layout(tall_rows=True, label_break="\n", school_fees=True, short_class_names=False),
    # Tables over many pages that repeat their heads, with rows that nobody filled in.
    "paged-heads": Layout(
        page_break_after=12,
        repeat_heads=True,
        empty_rows=3,
        total_last=BY_FUNCTION,
        short_class_names=False,
    ),
}
FISCAL_YEARS: Mapping[str, int] = {"national-2018": 2018, "national-2019": 2019}
"""The year whose forms a layout prints, where it is not one of the last."""
