"""The measures of the real filing, from its text and tables, are those that it prints."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl
import pytest

from analysis.measured import measure_value

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
