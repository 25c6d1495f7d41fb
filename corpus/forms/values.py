"""What all form builders share: figures as cells, labels as cells, in the style of a layout."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from corpus.figures import COUNTS, Figures, Key
from corpus.labels import function_name
from corpus.layout import Layout
from corpus.money import ZERO
from corpus.table import Cell

FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
NOT_APPLICABLE = "——"
COUNT_UNITS = {"vehicles.": "辆", "equipment.": "台"}
BREAK_EVERY = 8


@dataclass(frozen=True, slots=True)
class Values:
    """The printed figures of one filing, and how cells show them."""

    figures: Figures
    layout: Layout
    fiscal_year: int
    subject: str

    def has(self, form: str) -> bool:
        """Whether the form has any figure."""
        return any(key.form == form for key in self.figures)

    def codes(self, form: str) -> list[str]:
        """The function codes of a form's figures, in order: each 类 before its 款 and 项."""
        codes = {k.row_key for k in self.figures if k.form == form and k.row_key != "total"}
        return sorted(codes)

    def unit(self, key: Key) -> str:
        """The unit of a figure: the form's, or what is counted."""
        for prefix, unit in COUNT_UNITS.items():
            if key.row_key.startswith(prefix):
                return unit
        return self.layout.unit_of(key.form).name

    def number(self, form: str, row_key: str, measure: str, col_span: int = 1) -> Cell:
        """The cell of a figure; without one, what the layout prints for zero."""
        key = Key(form, row_key, measure)
        value = self.figures.get(key)
        if value is None:
            return self._zero(key, col_span)
        return self._cell(key, value, self._text(value), col_span)

    def _cell(self, key: Key, value: Decimal, text: str, col_span: int) -> Cell:
        if self.layout.full_width:
            text = text.translate(FULL_WIDTH)
        return Cell(text, col_span=col_span, key=key, value=value, unit=self.unit(key))

    def _zero(self, key: Key, col_span: int) -> Cell:
        zero = self.layout.zero
        if zero in ("", NOT_APPLICABLE):
            return Cell(zero, col_span=col_span, key=key)
        counted = key.row_key.startswith(COUNTS)
        value = ZERO if zero == "0" or counted else Decimal(zero)
        return self._cell(key, value, str(value), col_span)

    def _text(self, value: Decimal) -> str:
        text = f"{abs(value):,f}" if self.layout.thousands else f"{abs(value):f}"
        if value >= 0:
            return text
        return f"({text})" if self.layout.negative == "brackets" else f"-{text}"

    def label(self, text: str, row_span: int = 1, col_span: int = 1) -> Cell:
        """A label, broken as in a narrow column where the layout says so."""
        if self.layout.label_break and len(text) > BREAK_EVERY:
            parts = [text[i : i + BREAK_EVERY] for i in range(0, len(text), BREAK_EVERY)]
            text = self.layout.label_break.join(parts)
        return Cell(text, row_span, col_span)

    def function_label(self, code: str) -> Cell:
        """The name of a function code."""
        return self.label(function_name(code, self.fiscal_year))

    def code_cells(self, code: str) -> list[Cell]:
        """A function code in one cell, or in one for each of 类, 款 and 项."""
        if self.layout.code_cells == 1:
            return [Cell(code, is_code=True)]
        return [Cell(part, is_code=bool(part)) for part in (code[:3], code[3:5], code[5:])]
