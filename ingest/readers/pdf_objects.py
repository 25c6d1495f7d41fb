"""What is drawn on a PDF page besides characters: rules, areas, images; and where long texts are.

Text objects of which pdfium gives no characters are filled from their equals (`pdf_lost.py`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ingest.document import Box
from ingest.readers import bounds, pdf_calls
from ingest.readers.drawn import Page, Rect, View
from ingest.readers.matrix import UNIT, Matrix, moved_box, times
from ingest.readers.pdf_lost import restore

THIN = 2.5
"""A path narrower than this is a rule, however it was painted."""
MAX_OBJECTS = 200_000
_MAX_SEGMENTS = 20_000
_MAX_FORMS = 4
_LONG = 32.0
"""Only texts this long can be taken for a shadow of a text in another row."""
_FLAT = 0.1
"""Texts of fonts that are not embedded have boxes this flat; lying on their side they get lost."""

_TEXT, _PATH = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH
_IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM


class Objects:
    """Walks the objects of a page, forms inside forms too, and files what is drawn."""

    def __init__(self, page: Page, view: View, text: Any) -> None:
        self.out = page
        self.view = view
        self.text = pdf_calls.handle(text)
        self.seen = 0
        self.visible = self.hidden = False
        self.texts: list[tuple[Rect, int]] = []
        self.modes = (ctypes.c_int * 2)()
        self.mode_places = _places(self.modes)

    def page(self, raw: Any) -> None:
        """Files all objects of the page."""
        count = pdfium.FPDFPage_CountObjects(raw)
        objects = map(pdf_calls.page_object, repeat(pdf_calls.handle(raw)), range(count))
        self._each(objects, count, UNIT, 0)
        self.out.invisible = self.hidden and not self.visible
        restore(self.out, self.texts, self._is_empty)

    def _each(self, objects: Iterator[int], count: int, matrix: Matrix, depth: int) -> None:
        self.seen += count
        if self.seen > MAX_OBJECTS:
            raise bounds.too_large("drawn objects of a page", self.seen, MAX_OBJECTS)
        items = list(objects)
        kinds = map(pdf_calls.kind_of, items)
        for item, kind, box in zip(items, kinds, _boxes(items), strict=True):
            if kind == _TEXT:
                self._text(item, box, matrix)
            elif kind == _PATH:
                self._path(item, box, matrix)
            elif kind == _IMAGE:
                self._image(box, matrix)
            elif kind == _FORM and depth < _MAX_FORMS:
                count = pdf_calls.objects_inside(item)
                inner = map(pdf_calls.form_object, repeat(item), range(count))
                self._each(inner, count, times(_matrix(item), matrix), depth + 1)

    def _is_empty(self, item: int) -> bool:
        """Whether pdfium knows no characters of a text object: two bytes end every text."""
        return bool(pdf_calls.text_length(item, self.text, None, 0) <= 2)

    def _read(self, box: Rect, matrix: Matrix) -> Rect:
        """A box as shown."""
        return self.view.rect(box if matrix is UNIT else moved_box(box, matrix))

    def _text(self, item: int, box: Rect | None, matrix: Matrix) -> None:
        if not self.visible:
            self.hidden = True
            self.visible = pdf_calls.render_mode(item) not in (3, 7)
        if box is None:
            return
        left, bottom, right, top = box
        width, height = right - left, top - bottom
        flat = width < _FLAT < height or height < _FLAT < width
        if width > _LONG or height > _LONG or flat:
            self.texts.append((self._read(box, matrix), item))

    def _image(self, stored: Rect | None, matrix: Matrix) -> None:
        box = self._read(stored, matrix) if stored else None
        if box is not None and not self._rule(box):
            x0, y0, x1, y1 = box
            area = max(x1 - x0, 0) * max(y1 - y0, 0)
            self.out.image_share += area / max(self.out.width * self.out.height, 1)

    def _rule(self, box: Rect) -> bool:
        """Files a thin box as a rule; a dot (a piece of a dotted rule) as both kinds."""
        x0, y0, x1, y1 = box
        width, height = x1 - x0, y1 - y0
        if width >= THIN and height >= THIN:
            return False
        if height < THIN and width >= height:
            self.out.horizontal.append(((y0 + y1) / 2, x0, x1))
        if width < THIN and height >= width:
            self.out.vertical.append(((x0 + x1) / 2, y0, y1))
        return True

    def _path(self, item: int, stored: Rect | None, matrix: Matrix) -> None:
        pdf_calls.draw_mode(item, *self.mode_places)
        filled, stroked = self.modes
        if not filled and not stroked:
            return
        box = self._read(stored, matrix) if stored else None
        if box is None or self._rule(box):
            return
        if stroked or pdf_calls.segment_count(item) > 6:
            self._edges(item, times(_matrix(item), matrix))
        elif not _white(item):
            self.out.fills.append(Box(*box))

    def _edges(self, item: int, matrix: Matrix) -> None:
        """Files the straight edges of a larger path: a box, or a whole net of rules in one."""
        count = min(pdf_calls.segment_count(item), _MAX_SEGMENTS)
        spot = (ctypes.c_float * 2)()
        spots = _places(spot)
        start = last = (0.0, 0.0)
        for index in range(count):
            segment = pdf_calls.segment(item, index)
            pdf_calls.segment_point(segment, *spots)
            point = self._point(spot[0], spot[1], matrix)
            kind = pdf_calls.segment_kind(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                self._edge(last, point)
            else:
                self.out.outlines += 1
            last = point
            if pdf_calls.segment_closes(segment):
                self._edge(last, start)
                last = start

    def _point(self, x: float, y: float, matrix: Matrix) -> tuple[float, float]:
        a, b, c, d, e, f = matrix
        u, v = a * x + c * y + e, b * x + d * y + f
        return self.view.rect((u, v, u, v))[:2]

    def _edge(self, first: tuple[float, float], second: tuple[float, float]) -> None:
        (x0, y0), (x1, y1) = first, second
        if abs(x0 - x1) < 1 and abs(y0 - y1) > 1:
            self.out.vertical.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        elif abs(y0 - y1) < 1 and abs(x0 - x1) > 1:
            self.out.horizontal.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))


def _boxes(items: list[int]) -> Iterator[Rect | None]:
    """The box of each object as stored, None for an object without extent."""
    sides = [(ctypes.c_float * len(items))() for _ in range(4)]
    found = list(map(pdf_calls.bounds_of, items, *map(_places, sides)))
    boxes = zip(*(side[:] for side in sides), strict=True)
    return (box if there else None for there, box in zip(found, boxes, strict=True))


def _places(numbers: ctypes.Array[Any]) -> range:
    """The address of each number: where pdfium is to write it."""
    base = ctypes.addressof(numbers)
    return range(base, base + ctypes.sizeof(numbers), 4)


def _white(item: int) -> bool:
    """Whether an area is painted in paper's colour, or not at all."""
    channels = (ctypes.c_uint * 4)()
    if not pdf_calls.fill_colour(item, *_places(channels)):
        return False
    red, green, blue, alpha = channels
    return alpha < 8 or min(red, green, blue) >= 250


def _matrix(item: int) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdf_calls.matrix_of(item, ctypes.addressof(found)):
        return UNIT
    return (found.a, found.b, found.c, found.d, found.e, found.f)
