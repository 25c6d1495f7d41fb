"""Peer benchmarks: each published amount and its share of expenditure among comparable ones.

The measures and the statistics are here; who is compared with whom is in `peers`.
"""

from __future__ import annotations

import polars as pl

from analysis.amounts import FILING, ITEM, TOTALS, checked, expenditure, ratio_pct
from analysis.columns import COLUMNS
from analysis.peers import PEER_GROUPS, SET

FEWEST_FOR_QUARTILES = 4
FEWEST_FOR_Z = 8
MAD_TO_SIGMA = 1.4826
"""Makes the median absolute deviation of a normal distribution its standard deviation."""


def benchmark(amounts: pl.DataFrame) -> pl.DataFrame:
    """Where each value stands among its peers, for every measure and peer group.

    Quartiles interpolate linearly between order statistics (type 7 of Hyndman and Fan).

    Args:
        amounts: as in `analysis.amounts.SCHEMA`.

    Returns:
        One row per value × measure × peer group; columns as in `analysis.COLUMNS["benchmark"]`,
        sorted. A department without a kind has no row in the group that needs one.

    Raises:
        UnusableAmounts: see `analysis.amounts.checked`.
    """
    values = _measured(checked(amounts))
    groups = [
        _described(members(values)).with_columns(peer_group=pl.lit(name))
        for name, members in PEER_GROUPS.items()
    ]
    return pl.concat(groups).select(list(COLUMNS["benchmark"])).sort(*ITEM, "measure", "peer_group")


def _measured(published: pl.DataFrame) -> pl.DataFrame:
    """The amounts that are known, once per measure, as doubles in `value`."""
    known = published.drop_nulls("amount_cny")
    share = (
        known.filter(pl.col("dimension") != TOTALS)
        .join(expenditure(known), on=FILING)
        .with_columns(value=ratio_pct(pl.col("amount_cny"), pl.col("expenditure_cny")))
        .drop("expenditure_cny")
        .drop_nulls("value")
    )
    amount = known.with_columns(value=pl.col("amount_cny").cast(pl.Float64))
    return pl.concat(
        [
            amount.with_columns(measure=pl.lit("amount_cny")),
            share.with_columns(measure=pl.lit("share_pct")),
        ]
    )


def _described(members: pl.DataFrame) -> pl.DataFrame:
    """The statistics of each set, at its targets."""
    value, n, deviation = pl.col("value"), pl.col("n"), pl.col("value") - pl.col("median")
    rank = value.rank("average").over(SET)
    enough = pl.col("n") >= FEWEST_FOR_QUARTILES
    return (
        members.with_columns(n=pl.len().over(SET), median=value.median().over(SET))
        .with_columns(
            q1=pl.when(enough).then(value.quantile(0.25, "linear").over(SET)),
            q3=pl.when(enough).then(value.quantile(0.75, "linear").over(SET)),
            percentile_rank=pl.when(n > 1).then(100 * (rank - 0.5) / n),
            mad=deviation.abs().median().over(SET),
            suppressed=n < FEWEST_FOR_Z,
        )
        .with_columns(
            robust_z=pl.when(~pl.col("suppressed") & (pl.col("mad") > 0)).then(
                deviation / (MAD_TO_SIGMA * pl.col("mad"))
            ),
            median=pl.when(n > 1).then("median"),
        )
        .filter("is_target")
    )
