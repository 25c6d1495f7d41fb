"""The measures of the real filing, from its text and tables, are those that it prints."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pytest

from analysis.amounts import SCHEMA as AMOUNTS
from analysis.benchmark import benchmark
from analysis.measured import measure_value
from analysis.outlier_places import outlier_place
from analysis.outliers import outlier
from analysis.yoy import yoy_change

WANTED = ("int_filer", "int_figure")


@pytest.fixture(scope="module")
def measured(real_text: Path) -> dict[str, tuple[str, float | None]]:
    """Measure → its state and value."""
    with duckdb.connect(real_text / "build.duckdb", read_only=True) as con:
        frames: list[pl.DataFrame] = [
            con.sql(f"from intermediate.{model}").pl() for model in WANTED
        ]
    rows = measure_value(*frames).select("measure", "state", "value").rows()
    return {measure: (state, value) for measure, state, value in rows}


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("office_per_post", 8243.75),  # 131,900 yuan of 6 administrative and 10 institutional posts
        ("personnel_per_post", 85093.75),
        ("personnel_share", 91.17),
        ("project_share", 36.09),
        ("budget_completion", 95.24),  # printed so
        ("execution_rate", 86.03),
        ("project_coverage", 89.26),
        ("procurement_share", 7.75),
        ("sme_share", 100.00),
        ("full_mark_share", 100.00),  # 47 of 47
        ("appropriation_dependence", 100.00),
        ("function_concentration", 0.6649),  # .8046² + .1198² + .0241² + .0516²
    ],
)
def test_what_it_prints(measured, measure, value):
    state, got = measured[measure]
    assert state == "known"
    assert got == pytest.approx(value, abs=0.00005 if value < 1 else 0.005)


def test_the_mean_self_score(measured):
    assert round(measured["self_score"][1], 1) == 99.3


@pytest.mark.parametrize("measure", ["office_per_person", "three_public_per_post"])
def test_what_it_does_not_print_has_no_value(measured, measure):
    """Nobody is said to be on duty; the form of 三公 is blank."""
    state, value = measured[measure]
    assert state in ("no_denominator", "not_published")
    assert value is None


def test_one_of_nine_that_stands_out_is_an_outlier_with_its_reason_and_cells(real_text: Path):
    """Nine counties print what the real filing prints; of the last the office costs are fivefold.

    The others differ by one percent each: 8,243.75 yuan a post, the median is 4 percent more.
    """
    with duckdb.connect(real_text / "build.duckdb", read_only=True) as con:
        filers, figures, named = (
            con.sql(f"from {table}").pl()
            for table in (
                "intermediate.int_filer",
                "intermediate.int_figure",
                "audit.finding_place",
            )
        )
    copies = [f"{n:016d}" for n in range(9)]
    others = pl.concat(
        filers.with_columns(filing_id=pl.lit(id_), department_id=pl.lit(id_)) for id_ in copies
    )
    factors = [*(1 + Decimal(n) / 100 for n in range(8)), Decimal(5)]
    scaled = pl.concat(
        figures.with_columns(
            filing_id=pl.lit(id_),
            value=pl.when(pl.col("dimension") == "economic", pl.col("code") == "office_total")
            .then((pl.col("value") * factor).round(2))
            .otherwise("value")
            .cast(pl.Decimal(20, 2)),
        )
        for id_, factor in zip(copies, factors, strict=True)
    )
    found = outlier(yoy_change(AMOUNTS.to_frame()), benchmark(others, scaled))
    by_post = found.filter(measure="office_per_post")
    assert by_post.select("kind", "filing_id", "value", "median", "n").rows() == [
        ("position", copies[-1], 41218.75, pytest.approx(8573.5), 9)
    ]
    assert "编制人均公用经费为 4.12 万元/编制" in by_post["reason_zh"][0]
    cells, sentences = outlier_place(by_post, scaled, named).partition_by("role")
    assert cells.select("form", "row_key", "raw_text").rows() == [
        ("basic_expenditure_by_economic", "office_total", "13.19")
    ]
    assert sentences.select("role", "value").rows() == [("denominator", Decimal(16))]
    assert "行政编制6名" in sentences["raw_text"][0]
    assert sentences["line_no"].to_list() == [79]
