"""From exact figures to printed ones, in one of the two rounding regimes that filings show.

`cells`: every cell is rounded from yuan on its own, so parts may miss their total by a cent.
`leaves`: in the forms by function, sub-totals are added up again from the rounded leaves, so
they are exact there and may differ by a cent from the other forms.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from corpus.figures import COUNTS, Figures, Key
from corpus.money import ZERO, Unit

Regime = Literal["cells", "leaves"]
Units = Callable[[str], Unit]
"""The unit of a form, by its key."""

BALANCES = ("opening_balance", "income", "closing_balance")
READDED = ("income_by_function", "expenditure_by_function", "general_budget_by_function")


def _is_leaf(key: Key) -> bool:
    return len(key.row_key) == 7 and key.measure not in ("total", *BALANCES)


def _readded(leaves: Figures) -> Figures:
    sums: Figures = {}
    for key, value in leaves.items():
        code = key.row_key
        for row_key in (code, code[:5], code[:3], "total"):
            for measure in (key.measure, "total"):
                place = Key(key.form, row_key, measure)
                sums[place] = sums.get(place, ZERO) + value
    return sums


def printed(exact: Figures, units: Units, regime: Regime = "cells") -> Figures:
    """The figures as printed, each in the unit of its form; counts as they are.

    Args:
        exact: Figures in yuan, and counts.
        units: The unit of each form.
        regime: Which cells are rounded from yuan.
    """
    rounded = {
        key: value if key.row_key.startswith(COUNTS) else units(key.form).rounded(value)
        for key, value in exact.items()
    }
    if regime == "cells":
        return rounded
    leaves = {k: v for k, v in rounded.items() if k.form in READDED and _is_leaf(k)}
    kept = {k: v for k, v in rounded.items() if k.form not in READDED or k.measure in BALANCES}
    return kept | _readded(leaves)
