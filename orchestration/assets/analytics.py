"""The analytics tables: frames out of the builder's database, through `analysis`, back in."""

from collections.abc import Iterator

import dagster as dg
import duckdb
import polars as pl

from analysis import COLUMNS
from analysis.benchmark import benchmark
from analysis.yoy import yoy_change
from orchestration.assets.raw import WRITER
from orchestration.progress import Progress
from orchestration.resources import Warehouse
from warehouse.home import Home
from warehouse.load import write_table

INPUT = dg.AssetKey(["intermediate", "int_amount"])
FUNCTIONS = {"yoy_change": yoy_change, "benchmark": benchmark}


def _description(table: str) -> str:
    first, _, _ = (FUNCTIONS[table].__doc__ or "").partition("\n")
    return first


@dg.multi_asset(
    specs=[
        dg.AssetSpec(["analytics", table], deps=[INPUT], description=_description(table))
        for table in FUNCTIONS
    ],
    pool=WRITER,
    group_name="analytics",
)
def analytics(
    warehouse: Warehouse, progress: dg.ResourceParam[Progress]
) -> Iterator[dg.MaterializeResult]:  # type: ignore[type-arg]
    """Year-over-year change and peer benchmarks of every published amount."""
    progress.stage("analysis", len(FUNCTIONS))
    with warehouse.writing() as home:
        amounts = _amounts(home)
        for table, function in FUNCTIONS.items():
            rows = function(amounts)
            count = write_table(home.build, f"analytics.{table}", rows, COLUMNS[table])
            progress.advance()
            yield dg.MaterializeResult(
                asset_key=["analytics", table], metadata={"dagster/row_count": count}
            )


def _amounts(home: Home) -> pl.DataFrame:
    with duckdb.connect(home.build) as con:
        amounts: pl.DataFrame = con.sql("from intermediate.int_amount").pl()
    return amounts
