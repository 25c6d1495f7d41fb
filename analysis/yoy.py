"""Change over the years: each published amount beside that of the year before, or of any earlier.

The tables and what they are made of; how one pair of years is compared is in `change`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from analysis.amounts import AMOUNT, checked
from analysis.cells import Cells, cells
from analysis.change import NOT_KNOWN, judged
from analysis.columns import COLUMNS
from analysis.deflate import COUNTRY, DEFLATOR, ratios
from analysis.lineage import SUCCESSION, UNITS, events, links
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
        units: as in `analysis.lineage.UNITS`.
        deflator: as in `analysis.deflate.DEFLATOR`.
    """

    stated: pl.DataFrame = field(default_factory=STATED.to_frame)
    succession: pl.DataFrame = field(default_factory=SUCCESSION.to_frame)
    moves: pl.DataFrame = field(default_factory=MOVES.to_frame)
    units: pl.DataFrame = field(default_factory=UNITS.to_frame)
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
        as in `analysis.COLUMNS["yoy_change"]`, by year, filer, dimension and code.

    Raises:
        UnusableAmounts: see `analysis.amounts.checked`.
    """
    published = checked(amounts)
    pairs = [(year, year - 1) for year in sorted(published["fiscal_year"].unique())]
    return _changes(published, context, pairs)


def change_since(amounts: pl.DataFrame, context: Context = NOTHING) -> pl.DataFrame:
    """The change of every amount since each earlier fiscal year that its filer has filed for.

    Up to ten years back. Against the year before it is as in `yoy_change`, with what the text
    states of that; a text speaks of no other year. A filing has one row per code and base year
    (`prior_year`): never add up over base years.

    Args:
        amounts: as in `analysis.amounts.SCHEMA`.
        context: what else is known.

    Returns:
        As `yoy_change`, but for what cannot be compared (`no_base`, `unknown`).
    """
    published = checked(amounts)
    years = sorted(published["fiscal_year"].unique())
    bases = sorted({*years, *(year - 1 for year in years)})
    pairs = [(y, b) for y in years for b in bases if 0 < y - b <= MOST_YEARS_APART]
    known = ~pl.col("status").is_in(NOT_KNOWN)
    return _changes(published, context, pairs, known)


def _changes(
    published: pl.DataFrame,
    context: Context,
    pairs: list[tuple[int, int]],
    kept: pl.Expr | None = None,
) -> pl.DataFrame:
    """The rows of all pairs of years, each pair on its own; in the order of the pairs."""
    known = cells(published)
    stated = known.of(context.stated.select(pl.col(n).cast(k) for n, k in STATED.items()))
    found = [
        rows if kept is None else rows.filter(kept)
        for year, base in pairs or [(0, -1)]
        for said in [stated if base == year - 1 else stated.clear()]
        for rows in [_pair(known, said, context, year, base)]
    ]
    return pl.concat(found)


def _pair(
    known: Cells, stated: pl.DataFrame, context: Context, year: int, base: int
) -> pl.DataFrame:
    linked = links(known.filed, events(context.succession), context.units, year, base)
    now = known.values.filter(fiscal_year=year).select(
        "dimension", "code", "code_name", "code_level", "amount_cny", "comparable_from",
        cell=known.at(), there=True,
    )  # fmt: skip
    prior = _prior(known, linked, context.moves, year, base, now["cell"])
    prices = ratios(context.deflator, known.filed["region_code"].unique(), year, base)
    rows = (
        now.join(prior, on="cell", how="full", coalesce=True)
        .join(stated.drop(KEY), on="cell", how="left")
        .sort("cell")
        .with_columns(filing_no=known.filing_no)
        .join(_filers(known, linked, year), on="filing_no", maintain_order="left")
        .with_columns(priced=pl.col("region_code").fill_null(COUNTRY))
        .join(prices, left_on="priced", right_on="region_code", how="left", maintain_order="left")
        .with_columns(
            there=pl.col("there").fill_null(value=False),
            prior_there=pl.col("prior_codes").is_not_null(),
            dimension=pl.coalesce("dimension", "prior_dimension"),
            code=pl.coalesce("code", "prior_codes"),
            code_name=pl.coalesce("code_name", "prior_code_name"),
            code_level=pl.coalesce("code_level", "prior_code_level"),
            prior_year=pl.lit(base, pl.Int32()),
        )
    )
    return judged(rows, base, year).select(list(COLUMNS["yoy_change"]))


def _prior(
    known: Cells,
    linked: pl.DataFrame,
    moves: pl.DataFrame,
    year: int,
    base: int,
    printed: pl.Series,
) -> pl.DataFrame:
    """The amounts of the base year, by the cell of the later filing that they stand before.

    Those of several filings (a merger) or codes are added up; where one could not be read, none is
    known. A code that has moved stands under its new one only where the later filing prints that.
    """
    moved = targets(known_moves(moves), base, year).join(known.items, on=["dimension", "code"])
    goes = moved.select("item", "dimension", code="target").join(
        known.items.rename({"item": "target"}), on=["dimension", "code"]
    )
    number = known.filed.select("filing_id", later_no="filing_no")
    later = linked.join(number, on="filing_id").select("later_no", filing_id="prior_filing_id")
    rows = (
        known.values.filter(fiscal_year=base)
        .join(later, on="filing_id")
        .join(goes.select("item", "target"), on="item", how="left")
        .with_columns(target=known.at("later_no", "target"), cell=known.at("later_no"))
        .with_columns(
            cell=pl.when(pl.col("target").is_in(printed.implode())).then("target").otherwise("cell")
        )
        .select("cell", *(pl.col(old).alias(new) for old, new in PRIOR.items()))
    )
    several = pl.col("cell").is_duplicated()
    return pl.concat([rows.filter(~several), _added_up(rows.filter(several))])


PRIOR = {
    "dimension": "prior_dimension",
    "code": "prior_codes",
    "code_name": "prior_code_name",
    "code_level": "prior_code_level",
    "amount_cny": "prior_amount_cny",
    "step_cny": "prior_step_cny",
    "comparable_to": "prior_comparable_to",
}


def _added_up(rows: pl.DataFrame) -> pl.DataFrame:
    money = pl.col("prior_amount_cny")
    summed = rows.group_by("cell").agg(
        pl.col("prior_dimension").first(),
        pl.col("prior_codes").unique().sort().str.join(", "),
        pl.col("prior_code_name", "prior_code_level").min(),
        pl.when(~money.has_nulls()).then(money.sum()),
        pl.col("prior_step_cny").sum(),
        pl.col("prior_comparable_to").min(),
    )
    return summed.select(pl.col(name).cast(kind) for name, kind in rows.schema.items())


def _filers(known: Cells, linked: pl.DataFrame, year: int) -> pl.DataFrame:
    """The filings of the year, each with those that stand before it."""
    before = linked.group_by("filing_id").agg(
        prior_filing_id=pl.col("prior_filing_id").sort().str.join(", "),
        scope_changed=pl.col("scope_changed").any(),
    )
    return (
        known.filed.filter(fiscal_year=year)
        .join(before, on="filing_id", how="left")
        .with_columns(
            pl.col("scope_changed").fill_null(value=False),
            has_prior=pl.col("prior_filing_id").is_not_null(),
        )
    )
