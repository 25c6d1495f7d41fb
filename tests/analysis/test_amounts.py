"""What the analysis takes, refuses and leaves out."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from made_amounts import frame, row

from analysis.amounts import UnusableAmounts, checked, left_out, quotient, ratio_pct

ONE = row("x", 2023, "function", "201", "1.00")


@pytest.mark.parametrize(
    ("amounts", "says"),
    [
        (frame(ONE).drop("scope"), "lack the columns"),
        (frame(ONE, ONE), "occur twice"),
        (frame(ONE, {**ONE, "code": "202", "filing_id": "other"}), "occur twice"),
        (frame({**ONE, "code": None}), "null code"),
        (frame(ONE).with_columns(pl.col("amount_cny").cast(pl.Float64)), "not a decimal"),
        (frame(ONE).with_columns(pl.col("amount_cny").cast(pl.Decimal(20, 4))), "not a decimal"),
        (frame(ONE).with_columns(fiscal_year=pl.lit("二〇二三")), "do not fit"),
    ],
)
def test_a_broken_contract_is_refused(amounts, says):
    with pytest.raises(UnusableAmounts, match=says):
        checked(amounts)


def test_what_cannot_be_compared_is_left_out_and_told():
    unknown = {**ONE, "department_id": None, "filing_id": "nobody"}
    loose = {**ONE, "department_id": "y", "scope": None, "filing_id": "loose"}
    amounts = frame(ONE, unknown, {**unknown, "code": "202"}, loose)
    assert left_out(amounts).rows() == [("loose", "no_scope"), ("nobody", "no_department")]
    assert checked(amounts)["filing_id"].to_list() == ["x-department-2023"]


def test_wider_numbers_of_a_database_are_taken():
    wide = frame(ONE).with_columns(
        pl.col("fiscal_year").cast(pl.Int64), pl.col("amount_cny").cast(pl.Decimal(38, 2))
    )
    assert checked(wide).schema["amount_cny"] == pl.Decimal(20, 2)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        ("1.00", "3.00", 100 / 3),
        ("-1.00", "4.00", -25.0),
        ("1.00", "0.00", None),
        ("1.00", "-1.00", None),
        ("1.00", None, None),
        ("999999999999999999.99", "999999999999999999.99", 100.0),
    ],
)
def test_ratios(part, whole, percent):
    amounts = pl.DataFrame(
        {"part": [Decimal(part)], "whole": [whole and Decimal(whole)]},
        schema={"part": pl.Decimal(20, 2), "whole": pl.Decimal(20, 2)},
    )
    got = amounts.select(ratio_pct(pl.col("part"), pl.col("whole"))).item()
    assert got == (percent and pytest.approx(percent))


def test_a_quotient_is_that_of_its_row_whatever_the_other_rows_say() -> None:
    above = [float(n) for n in range(1, 200)]
    for below in (3.0, 49.0, 161803.0):
        frame = pl.DataFrame({"above": above, "below": [below] * len(above)})
        found = frame.select(quotient(pl.col("above"), pl.col("below"))).to_series().to_list()
        assert found == [n / below for n in above]
