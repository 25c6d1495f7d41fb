"""The raw tables: the lake and the quarantine as they stand in the builder's database."""

from collections.abc import Iterator
from dataclasses import fields

import dagster as dg

from ingest.records import TABLES, Quarantined
from orchestration.assets.ingest import line_items
from orchestration.progress import Progress
from orchestration.resources import Warehouse
from warehouse import quarantine
from warehouse.load import load, load_cases

WRITER = "duckdb_writer"
"""The pool of everything that writes the builder's database: one at a time."""

_SPECS = [
    dg.AssetSpec(["raw", table], deps=[line_items], kinds={"duckdb"})
    for table in (*TABLES, "quarantine")
]


@dg.multi_asset(specs=_SPECS, pool=WRITER, group_name="raw")
def raw(
    warehouse: Warehouse, progress: dg.ResourceParam[Progress]
) -> Iterator[dg.MaterializeResult]:  # type: ignore[type-arg]
    """Load the builder's database anew from the lake."""
    progress.stage("load")
    columns = [f.name for f in fields(Quarantined)]
    with warehouse.writing() as home:
        rows = load(home, warehouse.lake)
        rows["quarantine"] = load_cases(home.build, quarantine.cases(home.quarantine), columns)
    for table, count in rows.items():
        yield dg.MaterializeResult(asset_key=["raw", table], metadata={"dagster/row_count": count})
