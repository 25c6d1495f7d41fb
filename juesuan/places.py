"""Where a finding is, in words: page or line, table, row, column, as a person looks it up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WORDS = {
    "page": {"zh": "第{}页", "en": "page {}"},
    "sheet": {"zh": "工作表“{}”", "en": "sheet {}"},
    "line_no": {"zh": "第{}行", "en": "line {}"},
    "table_no": {"zh": "第{}张表", "en": "table {}"},
    "row_no": {"zh": "表内第{}行", "en": "row {}"},
    "col_no": {"zh": "第{}列", "en": "column {}"},
}
_OF_TEXT = ("line_no", "col_no")
_BETWEEN = {"zh": " ", "en": ", "}


def where(place: Mapping[str, Any], lang: str) -> str:
    """The place in words; empty where it has none. A text is looked up by its line."""
    names = _OF_TEXT if place.get("line_no") is not None else WORDS
    known = (WORDS[name][lang].format(place[name]) for name in names if place.get(name) is not None)
    return _BETWEEN[lang].join(known)


def located(places: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The first place that is somewhere: a lost row is nowhere, the next cell stands for it."""
    return next((p for p in places if any(p[name] is not None for name in WORDS)), {})
