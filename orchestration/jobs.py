"""The jobs, the schedule and the sensors: when the pipeline runs, how much of it, who is told."""

import hashlib

import dagster as dg

from ingest.inbox import NOTES, UnusableInbox, look
from orchestration.alerts import tell_failure, tell_release
from orchestration.alive import bury
from orchestration.assets.ingest import archive, line_items
from orchestration.channels import Channel, Log, channel_of
from orchestration.failures import of_run
from orchestration.inbox import SAMPLE, choose
from orchestration.resources import Warehouse

nightly = dg.define_asset_job(
    "nightly",
    selection=dg.AssetSelection.all(),
    description="From the inbox to the release: parses what is new, or what the config of "
    "`line_items` names again; builds and publishes.",
)

publish = dg.define_asset_job(
    "publish",
    selection=dg.AssetSelection.all() - dg.AssetSelection.assets(archive, line_items),
    description="From the lake to the release: after a backfill of line items.",
)

every_night = dg.ScheduleDefinition(
    name="every_night",
    job=nightly,
    cron_schedule="0 2 * * *",
    execution_timezone="Asia/Shanghai",
    default_status=dg.DefaultScheduleStatus.RUNNING,
)


@dg.sensor(
    job=nightly,
    minimum_interval_seconds=120,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Builds when the inbox changed and has been still for one look.",
)
def inbox_sensor(
    context: dg.SensorEvaluationContext, warehouse: Warehouse
) -> dg.SensorResult | dg.SkipReason:
    """The cursor is `fingerprint of the last look|fingerprint of the last build asked for`."""
    try:
        inbox = choose(warehouse.place, warehouse.given_inbox)
    except UnusableInbox as error:
        return dg.SkipReason(str(error))
    if inbox.name == SAMPLE or not inbox.folder.is_dir():
        return dg.SkipReason(f"no filings in {inbox.folder}")
    notes = [(inbox.folder / name) for name in NOTES]
    said = [note.read_bytes() if note.exists() else None for note in notes]
    now = hashlib.sha256(repr((inbox, look(inbox.folder), said)).encode()).hexdigest()[:16]
    before, _, asked = (context.cursor or "|").partition("|")
    if now == asked:
        return dg.SkipReason("nothing changed in the inbox")
    if now != before:
        return dg.SensorResult(cursor=f"{now}|{asked}", skip_reason="the inbox is changing")
    return dg.SensorResult([dg.RunRequest(run_key=now)], cursor=f"{now}|{now}")


@dg.sensor(
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Finds runs that were killed and reports them as failed: they are tried again.",
)
def crash_watch(context: dg.SensorEvaluationContext, warehouse: Warehouse) -> dg.SkipReason:
    """The retry takes up where the run ended: steps that were done are not done again."""
    killed = bury(warehouse.place, context.instance)
    return dg.SkipReason(f"killed: {', '.join(killed)}" if killed else "no run was killed")


@dg.run_failure_sensor(
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Tells people why a run failed or was cut off, once for the same reasons.",
)
def failure_alert(context: dg.RunFailureSensorContext, warehouse: Warehouse) -> None:
    """A run that was killed fails here too, see `crash_watch`."""
    reasons = of_run(context.instance, context.dagster_run.run_id)
    tell_failure(warehouse.place, reasons, _channel(context, warehouse))


@dg.run_status_sensor(
    run_status=dg.DagsterRunStatus.SUCCESS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Tells people of new error findings and of files that cannot be read; else quiet.",
)
def news_alert(context: dg.RunStatusSensorContext, warehouse: Warehouse) -> None:
    """What was told is kept in the home, so that nothing is told twice."""
    tell_release(warehouse.place, _channel(context, warehouse))


def _channel(context: dg.RunStatusSensorContext, warehouse: Warehouse) -> Channel:
    return channel_of(warehouse.place.root) or Log(context.log)
