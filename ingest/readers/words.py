"""Tables that are printed without rules: columns by the white rivers between aligned words.

Cautious on purpose. A table needs three lines at least with a number in one and the same column,
set flush to one edge; anything less stays text. Each printed line is a row: whether two lines are
one wrapped row is for those to say who know what the rows mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Cell, Grid, Place
from ingest.readers.drawn import Page, Run
from ingest.readers.lines import Line, shown, whole

_NUMBER = re.compile(r"^[-−–(（]?[\d,，]+(\.\d+)?%?[)）]?$")
_LEADER = re.compile(r"[.．…·]{4,}")
_GAP = 0.6
"""A gap this wide, in heights, parts two words of a line."""
_OFF = 1.2
"""A number this far from the word before it, in heights, stands in a column."""
_RIVER = 2.0
"""The least white, in points, between two columns."""
_FLUSH = 1.5
_LINES = 3
_FAR_MORE = 3.0
_MAX_COLUMNS = 40


@dataclass(slots=True)
class _Word:
    x0: float
    x1: float
    text: str


@dataclass(slots=True)
class _Row:
    line: Line
    words: list[_Word]

    @property
    def numbers(self) -> list[_Word]:
        return [word for word in self.words if _NUMBER.match(word.text)]

    @property
    def is_ordinal(self) -> bool:
        """Whether it counts the columns: its numbers may be centred where those below are not."""
        counts = [word.text for word in self.words if _NUMBER.match(word.text)]
        others = len(self.words) - len(counts)
        return others < 2 and len(counts) > 2 and counts == [str(i + 1) for i in range(len(counts))]

    @property
    def is_data(self) -> bool:
        return len(self.words) > 1 and bool(self.numbers)


def tables(found: Sequence[Line], page: Page, number: int) -> Iterator[tuple[int, int, Grid]]:
    """Tables among the lines of a page, each with the first and the last line that it takes."""
    rows = [_Row(line, list(_words(line))) for line in found]
    for first, last in _stretches(rows):
        if not _aligned(rows[first : last + 1]):
            continue
        top = _head(rows, first)
        columns = _columns(rows[top : last + 1], first - top)
        if len(columns) > 1:
            yield top, last, _grid(rows[top : last + 1], columns, page, number)


def _words(line: Line) -> Iterator[_Word]:
    """The runs of a line, those near each other joined."""
    current: list[Run] = []
    for run in line.runs:
        if current and run.x0 - current[-1].x1 > _GAP * line.height:
            yield _word(current)
            current = []
        current.append(run)
    if current:
        yield _word(current)


def _word(runs: list[Run]) -> _Word:
    rest = ((" " if run.spaced else "") + shown(before, run) for before, run in pairwise(runs))
    text = runs[0].text + "".join(rest)
    return _Word(runs[0].x0, max(r.x1 for r in runs), whole(text))


def _stretches(rows: list[_Row]) -> Iterator[tuple[int, int]]:
    """Runs of lines that begin and end with data, with at most two other lines in between."""
    first = last = -1
    for index, row in enumerate(rows):
        if not row.is_data or _LEADER.search(row.line.text):
            continue
        near = first >= 0 and index - last <= 3 and not _distant(rows[last : index + 1])
        if not near:
            if first >= 0:
                yield first, last
            first = index
        last = index
    if first >= 0:
        yield first, last


def _distant(rows: list[_Row]) -> bool:
    """Whether somewhere between these lines there is more white than between rows."""
    return any(b.line.y0 - a.line.y1 > 2.5 * b.line.height for a, b in pairwise(rows))


def _aligned(rows: list[_Row]) -> bool:
    """Whether numbers of three lines or more are flush on the right, each well off its word.

    The numbers of a justified text have spaces around them too, and some stand in line by chance.
    """
    edges = sorted(
        b.x1
        for row in rows
        if row.is_data
        for a, b in pairwise(row.words)
        if _NUMBER.match(b.text) and b.x0 - a.x1 > _OFF * row.line.height
    )
    return any(b - a <= _FLUSH for a, b in zip(edges, edges[_LINES - 1 :], strict=False))


def _head(rows: list[_Row], first: int) -> int:
    """The first line of the head: lines of several words right above the data."""
    top = first
    while top > 0 and len(rows[top - 1].words) > 1 and not _distant(rows[top - 1 : top + 1]):
        top -= 1
    return top


def _columns(rows: list[_Row], head: int) -> list[tuple[float, float]]:
    """The columns: what is left between the rivers through all data lines, widened by the head."""
    body = [row for row in rows[head:] if row.is_data and not row.is_ordinal]
    columns = _merged([(w.x0, w.x1) for row in body for w in row.words])
    for row in rows[:head]:
        for word in row.words:
            if len(_touched(word, columns)) < 2:
                wider = _merged([*columns, (word.x0, word.x1)])
                columns = wider if len(wider) >= len(columns) else columns
    for _ in range(_MAX_COLUMNS):
        cut = next(filter(None, (_cut(rows, column) for column in columns)), None)
        if cut is None:
            break
        column, x = cut
        columns = sorted([*(c for c in columns if c != column), (column[0], x), (x, column[1])])
    return columns


def _cut(rows: list[_Row], column: tuple[float, float]) -> tuple[tuple[float, float], float] | None:
    """Where to part a column in which numbers stand beside other words, None if it is sound.

    Its river is closed by a few words that are too long; they will span both parts.
    """
    inside = [[w for w in row.words if column[0] <= w.x0 and w.x1 <= column[1]] for row in rows]
    pairs = [
        (a, b)
        for words in inside
        for a, b in pairwise(words)
        if _NUMBER.match(a.text) or _NUMBER.match(b.text)
    ]
    if len(pairs) < _LINES:
        return None
    middles = sorted((a.x1 + b.x0) / 2 for a, b in pairs)
    x = middles[len(middles) // 2]
    parted = sum(a.x1 <= x <= b.x0 for a, b in pairs)
    crossed = sum(w.x0 < x - 1 and w.x1 > x + 1 for words in inside for w in words)
    return (column, x) if parted >= _LINES and crossed < parted else None


def _merged(intervals: list[tuple[float, float]]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for x0, x1 in sorted(intervals):
        if out and x0 < out[-1][1] + _RIVER:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def _touched(word: _Word, columns: list[tuple[float, float]]) -> list[int]:
    """The columns that a word stands in or over."""
    return [i for i, (x0, x1) in enumerate(columns) if word.x0 < x1 - 0.5 and word.x1 > x0 + 0.5]


def _grid(rows: list[_Row], columns: list[tuple[float, float]], page: Page, number: int) -> Grid:
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        placed: dict[tuple[int, int], list[_Word]] = {}
        for word, span in zip(row.words, _spans(row.words, columns), strict=True):
            placed.setdefault(span, []).append(word)
        for (left, right), words in sorted(placed.items()):
            box = page.shown(words[0].x0, row.line.y0, words[-1].x1, row.line.y1)
            place = Place(page=number, row=r + 1, col=left + 1, box=box)
            text = " ".join(word.text for word in words)
            cells.append(Cell(r, left, text, 1, right - left + 1, place))
    box = page.shown(columns[0][0], rows[0].line.y0, columns[-1][1], rows[-1].line.y1)
    return Grid(tuple(cells), len(rows), len(columns), Place(page=number, box=box), by_words=True)


def _spans(words: list[_Word], columns: list[tuple[float, float]]) -> list[tuple[int, int]]:
    """The first and last column of each word of a line.

    Where two words reach into one column it is that of the one that covers far more of it; where
    neither does both keep it, and the table shows that its columns are not apart.
    """
    touched = [_touched(word, columns) or [_nearest(word, columns)] for word in words]
    for (a, left), (b, right) in pairwise(zip(words, touched, strict=True)):
        if left[-1] == right[0] and left != right:
            x0, x1 = columns[right[0]]
            mine, other = min(a.x1, x1) - max(a.x0, x0), min(b.x1, x1) - max(b.x0, x0)
            if mine > _FAR_MORE * other and len(right) > 1:
                del right[0]
            elif other > _FAR_MORE * mine and len(left) > 1:
                del left[-1]
    return [(found[0], found[-1]) for found in touched]


def _nearest(word: _Word, columns: list[tuple[float, float]]) -> int:
    middle = (word.x0 + word.x1) / 2
    return min(range(len(columns)), key=lambda i: abs(middle - sum(columns[i]) / 2))
