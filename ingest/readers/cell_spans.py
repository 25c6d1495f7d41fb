"""Which places of a net of rows and columns are one cell: what no rule divides."""

from __future__ import annotations

Span = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def cell_spans(
    rows: int, cols: int, below: list[list[bool]], beside: list[list[bool]]
) -> list[Span]:
    """Cells as rectangles: what no rule divides belongs together."""
    done: set[tuple[int, int]] = set()
    spans: list[Span] = []
    for r in range(rows):
        for c in range(cols):
            if (r, c) in done:
                continue
            if beside[c + 1][r] and below[r + 1][c]:
                spans.append((r, c, r, c))
                continue
            region = _region(r, c, rows, cols, below, beside)
            spans += _rectangles(region - done)
            done |= region
    return sorted(spans)


def _region(
    r: int, c: int, rows: int, cols: int, below: list[list[bool]], beside: list[list[bool]]
) -> set[tuple[int, int]]:
    """All places that can be reached from one without crossing a rule."""
    found, todo = {(r, c)}, [(r, c)]
    while todo:
        i, j = todo.pop()
        steps = []
        if j + 1 < cols and not beside[j + 1][i]:
            steps.append((i, j + 1))
        if j > 0 and not beside[j][i]:
            steps.append((i, j - 1))
        if i + 1 < rows and not below[i + 1][j]:
            steps.append((i + 1, j))
        if i > 0 and not below[i][j]:
            steps.append((i - 1, j))
        for step in steps:
            if step not in found:
                found.add(step)
                todo.append(step)
    return found


def _rectangles(region: set[tuple[int, int]]) -> list[Span]:
    """A region as rectangles: itself, mostly; a bent one cut row by row."""
    r0, c0 = min(r for r, _ in region), min(c for _, c in region)
    r1, c1 = max(r for r, _ in region), max(c for _, c in region)
    if len(region) == (r1 - r0 + 1) * (c1 - c0 + 1):
        return [(r0, c0, r1, c1)]
    out: list[Span] = []
    for r in range(r0, r1 + 1):
        columns = sorted(c for i, c in region if i == r)
        start = columns[0] if columns else 0
        for k, c in enumerate(columns):
            if k + 1 == len(columns) or columns[k + 1] != c + 1:
                above = next((s for s in out if s[1:] == (start, r - 1, c)), None)
                if above:
                    out.remove(above)
                out.append((above[0] if above else r, start, r, c))
                start = columns[k + 1] if k + 1 < len(columns) else 0
    return out
