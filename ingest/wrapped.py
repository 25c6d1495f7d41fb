"""Row labels of a table without rules: each printed line is a row, and a label may fill several.

A line with amounts whose label is not known takes the label lines right below and above it, where
all together are the label of a known row to the letter. Nothing is joined by looks.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Cell
from ingest.heads import Band
from ingest.layouts import Form
from ingest.printed import Row
from ingest.rows import RowName, RowNamer

_WINDOWS = ((0, 1), (1, 0), (1, 1), (0, 2), (2, 0))
"""How many lines above and below belong to the label, the likeliest first."""


class WrappedNamer(RowNamer):
    """Names rows whose labels may go over several of the table's rows."""

    def __init__(self, form: Form, band: Band, rows: list[Row]) -> None:
        super().__init__(form, band)
        self._rows = rows
        self._at = {id(row): at for at, row in enumerate(rows)}
        self._keys = [known.col for known in band.keys]
        self._values = [known.col for known in band.values]

    def name(self, row: Row) -> RowName | None:
        """The row's own name; that of its wrapped label where its own is not known."""
        found = super().name(row)
        at = self._at.get(id(row))
        if at is None or (found is not None and found.key) or not self._has_value(row):
            return found
        names = (super(WrappedNamer, self).name(joined) for joined in self._joined(at))
        return next((name for name in names if name is not None and name.key), found)

    def _joined(self, at: int) -> Iterator[Row]:
        for above, below in _WINDOWS:
            first, last = at - above, at + below + 1
            lines = self._rows[max(first, 0) : last]
            others = [row for row in lines if row is not self._rows[at]]
            if first < 0 or last > len(self._rows) or not all(map(self._is_label, others)):
                continue
            yield Row({col: _stacked(col, lines) for col in self._keys})

    def _has_value(self, row: Row) -> bool:
        return any(col in row.texts for col in self._values)

    def _is_label(self, row: Row) -> bool:
        return not self._has_value(row) and any(col in row.texts for col in self._keys)


def _stacked(col: int, rows: list[Row]) -> Cell:
    cells = [row.cells[col] for row in rows if col in row.texts]
    text = "".join(cell.text for cell in cells)
    return Cell(cells[0].row, col, text, place=cells[0].place) if cells else Cell(0, col, "")
