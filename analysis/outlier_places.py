"""Where the figures of an outlier are printed. What an outlier is, is in `outliers`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from analysis.columns import COLUMNS
from analysis.measures import Selection, measures

SOUGHT = {
    "outlier_id": pl.String(),
    "order": pl.Int64(),
    "role": pl.String(),
    "filing_id": pl.String(),
    "dimension": pl.String(),
    "code": pl.String(),
}


CELL = ["filing_id", "form", "row_key", "measure"]


def outlier_place(
    outliers: pl.DataFrame, figures: pl.DataFrame, named: pl.DataFrame
) -> pl.DataFrame:
    """Where the figures of each outlier are printed, and whether the audit names the cell.

    Args:
        outliers: the table `outlier`.
        figures: as in `analysis.figures.FIGURES`, with their places beside them.
        named: cells that findings name: `finding_id` and the columns of `CELL`.

    Returns:
        One row per outlier × figure; columns as in `analysis.COLUMNS["outlier_place"]`, sorted.
    """
    levels = _codes_of_levels(figures)
    sought = pl.DataFrame(
        [row for each in outliers.iter_rows(named=True) for row in _sought(each, levels)],
        schema=SOUGHT,
        orient="row",
    )
    findings = named.group_by(CELL).agg(n_findings=pl.col("finding_id").n_unique().cast(pl.Int64))
    return (
        sought.join(figures, on=["filing_id", "dimension", "code"])
        .join(findings, on=CELL, how="left")
        .with_columns(pl.col("n_findings").fill_null(0))
        .sort("outlier_id", "order", "filing_id", "dimension", "code")
        .with_columns(place_no=pl.int_range(1, pl.len() + 1).over("outlier_id"))
        .select(list(COLUMNS["outlier_place"]))
    )


Levels = dict[tuple[str, str], list[str]]


def _codes_of_levels(figures: pl.DataFrame) -> Levels:
    """The codes of each level of a dimension, for measures of a whole level."""
    known = figures.select("dimension", "code_level", "code").drop_nulls().unique().sort("code")
    found: Levels = {}
    for dimension, level, code in known.iter_rows():
        found.setdefault((dimension, level), []).append(code)
    return found


def _sought(outlier: dict[str, Any], levels: Levels) -> Iterator[tuple[Any, ...]]:
    id_, filing = outlier["outlier_id"], outlier["filing_id"]
    own = [(outlier["dimension"], outlier["code"])]
    if outlier["kind"] == "change":
        yield from _figures(id_, 1, "amount", filing, own)
        for prior in (outlier["prior_filing_id"] or "").split(","):
            codes = (outlier["prior_code"] or outlier["code"]).split(",")
            found = [(outlier["dimension"], code.strip()) for code in codes]
            yield from _figures(id_, 2, "prior_amount", prior.strip(), found)
        return
    measure = {each.id: each for each in measures()}[outlier["measure"]]
    above = own if measure.each else _selected(measure.numerator, levels)
    yield from _figures(id_, 1, "numerator", filing, above)
    yield from _figures(id_, 2, "denominator", filing, _selected(measure.denominator, levels))


def _figures(
    id_: str, order: int, role: str, filing: str, figures: list[tuple[str, str]]
) -> Iterator[tuple[Any, ...]]:
    for dimension, code in figures:
        yield id_, order, role, filing, dimension, code


def _selected(parts: tuple[Selection, ...], levels: Levels) -> list[tuple[str, str]]:
    found = []
    for part in parts:
        codes = [part.code] if part.code else levels.get((part.dimension, str(part.level)), [])
        found += [(part.dimension, code) for code in codes]
    return found
