"""The layouts in use, by name: each a set of options seen together in real filings."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.layout import FORMS, Layout
from corpus.layouts_more import MORE_LAYOUTS
from corpus.money import Unit

SUMMARY, INCOME, SPENDING, APPROPRIATION, GENERAL, ECONOMIC, FUND, STATE, PUBLIC, STATISTICS = FORMS
THREE_PUBLIC_EARLIER = (*FORMS[:6], PUBLIC, FUND, STATE)
"""Nine forms, 三公 before the funds: the national order until FY2022."""
UNTIL_2022 = {
    ECONOMIC: "一般公共预算财政拨款基本支出决算表",
    PUBLIC: "一般公共预算财政拨款“三公”经费支出决算表",
}

LAYOUTS: Mapping[str, Layout] = {
    "national": Layout(),
    "national-yuan": Layout(unit=Unit("元"), thousands=True),
    "national-2022": Layout(
        order=(*THREE_PUBLIC_EARLIER, STATISTICS),
        titles=UNTIL_2022,
        short_class_names=False,
    ),
    # As the real filing came out of its pages: a blank line where a page ends inside a table.
    "national-paged": Layout(page_break_after=24, label_break=" "),
    # 上海普陀 FY2024: no numbers of any kind, pairs of 三公, zeros in some forms only.
    "shanghai": Layout(
        cover="{year}年度{scope}决算",
        order=THREE_PUBLIC_EARLIER,
        titles={
            ECONOMIC: "一般公共预算财政拨款基本支出决算表",
            STATE: "国有资本经营预算财政拨款收入支出决算表",
        },
        words={
            "": {"金额": "决算数", "科目代码": "功能分类科目编码"},
            ECONOMIC: {"科目代码": "经济分类科目编码"},
            GENERAL: {"小计": "合计"},
            FUND: {"小计": "合计"},
            STATE: {"小计": "合计"},
        },
        number="",
        captions="unit",
        line_numbers=False,
        column_numbers=False,
        short_class_names=False,
        surplus_label="使用非财政拨款结余",
        omitted_classes=frozenset({"231", "232"}),
        total_last=frozenset({GENERAL}),
        flat=frozenset({GENERAL}),
        with_income=frozenset({STATE}),
        three_public="pairs",
        economic_groups=2,
        label_break="\n",
        zeros={GENERAL: "0.00", ECONOMIC: "0.00", PUBLIC: "0.00"},
    ),
    # 甘肃张家川: 万元 with four decimals, nine forms.
    "gansu": Layout(order=FORMS[:9], unit=Unit("万元", 4), code_cells=3, zero="0.00"),
    # 云南: codes in three cells, 三公 as a list, a form of projects.
    "yunnan": Layout(
        order=(*FORMS[:6], "project_expenditure", FUND, STATE, PUBLIC, "state_assets"),
        titles={PUBLIC: "财政拨款“三公”经费、行政参公单位机关运行经费情况表"},
        words={"": {"科目代码": "支出功能分类科目编码"}, ECONOMIC: {"科目代码": "科目编码"}},
        number="公开{:02d}表",
        code_cells=3,
        three_public="lines",
        economic_groups=3,
        thousands=True,
        zero="0.00",
        short_class_names=False,
    ),
    # 江西: the tenth table is of state assets.
    "jiangxi": Layout(
        order=(*FORMS[:9], "state_assets"),
        titles={ECONOMIC: "一般公共预算财政拨款基本支出决算表"},
        short_class_names=False,
        surplus_label="使用非财政拨款结余（含专用结余）",
        label_break=" ",
    ),
    # 贵州 FY2024: a fifth form of non-fiscal money shifts the numbers of all later ones.
    "guizhou": Layout(
        order=(*FORMS[:4], "non_fiscal_summary", *FORMS[4:9]),
        number="附表{}",
        units={ECONOMIC: Unit("元")},
        zero="——",
        short_class_names=False,
    ),
    # 浙江: tables at the end as 附表; 天津: a page that explains the empty ones.
    "tables-last": Layout(
        order=(*FORMS[:9], "empty_forms"),
        number="表{}",
        tables="last",
        full_width=True,
        short_class_names=False,
    ),
    # A workbook as it leaves the accounting program: codes as numbers, cells unrounded.
    "workbook": Layout(
        short_class_names=False, codes_as_numbers=True, exact_cells=True, thousands=True
    ),
    **MORE_LAYOUTS,
}
