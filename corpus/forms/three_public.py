"""Form 09: the “三公” items, budget and final: two halves, six pairs, or a list of lines."""

from __future__ import annotations

from corpus.forms.values import Values
from corpus.table import COVERED, Cell, Row, row, uncovered

HALVES = (("budget", "预算数"), ("final", "决算数"))
ITEMS = ("total", "abroad", "vehicle", "vehicle_purchase", "vehicle_operation", "reception")
LINES = (
    ("total", "合计"),
    ("abroad", "1．因公出国（境）费"),
    ("vehicle", "2．公务用车购置及运行维护费"),
    ("vehicle_purchase", "（1）公务用车购置费"),
    ("vehicle_operation", "（2）公务用车运行维护费"),
    ("reception", "3．公务接待费"),
)
Built = tuple[list[Row], list[Row]]


def _first_head(values: Values, width: int) -> list[Cell]:
    """The upper row of item heads, each item `width` columns wide."""
    return [
        values.label("合计", 2, width),
        values.label("因公出国（境）费", 2, width),
        values.label("公务用车购置及运行维护费", 1, 3 * width),
        values.label("公务接待费", 2, width),
    ]


def _second_head(values: Values, width: int) -> list[Cell]:
    names = ("小计", "公务用车购置费", "公务用车运行维护费")
    vehicle = [values.label(name, 1, width) for name in names]
    return [*[COVERED] * 2 * width, *vehicle, *[COVERED] * width]


def _halves(values: Values) -> Built:
    head = [
        row(*(values.label(label, 1, 6) for _, label in HALVES)),
        row(*_first_head(values, 1) * 2),
        uncovered(row(*_second_head(values, 1) * 2)),
    ]
    return head, [row(*(values.number(item, half) for half, _ in HALVES for item in ITEMS))]


def _pairs(values: Values) -> Built:
    head = [
        row(*_first_head(values, 2)),
        uncovered(row(*_second_head(values, 2))),
        row(*values.labels(*(label for _, label in HALVES)) * len(ITEMS)),
    ]
    return head, [row(*(values.number(item, half) for item in ITEMS for half, _ in HALVES))]


def _lines(values: Values) -> Built:
    numbered = values.layout.line_numbers
    heads = ["项目", *(["行次"] if numbered else []), *(label for _, label in HALVES)]
    body = []
    for number, (item, label) in enumerate(LINES, start=1):
        cells = [values.label(label), *([Cell(str(number))] if numbered else [])]
        body.append(row(*cells, *(values.number(item, half) for half, _ in HALVES)))
    return [row(*values.labels(*heads))], body


def three_public(values: Values) -> Built:
    """Head and body of form 09; no body where a single row would be blank."""
    if values.layout.three_public == "lines":
        return _lines(values)
    head, body = _halves(values) if values.layout.three_public == "halves" else _pairs(values)
    if values.layout.column_numbers:
        head.append(row(*(str(n) for n in range(1, 13))))
    blank = all(cell is None or not cell.text for cell in body[0])
    return head, [] if blank else body
