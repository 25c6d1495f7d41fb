"""Where a table's heads are, and what each column is in the words of a layout.

A column is known by its lowest head label and by the labels above it. Nothing here reads a
value or a row label beyond telling heads from data.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.document import Cell
from ingest.layouts import Column, Layout
from ingest.printed import PrintedTable, Row
from ingest.text import fold, squeeze
from ingest.units import without_unit
from ingest.values import NOT_APPLICABLE, PRINTED, read_value
from ingest.years import YEAR

ORDINALS = "栏次"
_YEAR = re.compile(rf"^{YEAR}年度?(?=[^\d年度])")
_TOTALS = frozenset(("合计", "总计"))
_HEAD_LINES = 4
"""Over so many lines one head may be printed where each line is a row."""


@dataclass(frozen=True, slots=True)
class Known:
    """A column with its role; `measure` and `row_key` filled in where the head gives them."""

    col: int
    column: Column
    measure: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """Columns side by side that share their row labels: keys at the left, values at the right."""

    keys: tuple[Known, ...]
    values: tuple[Known, ...]


@dataclass(slots=True)
class Heads:
    """The heads of a table read with one layout. `first_data` is the row after the heads."""

    layout: Layout
    first_head: int
    first_data: int
    known: list[Known] = field(default_factory=list)
    unknown: list[tuple[int, str]] = field(default_factory=list)
    missing: list[Column] = field(default_factory=list)

    @property
    def fits(self) -> bool:
        """Whether every printed column is known and every required one is there."""
        return not self.unknown and not self.missing and bool(self.known)

    def bands(self) -> list[Band]:
        """The columns as bands, left to right; one band without keys if no column is a key."""
        groups: list[tuple[list[Known], list[Known]]] = []
        for one in self.known:
            if one.column.role in ("value", "ignored", "line_no"):
                if not groups:
                    groups.append(([], []))
                if one.column.role == "value":
                    groups[-1][1].append(one)
            elif not groups or groups[-1][1]:
                groups.append(([one], []))
            else:
                groups[-1][0].append(one)
        return [Band(tuple(keys), tuple(values)) for keys, values in groups if keys or values]


def read_heads(table: PrintedTable, layout: Layout) -> Heads | None:
    """The heads of `table` in the words of `layout`; None where no row is a head of it."""
    start = next((r for r, row in enumerate(table.rows) if _is_head(row, layout)), None)
    if start is None:
        return None
    end = start
    while end < len(table.rows) and (
        _is_head(table.rows[end], layout) or _ordinal(table.rows[end])
    ):
        end += 1
    heads = Heads(layout, start, end)
    rows = [row for row in table.rows[start:end] if not _ordinal(row)]
    for col in range(table.n_cols):
        _resolve(col, rows, table.rows[end:], heads)
    _doubt(table.rows[end:], heads)
    have = {id(one.column) for one in heads.known}
    groups = {_purpose(c) for c in layout.columns if id(c) in have and c.role != "ignored"}
    wanted = [c for c in layout.columns if c.required and id(c) not in have]
    heads.missing = [c for c in wanted if _purpose(c) not in groups]
    return heads


def is_head_row(row: Row, layout: Layout) -> bool:
    """Whether a row in the middle of a table only repeats words of the heads."""
    return _ordinal(row) or _is_head(row, layout)


def _purpose(column: Column) -> tuple[str, str | None, str | None]:
    return (column.role, column.measure, column.row_key)


def _ordinal(row: Row) -> bool:
    """`栏次 1 2 3` or a bare `1 2 3`: numbers of columns, one more each."""
    texts = row.texts.values()
    if not all(text.isdigit() or text == ORDINALS for text in texts):
        return False
    counts = [int(text) for text in texts if text != ORDINALS]
    in_order = counts == list(range(counts[0], counts[0] + len(counts))) if counts else False
    return ORDINALS in texts or (in_order and counts[0] == 1 and len(counts) > 1)


def _is_head(row: Row, layout: Layout) -> bool:
    texts = [_word(text) for text in row.texts.values()]
    if layout.vocabulary.isdisjoint(texts) or _TOTALS.issuperset(texts):
        return False
    return not any(map(_is_value, texts))


def _word(text: str) -> str:
    """A head's label without year and unit: `2023年度决算数(万元)` is `决算数`."""
    text = without_unit(text)
    return _YEAR.sub("", text) if "年" in text else text


def _is_value(text: str) -> bool:
    return read_value(text).source in (PRINTED, NOT_APPLICABLE)


def _resolve(col: int, rows: list[Row], body: list[Row], heads: Heads) -> None:
    """Give the column its role, or list it as unknown where anything is printed in it."""
    filled = any(row.text(col).strip() for row in body)
    if not filled and not any(col in row.cover for row in rows):
        return
    path, printed = _path(col, rows)
    found, measure = _meant(tuple(path), heads.layout)
    text = squeeze("/".join(printed))
    known = found and Known(col, found, found.measure or measure, text)
    if known and not _unmeasured(known, heads.layout):
        heads.known.append(known)
    elif filled:
        heads.unknown.append((col, text))


@lru_cache(maxsize=16384)
def _meant(path: tuple[str, ...], layout: Layout) -> tuple[Column | None, str | None]:
    """The column that head labels from top to bottom stand for, and the measure they name."""
    above = set(path)
    measure = next((m for m, words in layout.measures.items() if above & set(words)), None)
    bare = [text for text in path if text not in layout.measure_words]
    whole = (_column(path, layout) for path in _wholes(bare))
    found = _above_total(bare, layout) or _column(bare, layout) or next(filter(None, whole), None)
    return found, measure


def _unmeasured(known: Known, layout: Layout) -> bool:
    """Whether no head above a value says which measure it is, in a layout where heads say so."""
    return bool(layout.measures) and known.column.role == "value" and known.measure is None


def _doubt(body: list[Row], heads: Heads) -> None:
    """List as unknown the value columns of which nobody can say what they are.

    Those that say the same of the same row (this year's 小计 and last year's), and those on the
    right of unknown labels: the row that they belong to may be named there.
    """
    labels = [col for col, _ in heads.unknown if _is_label_column(col, body)]
    doubtful: list[Known] = []
    for band in heads.bands():
        said = Counter((one.measure, one.column.row_key) for one in band.values)
        first = min((one.col for one in band.values), default=0)
        cut = min((col for col in labels if col > first), default=None)
        doubtful += [
            one
            for one in band.values
            if said[one.measure, one.column.row_key] > 1 or (cut is not None and one.col > cut)
        ]
    for one in doubtful:
        heads.known.remove(one)
    heads.unknown = sorted([*heads.unknown, *((one.col, one.label) for one in doubtful)])


def _is_label_column(col: int, body: list[Row]) -> bool:
    """Whether most of what a column prints is neither a number nor a dash."""
    texts = [row.text(col) for row in body if col in row.texts]
    return 2 * sum(not _is_value(text) for text in texts) > len(texts)


def _above_total(path: list[str], layout: Layout) -> Column | None:
    """The column of codes or names that a total's label stands in, in the lowest row of heads."""
    above = _column(path[:-1], layout) if path and path[-1] in _TOTALS else None
    return above if above and above.role in ("code", "code_part", "name") else None


def _wholes(path: list[str]) -> Iterator[list[str]]:
    """The path with its last labels as one: a head that a page's edge, or a line's end, cuts."""
    return ([*path[:-n], "".join(path[-n:])] for n in range(2, min(len(path), _HEAD_LINES) + 1))


def _column(path: list[str], layout: Layout) -> Column | None:
    """The one description that fits the path; those that name what is above win over the rest."""
    if not path:
        return None
    leaf, above = path[-1], set(path[:-1])
    fits = [
        c
        for c in layout.by_label.get(leaf, ())
        if (not c.under or above & set(c.under)) and not above & set(c.not_under)
    ]
    exact = [c for c in fits if c.under] or fits
    return exact[0] if len({(*_purpose(c), c.rows) for c in exact}) == 1 else None


def _path(col: int, rows: list[Row]) -> tuple[list[str], list[str]]:
    """Head labels of a column from top to bottom, folded and as printed.

    Merged cells count for all that they cover; where a format loses merging, a blank above the
    column's own label takes the nearest label on its left.
    """
    own = [row.cover.get(col) for row in rows]
    lowest = max((i for i, cell in enumerate(own) if cell and fold(cell.text)), default=None)
    path: list[str] = []
    printed: list[str] = []
    group = 0
    for i, cell in enumerate(own):
        if lowest is not None and i > lowest:
            break
        found = cell if cell and fold(cell.text) else _left(rows[i], group, col)
        text = _word(fold(found.text)) if found else ""
        if found and text and (not path or path[-1] != text):
            path.append(text)
            printed.append(found.text)
            group = max(group, found.col)
    return path, printed


def _left(row: Row, first: int, col: int) -> Cell | None:
    """The nearest label on the left, not beyond the group that the labels above begin."""
    nearest = max((c for c in row.texts if first <= c < col), default=None)
    return row.cells[nearest] if nearest is not None else None
