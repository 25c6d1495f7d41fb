"""The raw tables: the lake, the quarantine, the corrections, the code that is at work."""

from collections.abc import Iterator
from dataclasses import fields

import dagster as dg

from ingest.corrections import RECORD, as_rows, read_corrections
from ingest.inbox import CORRECTIONS_NAME
from ingest.records import TABLES, Quarantined
from orchestration.assets.ingest import line_items
from orchestration.inbox import choose
from orchestration.progress import Progress
from orchestration.resources import Warehouse
from orchestration.retries import retried
from orchestration.versions import COLUMNS, code_versions
from warehouse import quarantine
from warehouse.diff import CODE
from warehouse.load import load, load_texts

WRITER = "duckdb_writer"
"""The pool of everything that writes the builder's database: one at a time."""

_SPECS = [
    dg.AssetSpec(["raw", table], deps=[line_items], kinds={"duckdb"})
    for table in (*TABLES, "quarantine", "correction", "lake_count", CODE)
]


@dg.multi_asset(specs=_SPECS, pool=WRITER, group_name="raw")
def raw(
    warehouse: Warehouse, progress: dg.ResourceParam[Progress]
) -> Iterator[dg.MaterializeResult]:  # type: ignore[type-arg]
    """Load the builder's database anew from the lake."""
    progress.stage("load")
    columns = [f.name for f in fields(Quarantined)]
    inbox = choose(warehouse.place, warehouse.given_inbox).folder
    with retried(), warehouse.writing() as home:
        rows = load(home, warehouse.lake)
        cases = quarantine.cases(home.quarantine)
        rows["quarantine"] = load_texts(home.build, "quarantine", cases, columns)
        counts = [
            {"table_name": t, "n_rows": str(n)} for t, n in warehouse.lake.row_counts().items()
        ]
        rows["lake_count"] = load_texts(home.build, "lake_count", counts, ["table_name", "n_rows"])
        said = as_rows(read_corrections(inbox / CORRECTIONS_NAME))
        rows["correction"] = load_texts(home.build, "correction", said, RECORD)
        code = code_versions(warehouse.batch.parser_version)
        rows[CODE] = load_texts(home.build, CODE, code, COLUMNS)
    for table, count in rows.items():
        yield dg.MaterializeResult(asset_key=["raw", table], metadata={"dagster/row_count": count})
