"""Year-over-year change: each published amount beside that of the fiscal year exactly before.

What counts as new, ended or unknown is decided here, and what stands in for a filing that is not
there; harmonised codes and deflators are not here.
"""

from __future__ import annotations

import polars as pl

from analysis.amounts import (
    AMOUNT,
    FILING,
    ITEM,
    SCHEMA,
    TOTALS,
    checked,
    expenditure,
    filings,
    ratio_pct,
)
from analysis.columns import COLUMNS

STATED = pl.Schema(
    {
        **{name: kind for name, kind in SCHEMA.items() if name in ITEM},
        "stated_prior_cny": AMOUNT,
        "stated_prior_low_cny": AMOUNT,
        "stated_prior_high_cny": AMOUNT,
    }
)
"""One row per item of which the filing's text states the change: the prior amount that follows, and
the bounds that rounding leaves it."""

TEXT = "stated_in_text"


def yoy_change(amounts: pl.DataFrame, stated: pl.DataFrame | None = None) -> pl.DataFrame:
    """The change of every amount from the year before, in yuan, percent and contribution.

    `contribution_pp` is the change in percent of the prior year's printed total expenditure (for
    a total: of itself), so that the contributions of codes that add up to total expenditure add
    up to its growth. Where no filing of the year before is there, what this year's text states of
    it stands in its place (`basis`); it never stands in the place of a filing.

    Args:
        amounts: as in `analysis.amounts.SCHEMA`.
        stated: as in `STATED`.

    Returns:
        One row per filing and code that it, or the filing of the year before, publishes; columns
        as in `analysis.COLUMNS["yoy_change"]`, sorted.

    Raises:
        UnusableAmounts: see `analysis.amounts.checked`.
    """
    published = checked(amounts)
    pairs = _pairs(published, STATED.to_frame() if stated is None else stated)
    pairs = pairs.with_columns(status=_status())
    return (
        pairs.with_columns(delta_cny=_delta())
        .with_columns(
            prior_year=pl.col("fiscal_year") - 1,
            percent=ratio_pct(pl.col("delta_cny"), pl.col("prior_amount_cny")),
            contribution_pp=ratio_pct(pl.col("delta_cny"), pl.col("prior_whole_cny")),
        )
        .select(list(COLUMNS["yoy_change"]))
        .sort(ITEM)
    )


def _pairs(published: pl.DataFrame, stated: pl.DataFrame) -> pl.DataFrame:
    """Each code of a filing or of its predecessor, once, with what both print."""
    values = published.select(*ITEM, "code_name", "code_level", "amount_cny", there=True)
    filed = filings(published)
    block = [*FILING, "dimension"]
    speaks = values.drop_nulls("amount_cny").select(*block, speaks=True).unique()
    return (
        values.join(_as_prior(values, ITEM), on=ITEM, how="full", coalesce=True)
        .join(filed, on=FILING)
        .join(_as_prior(filed.select(*FILING, "filing_id"), FILING), on=FILING, how="left")
        .join(speaks, on=block, how="left")
        .join(_as_prior(speaks, block), on=block, how="left")
        .join(_as_prior(expenditure(published), FILING), on=FILING, how="left")
        .join(stated.select(pl.col(n).cast(k) for n, k in STATED.items()), on=ITEM, how="left")
        .with_columns(basis=_basis())
        .with_columns(
            prior_amount_cny=pl.when(pl.col("basis") == TEXT)
            .then("stated_prior_cny")
            .otherwise("prior_amount_cny"),
        )
        .with_columns(
            code_name=pl.coalesce("code_name", "prior_code_name"),
            code_level=pl.coalesce("code_level", "prior_code_level"),
            prior_whole_cny=pl.when(pl.col("dimension") == TOTALS)
            .then("prior_amount_cny")
            .otherwise("prior_expenditure_cny"),
        )
    )


def _as_prior(frame: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """The frame as the year after sees it: moved on by a year, its values named `prior_…`."""
    return frame.with_columns(pl.col("fiscal_year") + 1).rename(
        {name: f"prior_{name}" for name in frame.columns if name not in key}
    )


def _basis() -> pl.Expr:
    return (
        pl.when(pl.col("prior_filing_id").is_not_null())
        .then(pl.lit("own_filing"))
        .when(pl.col("stated_prior_cny").is_not_null())
        .then(pl.lit(TEXT))
    )


def _status() -> pl.Expr:
    """`unknown` before `new` and `ended`: a value that we do not have is no change of policy."""
    unread = (pl.col("there") & pl.col("amount_cny").is_null()) | (
        pl.col("prior_there") & pl.col("prior_amount_cny").is_null()
    )
    silent = pl.col("speaks").is_null() | pl.col("prior_speaks").is_null()
    return (
        pl.when(pl.col("basis").is_null())
        .then(pl.lit("no_base"))
        .when(pl.col("basis") == TEXT)
        .then(pl.lit("continuing"))
        .when(unread.fill_null(value=False) | silent)
        .then(pl.lit("unknown"))
        .when(pl.col("there").is_null())
        .then(pl.lit("ended"))
        .when(pl.col("prior_there").is_null())
        .then(pl.lit("new"))
        .otherwise(pl.lit("continuing"))
    )


def _delta() -> pl.Expr:
    return (
        pl.when(pl.col("status") == "continuing")
        .then(pl.col("amount_cny") - pl.col("prior_amount_cny"))
        .when(pl.col("status") == "new")
        .then("amount_cny")
        .when(pl.col("status") == "ended")
        .then(-pl.col("prior_amount_cny"))
        .cast(AMOUNT)
    )
