"""What became of an amount between two years: where its base comes from, status, change, percent.

Expressions and joins over the rows of one pair of years. Which filings and codes belong together is
decided before, in `lineage` and `moves`.
"""

from __future__ import annotations

import polars as pl

from analysis.amounts import AMOUNT, TOTALS, ratio_pct
from analysis.partition import wholes

OWN = "own_filing"
RESTATED = "own_filing_restated"
TEXT = "stated_in_text"

FEWEST_STEPS = 10
"""A base of fewer units of its last printed digit has no percent: rounding alone would make it."""

NOT_KNOWN = ["no_base", "unknown"]
COMPARABLE = ["continuing", "moved", "ended"]


def judged(rows: pl.DataFrame, base: int, year: int) -> pl.DataFrame:
    """The rows of a pair of years with basis, status, change and what follows of it.

    Args:
        rows: one row per filing (`filing_no`), dimension and code of one of the years: `there`,
            `amount_cny`, `step_cny`, `comparable_from`; `prior_there`, `prior_amount_cny`,
            `prior_step_cny`, `prior_comparable_to`, `prior_codes`; `has_prior`, `scope_changed`;
            the stated columns; `price_ratio`.
        base: the earlier fiscal year.
        year: the later one.
    """
    block = ["filing_no", "dimension"]
    rows = rows.with_columns(
        speaks=pl.col("amount_cny").is_not_null().any().over(block),
        prior_speaks=pl.col("prior_amount_cny").is_not_null().any().over(block),
    )
    rows = rows.with_columns(restated=_restated())
    rows = rows.with_columns(basis=_basis(), restated_percent=_restated_percent())
    text = pl.col("basis") == TEXT
    rows = rows.with_columns(
        prior_amount_cny=pl.when(text).then("stated_prior_cny").otherwise("prior_amount_cny"),
        prior_step_cny=pl.when(text)
        .then(pl.col("stated_prior_high_cny") - pl.col("stated_prior_low_cny"))
        .otherwise("prior_step_cny"),
    )
    rows = rows.with_columns(status=_status(base, year)).with_columns(delta_cny=_delta())
    return _shared(rows.with_columns(percent=_percent())).with_columns(
        # See `ratio_pct` for the nothing that is added.
        real_percent=(100 + pl.col("percent")) / (pl.col("price_ratio") + 0 * pl.col("percent"))
        - 100,
        prior_code=pl.when(pl.col("prior_codes") != pl.col("code")).then("prior_codes"),
    )


def _basis() -> pl.Expr:
    """The filing of the base year first; what the text states where that says nothing.

    A base that the text restates stays the base: `restated_percent` is the growth over the other.
    """
    own = pl.col("has_prior") & pl.col("prior_speaks")
    unread = pl.col("prior_there") & pl.col("prior_amount_cny").is_null()
    stated = pl.col("stated_prior_cny").is_not_null() & pl.col("amount_cny").is_not_null()
    return (
        pl.when(stated & (~own | unread))
        .then(pl.lit(TEXT))
        .when(own & pl.col("restated"))
        .then(pl.lit(RESTATED))
        .when(own)
        .then(pl.lit(OWN))
    )


def _restated() -> pl.Expr:
    """Whether rounding cannot explain that the text's base is not that of the filing."""
    half = pl.col("prior_step_cny").fill_null(0) / 2
    return (pl.col("prior_amount_cny") + half < pl.col("stated_prior_low_cny")) | (
        pl.col("prior_amount_cny") - half > pl.col("stated_prior_high_cny")
    )


def _restated_percent() -> pl.Expr:
    """The percent over the restated base."""
    width = pl.col("stated_prior_high_cny") - pl.col("stated_prior_low_cny")
    delta = pl.col("amount_cny") - pl.col("stated_prior_cny")
    return pl.when(pl.col("restated") & _means_something("stated_prior_cny", width)).then(
        ratio_pct(delta, pl.col("stated_prior_cny"))
    )


def _status(base: int, year: int) -> pl.Expr:
    """`unknown` before `new` and `ended`: a value that we do not have is no change of policy."""
    there, prior_there = pl.col("there"), pl.col("prior_there")
    text = pl.col("basis") == TEXT
    unread = (there & pl.col("amount_cny").is_null()) | (
        prior_there & pl.col("prior_amount_cny").is_null()
    )
    broken = (pl.col("comparable_from") > base) | (pl.col("prior_comparable_to") < year)
    return (
        pl.when(pl.col("basis").is_null() & ~pl.col("has_prior"))
        .then(pl.lit("no_base"))
        .when(text)
        .then(pl.lit("continuing"))
        .when(pl.col("basis").is_null() | unread | ~pl.col("speaks"))
        .then(pl.lit("unknown"))
        .when(pl.col("scope_changed"))
        .then(pl.lit("scope_change"))
        .when(broken.fill_null(value=False))
        .then(pl.lit("reclassified"))
        .when(~there)
        .then(pl.lit("ended"))
        .when(~prior_there)
        .then(pl.lit("new"))
        .when(pl.col("prior_codes") != pl.col("code"))
        .then(pl.lit("moved"))
        .otherwise(pl.lit("continuing"))
    )


def _delta() -> pl.Expr:
    """A code that only one of two filings prints is nothing in the other."""
    change = pl.col("amount_cny").fill_null(0) - pl.col("prior_amount_cny").fill_null(0)
    return pl.when(~pl.col("status").is_in(NOT_KNOWN)).then(change).cast(AMOUNT)


def _means_something(base: str, step: pl.Expr) -> pl.Expr:
    return pl.col(base) >= FEWEST_STEPS * step.fill_null(0)


def _percent() -> pl.Expr:
    known = pl.col("status").is_in(COMPARABLE)
    return pl.when(known & _means_something("prior_amount_cny", pl.col("prior_step_cny"))).then(
        ratio_pct(pl.col("delta_cny"), pl.col("prior_amount_cny"))
    )


def _shared(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with `whole`, the total that each is a part of, and what it adds to its growth."""
    itself = pl.concat_str("dimension", "code", separator="/")
    rows = rows.join(wholes(), on="dimension", how="left", maintain_order="left").with_columns(
        whole=pl.when(pl.col("dimension") == TOTALS).then(itself).otherwise("whole")
    )
    base = (
        rows.filter(
            pl.col("status").is_in(COMPARABLE)
            & _means_something("prior_amount_cny", pl.col("prior_step_cny"))
        )
        .select("filing_no", whole=itself, whole_prior="prior_amount_cny")
        .join(rows.select("whole").unique(), on="whole", how="semi")
    )
    return rows.join(
        base, on=["filing_no", "whole"], how="left", maintain_order="left"
    ).with_columns(contribution_pp=ratio_pct(pl.col("delta_cny"), pl.col("whole_prior")))
