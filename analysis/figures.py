"""The frames that measures are made of: who filed, and every figure of a filing, counts too.

Their columns and what makes a row unique. Money, posts, projects and scores stand side by side,
each under its dimension; what is made of them is in `measured`.
"""

from __future__ import annotations

import polars as pl

VALUE = pl.Decimal(20, 2)

FILERS = pl.Schema(
    {
        "filing_id": pl.String(),
        "department_id": pl.String(),
        "department": pl.String(),
        "department_kind": pl.String(),
        "department_level": pl.String(),
        "region_code": pl.String(),
        "scope": pl.String(),
        "fiscal_year": pl.Int32(),
    }
)
"""One row per current filing. Any column but `filing_id` and `department_id` may be null."""

FIGURES = pl.Schema(
    {
        "filing_id": pl.String(),
        "dimension": pl.String(),
        "code": pl.String(),
        "code_name": pl.String(),
        "code_level": pl.String(),
        "value": VALUE,
    }
)
"""One row per filing × dimension × code: yuan, or a count. A null value is one that is printed and
could not be read, or is said in two ways; a blank cell is no row."""

FIGURE = ["filing_id", "dimension", "code"]


class UnusableFigures(ValueError):
    """A frame that breaks the contract: the fault is ours, upstream, never the filer's."""


def checked_filers(filers: pl.DataFrame) -> pl.DataFrame:
    """The filers, with the columns and types of `FILERS`.

    Raises:
        UnusableFigures: a column is missing or does not fit, an id is null, a filing occurs twice,
            or two filings of one department, scope and year.
    """
    frame = _typed(filers, FILERS)
    _check_key(frame, ["filing_id"])
    _check_key(
        frame.drop_nulls(["scope", "fiscal_year"]), ["department_id", "scope", "fiscal_year"]
    )
    return frame


def checked_figures(figures: pl.DataFrame) -> pl.DataFrame:
    """The figures, with the columns and types of `FIGURES`.

    Raises:
        UnusableFigures: a column is missing or does not fit, a key is null or occurs twice.
    """
    frame = _typed(figures, FIGURES)
    _check_key(frame, FIGURE)
    return frame


def _typed(frame: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    missing = [name for name in schema if name not in frame.columns]
    if missing:
        raise UnusableFigures(f"the columns {missing} are missing")
    try:
        return frame.select(pl.col(name).cast(kind) for name, kind in schema.items())
    except pl.exceptions.PolarsError as error:
        raise UnusableFigures(f"values do not fit their types: {error}") from error


def _check_key(frame: pl.DataFrame, key: list[str]) -> None:
    for column in key:
        if frame[column].null_count():
            raise UnusableFigures(f"rows with a null {column}")
    double = frame.group_by(key).len().filter(pl.col("len") > 1).sort(key)
    if not double.is_empty():
        raise UnusableFigures(f"{double.height} keys occur twice, the first: {double.row(0)}")
