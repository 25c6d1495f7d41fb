"""The measures of each filing: value, operands, and why there is none. No peers here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from analysis.amounts import quotient
from analysis.figures import FILERS, VALUE, checked_figures, checked_filers
from analysis.measures import Measure, Selection, measures

OPERANDS = pl.Schema(
    {
        "filing_id": pl.String(),
        "measure": pl.String(),
        "dimension": pl.String(),
        "code": pl.String(),
        "code_name": pl.String(),
        "code_level": pl.String(),
        "numerator": VALUE,
        "denominator": VALUE,
        "value": pl.Float64(),
        "state": pl.String(),
    }
)
"""What a measure gives for a filing. `state`: `known`, `unread`, `no_denominator`."""

WHO = [name for name in FILERS if name != "filing_id"]


def measure_value(filers: pl.DataFrame, figures: pl.DataFrame) -> pl.DataFrame:
    """The measures of each filing, or why it has none: all but those of every printed item.

    Args:
        filers: as in `analysis.figures.FILERS`.
        figures: as in `analysis.figures.FIGURES`.

    Returns:
        One row per filing × measure; columns as in `analysis.COLUMNS["measure_value"]`, sorted.

    Raises:
        UnusableFigures: see `analysis.figures`.
    """
    filed = checked_filers(filers)
    named = [measure for measure in measures() if not measure.each]
    ids = pl.DataFrame(
        {"measure": [measure.id for measure in named]}, schema={"measure": pl.String}
    )
    return (
        filed.join(ids, how="cross")
        .join(measured(checked_figures(figures), named), on=["filing_id", "measure"], how="left")
        .with_columns(pl.col("state").fill_null("not_published"))
        .select(*WHO, "measure", "value", "state", "numerator", "denominator", "filing_id")
        .sort("fiscal_year", "region_code", "department_id", "scope", "filing_id", "measure")
    )


def measured(figures: pl.DataFrame, wanted: Iterable[Measure]) -> pl.DataFrame:
    """What these measures give, as in `OPERANDS`: no row where a numerator is not published."""
    wanted = list(wanted)
    fractions = [measure for measure in wanted if measure.kind != "concentration"]
    parts = [_fractions(figures, fractions)]
    parts += [
        _concentration(figures, measure) for measure in wanted if measure.kind == "concentration"
    ]
    return pl.concat([OPERANDS.to_frame(), *(_as_operands(part) for part in parts)])


def _fractions(figures: pl.DataFrame, wanted: list[Measure]) -> pl.DataFrame:
    """Numerators, of each item or of the filing, beside the filing's denominator; the state."""
    above = pl.concat(
        [_items(figures, wanted), _sums(figures, {m.id: m.numerator for m in wanted})],
        how="diagonal",
    ).rename({"value": "numerator"})
    below = _sums(figures, {m.id: m.denominator for m in wanted}).rename({"value": "denominator"})
    divides = pl.col("measure").is_in([m.id for m in wanted if m.denominator])
    percent = pl.col("measure").is_in([m.id for m in wanted if m.kind == "ratio"])
    unread = pl.col("numerator").is_null() | (pl.col("there") & pl.col("denominator").is_null())
    return (
        above.join(below.with_columns(there=True), on=["filing_id", "measure"], how="left")
        .with_columns(
            state=pl.when(unread)
            .then(pl.lit("unread"))
            .when(divides & ~(pl.col("denominator") > 0).fill_null(value=False))
            .then(pl.lit("no_denominator"))
            .otherwise(pl.lit("known"))
        )
        .with_columns(
            value=pl.when(pl.col("state") != "known")
            .then(None)
            .when(divides)
            .then(
                quotient(
                    pl.when(percent).then(100.0).otherwise(1.0) * _cents("numerator"),
                    _cents("denominator"),
                )
            )
            .otherwise(pl.col("numerator").cast(pl.Float64))
        )
    )


def _items(figures: pl.DataFrame, wanted: list[Measure]) -> pl.DataFrame:
    """Each printed item, once for each measure that is of each of its dimension."""
    each = [(m.id, dimension) for m in wanted for dimension in m.each]
    return figures.join(_strings(each, ["measure", "dimension"]), on="dimension")


def _sums(figures: pl.DataFrame, operands: Mapping[str, tuple[Selection, ...]]) -> pl.DataFrame:
    """The sum of each measure's figures, per filing with all of them; null if one is unread."""
    parts = [(id_, part.dimension, part.code) for id_, ps in operands.items() for part in ps]
    listed = _strings(parts, ["measure", "dimension", "code"])
    return (
        figures.join(listed.with_columns(needed=pl.len().over("measure")), on=["dimension", "code"])
        .group_by("filing_id", "measure")
        .agg(
            missing=pl.col("needed").first() - pl.len(),
            unread=pl.col("value").has_nulls(),
            value=pl.col("value").sum(),
        )
        .filter(missing=0)
        .select("filing_id", "measure", value=pl.when(~pl.col("unread")).then("value"))
    )


def _concentration(figures: pl.DataFrame, measure: Measure) -> pl.DataFrame:
    """Sum of squared shares; there are no shares where a code is negative.

    As numerator by denominator: the mean of the codes' amounts, each weighted by its own share, and
    their sum.
    """
    part = measure.numerator[0]
    squares, whole = pl.col("squares").cast(pl.Float64), pl.col("whole").cast(pl.Float64)
    known = pl.col("state") == "known"
    return (
        figures.filter(dimension=part.dimension, code_level=part.level)
        .with_columns(cents=(pl.col("value") * 100).cast(pl.Int128))
        .group_by("filing_id")
        .agg(
            unread=pl.col("value").has_nulls(),
            negative=(pl.col("value") < 0).any(),
            squares=(pl.col("cents") * pl.col("cents")).sum(),
            whole=pl.col("cents").sum(),
            denominator=pl.col("value").sum(),
        )
        .with_columns(
            measure=pl.lit(measure.id),
            state=pl.when("unread")
            .then(pl.lit("unread"))
            .when(pl.col("negative") | (pl.col("whole") == 0))
            .then(pl.lit("no_denominator"))
            .otherwise(pl.lit("known")),
        )
        .with_columns(
            numerator=pl.when(known).then((quotient(squares, whole) / 100).round(2)),
            denominator=pl.when(known).then("denominator"),
            value=pl.when(known).then(quotient(quotient(squares, whole), whole)),
        )
    )


def _as_operands(frame: pl.DataFrame) -> pl.DataFrame:
    none = [pl.lit(None).alias(name) for name in OPERANDS if name not in frame.columns]
    typed = (pl.col(name).cast(kind) for name, kind in OPERANDS.items())
    return frame.with_columns(none).select(typed)


def _strings(rows: Sequence[tuple[str | None, ...]], names: list[str]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


def _cents(column: str) -> pl.Expr:
    """Whole cents, so that equal ratios give equal doubles and ties stay ties."""
    return (pl.col(column) * 100).cast(pl.Int128).cast(pl.Float64)
