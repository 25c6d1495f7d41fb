"""One row of the money of a project, as read or left unread."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Cell
from ingest.evaluation.numbers import Money, is_number
from ingest.evaluation.sheet import Line


@dataclass(frozen=True, slots=True)
class Funds:
    """One row of the money. `status` and `aligned_by` as in `ProjectFunding`."""

    line: Line
    source: str
    label: str
    money: Money
    status: str
    aligned_by: str | None

    @property
    def first(self) -> Cell | None:
        """Its first number."""
        return next((c for c in self.line.filled.values() if is_number(c.text)), None)
