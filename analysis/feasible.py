"""Rounding: differences of one cause together, and whether all can come from rounding at once.

Each printed amount stands for an interval of yuan and fen. A small linear program asks for amounts
inside all intervals that satisfy all equations; where there are none, its dual names the equations
that contradict each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from analysis.ledger import FEN, Cell, CellKey, Equation, Ledger
from analysis.program import multipliers
from analysis.repair import clusters

LEAST_DUAL = 1e-6
"""Multipliers are 0 or near to whole numbers."""


def rounding_causes(ledger: Ledger) -> list[list[int]]:
    """The equations that hold by rounding alone, those of one quantity together.

    One quantity: the same filing and row, and the same two amounts, in whichever forms.
    """
    found: dict[tuple[str, str, int, int], list[int]] = defaultdict(list)
    for i, equation in enumerate(ledger.equations):
        if equation.verdict == "rounding" and equation.left:
            left = sum(max(equation.terms.get(k, 0), 0) * ledger.micros(k) for k in equation.left)
            row = equation.left[0].row_key.rsplit(".", 1)[-1]
            off = ledger.residual(equation)
            found[equation.filing_id, row, left, off].append(i)
    return [found[key] for key in sorted(found)]


def contradictions(ledger: Ledger) -> list[frozenset[int]]:
    """Groups of equations each of which may hold by rounding, but never all of a group at once."""
    rows = _in_question(ledger)
    return clusters(ledger, _certificate(ledger, rows)) if rows else []


def _in_question(ledger: Ledger) -> list[int]:
    """Equalities that hold, of the clusters in which some hold by rounding only."""
    rounding = {i for i, e in enumerate(ledger.equations) if e.verdict == "rounding" and _used(e)}
    if not rounding:
        return []
    holding = [
        i
        for i, e in enumerate(ledger.equations)
        if _used(e) and any(ledger.cells[k].printed for k in e.terms)
    ]
    together = [c for c in clusters(ledger, holding) if c & rounding and not _readded(ledger, c)]
    return sorted(i for cluster in together for i in cluster)


def _readded(ledger: Ledger, cluster: Iterable[int]) -> bool:
    """Whether sums were added up from rounded parts: then a printed sum bounds no true amount."""
    return any(_exceeds_rounding(ledger, i) for i in cluster)


def _used(equation: Equation) -> bool:
    return not equation.bound and not equation.soft and equation.verdict in ("exact", "rounding")


def _certificate(ledger: Ledger, rows: list[int]) -> list[int]:
    """The rows whose multipliers prove that nothing satisfies them all; none if something does."""
    terms = [ledger.equations[i].terms for i in rows]
    cells = sorted({key for row in terms for key in row if ledger.cells[key].printed})
    column = {key: n for n, key in enumerate(cells)}
    off = [ledger.residual(ledger.equations[i]) / FEN for i in rows]
    duals = multipliers(
        [{column[key]: k for key, k in row.items() if key in column} for row in terms],
        [(-d, -d) for d in off],
        [_deviation(ledger.cells[key]) for key in cells],
    )
    return [i for i, dual in zip(rows, duals, strict=True) if abs(dual) > LEAST_DUAL]


def _deviation(cell: Cell) -> tuple[int, int]:
    """How far the true amount, whole fen, may lie from the printed one: half up, away from zero."""
    far, near = cell.step // (2 * FEN), max((cell.step - 1) // (2 * FEN), 0)
    return (-far, near) if (cell.micros or 0) >= 0 else (-near, far)


def _exceeds_rounding(ledger: Ledger, i: int) -> bool:
    """Whether the equation is granted more than its printed cells' own rounding."""
    equation = ledger.equations[i]
    own = sum(abs(k) * _step(ledger, cell) for cell, k in equation.terms.items())
    return equation.tolerance > own


def _step(ledger: Ledger, key: CellKey) -> int:
    cell = ledger.cells[key]
    return cell.step if cell.printed else 0
