"""Half-up rounding and the two regimes, with figures typed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.figures import Figures, Key
from corpus.money import Unit
from corpus.rounding import printed

SPENT = "expenditure_by_function"
SUMMARY = "income_expenditure_summary"


@pytest.mark.parametrize(
    ("yuan", "unit", "text"),
    [
        ("650", Unit(), "0.07"),
        ("649.99", Unit(), "0.06"),
        ("-650", Unit(), "-0.07"),
        ("49.99", Unit(), "0.00"),
        ("650", Unit("万元", 4), "0.0650"),
        ("2336700", Unit(), "233.67"),
        ("1234567.89", Unit("元"), "1234567.89"),
        ("2.5", Unit("元", 0), "3"),
    ],
)
def test_rounds_half_up_in_the_unit(yuan: str, unit: Unit, text: str) -> None:
    assert str(unit.rounded(Decimal(yuan))) == text


def exact() -> Figures:
    """Two leaves of 649.99 yuan each under one 类: 0.06 each, 0.13 together."""
    leaf, both = Decimal("649.99"), Decimal("1299.98")
    rows = {"2100409": leaf, "2100408": leaf, "21004": both, "210": both, "total": both}
    figures = {Key(SPENT, row, m): v for row, v in rows.items() for m in ("total", "project")}
    return figures | {
        Key(SUMMARY, "expenditure.210", "amount"): both,
        Key("disclosure_statistics", "vehicles.total", "value"): Decimal(3),
    }


def test_cells_regime_rounds_each_cell() -> None:
    got = printed(exact(), lambda _: Unit(), "cells")
    assert got[Key(SPENT, "2100409", "project")] == Decimal("0.06")
    assert got[Key(SPENT, "210", "project")] == Decimal("0.13")
    assert got[Key(SUMMARY, "expenditure.210", "amount")] == Decimal("0.13")


def test_leaves_regime_adds_rounded_leaves_in_forms_by_function_only() -> None:
    got = printed(exact(), lambda _: Unit(), "leaves")
    for row_key in ("21004", "210", "total"):
        for measure in ("project", "total"):
            assert got[Key(SPENT, row_key, measure)] == Decimal("0.12")
    assert got[Key(SUMMARY, "expenditure.210", "amount")] == Decimal("0.13")
    assert got.keys() == exact().keys()


def test_counts_have_no_unit() -> None:
    got = printed(exact(), lambda _: Unit(), "cells")
    assert got[Key("disclosure_statistics", "vehicles.total", "value")] == 3
