"""Peer benchmarks: each published amount and its share of expenditure among comparable ones.

The measures and the statistics are here; who is compared with whom is in `peers`.
"""

from __future__ import annotations

import polars as pl

from analysis.amounts import FILING, ITEM, TOTALS, checked, expenditure, ratio_pct
from analysis.columns import COLUMNS
from analysis.peers import PEER_GROUPS, grouped, own_sets

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
        One row per known value × measure × peer group; columns as in
        `analysis.COLUMNS["benchmark"]`, sorted. A department without a kind has no row in the
        group that needs one. What could not be read has no row, and is counted among its peers'.

    Raises:
        UnusableAmounts: see `analysis.amounts.checked`.
    """
    values = _measured(checked(amounts))
    groups = [
        _described(grouped(values, group)).with_columns(peer_group=pl.lit(name))
        for name, group in PEER_GROUPS.items()
    ]
    return pl.concat(groups).select(list(COLUMNS["benchmark"])).sort(*ITEM, "measure", "peer_group")


def _measured(published: pl.DataFrame) -> pl.DataFrame:
    """The amounts, once per measure, as doubles in `value`.

    Where the amount, or the total that it is a share of, is printed and could not be read, the
    value is null and `unread` is true.
    """
    unread = pl.col("amount_cny").is_null()
    share = (
        published.filter(pl.col("dimension") != TOTALS)
        .join(expenditure(published), on=FILING)
        .with_columns(
            value=ratio_pct(pl.col("amount_cny"), pl.col("expenditure_cny")),
            unread=unread | pl.col("expenditure_cny").is_null(),
        )
        .drop("expenditure_cny")
        .filter(pl.col("value").is_not_null() | pl.col("unread"))
    )
    amount = published.with_columns(value=pl.col("amount_cny").cast(pl.Float64), unread=unread)
    return pl.concat(
        [
            amount.with_columns(measure=pl.lit("amount_cny")),
            share.with_columns(measure=pl.lit("share_pct")),
        ]
    )


def _described(grouped_values: pl.DataFrame) -> pl.DataFrame:
    """Each value that is known, with the statistics of its set."""
    crowded = pl.col("crowded")
    known = _without_unread(grouped_values)
    shared, own = known.filter(~crowded), known.filter(crowded)
    spread = [
        _placed(shared).join(_spread(shared.lazy(), "group_id"), on="group_id"),
        _placed(own).join(_spread(own_sets(own), "row"), on="row"),
    ]
    return pl.concat(spread).with_columns(
        suppressed=_fewer_than(FEWEST_FOR_Z),
        robust_z=pl.when(~_fewer_than(FEWEST_FOR_Z), pl.col("mad") > 0).then(
            (pl.col("value") - pl.col("median")) / (MAD_TO_SIGMA * pl.col("mad"))
        ),
        median=pl.when(~_fewer_than(2)).then("median"),
        q1=pl.when(~_fewer_than(FEWEST_FOR_QUARTILES)).then("q1"),
        q3=pl.when(~_fewer_than(FEWEST_FOR_QUARTILES)).then("q3"),
    )


def _without_unread(grouped_values: pl.DataFrame) -> pl.DataFrame:
    """The values that are known, each with the number of its peers that are not."""
    unread = pl.col("unread").sum().cast(pl.Int64)
    return grouped_values.with_columns(
        n_unread=unread.over("group_id") - unread.over("part_id")
    ).filter(~pl.col("unread"))


def _placed(values: pl.DataFrame) -> pl.DataFrame:
    """Size of each value's set, and its percentile: below it, plus half of the equal ones.

    Average rank less a half counts just that. The others of its own part are no peers: their
    count is taken off that of the whole group, and it is put back itself.
    """
    size, rank = pl.len().cast(pl.Int64), pl.col("value").rank("average")
    n = size.over("group_id") - size.over("part_id") + 1
    below = rank.over("group_id") - rank.over("part_id") + 0.5
    return values.with_columns(n=n, below=below).with_columns(
        percentile_rank=pl.when(~_fewer_than(2)).then(100 * pl.col("below") / pl.col("n"))
    )


def _spread(members: pl.LazyFrame, a_set: str) -> pl.DataFrame:
    value = pl.col("value")
    return (
        members.group_by(a_set)
        .agg(
            median=value.median(),
            q1=value.quantile(0.25, "linear"),
            q3=value.quantile(0.75, "linear"),
            mad=(value - value.median()).abs().median(),
        )
        .collect()
    )


def _fewer_than(fewest: int) -> pl.Expr:
    return pl.col("n") < fewest
