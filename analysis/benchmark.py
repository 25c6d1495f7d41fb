"""Peer benchmarks: where each measure of a filing stands among those of its peers.

The statistics are here; the measures are in `measured`, who is compared with whom is in `peers`.
"""

from __future__ import annotations

import polars as pl

from analysis.columns import COLUMNS
from analysis.figures import checked_figures, checked_filers
from analysis.measured import WHO, measured
from analysis.measures import ON_LOGS, measures
from analysis.peers import OWN, peer_group, peer_groups

FEWEST_FOR_QUARTILES = 4
FEWEST_FOR_Z = 8
MAD_TO_SIGMA = 1.4826
"""Makes the median absolute deviation of a normal distribution its standard deviation."""

CELL = ["group_key", "measure", "dimension", "code"]
"""Only values that agree in all of these are ever compared."""

LEFT_OUT = ["n_unread", "n_no_denominator", "n_not_published"]


def benchmark(
    filers: pl.DataFrame, figures: pl.DataFrame, own: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Where each known value stands among its peers, for every measure and peer group.

    Quartiles interpolate linearly between order statistics (type 7 of Hyndman and Fan). The robust
    z is taken on logarithms for measures in yuan, where zero and what is below count as lowest.

    Args:
        filers: as in `analysis.figures.FILERS`.
        figures: as in `analysis.figures.FIGURES`.
        own: groups of the user, as in `analysis.own_groups.OWN_GROUPS`.

    Returns:
        One row per known value × peer group; columns as in `analysis.COLUMNS["benchmark"]`,
        sorted. What could not be compared has no row, and is counted among its peers'.

    Raises:
        UnusableFigures: see `analysis.figures`.
    """
    members = peer_group(filers, figures, own).drop_nulls("group_key")
    members = members.with_columns(n_members=pl.len().over("group_key").cast(pl.Int64))
    values = measured(checked_figures(figures), measures())
    values = values.with_columns(scaled=_scaled())
    whole = {group.id for group in peer_groups() if group.items}
    items = {measure.id for measure in measures() if measure.each}
    compared = members.select("peer_group", "group_key", "n_members", "filing_id").join(
        values, on="filing_id"
    )
    compared = compared.filter(
        pl.col("peer_group").is_in(sorted(whole))
        | pl.col("peer_group").str.starts_with(OWN)
        | ~pl.col("measure").is_in(sorted(items))
    )
    return (
        _described(compared)
        .join(checked_filers(filers).select("filing_id", *WHO), on="filing_id")
        .select(list(COLUMNS["benchmark"]))
        .sort("fiscal_year", "region_code", "department_id", "scope", *CELL[1:], "peer_group")
    )


def _scaled() -> pl.Expr:
    """What distances are measured on: the logarithm of a measure in yuan, else the value."""
    on_logs = sorted(measure.id for measure in measures() if measure.kind in ON_LOGS)
    value = pl.col("value")
    log = pl.when(value > 0).then(value.log()).when(value <= 0).then(float("-inf"))
    return pl.when(pl.col("measure").is_in(on_logs)).then(log).otherwise(value)


def _described(compared: pl.DataFrame) -> pl.DataFrame:
    """Each value that is known, with the statistics of its set."""
    n = pl.col("n")
    return (
        compared.filter(state="known")
        .join(_statistics(compared), on=CELL, nulls_equal=True)
        .with_columns(below=pl.col("value").rank("average").over("cell") - 0.5)
        .with_columns(
            n_not_published=pl.col("n_members") - n - pl.sum_horizontal(LEFT_OUT[:2]),
            coverage=n / pl.col("n_members"),
            share_zero=pl.col("n_zero") / n,
            percentile_rank=pl.when(n >= 2).then(100 * pl.col("below") / n),
            median=pl.when(n >= 2).then("median"),
            q1=pl.when(n >= FEWEST_FOR_QUARTILES).then("q1"),
            q3=pl.when(n >= FEWEST_FOR_QUARTILES).then("q3"),
            robust_z=_robust_z(),
            suppressed=n < FEWEST_FOR_Z,
        )
    )


def _statistics(compared: pl.DataFrame) -> pl.DataFrame:
    """Those of each set, numbered as `cell`; a value that is not known is null in all of them."""
    state, value, scaled = pl.col("state"), pl.col("value"), pl.col("scaled")
    return (
        compared.group_by(CELL)
        .agg(
            n=(state == "known").sum().cast(pl.Int64),
            n_unread=(state == "unread").sum().cast(pl.Int64),
            n_no_denominator=(state == "no_denominator").sum().cast(pl.Int64),
            n_zero=(value == 0).sum(),
            median=value.median(),
            q1=value.quantile(0.25, "linear"),
            q3=value.quantile(0.75, "linear"),
            centre=scaled.median(),
            mad=(scaled - scaled.median()).abs().median(),
        )
        .with_row_index("cell")
    )


def _robust_z() -> pl.Expr:
    """Null where too few are compared, and where the distance from the middle is not finite."""
    enough = pl.col("n") >= FEWEST_FOR_Z
    z = (pl.col("scaled") - pl.col("centre")) / (MAD_TO_SIGMA * pl.col("mad"))
    spread = (pl.col("mad") > 0) & pl.col("mad").is_finite() & pl.col("centre").is_finite()
    return pl.when(enough & spread & z.is_finite()).then(z)
