"""Rules to tables, as a property: whatever table is drawn comes back, however it is drawn."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.cell_spans import Span
from ingest.readers.lattice import lattices
from ingest.readers.rules import Segment


@st.composite
def drawn_tables(draw: st.DrawFn) -> tuple[list[float], list[float], list[Span]]:
    """Positions of rules, and cells that cover the table without overlap."""
    rows, cols = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    step = st.floats(9, 90)
    xs = [50.0]
    ys = [80.0]
    for _ in range(cols):
        xs.append(xs[-1] + draw(step))
    for _ in range(rows):
        ys.append(ys[-1] + draw(step))
    free = {(r, c) for r in range(rows) for c in range(cols)}
    spans: list[Span] = []
    for r in range(rows):
        for c in range(cols):
            if (r, c) not in free:
                continue
            tall, wide = draw(st.sampled_from([(1, 1), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3)]))
            places = {(i, j) for i in range(r, r + tall) for j in range(c, c + wide)}
            if not places <= free:
                places, tall, wide = {(r, c)}, 1, 1
            free -= places
            spans.append((r, c, r + tall - 1, c + wide - 1))
    return xs, ys, spans


def sides(
    xs: list[float], ys: list[float], spans: list[Span]
) -> tuple[list[Segment], list[Segment]]:
    across: list[Segment] = []
    down: list[Segment] = []
    for r0, c0, r1, c1 in spans:
        across += [(ys[r0], xs[c0], xs[c1 + 1]), (ys[r1 + 1], xs[c0], xs[c1 + 1])]
        down += [(xs[c0], ys[r0], ys[r1 + 1]), (xs[c1 + 1], ys[r0], ys[r1 + 1])]
    return across, down


def is_whole(xs: list[float], ys: list[float], spans: list[Span]) -> bool:
    """Whether every rule's position is drawn somewhere: else it is no row or column."""
    inner_ys = {r for r0, _, r1, _ in spans for r in (r0, r1 + 1)}
    inner_xs = {c for _, c0, _, c1 in spans for c in (c0, c1 + 1)}
    return len(inner_ys) == len(ys) and len(inner_xs) == len(xs)


@given(drawn_tables().filter(lambda table: is_whole(*table)), st.randoms())
def test_cells_drawn_side_by_side_come_back(
    table: tuple[list[float], list[float], list[Span]], chance: random.Random
) -> None:
    xs, ys, spans = table
    across, down = sides(xs, ys, spans)
    jitter = [(p + chance.uniform(-0.4, 0.4), a, b) for p, a, b in across]
    chance.shuffle(jitter)
    (found,) = lattices(jitter, down)
    assert found.spans == sorted(spans)
    for number, (r0, c0, r1, c1) in enumerate(found.spans):
        x, y = (xs[c0] + xs[c1 + 1]) / 2, (ys[r0] + ys[r1 + 1]) / 2
        assert found.at(x, y) == number


@given(drawn_tables().filter(lambda table: is_whole(*table)))
def test_pieces_and_left_out_outer_sides_change_nothing(
    table: tuple[list[float], list[float], list[Span]],
) -> None:
    xs, ys, spans = table
    across, down = sides(xs, ys, spans)
    dashes = [
        (p, a + k, min(a + k + 2, b)) for p, a, b in across for k in range(0, int(b - a) + 1, 4)
    ]
    inner = [side for side in down if side[0] not in (xs[0], xs[-1])]
    across_all = any((c0, c1) == (0, len(xs) - 2) for _, c0, _, c1 in spans)
    if not across_all:  # a row that nothing parts is, without outer sides, text between two tables
        (found,) = lattices(dashes, inner)
        assert found.spans == sorted(spans)


def test_a_frame_is_no_table_and_two_tables_are_two() -> None:
    frame = ([(0.0, 0.0, 500.0), (700.0, 0.0, 500.0)], [(0.0, 0.0, 700.0), (500.0, 0.0, 700.0)])
    assert lattices(*frame) == []
    xs, ys = [50.0, 100.0, 150.0], [80.0, 100.0, 120.0]
    cells = [(r, c, r, c) for r in (0, 1) for c in (0, 1)]
    across, down = sides(xs, ys, cells)
    lower = [(p + 100, a, b) for p, a, b in across]
    beside = [(p, a + 100, b + 100) for p, a, b in down]
    found = lattices(frame[0] + across + lower, frame[1] + down + beside)
    assert [table.ys[0] for table in found] == [80.0, 180.0]
