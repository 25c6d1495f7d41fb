"""The frame that every analysis takes: published amounts of current filings, and its checks.

Its columns, what makes a row unique, what is left out, and which row is a filing's total.
No statistics here.
"""

from __future__ import annotations

import polars as pl

AMOUNT = pl.Decimal(20, 2)
STEP = pl.Decimal(20, 6)

SCHEMA = pl.Schema(
    {
        "filing_id": pl.String(),
        "department_id": pl.String(),
        "department": pl.String(),
        "department_kind": pl.String(),
        "region_code": pl.String(),
        "scope": pl.String(),
        "fiscal_year": pl.Int32(),
        "dimension": pl.String(),
        "code": pl.String(),
        "code_name": pl.String(),
        "code_level": pl.String(),
        "amount_cny": AMOUNT,
        "step_cny": STEP,
        "comparable_from": pl.Int32(),
        "comparable_to": pl.Int32(),
        "is_additive": pl.Boolean(),
    }
)
"""One row per filing × dimension × code. A null amount is one that is printed and could not be
read; a blank cell is no row. All levels of the codes are there, totals too. `step_cny` is the worth
of the last printed digit; `comparable_from` and `_to` are the fiscal years between which the code
means the same, null without a bound; `is_additive` filings may be added up with others."""

FILING = ["department_id", "scope", "fiscal_year"]
ITEM = [*FILING, "dimension", "code"]

TOTALS = "total"
"""The dimension whose rows are wholes: total income and total expenditure."""

EXPENDITURE = "expenditure"
"""The code, among the totals, of a filing's expenditure of the year (本年支出合计)."""


class UnusableAmounts(ValueError):
    """A frame that breaks the contract: the fault is ours, upstream, never the filer's."""


def checked(amounts: pl.DataFrame) -> pl.DataFrame:
    """The amounts that can be compared, with the columns and types of `SCHEMA`.

    Raises:
        UnusableAmounts: a column is missing, a value does not fit its type, a dimension or code
            is null, two rows or two filings claim the same place.
    """
    frame = _typed(amounts)
    frame = frame.join(left_out(frame), on="filing_id", how="anti", nulls_equal=True)
    _check_no_nulls(frame, ITEM)
    _check_unique(frame, ITEM)
    _check_unique(filings(frame), FILING)
    return frame


def left_out(amounts: pl.DataFrame) -> pl.DataFrame:
    """The filings that cannot be compared with any other, each with its reason.

    Returns:
        `filing_id`, `reason` (`no_department`, `no_scope`, `no_fiscal_year`), sorted.
    """
    reason = (
        pl.when(pl.col("department_id").is_null())
        .then(pl.lit("no_department"))
        .when(pl.col("scope").is_null())
        .then(pl.lit("no_scope"))
        .when(pl.col("fiscal_year").is_null())
        .then(pl.lit("no_fiscal_year"))
    )
    return (
        amounts.select("filing_id", reason=reason).drop_nulls("reason").unique().sort("filing_id")
    )


def filings(amounts: pl.DataFrame) -> pl.DataFrame:
    """Who filed for which year: one row per filing that says anything."""
    return amounts.select(
        *FILING, "filing_id", "department", "department_kind", "region_code", "is_additive"
    ).unique()


def ratio_pct(numerator: pl.Expr, denominator: pl.Expr) -> pl.Expr:
    """Numerator in percent of the denominator, as a double; null unless that is positive.

    Divided as whole cents, so that equal ratios give equal doubles and ties stay ties.
    """
    above, below = (_cents(amount).cast(pl.Float64) for amount in (numerator, denominator))
    return pl.when(denominator > 0).then(quotient(100 * above, below))


def quotient(above: pl.Expr, below: pl.Expr) -> pl.Expr:
    """One double by another, whatever stands in the other rows.

    By a column of one value polars divides in another way, which rounds otherwise: it gets none.
    """
    return above / (below + 0 * above)


def _typed(amounts: pl.DataFrame) -> pl.DataFrame:
    missing = [name for name in SCHEMA if name not in amounts.columns]
    if missing:
        raise UnusableAmounts(f"amounts lack the columns {missing}")
    money = amounts.schema["amount_cny"]
    if not isinstance(money, pl.Decimal) or money.scale > AMOUNT.scale:
        raise UnusableAmounts(f"amount_cny is {money}, not a decimal of yuan and cents")
    try:
        return amounts.select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
    except pl.exceptions.PolarsError as error:
        raise UnusableAmounts(f"amounts do not fit their types: {error}") from error


def _cents(amount: pl.Expr) -> pl.Expr:
    return (amount.cast(pl.Decimal(38, 2)) * 100).cast(pl.Int128)


def _check_no_nulls(frame: pl.DataFrame, columns: list[str]) -> None:
    for column in columns:
        if frame[column].null_count():
            raise UnusableAmounts(f"amounts with a null {column}")


def _check_unique(frame: pl.DataFrame, key: list[str]) -> None:
    double = frame.group_by(key).len().filter(pl.col("len") > 1).sort(key)
    if not double.is_empty():
        raise UnusableAmounts(f"{double.height} keys occur twice, the first: {double.row(0)}")
