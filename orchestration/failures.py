"""Why a run failed, in lines for a person: checks that did not pass, steps and their errors."""

from __future__ import annotations

import re
from collections.abc import Sequence

import dagster as dg

from orchestration.alive import KILLED

_DBT_SAYS = "Errors parsed from dbt logs:"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_REPEATS = re.compile(
    r"\d+ of \d+ |\[?ERROR\]?: in |Runtime Error in |Got \d+ results?, |compiled code at "
)
"""Lines of dbt that repeat another one, or say only where a node stood in the order."""


def reasons(events: Sequence[dg.DagsterEvent]) -> tuple[str, ...]:
    """Failed blocking checks by name, then steps with the first cause of their error."""
    checks = failed_checks(events)
    lines = [f"check failed 检验未通过: {name}" for name in checks]
    named = {f"Failure in test {name} " for name in checks}
    for event in events:
        if event.is_step_failure:
            error = _COLOUR.sub("", step_error(event))
            named_already = bool(checks) and _DBT_SAYS in error
            said = dbt_says(error) or ([] if named_already else [error])
            lines += [line for line in said if not line.startswith(tuple(named))]
    return tuple(dict.fromkeys(lines))


def dbt_says(error: str) -> list[str]:
    """Of the error of a failed dbt, without colours, the lines that say why; else none."""
    _, _, said = error.partition(_DBT_SAYS)
    lines = (line.strip() for line in said.splitlines())
    return [line for line in lines if line and not _REPEATS.match(line)]


def failed_checks(events: Sequence[dg.DagsterEvent]) -> tuple[str, ...]:
    """The names of the blocking checks that did not pass."""
    found = [
        event.asset_check_evaluation_data
        for event in events
        if event.event_type == dg.DagsterEventType.ASSET_CHECK_EVALUATION
    ]
    bad = (c for c in found if not c.passed and c.severity == dg.AssetCheckSeverity.ERROR)
    return tuple(sorted(check.check_name for check in bad))


def step_error(event: dg.DagsterEvent) -> str:
    """The failed step and the message of the first cause."""
    error = event.step_failure_data.error
    while error is not None and error.cause is not None:
        error = error.cause
    return f"{event.step_key}: {error.message.strip() if error else 'failed'}"


def of_run(instance: dg.DagsterInstance, run_id: str) -> tuple[str, ...]:
    """The reasons of a run of the past; none for one that went well or still goes."""
    entries = [entry.dagster_event for entry in instance.all_logs(run_id)]
    events = [event for event in entries if event is not None]
    said = reasons(events)
    ended = any(event.event_type == dg.DagsterEventType.RUN_FAILURE for event in events)
    return said or ((KILLED,) if ended else ())
