"""Are a PDF's packed parts whole? pdfium reads on over broken ones, and what they held is gone.

Each deflated part carries a sum over its content; a part that does not unpack to its sum is
named. Pictures and fonts are left out: no text is lost with them.
"""

from __future__ import annotations

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 700
_LEFT_OUT = re.compile(
    rb"/Image|/FontFile|/Length1|/Length2|/Length3|/Type1C|/CIDFontType0C|OpenType"
)
_FILTER = re.compile(rb"/Filter\s*\[?\s*/(FlateDecode|Fl)\s*\]?")
_MOST = 4 * 2**20


def broken_streams(data: bytes) -> list[int]:
    """The positions of the packed parts that are not whole; none are told of encrypted files."""
    if b"/Encrypt" in data:
        return []
    return [start for start, end in _packed(data) if not _whole(data[start:end])]


def _packed(data: bytes) -> list[tuple[int, int]]:
    """Start and end of the deflated parts that may hold text."""
    out: list[tuple[int, int]] = []
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        before = data[max(match.start() - _DICTIONARY, 0) : match.start()]
        dictionary = before[before.rfind(b" obj") :] if b" obj" in before else before
        end = data.find(b"endstream", match.end())
        if end > 0 and _FILTER.search(dictionary) and not _LEFT_OUT.search(dictionary):
            out.append((match.end(), end))
    return out


def _whole(packed: bytes) -> bool:
    """Whether a part unpacks; one cut short of its sum only, as some programs write, does."""
    if len(packed) > _MOST:
        return True
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(packed, 50 * 2**20)
    except zlib.error:
        return False
    return True
