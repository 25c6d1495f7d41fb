"""Change of posts and people over the years: as of amounts, but that silence is no zero.

How heads are counted is in the models (`int_headcount`); how years are compared is in `yoy`.
"""

from __future__ import annotations

import polars as pl

from analysis.amounts import SCHEMA
from analysis.columns import COLUMNS
from analysis.yoy import Context, change_since

HEADCOUNTS = pl.Schema(
    {"filing_id": pl.String(), "headcount": pl.String(), "value": SCHEMA["amount_cny"]}
)
"""One row per filing and kind of headcount; null where the text says it in two ways."""

STAFF = "staff"


def staff_change(
    filers: pl.DataFrame, headcounts: pl.DataFrame, succession: pl.DataFrame
) -> pl.DataFrame:
    """The change of posts and people since each earlier year whose filing states them too.

    A text that does not speak of a headcount says nothing of it: there is no `new` or `ended`.

    Args:
        filers: as in `analysis.figures.FILERS`.
        headcounts: as in `HEADCOUNTS`.
        succession: as in `analysis.lineage.SUCCESSION`.

    Returns:
        One row per filing, headcount and base year of which both are known; columns as in
        `analysis.COLUMNS["staff_change"]`, by year, filer and headcount.
    """
    counted = headcounts.select(pl.col(name).cast(kind) for name, kind in HEADCOUNTS.items())
    whole = counted.join(filers, on="filing_id").rename(
        {"headcount": "code", "value": "amount_cny"}
    )
    lacking = [pl.lit(None).alias(name) for name in SCHEMA if name not in whole.columns]
    people = whole.with_columns(lacking).with_columns(dimension=pl.lit(STAFF))
    changes = change_since(people, Context(succession=succession))
    return (
        changes.filter(pl.col("amount_cny").is_not_null(), pl.col("prior_amount_cny").is_not_null())
        .rename(
            {
                "code": "headcount",
                "amount_cny": "persons",
                "prior_amount_cny": "prior_persons",
                "delta_cny": "delta",
            }
        )
        .with_columns(pl.col("persons", "prior_persons", "delta").cast(pl.Int64))
        .select(list(COLUMNS["staff_change"]))
    )
