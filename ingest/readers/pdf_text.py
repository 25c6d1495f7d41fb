"""The characters of a PDF page, through pdfium, and the runs that they make."""

from __future__ import annotations

import ctypes
import math
import re
from itertools import compress, pairwise, repeat
from operator import add, not_, sub
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ingest.readers import pdf_calls
from ingest.readers.drawn import Run, View

_WHITE = frozenset("\t\n\r \u00a0\u3000")
_ODD = re.compile("[\0\2\ud800-\udfff\ufffe\uffff]")
_HYPHEN = "\2"
"""pdfium's mark for a hyphen at the end of a line; a minus sign in a narrow cell becomes it too."""
_MEANINGLESS = "\ufffd"


class Glyphs(NamedTuple):
    """The characters of a page that are not white, in columns; `spaced`: white came before."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    rights: tuple[float, ...]
    bottoms: tuple[float, ...]
    text: str
    spaced: list[bool]


def glyphs(raw: Any, count: int, view: View) -> Glyphs:
    """Every character with its loose box (as high as its line, so that no comma hangs lower)."""
    text = _ODD.sub(_meaning, _characters(raw, count))
    black = _black(text)
    found, sides = _boxes(raw, black)
    if not all(found):
        lost = set(compress(black, map(not_, found)))
        text = "".join(char for index, char in enumerate(text) if index not in lost)
        black, sides = _black(text), [list(compress(side, found)) for side in sides]
    spaced = [after - before > 1 for before, after in pairwise([-1, *black])]
    left, top, right, bottom = sides
    x0, y0, x1, y1 = view.columns((left, bottom, right, top))
    return Glyphs(x0, y0, x1, y1, "".join(map(text.__getitem__, black)), spaced)


def _black(text: str) -> list[int]:
    """The numbers of the characters that are not white."""
    return [index for index, char in enumerate(text) if char not in _WHITE]


def _boxes(raw: Any, which: list[int]) -> tuple[list[int], list[list[float]]]:
    """Whether each of these characters has a box; the boxes' sides: left, top, right, bottom."""
    rects = (ctypes.c_float * (4 * len(which)))()
    base, size = ctypes.addressof(rects), ctypes.sizeof(pdfium.FS_RECTF)
    places = range(base, base + size * len(which), size)
    found = list(map(pdf_calls.loose_box, repeat(pdf_calls.handle(raw)), which, places))
    return found, [rects[side::4] for side in range(4)]


def _characters(raw: Any, count: int) -> str:
    """The characters: in one call where that gives one for each, else one by one."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if count and pdfium.FPDFText_GetText(raw, 0, count, buffer) == count + 1:
        text = bytes(buffer)[:-2].decode("utf-16", "surrogatepass")
        if len(text) == count:
            return text
    return "".join(chr(pdfium.FPDFText_GetUnicode(raw, index)) for index in range(count))


def _meaning(found: re.Match[str]) -> str:
    """One without a meaning becomes U+FFFD, which no number or label holds."""
    return "-" if found.group() == _HYPHEN else _MEANINGLESS


def upright(raw: Any, count: int) -> int:
    """0, 90, 180 or 270: how far the stored page is to be turned for its text to stand upright.

    The page's own /Rotate is not asked: where it is meant, the text is drawn at its angle.
    """
    angles = [
        round(math.degrees(pdfium.FPDFText_GetCharAngle(raw, index)) / 90) * -90 % 360
        for index in range(0, count, max(count // 40, 1))
        if chr(pdfium.FPDFText_GetUnicode(raw, index)) not in _WHITE
    ]
    return next((a for a in (90, 180, 270) if angles.count(a) > 0.8 * len(angles)), 0)


def runs(found: Glyphs) -> list[Run]:
    """Characters to runs: broken by white space, a gap, or a step to another line."""
    breaks = [0, *_breaks(found), len(found.text)] if found.text else []
    return [_run(found, start, stop) for start, stop in pairwise(breaks)]


def _breaks(found: Glyphs) -> list[int]:
    """The numbers of the characters that begin a further run; a raised one does."""
    lefts, tops, rights, bottoms, _, spaced = found
    heights = list(map(sub, bottoms, tops))
    twices = list(map(add, tops, bottoms))
    steps = map(abs, map(sub, twices[1:], twices))
    gaps = map(abs, map(sub, lefts[1:], rights))
    columns = zip(spaced[1:], gaps, steps, heights[1:], strict=False)
    return [
        number
        for number, (white, gap, step, height) in enumerate(columns, start=1)
        if white or not (gap <= 0.5 * height and step <= 0.5 * height)
    ]


def _run(found: Glyphs, start: int, stop: int) -> Run:
    part = slice(start, stop)
    lefts, rights = found.lefts[part], found.rights[part]
    return Run(
        min(lefts), min(found.tops[part]), max(rights), max(found.bottoms[part]),
        found.text[part], lefts, rights, found.spaced[start],
    )  # fmt: skip
