"""The options in which printed forms differ by place and year; `layouts.py` names sets of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpus.money import Unit

WAN_YUAN = Unit()
FORMS = (
    "income_expenditure_summary",
    "income_by_function",
    "expenditure_by_function",
    "appropriation_summary",
    "general_budget_by_function",
    "basic_expenditure_by_economic",
    "government_fund_by_function",
    "state_capital_by_function",
    "three_public",
    "disclosure_statistics",
)
TITLES: Mapping[str, str] = {
    "income_expenditure_summary": "收入支出决算总表",
    "income_by_function": "收入决算表",
    "expenditure_by_function": "支出决算表",
    "appropriation_summary": "财政拨款收入支出决算总表",
    "general_budget_by_function": "一般公共预算财政拨款支出决算表",
    "basic_expenditure_by_economic": "一般公共预算财政拨款基本支出决算明细表",
    "government_fund_by_function": "政府性基金预算财政拨款收入支出决算表",
    "state_capital_by_function": "国有资本经营预算财政拨款支出决算表",
    "three_public": "财政拨款“三公”经费支出决算表",
    "disclosure_statistics": "部门决算公开相关信息统计表",
    "project_expenditure": "项目支出决算表",
    "state_assets": "国有资产占用情况表",
    "non_fiscal_summary": "非财政拨款收入支出决算总表",
    "empty_forms": "关于空表的说明",
    "income_by_unit": "收入决算表（按单位列示）",
    "expenditure_by_unit": "支出决算表（按单位列示）",
    "general_budget_detail": "一般公共预算财政拨款支出决算明细表",
    "general_budget_spending": "一般公共预算财政拨款支出决算表",
    "state_capital_spending": "国有资本经营预算财政拨款支出决算表",
    "fund_three_public": "政府性基金预算财政拨款“三公”经费支出决算表",
    "running_information": "机构运行信息表",
}
Zero = Literal["", "0", "0.00", "——"]
"""What is printed for zero: nothing, `0`, zero with the decimals of the unit, `——`."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to print the forms. The defaults are the national layout of FY2023."""

    cover: str = "{year}年度{scope}决算公开"
    order: tuple[str, ...] = FORMS
    """The tables in order: forms, and provincial tables that are none of them."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles that differ from the national ones."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Labels that differ: form (empty for all) → national label → label of this layout."""
    number: str = "公开{:02d}表"
    """The printed number, by position; empty where none is printed."""
    captions: Literal["full", "unit"] = "full"
    """Whether tables say who and which year, or their unit alone."""
    tables: Literal["first", "middle", "last"] = "middle"
    """Where the tables stand: before all text, after the overview, after all text."""
    unit: Unit = WAN_YUAN
    units: Mapping[str, Unit] = field(default_factory=dict)
    """Forms that have a unit of their own."""
    line_numbers: bool = True
    """行次"""
    column_numbers: bool = True
    """栏次"""
    short_class_names: bool = True
    """Whether 04 leaves 等 out of some class names, as the real filing does."""
    surplus_label: str | None = None
    """The label of the line of surplus used, where it is not that of the year."""
    omitted_classes: frozenset[str] = frozenset()
    code_cells: Literal[1, 3] = 1
    """A function code in one cell, or in one each for 类, 款 and 项."""
    total_last: frozenset[str] = frozenset()
    """Forms by function whose total row stands at the end."""
    flat: frozenset[str] = frozenset()
    """Forms by function that print no common head 本年支出."""
    with_income: frozenset[str] = frozenset()
    """Of the forms 05 and 08, those that are 收入支出, with balances and income like 07."""
    combined_appropriation: bool = False
    """Whether 01 has one line 财政拨款收入 with 其中：政府性基金, as until FY2018."""
    school_fees: bool = False
    """Whether 02 prints a column 其中：教育收费 under 事业收入, in three rows of heads."""
    three_public: Literal["halves", "pairs", "lines"] = "halves"
    economic_groups: Literal[2, 3, 4] = 4
    label_break: str = ""
    """Put into long labels where a narrow column breaks them: a space, a line break."""
    zero: Zero = ""
    zeros: Mapping[str, Zero] = field(default_factory=dict)
    """Forms that print zero in another way."""
    thousands: bool = False
    full_width: bool = False
    negative: Literal["minus", "brackets"] = "minus"
    page_break_after: int | None = None
    """Tables end after this many body rows and go on on a new page."""
    repeat_heads: bool = False
    """Whether the heads stand again where a table goes on."""
    empty_rows: int = 0
    """Left-over empty rows at the end of the forms by function."""
    tall_rows: bool = False
    """Rows higher than their text, with labels in the middle and numbers at the top."""
    codes_as_numbers: bool = False
    """In a workbook: whether function and economic codes are numbers, not text."""
    exact_cells: bool = False
    """In a workbook: whether cells hold the unrounded amount and only show it rounded."""

    def unit_of(self, form: str) -> Unit:
        """The money unit of a form."""
        return self.units.get(form, self.unit)

    def title_of(self, form: str) -> str:
        """The title of a form or provincial table."""
        return self.titles.get(form, TITLES[form])

    def word(self, form: str, label: str) -> str:
        """A label as this layout prints it in a form."""
        everywhere = self.words.get("", {}).get(label, label)
        return self.words.get(form, {}).get(label, everywhere)
