"""Rows that a table may have lost: cells that nobody printed, which the search may fill.

A row that another form prints is known; one that only makes a sum fall short is not, and stands as
occurrence 0 under the row of the sum.
"""

from __future__ import annotations

from collections.abc import Mapping

from analysis.ledger import ABSENT, Cell, CellKey, Ledger

Sum = tuple[str, str, str, str]


def admit_lost_rows(ledger: Ledger, failed: set[int]) -> None:
    """Let each failed sum of rows lack one."""
    sums = {
        (e.left[0].filing_id, e.left[0].form, e.left[0].measure, e.left[0].row_key): i
        for i, e in enumerate(ledger.equations)
        if e.adds_rows
    }
    for cell in [c for c in ledger.cells.values() if c.source == ABSENT]:
        parent = _parent(sums, cell.key)
        if parent in failed and cell.key not in ledger.equations[parent].terms:
            ledger.extend(parent, cell)
    for i in sorted(failed & set(sums.values())):
        equation = ledger.equations[i]
        if not any(ledger.cells[key].source == ABSENT for key in equation.right):
            total = ledger.cells[equation.left[0]]
            lost = total.key._replace(occurrence=0)
            ledger.extend(i, Cell(lost, None, total.step, ABSENT, {"unit": total.place["unit"]}))


def _parent(sums: Mapping[Sum, int], key: CellKey) -> int:
    """The sum of the longest code that the row's code starts with, or of the total; -1 if none."""
    if not key.row_key.isdigit():
        return -1
    for length in range(len(key.row_key) - 1, 0, -1):
        found = sums.get((key.filing_id, key.form, key.measure, key.row_key[:length]))
        if found is not None:
            return found
    return sums.get((key.filing_id, key.form, key.measure, "total"), -1)
