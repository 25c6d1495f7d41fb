"""Texts of a PDF page that pdfium does not give, put back from their equals.

pdfium takes a text drawn twice nearly in place for a shadow and gives it once. It is too generous
with "nearly": of two equal long names in neighbouring rows the second may be gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from ingest.readers.drawn import Page, Rect, Run


def restore(page: Page, texts: list[tuple[Rect, int]], is_empty: Callable[[int], bool]) -> None:
    """Puts back what is lost, or says in `page.lost` that something is.

    Args:
        page: the page, with the runs that pdfium gives.
        texts: the long text objects in the order drawn, each with its box as read.
        is_empty: whether pdfium knows no characters of a text object.
    """
    rows: dict[int, list[Run]] = {}
    for run in page.runs:
        rows.setdefault(int((run.y0 + run.y1) / 2) // 4, []).append(run)
    kept: list[Rect] = []
    for box, item in texts:
        if _stands(box, rows):
            kept.append(box)
        elif is_empty(item):
            twin = next((other for other in reversed(kept) if _equal(box, other)), None)
            if twin is None:
                page.lost = True
            else:
                page.runs += [_moved(run, box, twin) for run in _inside(twin, rows)]


def _stands(box: Rect, rows: dict[int, list[Run]]) -> bool:
    """Whether a text object has runs: they mostly stand in the row of its middle."""
    for run in rows.get(int((box[1] + box[3]) / 2) // 4, ()):
        if _is_of(run, box):
            return True
    return any(_inside(box, rows))


def _inside(box: Rect, rows: dict[int, list[Run]]) -> Iterator[Run]:
    """The runs of a text object."""
    row = int((box[1] + box[3]) / 2) // 4
    near = chain.from_iterable(rows.get(n, ()) for n in range(row - 5, row + 6))
    return (run for run in near if _is_of(run, box))


def _is_of(run: Run, box: Rect) -> bool:
    """Whether the middle line of a text object goes through a run.

    Of a font that is not embedded the box is only the base line.
    """
    x0, y0, x1, y1 = box
    on_line = run.y0 <= (y0 + y1) / 2 <= run.y1
    return on_line and x0 - 1 <= (run.x0 + run.x1) / 2 <= x1 + run.y1 - run.y0


def _equal(box: Rect, other: Rect) -> bool:
    """Whether two boxes have one size and one left edge, as equal texts of a column have."""
    width, height = box[2] - box[0], box[3] - box[1]
    return (
        abs(width - other[2] + other[0]) < 0.5
        and abs(height - other[3] + other[1]) < 0.5
        and abs(box[0] - other[0]) < max(height, 8.0)
    )


def _moved(run: Run, box: Rect, twin: Rect) -> Run:
    x, y = box[0] - twin[0], box[1] - twin[1]
    return run._replace(
        x0=run.x0 + x, x1=run.x1 + x, y0=run.y0 + y, y1=run.y1 + y,
        lefts=tuple(left + x for left in run.lefts),
        rights=tuple(right + x for right in run.rights),
    )  # fmt: skip
