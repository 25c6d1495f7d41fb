"""Does a text read like a Chinese filing, or like noise? One measure, used by several readers.

A font without a character map, a text decoded twice: both give characters that exist but that no
filing uses. The common ones are those of GB 2312; its 6,763 characters and symbols cover all but
some names.
"""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_ALSO = re.compile(
    "[\u00a0\u00b2\u00b3\u00b9\u2010-\u2027\u2030-\u203b\u2070-\u207e\u2190-\u21ff\u2212\u2215\u2236\u2460-\u24ff"
    "\u2500-\u25ff\u2600-\u27bf\u3000-\u303f\u3200-\u33ff\ufe30-\ufe6f\uff00-\uffee]"
)


def plausible_share(text: str) -> float:
    """The share of characters, white space left out, that filings use; 1.0 for no characters."""
    bare = _SPACE.sub("", text)
    if not bare:
        return 1.0
    rest = _ALSO.sub("", bare)
    known = len(rest.encode("gb2312", "ignore").decode("gb2312"))
    return (len(bare) - len(rest) + known) / len(bare)
