"""Tables that have the heads of a form and are another table, or a second print of the form.

Their numbers carry no key and no truth. A look-alike prints a number of its own in every place,
so that it shows when a reader takes it for the form.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.forms.by_function import by_function
from corpus.forms.three_public import three_public
from corpus.forms.values import Values
from corpus.table import Cell, Row, row

Built = tuple[list[Row], list[Row]]
OTHER_NUMBER = "777.77"


def _plain(rows: list[Row], number: str | None = None) -> list[Row]:
    """The rows without keys; with another number where they print one, if it is given."""
    return [tuple(cell and _keyless(cell, number) for cell in cells) for cells in rows]


def _keyless(cell: Cell, number: str | None) -> Cell:
    text = number if number is not None and cell.value is not None else cell.text
    return Cell(text, cell.row_span, cell.col_span, is_code=cell.is_code)


def _second(values: Values, form: str) -> Built:
    """The form again, without balances and income."""
    layout = replace(values.layout, with_income=values.layout.with_income - {form})
    head, body = by_function(replace(values, form=form, layout=layout))
    return head, _plain(body)


def general_budget_spending(values: Values) -> Built:
    """05 without income, where the layout prints it with income as well."""
    return _second(values, "general_budget_by_function")


def state_capital_spending(values: Values) -> Built:
    """08 without income, where the layout prints it with income as well."""
    return _second(values, "state_capital_by_function")


def general_budget_detail(values: Values) -> Built:
    """一般公共预算财政拨款支出决算明细表: the heads of 05."""
    head, body = by_function(replace(values, form="general_budget_by_function"))
    return head, _plain(body, OTHER_NUMBER)


def fund_three_public(values: Values) -> Built:
    """三公 out of government funds: the heads of 09."""
    head, body = three_public(replace(values, form="three_public"))
    return head, _plain(body, OTHER_NUMBER)


def _by_unit(values: Values, form: str) -> Built:
    """The columns of a form by function, with units for codes and names."""
    layout = replace(values.layout, code_cells=1)
    head, body = by_function(replace(values, form=form, layout=layout))
    renamed = {"科目代码": "单位代码", "科目名称": "单位名称"}
    inverse = {layout.word(form, old): new for old, new in renamed.items()}
    heads = [
        tuple(cell and replace(cell, text=inverse.get(cell.text, cell.text)) for cell in cells)
        for cells in head
    ]
    _, _, *numbers = _plain(body[:1], OTHER_NUMBER)[0]
    return heads, [row("025001", values.subject, *(cell or Cell() for cell in numbers))]


def income_by_unit(values: Values) -> Built:
    """收入决算表（按单位列示）."""
    return _by_unit(values, "income_by_function")


def expenditure_by_unit(values: Values) -> Built:
    """支出决算表（按单位列示）."""
    return _by_unit(values, "expenditure_by_function")
