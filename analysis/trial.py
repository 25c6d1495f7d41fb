"""What if cells said something else: which equations then hold, and what each demands of a cell.

Amounts that may be any in an interval are closed intervals of whole micros. The search for the
cells to change is in `repair`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.ledger import CellKey, Ledger

EVERYTHING = (-(10**30), 10**30)
Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that would say `micros`: the equations that this heals and those that it breaks.

    `room` are all amounts that would do the same; it is not closed where only bounds speak.
    """

    cell: CellKey
    micros: int
    room: Interval
    healed: frozenset[int]
    broken: frozenset[int]

    @property
    def net(self) -> int:
        """Equations won."""
        return len(self.healed) - len(self.broken)


class Trial:
    """The ledger with some cells changed."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.changes: dict[CellKey, int] = {}
        self._residual = [ledger.residual(e) for e in ledger.equations]
        self._tolerance = [e.tolerance for e in ledger.equations]
        every = range(len(ledger.equations))
        self.failed = {i for i in every if not ledger.equations[i].soft and not self.holds(i)}

    def copy(self) -> Trial:
        """The same trial, to go on with independently."""
        other = Trial.__new__(Trial)
        other.ledger, other.changes = self.ledger, dict(self.changes)
        other._residual, other._tolerance = self._residual[:], self._tolerance[:]
        other.failed = set(self.failed)
        return other

    def holds(self, i: int, extra: int = 0) -> bool:
        """Whether equation i holds within its tolerance."""
        residual = self._residual[i]
        size = residual if self.ledger.equations[i].bound else abs(residual)
        return size <= self._slack(i, extra)

    def residual(self, i: int) -> int:
        """Left minus right of equation i, in micros."""
        return self._residual[i]

    def micros(self, cell: CellKey) -> int:
        """What the cell says in this trial."""
        return self.changes.get(cell, self.ledger.micros(cell))

    def apply(self, cell: CellKey, micros: int, step: int | None = None) -> None:
        """Let a cell say another amount; `step` if it would be rounded otherwise than printed."""
        known = self.ledger.cells[cell]
        delta = micros - self.micros(cell)
        finer = (known.step if step is None else step) - self._own_step(cell)
        self.changes[cell] = micros
        for i in self.ledger.of_cell[cell]:
            k = self.ledger.equations[i].terms.get(cell, 0)
            self._residual[i] += k * delta
            self._tolerance[i] += abs(k) * finer
            if not self.ledger.equations[i].soft:
                (self.failed.discard if self.holds(i) else self.failed.add)(i)

    def best_change(self, cell: CellKey) -> Change | None:
        """The amount of a cell that wins most equations; the least residuals break a tie.

        None where no amount on the cell's printed step heals anything.
        """
        demands = self._demands(cell)
        options = sorted({x for i in demands if i in self.failed for x in self._options(i, cell)})
        ranked = [(self._merit(x, cell, demands), x) for x in options if x]
        if not ranked:
            return None
        (_net, heals, *_), x = max(ranked)
        if not heals:
            return None
        met = {i for i, (low, high) in demands.items() if low <= x <= high}
        base = self.micros(cell)
        low = max(demands[i][0] for i in met)
        high = min(demands[i][1] for i in met)
        return Change(
            cell,
            base + x,
            (base + low, base + high),
            frozenset(met & self.failed),
            frozenset(demands.keys() - met - self.failed),
        )

    def each_change(self, cell: CellKey) -> list[int]:
        """All amounts worth a look: each satisfies some failed equation of the cell."""
        failed = [i for i in self._demands(cell) if i in self.failed]
        return sorted({self.micros(cell) + x for i in failed for x in self._options(i, cell) if x})

    def soft_gain(self, change: Change) -> int:
        """Soft equations that the change satisfies, less those that it breaks."""
        delta = change.micros - self.micros(change.cell)
        gain = 0
        for i in self.ledger.of_cell[change.cell]:
            equation = self.ledger.equations[i]
            if equation.soft:
                residual = self._residual[i] + equation.terms.get(change.cell, 0) * delta
                size = residual if equation.bound else abs(residual)
                gain += (size <= self._slack(i)) - self.holds(i)
        return gain

    def _merit(
        self, x: int, cell: CellKey, demands: dict[int, Interval]
    ) -> tuple[int, int, int, int]:
        met = {i for i, (low, high) in demands.items() if low <= x <= high}
        heals, breaks = len(met & self.failed), len(demands.keys() - met - self.failed)
        equations = self.ledger.equations
        off = sum(
            abs(self._residual[i] + equations[i].terms[cell] * x)
            for i in met
            if not equations[i].bound
        )
        return heals - breaks, heals, -off, -abs(x)

    def _demands(self, cell: CellKey) -> dict[int, Interval]:
        """Of each equation that must hold, by how much the cell may move for it to hold."""
        equations = self.ledger.equations
        return {
            i: self._interval(i, cell)
            for i in self.ledger.of_cell[cell]
            if not equations[i].soft and cell in equations[i].terms
        }

    def _interval(self, i: int, cell: CellKey) -> Interval:
        equation, residual = self.ledger.equations[i], self._residual[i]
        k = equation.terms[cell]
        slack = self._slack(i, abs(k) * (self.ledger.cells[cell].step - self._own_step(cell)))
        low = EVERYTHING[0] if equation.bound else -slack - residual
        high = slack - residual
        if k < 0:
            low, high, k = -high, -low, -k
        return -(-low // k), high // k

    def _options(self, i: int, cell: CellKey) -> Iterable[int]:
        """Moves worth a look: the exact one and the ends of the demand, on the cell's step."""
        low, high = self._interval(i, cell)
        step = max(self.ledger.cells[cell].step, 1)
        exact = -self._residual[i] // self.ledger.equations[i].terms[cell]
        below = exact - exact % step
        for x in (exact, below, below + step, -(-low // step) * step, high // step * step):
            if low <= x <= high and x % step == 0 and abs(x) < EVERYTHING[1] // 2:
                yield x

    def _slack(self, i: int, extra: int = 0) -> int:
        """The most that sides may differ, in whole micros: strictly less than the tolerance."""
        tolerance = self._tolerance[i] + extra
        return (tolerance - 1) // 2 if tolerance > 0 else 0

    def _own_step(self, cell: CellKey) -> int:
        """What the cell already adds to tolerances: a blank adds nothing until it is filled."""
        known = self.ledger.cells[cell]
        return known.step if known.printed or cell in self.changes else 0
