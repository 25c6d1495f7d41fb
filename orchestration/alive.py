"""Which runs still live: each holds a lock of its own, which the system frees when it is killed.

A run that was killed stays "started" for Dagster, and would keep the next one waiting for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg

from warehouse.files import Busy, locked
from warehouse.home import Home

KILLED = "the run was killed 运行被强行终止"
_FOLDER = "alive"


@contextmanager
def living(home: Home, run_id: str) -> Iterator[None]:
    """Hold the lock of a run while it runs."""
    file = _file(home, run_id)
    with locked(file):
        yield
        file.unlink(missing_ok=True)


def bury(home: Home, instance: dg.DagsterInstance) -> list[str]:
    """Report the runs that were killed as failed, so that they are retried and others may start.

    Returns:
        Their ids. A run that has not yet come to hold its lock is not judged.
    """
    killed = []
    for run in instance.get_runs(dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED])):
        file = _file(home, run.run_id)
        if file.exists() and _is_free(file):
            instance.report_run_failed(run, KILLED)
            file.unlink(missing_ok=True)
            killed.append(run.run_id)
    return killed


def _is_free(file: Path) -> bool:
    try:
        with locked(file):
            return True
    except Busy:
        return False


def _file(home: Home, run_id: str) -> Path:
    return home.dagster / _FOLDER / run_id
