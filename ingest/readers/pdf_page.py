"""A page of a PDF as drawn: its text and its objects, put upright. pdfium does the reading.

pdfium is not safe for threads: one process, one document.
"""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ingest.readers import bounds
from ingest.readers.drawn import Mapper, Page
from ingest.readers.pdf_objects import Objects
from ingest.readers.pdf_text import glyphs, runs, upright

MAX_CHARS = 200_000


def load(page: Any) -> Page:
    """Reads a pypdfium2 page, turned so that its text stands upright.

    Raises:
        UnreadableFile: `too_large` for more objects or characters than any real page has.
    """
    shown_turn = page.get_rotation()
    page.set_rotation(0)
    left, bottom, right, top = page.get_bbox()
    text = page.get_textpage()
    try:
        count = pdfium.FPDFText_CountChars(text.raw)
        bounds.check("characters of a page", count, MAX_CHARS)
        turned = upright(text.raw, count)
        to_read = _mapper(turned, left, bottom, right, top)
        size = (right - left, top - bottom)
        out = Page(*(size if turned in (0, 180) else size[::-1]), (shown_turn - turned) % 360)
        out.runs = runs(glyphs(text.raw, count, to_read))
        walk = Objects(out, to_read, text.raw)
        walk.page(page.raw)
    finally:
        text.close()
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
