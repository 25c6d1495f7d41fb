"""What is worth a look: the most surprising changes and positions, ranked, each with its reason.

What counts as an outlier is decided here; the sentences are in `reasons`, the places in
`outlier_places`. No outlier is proven wrong: it is a place where a person should look.
"""

from __future__ import annotations

from hashlib import sha256

import polars as pl

from analysis.benchmark import FEWEST_FOR_Z, MAD_TO_SIGMA
from analysis.columns import COLUMNS
from analysis.measures import measures
from analysis.peers import OWN, peer_groups
from analysis.reasons import reason

STANDS_OUT = 3.5
"""The robust z from which Iglewicz and Hoaglin (1993) call a value an outlier."""

HIGHEST_SCORE = 10.0
"""Beyond it a robust z speaks of how narrow the others are, not of the value."""

MATERIAL_PP = 1.0
"""A change or share matters from this many percentage points of expenditure on; 三公, which is
small and watched, from `MATERIAL_CNY` on."""

MATERIAL_CNY = 10_000

MOST_A_YEAR = 1000
"""Outliers kept of a fiscal year: nobody looks at more."""

COMPARED = ["total", "nature", "function", "economic", "three_public"]
"""Dimensions of items that are looked at: the others say the same again."""

TOTAL = "expenditure"
"""Of the totals, the one that is looked at, and that others weigh by."""

REAL = ["continuing", "moved", "new", "ended"]
"""Changes that are no artefact of codes, scopes or filings that are not there."""

CHANGED_ALIKE = ["fiscal_year", "scope", "dimension", "code"]
IDENTITY = ["kind", "filing_id", "measure", "dimension", "code"]


def outlier(changes: pl.DataFrame, benchmarks: pl.DataFrame) -> pl.DataFrame:
    """What is worth a look: the most surprising changes and positions, ranked.

    A change is measured as 2 × change by the sum of both amounts, which new and ended items have
    too, and compared with those of all filings of the year and scope that print the code. A
    position is a measure far from peers of its kind. Suppressed statistics, changed scopes and
    reclassified codes are no outliers; of codes below each other the finest speaks. Of a year the
    first `MOST_A_YEAR` are kept.

    Args:
        changes: the table `yoy_change`.
        benchmarks: the table `benchmark`.

    Returns:
        Columns as in `analysis.COLUMNS["outlier"]`, sorted by year and rank.
    """
    found = pl.concat([_changes(changes), _positions(benchmarks)], how="diagonal")
    found = _finest(found.filter(pl.col("robust_z").abs() >= STANDS_OUT)).with_columns(
        score=pl.col("robust_z").abs().clip(upper_bound=HIGHEST_SCORE)
    )
    found = found.sort(
        "fiscal_year",
        "score",
        pl.col("share_pp").abs(),
        pl.col("robust_z").abs(),
        *IDENTITY,
        descending=[False, True, True, True, *[False] * len(IDENTITY)],
        nulls_last=True,
    ).with_columns(rank=pl.int_range(1, pl.len() + 1).over("fiscal_year"))
    found = found.filter(pl.col("rank") <= MOST_A_YEAR)
    return _with_reasons(found).select(list(COLUMNS["outlier"]))


def _changes(changes: pl.DataFrame) -> pl.DataFrame:
    """Real changes with their robust z among those of the same year, scope and code."""
    amount = pl.col("amount_cny").fill_null(0).cast(pl.Float64)
    prior = pl.col("prior_amount_cny").fill_null(0).cast(pl.Float64)
    looked_at = pl.col("dimension").is_in(COMPARED) & (
        (pl.col("dimension") != "total") | (pl.col("code") == TOTAL)
    )
    total = changes.filter(dimension="total", code=TOTAL).select("filing_id", total="amount_cny")
    measured = (
        changes.filter(looked_at, pl.col("status").is_in(REAL))
        .filter(amount >= 0, prior >= 0, amount + prior > 0)
        .with_columns(symmetric=2 * (amount - prior) / (amount + prior))
        .with_columns(
            n=pl.len().over(CHANGED_ALIKE).cast(pl.Int64),
            centre=pl.col("symmetric").median().over(CHANGED_ALIKE),
        )
        .with_columns(
            mad=(pl.col("symmetric") - pl.col("centre")).abs().median().over(CHANGED_ALIKE)
        )
        .filter(pl.col("n") >= FEWEST_FOR_Z, pl.col("mad") > 0)
        .join(total, on="filing_id", how="left")
    )
    named = measured.with_columns(
        kind=pl.lit("change"),
        measure=pl.lit("change"),
        peer_group=pl.lit("same_year"),
        robust_z=(pl.col("symmetric") - pl.col("centre")) / (MAD_TO_SIGMA * pl.col("mad")),
        value=pl.when(prior > 0).then(100 * (amount - prior) / prior),
        median=_as_percent("centre"),
        share_pp=pl.when(pl.col("total") > 0).then(
            100 * pl.col("delta_cny").cast(pl.Float64) / pl.col("total").cast(pl.Float64)
        ),
    )
    watched = (pl.col("dimension") == "three_public") & (pl.col("delta_cny").abs() >= MATERIAL_CNY)
    return named.filter((pl.col("share_pp").abs() >= MATERIAL_PP) | watched)


def _as_percent(symmetric: str) -> pl.Expr:
    """The change in percent of the base that a symmetric one stands for; null from zero."""
    s = pl.col(symmetric)
    return pl.when(s < 2).then(100 * (2 * s) / (2 - s))


def _positions(benchmarks: pl.DataFrame) -> pl.DataFrame:
    """Measures with a robust z, each in the group in which it stands out most."""
    each = {measure.id: measure for measure in measures() if measure.each}
    shares = [id_ for id_, measure in each.items() if measure.kind == "ratio"]
    is_share = pl.col("measure").is_in(shares)
    distance = pl.col("value") - pl.col("median")
    telling = pl.col("peer_group").is_in([each.id for each in peer_groups() if each.outliers])
    material = pl.col("dimension").is_in(COMPARED) & (distance.abs() >= MATERIAL_PP)
    return (
        benchmarks.drop_nulls("robust_z")
        .filter(telling | pl.col("peer_group").str.starts_with(OWN))
        .filter(~pl.col("measure").is_in(list(each)) | (is_share & material))
        .with_columns(kind=pl.lit("position"), share_pp=pl.when(is_share).then(distance))
        .sort(pl.col("robust_z").abs(), "peer_group", descending=[True, False])
        .unique(IDENTITY, keep="first", maintain_order=True)
    )


def _finest(found: pl.DataFrame) -> pl.DataFrame:
    """Without codes of which a part stands out to the same side."""
    same = ["kind", "filing_id", "measure", "dimension", "up"]
    found = found.with_columns(up=pl.col("robust_z") > 0)
    coded = found.drop_nulls("code").filter(pl.col("code").str.contains(r"^\d+$"))
    above = (
        coded.select(*same, "code")
        .join(coded.select(*same, finer="code"), on=same)
        .filter(
            pl.col("finer").str.starts_with(pl.col("code")),
            pl.col("finer") != pl.col("code"),
        )
        .select(*same, "code")
        .unique()
    )
    return found.join(above, on=[*same, "code"], how="anti")


def _with_reasons(found: pl.DataFrame) -> pl.DataFrame:
    rows = found.to_dicts()
    texts = {
        "outlier_id": [_id(row) for row in rows],
        "reason_zh": [reason(row, "zh") for row in rows],
        "reason_en": [reason(row, "en") for row in rows],
    }
    return found.with_columns(
        pl.Series(name, values, dtype=pl.String) for name, values in texts.items()
    )


def _id(row: dict[str, object]) -> str:
    text = "|".join("" if row[name] is None else str(row[name]) for name in IDENTITY)
    return sha256(text.encode()).hexdigest()[:16]
