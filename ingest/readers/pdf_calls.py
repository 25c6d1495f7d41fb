"""pdfium's functions that are called for every character and every object, on plain addresses.

The bindings check and wrap each pointer, which takes longer than pdfium's own work. Here a handle
is a number, and so is the place where an answer is to be written.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]


def _plain(function: Any) -> Any:
    """The same function with addresses for all pointers."""
    kinds = (
        ctypes.c_void_p if hasattr(kind, "contents") else kind
        for kind in (function.restype, *function.argtypes)
    )
    return ctypes.CFUNCTYPE(*kinds)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def handle(pointer: Any) -> int:
    """The address that a pointer of the bindings holds."""
    return ctypes.addressof(pointer.contents)


loose_box = _plain(pdfium.FPDFText_GetLooseCharBox)
page_object = _plain(pdfium.FPDFPage_GetObject)
form_object = _plain(pdfium.FPDFFormObj_GetObject)
kind_of = _plain(pdfium.FPDFPageObj_GetType)
bounds_of = _plain(pdfium.FPDFPageObj_GetBounds)
draw_mode = _plain(pdfium.FPDFPath_GetDrawMode)
segment_count = _plain(pdfium.FPDFPath_CountSegments)
segment = _plain(pdfium.FPDFPath_GetPathSegment)
segment_point = _plain(pdfium.FPDFPathSegment_GetPoint)
segment_kind = _plain(pdfium.FPDFPathSegment_GetType)
segment_closes = _plain(pdfium.FPDFPathSegment_GetClose)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode)
text_length = _plain(pdfium.FPDFTextObj_GetText)
matrix_of = _plain(pdfium.FPDFPageObj_GetMatrix)
fill_colour = _plain(pdfium.FPDFPageObj_GetFillColor)
objects_inside = _plain(pdfium.FPDFFormObj_CountObjects)
