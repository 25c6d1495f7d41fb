"""The analytics tables: frames out of the builder's database, through `analysis`, back in."""

from collections.abc import Callable, Iterator

import dagster as dg
import duckdb
import polars as pl

from analysis import COLUMNS, TABLES
from analysis.benchmark import benchmark
from analysis.yoy import yoy_change
from orchestration.assets.raw import WRITER
from orchestration.progress import Progress
from orchestration.resources import Warehouse
from warehouse.home import Home
from warehouse.load import write_table

INPUTS = {
    "yoy_change": ("int_amount", "int_stated_prior"),
    "benchmark": ("int_amount",),
}
"""Table → the models that its function takes, in the order of its arguments."""
FUNCTIONS: dict[str, Callable[..., pl.DataFrame]] = {
    "yoy_change": yoy_change,
    "benchmark": benchmark,
}


def _description(table: str) -> str:
    first, _, _ = (FUNCTIONS[table].__doc__ or "").partition("\n")
    return first


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            ["analytics", table],
            deps=[dg.AssetKey(["intermediate", model]) for model in INPUTS[table]],
            description=_description(table),
        )
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
        for table, function in FUNCTIONS.items():
            rows = function(*(_frame(home, model) for model in INPUTS[table]))
            name = f"analytics.{table}"
            count = write_table(home.build, name, rows, TABLES[table], COLUMNS[table])
            progress.advance()
            yield dg.MaterializeResult(
                asset_key=["analytics", table], metadata={"dagster/row_count": count}
            )


def _frame(home: Home, model: str) -> pl.DataFrame:
    with duckdb.connect(home.build) as con:
        frame: pl.DataFrame = con.sql(f"from intermediate.{model}").pl()
    return frame
