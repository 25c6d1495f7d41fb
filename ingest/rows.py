"""Which line of a form a printed row is: its code, its label, or a label within a section.

Equality of folded labels only: a row that no description names stays unnamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ingest.heads import Band
from ingest.layouts import Form, Row, RowSet, function_classes
from ingest.printed import Row as PrintedRow
from ingest.text import fold, label, squeeze

_CODE = {"function": re.compile(r"\d{3}(?:\d{2}){0,2}"), "economic": re.compile(r"\d{3}(?:\d{2})?")}
_CODE_AND_NAME = re.compile(r"(\d{3}(?:\d{2}){0,2})[.-]?([^\d.-].*)")
_PARTED = re.compile(r"^(\d{3})[.-](\d{2})(?:[.-](\d{2}))?(?![\d.-])")
"""A code with its levels set apart: `201.03.01`."""


@dataclass(frozen=True, slots=True)
class RowName:
    """What a row is: its key (None where unknown), its label as printed, its description."""

    key: str | None
    label: str
    row: Row | None = None


class RowNamer:
    """Names the rows of one band, top to bottom; it remembers the section that it is in."""

    def __init__(self, form: Form, band: Band) -> None:
        self.band = band
        names = {k.column.rows for k in band.keys if k.column.rows}
        self.row_set = form.row_sets[names.pop()] if len(names) == 1 else None
        self.section: str | None = None
        self.parts: list[str] = []
        self._cols = [k.col for k in band.keys]
        self._roles = tuple(k.column.role for k in band.keys)
        coded = self.row_set is not None and self.row_set.codes is not None
        self._parts = [k.col for k in band.keys if coded and k.column.role == "code_part"]

    @property
    def has_sections(self) -> bool:
        """Whether a row of the band may open a section."""
        return self.row_set is not None and self.row_set.has_sections

    def name(self, row: PrintedRow) -> RowName | None:
        """The row's name; None where the band prints no key or label in it."""
        printed = tuple([row.cells[c].text if c in row.texts else "" for c in self._cols])
        code = self._from_parts([row.texts.get(c, "") for c in self._parts])
        roles = () if self._parts else self._roles
        found = _name(self.row_set, printed, roles, code, self.section)
        if found is not None and found.row is not None and found.row.opens:
            self.section = found.row.key
        return found

    def _from_parts(self, texts: list[str]) -> str | None:
        """`201 | 03 | 01` → 2010301; a part left blank at the left is that of the row above."""
        if not any(texts) or not all(t.isdigit() for t in texts if t):
            return None
        last = max(i for i, t in enumerate(texts) if t)
        if any(len(t) > 3 for t in texts):
            return texts[last]
        above = self.parts + [""] * len(texts)
        self.parts = [t or above[i] for i, t in enumerate(texts[: last + 1])]
        return "".join(self.parts)


@lru_cache(maxsize=65536)
def _name(
    row_set: RowSet | None,
    printed: tuple[str, ...],
    roles: tuple[str, ...],
    code: str | None,
    section: str | None,
) -> RowName | None:
    """The name of a row by what its key cells print, "" where blank; filings print it again.

    `roles` are those of the cells, none where the code is known from its parts.
    """
    texts = [text for text in printed if text]
    if not texts:
        return None
    if row_set is not None and row_set.codes is not None and roles:
        code = _code(map(fold, printed), roles)
    words = [text for text in texts if not (code and fold(text).isdigit())]
    found = _described(row_set, texts, section) if row_set and not code else None
    key = found.key if found is not None else _key(row_set, texts, code)
    return RowName(key, squeeze(" ".join(words)) or code or "", found)


def _key(row_set: RowSet | None, texts: list[str], code: str | None) -> str | None:
    if row_set is None:
        return None
    labels = [label(text) for text in texts]
    if row_set.codes and code and _CODE[row_set.codes].fullmatch(code):
        return code
    if any(text in row_set.total for text in labels):
        return "total"
    if row_set.classes and len(labels) == 1 and labels[0] in function_classes():
        return f"{row_set.classes}.{function_classes()[labels[0]]}"
    return None


def _described(row_set: RowSet, texts: list[str], section: str | None) -> Row | None:
    words = {fold(text) for text in texts} | {label(text) for text in texts}
    numbers = {number for word in words for number in row_set.by_label.get(word, ())}
    fits = [row_set.rows[number] for number in sorted(numbers)]
    inside = [row for row in fits if row.within is not None and row.within == section]
    outside = [row for row in fits if row.within is None]
    return next(iter(inside or outside), None)


def _code(texts: Iterable[str], roles: tuple[str, ...]) -> str | None:
    """The code in the key cells: in one of its own, or before the name."""
    for printed, role in zip(texts, roles, strict=True):
        text = _PARTED.sub(lambda m: "".join(filter(None, m.groups())), printed, count=1)
        both = _CODE_AND_NAME.fullmatch(text) if role in ("key", "code") else None
        if both:
            return both.group(1)
        if role in ("code", "key") and text.isdigit():
            return text
    return None
