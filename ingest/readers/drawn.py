"""A page as drawn: runs of characters, ruling lines, areas, images; between PDF and tables.

Only shapes. All in points from the top left corner of the page turned so that its text stands
upright. `pdf_page.py` fills it; a reader of scans will too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.document import Box


class Run(NamedTuple):
    """Characters that were drawn one after the other without a gap.

    `lefts` has the left edge of each character; `spaced` says that white space came before.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    spaced: bool


Segment = tuple[float, float, float]
"""A straight line along an axis: its position across, its start and its end along."""


@dataclass(slots=True)
class Page:
    """A page as read. `fills` are the boxes of painted areas: weak evidence of cells.

    `turn` is how far it must be turned clockwise to lie as it is shown: 0 on all but odd pages.
    """

    width: float
    height: float
    turn: int = 0
    runs: list[Run] = field(default_factory=list)
    horizontal: list[Segment] = field(default_factory=list)
    vertical: list[Segment] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    image_share: float = 0.0
    outlines: int = 0
    """Curved shapes: many of them on a page without characters are text turned into outlines."""
    invisible: bool = False
    """All text is drawn invisibly, as under a scan."""
    lost: bool = False
    """Some text was drawn that pdfium does not give."""

    def shown(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box on the page as it is shown, to the tenth of a point."""
        w, h = self.width, self.height
        if self.turn == 90:
            x0, y0, x1, y1 = h - y1, x0, h - y0, x1
        elif self.turn == 180:
            x0, y0, x1, y1 = w - x1, h - y1, w - x0, h - y0
        elif self.turn == 270:
            x0, y0, x1, y1 = y0, w - x1, y1, w - x0
        return Box(round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))


Rect = tuple[float, float, float, float]
X0, Y0, X1, Y1 = range(4)
"""The sides of a rectangle."""
Side = tuple[int, int, float]
"""Which stored side a side is, 1 or -1 where it counts the other way, and what is added to it."""


class View(NamedTuple):
    """From stored coordinates (y up) to read ones (y down): what each read side is made of."""

    x0: Side
    y0: Side
    x1: Side
    y1: Side

    def rect(self, stored: Rect) -> Rect:
        """One rectangle as read."""
        (a, p, i), (b, q, j), (c, r, k), (d, s, m) = self
        return p * stored[a] + i, q * stored[b] + j, r * stored[c] + k, s * stored[d] + m

    def columns(self, stored: Sequence[Sequence[float]]) -> list[tuple[float, ...]]:
        """Many rectangles as read, side by side."""
        return [
            tuple([x + more for x in stored[side]] if way > 0 else [more - x for x in stored[side]])
            for side, way, more in self
        ]
