"""How printed words are compared: exact equality after folding what printing changes.

Only folding lives here (width, spaces, brackets, quotes, enumerators); no lists of labels.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("([\u00b2\u00b3\u00b9\u2070-\u2079\u2460-\u2473]+)")
_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans("", "", "“”\"'‘’「」『』《》〈〉<>")
_DASHES = str.maketrans({"﹣": "-", "−": "-", "‐": "-", "‑": "-", "—": "—", "–": "—", "―": "—"})
_ENUMERATOR = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.,:]|\([一二三四五六七八九十\d]+\)[、.]?|\d{1,2}[.、](?!\d)|[\u2460-\u2473][.、]?|[★*△▲●·-]+)"
)
_UNIT_SUFFIX = re.compile(
    r"\((?:辆|台|套|台/套|台、套|台\(套\)|个|人|万元|元)\)$|\([^()]*台[^()]*套[^()]*\)$"
)


def nfkc(text: str) -> str:
    """NFKC, but raised and circled digits stay: `525.00①` must not become `525.001`."""
    if text.isascii() or not _MARKS.search(text):
        return unicodedata.normalize("NFKC", text)
    parts = _MARKS.split(text)
    parts[::2] = [unicodedata.normalize("NFKC", part) for part in parts[::2]]
    return "".join(parts)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """NFKC, without white space and quotation marks: `（境） 费` and `(境)费` are one."""
    folded = nfkc(text).translate(_QUOTES).translate(_DASHES)
    return _SPACE.sub("", folded)


@lru_cache(maxsize=65536)
def label(text: str) -> str:
    """A row label as compared: folded, without enumerator (`一、`, `（二）`, `3.`) and unit."""
    folded = fold(text)
    stripped = _ENUMERATOR.sub("", folded)
    return _UNIT_SUFFIX.sub("", stripped).rstrip(":")


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """The text as printed without inner white space and line breaks: the `row_label`."""
    return _SPACE.sub("", text)
