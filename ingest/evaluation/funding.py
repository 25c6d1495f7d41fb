"""The money of a project: each row's numbers put under their heads, or left unread.

A row whose numbers stand under the heads is taken so. A shifted one is taken only where a single
alignment lets balance, rate and score recompute. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.document import Cell
from ingest.evaluation.funds import Funds
from ingest.evaluation.numbers import Money, checks, is_number, is_void, number
from ingest.evaluation.pairs import read_pairs
from ingest.evaluation.sheet import Line, Section
from ingest.evaluation.words import key_of, plain, words
from ingest.text import fold, squeeze

MONEY = (
    "requested",
    "initial_budget",
    "budget",
    "executed",
    "balance",
    "weight",
    "execution_rate",
    "score",
)


@dataclass(frozen=True, slots=True)
class Head:
    """A head of the money and the columns below it."""

    field: str
    col: int
    width: int


def read_funds(section: Section) -> list[Funds]:
    """The rows of one section of money, in order."""
    if not section.heads:
        return read_pairs(section.lines)
    heads = _heads(section.heads)
    rows = [row for line in section.lines if (row := _row(line, heads)) is not None]
    trusted = any(r.aligned_by == "heads" and any(checks(r.money).values()) for r in rows)
    settled = [_settle(row, trusted=trusted) for row in rows]
    return [_unlabelled(row, settled) for row in settled]


def unused(section: Section) -> Iterator[Line]:
    """Lines of the section that are no row of money: nothing in them was read."""
    heads = _heads(section.heads)
    return (line for line in section.lines if section.heads and _row(line, heads) is None)


def _heads(lines: list[Line]) -> list[Head]:
    """The heads in the order of the form, a group without those beneath it."""
    found: dict[str, Head] = {}
    grouped = any(key_of("money", c.text) == "requested" for x in lines for c in x.filled.values())
    for line in lines:
        for col, cell in line.filled.items():
            field = key_of("money", cell.text)
            if field and not (grouped and plain(cell.text) in words("groups")):
                found[field] = Head(field, col, cell.col_span)
    if not grouped:
        return sorted(found.values(), key=lambda head: head.col)
    first = [found[f] for f in ("requested", "initial_budget") if f in found]
    return first + sorted((h for h in found.values() if h not in first), key=lambda h: h.col)


def _row(line: Line, heads: list[Head]) -> Funds | None:
    """A line as a row of money; None where it is something else."""
    cells = {c: cell for c, cell in line.filled.items() if plain(cell.text) not in words("parts")}
    labels = []
    for col, cell in cells.items():
        if is_number(cell.text) or is_void(cell.text):
            break
        labels.append(col)
    names = [c for c in labels if key_of("sources", cells[c].text)] or labels[:1]
    label = squeeze(cells[names[-1]].text) if names else ""
    values = {c: cell for c, cell in cells.items() if not names or c > names[-1]}
    source = key_of("sources", label) if label else "unlabelled"
    if source is None and not any(is_number(c.text) for c in values.values()):
        return None
    row = Funds(line, source or "unlisted", label, {}, "unread", None)
    if not any(is_number(c.text) for c in values.values()):
        return replace(row, status="empty") if all(map(_is_blank, values.values())) else row
    return _aligned(row, values, heads)


def _is_blank(cell: Cell) -> bool:
    return is_void(cell.text) or not fold(cell.text)


def _aligned(row: Funds, values: dict[int, Cell], heads: list[Head]) -> Funds:
    straight = _by_heads(values, heads)
    if straight is not None and all(checks(straight).values()):
        return replace(row, money=straight, status="read", aligned_by="heads")
    shifted = _by_arithmetic(values, [h.field for h in heads if h.field != "note"])
    if shifted is not None:
        return replace(row, money=shifted, status="read", aligned_by="arithmetic")
    if straight is not None:
        return replace(row, money=straight, status="read", aligned_by="heads")
    return row


def _by_heads(values: dict[int, Cell], heads: list[Head]) -> Money | None:
    """Every value under the head that it stands under; None where one does not fit its head."""
    if len({head.col for head in heads}) < len(heads):
        return None
    money: Money = {}
    for col, cell in values.items():
        head = next((h for h in heads if h.col <= col < h.col + h.width), None)
        words_here = not (is_number(cell.text) or is_void(cell.text))
        if head is None or words_here != (head.field == "note"):
            return None
        if head.field != "note":
            money[head.field] = number(cell.text)
    return money


def _by_arithmetic(values: dict[int, Cell], fields: list[str]) -> Money | None:
    """The one way to lay the numbers along the heads by which all laws hold, two of them tried."""
    columns = [c for c, cell in values.items() if is_number(cell.text)]
    if any(
        c < columns[-1] and not (is_number(v.text) or is_void(v.text)) for c, v in values.items()
    ):
        return None
    texts = [values[c].text if c in values else "" for c in range(columns[0], columns[-1] + 1)]
    numbers = [number(text) for text in texts]
    ways = [
        dict(zip(fields[start:], numbers, strict=False))
        for start in range(len(fields) - len(numbers) + 1)
    ]
    good = [way for way in ways if len(held := checks(way)) > 1 and all(held.values())]
    return good[0] if len(good) == 1 else None


def _settle(row: Funds, *, trusted: bool) -> Funds:
    """A row that contradicts itself stands only in a table whose heads are proven by another."""
    held = checks(row.money).values()
    doubtful = row.aligned_by == "heads" and bool(held) and not any(held)
    if doubtful and not trusted and row.line.place.line is not None:
        return replace(row, money={}, status="unread", aligned_by=None)
    return row


def _unlabelled(row: Funds, rows: list[Funds]) -> Funds:
    """A row without a label: the only one is the total; one said again is not to be counted."""
    if row.source != "unlabelled" or row.status != "read":
        return row
    others = [r for r in rows if r is not row and r.status == "read"]
    if not others:
        return replace(row, source="total")
    again = any(_same(row.money, other.money) for other in others)
    return replace(row, status="repeated") if again else replace(row, money={}, status="unread")


def _same(one: Money, other: Money) -> bool:
    shared = [f for f in MONEY if one.get(f) is not None and other.get(f) is not None]
    return len(shared) > 2 and all(one[f] == other[f] for f in shared)
