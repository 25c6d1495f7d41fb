"""Form 09: the “三公” items, budget and final."""

from __future__ import annotations

from corpus.forms.values import Values
from corpus.table import COVERED, Cell, Row, row, uncovered

FORM = "three_public"
HALVES = (("budget", "预算数"), ("final", "决算数"))
ITEMS = ("total", "abroad", "vehicle", "vehicle_purchase", "vehicle_operation", "reception")


def _half_head(values: Values) -> list[Cell]:
    return [
        values.label("合计", row_span=2),
        values.label("因公出国（境）费", row_span=2),
        Cell("公务用车购置及运行维护费", col_span=3),
        values.label("公务接待费", row_span=2),
    ]


def _second_head(values: Values) -> list[Cell]:
    names = ("小计", "公务用车购置费", "公务用车运行维护费")
    return [COVERED, COVERED, *map(values.label, names), COVERED]


def three_public(values: Values) -> tuple[list[Row], list[Row]]:
    """Head and body of form 09: six columns of the budget, then six of the final account."""
    head = [
        row(*(Cell(label, col_span=6) for _, label in HALVES)),
        row(*_half_head(values), *_half_head(values)),
        uncovered(row(*_second_head(values), *_second_head(values))),
    ]
    if values.layout.column_numbers:
        head.append(row(*(str(n) for n in range(1, 13))))
    cells = [values.number(FORM, item, half) for half, _ in HALVES for item in ITEMS]
    return head, [row(*cells)] if any(cell.text for cell in cells) else []
