"""Posts and people over the years, by hand."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from analysis import COLUMNS
from analysis.figures import FILERS
from analysis.lineage import SUCCESSION
from analysis.staff import HEADCOUNTS, staff_change

FILERS_OF = {"a": ("old", 2021), "b": ("new", 2022), "c": ("new", 2023)}


def filers() -> pl.DataFrame:
    rows = [
        {"filing_id": i, "department_id": d, "fiscal_year": y, "scope": "unit"}
        for i, (d, y) in FILERS_OF.items()
    ]
    return pl.DataFrame(rows, schema=FILERS)


def heads(*rows: tuple[str, str, int | None]) -> pl.DataFrame:
    typed = [(i, kind, None if n is None else Decimal(n)) for i, kind, n in rows]
    return pl.DataFrame(typed, schema=HEADCOUNTS, orient="row")


RENAMED = pl.DataFrame([("old", "new", 2022, "rename", 1)], schema=SUCCESSION, orient="row")


def test_by_hand_over_a_rename() -> None:
    """16 posts, 20, 12; people on duty are stated in the last two years alone."""
    got = staff_change(
        filers(),
        heads(
            ("a", "quota", 16), ("b", "quota", 20), ("c", "quota", 12),
            ("b", "on_duty", 0), ("c", "on_duty", 5),
        ),
        RENAMED,
    )  # fmt: skip
    assert got.columns == list(COLUMNS["staff_change"])
    columns = ("headcount", "fiscal_year", "prior_year", "delta", "percent", "prior_filing_id")
    assert got.sort("headcount", maintain_order=True).select(columns).rows() == [
        ("on_duty", 2023, 2022, 5, None, "b"),
        ("quota", 2022, 2021, 4, 25.0, "a"),
        ("quota", 2023, 2021, -4, -25.0, "a"),
        ("quota", 2023, 2022, -8, -40.0, "b"),
    ]


def test_silence_and_what_is_said_in_two_ways_are_no_zero() -> None:
    got = staff_change(
        filers(), heads(("b", "quota", 20), ("b", "retired", 3), ("c", "quota", None)), RENAMED
    )
    assert got.is_empty()
