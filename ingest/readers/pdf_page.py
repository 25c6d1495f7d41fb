"""A page of a PDF as drawn: its text and its objects, put upright. pdfium does the reading.

pdfium is not safe for threads: one process, one document.
"""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ingest.readers import bounds
from ingest.readers.drawn import X0, X1, Y0, Y1, Page, View
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
        view = _view(turned, left, bottom, right, top)
        size = (right - left, top - bottom)
        out = Page(*(size if turned in (0, 180) else size[::-1]), (shown_turn - turned) % 360)
        out.runs = runs(glyphs(text.raw, count, view))
        walk = Objects(out, view, text.raw)
        walk.page(page.raw)
    finally:
        text.close()
    return out


def _view(turned: int, left: float, bottom: float, right: float, top: float) -> View:
    """From stored coordinates (y up) to those of the page turned clockwise so far (y down)."""
    if turned == 90:
        return View((Y0, 1, -bottom), (X0, 1, -left), (Y1, 1, -bottom), (X1, 1, -left))
    if turned == 180:
        return View((X1, -1, right), (Y0, 1, -bottom), (X0, -1, right), (Y1, 1, -bottom))
    if turned == 270:
        return View((Y1, -1, top), (X1, -1, right), (Y0, -1, top), (X0, -1, right))
    return View((X0, 1, -left), (Y1, -1, top), (X1, 1, -left), (Y0, -1, top))
