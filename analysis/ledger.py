"""The printed cells of some filings and the equations between them, as plain objects.

Amounts are whole micros, millionths of a yuan (or of a count), so that all arithmetic is exact.
Nothing is searched or judged here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import itemgetter
from typing import Any, NamedTuple

PRINTED, BLANK, ABSENT = "printed", "blank", "absent"

YUAN = 1_000_000
FEN = YUAN // 100

Row = Mapping[str, Any]


class UnusableEquations(ValueError):
    """Terms or equations that break the contract: the fault is ours, never the filer's."""


class CellKey(NamedTuple):
    """Which printed cell; occurrence 0 is a row that may be missing under `row_key`."""

    filing_id: str
    form: str
    row_key: str
    measure: str
    occurrence: int


Term = tuple[str, CellKey, Row]
"""Side, cell and the row that says so."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its place. `micros` is None unless printed, `step` the printed step.

    Half of a step, counted in half micros, is the same number as the step.
    """

    key: CellKey
    micros: int | None
    step: int
    source: str
    place: Row

    @property
    def printed(self) -> bool:
        """Whether a number stands there."""
        return self.micros is not None


@dataclass(frozen=True, slots=True)
class Equation:
    """Σ left = Σ right, or Σ left ≤ Σ right (`bound`), within a tolerance in half micros.

    `terms` are the coefficients of left minus right. A soft equation need not hold.
    """

    equation_id: str
    rule_id: str
    filing_id: str
    family: str
    severity: str
    verdict: str
    bound: bool
    tolerance: int
    left: tuple[CellKey, ...]
    right: tuple[CellKey, ...]
    terms: Mapping[CellKey, int]

    @property
    def soft(self) -> bool:
        """Whether it may fail without anything being wrong."""
        return self.verdict == "soft" or self.severity == "info"

    @property
    def adds_rows(self) -> bool:
        """Whether it says that a row is the sum of other rows, of codes, in one column."""
        if self.bound or len(self.left) != 1 or not self.right:
            return False
        column = {(k.filing_id, k.form, k.measure) for k in self.terms}
        codes = all(k.row_key.isdigit() for k in self.right)
        return codes and len(column) == 1 and set(self.terms.values()) == {1, -1}


@dataclass(slots=True)
class Ledger:
    """Cells, equations and which equations a cell takes part in."""

    cells: dict[CellKey, Cell] = field(default_factory=dict)
    equations: list[Equation] = field(default_factory=list)
    of_cell: dict[CellKey, list[int]] = field(default_factory=lambda: defaultdict(list))

    def micros(self, key: CellKey) -> int:
        """The amount that sums use: a blank adds nothing."""
        return self.cells[key].micros or 0

    def residual(self, equation: Equation) -> int:
        """Left minus right, in micros."""
        return sum(k * self.micros(cell) for cell, k in equation.terms.items())

    def add(self, equation: Equation) -> None:
        """One more equation over known cells."""
        for key in equation.terms:
            self.of_cell[key].append(len(self.equations))
        self.equations.append(equation)

    def extend(self, index: int, cell: Cell) -> None:
        """Let a cell take part on the right of an equation: a row that the sum may lack."""
        old = self.equations[index]
        self.cells.setdefault(cell.key, cell)
        self.of_cell[cell.key].append(index)
        self.equations[index] = replace(
            old, terms={**old.terms, cell.key: -1}, right=(*old.right, cell.key)
        )


def ledger(terms: Iterable[Row], equations: Iterable[Row]) -> Ledger:
    """The rows as objects, in an order that does not depend on theirs.

    Equations that were not evaluated are left out: an unread cell proves nothing.

    Raises:
        UnusableEquations: an equation without terms, or a relation that is not known.
    """
    result = Ledger()
    by_equation: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_equation[term["equation_id"]].append((term["side"], _key(term), term))
    for row in sorted(equations, key=lambda r: str(r["equation_id"])):
        if row["verdict"] == "not_evaluated":
            continue
        if row["relation"] not in ("=", "<="):
            raise UnusableEquations(f"relation {row['relation']!r} of {row['equation_id']}")
        mine = sorted(by_equation[row["equation_id"]], key=itemgetter(0, 1))
        if not mine:
            raise UnusableEquations(f"no terms of {row['equation_id']}")
        for _, key, term in mine:
            if key not in result.cells:
                result.cells[key] = _cell(key, term)
        result.add(_equation(row, mine))
    _borrow_units(result.cells)
    return result


def _borrow_units(cells: dict[CellKey, Cell]) -> None:
    """A cell of a row that a table does not have would be printed as the others of the table."""
    known: dict[tuple[str, str], Cell] = {}
    for key, cell in cells.items():
        if cell.printed:
            known.setdefault((key.filing_id, key.form), cell)
    for key, cell in cells.items():
        like = known.get((key.filing_id, key.form))
        if cell.source == ABSENT and like:
            place = {**cell.place, "unit": like.place["unit"]}
            cells[key] = replace(cell, step=like.step, place=place)


def _key(term: Row) -> CellKey:
    return CellKey(
        term["cell_filing_id"],
        term["form"],
        term["row_key"],
        term["measure"],
        1 if term["occurrence"] is None else term["occurrence"],
    )


def _cell(key: CellKey, term: Row) -> Cell:
    amount, step = term["amount_cny"], term["step_cny"]
    source = term["value_source"]
    if source is None or (source == BLANK and term["table_no"] is None):
        source = ABSENT
    return Cell(
        key,
        None if amount is None else int(amount * YUAN),
        0 if step is None else int(step * YUAN),
        source,
        term,
    )


def _equation(row: Row, mine: list[Term]) -> Equation:
    terms: dict[CellKey, int] = defaultdict(int)
    for side, key, term in mine:
        terms[key] += term["coefficient"] * (1 if side == "left" else -1)
    return Equation(
        equation_id=row["equation_id"],
        rule_id=row["rule_id"],
        filing_id=row["filing_id"],
        family=row["family"],
        severity=row["severity"],
        verdict=row["verdict"],
        bound=row["relation"] == "<=",
        tolerance=int((row["tolerance_cny"] or Decimal(0)) * 2 * YUAN),
        left=tuple(key for side, key, _ in mine if side == "left"),
        right=tuple(key for side, key, _ in mine if side == "right"),
        terms={key: k for key, k in terms.items() if k},
    )
