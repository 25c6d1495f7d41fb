"""The indicators of a project: each row's cells put under their heads, levels carried down.

A row that a conversion shifted is moved back only where one shift alone puts weight and score on
numbers and every text under a head of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Cell
from ingest.evaluation.numbers import is_number, is_void
from ingest.evaluation.sheet import Line, Section
from ingest.evaluation.words import key_of, plain, unwrapped, words
from ingest.text import fold

LEVELS = ("level_1", "level_2")
NUMBERS = ("weight", "score")
SHIFTS = (0, -1, -2, 1, 2)
_PLACEHOLDER = re.compile(r"(?:指标\d*[:：]?|[.…]+)")

Cells = dict[str, str]
"""Field (`level_1`, `name`, `actual` …) → text as printed."""


@dataclass(slots=True)
class Indicator:
    """One row of the indicators. `cells` is empty but for the levels where it is unread."""

    line: Line
    cells: Cells = field(default_factory=dict)
    read: bool = True


@dataclass(slots=True)
class _Reader:
    """Reads lines under one set of heads; keeps the levels of the line before."""

    columns: dict[str, tuple[int, int]]
    levels: dict[str, str] = field(default_factory=dict)

    def indicator(self, line: Line) -> Indicator | None:
        """One line; None where it is a template's row that nobody filled."""
        cells = self._aligned(line)
        if cells is None:
            return Indicator(line, dict(self.levels), read=False)
        self._carry(cells)
        rest = {k: v for k, v in cells.items() if k not in LEVELS}
        bare = {k: v for k, v in rest.items() if not _PLACEHOLDER.fullmatch(fold(v))}
        if not bare or set(bare) <= {"weight"}:
            return None
        return Indicator(line, self.levels | rest)

    def _aligned(self, line: Line) -> Cells | None:
        cells = {
            c: cell
            for c, cell in _covering(line, self.columns).items()
            if plain(cell.text) not in words("parts") or c > 0
        }
        straight = self._under(cells, 0)
        if straight is not None and (_scored(straight) or not _textual(line)):
            return straight
        ways = [way for s in SHIFTS if (way := self._under(cells, s)) and _scored(way)]
        if ways:
            return ways[0] if len(ways) == 1 else None
        return straight

    def _under(self, cells: dict[int, Cell], shift: int) -> Cells | None:
        """The texts under the heads, all cells moved by `-shift`; None where one does not fit."""
        found: Cells = {}
        for col, cell in cells.items():
            at = col - shift
            here = (f for f, (c, width) in self.columns.items() if c <= at < c + width)
            name = next(here, None)
            if name is None and shift < 0 and col == 0:
                name = "level_1"
            if name is None or name in found or _two_rows(cell.text):
                return None
            found[name] = unwrapped(cell.text)
        return found if _fits(found) else None

    def _carry(self, cells: Cells) -> None:
        one, two = cells.get("level_1"), cells.get("level_2")
        if one and not two and _is_second(one) and not _is_first(one):
            one, two = None, one
        if one and fold(one) != fold(self.levels.get("level_1", "")):
            self.levels = {"level_1": one}
        if two:
            self.levels["level_2"] = two


def read_indicators(sections: list[Section]) -> Iterator[Indicator]:
    """The indicators of a form; a part without heads (after a page's edge) has those before it."""
    reader = _Reader({})
    for section in sections:
        if section.heads:
            reader = _Reader(_columns(section.heads[-1]), reader.levels)
        found = (reader.indicator(line) for line in section.lines)
        yield from (one for one in found if one is not None)


def _columns(head: Line) -> dict[str, tuple[int, int]]:
    columns: dict[str, tuple[int, int]] = {}
    for col, cell in head.filled.items():
        key = key_of("indicators", cell.text)
        if key and key not in columns:
            columns[key] = (col, cell.col_span)
    return columns


def _covering(line: Line, columns: dict[str, tuple[int, int]]) -> dict[int, Cell]:
    """The line's cells, with the level cells that reach down over it from a row above."""
    cells = line.filled
    for level in LEVELS:
        col = columns.get(level, (-1, 0))[0]
        above = line.row.cover.get(col)
        if col not in cells and above is not None and fold(above.text) and above.col == col:
            cells[col] = above
    return dict(sorted(cells.items()))


def _is_first(text: str) -> bool:
    return plain(text) in words("level_1_words")


def _is_second(text: str) -> bool:
    return plain(text) in words("level_2_words")


def _two_rows(text: str) -> bool:
    """Whether a cell holds two levels: rows that were joined over a page's edge."""
    return sum(_is_first(line) or _is_second(line) for line in text.splitlines()) > 1


def _textual(line: Line) -> bool:
    """Whether the line is one of tab-separated text, where cells may be shifted."""
    return line.place.line is not None


def _scored(cells: Cells) -> bool:
    return all(is_number(cells.get(name, "")) for name in NUMBERS)


def _fits(cells: Cells) -> bool:
    """Whether each text may stand under its head."""
    numbers = (cells[name] for name in NUMBERS if name in cells)
    if not all(is_number(text) or is_void(text) for text in numbers):
        return False
    if is_number(cells.get("note", "")):
        return False
    return not any(is_number(cells.get(level, "")) for level in LEVELS)
