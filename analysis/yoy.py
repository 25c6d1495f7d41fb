"""Change over the years: each published amount beside that of the year before, or of any earlier.

The tables and what they are made of; how one pair of years is compared is in `change`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from analysis.amounts import AMOUNT, ITEM, SCHEMA, checked, filings
from analysis.change import NOT_KNOWN, judged
from analysis.columns import COLUMNS
from analysis.deflate import DEFLATOR, ratios
from analysis.lineage import SUCCESSION, events, links
from analysis.moves import MOVES, known_moves, targets

STATED = pl.Schema(
    {
        "filing_id": pl.String(),
        "dimension": pl.String(),
        "code": pl.String(),
        "stated_by": pl.String(),
        "stated_prior_cny": AMOUNT,
        "stated_prior_low_cny": AMOUNT,
        "stated_prior_high_cny": AMOUNT,
        "stated_percent": pl.Float64(),
        "stated_agrees": pl.Boolean(),
    }
)
"""One row per item of whose prior amount the filing's text speaks: the amount that follows, and the
bounds that rounding leaves it."""

MOST_YEARS_APART = 10

KEY = ["filing_id", "dimension", "code"]


@dataclass(frozen=True)
class Context:
    """What is known beside the amounts; whatever is left out is known of nothing.

    Attributes:
        stated: as in `STATED`.
        succession: as in `analysis.lineage.SUCCESSION`.
        moves: as in `analysis.moves.MOVES`.
        deflator: as in `analysis.deflate.DEFLATOR`.
    """

    stated: pl.DataFrame = field(default_factory=STATED.to_frame)
    succession: pl.DataFrame = field(default_factory=SUCCESSION.to_frame)
    moves: pl.DataFrame = field(default_factory=MOVES.to_frame)
    deflator: pl.DataFrame = field(default_factory=DEFLATOR.to_frame)


NOTHING = Context()


def yoy_change(amounts: pl.DataFrame, context: Context = NOTHING) -> pl.DataFrame:
    """The change of every amount from the fiscal year exactly before.

    Where no filing of the year before is there, what this year's text states of it stands in its
    place (`basis`); it never stands in the place of what a filing prints. `contribution_pp` is the
    change in percent of the prior amount of `whole`, so that the contributions of codes that add up
    to it add up to its growth.

    Args:
        amounts: as in `analysis.amounts.SCHEMA`.
        context: what else is known.

    Returns:
        One row per filing and code that it, or the filing of the year before, publishes; columns
        as in `analysis.COLUMNS["yoy_change"]`, sorted.

    Raises:
        UnusableAmounts: see `analysis.amounts.checked`.
    """
    published = checked(amounts)
    pairs = [(year, year - 1) for year in sorted(published["fiscal_year"].unique())]
    return _changes(published, context, pairs)


def change_since(amounts: pl.DataFrame, context: Context = NOTHING) -> pl.DataFrame:
    """The change of every amount since each earlier fiscal year that its filer has filed for.

    Up to ten years back, and by filings alone. A filing has one row per code and base year
    (`prior_year`): never add up over base years.

    Args:
        amounts: as in `analysis.amounts.SCHEMA`.
        context: what else is known.

    Returns:
        As `yoy_change`, but for what cannot be compared (`no_base`, `unknown`).
    """
    published = checked(amounts)
    years = sorted(published["fiscal_year"].unique())
    pairs = [(y, b) for y in years for b in years if 0 < y - b <= MOST_YEARS_APART]
    by_filings = Context(STATED.to_frame(), context.succession, context.moves, context.deflator)
    known = ~pl.col("status").is_in(NOT_KNOWN)
    return _changes(published, by_filings, pairs, known)


def _changes(
    published: pl.DataFrame,
    context: Context,
    pairs: list[tuple[int, int]],
    kept: pl.Expr | None = None,
) -> pl.DataFrame:
    """The rows of all pairs of years, each pair on its own: one is in memory at a time."""
    by_year = {
        year[0]: part for year, part in published.partition_by("fiscal_year", as_dict=True).items()
    }
    nothing = SCHEMA.to_frame()
    found = [
        rows if kept is None else rows.filter(kept)
        for year, base in pairs
        for rows in [_pair(by_year[year], by_year.get(base, nothing), context, year, base)]
    ]
    if not found:
        found = [_pair(nothing, nothing, context, 0, -1)]
    return pl.concat(found).sort(*ITEM, "prior_year")


def _pair(
    now: pl.DataFrame, before: pl.DataFrame, context: Context, year: int, base: int
) -> pl.DataFrame:
    filed = filings(pl.concat([now, before]))
    linked = links(filed, events(context.succession), year, base)
    prior = _prior(before, linked, now.select(KEY), targets(known_moves(context.moves), base, year))
    stated = context.stated.select(pl.col(n).cast(k) for n, k in STATED.items())
    if base != year - 1:
        stated = stated.clear()
    values = now.select(
        *KEY, "code_name", "code_level", "amount_cny", "comparable_from", there=True
    )
    prices = ratios(context.deflator, filed["region_code"], year, base)
    rows = (
        values.join(prior, on=KEY, how="full", coalesce=True)
        .join(_of_filings(linked), on="filing_id", how="left")
        .join(filed.filter(fiscal_year=year), on="filing_id")
        .join(stated, on=KEY, how="left")
        .join(prices, on="region_code", how="left")
        .with_columns(
            pl.col("scope_changed").fill_null(value=False),
            has_prior=pl.col("prior_filing_id").is_not_null(),
            code_name=pl.coalesce("code_name", "prior_code_name"),
            code_level=pl.coalesce("code_level", "prior_code_level"),
            prior_year=pl.lit(base, pl.Int32()),
        )
    )
    return judged(rows, base, year).select(list(COLUMNS["yoy_change"]))


def _prior(
    before: pl.DataFrame, linked: pl.DataFrame, printed: pl.DataFrame, moved: pl.DataFrame
) -> pl.DataFrame:
    """The amounts of the base year under the filing and code that they stand before.

    Those of several filings (a merger) or codes are added up; where one could not be read, none is
    known. A code that has moved stands under its new one only where the later filing prints that.
    """
    goes = printed.rename({"code": "target"}).with_columns(goes=True)
    rows = (
        before.rename({"filing_id": "prior_filing_id"})
        .join(linked.select("filing_id", "prior_filing_id"), on="prior_filing_id")
        .join(moved, on=["dimension", "code"], how="left")
        .join(goes, on=["filing_id", "dimension", "target"], how="left")
        .with_columns(key=pl.when("goes").then("target").otherwise("code"))
    )
    money = pl.col("amount_cny")
    return (
        rows.group_by("filing_id", "dimension", "key")
        .agg(
            prior_amount_cny=pl.when(~money.has_nulls()).then(money.sum()),
            prior_step_cny=pl.col("step_cny").sum(),
            prior_codes=pl.col("code").unique().sort().str.join(", "),
            prior_code_name=pl.col("code_name").min(),
            prior_code_level=pl.col("code_level").min(),
            prior_comparable_to=pl.col("comparable_to").min(),
        )
        .rename({"key": "code"})
        .with_columns(pl.col("prior_amount_cny").cast(AMOUNT), prior_there=True)
    )


def _of_filings(linked: pl.DataFrame) -> pl.DataFrame:
    return linked.group_by("filing_id").agg(
        prior_filing_id=pl.col("prior_filing_id").sort().str.join(", "),
        scope_changed=pl.col("scope_changed").any(),
    )
