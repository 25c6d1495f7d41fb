"""Lines that stand at one place of several pages: running heads, feet, page numbers.

They belong to the page and not to the text: neither a sentence nor a table ends at them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from ingest.text import fold

_NUMBER = re.compile(r"\d+")
_NEAR = 3.0
"""Points that a line may move from page to page."""


def masked(text: str) -> str:
    """The text as compared: folded, every number one and the same."""
    return _NUMBER.sub("#", fold(text))


def running(outer: Iterable[tuple[int, str, float]]) -> set[str]:
    """Of the first and last lines of pages, those that run through: masked texts.

    Args:
        outer: page number, text and height on the page of each line that is first or last there.
    """
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for page, text, y in outer:
        seen[masked(text)].append((page, y))
    return {text for text, places in seen.items() if _repeat(places)}


def _repeat(places: list[tuple[int, float]]) -> bool:
    return any(
        page != other and abs(y - z) <= _NEAR for (page, y), (other, z) in combinations(places, 2)
    )
