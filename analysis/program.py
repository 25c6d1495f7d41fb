"""Whether linear equations have a solution within bounds: the one place that knows the solver.

The solver is loaded only when it is asked: it takes longer than all else here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import highspy

Bounds = Sequence[tuple[float, float]]

LEAST_VIOLATION = 0.01
"""Below it, the solver's own rounding: all else here is whole or half numbers."""


def multipliers(rows: Sequence[Mapping[int, int]], sides: Bounds, variables: Bounds) -> list[float]:
    """A multiplier for each row; those that are not 0 prove that no solution exists.

    Each row may be missed, by as little as possible in total: the multipliers are the dual of that.

    Args:
        rows: coefficients by the number of the variable.
        sides: the least and the most that each row may come to.
        variables: the least and the most that each variable may be.

    Returns:
        Zeros throughout where there is a solution.
    """
    import highspy

    class Quiet(highspy.Highs):
        """A solver that keeps its banner to itself: it would print it while it is made."""

        def enableCallbacks(self) -> None:  # noqa: N802
            self.silent()
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    solver = Quiet()  # type: ignore[no-untyped-call]
    solver.setOptionValue("threads", 1)
    solver.passModel(_elastic(rows, sides, variables))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"the linear program ended as {solver.getModelStatus()}")
    if solver.getInfo().objective_function_value < LEAST_VIOLATION:
        return [0.0] * len(rows)
    return list(solver.getSolution().row_dual)


def _elastic(
    rows: Sequence[Mapping[int, int]], sides: Bounds, variables: Bounds
) -> highspy.HighsLp:
    """The program, with two variables a row for what it is short or over."""
    import highspy

    n, spares = len(variables), 2 * len(rows)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = n + spares, len(rows)
    program.col_cost_ = [0.0] * n + [1.0] * spares
    program.col_lower_ = [low for low, _ in variables] + [0.0] * spares
    program.col_upper_ = [high for _, high in variables] + [highspy.kHighsInf] * spares
    program.row_lower_ = [low for low, _ in sides]
    program.row_upper_ = [high for _, high in sides]
    start, index, value = [0], [], []
    for r, row in enumerate(rows):
        index += [*row, n + 2 * r, n + 2 * r + 1]
        value += [*map(float, row.values()), 1.0, -1.0]
        start.append(len(index))
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = start
    program.a_matrix_.index_ = index
    program.a_matrix_.value_ = value
    return program
