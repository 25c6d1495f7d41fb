"""The one pipeline, bound to a warehouse: for the command line, for `dagster dev`, for tests."""

from __future__ import annotations

import dagster as dg

from orchestration.assets.analytics import analytics
from orchestration.assets.ingest import archive, line_items
from orchestration.assets.raw import raw
from orchestration.assets.release import expected_filings, release_of
from orchestration.assets.transform import cli, models
from orchestration.jobs import (
    crash_watch,
    every_night,
    failure_alert,
    inbox_sensor,
    news_alert,
    nightly,
    publish,
)
from orchestration.progress import Progress, Silent
from orchestration.resources import Warehouse


def pipeline(warehouse: Warehouse, progress: Progress | None = None) -> dg.Definitions:
    """All assets, jobs, checks, the schedule and the sensors of a warehouse.

    Args:
        warehouse: where it rests and how it is filled.
        progress: told how far a run is.
    """
    dbt_models = models(warehouse.place)
    release = release_of([*dbt_models.keys, *analytics.keys])
    return dg.Definitions(
        assets=[archive, line_items, raw, dbt_models, analytics, release],
        asset_checks=[expected_filings],
        jobs=[nightly, publish],
        schedules=[every_night],
        sensors=[inbox_sensor, crash_watch, failure_alert, news_alert],
        resources={"warehouse": warehouse, "progress": progress or Silent(), "dbt": cli()},
        # Writers queue for DuckDB's one lock anyway, and a process a step costs seconds.
        executor=dg.in_process_executor,
    )
