"""The two-sided forms 01 and 04: income lines on the left, expenditure lines on the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from corpus.forms.values import Values
from corpus.labels import chinese_number, class_names, surplus_label
from corpus.table import Cell, Row, row

INCOME = (
    ("general_budget", "一般公共预算财政拨款收入"),
    ("government_fund", "政府性基金预算财政拨款收入"),
    ("state_capital", "国有资本经营预算财政拨款收入"),
    ("superior_subsidy", "上级补助收入"),
    ("institutional", "事业收入"),
    ("operating", "经营收入"),
    ("affiliated_remittance", "附属单位上缴收入"),
    ("other", "其他收入"),
)
FUNDS = (
    ("general_budget", "一般公共预算财政拨款"),
    ("government_fund", "政府性基金预算财政拨款"),
    ("state_capital", "国有资本经营预算财政拨款"),
)


class Line(NamedTuple):
    """A line of one side: its label and its row key, both empty on a line left blank."""

    label: str = ""
    row_key: str = ""


def _numbered(lines: Sequence[tuple[str, str]], side: str) -> list[Line]:
    return [
        Line(f"{chinese_number(n)}、{name}", f"{side}.{key}")
        for n, (key, name) in enumerate(lines, start=1)
    ]


def _classes(values: Values, *, short: bool = False) -> list[Line]:
    names = class_names(values.fiscal_year, short=short)
    kept = [(c, name) for c, name in names.items() if c not in values.layout.omitted_classes]
    return _numbered(kept, "expenditure")


def _sources(values: Values, lines: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The income lines; state capital has one from FY2020 on."""
    return [line for line in lines if line[0] != "state_capital" or values.fiscal_year >= 2020]


def _income(values: Values) -> list[Line]:
    """The numbered lines of income of 01; until FY2018 appropriations are one line and a part."""
    if not values.layout.combined_appropriation:
        return _numbered(_sources(values, INCOME), "income")
    first, *others = _numbered([("appropriation", "财政拨款收入"), *INCOME[3:]], "income")
    return [first, Line("其中：政府性基金预算财政拨款", "income.government_fund"), *others]


def _filled(lines: list[Line], n: int) -> list[Line]:
    return lines + [Line()] * (n - len(lines))


def _body(values: Values, left: list[Line], right: list[Line]) -> list[Row]:
    left_measure, *right_measures = _measures(values)
    rows = []
    for n, (income, spent) in enumerate(zip_longest(left, right), start=1):
        sides = ((income, n, [left_measure]), (spent, n + len(left), right_measures))
        cells: list[Cell] = []
        for line, number, measures in sides:
            cells.append(values.label(line.label))
            if values.layout.line_numbers:
                cells.append(Cell(str(number)))
            cells += [
                values.number(line.row_key, measure) if line.row_key else Cell()
                for measure in measures
            ]
        rows.append(row(*cells))
    return rows


def _measures(values: Values) -> list[str]:
    """The measures of the columns: one on the left, the rest on the right."""
    if values.form == "income_expenditure_summary":
        return ["amount", "amount"]
    return ["total", "total", *(fund for fund, _ in _sources(values, FUNDS))]


def _head(values: Values, right_heads: list[str]) -> list[Row]:
    lines = ["行次"] if values.layout.line_numbers else []
    left_width, right_width = 2 + len(lines), 1 + len(lines) + len(right_heads)
    blank = [""] * len(lines)
    numbers = [str(n) for n in range(2, 2 + len(right_heads))]
    rows = [
        row(values.label("收入", 1, left_width), values.label("支出", 1, right_width)),
        row(*values.labels("项目", *lines, "金额", "项目", *lines, *right_heads)),
    ]
    if values.layout.column_numbers:
        rows.append(row("栏次", *blank, "1", "栏次", *blank, *numbers))
    return rows


def income_expenditure_summary(values: Values) -> tuple[list[Row], list[Row]]:
    """Head and body of form 01."""
    classes = _classes(values)
    surplus = values.layout.surplus_label or surplus_label(values.fiscal_year)
    left = _filled(_income(values), len(classes))
    left += [
        Line("本年收入合计", "income.income_total"),
        Line(surplus, "income.surplus_used"),
        Line("年初结转和结余", "income.opening_balance"),
        Line(),
        Line("总计", "income.grand_total"),
    ]
    right = [
        *classes,
        Line("本年支出合计", "expenditure.expenditure_total"),
        Line("结余分配", "expenditure.surplus_distributed"),
        Line("年末结转和结余", "expenditure.closing_balance"),
        Line(),
        Line("总计", "expenditure.grand_total"),
    ]
    return _head(values, ["金额"]), _body(values, left, right)


def appropriation_summary(values: Values) -> tuple[list[Row], list[Row]]:
    """Head and body of form 04."""
    funds = _sources(values, FUNDS)
    classes = _classes(values, short=values.layout.short_class_names)
    left = _filled(_numbered(funds, "income"), len(classes))
    left += [
        Line("本年收入合计", "income.income_total"),
        Line("年初财政拨款结转和结余", "income.opening_balance"),
        *(Line(name, f"income.opening_balance.{fund}") for fund, name in funds),
        Line("总计", "income.grand_total"),
    ]
    right = [
        *classes,
        Line("本年支出合计", "expenditure.expenditure_total"),
        Line("年末财政拨款结转和结余", "expenditure.closing_balance"),
        *[Line()] * len(funds),
        Line("总计", "expenditure.grand_total"),
    ]
    heads = ["合计", *(name for _, name in funds)]
    return _head(values, heads), _body(values, left, right)
