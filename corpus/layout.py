"""How a place and year prints its forms: the options that layouts differ in, as data.

`LAYOUTS` names the ones in use; `layouts.txt` of the sources shows real ones.
"""

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
}


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to print the ten forms. The defaults are the national layout of FY2023."""

    unit: Unit = WAN_YUAN
    units: Mapping[str, Unit] = field(default_factory=dict)
    """Forms that have a unit of their own."""
    order: tuple[str, ...] = FORMS
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles that differ from the national ones."""
    number: str = "公开{:02d}表"
    """The printed number; empty where none is printed."""
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
    total_row: Literal["first", "last"] = "first"
    three_public: Literal["halves", "pairs", "lines"] = "halves"
    economic_groups: Literal[2, 3, 4] = 4
    label_break: str = ""
    """Put into long labels where a narrow column would break them: a space, a line break."""
    zero: Literal["", "0", "0.00", "——"] = ""
    thousands: bool = False
    full_width: bool = False
    negative: Literal["minus", "brackets"] = "minus"
    extras: tuple[str, ...] = ()
    """Titles of provincial tables that are none of the ten forms, printed after them."""
    page_break_after: int | None = None
    """In text: a blank line after this many body rows, where a page ends."""
    codes_as_numbers: bool = False
    """In a workbook: whether function and economic codes are numbers, not text."""

    def unit_of(self, form: str) -> Unit:
        """The money unit of a form."""
        return self.units.get(form, self.unit)

    def title_of(self, form: str) -> str:
        """The title of a form."""
        return self.titles.get(form, TITLES[form])


LAYOUTS: Mapping[str, Layout] = {
    "national": Layout(),
    "national-yuan": Layout(unit=Unit("元")),
}
