"""The forms with a row for each function code: 02, 03, 05, 07 and 08. They differ in columns."""

from __future__ import annotations

from typing import NamedTuple

from corpus.forms.values import Values
from corpus.table import COVERED, Cell, Row, row, uncovered


class Column(NamedTuple):
    """A column of figures; neighbours of one `group` stand under a common head.

    A column without a `measure` is none of the form's own: 其中：教育收费.
    """

    measure: str
    label: str
    group: str | None = None


SPENT = "本年支出"
COLUMNS: dict[str, tuple[Column, ...]] = {
    "income_by_function": (
        Column("total", "本年收入合计"),
        Column("appropriation", "财政拨款收入"),
        Column("superior_subsidy", "上级补助收入"),
        Column("institutional", "事业收入"),
        Column("operating", "经营收入"),
        Column("affiliated_remittance", "附属单位上缴收入"),
        Column("other", "其他收入"),
    ),
    "expenditure_by_function": (
        Column("total", "本年支出合计"),
        Column("basic", "基本支出"),
        Column("project", "项目支出"),
        Column("remitted_to_superior", "上缴上级支出"),
        Column("operating", "经营支出"),
        Column("subsidy_to_affiliated", "对附属单位补助支出"),
    ),
    "general_budget_by_function": (
        Column("total", "小计", SPENT),
        Column("basic", "基本支出", SPENT),
        Column("project", "项目支出", SPENT),
    ),
    "government_fund_by_function": (
        Column("opening_balance", "年初结转和结余"),
        Column("income", "本年收入"),
        Column("total", "小计", SPENT),
        Column("basic", "基本支出", SPENT),
        Column("project", "项目支出", SPENT),
        Column("closing_balance", "年末结转和结余"),
    ),
    "state_capital_by_function": (
        Column("total", "合计", SPENT),
        Column("basic", "基本支出", SPENT),
        Column("project", "项目支出", SPENT),
    ),
}


SCHOOL_FEES = (
    Column("institutional", "小计", "事业收入"),
    Column("", "其中：教育收费", "事业收入"),
)


def _group_heads(values: Values, columns: tuple[Column, ...]) -> list[Cell]:
    heads: list[Cell] = []
    for column in columns:
        if column.group is None:
            heads.append(values.label(column.label, row_span=2))
        elif heads and heads[-1].text == values.label(column.group).text:
            heads[-1] = values.label(column.group, col_span=heads[-1].col_span + 1)
        else:
            heads.append(values.label(column.group))
    return heads


def _head(values: Values, columns: tuple[Column, ...]) -> list[Row]:
    n_codes = values.layout.code_cells
    code_heads = ["科目代码"] if n_codes == 1 else ["类", "款", "项"]
    rows = [
        row(values.label("项目", col_span=n_codes + 1), *_group_heads(values, columns)),
        uncovered(
            row(
                *values.labels(*code_heads, "科目名称"),
                *(values.label(c.label) if c.group else COVERED for c in columns),
            )
        ),
    ]
    if values.layout.column_numbers:
        numbers = [str(n) for n in range(1, len(columns) + 1)]
        rows.append(row(Cell("栏次", col_span=n_codes + 1), *numbers))
    return rows


def _columns(values: Values) -> tuple[Column, ...]:
    layout, form = values.layout, values.form
    columns = COLUMNS["government_fund_by_function" if form in layout.with_income else form]
    if form == "income_by_function" and layout.school_fees:
        columns = (*columns[:3], *SCHOOL_FEES, *columns[4:])
    return tuple(Column(c.measure, c.label) for c in columns) if form in layout.flat else columns


def _number(values: Values, row_key: str, column: Column) -> Cell:
    """The cell of a figure; school fees are all that a school earns, and no figure of a form."""
    if column.measure:
        return values.number(row_key, column.measure)
    return Cell(values.number(row_key, "institutional").text)


def by_function(values: Values) -> tuple[list[Row], list[Row]]:
    """Head and body of one of the forms by function code."""
    columns = _columns(values)
    body = [
        row(
            *values.code_cells(code),
            values.function_label(code),
            *(_number(values, code, column) for column in columns),
        )
        for code in values.codes([column.measure for column in columns])
    ]
    totals = row(
        values.label("合计", col_span=values.layout.code_cells + 1),
        *(_number(values, "total", column) for column in columns),
    )
    body.insert(len(body) if values.form in values.layout.total_last else 0, totals)
    body += [row(*[""] * len(totals))] * values.layout.empty_rows
    return _head(values, columns), body
