"""Growth taken apart: what each part of a total contributes to its change.

Which parts make up which total is data (`partitions.csv`); how a change is found is in `yoy`.
"""

from __future__ import annotations

import polars as pl

from analysis.amounts import AMOUNT, ratio_pct
from analysis.columns import COLUMNS
from analysis.partition import Partition, partitions

RESIDUAL = "residual"
RESIDUAL_NAME = "未列明的差额"


def growth_contribution(changes: pl.DataFrame) -> pl.DataFrame:
    """The change of each total by its parts, and what they leave open as a row of its own.

    Within a filing, base year and partition, `contribution_cny` adds up to the change of the total
    exactly. The residual holds what the parts miss: parts without a known base, parts that the
    text does not name, rounding.

    Args:
        changes: as `analysis.yoy.yoy_change` gives them.

    Returns:
        One row per filing × partition × part, and a residual where there is one; columns as in
        `analysis.COLUMNS["growth_contribution"]`, sorted. Nothing where the change of the total, or
        of every part, is not known.
    """
    found = [_taken_apart(changes, partition) for partition in partitions()]
    order = ["department_id", "scope", "fiscal_year", "prior_year", "partition", "code"]
    return pl.concat(found).select(list(COLUMNS["growth_contribution"])).sort(order)


def _taken_apart(changes: pl.DataFrame, partition: Partition) -> pl.DataFrame:
    key = ["filing_id", "prior_year"]
    whole = changes.filter(
        pl.col("delta_cny").is_not_null(),
        dimension=partition.whole_dimension,
        code=partition.whole_code,
    ).with_columns(
        whole_delta_cny="delta_cny", whole_prior="prior_amount_cny", whole_percent="percent"
    )
    parts = (
        changes.filter(dimension=partition.dimension, code_level=partition.code_level)
        .filter(pl.col("delta_cny").is_not_null().any().over(key))
        .join(whole.select(*key, "whole_delta_cny", "whole_prior", "whole_percent"), on=key)
        .with_columns(kind="status", contribution_cny="delta_cny")
    )
    sums = parts.group_by(key).agg(parts_cny=pl.col("contribution_cny").sum())
    residual = (
        whole.join(sums, on=key)
        .with_columns(
            code=pl.lit(RESIDUAL),
            code_name=pl.lit(RESIDUAL_NAME),
            kind=pl.lit(RESIDUAL),
            contribution_cny=(pl.col("whole_delta_cny") - pl.col("parts_cny")).cast(AMOUNT),
            amount_cny=pl.lit(None, AMOUNT),
            prior_amount_cny=pl.lit(None, AMOUNT),
        )
        .filter(pl.col("contribution_cny") != 0)
        .select(parts.columns)
    )
    return pl.concat([parts, residual]).with_columns(
        partition=pl.lit(partition.partition),
        whole=pl.lit(partition.whole),
        # A total without a percent has no percentage points to take apart.
        contribution_pp=pl.when(pl.col("whole_percent").is_not_null()).then(
            ratio_pct(pl.col("contribution_cny"), pl.col("whole_prior"))
        ),
    )
