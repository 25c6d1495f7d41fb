"""Money printed in pairs, each number behind its label: 预算数： 100 执行数： 90.

The first row names what each pair is; the rows below name a source of money in each pair.
"""

from __future__ import annotations

from ingest.document import Cell
from ingest.evaluation.funds import Funds
from ingest.evaluation.numbers import Money, is_number, is_void, number
from ingest.evaluation.sheet import Line
from ingest.evaluation.words import key_of, plain, words
from ingest.text import squeeze

Pair = tuple[str, Cell | None]
"""A label as printed, and the number behind it."""


def read_pairs(lines: list[Line]) -> list[Funds]:
    """The rows of money of lines without heads."""
    order: list[str] = []
    rows: list[Funds] = []
    for line in lines:
        pairs = _pairs(line)
        keys = [key_of("money", label) or "" for label, _ in pairs]
        if pairs and all(keys):
            order = keys
        rows.append(_row(line, pairs, order, total=bool(pairs) and all(keys)))
    return rows


def _pairs(line: Line) -> list[Pair]:
    cells = [c for c in line.filled.values() if plain(c.text) not in words("parts")]
    pairs: list[Pair] = []
    for cell in cells:
        if not (is_number(cell.text) or is_void(cell.text)):
            pairs.append((cell.text, None))
        elif pairs and pairs[-1][1] is None:
            pairs[-1] = (pairs[-1][0], cell)
        else:
            return []
    return pairs


def _row(line: Line, pairs: list[Pair], order: list[str], *, total: bool) -> Funds:
    """A row, unread where its pairs are not one for each of the first row, of one source."""
    labels = {plain(label) for label, _ in pairs}
    label = squeeze(pairs[0][0]) if pairs else ""
    source = "total" if total else key_of("sources", label) or "unlisted"
    if len(pairs) != len(order) or (not total and len(labels) != 1):
        return Funds(line, source, label, {}, "unread", None)
    values = [number(cell.text) if cell else None for _, cell in pairs]
    money: Money = dict(zip(order, values, strict=True))
    status = "read" if any(value is not None for value in values) else "empty"
    return Funds(line, source, label, money, status, "heads" if status == "read" else None)
