"""Form 06: basic expenditure by economic code, in column groups side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from corpus.forms.values import NOT_APPLICABLE, Values
from corpus.labels import EconomicLine, economic_lines
from corpus.table import Cell, Row, row

NATIONAL_BREAKS = {4: ("307", "31011"), 3: ("307",), 2: ()}
"""Codes at which the groups after the first of the office side begin."""


def _groups(values: Values) -> list[list[EconomicLine]]:
    breaks = NATIONAL_BREAKS[values.layout.economic_groups]
    groups: list[list[EconomicLine]] = [[], []]
    for line in economic_lines():
        if line.side == "personnel":
            groups[0].append(line)
            continue
        if line.code in breaks:
            groups.append([])
        groups[-1].append(line)
    return groups


def _line(values: Values, line: EconomicLine | None) -> Sequence[Cell]:
    if line is None:
        return Cell(), Cell(), Cell()
    amount = values.number(line.code, "amount") if line.applies else Cell(NOT_APPLICABLE)
    return Cell(line.code, is_code=True), values.label(line.name), amount


def basic_expenditure_by_economic(values: Values) -> tuple[list[Row], list[Row]]:
    """Head and body of form 06."""
    groups = _groups(values)
    office_width = 3 * (len(groups) - 1)
    head = [
        row(values.label("人员经费", 1, 3), values.label("公用经费", 1, office_width)),
        row(*values.labels("科目代码", "科目名称", "决算数") * len(groups)),
    ]
    body = [
        row(*(cell for line in lines for cell in _line(values, line)))
        for lines in zip_longest(*groups)
    ]
    body.append(
        row(
            Cell("人员经费合计", col_span=2),
            values.number("personnel_total", "amount"),
            Cell("公用经费合计", col_span=office_width - 1),
            values.number("office_total", "amount"),
        )
    )
    return head, body
