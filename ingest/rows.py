"""Which line of a form a printed row is: its code, its label, or a label within a section.

Equality of folded labels only: a row that no description names stays unnamed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.document import Cell
from ingest.heads import Band
from ingest.layouts import Form, Row, function_classes
from ingest.printed import Row as PrintedRow
from ingest.text import fold, label, squeeze

_CODE = {"function": re.compile(r"\d{3}(?:\d{2}){0,2}"), "economic": re.compile(r"\d{3}(?:\d{2})?")}
_CODE_AND_NAME = re.compile(r"(\d{3}(?:\d{2}){0,2})(\D.*)")


@dataclass(frozen=True, slots=True)
class RowName:
    """What a row is: its key (None where unknown), its label as printed, its description."""

    key: str | None
    label: str
    cell: Cell | None = None
    row: Row | None = None


class RowNamer:
    """Names the rows of one band, top to bottom; it remembers the section that it is in."""

    def __init__(self, form: Form, band: Band) -> None:
        self.band = band
        names = {k.column.rows for k in band.keys if k.column.rows}
        self.row_set = form.row_sets[names.pop()] if len(names) == 1 else None
        self.section: str | None = None
        self.parts: list[str] = []
        self._parts = [k.col for k in band.keys if k.column.role == "code_part"]

    @property
    def has_sections(self) -> bool:
        """Whether a row of the band may open a section."""
        return self.row_set is not None and self.row_set.has_sections

    def name(self, row: PrintedRow) -> RowName | None:
        """The row's name; None where the band prints no key or label in it."""
        cells = [row.cells[k.col] for k in self.band.keys if k.col in row.texts]
        if not cells:
            return None
        code = self._code(row)
        words = [cell.text for cell in cells if not (code and fold(cell.text).isdigit())]
        text = squeeze(" ".join(words))
        found = self._described(cells, code)
        if found is not None and found.opens:
            self.section = found.key
        key = found.key if found is not None else self._key(cells, code)
        return RowName(key, text or code or "", cells[0], found)

    def _key(self, cells: list[Cell], code: str | None) -> str | None:
        if self.row_set is None:
            return None
        labels = [label(cell.text) for cell in cells]
        if self.row_set.codes and code and _CODE[self.row_set.codes].fullmatch(code):
            return code
        if any(text in self.row_set.total for text in labels):
            return "total"
        if self.row_set.classes and len(labels) == 1 and labels[0] in function_classes():
            return f"{self.row_set.classes}.{function_classes()[labels[0]]}"
        return None

    def _described(self, cells: list[Cell], code: str | None) -> Row | None:
        if self.row_set is None or code:
            return None
        texts = {fold(cell.text) for cell in cells} | {label(cell.text) for cell in cells}
        known = self.row_set.by_label
        numbers = {number for text in texts for number in known.get(text, ())}
        fits = [self.row_set.rows[number] for number in sorted(numbers)]
        inside = [row for row in fits if row.within is not None and row.within == self.section]
        outside = [row for row in fits if row.within is None]
        return next(iter(inside or outside), None)

    def _code(self, row: PrintedRow) -> str | None:
        """The code in the band's key cells: one cell, 类/款/项 cells, or code and name in one."""
        if self.row_set is None or self.row_set.codes is None:
            return None
        if self._parts:
            return self._from_parts([row.texts.get(col, "") for col in self._parts])
        for known in self.band.keys:
            text = row.texts.get(known.col, "")
            both = _CODE_AND_NAME.fullmatch(text) if known.column.role in ("key", "code") else None
            if both:
                return both.group(1)
            if known.column.role in ("code", "key") and text.isdigit():
                return text
        return None

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
