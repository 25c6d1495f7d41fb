"""Ruling lines as segments: pieces joined to rules, and the rules that belong to one drawing."""

from __future__ import annotations

from collections import defaultdict

Segment = tuple[float, float, float]
"""Position across, start and end along."""

TOLERANCE = 3.0
"""Rules nearer than this are one (a double rule); ends nearer than this touch."""
_GAP = 3.5
"""Pieces of a dotted rule lie at most this far apart."""
_SHORTEST = 5.0


def joined(segments: list[Segment]) -> list[Segment]:
    """Pieces on one line made one segment, dots and slips dropped."""
    out: list[Segment] = []
    for group in _groups(segments):
        position = sum(p * (b - a + 0.01) for p, a, b in group)
        position /= sum(b - a + 0.01 for _, a, b in group)
        group.sort(key=lambda s: s[1])
        _, start, end = group[0]
        for _, a, b in group[1:]:
            if a <= end + _GAP:
                end = max(end, b)
            else:
                out.append((position, start, end))
                start, end = a, b
        out.append((position, start, end))
    return [s for s in out if s[2] - s[1] >= _SHORTEST]


def _groups(segments: list[Segment]) -> list[list[Segment]]:
    """Segments at one position, within half the tolerance of the first."""
    groups: list[list[Segment]] = []
    for segment in sorted(segments):
        if groups and segment[0] - groups[-1][0][0] <= TOLERANCE / 2:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


def components(
    across: list[Segment], down: list[Segment]
) -> list[tuple[list[Segment], list[Segment]]]:
    """Rules that cross or touch, directly or through others."""
    count = len(across)
    parent = list(range(count + len(down)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    e = TOLERANCE
    apart = len(down)
    for i, (y, x0, x1) in enumerate(across):
        left, right = x0 - e, x1 + e
        mine = i
        for j, (x, y0, y1) in enumerate(down, start=count):
            if left <= x <= right and y0 - e <= y <= y1 + e:
                other = root(j)
                apart -= mine not in (i, other)
                parent[mine] = mine = other
                if apart == 1:  # all vertical rules belong together: one that crosses shows it
                    break
    members: dict[int, tuple[list[Segment], list[Segment]]] = defaultdict(lambda: ([], []))
    for i, segment in enumerate(across):
        members[root(i)][0].append(segment)
    for j, segment in enumerate(down):
        members[root(count + j)][1].append(segment)
    return [pair for pair in members.values() if pair[0] and pair[1]]
