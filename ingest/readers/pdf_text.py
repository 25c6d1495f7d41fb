"""The characters of a PDF page, through pdfium, and the runs that they make."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ingest.readers.drawn import Mapper, Run

Glyph = tuple[float, float, float, float, int]
"""A box and a character's code."""

_WHITE = frozenset((9, 10, 13, 32, 0xA0, 0x3000))
_HYPHEN = 2
"""pdfium's mark for a hyphen at the end of a line; a minus sign in a narrow cell becomes it too."""


def glyphs(raw: Any, count: int, to_read: Mapper) -> list[Glyph]:
    """Every character with its loose box (as high as its line, so that no comma hangs lower)."""
    box = pdfium.FPDFText_GetLooseCharBox
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    out: list[Glyph] = []
    for index, code in enumerate(_codes(raw, count)):
        if code in _WHITE:
            out.append((0.0, 0.0, 0.0, 0.0, code))
        elif box(raw, index, pointer):
            out.append((*to_read(rect.left, rect.bottom, rect.right, rect.top), code))
    return out


def _codes(raw: Any, count: int) -> Iterable[int]:
    """The characters' codes: in one call where that gives one for each, else one by one."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if count and pdfium.FPDFText_GetText(raw, 0, count, buffer) == count + 1:
        return buffer[:count]
    return (pdfium.FPDFText_GetUnicode(raw, index) for index in range(count))


def upright(raw: Any, count: int) -> int:
    """0, 90, 180 or 270: how far the stored page is to be turned for its text to stand upright.

    The page's own /Rotate is not asked: where it is meant, the text is drawn at its angle.
    """
    angles = [
        round(math.degrees(pdfium.FPDFText_GetCharAngle(raw, index)) / 90) * -90 % 360
        for index in range(0, count, max(count // 40, 1))
        if pdfium.FPDFText_GetUnicode(raw, index) not in _WHITE
    ]
    return next((a for a in (90, 180, 270) if angles.count(a) > 0.8 * len(angles)), 0)


def runs(found: list[Glyph]) -> list[Run]:
    """Characters to runs: broken by white space, a gap, or a step to another line."""
    out: list[Run] = []
    current: list[Glyph] = []
    spaced = begins_spaced = False
    right = middle = 0.0
    for glyph in found:
        x0, y0, x1, y1, code = glyph
        if code in _WHITE:
            spaced = True
            continue
        height, twice = y1 - y0, y0 + y1
        if current:
            half = 0.5 * height
            if spaced or not -half <= x0 - right <= half or not -height <= twice - middle <= height:
                out.append(_run(current, spaced=begins_spaced))
                current, begins_spaced = [], spaced
        else:
            begins_spaced = spaced
        current.append(glyph)
        right, middle, spaced = x1, twice, False
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
    if min(codes) > _HYPHEN and max(codes) < 0xD800:
        return "".join(map(chr, codes))
    chars = []
    for code in codes:
        if code == _HYPHEN:
            chars.append("-")
        elif code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
            chars.append("\ufffd")
        else:
            chars.append(chr(code))
    return "".join(chars)
