"""What all form builders share: figures as cells, labels as cells, in the style of a layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from corpus.figures import COUNTS, Figures, Key
from corpus.labels import function_name
from corpus.layout import Layout
from corpus.money import YUAN_IN, ZERO
from corpus.table import Cell

FULL_WIDTH = str.maketrans("0123456789.,-()", "０１２３４５６７８９．，－（）")
NOT_APPLICABLE = "——"
COUNT_UNITS = {"vehicles.": "辆", "equipment.": "台"}
BREAK_EVERY = 8


@dataclass(frozen=True, slots=True)
class Values:
    """The printed figures of one filing, and how the cells of one form show them."""

    figures: Figures
    layout: Layout
    fiscal_year: int
    subject: str
    form: str = ""
    exact: Figures = field(default_factory=dict)
    """The same figures before they were rounded, in yuan and counts."""

    def get(self, form: str, row_key: str, measure: str) -> Decimal:
        """A figure of any form; zero where there is none."""
        return self.figures.get(Key(form, row_key, measure), ZERO)

    def codes(self, measures: Sequence[str]) -> list[str]:
        """The function codes of the form that have one of the measures, 类 before 款 and 项."""
        mine = (key for key in self.figures if key.form == self.form and key.measure in measures)
        return sorted({key.row_key for key in mine if key.row_key != "total"})

    def unit(self, key: Key) -> str:
        """The unit of a figure: the form's, or what is counted."""
        for prefix, unit in COUNT_UNITS.items():
            if key.row_key.startswith(prefix):
                return unit
        return self.layout.unit_of(key.form).name

    def number(self, row_key: str, measure: str, col_span: int = 1) -> Cell:
        """The cell of a figure of the form; without one, what the layout prints for zero."""
        key = Key(self.form, row_key, measure)
        value = self.figures.get(key)
        if value is None:
            return self._zero(key, col_span)
        return self._cell(key, value, col_span)

    def _cell(self, key: Key, value: Decimal, col_span: int) -> Cell:
        return Cell(
            self.text(value),
            col_span=col_span,
            key=key,
            value=value,
            unit=self.unit(key),
            stored=self._stored(key, value),
        )

    def _stored(self, key: Key, value: Decimal) -> Decimal:
        """What a workbook's cell holds beneath the text that it shows."""
        if not self.layout.exact_cells or key not in self.exact:
            return value
        if key.row_key.startswith(COUNTS):
            return self.exact[key]
        return self.exact[key] / YUAN_IN[self.layout.unit_of(key.form).name]

    def _zero(self, key: Key, col_span: int) -> Cell:
        zero = self.layout.zeros.get(self.form, self.layout.zero)
        if zero in ("", NOT_APPLICABLE):
            return Cell(zero, col_span=col_span, key=key)
        counted = key.row_key.startswith(COUNTS)
        if zero == "0" or counted:
            return self._cell(key, ZERO, col_span)
        return self._cell(key, self.layout.unit_of(key.form).rounded(ZERO), col_span)

    def text(self, value: Decimal) -> str:
        """A number in the style of the layout."""
        text = f"{abs(value):,f}" if self.layout.thousands else f"{abs(value):f}"
        if value < 0:
            text = f"({text})" if self.layout.negative == "brackets" else f"-{text}"
        return text.translate(FULL_WIDTH) if self.layout.full_width else text

    def label(self, text: str, row_span: int = 1, col_span: int = 1) -> Cell:
        """A label in the layout's words, broken as in a narrow column where it says so."""
        text = self.layout.word(self.form, text)
        if self.layout.label_break and len(text) > BREAK_EVERY:
            parts = [text[i : i + BREAK_EVERY] for i in range(0, len(text), BREAK_EVERY)]
            text = self.layout.label_break.join(parts)
        return Cell(text, row_span, col_span)

    def labels(self, *texts: str) -> list[Cell]:
        """Several labels side by side."""
        return [self.label(text) for text in texts]

    def function_label(self, code: str) -> Cell:
        """The name of a function code."""
        return self.label(function_name(code, self.fiscal_year))

    def code_cells(self, code: str) -> list[Cell]:
        """A function code in one cell, or in one for each of 类, 款 and 项."""
        if self.layout.code_cells == 1:
            return [Cell(code, is_code=True)]
        return [Cell(part, is_code=bool(part)) for part in (code[:3], code[3:5], code[5:])]
