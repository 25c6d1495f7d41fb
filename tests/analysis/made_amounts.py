"""Frames of published amounts, made by hand from compact rows, for the tests of the analysis."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import polars as pl
from hypothesis import strategies as st

from analysis.amounts import SCHEMA


def row(department: str, year: int, dimension: str, code: str, amount: str | None, **other: Any):
    """One published amount.

    `kind`, `region`, `scope`, `name`, `level`, `step` may be given, and the years `since` and
    `until` which its code means the same.
    """
    scope = other.get("scope", "department")
    return {
        "filing_id": f"{department}-{scope}-{year}",
        "department_id": department,
        "department": f"{department}局",
        "department_kind": other.get("kind", "财政"),
        "region_code": other.get("region", "990101"),
        "scope": scope,
        "fiscal_year": year,
        "dimension": dimension,
        "code": code,
        "code_name": other.get("name", f"{code}名"),
        "code_level": other.get("level", "class"),
        "amount_cny": None if amount is None else Decimal(amount),
        "step_cny": Decimal(other.get("step", "0.01")),
        "comparable_from": other.get("since"),
        "comparable_to": other.get("until"),
        "is_additive": True,
    }


def frame(*rows: dict[str, Any]) -> pl.DataFrame:
    """The rows as the analysis takes them."""
    return pl.DataFrame(list(rows), schema=SCHEMA)


def only(result: pl.DataFrame, **where: Any) -> dict[str, Any]:
    """The one row of the result that fits."""
    fitting = result.filter(**where)
    assert fitting.height == 1, fitting
    return fitting.row(0, named=True)


YUAN = st.integers(0, 10**12).map(lambda cents: Decimal(cents) / 100)


def filed(department: str, year: int, parts: dict[str, Decimal]) -> list[dict[str, Any]]:
    """A filing of these function classes, and of their sum."""
    total = sum(parts.values(), Decimal(0))
    rows = [row(department, year, "function", code, str(v)) for code, v in parts.items()]
    return [row(department, year, "total", "expenditure", str(total)), *rows]
