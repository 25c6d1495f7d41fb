"""From line items to change over the years: the models and the analysis together.

Filings typed by hand (those of `test_comparable`), and the real filing with its text.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from conftest import built, home_of
from test_comparable import FILINGS

from analysis.contribution import growth_contribution
from analysis.yoy import Context, change_since, yoy_change

D = Decimal
CONTEXT = ("intermediate.int_stated_prior", "marts.dim_department_succession",
           "intermediate.int_code_move", "marts.fct_staffing")  # fmt: skip

Change = Callable[..., pl.DataFrame]


def analysed(database: Path) -> Change:
    """A function of the analysis, applied to what a built warehouse holds."""
    with duckdb.connect(database, read_only=True) as con:
        amounts, *known = (con.sql(f"from {t}").pl() for t in ("intermediate.int_amount", *CONTEXT))
    return lambda function: function(amounts, Context(*known))


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Change:
    built(tmp_path_factory, "comparable", FILINGS)
    return analysed(home_of(tmp_path_factory, "comparable") / "build.duckdb")


@pytest.fixture(scope="module")
def real(real_text: Path) -> Change:
    """The real text filing alone."""
    return analysed(real_text / "build.duckdb")


def rows(frame: pl.DataFrame, *columns: str, **where: Any) -> list[tuple[Any, ...]]:
    return frame.filter(**where).select(columns).rows()


def test_a_moved_code_has_an_unbroken_series_with_its_flag(typed: Change) -> None:
    petitions = {"department_kind": "petition", "dimension": "function", "fiscal_year": 2024}
    columns = ("code", "status", "prior_code", "prior_amount_cny", "percent")
    assert rows(typed(yoy_change), *columns, **petitions) == [
        ("201", "continuing", None, D("80000.00"), -12.5),
        ("20103", "reclassified", None, D("80000.00"), None),
        ("20140", "moved", "2010308", D("80000.00"), -12.5),
        ("2014001", "reclassified", None, None, None),
    ]
    [(percent,)] = rows(
        typed(change_since), "percent", code="20140", fiscal_year=2024, prior_year=2022
    )
    assert round(percent, 2) == -22.22  # 9.00 to 7.00


def test_a_renamed_department_has_an_unbroken_series(typed: Change) -> None:
    found = rows(
        typed(yoy_change), "status", "prior_filing_id", "percent",
        code="expenditure", region_code="990102", fiscal_year=2022,
    )  # fmt: skip
    assert found == [("continuing", "4" * 16, 20.0)]  # 5.00 to 6.00


def test_the_real_filing_has_the_year_before_out_of_its_text(real: Change) -> None:
    got = real(yoy_change).filter(pl.col("basis").is_not_null())
    assert set(got["basis"]) == {"stated_in_text"}
    found = {
        (dimension, code): (prior, round(percent, 2))
        for dimension, code, prior, percent in rows(
            got, "dimension", "code", "prior_amount_cny", "percent"
        )
    }
    assert found == {
        ("total", "income_grand_total"): (D("2123000.00"), 10.07),
        ("total", "expenditure_grand_total"): (D("2123000.00"), 10.07),
        ("total", "appropriation_income_grand_total"): (D("2121400.00"), 10.15),
        ("total", "appropriation_expenditure_grand_total"): (D("2121400.00"), 10.15),
        ("fund", "general_budget"): (D("2121400.00"), 10.15),
        ("general_budget", "201"): (D("1776400.00"), 5.83),
        ("general_budget", "208"): (D("175800.00"), 59.27),
        ("general_budget", "210"): (D("56200.00"), 0.0),
        ("general_budget", "221"): (D("98600.00"), 22.21),
    }


def test_the_growth_that_the_real_text_misprints_is_kept_beside(real: Change) -> None:
    got = real(yoy_change).filter(pl.col("stated_percent").is_not_null())
    assert rows(got, "code", "stated_percent", stated_agrees=False) == [("221", 23.65)]


def test_the_growth_of_the_real_filing_by_class_with_its_residual(real: Change) -> None:
    """In ten thousand yuan: 10.36 + 10.42 + 0 + 2.19 - 1.44 = 21.53, of 212.14."""
    got = growth_contribution(real(yoy_change))
    assert rows(got, "partition", "code", "contribution_cny", "whole_delta_cny") == [
        ("general_budget", "201", D("103600.00"), D("215300.00")),
        ("general_budget", "208", D("104200.00"), D("215300.00")),
        ("general_budget", "210", D("0.00"), D("215300.00")),
        ("general_budget", "221", D("21900.00"), D("215300.00")),
        ("general_budget", "residual", D("-14400.00"), D("215300.00")),
    ]
    points = [round(p, 2) for (p,) in rows(got, "contribution_pp")]
    assert points == [4.88, 4.91, 0.0, 1.03, -0.68]
