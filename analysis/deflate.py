"""Prices over the years: which deflator applies to a region, and its ratio between two years.

`deflator.csv` beside this module is a sample and says so in its name; it is no statistic of
anybody. An engineer puts a real series in its place.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from importlib import resources

import polars as pl

DEFLATOR = pl.Schema(
    {
        "series": pl.String(),
        "region_code": pl.String(),
        "fiscal_year": pl.Int32(),
        "price_index": pl.Decimal(20, 6),
    }
)
"""One row per region and fiscal year, all of one series: the price level, any year being 100.
Regions are six digits; `000000` is the whole country."""

COUNTRY = "000000"


class UnusableDeflator(ValueError):
    """The deflator table breaks its contract; the message says where."""


def sample_deflator() -> str:
    """The text of the sample series."""
    return resources.files("analysis").joinpath("deflator.csv").read_text("utf-8")


def read_deflator(text: str) -> pl.DataFrame:
    """The deflator table of a CSV file's text.

    Raises:
        UnusableDeflator: a column is missing, a value is missing or does not fit, a price level is
            not positive, a region and year occurs twice, or there is more than one series.
    """
    try:
        raw = pl.read_csv(io.StringIO(text), infer_schema=False)
        missing = [name for name in DEFLATOR if name not in raw.columns]
        if missing:
            raise UnusableDeflator(f"the columns {missing} are missing")
        table = raw.select(pl.col(name).cast(kind) for name, kind in DEFLATOR.items())
    except pl.exceptions.PolarsError as error:
        raise UnusableDeflator(f"values do not fit: {error}") from error
    empty = table.with_row_index("line", offset=2).filter(
        pl.any_horizontal(pl.all().is_null()) | (pl.col("price_index") <= 0)
    )
    if not empty.is_empty():
        raise UnusableDeflator(f"line {empty['line'][0]}: a value is missing or not positive")
    if table.select("region_code", "fiscal_year").is_duplicated().any():
        raise UnusableDeflator("a region and fiscal year occurs twice")
    if table["series"].n_unique() > 1:
        raise UnusableDeflator("more than one series")
    return table


def ratios(
    deflator: pl.DataFrame, regions: Iterable[str | None], year: int, base: int
) -> pl.DataFrame:
    """The price level of the year by that of the base year, for each of the regions.

    The series of the region itself, else of its city, its province, the country; one that has only
    one of the two years is passed over.

    Returns:
        `region_code`, `deflator` (name of the series and region), `price_ratio`.
    """
    level = {
        (region, when): (series, index) for series, region, when, index in deflator.iter_rows()
    }
    found = []
    for region in sorted({region or COUNTRY for region in regions}):
        for wider in (region, f"{region[:4]}00", f"{region[:2]}0000", COUNTRY):
            now, then = level.get((wider, year)), level.get((wider, base))
            if now and then:
                found.append((region, f"{now[0]} {wider}", float(now[1] / then[1])))
                break
    schema = {"region_code": pl.String(), "deflator": pl.String(), "price_ratio": pl.Float64()}
    return pl.DataFrame(found, schema=schema, orient="row")
