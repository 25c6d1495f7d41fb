"""What a PDF page holds, through pdfium: runs of characters, ruling lines, images.

All in points from the top left corner of the page as it is shown (or, for a page whose text is
drawn sideways, as it is read). No meaning here: tables are `lattice.py`'s, text `lines.py`'s.
pdfium is not safe for threads: one process, one document.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ingest.document import Box
from ingest.readers import bounds

THIN = 2.5
"""A path narrower than this is a rule, however it was painted."""
MAX_OBJECTS = 200_000
MAX_CHARS = 200_000
_MAX_SEGMENTS = 20_000
_MAX_FORMS = 4
_WHITE = frozenset((9, 10, 13, 32, 0xA0, 0x3000))
_HYPHEN = 2
"""pdfium's mark for a hyphen at the end of a line; a minus sign in a narrow cell becomes it too."""


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


Glyph = tuple[float, float, float, float, int]
Segment = tuple[float, float, float]
"""A straight line along an axis: its position across, its start and its end along."""


@dataclass(slots=True)
class Page:
    """A page as drawn. `fills` are the boxes of painted areas: weak evidence of cells."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    horizontal: list[Segment] = field(default_factory=list)
    vertical: list[Segment] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    image_share: float = 0.0
    outlines: int = 0
    """Curved shapes: many of them on a page without characters are text turned into outlines."""
    invisible: bool = False
    """All text is drawn invisibly, as under a scan."""


Mapper = Callable[[float, float, float, float], tuple[float, float, float, float]]


def load(page: Any) -> Page:
    """Reads a pypdfium2 page, its rotation undone.

    Raises:
        UnreadableFile: `too_large` for more objects or characters than any real page has.
    """
    turned = page.get_rotation()
    page.set_rotation(0)
    left, bottom, right, top = page.get_bbox()
    out = Page(right - left, top - bottom)
    glyphs, sideways = _text_of(page)
    turned = sideways or turned
    to_shown = _mapper(turned, left, bottom, right, top)
    if turned in (90, 270):
        out.width, out.height = out.height, out.width
    _Paths(out, to_shown).walk(page.raw)
    out.runs = _runs([(*to_shown(a, b, c, d), code) for a, b, c, d, code in glyphs])
    return out


def _mapper(turned: int, left: float, bottom: float, right: float, top: float) -> Mapper:
    """From stored coordinates (y up) to shown ones (y down)."""
    if turned == 90:
        return lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    if turned == 180:
        return lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom)
    if turned == 270:
        return lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0)
    return lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0)


def _text_of(page: Any) -> tuple[list[Glyph], int]:
    """The characters, and the turn at which most of them stand upright (0 but for odd pages)."""
    text = page.get_textpage()
    try:
        count = pdfium.FPDFText_CountChars(text.raw)
        bounds.check("characters of a page", count, MAX_CHARS)
        return _glyphs(text.raw, count), _sideways(text.raw, count)
    finally:
        text.close()


def _glyphs(raw: Any, count: int) -> list[Glyph]:
    """Every character with its loose box (as high as its line, so that no comma hangs lower)."""
    unicode, box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    out: list[Glyph] = []
    for index in range(count):
        code = unicode(raw, index)
        if code in _WHITE:
            out.append((0.0, 0.0, 0.0, 0.0, code))
        elif box(raw, index, pointer):
            out.append((rect.left, rect.bottom, rect.right, rect.top, code))
    return out


def _sideways(raw: Any, count: int) -> int:
    """0, 90, 180 or 270: how far the page must be turned for its text to stand upright."""
    angles = [
        round(math.degrees(pdfium.FPDFText_GetCharAngle(raw, index)) / 90) * 90 % 360
        for index in range(0, count, max(count // 40, 1))
        if pdfium.FPDFText_GetUnicode(raw, index) not in _WHITE
    ]
    return next((a for a in (90, 180, 270) if angles.count(a) > 0.8 * len(angles)), 0)


def _runs(glyphs: list[Glyph]) -> list[Run]:
    """Characters to runs: broken by white space, a gap, or a step to another line."""
    out: list[Run] = []
    current: list[Glyph] = []
    spaced = begins_spaced = False
    for glyph in glyphs:
        x0, y0, _, y1, code = glyph
        if code in _WHITE:
            spaced = True
            continue
        if current:
            before = current[-1]
            height = y1 - y0
            shift = abs((y0 + y1) - (before[1] + before[3]))
            gap = x0 - before[2]
            if spaced or shift > height or gap > 0.5 * height or gap < -0.5 * height:
                out.append(_run(current, spaced=begins_spaced))
                current, begins_spaced = [], spaced
        else:
            begins_spaced = spaced
        current.append(glyph)
        spaced = False
    if current:
        out.append(_run(current, spaced=begins_spaced))
    return out


def _run(glyphs: list[Glyph], *, spaced: bool) -> Run:
    lefts, tops, rights, bottoms, codes = zip(*glyphs, strict=True)
    return Run(
        min(lefts), min(tops), max(rights), max(bottoms), _text(codes), lefts, rights, spaced
    )


def _text(codes: tuple[int, ...]) -> str:
    """The characters; one without a meaning becomes U+FFFD, which no number or label holds."""
    chars = []
    for code in codes:
        if code == _HYPHEN:
            chars.append("-")
        elif code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
            chars.append("\ufffd")
        else:
            chars.append(chr(code))
    return "".join(chars)


Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Paths:
    """Walks the objects of a page, forms inside forms too, and files what is drawn."""

    def __init__(self, page: Page, to_shown: Mapper) -> None:
        self.page = page
        self.to_shown = to_shown
        self.seen = 0
        self.texts: list[bool] = []
        self.sides = tuple(ctypes.c_float() for _ in range(4))
        self.fill, self.stroke = ctypes.c_int(), ctypes.c_int()

    def walk(self, raw: Any) -> None:
        """Files all objects of the page."""
        objects = (
            pdfium.FPDFPage_GetObject(raw, index)
            for index in range(pdfium.FPDFPage_CountObjects(raw))
        )
        self._each(objects, _UNIT, 0)
        self.page.invisible = bool(self.texts) and not any(self.texts)

    def _each(self, objects: Iterator[Any], matrix: Matrix, depth: int) -> None:
        kind_of = pdfium.FPDFPageObj_GetType
        for item in objects:
            self.seen += 1
            if self.seen > MAX_OBJECTS:
                raise bounds.too_large("drawn objects of a page", self.seen, MAX_OBJECTS)
            kind = kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._image(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
                self.texts.append(mode not in (3, 7))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_FORMS:
                inner = (
                    pdfium.FPDFFormObj_GetObject(item, index)
                    for index in range(pdfium.FPDFFormObj_CountObjects(item))
                )
                self._each(inner, _times(_matrix(item), matrix), depth + 1)

    def _box(self, item: Any, matrix: Matrix) -> tuple[float, float, float, float] | None:
        """The box of an object as shown, None for an object without extent."""
        left, bottom, right, top = self.sides
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            return None
        box = (left.value, bottom.value, right.value, top.value)
        return self.to_shown(*(box if matrix is _UNIT else _moved_box(box, matrix)))

    def _image(self, item: Any, matrix: Matrix) -> None:
        box = self._box(item, matrix)
        if box is None:
            return
        if not self._rule(box):
            x0, y0, x1, y1 = box
            area = max(x1 - x0, 0) * max(y1 - y0, 0)
            self.page.image_share += area / max(self.page.width * self.page.height, 1)

    def _rule(self, box: tuple[float, float, float, float]) -> bool:
        """Files a thin box as a rule; a dot (a piece of a dotted rule) as both kinds."""
        x0, y0, x1, y1 = box
        width, height = x1 - x0, y1 - y0
        if width >= THIN and height >= THIN:
            return False
        if height < THIN and width >= height:
            self.page.horizontal.append(((y0 + y1) / 2, x0, x1))
        if width < THIN and height >= width:
            self.page.vertical.append(((x0 + x1) / 2, y0, y1))
        return True

    def _path(self, item: Any, matrix: Matrix) -> None:
        fill, stroke = self.fill, self.stroke
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        if not fill.value and not stroke.value:
            return
        box = self._box(item, matrix)
        if box is None or self._rule(box):
            return
        if stroke.value or pdfium.FPDFPath_CountSegments(item) > 6:
            self._edges(item, _times(_matrix(item), matrix))
        elif not _white(item):
            self.page.fills.append(Box(*box))

    def _edges(self, item: Any, matrix: Matrix) -> None:
        """Files the straight edges of a larger path: a box, or a whole net of rules in one."""
        count = min(pdfium.FPDFPath_CountSegments(item), _MAX_SEGMENTS)
        x, y = ctypes.c_float(), ctypes.c_float()
        start = last = (0.0, 0.0)
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = self._point(x.value, y.value, matrix)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                self._edge(last, point)
            else:
                self.page.outlines += 1
            last = point
            if pdfium.FPDFPathSegment_GetClose(segment):
                self._edge(last, start)
                last = start

    def _point(self, x: float, y: float, matrix: Matrix) -> tuple[float, float]:
        a, b, c, d, e, f = matrix
        u, v = a * x + c * y + e, b * x + d * y + f
        return self.to_shown(u, v, u, v)[:2]

    def _edge(self, first: tuple[float, float], second: tuple[float, float]) -> None:
        (x0, y0), (x1, y1) = first, second
        if abs(x0 - x1) < 1 and abs(y0 - y1) > 1:
            self.page.vertical.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        elif abs(y0 - y1) < 1 and abs(x0 - x1) > 1:
            self.page.horizontal.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))


def _white(item: Any) -> bool:
    """Whether an area is painted in paper's colour, or not at all."""
    channels = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *channels):
        return False
    red, green, blue, alpha = (channel.value for channel in channels)
    return alpha < 8 or min(red, green, blue) >= 250


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return _UNIT
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first."""
    if outer is _UNIT:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _moved_box(
    box: tuple[float, float, float, float], matrix: Matrix
) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
