"""Ruling lines to tables: positions of rows and columns, and cells with spans.

Pure geometry: segments in, `Lattice` out; where they come from (a PDF, one day a scan) and what
stands in the cells is not known here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from operator import ge

from ingest.readers.cell_spans import Span, cell_spans
from ingest.readers.rules import TOLERANCE, Segment, components, joined

_NEED = 0.6
"""The part of a cell's side that must be ruled to be a border."""
_OPEN = 8.0
"""A rule that reaches this far beyond the outermost crossing rule opens a further row or column."""
MAX_RULES = 2_000


class TooManyRulesError(Exception):
    """More rules than any table has: a drawing."""


@dataclass(slots=True)
class Lattice:
    """A table: the positions of its rules, and its cells as spans in reading order."""

    xs: list[float]
    ys: list[float]
    spans: list[Span]
    owner: dict[tuple[int, int], int] = field(default_factory=dict)
    """Row and column → the number of the cell that covers it."""

    def at(self, x: float, y: float) -> int | None:
        """The number of the cell at a point, None outside the table."""
        return self.owner.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))

    def box(self, cell: int) -> tuple[float, float, float, float]:
        """The box of a cell."""
        top, left, bottom, right = self.spans[cell]
        return self.xs[left], self.ys[top], self.xs[right + 1], self.ys[bottom + 1]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """The box of the whole table."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def area(self) -> float:
        """The area of the whole table."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def covers(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether a box lies in the table."""
        slack = TOLERANCE
        return (
            self.xs[0] - slack <= x0
            and x1 <= self.xs[-1] + slack
            and self.ys[0] - slack <= y0
            and y1 <= self.ys[-1] + slack
        )


def lattices(horizontal: list[Segment], vertical: list[Segment]) -> list[Lattice]:
    """The tables that these rules draw, from top to bottom. A mere frame is no table.

    Raises:
        TooManyRulesError: for more than `MAX_RULES` in one direction.
    """
    across, down = joined(horizontal), joined(vertical)
    if len(across) > MAX_RULES or len(down) > MAX_RULES:
        raise TooManyRulesError
    found = [_lattice(hs, vs) for hs, vs in components(across, down)]
    tables = [lattice for lattice in found if lattice is not None]
    return sorted(tables, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def _lattice(across: list[Segment], down: list[Segment]) -> Lattice | None:
    ys = _opened(_clusters([s[0] for s in across]), down)
    xs = _opened(_clusters([s[0] for s in down]), across)
    rows, cols = len(ys) - 1, len(xs) - 1
    if rows < 1 or cols < 1 or rows * cols < 2:
        return None
    below = _closed(_covers(across, ys, xs))
    beside = _closed(_covers(down, xs, ys))
    spans = cell_spans(rows, cols, below, beside)
    if len(spans) < 2:
        return None
    owner = {
        (r, c): number
        for number, (r0, c0, r1, c1) in enumerate(spans)
        for r in range(r0, r1 + 1)
        for c in range(c0, c1 + 1)
    }
    return Lattice(xs, ys, spans, owner)


def _clusters(values: list[float]) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= TOLERANCE:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _opened(positions: list[float], crossing: list[Segment]) -> list[float]:
    """The positions, and the open ends: tables whose outer rules are left out or cut off.

    Two crossing rules must reach there, each as far as the other.
    """
    starts = sorted(s[1] for s in crossing)
    ends = sorted((s[2] for s in crossing), reverse=True)
    out = list(positions)
    if len(crossing) > 1 and starts[1] < out[0] - _OPEN and starts[1] - starts[0] < _OPEN:
        out.insert(0, starts[0])
    if len(crossing) > 1 and ends[1] > out[-1] + _OPEN and ends[0] - ends[1] < _OPEN:
        out.append(ends[0])
    return out


def _covers(rules: list[Segment], positions: list[float], stops: list[float]) -> list[list[bool]]:
    """For each position and each stretch between two stops: is it ruled?"""
    widths = [after - before for before, after in pairwise(stops)]
    out = [[0.0] * len(widths) for _ in positions]
    for position, start, end in rules:
        row = out[_nearest(positions, position)]
        first, last = max(bisect_right(stops, start) - 1, 0), bisect_left(stops, end)
        for k in range(first, min(last, len(widths))):
            before, after = stops[k], stops[k + 1]
            if start <= before and after <= end:
                row[k] += widths[k]
            else:
                row[k] += max(min(end, after) - max(start, before), 0.0)
    needed = [_NEED * width for width in widths]
    return [list(map(ge, row, needed)) for row in out]


def _nearest(positions: list[float], position: float) -> int:
    """The number of the nearest of the positions, which ascend; the first of two as near."""
    after = bisect_left(positions, position)
    if after == len(positions):
        return after - 1
    before = after > 0 and position - positions[after - 1] <= positions[after] - position
    return after - 1 if before else after


def _closed(covers: list[list[bool]]) -> list[list[bool]]:
    """The same with the outer sides ruled throughout, as tables that leave them out mean it."""
    return [[True] * len(covers[0]), *covers[1:-1], [True] * len(covers[-1])]
