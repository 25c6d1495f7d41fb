"""Text as it is compared, with the way back to where each character is printed.

Width, spaces and quotation marks go, as in `ingest.text.fold`; no words are known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.text import nfkc

_DROPPED = frozenset("“”\"'‘’「」『』《》〈〉<>")


@cache
def _folded(char: str) -> str:
    """One character folded: nothing for spaces and quotation marks."""
    return "".join(c for c in nfkc(char) if not c.isspace() and c not in _DROPPED)


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is folded, `at[i]` where its i-th character stands in `raw`."""

    raw: str
    text: str
    at: tuple[int, ...]

    def printed(self, start: int, end: int) -> str:
        """What is printed for `text[start:end]`, without line breaks and outer spaces."""
        if end <= start:
            return ""
        return re.sub(r"\s*\n\s*", "", self.raw[self.at[start] : self.at[end - 1] + 1]).strip()


def folded(raw: str) -> Folded:
    """Fold a paragraph."""
    chars: list[str] = []
    at: list[int] = []
    for index, char in enumerate(raw):
        for one in _folded(char):
            chars.append(one)
            at.append(index)
    return Folded(raw, "".join(chars), tuple(at))
