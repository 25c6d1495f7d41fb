"""The analytics tables: frames out of the builder's database, through `analysis`, back in."""

from collections.abc import Callable, Iterator
from functools import wraps

import dagster as dg
import duckdb
import polars as pl

from analysis import COLUMNS, TABLES
from analysis.benchmark import benchmark
from analysis.contribution import growth_contribution
from analysis.deflate import UnusableDeflator, read_deflator, sample_deflator
from analysis.measured import measure_value
from analysis.measures import measure_table
from analysis.outlier_places import outlier_place
from analysis.outliers import outlier
from analysis.own_groups import UnusableGroups, own_groups
from analysis.peers import peer_group
from analysis.staff import staff_change
from analysis.yoy import Context, change_since, yoy_change
from orchestration.assets.raw import WRITER
from orchestration.progress import Progress
from orchestration.resources import Warehouse
from orchestration.retries import retried
from warehouse.home import Home
from warehouse.load import write_table

_CHANGE = (
    "intermediate.int_amount",
    "intermediate.int_stated_prior",
    "marts.dim_department_succession",
    "intermediate.int_code_move",
    "marts.fct_staffing",
)
INPUTS: dict[str, tuple[str, ...]] = {
    "yoy_change": _CHANGE,
    "change_since": _CHANGE,
    "growth_contribution": ("analytics.yoy_change",),
    "staff_change": (
        "intermediate.int_filer",
        "intermediate.int_headcount",
        "marts.dim_department_succession",
    ),
    "measure": (),
    "measure_value": ("intermediate.int_filer", "intermediate.int_figure"),
    "peer_group": ("intermediate.int_filer", "intermediate.int_figure"),
    "benchmark": ("intermediate.int_filer", "intermediate.int_figure"),
    "outlier": ("analytics.yoy_change", "analytics.benchmark"),
    "outlier_place": ("analytics.outlier", "intermediate.int_figure", "audit.finding_place"),
}
"""Table → the models that its function takes, in the order of its arguments."""
TAKES_OWN_GROUPS = {"peer_group", "benchmark"}
TAKES_DEFLATOR = {"yoy_change", "change_since"}


def _in_context(function: Callable[..., pl.DataFrame]) -> Callable[..., pl.DataFrame]:
    """The function, taking one after the other what it has in a `Context`."""

    @wraps(function)
    def taking(amounts: pl.DataFrame, *known: pl.DataFrame) -> pl.DataFrame:
        return function(amounts, Context(*known))

    return taking


FUNCTIONS: dict[str, Callable[..., pl.DataFrame]] = {
    "yoy_change": _in_context(yoy_change),
    "change_since": _in_context(change_since),
    "growth_contribution": growth_contribution,
    "staff_change": staff_change,
    "measure": measure_table,
    "measure_value": measure_value,
    "peer_group": peer_group,
    "benchmark": benchmark,
    "outlier": outlier,
    "outlier_place": outlier_place,
}


def _description(table: str) -> str:
    first, _, _ = (FUNCTIONS[table].__doc__ or "").partition("\n")
    return first


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            ["analytics", table],
            deps=[dg.AssetKey(model.split(".")) for model in INPUTS[table]],
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
    with retried(), warehouse.writing() as home:
        home.checked.unlink(missing_ok=True)
        for table, function in FUNCTIONS.items():
            frames = [_frame(home, model) for model in INPUTS[table]]
            if table in TAKES_OWN_GROUPS:
                frames.append(_own_groups(home))
            if table in TAKES_DEFLATOR:
                frames.append(_deflator(home))
            rows = function(*frames)
            name = f"analytics.{table}"
            count = write_table(home.build, name, rows, TABLES[table], COLUMNS[table])
            progress.advance()
            yield dg.MaterializeResult(
                asset_key=["analytics", table], metadata={"dagster/row_count": count}
            )
        if home.tested.exists():
            home.checked.touch()


def _frame(home: Home, model: str) -> pl.DataFrame:
    with duckdb.connect(home.build) as con:
        frame: pl.DataFrame = con.sql(f"from {model}").pl()
    return frame


def _own_groups(home: Home) -> pl.DataFrame:
    """The peer groups of the user, or none.

    Raises:
        UnusableGroups: the file cannot be used; the message names it and the line.
    """
    file = home.peer_groups
    try:
        return own_groups(file.read_text("utf-8") if file.exists() else "")
    except (UnusableGroups, UnicodeDecodeError) as error:
        raise UnusableGroups(f"{file}: {error}") from error


def _deflator(home: Home) -> pl.DataFrame:
    """The deflator of the home, or the sample that comes with us.

    Raises:
        UnusableDeflator: the file cannot be used; the message names it.
    """
    file = home.deflator
    try:
        return read_deflator(file.read_text("utf-8-sig") if file.exists() else sample_deflator())
    except (UnusableDeflator, UnicodeDecodeError) as error:
        raise UnusableDeflator(f"{file}: {error}") from error
