"""Runs the job `nightly` in this process, as the scheduler would, and says how it went."""

from __future__ import annotations

import contextlib
import io
import logging
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from smtplib import SMTPException

import dagster as dg
from dagster._core.instance.ref import InstanceRef

from ingest.corrections import read_corrections
from ingest.inbox import CORRECTIONS_NAME, OVERRIDES_NAME, check
from ingest.overrides import read_overrides
from orchestration.alerts import tell_failure, tell_release
from orchestration.alive import bury
from orchestration.channels import UnusableChannel, channel_of
from orchestration.failures import failed_checks, reasons, step_error
from orchestration.inbox import SAMPLE, choose
from orchestration.pipeline import pipeline
from orchestration.progress import Progress
from orchestration.resources import Warehouse
from warehouse.home import Home

_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
_NO_CAPTURE = {
    "compute_logs": {
        "module": "dagster._core.storage.noop_compute_log_manager",
        "class": "NoOpComputeLogManager",
    }
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run went. `errors` are the messages of failed steps, `output` what dbt printed."""

    success: bool
    failed_checks: tuple[str, ...]
    errors: tuple[str, ...]
    output: str
    metadata: Mapping[str, Mapping[str, object]]


def run_nightly(warehouse: Warehouse, progress: Progress) -> Outcome:
    """Run the job once, holding the warehouse's lock throughout.

    Raises:
        UnusableInbox: see `inbox.choose` and `ingest.inbox.check`.
        UnusableOverrides: see `ingest.overrides.read_overrides`.
        UnusableCorrections: see `ingest.corrections.read_corrections`.
        Busy: another build is running.
    """
    home = warehouse.place
    inbox = choose(home, warehouse.given_inbox)
    if inbox.name != SAMPLE:
        read_overrides(check(inbox.folder, home.archive) / OVERRIDES_NAME)
    read_corrections(inbox.folder / CORRECTIONS_NAME)
    printed = io.StringIO()
    with warehouse.writing(), instance_of(home.dagster) as instance:
        progress.stage("prepare")
        bury(home, instance)
        job = pipeline(warehouse, progress).resolve_job_def("nightly")
        with contextlib.redirect_stdout(printed):
            result = job.execute_in_process(_QUIET, instance=instance, raise_on_error=False)
        tell(home, result)
    return _outcome(result, printed.getvalue())


def instance_of(folder: Path) -> dg.DagsterInstance:
    """The Dagster instance of a warehouse: the same runs and events that `dagster dev` shows.

    Only the capture of output is off: it would start processes around each step.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "dagster.yaml").exists():
        shutil.copyfile(Path(__file__).with_name("dagster.yaml"), folder / "dagster.yaml")
    ref = InstanceRef.from_dir(str(folder), overrides=_NO_CAPTURE)
    return dg.DagsterInstance.from_ref(ref)


def _outcome(result: dg.ExecuteInProcessResult, printed: str) -> Outcome:
    metadata = {
        event.asset_key.to_user_string(): {
            key: value.value for key, value in event.materialization.metadata.items()
        }
        for event in result.all_events
        if event.is_step_materialization and event.asset_key and event.partition is None
    }
    return Outcome(
        success=result.success,
        failed_checks=failed_checks(result.all_events),
        errors=tuple(step_error(e) for e in result.all_events if e.is_step_failure),
        output=printed,
        metadata=metadata,
    )


def tell(home: Home, result: dg.ExecuteInProcessResult) -> None:
    """Tell people what is new, if a channel was chosen. A release stands, told or not."""
    try:
        channel = channel_of(home.root)
        if channel and result.success:
            tell_release(home, channel)
        elif channel:
            tell_failure(home, reasons(result.all_events), channel)
    except (UnusableChannel, OSError, SMTPException) as error:
        logging.getLogger("juesuan").warning("alert not sent 通知未发出: %s", error)
